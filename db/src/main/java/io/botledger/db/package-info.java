/**
 * The database: connection, dialect, schema.
 *
 * <p>The doorway is {@link io.botledger.db.Database}, opened with {@link io.botledger.db.DatabaseSettings}. What differs
 * between H2 and PostgreSQL is behind {@link io.botledger.db.Dialect}, in {@code H2Engine} and {@code PostgresEngine}, and in
 * the per-database migration folders; everything else is written once. One process at a time holds the
 * {@link io.botledger.db.ProcessLock}; others are told of its {@link io.botledger.db.LockHolder}.
 * {@link io.botledger.db.DatabaseErrors} turns SQL errors into messages and exit statuses. Named parameters of SQL are found by
 * {@link io.botledger.db.NamedParameters}, for statements and for whoever puts them together. Whoever expects narrow rows
 * has {@link io.botledger.db.RowMemory} for them.
 */
package io.botledger.db;
