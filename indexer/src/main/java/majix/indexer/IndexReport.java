package majix.indexer;

/// What an indexing run did.
///
/// @param added messages read and added
/// @param removed messages taken out
/// @param renamed messages whose file name or flags changed, not read again
/// @param messages messages in the index now
/// @param unreadable files and folders that could not be read
public record IndexReport(long added, long removed, long renamed, long messages, long unreadable) {}
