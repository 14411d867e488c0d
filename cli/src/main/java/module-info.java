import org.jspecify.annotations.NullMarked;

/// Talks to people: the command line, its configuration, its words and exit status.
@NullMarked
module majix.cli {
    requires static org.jspecify;
    requires majix.formats;
    requires majix.query;
    requires majix.indexer;
    requires majix.vfolder;
    requires info.picocli;
    requires jdk.net;
    requires org.jline.reader;
    requires org.jline.terminal;
}
