package majix.formats;

/// Where problems are told to. Called from any thread.
@FunctionalInterface
public interface Problems {
    void report(Problem problem);
}
