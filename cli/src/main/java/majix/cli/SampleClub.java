package majix.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The invented sailing club of the sample archive: who writes, and what about. The same messages at every call.
final class SampleClub {
    static final String DOMAIN = "gullwick-sc.example";
    static final String LIST = "skippers@lists." + DOMAIN;
    /// The attachment that one message only has.
    static final String CHART = "harbour-chart.pdf";
    static final int MESSAGES = 300;
    private static final int THREADS = 75;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 9);
    private static final int DAYS = 1070;

    /// A member of the club.
    record Person(String name, String user, ZoneOffset zone) {
        String address() {
            return user + "@" + DOMAIN;
        }

        String header() {
            return SampleMail.encoded(name) + " <" + address() + ">";
        }
    }

    /// Something to write about.
    record Topic(String subject, String attachment, String opening, List<String> answers) {
        Topic {
            answers = List.copyOf(answers);
        }
    }

    private static final List<Person> PEOPLE = List.of(new Person("Marta Lindqvist", "marta", ZoneOffset.ofHours(1)),
            new Person("Bram Okonjo", "bram", ZoneOffset.UTC),
            new Person("Jürgen Weißbach", "jw", ZoneOffset.ofHours(1)),
            new Person("Ines Calloway", "ines", ZoneOffset.ofHours(-5)),
            new Person("Tadeo Arrieta", "tadeo", ZoneOffset.ofHours(2)),
            new Person("Priya Raman", "priya.raman", ZoneOffset.ofHoursMinutes(5, 30)),
            new Person("Sølvi Østby", "solvi", ZoneOffset.ofHours(1)),
            new Person("Hanna Prewitt", "hanna", ZoneOffset.UTC));

    private static final List<Topic> TOPICS = List.of(
            new Topic("Spring regatta", "",
                    "the date for the regatta is not settled yet. The harbour master offers the\n"
                            + "last weekend of the month; the tide is kinder a week later.",
                    List.of("A week later, please. Nobody enjoys the start line at low water.",
                            "I can run the committee boat on either day.",
                            "Last time we had 23 boats. Shall we open the entries now?",
                            "The spinnaker class wants its own start this year.")),
            new Topic("Autumn regatta results", "results.ods", "here are the results. Two protests are still open, so\n"
                    + "please do not print them for the notice board yet.",
                    List.of("Boat 41 is missing, she retired after the second race.",
                            "The protest was withdrawn over a cup of tea.",
                            "Splendid, thank you for counting all of it.")),
            new Topic("New life jackets", "",
                    "twelve of our life jackets failed the inflation test. I asked two shops\n"
                            + "for an offer; the cheaper one wants 61 each.",
                    List.of("Please take the ones with a crotch strap, for the juniors.",
                            "The treasurer says yes if it stays below 800.",
                            "I can fetch them with the van on Saturday.")),
            new Topic("Broken rudder on the red dinghy", "rudder.jpg", "the lower pintle of the red dinghy has torn\n"
                    + "out of the transom. She must not go out until it is glassed in again.",
                    List.of("I have epoxy and a dry garage. Who helps to carry?",
                            "That repair was mine, two winters ago. Sorry.",
                            "Done. Let it cure for three days before anybody leans on it.")),
            new Topic("Winter lay-up rota", "rota.csv", "the crane comes at eight. Masts down the evening before, and\n"
                    + "nobody stands below the slings.",
                    List.of("Put me down for the first tide.", "I am away, can somebody see to my cover?",
                            "We need two more on the ropes.")),
            new Topic("Mooring fees", "", "the port raises the mooring fees by four per cent. I suggest that the club\n"
                    + "carries half of it this year.",
                    List.of("Half is fair.", "What does the budget say about the slipway, then?",
                            "Invoices went out today, 30 days net.")),
            new Topic("Night passage to Skerry Sound", "passage-plan.pdf",
                    "we would leave with the ebb at 21:40 and be\n"
                            + "off the light by three. Wind south-west, four.",
                    List.of("I will take the middle watch, as always.", "Is the spinnaker staying on shore?",
                            "The forecast has turned: six, and rain. I would wait.",
                            "What a night. Thank you, all of you.")),
            new Topic("Öppet hus på lördag", "", "on Saturday the boathouse is open for everybody. We need coffee, a\n"
                    + "knot table and somebody patient for the rowing boat.",
                    List.of("Jag tar med bullar. And the kettle.", "Knots are mine.",
                            "Forty visitors, six new members!")),
            new Topic("Radio course", "", "the radio course has four places left. The exam is in English, the theory\n"
                    + "evenings are in the clubhouse.",
                    List.of("Two for my family, please.", "Could the microphone of channel 72 be mended before?")),
            new Topic("Grüße aus Kiel", "",
                    "here is a card from the other shore: good wind, dear harbours, cheap rolls.\n"
                            + "The engine holds.",
                    List.of("We envy you. It rains on the pontoon.", "Bring some of that rope, 10 mm, please.")),
            new Topic("Slipway winch", "winch-invoice.pdf", "the winch slips under load. The brake lining is worn to\n"
                    + "the rivets; a new one takes two weeks.",
                    List.of("Lock it until then, please, with a note on it.",
                            "The note is on it. The lock is on order.")));

    private final Random random = new Random(1872);
    private final List<SampleMail> mails = new ArrayList<>();

    private SampleClub() {}

    /// All messages, thread by thread.
    static List<SampleMail> mails() {
        SampleClub club = new SampleClub();
        for (int thread = 0; thread < THREADS; thread++) {
            // what is left is shared out so that the sum comes out even
            int share = (MESSAGES - club.mails.size()) / (THREADS - thread);
            int size = thread == THREADS - 1 ? share : Math.max(1, share - 3 + club.random.nextInt(7));
            club.thread(thread, Math.min(size, 8));
        }
        while (club.mails.size() < MESSAGES) {
            club.thread(THREADS + club.mails.size(), 1);
        }
        return List.copyOf(club.mails.subList(0, MESSAGES));
    }

    private void thread(int thread, int size) {
        Topic topic = TOPICS.get(thread % TOPICS.size());
        boolean list = random.nextInt(3) == 0;
        int writer = random.nextInt(PEOPLE.size());
        int reader = (writer + 1 + random.nextInt(PEOPLE.size() - 1)) % PEOPLE.size();
        int day = DAYS * Math.min(thread, THREADS - 1) / THREADS + random.nextInt(10);
        List<String> parents = new ArrayList<>();
        String quoted = topic.opening();
        for (int place = 0; place < size; place++) {
            Person from = PEOPLE.get(place % 2 == 0 ? writer : reader);
            Person to = PEOPLE.get(place % 2 == 0 ? reader : writer);
            String answer = topic.answers().get(Math.floorMod(place - 1, topic.answers().size()));
            String body = place == 0 ? topic.opening() : "> " + quoted.replace("\n", "\n> ") + "\n\n" + answer;
            boolean last = place == size - 1;
            SampleMail mail = new SampleMail(thread, place, from, to, list,
                    (place == 0 ? "" : "Re: ") + topic.subject(),
                    date(day), parents, letter(from, to, list, body), place == 0 ? attachment(thread, topic) : "",
                    topic.attachment().isEmpty() && random.nextInt(4) == 0, !last || random.nextInt(4) > 0, !last,
                    random.nextInt(12) == 0);
            mails.add(mail);
            parents.add(mail.id());
            quoted = place == 0 ? topic.opening() : answer;
            day += 1 + random.nextInt(2);
        }
    }

    private static String attachment(int thread, Topic topic) {
        return thread == 6 ? CHART : topic.attachment();
    }

    private static String letter(Person from, Person to, boolean list, String body) {
        String greeting = list ? "Dear skippers," : "Dear " + first(to) + ",";
        return greeting + "\n\n" + body + "\n\n" + first(from) + "\n";
    }

    private static String first(Person person) {
        return person.name().substring(0, person.name().indexOf(' '));
    }

    /// Between eight and eight o'clock UTC, and never within three days of a year's end: it is the same day and year in
    /// nearly every zone, the same year in all.
    private Instant date(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        LocalDate clear = date.getDayOfYear() > 362
                ? date.plusDays(8)
                : date.plusDays(Math.max(0, 4 - date.getDayOfYear()));
        return clear.atTime(8 + random.nextInt(12), random.nextInt(60), random.nextInt(60)).toInstant(ZoneOffset.UTC);
    }
}
