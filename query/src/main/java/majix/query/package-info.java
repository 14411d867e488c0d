/// What can be asked: the search vocabulary ([Field]), the language ([QueryParser] to [Expr]) and its values
/// ([DateRange], [SizeRange]). An expression prints itself so that it is read back as it was, and is drawn as a tree by
/// [Explanation].
///
/// The roads not taken: parsing straight into an index's own query classes. This package knows no index and no mail;
/// the room `majix.query.lucene` renders for Lucene, and another backend would get a room beside it. And regular
/// expressions or a parser generator: a cold JVM pays for every class, and neither knows the place of a fault.
package majix.query;
