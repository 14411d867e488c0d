package majix.indexer.history;

/// What was done in playing histories.
final class Counts {
    long histories;
    long steps;
    long runs;
    long fresh;
    long questions;
    long findings;

    @Override
    public String toString() {
        return "histories: " + histories + "\nsteps: " + steps + "\nindexing runs: " + runs + "\nfresh indexes: "
                + fresh + "\nqueries compared: " + questions + "\nfindings: " + findings;
    }
}
