package majix.vfolder;

import java.util.Set;
import majix.formats.Flag;
import majix.formats.MessageRef;

/// A message to be put into a result folder, as the index knows it.
///
/// @param plainSize bytes of its file, if it is all of one that was not compressed when it was indexed; otherwise -1
record Hit(MessageRef ref, Set<Flag> flags, long plainSize) {}
