package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts of the README, the manual pages and the completions are made of what the program knows. They stand between
/// `BEGIN generated: NAME` and `END generated`. If they differ, this says how to write them anew.
class GeneratedTextTest {
    private static final Pattern PART = Pattern.compile(
            "(BEGIN generated: ([a-z-]+)[^\n]*\n)(.*?)([^\n]*END generated)",
            Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"../README.md", "src/main/dist/man/majix.1", "src/main/dist/man/majix-query.7",
            "src/main/dist/completions/majix.bash", "src/main/dist/completions/_majix",
            "src/main/dist/completions/majix.fish"})
    void whatIsGeneratedIsWhatTheProgramKnows(String name) throws IOException {
        Path file = Path.of(name);
        String text = Files.readString(file);
        Map<String, Supplier<String>> parts = GeneratedText.parts();
        StringBuilder made = new StringBuilder();
        Matcher part = PART.matcher(text);
        int count = 0;
        while (part.find()) {
            assertThat(parts).as(name).containsKey(part.group(2));
            String fresh = parts.get(part.group(2)).get();
            part.appendReplacement(made, Matcher.quoteReplacement(part.group(1) + fresh + part.group(4)));
            count++;
        }
        part.appendTail(made);
        assertThat(count).as("generated parts in " + name).isPositive();
        if (Boolean.getBoolean("majix.generate")) {
            Files.writeString(file, made);
        } else {
            assertThat(text).as("the program changed: mvn -pl cli -am test -Dtest=GeneratedTextTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dmajix.generate=true writes " + name + " anew")
                    .isEqualTo(made.toString());
        }
    }

    @Test
    void everyOptionOfHelpIsInTheManualPage() throws IOException {
        String page = Files.readString(Path.of("src/main/dist/man/majix.1")).replace("\\-", "-");
        for (HelpTable.Option option : HelpTable.read().options()) {
            for (String name : option.names()) {
                assertThat(page).as(name)
                        .containsPattern("\n\\.It ([^\n]* , )?Fl " + Pattern.quote(name.substring(1)) + "(?![a-z])");
            }
        }
    }

    @Test
    void everyOptionOfHelpIsAccepted() {
        for (HelpTable.Option option : HelpTable.read().options()) {
            for (String name : option.names()) {
                String[] args = {name, "1"};
                try {
                    CommandLine.parse(args);
                } catch (Failure e) {
                    assertThat(e.line()).as(name).doesNotContain("unrecognized");
                }
            }
        }
    }

    @Test
    void everySubcommandOfHelpIsOne() {
        assertThat(HelpTable.read().subcommands()).hasSizeGreaterThan(4)
                .allMatch(subcommand -> Main.isSubcommand(subcommand.name()));
    }
}
