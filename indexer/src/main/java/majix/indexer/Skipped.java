package majix.indexer;

import java.nio.file.Path;
import majix.formats.Problem;

/// A file or folder that an index lacks, and why.
///
/// @param kind one of those of [Problem.Kind] that keep mail out of an index: MISSING, UNREADABLE and NOT_MAIL
/// @param path what was passed over
/// @param reason lower case, no full stop, without the path
public record Skipped(Problem.Kind kind, Path path, String reason) {}
