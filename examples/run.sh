#!/bin/sh
# The main job: installs what is missing (Debian packages), builds what it needs, prints the city outlook on the bundled
# figures, writes it as a page and draws its pictures.  Everything after the options goes to city_outlook (see
# city_outlook --help).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/examples/packages.sh"

install=yes
case ${1:-} in
--help | -h)
    cat <<EOF
usage: sh examples/run.sh [--no-install] [OPTION OF city_outlook ...]
Builds the library and city_outlook in build/ if that is configured, else in build/job/; prints the city outlook, and
writes it as a page (outlook.html), its figures (CSV) and pictures (SVG, PNG) to build/outlook/.

  --no-install   print the command that installs missing packages instead of running it; go on if none is missing
  --full         print every year, methods and sources
  --data DIR     other files of the same form as examples/data (or one of them: --gdp FILE, ...)
  --out DIR      where the page, the figures and the pictures go
EOF
    exit 0 ;;
--no-install)
    install=no
    shift ;;
esac

# The packages of the pictures are installed while the library is built, unless somebody has to be asked for a password.
pictures=""
# shellcheck disable=SC2086
if [ $install = yes ] && [ -n "$(missing_packages $picture_packages)" ] && packages_unasked; then
    need_packages yes $build_packages || exit 1
    need_packages yes $picture_packages &
    pictures=$!
else
    need_packages $install $build_packages $picture_packages || exit 1
fi

# A build of what this job needs, quickly: no other program; in the system's sh, where libtool takes half of the time;
# without a static library, debugging symbols, optimisation and variants of kernels, which change no figure.  It has a
# directory of its own, so that build/ can still be configured as one likes; a build/ that is configured is used as it is.
build=$root/build
[ -f "$build/Makefile" ] || build=$root/build/job
mkdir -p "$build"
log=$build/run.log
quietly() { # what it does, command: its output is shown only if it fails
    what=$1
    shift
    echo "$what" >&2
    "$@" >"$log" 2>&1 && return
    cat "$log" >&2
    echo "failed: $*" >&2
    exit 1
}
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
if [ ! -x "$root/configure" ] || [ -n "$(find "$root/configure.ac" -newer "$root/configure")" ]; then
    quietly 'preparing the build' autoreconf -fi "$root"
fi
[ -f "$build/Makefile" ] ||
    (cd "$build" && quietly 'configuring' env CONFIG_SHELL=/bin/sh /bin/sh "$root/configure" --disable-static \
        --disable-kernel-variants CFLAGS=-O0) || exit 1
quietly 'building' make -C "$build" -j"$cores" examples/city_outlook examples/ensemble_fan
[ -z "$pictures" ] || wait "$pictures" || exit 1

# The report names files without the path of the source folder if it is run there.
[ "$(pwd)" = "$root" ] && here="" || here=$root/
data="" out="" previous=""
for argument in "$@"; do
    case $argument in
    --data=*) data=${argument#*=} ;;
    --out=*) out=${argument#*=} ;;
    --help | -h) exec "$build/examples/city_outlook" --help ;;
    esac
    case $previous in
    --data) data=$argument ;;
    --out) out=$argument ;;
    esac
    previous=$argument
done
case $previous in
--data | --out)
    echo "run.sh: $previous needs a value, such as $previous DIR (see --help)" >&2
    exit 2 ;;
esac
if [ -z "$data" ]; then
    data=${here}examples/data
    set -- --data "$data" "$@"
fi
if [ -z "$out" ]; then
    out=${here}build/outlook
    set -- --out "$out" "$@"
fi
"$build/examples/city_outlook" "$@"
worlds=0
if [ -s "$data/worlds.csv" ] && [ ! -s "$out/carbon.csv" ]; then
    echo "no pictures of random worlds: they need emissions, which the outlook has not; see carbon.csv and carbon_history.csv in city_outlook --help" >&2
elif [ -s "$data/worlds.csv" ]; then
    BUILDDIR=$build sh "$root/examples/fans.sh" "$out" "$data" || worlds=1
fi
sh "$root/examples/plots/draw.sh" "$out"
echo "Pictures: $out/*.png and *.svg; page: $out/outlook.html"
[ $worlds = 0 ] || echo "failed: examples/fans.sh, so that pictures of random worlds are missing; the others are there" >&2
exit $worlds
