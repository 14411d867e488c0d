package majix.cli;

import java.util.List;

/// Addresses that no person reads: what programs write from, and where lists take their orders.
final class Robots {
    private static final List<String> WHOLE = List.of("mailer-daemon", "postmaster", "majordomo", "listserv",
            "listmaster",
            "mailman", "root", "nobody", "daemon", "notification", "notifications", "newsletter", "automailer",
            "autoreply", "bounce", "bounces", "unsubscribe", "subscribe");
    private static final List<String> PARTS = List.of("noreply", "no-reply", "no_reply", "no.reply", "donotreply",
            "do-not-reply", "do_not_reply", "nepasrepondre", "bounce+", "bounces+", "bounce-", "bounces-", "-bounces",
            "-bounce", "mailer-daemon");
    private static final List<String> ENDS = List.of("-request", "-owner", "-admin", "-subscribe", "-unsubscribe",
            "-errors", "-bot", "[bot]");

    private Robots() {}

    /// Whether an address, lower case, looks like one of them.
    static boolean isRobot(String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        if (WHOLE.contains(local) || local.startsWith("owner-") || local.startsWith("srs0=")) {
            return true;
        }
        for (String part : PARTS) {
            if (local.contains(part)) {
                return true;
            }
        }
        for (String end : ENDS) {
            if (local.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
