package io.botledger.bench;

/**
 * What one process took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds time on processors, all threads together; of the process itself, not of a database server
 * @param peakMegabytes the most memory it had resident, in 1,000,000 bytes; 0 where the system does not tell
 */
record Usage(double wallSeconds, double cpuSeconds, double peakMegabytes) {}
