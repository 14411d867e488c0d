#!/bin/sh
# Writes cli/target/launch for the launcher: where JDK 25 is, the jar, the ahead-of-time cache made for exactly these
# two, and the client that asks a resident majix, if there is a C compiler. With --build it first builds the jar if it is
# not there.
set -u
cd "$(dirname "$0")/../../.." || exit 3
cli=$PWD
# one at a time: two first starts, by cron and by hand, would build in each other's way
if [ -z "${MAJIX_PREPARING:-}" ] && command -v flock >/dev/null && mkdir -p "$cli/target"; then
    MAJIX_PREPARING=1 exec flock "$cli/target" sh "$cli/src/main/build/prepare.sh" "$@"
fi
. "$cli/src/main/build/steps.sh"

home=$(find_java)
[ -n "$home" ] || fail "JDK 25 is missing: install it (Debian: temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME to it"
jar=$cli/target/majix.jar
if [ "${1:-}" = --build ] && [ ! -e "$jar" ]; then
    command -v mvn >/dev/null || fail "Maven is missing: install it (Debian: apt install maven)"
    echo "majix: first start, building (a minute or two)" >&2
    log=$(mktemp) || exit 3
    if ! (cd "$cli/.." && mvn -q -B -DskipTests -Dspotless.check.skip=true -Dmdep.analyze.skip=true -Dmajix.prepare.skip=true package) >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "the build failed"
    fi
    rm -f "$log"
fi
[ -e "$jar" ] || fail "there is no $jar: run mvn package"

id=$(build_id "$home" "$jar")
make_caches "$cli/src/main/build/train.sh" "$home" "$jar" "$cli/target" "$id"
client=$cli/target/majix-client
compile_client "$cli/src/main/c/majix-client.c" "$client" || client=
write_launch "$cli/target/launch" "$home/bin/java" "$jar" "$cache" "$index_cache" "$client" "$id"
