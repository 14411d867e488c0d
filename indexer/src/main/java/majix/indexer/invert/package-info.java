/// Turns tokens into postings in memory: terms are numbered as they come, each token is written down as the number of its
/// term, and at the end the numbers are sorted by counting, so that adding a token touches one hash slot and nothing else
/// that is not next to what was touched before.
///
/// The road not taken: a list of postings for each term, as Lucene keeps. It saves the sorting, but every token then goes
/// to a place in memory of its own.
package majix.indexer.invert;
