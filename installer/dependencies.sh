#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Installs what is needed to build and test Skanse, from the distribution.
#
#   dependencies.sh [build] [cli] [checks]
#
#   build    compiler, CMake, Ninja, Qt, yaml-cpp, the libraries of the window,
#            what the tests read files with (default)
#   cli      the same without what only the window needs; for -DSKANSE_WINDOW=OFF
#   checks   clang, clang-format, clang-tidy, shellcheck and others, used by .ci/run
#
# It looks first and touches nothing when everything is there. It never asks.
# Exit: 0 all there, 1 an installation failed, 2 wrong use, 3 something is
# missing that this script cannot install.

set -eu

QT_MINIMUM=6.5
CMAKE_MINIMUM=3.25
YAML_CPP_MINIMUM=0.7
# clang-tidy before 19 cannot read std::expected from the GNU library.
CLANG_MINIMUM=19
# Where Debian releases with an older Qt take Qt, what is built on it and
# yaml-cpp from. These bring their C library, which in turn asks for the newer
# base-files: afterwards /etc/os-release names the newer release. So nothing
# below trusts that name.
NEWER_SUITE=trixie
SOURCES_FILE=/etc/apt/sources.list.d/skanse-$NEWER_SUITE.sources
PIN_FILE=/etc/apt/preferences.d/skanse-$NEWER_SUITE

say() { printf '%s\n' "dependencies: $*"; }
complain() { printf '%s\n' "dependencies: $*" >&2; }

# ---------------------------------------------------------------------------
# What is there?
# ---------------------------------------------------------------------------

has_command() { command -v "$1" >/dev/null 2>&1; }

has_compiler() {
    printf '%s\n' '#include <expected>' '#ifndef __cpp_lib_expected' '#error' '#endif' |
        "${CXX:-c++}" -std=c++23 -x c++ -fsyntax-only - >/dev/null 2>&1
}

has_cmake() {
    has_command cmake || return 1
    printf '%s\n' "cmake_minimum_required(VERSION $CMAKE_MINIMUM)" >"$work/version.cmake"
    cmake -P "$work/version.cmake" >/dev/null 2>&1
}

has_module() { pkg-config --exists "$1" 2>/dev/null; }

# What CMake would find for find_package(NAME). No package has version 9999, so
# CMake only says where it looked at one and loads none: 30 ms for all together.
find_cmake_packages() {
    cat >"$work/packages.cmake" <<'SCRIPT'
set_property(GLOBAL PROPERTY FIND_LIBRARY_USE_LIB64_PATHS TRUE)
list(APPEND CMAKE_PREFIX_PATH /usr/local /usr)
foreach(name Qt6LinguistTools KF6SyntaxHighlighting KF6Archive)
    find_package(${name} 9999 EXACT QUIET CONFIG)
    if(${name}_CONSIDERED_CONFIGS)
        message(${name})
    endif()
endforeach()
SCRIPT
    cmake "-DCMAKE_LIBRARY_ARCHITECTURE=$("${CXX:-c++}" -print-multiarch 2>/dev/null)" \
        -P "$work/packages.cmake" >"$work/packages" 2>&1 || true
}
has_cmake_package() { grep -x "$1" "$work/packages" >/dev/null; }

has_qt() { has_module "Qt6Core >= $QT_MINIMUM Qt6Test Qt6Widgets Qt6PrintSupport"; }
has_qt_svg() { has_module "Qt6Svg >= $QT_MINIMUM"; }
# The CMake package and the programs are in two packages on Debian.
has_qt_linguist() {
    has_cmake_package Qt6LinguistTools &&
        [ -x "$(pkg-config --variable=bindir Qt6Core 2>/dev/null)/lupdate" ]
}
has_graphviz() { has_module "libgvc libcgraph"; }
has_yaml_cpp() { has_module "yaml-cpp >= $YAML_CPP_MINIMUM"; }
# Without any font the window's tests would measure nothing.
has_font() {
    [ -n "$(find -L /usr/share/fonts /usr/local/share/fonts -name '*.[ot]tf' -print 2>/dev/null | head -n 1)" ]
}
# The distribution's Python has the distribution's packages; another one may come first in PATH.
has_python_yaml() {
    python=/usr/bin/python3
    [ -x "$python" ] || python=python3
    "$python" -c 'import yaml, ruamel.yaml' >/dev/null 2>&1
}

# A clang tool under its versioned name, or under its plain name if new enough.
has_clang_tool() {
    has_command "$1-$CLANG_MINIMUM" && return 0
    has_command "$1" || return 1
    tool_major=$("$1" --version | sed -n 's/.*version \([0-9][0-9]*\)\..*/\1/p' | head -n 1)
    [ "${tool_major:-0}" -ge "$CLANG_MINIMUM" ]
}

# Two small shells, and what network namespaces are made with. Administrators' programs may be out of PATH.
has_host_tools() {
    for one in busybox dash nft ip; do
        PATH=$PATH:/usr/sbin:/sbin command -v "$one" >/dev/null 2>&1 || return 1
    done
}

# Sets $missing to the names of what is not there.
look() {
    missing=
    for group in $groups; do
        case $group in
        build | cli)
            has_compiler || missing="$missing compiler"
            has_cmake || missing="$missing cmake"
            has_command ninja || missing="$missing ninja"
            has_command pkg-config || missing="$missing pkg-config"
            has_qt || missing="$missing qt"
            has_yaml_cpp || missing="$missing yaml-cpp"
            has_python_yaml || missing="$missing python-yaml"
            has_host_tools || missing="$missing host-tools"
            [ "$group" = build ] || continue
            find_cmake_packages
            has_qt_svg || missing="$missing qt-svg"
            has_qt_linguist || missing="$missing qt-linguist"
            has_cmake_package KF6SyntaxHighlighting || missing="$missing syntax-highlighting"
            has_cmake_package KF6Archive || missing="$missing karchive"
            has_graphviz || missing="$missing graphviz"
            has_font || missing="$missing font"
            ;;
        checks)
            has_clang_tool clang++ || missing="$missing clang"
            has_clang_tool clang-format || missing="$missing clang-format"
            has_clang_tool clang-tidy || missing="$missing clang-tidy"
            has_command shellcheck || missing="$missing shellcheck"
            has_command mandoc || missing="$missing mandoc"
            has_command git || missing="$missing git"
            has_command desktop-file-validate || missing="$missing desktop-file-utils"
            has_command appstreamcli || missing="$missing appstream"
            has_command update-mime-database || missing="$missing shared-mime-info"
            has_command Xvfb || missing="$missing xvfb"
            ;;
        esac
    done
}

describe() {
    case $1 in
    compiler) echo "a C++23 compiler with std::expected (GCC 12 or newer)" ;;
    cmake) echo "CMake $CMAKE_MINIMUM or newer" ;;
    ninja) echo "Ninja" ;;
    pkg-config) echo "pkg-config or pkgconf" ;;
    qt) echo "Qt $QT_MINIMUM or newer: the modules Core, Test, Widgets and PrintSupport with headers" ;;
    qt-svg) echo "Qt Svg $QT_MINIMUM or newer with headers" ;;
    qt-linguist) echo "Qt's LinguistTools: lupdate, lrelease and their CMake package" ;;
    syntax-highlighting) echo "KSyntaxHighlighting of KDE Frameworks 6 with headers" ;;
    karchive) echo "KArchive of KDE Frameworks 6 with headers" ;;
    graphviz) echo "the Graphviz libraries libgvc and libcgraph with headers" ;;
    font) echo "a TrueType or OpenType font" ;;
    yaml-cpp) echo "yaml-cpp $YAML_CPP_MINIMUM or newer with headers" ;;
    host-tools) echo "busybox, dash, nft and ip (used by tests)" ;;
    python-yaml) echo "Python 3 with PyYAML and ruamel.yaml (used by tests)" ;;
    clang | clang-format | clang-tidy) echo "$1 $CLANG_MINIMUM or newer" ;;
    *) echo "$1" ;;
    esac
}

# Package names: $1 is the package manager, the rest are names from look().
packages() {
    manager=$1
    shift
    for need in "$@"; do
        case $manager:$need in
        apt:compiler) echo g++ ;;
        apt:cmake) echo cmake ;;
        apt:ninja) echo ninja-build ;;
        apt:pkg-config) echo pkgconf ;;
        apt:qt) echo qt6-base-dev ;;
        apt:qt-svg) echo qt6-svg-dev ;;
        apt:qt-linguist) echo qt6-tools-dev qt6-l10n-tools ;;
        apt:syntax-highlighting) echo libkf6syntaxhighlighting-dev ;;
        apt:karchive) echo libkf6archive-dev ;;
        apt:graphviz) echo libgraphviz-dev ;;
        apt:font) echo fonts-dejavu-core ;;
        apt:yaml-cpp) echo libyaml-cpp-dev ;;
        apt:python-yaml) echo python3-yaml python3-ruamel.yaml ;;
        apt:host-tools) echo busybox dash nftables iproute2 ;;
        apt:clang) echo "clang-$CLANG_MINIMUM" ;;
        apt:clang-format) echo "clang-format-$CLANG_MINIMUM" ;;
        apt:clang-tidy) echo "clang-tidy-$CLANG_MINIMUM" ;;
        dnf:compiler | zypper:compiler) echo gcc-c++ ;;
        dnf:ninja) echo ninja-build ;;
        dnf:pkg-config | zypper:pkg-config) echo pkgconf-pkg-config ;;
        dnf:qt) echo qt6-qtbase-devel ;;
        zypper:qt) echo qt6-base-devel ;;
        # RPM packages are named by what CMake or pkg-config finds in them, too.
        dnf:qt-svg | zypper:qt-svg) echo "cmake(Qt6Svg)" ;;
        dnf:qt-linguist | zypper:qt-linguist) echo "cmake(Qt6LinguistTools)" ;;
        dnf:syntax-highlighting | zypper:syntax-highlighting) echo "cmake(KF6SyntaxHighlighting)" ;;
        dnf:karchive | zypper:karchive) echo "cmake(KF6Archive)" ;;
        dnf:graphviz | zypper:graphviz) echo "pkgconfig(libgvc)" ;;
        dnf:font) echo dejavu-sans-fonts ;;
        zypper:font) echo dejavu-fonts ;;
        dnf:xvfb | zypper:xvfb) echo xorg-x11-server-Xvfb ;;
        zypper:appstream) echo AppStream ;;
        dnf:yaml-cpp | zypper:yaml-cpp) echo yaml-cpp-devel ;;
        dnf:host-tools) echo busybox dash nftables iproute ;;
        zypper:host-tools) echo busybox dash nftables iproute2 ;;
        dnf:python-yaml) echo python3-pyyaml python3-ruamel-yaml ;;
        zypper:python-yaml) echo python3-PyYAML python3-ruamel.yaml ;;
        dnf:clang-format | dnf:clang-tidy) echo clang-tools-extra ;;
        zypper:clang-format | zypper:clang-tidy) echo clang-tools ;;
        dnf:shellcheck | zypper:shellcheck) echo ShellCheck ;;
        pacman:compiler) echo gcc ;;
        pacman:pkg-config) echo pkgconf ;;
        pacman:qt) echo qt6-base ;;
        pacman:qt-svg) echo qt6-svg ;;
        pacman:qt-linguist) echo qt6-tools ;;
        pacman:font) echo ttf-dejavu ;;
        pacman:xvfb) echo xorg-server-xvfb ;;
        pacman:host-tools) echo busybox dash nftables iproute2 ;;
        pacman:python-yaml) echo python-yaml python-ruamel-yaml ;;
        pacman:clang-format | pacman:clang-tidy) echo clang ;;
        *) echo "$need" ;;
        esac
    done | sort -u
}

list_missing() {
    complain "missing:"
    for need in $missing; do
        complain "  - $(describe "$need")"
    done
}

# ---------------------------------------------------------------------------
# Becoming root
# ---------------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# True when as_root will work. sudo may want its password, but only from a
# person at a terminal.
can_be_root() {
    [ "$(id -u)" -eq 0 ] && return 0
    has_command sudo || return 1
    sudo -n true 2>/dev/null && return 0
    [ -t 0 ] && [ -t 2 ]
}

# ---------------------------------------------------------------------------
# apt
# ---------------------------------------------------------------------------

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q \
        -o APT::Get::Assume-Yes=true \
        -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confdef \
        -o Dpkg::Options::=--force-confold \
        "$@" </dev/null
}

apt_candidate() { LC_ALL=C apt-cache policy "$1" | sed -n 's/^ *Candidate: *//p'; }

# The versions of a package that apt may choose by itself: not those of a suite
# that was added with a low priority, and not what merely is installed.
apt_offered_versions() {
    LC_ALL=C apt-cache policy "$1" | awk '
        NF == 2 && $2 ~ /^-?[0-9]+$/ { version = $1 }
        $1 == "***" { version = $2 }
        NF > 2 && $1 ~ /^[0-9]+$/ && $1 >= 500 && $2 ~ /:/ { print version }'
}

# Does the release of this machine offer a Qt that is new enough, and what is built on it?
apt_offers_qt() {
    for version in $(apt_offered_versions qt6-base-dev); do
        dpkg --compare-versions "$version" ge "$QT_MINIMUM" && return 0
    done
    return 1
}

# Lines "label|codename|uri|file" of the Debian sources apt knows.
apt_debian_sources() {
    # shellcheck disable=SC2016 # apt fills these in, not the shell
    LC_ALL=C apt-get indextargets \
        --format '$(ORIGIN)|$(LABEL)|$(CODENAME)|$(REPO_URI)|$(SOURCESENTRY)' \
        'Identifier: Packages' | sed -n -e 's/:[0-9]*$//' -e 's/^Debian|//p' | sort -u
}

# Prints a source that offers the newer suite where $1 (Debian or
# Debian-Security) comes from on this machine. $2 is the list of suites.
apt_newer_source() {
    line=$(apt_debian_sources | grep "^$1|" | head -n 1)
    uri=$(printf '%s' "$line" | cut -d '|' -f 3)
    [ -n "$uri" ] || return 0
    file=$(printf '%s' "$line" | cut -d '|' -f 4)
    keyring=$(sed -n 's/.*[Ss]igned-[Bb]y[:=] *\(\/[^] ]*\).*/\1/p' "$file" 2>/dev/null | head -n 1)
    keyring=${keyring:-/usr/share/keyrings/debian-archive-keyring.gpg}
    printf '%s\n' "" "Types: deb" "URIs: $uri" "Suites: $2" "Components: main" "Signed-By: $keyring"
}

apt_knows_newer_suite() { apt_debian_sources | grep "|$NEWER_SUITE|" >/dev/null; }

apt_install_newer() {
    apt_get install --no-install-recommends -t "/^$NEWER_SUITE(|-updates|-security)\$/" "$@"
}

apt_add_newer_suite() {
    apt_knows_newer_suite && return 0
    say "adding the suite $NEWER_SUITE at priority 100: only what is asked for comes from it"
    apt_get install --no-install-recommends debian-archive-keyring
    {
        echo "# Written by Skanse's installer/dependencies.sh, with $PIN_FILE."
        apt_newer_source Debian "$NEWER_SUITE $NEWER_SUITE-updates"
        apt_newer_source Debian-Security "$NEWER_SUITE-security"
    } >"$work/sources"
    if ! grep '^URIs:' "$work/sources" >/dev/null; then
        complain "apt knows no Debian source to take $NEWER_SUITE from"
        return 1
    fi
    {
        echo "Explanation: Written by Skanse's installer/dependencies.sh, with $SOURCES_FILE."
        for suite in "$NEWER_SUITE" "$NEWER_SUITE-updates" "$NEWER_SUITE-security"; do
            printf '%s\n' "Package: *" "Pin: release n=$suite" "Pin-Priority: 100" ""
        done
    } >"$work/pin"
    as_root install -m 0644 "$work/pin" "$PIN_FILE"
    as_root install -m 0644 "$work/sources" "$SOURCES_FILE"
    apt_get update || true
    if ! apt_knows_newer_suite; then
        as_root rm -f "$SOURCES_FILE" "$PIN_FILE"
        complain "the mirror of this machine does not offer $NEWER_SUITE"
        return 1
    fi
}

install_with_apt() {
    apt_get update || complain "apt-get update reported an error; going on with what apt knows"

    # Qt, what is built on it and yaml-cpp come from one suite, since they must
    # agree on Qt and on the C library.
    newer=
    others=
    for need in $missing; do
        case $need in
        qt | qt-* | syntax-highlighting | karchive) newer="$newer $need" ;;
        *) others="$others $need" ;;
        esac
    done
    if [ -n "$newer" ] && ! apt_offers_qt; then
        # shellcheck disable=SC1091
        system=$(. /etc/os-release && printf '%s' "${ID:-unknown}")
        if [ "$system" != debian ]; then
            complain "this release offers Qt $(apt_candidate qt6-base-dev), Skanse needs $QT_MINIMUM or newer"
            list_missing
            exit 3
        fi
        newer="$newer qt yaml-cpp"
        missing=$(printf '%s' "$others" | sed 's/ yaml-cpp\>//')
    else
        newer=
    fi

    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # a list of words
        wanted=$(packages apt $missing)
        # What came from the newer suite before may hold a library that only
        # packages of that suite fit.
        # shellcheck disable=SC2086 # a list of words
        apt_get install --no-install-recommends $wanted ||
            { apt_knows_newer_suite && apt_install_newer $wanted; }
    fi
    if [ -n "$newer" ]; then
        apt_add_newer_suite || exit 1
        # shellcheck disable=SC2046,SC2086 # lists of words
        apt_install_newer $(packages apt $newer)
    fi
}

# ---------------------------------------------------------------------------

groups=
for argument in "$@"; do
    case $argument in
    build | cli | checks) groups="$groups $argument" ;;
    *)
        complain "unknown argument '$argument'; use: dependencies.sh [build] [cli] [checks]"
        exit 2
        ;;
    esac
done
groups=${groups:- build}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

look
if [ -z "$missing" ]; then
    say "everything is there (for:$groups)"
    exit 0
fi

manager=
for candidate in apt-get:apt dnf:dnf pacman:pacman zypper:zypper; do
    if has_command "${candidate%%:*}"; then
        manager=${candidate##*:}
        break
    fi
done

if [ -z "$manager" ]; then
    list_missing
    complain "no package manager known here (apt, dnf, pacman, zypper): install the above and run this again"
    exit 3
fi
if ! can_be_root; then
    list_missing
    complain "this needs root: run 'installer/dependencies.sh$groups' as root, or install with $manager:"
    # shellcheck disable=SC2086 # a list of words
    packages $manager $missing | sed 's/^/dependencies:   /' >&2
    exit 3
fi

say "installing with $manager:$missing"
# shellcheck disable=SC2046,SC2086 # lists of words
case $manager in
apt) install_with_apt ;;
dnf) as_root dnf -y install $(packages dnf $missing) </dev/null ;;
zypper) as_root zypper --non-interactive install --no-recommends $(packages zypper $missing) </dev/null ;;
pacman)
    set -- -S
    # A fresh container has no package lists yet; elsewhere they are the owner's business.
    ls /var/lib/pacman/sync/*.db >/dev/null 2>&1 || set -- -Sy
    as_root pacman "$@" --needed --noconfirm $(packages pacman $missing) </dev/null
    ;;
esac

look
if [ -n "$missing" ]; then
    list_missing
    complain "the packages of this system did not provide the above"
    exit 3
fi
say "done"
