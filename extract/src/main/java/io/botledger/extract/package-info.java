/**
 * From an export file to its records: {@link io.botledger.extract.ExportReader} streams the conversations of one file,
 * {@link io.botledger.extract.FileContents} tells files apart by content, {@link io.botledger.extract.ExportFolder} finds
 * the files of a folder.
 *
 * <p>Inside stay the three layers of a reader: the bytes of a file, inflated ({@code ContentSource}); the cut into records
 * without parsing ({@code RecordSplitter}); the reading of one record ({@code ConversationParser}).
 */
package io.botledger.extract;
