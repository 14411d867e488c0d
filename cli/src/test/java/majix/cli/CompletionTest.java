package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The completions, run by the shells that they are for. A shell that is not installed is skipped.
class CompletionTest {
    private static final Path FILES = Path.of("src/main/dist/completions").toAbsolutePath();
    /// What bash sets before it calls the function; compopt works in a real completion only.
    private static final String BASH = """
            source '%s'
            compopt() { :; }
            complete_words() {
                COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_POINT=${#COMP_LINE} COMPREPLY=()
                _majix
                echo "$COMP_LINE => ${COMPREPLY[*]}"
            }
            """.formatted(FILES.resolve("majix.bash"));

    @TempDir
    Path top;

    private User user;
    private Path started;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
        user.file(".mairixrc.saved", "# kept by majix\nwet: -t s:regatta\nboats: b:jackets\n");
        // whoever starts one of these leaves a trace
        started = top.resolve("started");
        Path bin = Files.createDirectories(top.resolve("bin"));
        for (String name : List.of("java", "majix", "mairix")) {
            Path program = bin.resolve(name);
            Files.writeString(program, "#!/bin/sh\ntouch '" + started + "'\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    @AfterEach
    void nothingWasStarted() {
        assertThat(started).doesNotExist();
    }

    private String run(String shell, String script) throws IOException, InterruptedException {
        boolean found = false;
        for (String directory : System.getenv("PATH").split(":", -1)) {
            found |= Files.isExecutable(Path.of(directory, shell));
        }
        Assumptions.assumeTrue(found, shell + " is not installed");
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(
                shell.equals("bash") ? List.of("--norc", "-c") : shell.equals("zsh") ? List.of("-fc") : List.of("-c"));
        command.add(script);
        ProcessBuilder builder = new ProcessBuilder(command).directory(user.home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", user.home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TERM", "xterm");
        builder.environment().put("PATH", top.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.replace(user.home.toString(), "~");
    }

    private String bash(String... lines) throws Exception {
        StringBuilder script = new StringBuilder(BASH);
        for (String line : lines) {
            // readline parts words at colons and equals signs, too
            String words = line.replaceAll("([:=])", " $1 ") + (line.endsWith(" ") ? "''" : "");
            script.append("COMP_LINE='").append(line).append("'; complete_words ").append(words.replace("~", "\\~"))
                    .append('\n');
        }
        return run("bash", script.toString());
    }

    @Test
    void bashCompletesCommandsOptionsAndTheirValues() throws Exception {
        assertThat(
                bash("majix st", "mairix st", "majix --fo", "majix --format=c", "majix --group-by mo", "majix help q",
                        "majix -t sub", "majix check --r"))
                .isEqualTo("""
                        majix st => status
                        mairix st =>\s
                        majix --fo => --force-hardlinks --force --format
                        majix --format=c => csv
                        majix --group-by mo => month
                        majix help q => query
                        majix -t sub => subject:
                        majix check --r => --repair
                        """);
    }

    @Test
    void bashCompletesFoldersSavedSearchesAndFlags() throws Exception {
        assertThat(bash("majix p:", "majix s:x path:in", "majix p:~o", "majix q:w", "majix up ", "majix F:-s"))
                .isEqualTo("""
                        majix p: => archive inbox old
                        majix s:x path:in => inbox
                        majix p:~o => ~old
                        majix q:w => wet
                        majix up  => wet boats
                        majix F:-s => -s
                        """);
        assertThat(bash("majix F:l", "majix save --delete w", "majix save x s", "majix save new q:b"))
                .isEqualTo("""
                        majix F:l => l
                        majix save --delete w => wet
                        majix save x s => s: subject: size:
                        majix save new q:b => boats
                        """);
    }

    @Test
    void bashKnowsTheOptionsOfEachSubcommand() throws Exception {
        assertThat(bash("majix show --", "majix save --d", "majix serve --i", "majix extract --l",
                "majix addresses --m", "majix -f x --nar"))
                .isEqualTo("""
                        majix show -- => --rcfile --headers --color --help
                        majix save --d => --delete
                        majix serve --i => --idle
                        majix extract --l => --list
                        majix addresses --m => --me
                        majix -f x --nar => --narrow
                        """);
        assertThat(bash("majix p:^" + user.home + "/Mail/in")).endsWith(" => ^~/Mail/inbox\n");
    }

    @Test
    void theRcFileOfTheCommandLineCounts() throws Exception {
        user.file("other.rc", "base=$HOME/Mail\ndatabase = ~/nowhere\n");
        assertThat(bash("majix -f other.rc p:i", "majix --rcfile other.rc q:w", "majix -f ~/.mairixrc p:i"))
                .isEqualTo("""
                        majix -f other.rc p:i =>\s
                        majix --rcfile other.rc q:w =>\s
                        majix -f ~/.mairixrc p:i => inbox
                        """);
        Files.delete(user.rc);
        assertThat(bash("majix p:i", "majix st")).isEqualTo("majix p:i => \nmajix st => status\n");
    }

    @Test
    void bashAnswersBeforeAnybodyNotices() throws Exception {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            names.append(user.home).append("/Mail/lists/list").append(i).append('\n');
        }
        Files.writeString(user.home.resolve("index/folders"), names.toString());
        String out = run("bash", BASH + """
                COMP_LINE=majix\\ p:lists/list9
                before=${EPOCHREALTIME/./}
                complete_words majix p : lists/list9
                echo $((${EPOCHREALTIME/./} - before))
                """);
        long micros = Long.parseLong(out.substring(out.indexOf('\n') + 1).trim());
        assertThat(out).startsWith("majix p:lists/list9 => lists/list9 lists/list90 ");
        // 25 ms where this was written; a JVM would take four times that to start
        assertThat(micros).isLessThan(300_000);
    }

    @Test
    void fishCompletesTheSame() throws Exception {
        String out = run("fish", "source '" + FILES.resolve("majix.fish")
                + """
                        '
                        for line in "majix sta" "majix --format=c" "majix p:" "majix q:w" "majix up " "majix help q" "mairix s:x p:i" "majix check --rep" "majix save --delete w" "majix check --n" "majix s:x --narr" "majix show --h"
                            echo "$line => "(complete -C $line | string replace -r '\\t.*' '')
                        end
                        """);
        assertThat(out).isEqualTo("""
                majix sta => status
                majix --format=c => --format=csv
                majix p: => p:archive majix p: => p:inbox majix p: => p:old
                majix q:w => q:wet
                majix up  => boats majix up  => wet
                majix help q => query
                mairix s:x p:i => p:inbox
                majix check --rep => --repair
                majix save --delete w => wet

                majix s:x --narr => --narrow
                majix show --h => --headers majix show --h => --help
                """);
    }

    @Test
    void zshCompletesTheSame() throws Exception {
        String out = run("zsh", """
                zmodload zsh/zpty || exit
                zpty z zsh -f -i
                zpty -w z "PS1= fpath=('%s' \\$fpath); autoload -U compinit; compinit -u -D; print r''eady"
                until [[ $text == *ready* ]]; do zpty -r z text || break; done
                for line in 'majix sta' 'majix --format=c' 'majix s:x p:in' 'majix q:w' 'majix help q' \
                        'majix serve --id' 'majix save --delete wet' 'majix extract --li'; do
                    # the terminal may echo what is typed before the shell reads it; "typed" it shows only then
                    zpty -n -w z "$line"$'\\t\\C-a: \\C-e\\nprint ty""ped\\n'
                    text=
                    until [[ $text == *typed* ]]; do zpty -r z part || break; text+=$part; done
                    print -r -- "$text"
                done
                zpty -d z
                """.formatted(FILES));
        Assumptions.assumeFalse(out.contains("failed to load module"), "zsh has no zpty");
        assertThat(out.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")).contains("majix status", "--format=csv", "p:inbox",
                "q:wet", "help query", "majix serve --idle", "majix extract --list");
    }
}
