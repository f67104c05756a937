package io.botledger.sample;

/** An intent that a bot knows. */
record Intent(String id, String name) {}
