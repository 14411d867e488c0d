#!/bin/sh
# Makes an ahead-of-time cache: train.sh JAVA JAR CACHE search|index. Runs every kind of search, or of indexing, once in
# one JVM (majix.cli.Training) over an invented archive and lets the JVM write down what it loaded.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work" "$3.$$" "$3.$$.config"' EXIT
flags='-XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djdk.reflect.useNativeAccessorOnly=true -Djava.util.logging.config.file=/dev/null'
if ! "$1" $flags -cp "$2" majix.cli.Training prepare "$work/sample" >"$work/log" 2>&1 ||
    ! "$1" $flags -XX:AOTCacheOutput="$3.$$" -cp "$2" majix.cli.Training "$4" "$work/sample" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
fi
[ -e "$3.$$" ] && mv "$3.$$" "$3"
