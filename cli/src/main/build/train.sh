#!/bin/sh
# Makes the ahead-of-time cache: train.sh JAVA JAR CACHE. Runs every kind of search once in one JVM (majix.cli.Training)
# over an invented archive and lets the JVM write down what it loaded.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
flags='-XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djdk.reflect.useNativeAccessorOnly=true -Djava.util.logging.config.file=/dev/null'
"$1" $flags -XX:AOTCacheOutput="$3.new" -cp "$2" majix.cli.Training "$work/sample" >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; exit 1; }
[ -e "$3.new" ] && mv "$3.new" "$3"
