package majix.vfolder;

import java.util.Set;
import majix.formats.Flag;
import majix.formats.MessageRef;

/// A message to be put into a result folder, as the index knows it.
record Hit(MessageRef ref, Set<Flag> flags) {}
