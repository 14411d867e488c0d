/// Writes answers: virtual folders that mail programs open like any mailbox, and lists on a stream.
///
/// The road not taken: filling the folder in place. A folder is prepared whole beside the old one and becomes visible
/// at once; what stands in it that majix did not write is never touched.
package majix.vfolder;
