/// Random histories of a mail archive. After each step the index kept up to date, an index made anew and a plain
/// evaluation in memory must give the same answers.
///
/// A history is a list of [Step]s. [Tree] plays it in memory, and on the disk if it has one; [Rc] and [Expected] say which
/// messages that makes, from what the generator wrote and not from what a parser reads; [PlainAnswer] and
/// [PlainThreads] answer queries over them; [Replay] compares. [Maker] invents histories, [Shrinker] shortens those that
/// fail.
package majix.indexer.history;
