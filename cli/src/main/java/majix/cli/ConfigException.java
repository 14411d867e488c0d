package majix.cli;

/// A configuration that majix cannot work with. The message is one line of text for people: it names file and line
/// where they are known and says what is accepted.
final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(String line) {
        super(line);
    }

    /// The line for people.
    String line() {
        return String.valueOf(getMessage());
    }
}
