package majix.cli;

import java.util.Locale;
import java.util.Optional;
import majix.vfolder.VFolderKind;
import org.jspecify.annotations.Nullable;

/// What a search makes of its hits (`mformat=`).
enum OutputFormat {
    /// A Maildir of links.
    MAILDIR("maildir"),
    /// A directory of numbered links.
    MH("mh"),
    /// One file with copies.
    MBOX("mbox"),
    /// A line for each hit on stdout.
    RAW("raw"),
    /// A few headers of each hit on stdout.
    EXCERPT("exc");

    private final String beginning;

    OutputFormat(String beginning) {
        this.beginning = beginning;
    }

    /// The format that a value of `mformat=` names, without regard to case and to what follows the name, as mairix has
    /// it (`exc` is enough for excerpt); null for any other value.
    static @Nullable OutputFormat of(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        for (OutputFormat format : values()) {
            if (lower.startsWith(format.beginning)) {
                return format;
            }
        }
        return null;
    }

    /// The kind of folder to write; empty for the formats that go to stdout.
    Optional<VFolderKind> folder() {
        return switch (this) {
            case MAILDIR -> Optional.of(VFolderKind.MAILDIR);
            case MH -> Optional.of(VFolderKind.MH);
            case MBOX -> Optional.of(VFolderKind.MBOX);
            case RAW, EXCERPT -> Optional.empty();
        };
    }
}
