/// Maildirs: what stands in the names of their files ([MaildirName]) and in their directories ([MaildirStore]).
///
/// The road not taken: looking into files to see whether they are mail. Whatever lies in `cur` or `new` is a message.
package majix.formats.maildir;
