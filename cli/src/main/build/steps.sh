# The steps of making majix ready to start, for prepare.sh and package.sh, and for prepare.sh of an installed majix.
# Sourced by these.

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

# Prints the home of a JDK 25.
find_java() {
    for home in "${MAJIX_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && is25 "$home"; then
            echo "$home"
            return
        fi
    done
    java=$(command -v java) && home=$(dirname "$(dirname "$(readlink -f "$java")")") && is25 "$home" && echo "$home"
}

# build_id HOME JAR: a name for the bytes of the jar and the build of the JDK; caches have it in theirs.
build_id() {
    cat "$2" "$1/release" | cksum | tr ' ' -
}

# cache_names DIRECTORY ID: sets cache and index_cache. Searches have one of their own, because the JVM takes in all of a
# cache at every start.
cache_names() {
    cache=$1/majix-$2.aot
    index_cache=$1/majix-index-$2.aot
}

# make_cache TRAIN HOME JAR CACHE search|index: the cache gets the time of the jar, by which the launcher knows that nothing
# has changed it.
make_cache() {
    sh "$1" "$2/bin/java" "$3" "$4" "$5" && touch -r "$3" "$4" || rm -f "$4"
}

# make_caches TRAIN HOME JAR DIRECTORY ID: sets cache and index_cache, to nothing where it could not be made.
make_caches() {
    cache_names "$4" "$5"
    if [ ! -e "$cache" ] || [ "$cache" -nt "$3" ] || [ "$3" -nt "$cache" ] || [ "$index_cache" -nt "$3" ]; then
        rm -f "$4"/majix-*.aot
        make_cache "$1" "$2" "$3" "$cache" search
        make_cache "$1" "$2" "$3" "$index_cache" index
    fi
    [ -e "$cache" ] || cache=
    [ -e "$index_cache" ] || index_cache=
}

# compile_client SOURCE CLIENT. Linked statically it starts faster, but not every system has what that needs.
compile_client() {
    [ -e "$1" ] || return
    for cc in cc gcc clang; do
        command -v "$cc" >/dev/null || continue
        for link in -static ''; do
            # shellcheck disable=SC2086
            "$cc" -std=c99 -O2 -Wall -Wextra $link -o "$2.$$" "$1" 2>/dev/null &&
                mv "$2.$$" "$2" && return
        done
    done
    return 1
}

# write_launch FILE JAVA JAR CACHE INDEX_CACHE CLIENT ID
write_launch() {
    {
        echo "MAJIX_JAVA=$(quoted "$2")"
        echo "MAJIX_JAR=$(quoted "$3")"
        echo "MAJIX_CACHE=$(quoted "$4")"
        echo "MAJIX_INDEX_CACHE=$(quoted "$5")"
        echo "MAJIX_CLIENT=$(quoted "$6")"
        echo "MAJIX_BUILD=$(quoted "$7")"
    } >"$1.$$" && mv "$1.$$" "$1"
}
