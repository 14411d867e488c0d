package majix.cli;

/// Where warnings about the configuration are told to: each one line of text for people, without the program's name.
@FunctionalInterface
interface Warnings {
    void warn(String line);
}
