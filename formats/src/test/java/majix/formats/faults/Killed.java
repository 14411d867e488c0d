package majix.formats.faults;

/// What a kill is to the code: nothing catches it.
public final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed(String change) {
        super("killed before " + change, null, false, false);
    }
}
