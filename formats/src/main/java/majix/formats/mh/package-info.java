/// MH folders and their relatives: directories of numbered files ([MhStore]) with flags in a file of number ranges
/// ([MhSequences]).
///
/// The road not taken: reading the caches of sylpheed, claws, evolution or Mew; they only tell that a directory is a
/// mail folder.
package majix.formats.mh;
