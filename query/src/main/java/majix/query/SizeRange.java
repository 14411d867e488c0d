package majix.query;

/// A range of sizes in bytes, both ends included.
///
/// @param least smallest size, 0 where it is open
/// @param most largest size, [Long#MAX_VALUE] where it is open
public record SizeRange(long least, long most) {
    public SizeRange {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }
}
