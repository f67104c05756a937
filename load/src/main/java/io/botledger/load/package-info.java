/**
 * Loads conversations exactly once.
 *
 * <p>The doorway is {@link io.botledger.load.LoadSession}: one run of a command that writes, holding the database's lock.
 * It asks the ledger whether a file's content is in the tables already and, if not, loads it in one transaction together
 * with its ledger row. {@link io.botledger.load.LedgerReport} tells what is loaded and what was rejected, in records that read
 * themselves from the views of {@code reporting} ({@link io.botledger.load.BotCoverage} and the {@code …Row}s);
 * {@link io.botledger.load.Verification} proves that tables and ledger agree.
 *
 * <p>Inside: {@code FileTransaction} is one file's transaction, {@code FileLoad} the writing of its records;
 * {@code Precedence} decides which row of a conversation counts; {@code ConversationRows} normalizes; {@code RowWriter} is
 * the seam to each database's bulk path.
 */
package io.botledger.load;
