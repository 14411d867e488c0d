package majix.indexer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import majix.formats.Problem;
import majix.formats.Problems;

/// Tells each problem that is told without `-v` once, also in a run that begins again and meets all of them again.
final class ToldOnce implements Problems {
    private final Problems next;
    private final Set<Problem> told = ConcurrentHashMap.newKeySet();

    ToldOnce(Problems next) {
        this.next = next;
    }

    @Override
    public void report(Problem problem) {
        boolean again = switch (problem.kind()) {
            case MISSING, UNREADABLE -> !told.add(problem);
            case NOT_MAIL, ODD_SEPARATOR, ODD_MESSAGE -> false;
        };
        if (!again) {
            next.report(problem);
        }
    }
}
