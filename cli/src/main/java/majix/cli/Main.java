package majix.cli;

/// The program's entry.
public final class Main {
    private Main() {}

    /// Runs one command line.
    public static void main(String[] args) {
        System.exit(2);
    }
}
