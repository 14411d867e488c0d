package majix.query;

import org.jspecify.annotations.Nullable;

/// The search vocabulary, one row for each field. Parser, index schema, help and documentation loop over it.
public enum Field {
    TO('t', "to", Kind.ADDRESSES, "To", "t:alice@example.org"),
    CC('c', "cc", Kind.ADDRESSES, "Cc", "c:alice"),
    FROM('f', "from", Kind.ADDRESSES, "From", "f:example.org"),
    SUBJECT('s', "subject", Kind.WORDS, "Subject", "s:meeting"),
    BODY('b', "body", Kind.WORDS, "text of the message, forwarded messages included", "b:budget"),
    ATTACHMENT('n', "attachment", Kind.NAMES, "attachment file names: the whole name or any word of it",
            "n:report.pdf"),
    ID('m', "id", Kind.ID, "Message-ID, whole, with or without <>", "m:1234@example.org"),
    PATH('p', "path", Kind.PATH, "part of the path, case-sensitive; ^ anchors at its start", "p:lists/dev"),
    DATE('d', "date", Kind.DATE, "days, both ends included", "d:2w-"),
    SIZE('z', "size", Kind.SIZE, "bytes, both ends included; k, m, g", "z:100k-2m"),
    FLAGS('F', "flag", Kind.FLAGS, "s r f d t p l (seen replied flagged draft trashed passed limited), - not", "F:-s");

    /// How a field's values are stored and matched.
    public enum Kind {
        /// Free text, split into words.
        WORDS,
        /// Address headers: words, and besides whole addresses, domains and local parts.
        ADDRESSES,
        /// File names: the whole name, and its words.
        NAMES,
        /// Message-IDs, whole.
        ID,
        /// Paths, by substring.
        PATH,
        /// A time.
        DATE,
        /// A number of bytes.
        SIZE,
        /// A set of flags.
        FLAGS;

        /// Whether keys of this kind can be combined with others (`tcf:`).
        public boolean combinable() {
            return switch (this) {
                case WORDS, ADDRESSES, NAMES, PATH -> true;
                case ID, DATE, SIZE, FLAGS -> false;
            };
        }
    }

    private final char letter;
    private final String longName;
    private final Kind kind;
    private final String help;
    private final String example;

    Field(char letter, String longName, Kind kind, String help, String example) {
        this.letter = letter;
        this.longName = longName;
        this.kind = kind;
        this.help = help;
        this.example = example;
    }

    /// The key letter, case-sensitive.
    public char letter() {
        return letter;
    }

    /// The long key name, lower case.
    public String longName() {
        return longName;
    }

    /// How it is stored and matched.
    public Kind kind() {
        return kind;
    }

    /// One line of help.
    public String help() {
        return help;
    }

    /// A query argument that uses it.
    public String example() {
        return example;
    }

    /// The field of a key letter, or null.
    public static @Nullable Field ofLetter(char letter) {
        for (Field field : values()) {
            if (field.letter == letter) {
                return field;
            }
        }
        return null;
    }
}
