/**
 * From the vendor's exports to records, in two halves that meet in the landing folder.
 *
 * <p>Getting: {@link io.botledger.extract.FetchPlan} says which days are due, {@link io.botledger.extract.Extraction} fetches
 * them through an {@link io.botledger.extract.ExportApi}, {@link io.botledger.extract.FolderSource} copies files that are on a
 * disk already, {@link io.botledger.extract.LandingFolder} keeps every version. Inside stay the requests ({@code Api…},
 * {@code SignedUrl…}) and the files on the disk ({@code Landing…}, {@code LandedVersions}).
 *
 * <p>Reading: {@link io.botledger.extract.ExportFolder} finds the files of a folder, {@link
 * io.botledger.extract.FileContents} tells files apart by content, {@link io.botledger.extract.ExportReader} streams the
 * conversations of one file. Inside stay the three layers of a reader: the bytes of a file, inflated ({@code ContentSource});
 * the cut into records without parsing ({@code RecordSplitter}); the reading of one record ({@code ConversationParser}), by a
 * tokenizer for plain JSON ({@code Plain…}) and, where that gives up, by Jackson ({@code JacksonInput}).
 */
package io.botledger.extract;
