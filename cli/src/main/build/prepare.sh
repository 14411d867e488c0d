#!/bin/sh
# Writes cli/target/launch for the launcher: where JDK 25 is, the jar, the ahead-of-time cache made for exactly these
# two, and the client that asks a resident majix, if there is a C compiler. With --build it first builds the jar if it is
# not there.
set -u
cd "$(dirname "$0")/../../.." || exit 3
cli=$PWD

fail() {
    echo "majix: $1" >&2
    exit 3
}

quoted() {
    printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

is25() {
    [ -x "$1/bin/java" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_java() {
    for home in "${MAJIX_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && is25 "$home"; then
            echo "$home"
            return
        fi
    done
    java=$(command -v java) && home=$(dirname "$(dirname "$(readlink -f "$java")")") && is25 "$home" && echo "$home"
}

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

# The cache is bound to the bytes of the jar and the build of the JDK by its name.
id=$(cat "$jar" "$home/release" | cksum | tr ' ' -)
# Searches have one of their own, because the JVM takes in all of a cache at every start.
cache=$cli/target/majix-$id.aot
index_cache=$cli/target/majix-index-$id.aot
if [ ! -e "$cache" ]; then
    rm -f "$cli"/target/majix-*.aot
    sh "$cli/src/main/build/train.sh" "$home/bin/java" "$jar" "$cache" search || rm -f "$cache"
    sh "$cli/src/main/build/train.sh" "$home/bin/java" "$jar" "$index_cache" index || rm -f "$index_cache"
fi
[ -e "$cache" ] || cache=
[ -e "$index_cache" ] || index_cache=

# Linked statically it starts faster, but not every system has what that needs.
client=$cli/target/majix-client
source=$cli/src/main/c/majix-client.c
compile() {
    [ -e "$source" ] || return
    for cc in cc gcc clang; do
        command -v "$cc" >/dev/null || continue
        for link in -static ''; do
            # shellcheck disable=SC2086
            "$cc" -std=c99 -O2 -Wall -Wextra $link -o "$client.$$" "$source" 2>/dev/null &&
                mv "$client.$$" "$client" && return
        done
    done
    return 1
}
compile || client=

tmp=$cli/target/launch.$$
{
    echo "MAJIX_JAVA=$(quoted "$home/bin/java")"
    echo "MAJIX_JAR=$(quoted "$jar")"
    echo "MAJIX_CACHE=$(quoted "$cache")"
    echo "MAJIX_INDEX_CACHE=$(quoted "$index_cache")"
    echo "MAJIX_CLIENT=$(quoted "$client")"
    echo "MAJIX_BUILD=$(quoted "$id")"
} >"$tmp" && mv "$tmp" "$cli/target/launch"
