#!/bin/sh
# Makes majix_VERSION_ARCH.deb and majix-VERSION-linux-ARCH.tar.gz of the built jar, each with a Java runtime of its own:
# package.sh VERSION TIMESTAMP MAINTAINER. mvn -Pdeb package calls it.
set -eu
umask 022
export LC_ALL=C
cd "$(dirname "$0")/../../.."
cli=$PWD
build=$cli/src/main/build
dist=$cli/src/main/dist
. "$build/steps.sh"

version=$1 maintainer=$3
SOURCE_DATE_EPOCH=$(date -u -d "$2" +%s)
export SOURCE_DATE_EPOCH
jdk=$(find_java) || fail "JDK 25 is missing: install it or set JAVA_HOME to it"
command -v dpkg-deb >/dev/null || fail "dpkg-deb is missing: the package is made on Debian"
arch=$(dpkg --print-architecture)
jar=$cli/target/majix.jar
work=$cli/target/package
tree=$work/tree
usr=$tree/usr
lib=$usr/lib/majix
rm -rf "$work"
mkdir -p "$usr/bin" "$lib/bin" "$tree/var/cache/majix"

# fill FILE TEMPLATE
fill() {
    sed -e "s|@VERSION@|$version|g" -e "s|@ARCH@|$arch|g" -e "s|@MAINTAINER@|$maintainer|g" \
        -e "s|@DATE@|$(date -u -R -d "@$SOURCE_DATE_EPOCH")|g" -e "s|@BUILD@|${id:-}|g" \
        -e "s|@DEPENDS@|${depends:-}|g" -e "s|@SIZE@|${size:-}|g" "$2" >"$1"
}

# put MODE DIRECTORY FILE...
put() {
    mode=$1 directory=$2
    shift 2
    mkdir -p "$directory"
    for file; do
        [ ! -f "$file" ] || install -m "$mode" "$file" "$directory"
    done
}

# The jar again with native code for this system only, and not deflated: the packages' own compression does that better.
repack_jar() {
    mkdir "$work/jar"
    (
        cd "$work/jar"
        "$jdk/bin/jar" --extract --file "$jar"
        here=linux/$(sed -n 's/^OS_ARCH="\(.*\)"/\1/p' "$jdk/release" | sed 's/x86_64/amd64/')
        find . -name 'libzstd-jni*' ! -path "./$here/*" -delete
        find . -type f | sort | sed 's|^\./||' >../files
        "$jdk/bin/jar" --create --no-manifest --no-compress --date="$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)" \
            --file "$lib/majix.jar" @../files
    )
}

# What the jar's classes name, and what they find at run time only: charsets of mail. Left out: java.beans and the Vector
# API, of which commons-compress and Lucene know and which nothing here calls.
modules() {
    "$jdk/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps "$lib/majix.jar" 2>/dev/null |
        tr , '\n' | grep -vx -e java.desktop -e jdk.incubator.vector | tr '\n' ,
    echo jdk.charsets
}

link_runtime() {
    "$jdk/bin/jlink" --add-modules "$(modules)" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --generate-cds-archive --output "$lib/runtime" >/dev/null
    cd "$lib/runtime"
    # only other programs, heaps of 32 GB and more, and the making of archives want these
    rm -f bin/keytool lib/jrt-fs.jar lib/jexec lib/classlist lib/server/classes_nocoops.jsa
    grep -E '^(IMPLEMENTOR|IMPLEMENTOR_VERSION|JAVA_RUNTIME_VERSION|SOURCE|BUILD_SOURCE)=' "$jdk/release" >>release
    if command -v strip >/dev/null; then
        find . -name '*.so' -exec strip --strip-unneeded {} + -o -path './bin/*' -exec strip {} + -o -name jspawnhelper -exec strip {} +
    fi
    chmod -R u+w .
    find . -name '*.so' -exec chmod 644 {} +
    cd "$cli"
}

documents() {
    doc=$usr/share/doc/majix
    for section in 1 5 7; do
        put 644 "$usr/share/man/man$section" "$dist"/man/*."$section"
    done
    put 644 "$usr/lib/systemd/user" "$dist"/examples/*.service "$dist"/examples/*.timer "$dist"/examples/*.path
    put 644 "$doc/examples" "$dist"/examples/crontab "$dist"/examples/*.muttrc
    put 644 "$doc" "$dist/debian/copyright" "$cli/../README.md"
    put 644 "$usr/share/bash-completion/completions" "$dist"/completions/majix.bash
    mv "$usr/share/bash-completion/completions/majix.bash" "$usr/share/bash-completion/completions/majix"
    put 644 "$usr/share/zsh/vendor-completions" "$dist"/completions/_majix
    put 644 "$usr/share/fish/vendor_completions.d" "$dist"/completions/majix.fish
    find "$usr/share/man" -type f -exec gzip -9n {} +
    find "$usr/share" -type d -empty -delete
}

fill_tree() {
    repack_jar
    link_runtime
    install -m 755 "$cli/bin/majix" "$usr/bin/majix"
    ln -s ../../../bin/majix "$lib/bin/mairix"
    install -m 644 "$build/steps.sh" "$lib"
    install -m 755 "$build/train.sh" "$lib"
    install -m 755 "$build/installed.sh" "$lib/prepare.sh"
    compile_client "$cli/src/main/c/majix-client.c" "$lib/majix-client" && strip "$lib/majix-client"
    documents
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    id=$(build_id "$lib/runtime" "$lib/majix.jar")
}

# Which packages the binaries need, if dpkg-dev is there to say it exactly.
dependencies() {
    mkdir -p "$work/debian"
    echo "Source: majix" >"$work/debian/control"
    (cd "$work" && dpkg-shlibdeps -O --ignore-missing-info -l"$lib/runtime/lib" -l"$lib/runtime/lib/server" \
        "$lib/runtime/bin/java" $(find "$lib/runtime" -name '*.so') 2>/dev/null) | sed 's/^shlibs:Depends=//' | grep . ||
        echo libc6
}

make_deb() {
    deb=$work/deb
    installed=/usr/lib/majix
    cp -a "$tree" "$deb"
    cache_names /var/cache/majix "$id"
    write_launch "$deb$installed/launch" "$installed/runtime/bin/java" "$installed/majix.jar" "$cache" "$index_cache" \
        "$installed/majix-client" "$id"
    fill "$work/changelog" "$dist/debian/changelog"
    gzip -9n <"$work/changelog" >"$deb/usr/share/doc/majix/changelog.gz"
    put 644 "$deb/usr/share/lintian/overrides" "$dist/debian/lintian-overrides"
    mv "$deb/usr/share/lintian/overrides/lintian-overrides" "$deb/usr/share/lintian/overrides/majix"
    mkdir "$work/DEBIAN"
    (cd "$deb" && find . -type f | sort | sed 's|^\./||' | xargs -d '\n' md5sum) >"$work/DEBIAN/md5sums"
    depends=$(dependencies) size=$(du -sk --apparent-size "$deb" | cut -f1)
    fill "$work/DEBIAN/control" "$dist/debian/control"
    put 755 "$work/DEBIAN" "$dist/debian/postinst" "$dist/debian/prerm"
    put 644 "$work/DEBIAN" "$dist/debian/triggers"
    mv "$work/DEBIAN" "$deb/DEBIAN"
    find "$deb" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz --build "$deb" "$cli/target/majix_${version}_$arch.deb" >/dev/null
}

make_tar() {
    name=majix-$version
    top=$work/$name
    cp -a "$usr" "$top"
    mv "$top/lib/majix/bin/mairix" "$top/bin/mairix"
    rmdir "$top/lib/majix/bin"
    ln -sf majix "$top/bin/mairix"
    fill "$top/lib/majix/launch" "$dist/launch"
    fill "$top/INSTALL" "$dist/INSTALL"
    put 644 "$top" "$cli/../LICENSE"
    tar --owner=0 --group=0 --numeric-owner --sort=name --mtime="@$SOURCE_DATE_EPOCH" -C "$work" -c "$name" |
        gzip -9n >"$cli/target/$name-linux-$arch.tar.gz"
}

fill_tree
make_deb
make_tar
rm -rf "$work"
ls -s --block-size=1 "$cli/target/majix_${version}_$arch.deb" "$cli/target/majix-$version-linux-$arch.tar.gz"
