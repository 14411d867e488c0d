package majix.formats.faults;

import java.util.Random;

/// The points at which faults are tried: each change that a run makes, or with a seed every so many of them. The system
/// property `majix.torture` says every how many; without it a test takes what it has time for.
public final class Points {
    private static final long SEED = 20_251;

    private Points() {}

    /// One run with a fault, one without, and all that is to hold after either.
    public interface Trial {
        void run(FaultyDisk disk) throws Exception;
    }

    /// Tries a fault at one point after the other until there is none left.
    ///
    /// @param usual every how many points there is a trial, in a test without the property
    /// @return how many there were
    public static int everywhere(String what, Fault fault, int usual, Trial trial) throws Exception {
        int every = Integer.getInteger("majix.torture", usual);
        int tried = 0;
        // rare changes can all lie before the first point
        for (int first = new Random(SEED).nextInt(every); tried == 0; first /= 2) {
            tried = from(first, every, what, fault, trial);
            if (first == 0) {
                break;
            }
        }
        if (Integer.getInteger("majix.torture") != null) {
            System.out.println("faults: " + what + ", " + fault + ": " + tried + " points");
        }
        return tried;
    }

    private static int from(int first, int every, String what, Fault fault, Trial trial) throws Exception {
        for (int at = first;; at += every) {
            FaultyDisk disk = new FaultyDisk(fault, at);
            try {
                trial.run(disk);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(what + ", " + fault + " at change " + at + ", behind " + disk.changes(), e);
            }
            if (!disk.struck()) {
                return (at - first) / every;
            }
        }
    }
}
