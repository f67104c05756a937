/** Measures the built jar as a user runs it: in a process of its own, from a cold start. */
package io.botledger.bench;
