package io.botledger.load;

/** Tells a thread what another one, which worked for it, failed with. */
final class OtherThread {
    private OtherThread() {}

    /**
     * Throws the other thread's failure as it is, so that whoever catches it sees what befell the program.
     *
     * @param failure an error or an unchecked exception
     * @return never
     */
    static RuntimeException failedWith(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
