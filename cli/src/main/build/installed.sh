#!/bin/sh
# In an installed majix, as lib/majix/prepare.sh: makes the start-up caches for exactly this runtime and jar.
# prepare.sh --caches DIRECTORY makes them anew there, where the package's launch looks for them; else they are made
# beside this file, and launch is written.
set -u
# for everybody, whoever starts it first
umask 022
lib=$(cd "$(dirname "$0")" && pwd -P) || exit 3
. "$lib/steps.sh"

home=$lib/runtime
jar=$lib/majix.jar
[ -x "$home/bin/java" ] && [ -e "$jar" ] || fail "parts of $lib are missing: install majix anew"
id=$(build_id "$home" "$jar")
if [ "${1:-}" = --caches ]; then
    rm -f "$2"/majix-*.aot
    make_caches "$lib/train.sh" "$home" "$jar" "$2" "$id"
    [ -n "$cache$index_cache" ]
    exit
fi
[ -w "$lib" ] || fail "$lib cannot be written: start majix once as its owner"
echo "majix: first start, making the start-up caches (some seconds)" >&2
make_caches "$lib/train.sh" "$home" "$jar" "$lib" "$id"
client=$lib/majix-client
[ -x "$client" ] || client=
write_launch "$lib/launch" "$home/bin/java" "$jar" "$cache" "$index_cache" "$client" "$id"
