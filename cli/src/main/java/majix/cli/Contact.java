package majix.cli;

import java.util.HashMap;
import java.util.Map;

/// What is known of one address: how often and when the user wrote to it, how often and when it was seen otherwise, and
/// the names it came with.
final class Contact {
    /// A message of this age counts half.
    private static final double HALF_DAYS = 60;
    private static final double DAY_MILLIS = 86_400_000;
    /// The owner of an address knows best how to write the name.
    private static final int OWN_NAME = 3;

    private final String address;
    private final Map<String, Integer> names = new HashMap<>();
    private String name = "";
    private int written;
    private int seen;
    private long lastWritten = Long.MIN_VALUE;
    private long lastSeen = Long.MIN_VALUE;
    private double writtenScore;
    private double seenScore;

    Contact(String address) {
        this.address = address;
    }

    /// The user wrote to it.
    void wrote(long date, long now) {
        written++;
        lastWritten = Math.max(lastWritten, date);
        writtenScore += weight(date, now);
    }

    /// It was there in a message of somebody else.
    ///
    /// @param sender whether it wrote the message
    void met(boolean sender, long date, long now) {
        seen++;
        lastSeen = Math.max(lastSeen, date);
        seenScore += weight(date, now) * (sender ? 1 : 0.25);
    }

    /// It came with a name; the newest messages come first.
    void named(String text, boolean sender) {
        if (text.isEmpty()) {
            return;
        }
        int count = names.getOrDefault(text, 0) + (sender ? OWN_NAME : 1);
        names.put(text, count);
        if (name.isEmpty() || count > names.getOrDefault(name, 0)) {
            name = text;
        }
    }

    /// 1 for a message of today, then less and less, but never nothing.
    private static double weight(long date, long now) {
        double days = Math.max(0, (now - date) / DAY_MILLIS);
        return HALF_DAYS / (HALF_DAYS + days);
    }

    String address() {
        return address;
    }

    /// The best name, or nothing.
    String name() {
        return name;
    }

    /// How many messages the user wrote to it.
    int written() {
        return written;
    }

    /// In how many other messages it was.
    int seen() {
        return seen;
    }

    /// When the user last wrote to it, milliseconds since the epoch; only if that happened.
    long lastWritten() {
        return lastWritten;
    }

    /// When it was last seen otherwise.
    long lastSeen() {
        return lastSeen;
    }

    double writtenScore() {
        return writtenScore;
    }

    double seenScore() {
        return seenScore;
    }

    boolean robot() {
        return Robots.isRobot(address);
    }
}
