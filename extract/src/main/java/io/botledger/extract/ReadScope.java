package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * What all readers of one file share.
 *
 * @param rejects the rejects of the record at work
 * @param textFormat reads JSON that stands in a text
 */
record ReadScope(Rejects rejects, JsonFactory textFormat) {}
