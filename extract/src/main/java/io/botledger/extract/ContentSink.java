package io.botledger.extract;

/** Sees the content of a file as it is read. */
@FunctionalInterface
interface ContentSink {
    void take(byte[] bytes, int from, int length);
}
