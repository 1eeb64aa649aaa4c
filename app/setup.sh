# SPDX-FileCopyrightText: 2026 The Ghar Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What both README commands share: the packages they need and how they build. Sourced by app/run and tests/run, which
# stand in the root of the repository.

# --- Packages. One list per system; the second part of each is for tests only, the third for fuzzing. -------------------------------------

debian_app="
    cmake ninja-build g++ ccache
    qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-positioning-dev qt6-multimedia-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-qpa-plugins qt6-image-formats-plugins libqt6sql6-sqlite
    qml6-module-qtcore qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-dialogs qml6-module-qtquick-layouts
    qml6-module-qtquick-templates qml6-module-qtquick-window qml6-module-qt-labs-folderlistmodel
    qtkeychain-qt6-dev libsqlite3-dev libpq-dev libxlsxwriter-dev libzip-dev libgl1-mesa-dri xvfb xauth"
# Where one of several packages will do, a bar separates them: the first that the system offers is taken.
debian_tests="
    git qml6-module-qttest clang-format-14|clang-format
    postgresql-15|postgresql-16|postgresql-17 postgresql-15-postgis-3|postgresql-16-postgis-3|postgresql-17-postgis-3"

debian_fuzz="clang libclang-rt-dev|libclang-rt-14-dev"

fedora_app="
    cmake ninja-build gcc-c++ ccache
    qt6-qtbase-devel qt6-qtdeclarative-devel qt6-qtpositioning-devel qt6-qtmultimedia-devel qt6-qtsvg-devel
    qt6-qtimageformats qt6-qttools-devel qtkeychain-qt6-devel sqlite-devel libpq-devel libxlsxwriter-devel libzip-devel
    mesa-dri-drivers xorg-x11-server-Xvfb xorg-x11-xauth"
fedora_tests="git clang-tools-extra postgresql-server postgis"
fedora_fuzz="clang compiler-rt"

brew_app="cmake ninja ccache qt qtkeychain sqlite libpq libxlsxwriter libzip"
brew_tests="clang-format postgresql@17 postgis"
brew_fuzz="llvm"

# --- Words to the person -------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }
die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- Installing what is missing, and only that ---------------------------------------------------------------------

as_administrator() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "Packages are missing and there is no sudo. Run this once as root: $*"
    fi
}

# debian_missing <entries…>: prints the entries of which no alternative is installed.
debian_missing() {
    local installed entry alternative found
    installed=" $(dpkg-query --show --showformat '${db:Status-Status} ${Package} ' 2>/dev/null)"
    for entry in "$@"; do
        found=no
        for alternative in ${entry//|/ }; do
            case "$installed" in *" installed $alternative "*) found=yes ;; esac
        done
        [ $found = yes ] || printf '%s\n' "$entry"
    done
}

# debian_offered <entry>: prints the first alternative that the package lists know.
debian_offered() {
    local alternative
    for alternative in ${1//|/ }; do
        if apt-cache show "$alternative" >/dev/null 2>&1; then
            printf '%s\n' "$alternative"
            return
        fi
    done
    die "This system offers no package ${1//|/ or }. Ghar Desk needs Debian 12, Ubuntu 24.04 or newer."
}

install_debian() {
    local missing entry chosen=""
    missing=$(debian_missing "$@")
    [ -n "$missing" ] || return 0
    say "Reading the package lists, because packages are missing …"
    as_administrator apt-get -qq update
    for entry in $missing; do
        chosen="$chosen $(debian_offered "$entry")" || exit 1
    done
    say "Installing:$chosen"
    case "$chosen" in
    *postgresql-[0-9]*)
        # The tests start a cluster of their own; the package shall not start another one on a network port.
        if [ ! -d /etc/postgresql-common/createcluster.d ]; then
            as_administrator mkdir -p /etc/postgresql-common/createcluster.d
            printf 'create_main_cluster = false\n' \
                | as_administrator tee /etc/postgresql-common/createcluster.d/ghar-desk.conf >/dev/null
        fi
        ;;
    esac
    # shellcheck disable=SC2086 # a list of names
    as_administrator env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $chosen
}

install_fedora() {
    local package missing=""
    for package in "$@"; do
        rpm --quiet -q --whatprovides "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Installing:$missing"
    # shellcheck disable=SC2086
    as_administrator dnf install --assumeyes $missing
}

install_brew() {
    local formula installed missing=""
    command -v brew >/dev/null || die "On macOS the packages come from Homebrew (https://brew.sh). Install it, then run this again."
    installed=" $(brew list --formula -1 | tr '\n' ' ')"
    for formula in "$@"; do
        case "$installed" in *" $formula "*) ;; *) missing="$missing $formula" ;; esac
    done
    if [ -n "$missing" ]; then
        say "Installing:$missing"
        # shellcheck disable=SC2086
        brew install $missing
    fi
    CMAKE_PREFIX_PATH="$(brew --prefix)"
    for formula in qt libpq sqlite; do CMAKE_PREFIX_PATH="$(brew --prefix $formula);$CMAKE_PREFIX_PATH"; done
    export CMAKE_PREFIX_PATH
}

# install_packages app|tests|fuzz: each with what those before it need
install_packages() {
    local system
    if [ "$(uname -s)" = Darwin ]; then
        system=brew
    elif command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        system=debian
    elif command -v dnf >/dev/null; then
        system=fedora
    else
        say "Packages are installed by this script on Debian, Ubuntu, Fedora and macOS (Homebrew). On other systems"
        say "install these first: CMake 3.25, Ninja, a C++20 compiler, Qt 6.4 or newer (Core, Concurrent, Gui, Network,"
        say "Qml, Quick, Quick Controls, Sql with SQLite, Svg, Image Formats, Positioning, Multimedia, Linguist tools),"
        say "SQLite, libpq, libxlsxwriter, libzip."
        [ "$1" = app ] || say "The tests also need PostgreSQL 15 or newer with PostGIS, and clang-format 14."
        return 0
    fi
    local list="${system}_app"
    local packages=${!list}
    if [ "$1" != app ]; then
        list="${system}_tests"
        packages="$packages ${!list}"
    fi
    if [ "$1" = fuzz ]; then
        list="${system}_fuzz"
        packages="$packages ${!list}"
    fi
    # shellcheck disable=SC2086
    "install_$system" $packages
}

# --- Building ------------------------------------------------------------------------------------------------------

# quietly <log> <command…>: shows the end of the log only when the command fails.
quietly() {
    local log=$1
    shift
    if ! "$@" >"$log" 2>&1; then
        # The first complaint tells more than the last line.
        grep -n -m 20 -E 'error:|Error|FAILED' "$log" >&2 || true
        say "…" >&2
        tail -n 30 "$log" >&2
        die "This did not work: $* (everything it said is in $log)."
    fi
}

# build <preset> <folder> <target or ""> [cmake options…]
build() {
    local preset=$1 folder=$2 target=$3
    shift 3
    mkdir -p "$folder"
    if [ ! -f "$folder/build.ninja" ]; then
        say "Building in $folder; the first time this takes some minutes."
        local launcher=""
        command -v ccache >/dev/null && launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
        quietly "$folder/configure.log" cmake --preset "$preset" -B "$folder" ${launcher:+"$launcher"} "$@"
    fi
    quietly "$folder/build.log" cmake --build "$folder" ${target:+--target "$target"}
}
