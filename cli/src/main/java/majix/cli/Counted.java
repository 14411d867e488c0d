package majix.cli;

/// A number with what it counts.
final class Counted {
    private Counted() {}

    static String of(long count, String one) {
        return of(count, one, one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
    }

    static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
