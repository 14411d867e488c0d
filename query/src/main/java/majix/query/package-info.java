/// What can be asked: the search vocabulary ([Field]), the language ([QueryParser] to [Expr]) and its values
/// ([DateRange], [SizeRange]).
///
/// The road not taken: parsing straight into an index's own query classes. This package knows no index and no mail;
/// the room `majix.query.lucene` renders for Lucene, and another backend would get a room beside it.
package majix.query;
