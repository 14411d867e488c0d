package majix.cli;

import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// How the subcommands that picocli reads treat their command lines.
final class Subcommand {
    private Subcommand() {}

    /// Sets the options of a command, which gets `-h` too, or says what they are if that is asked for.
    ///
    /// @param line picocli's form of the command
    /// @param args the command line; `args[0]` is the subcommand's name
    /// @return whether the command is to run; false if all was said
    /// @throws Failure if the command line is wrong
    static boolean read(CommandLine line, String[] args, Console console) throws IOException {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Say this.").build());
        try {
            line.parseArgs(Arrays.copyOfRange(args, 1, args.length));
        } catch (ParameterException e) {
            throw new Failure(Failure.BAD_INPUT, args[0] + ": " + told(e, args[0]));
        }
        if (line.isUsageHelpRequested()) {
            console.print(line.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
            return false;
        }
        return true;
    }

    /// What is wrong, in the words of the command lines that are read by hand.
    private static String told(ParameterException e, String command) {
        return switch (e) {
            case UnmatchedArgumentException unknown when unknown.isUnknownOption() -> "unrecognized option \""
                    + unknown.getUnmatched().getFirst() + "\"; majix " + command + " --help lists the options";
            case UnmatchedArgumentException other -> "\"" + other.getUnmatched().getFirst()
                    + "\": only options are wanted, majix " + command
                    + " --help lists them; to search for the word: majix -- " + command;
            case MissingParameterException missing when missing.getMissing()
                    .getFirst() instanceof OptionSpec option ->
                "option " + option.shortestName() + " needs a value after it";
            default -> String.valueOf(e.getMessage());
        };
    }
}
