package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * What all readers of one file share.
 *
 * @param rejects the rejects of the record at work
 * @param cache texts read before
 * @param textFormat reads JSON that stands in a text
 */
record ReadScope(Rejects rejects, TextCache cache, JsonFactory textFormat) {}
