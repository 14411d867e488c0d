/// Joins messages and queries: [Indexer] writes the index, [MailIndex] answers from it.
///
/// The road not taken: a database of file stamps beside the index. What the index knows of each file is in the same
/// Lucene commit as the messages ([Ledger]), so the two cannot disagree.
package majix.indexer;
