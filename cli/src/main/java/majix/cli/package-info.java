/// Talks to people: reads the command line and the rc file, asks the modules below, prints what they say.
///
/// The road not taken: a command framework for everything. A search from mutt is felt at every keystroke, so its
/// command line is read by hand; picocli is loaded for subcommands only. What remains is the start of Java: [Server]
/// takes it away for those who want that. Its client is in C, since one in Java would be as slow to start as the search
/// itself, and all it knows to do when anything goes wrong is to search without the server.
package majix.cli;
