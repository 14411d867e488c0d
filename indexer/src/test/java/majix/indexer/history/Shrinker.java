package majix.indexer.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes a list that fails as short and as simple as it will go and still fail: delta debugging, then simpler elements,
/// until neither helps.
///
/// @param <T> the elements
final class Shrinker<T> {
    private final Function<T, List<T>> simpler;
    private final Predicate<List<T>> fails;
    private int tries;

    /// @param simpler for an element, others that say less
    Shrinker(Function<T, List<T>> simpler, Predicate<List<T>> fails) {
        this.simpler = simpler;
        this.fails = fails;
    }

    /// @param list one that fails
    List<T> shrink(List<T> list) {
        List<T> best = List.copyOf(list);
        boolean better = true;
        while (better) {
            List<T> less = simplify(drop(best));
            better = !less.equals(best);
            best = less;
        }
        return best;
    }

    /// How many lists were tried.
    int tries() {
        return tries;
    }

    private boolean fails(List<T> list) {
        tries++;
        return fails.test(list);
    }

    private List<T> drop(List<T> list) {
        List<T> best = list;
        for (int size = Math.max(1, best.size() / 2); size > 0; size /= 2) {
            int at = Math.max(0, best.size() - size);
            while (at >= 0) {
                List<T> less = new ArrayList<>(best);
                less.subList(at, Math.min(at + size, less.size())).clear();
                if (less.size() < best.size() && fails(less)) {
                    best = less;
                }
                at = at == 0 ? -1 : Math.max(0, at - size);
            }
        }
        return best;
    }

    private List<T> simplify(List<T> list) {
        List<T> best = new ArrayList<>(list);
        for (int at = 0; at < best.size(); at++) {
            boolean better = true;
            while (better) {
                better = false;
                for (T other : simpler.apply(best.get(at))) {
                    List<T> changed = new ArrayList<>(best);
                    changed.set(at, other);
                    if (!changed.equals(best) && fails(changed)) {
                        best = changed;
                        better = true;
                        break;
                    }
                }
            }
        }
        return List.copyOf(best);
    }
}
