/**
 * The commands: the only place that knows every step. {@code Botledger} is the entry; each command is a class of its own;
 * {@code LoadJob} joins reader and loader.
 *
 * <p>Results go to standard output, everything else to standard error; exit statuses are those of
 * {@link io.botledger.model.ErrorCode}, and 3 for work that is done with rejects. {@code Redaction} keeps keys and signatures
 * out of standard error and the log.
 */
package io.botledger.cli;
