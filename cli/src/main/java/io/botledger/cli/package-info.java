/**
 * The commands: the only place that knows every step. {@code Botledger} is the entry; each command is a class of its own;
 * {@code LoadJob} joins reader and loader.
 *
 * <p>{@code ConfigurationReader} makes a {@code Configuration} of {@code botledger.yaml} and the environment, and tells all
 * that is wrong with them at once; options come before both. Secrets are not in it, only where they are
 * ({@code ApiKeySource}, {@code SecretFile}).
 *
 * <p>Results go to standard output, everything else to standard error; exit statuses are those of
 * {@link io.botledger.model.ErrorCode}, and 3 for work that is done with rejects. {@code Redaction} keeps keys and signatures
 * out of standard error and the log.
 */
package io.botledger.cli;
