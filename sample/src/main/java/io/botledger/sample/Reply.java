package io.botledger.sample;

/** A reply that a bot can give. */
record Reply(String id, String name, String type) {}
