/// Talks to people: reads the command line and the rc file, asks the modules below, prints what they say.
///
/// The road not taken: a command framework for everything. A search from mutt is felt at every keystroke, so its
/// command line is read by hand; picocli is loaded for subcommands only.
package majix.cli;
