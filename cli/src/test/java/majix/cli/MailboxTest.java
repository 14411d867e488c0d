package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Address headers as they are met: `header → name <address>` for each mailbox.
class MailboxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
            "ann@example.org → <ann@example.org>",
            "Ann <Ann@Example.org>, bob@example.org → Ann <ann@example.org>; <bob@example.org>",
            "\"Lee, Ann\" <ann@example.org>,,\"B\\\"o\\\"b\" <bob@x> → Lee, Ann <ann@example.org>; B\"o\"b <bob@x>",
            "Müller, Anna <anna@x>, Bob <bob@x> → Müller, Anna <anna@x>; Bob <bob@x>",
            "'Ann' <ann@x> → Ann <ann@x>",
            "'ann@x' <ann@x> → <ann@x>",
            "ann@x (Ann Lee) → Ann Lee <ann@x>",
            "friends: Ann <ann@x>, bob@x; cat@x → Ann <ann@x>; <bob@x>; <cat@x>",
            "undisclosed-recipients:; → ``",
            "nobody → ``",
            "\"open <ann@x> → \"open <ann@x>",
            "<ann@x> → <ann@x>",
            "<eve@y> <ann@x> → <eve@y> <ann@x>",
            "Ann <> → ``"})
    void headersHaveMailboxes(String header, String mailboxes) {
        StringBuilder text = new StringBuilder();
        for (Mailbox mailbox : Mailbox.of(header)) {
            text.append(text.isEmpty() ? "" : "; ").append(mailbox.name()).append(mailbox.name().isEmpty() ? "" : " ")
                    .append('<').append(mailbox.address()).append('>');
        }
        assertThat(text.toString()).isEqualTo(mailboxes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
            "Ann Lee <ann@x>, Bob <bob@y> → ann@x → Ann Lee",
            "<eve@y> <ann@x> → ann@x → ann@x",
            "ann@x (Ann Lee) → ann@x → Ann Lee",
            "ann@x → ann@x → ann@x",
            "\"<eve@y>, Ann\" <ann@x> → ann@x → <eve@y>, Ann",
            "nobody → `` → nobody",
            "Ann <ann@x → ann@x → Ann"})
    void aSenderHasAnAddressAndAName(String from, String address, String name) {
        assertThat(Senders.address(from)).isEqualTo(address);
        assertThat(Senders.name(from)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"noreply@x, true", "no-reply+12@x, true", "mailer-daemon@x, true", "dev-bounces+ann=x@lists, true",
            "dev-request@lists, true", "owner-dev@lists, true", "build-bot@x, true", "ann@x, false",
            "requester@x, false", "bob.botting@x, false", "replyson@noreply.example, false"})
    void whatNoPersonReadsIsKnown(String address, boolean robot) {
        assertThat(Robots.isRobot(address)).isEqualTo(robot);
    }
}
