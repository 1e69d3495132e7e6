# shellcheck shell=sh disable=SC2034
# Debian packages: which are missing, and their installation.  Sourced by examples/run.sh and the tests; POSIX sh.
#
#     . examples/packages.sh
#     need_packages yes $build_packages $picture_packages || exit 1     # "no": print the command, install nothing
#
# On a system without dpkg nothing is looked at: README has the names of other systems' packages.

build_packages='gcc libc6-dev make autoconf automake libtool pkgconf libgsl-dev'
picture_packages='gnuplot-nox fonts-wqy-microhei'

# Those of the names that are not installed, on one line.
missing_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# "sudo ", "" for root, and status 1 where neither serves.
packages_as_root() {
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null 2>&1 || return 1
    printf 'sudo '
}

# Status 0: they can be installed without a password.
packages_unasked() {
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# need_packages INSTALL NAME...: installs what is missing; with INSTALL = no prints the command instead and fails.
need_packages() {
    packages_install=$1
    shift
    packages_list=$(missing_packages "$@")
    packages_list=${packages_list% }
    [ -n "$packages_list" ] || return 0
    if ! packages_sudo=$(packages_as_root); then
        echo "These packages are missing, and there is no sudo to install them: $packages_list" >&2
        return 1
    fi
    if [ "$packages_install" = no ]; then
        echo "${packages_sudo}apt-get update && ${packages_sudo}apt-get install --no-install-recommends -y $packages_list"
        return 1
    fi
    echo "installing: $packages_list" >&2
    packages_log=$(mktemp)
    # the lists of a bare system are empty: they are fetched once, and only if a package is not known
    # shellcheck disable=SC2086
    if ! { apt-cache show $packages_list >/dev/null 2>&1 || ${packages_sudo}apt-get -q update >"$packages_log" 2>&1; } ||
        ! ${packages_sudo}env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $packages_list >>"$packages_log" 2>&1 </dev/null; then
        # old lists name files that are gone: once more with new ones
        # shellcheck disable=SC2086
        if ! ${packages_sudo}apt-get -q update >"$packages_log" 2>&1 ||
            ! ${packages_sudo}env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $packages_list >>"$packages_log" 2>&1 </dev/null; then
            cat "$packages_log" >&2
            rm -f "$packages_log"
            echo "could not install: $packages_list" >&2
            return 1
        fi
    fi
    rm -f "$packages_log"
}
