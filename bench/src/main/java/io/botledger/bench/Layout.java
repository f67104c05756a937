package io.botledger.bench;

/**
 * A set of sample exports: one bot, a file a day.
 *
 * @param conversations how many in all files together
 * @param files how many files
 */
record Layout(long conversations, int files) {
    /** A name for folders and databases. */
    String name() {
        return "c" + conversations + "_f" + files;
    }

    @Override
    public String toString() {
        return Text.count(conversations) + " conversations in " + files + (files == 1 ? " file" : " files");
    }
}
