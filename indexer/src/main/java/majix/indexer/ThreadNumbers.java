package majix.indexer;

import java.util.Arrays;

/// Gives messages thread numbers as they are added: a message that shares an id with one added not long ago has its
/// number. Older and deleted messages are not looked at, so that [Threads] has the last word, but it finds little left to
/// change. For all worker threads of a run.
final class ThreadNumbers {
    private static final int SLOTS = 1 << 19;
    private static final int NONE = -1;

    private final int first;
    private int next;
    /// Hashes of ids, each in the only slot it can have.
    private final long[] ids = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];
    /// For each number from the first one on a smaller number of the same thread, or itself.
    private int[] parents = new int[1024];
    private NewIds added = new NewIds();

    /// @param first smallest number never used
    ThreadNumbers(int first) {
        this.first = first;
        this.next = first;
        Arrays.fill(numbers, NONE);
    }

    /// Smallest number never used.
    synchronized int next() {
        return next;
    }

    /// Gives up all numbers below another one, which were used otherwise.
    synchronized void continueFrom(int newNext) {
        while (next < newNext) {
            give();
        }
    }

    /// The ids of all messages given a number since this was last asked.
    synchronized NewIds added() {
        NewIds taken = added;
        added = new NewIds();
        return taken;
    }

    /// The number of a message.
    ///
    /// @param hashes of the ids it has or mentions, see [Schema.Ids#hash]
    synchronized int of(long[] hashes) {
        added.add(hashes);
        int number = NONE;
        for (long hash : hashes) {
            int slot = slot(hash);
            if (numbers[slot] != NONE && ids[slot] == hash) {
                int known = rootOf(numbers[slot]);
                number = number == NONE ? known : union(number, known);
            }
        }
        if (number == NONE) {
            number = give();
        }
        for (long hash : hashes) {
            int slot = slot(hash);
            ids[slot] = hash;
            numbers[slot] = number;
        }
        return number;
    }

    private int give() {
        int index = next - first;
        if (index == parents.length) {
            parents = Arrays.copyOf(parents, 2 * index);
        }
        parents[index] = next;
        return next++;
    }

    private static int slot(long hash) {
        return (int) hash & SLOTS - 1;
    }

    private int union(int a, int b) {
        int least = Math.min(a, b);
        parents[Math.max(a, b) - first] = least;
        return least;
    }

    private int rootOf(int number) {
        int at = number;
        while (parents[at - first] != at) {
            parents[at - first] = parents[parents[at - first] - first];
            at = parents[at - first];
        }
        return at;
    }

    /// The number that the thread of a number given by [#of] has now.
    synchronized int root(int number) {
        return rootOf(number);
    }
}
