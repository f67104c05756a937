package io.botledger.cli;

import io.botledger.model.ErrorCode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output that remembers why it could not be written: a print stream alone would keep that to itself. */
final class StandardOutput extends FilterOutputStream {
    private static final String READER_WENT = "Broken pipe";

    private String failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    private void remember(IOException e) {
        if (failure == null) {
            failure = String.valueOf(e.getMessage());
        }
    }

    /** The exit status after all was written; a reader that has seen enough (head) is no error. */
    int exitStatus(int ofCommand, PrintStream err) {
        if (failure == null || failure.equals(READER_WENT)) {
            return ofCommand;
        }
        err.println("botledger: standard output can't be written: " + failure);
        return ErrorCode.ENVIRONMENT.exitStatus();
    }
}
