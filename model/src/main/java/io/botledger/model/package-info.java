/**
 * What one export says: a {@link io.botledger.model.Conversation} and everything in it, the name of the file that held it, and the root of botledger's errors.
 *
 * <p>Everything here is data: records whose constructors check nulls and copy lists. Nothing here reads, writes or knows a database.
 */
package io.botledger.model;
