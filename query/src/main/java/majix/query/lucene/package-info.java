/// Renders expressions for a Lucene index: [LuceneRenderer] makes one [MessageQuery] of clauses. The cheapest clause that
/// must hold says which documents there are, the others strike out what they do not match.
///
/// The roads not taken: Lucene's boolean, phrase and term queries. They score, which nobody asks for here; they load
/// hundreds of classes, which a command that starts a cold JVM for each search pays every time; and their sloppy
/// phrases accept other orders. And Lucene's fuzzy and wildcard queries: their automata stop at two errors and do not
/// know errors inside a substring; a scan of the term dictionary does both, exactly.
package majix.query.lucene;
