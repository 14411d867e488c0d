/// Renders expressions for a Lucene index.
///
/// The road not taken: Lucene's own fuzzy and wildcard queries. Their automata stop at two errors and do not know
/// errors inside a substring; a scan of the term dictionary does both, exactly.
package majix.query.lucene;
