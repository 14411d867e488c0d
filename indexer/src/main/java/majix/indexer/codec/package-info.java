/// How the index is stored: a Lucene codec made for mail. Lucene keeps commits, deletions and merges; what a segment
/// looks like is decided here, and here alone it can be read without Lucene's machinery.
///
/// The road not taken: Lucene's own codec. It takes a quarter more room for mail, and a cold search that opens its parts
/// loads some two thousand classes to find two messages; here a look-up is three small reads. Codecs are made to be
/// plugged in, but the interface may change with any release: Lucene's version is pinned in the root pom, and a test of
/// this package compares with Lucene's own codec all that the index asks.
package majix.indexer.codec;
