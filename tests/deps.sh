# What the tests need beyond the library's own build, by Debian's names; sourced by run.sh after examples/packages.sh.
test_packages="check g++ clang clang-format binutils python3-pycparser python3-numpy python3-pandas python3-venv mypy mandoc man-db
 abigail-tools valgrind libsqlite3-dev sqlite3 xz-utils locales gnuplot-nox fonts-wqy-microhei git ca-certificates"
# What single tests look for: where it cannot be installed, they are skipped by name.
page_packages="tidy"
static_packages="cppcheck"
fuzz_packages="libclang-rt-14-dev"
postgresql_packages="postgresql-15 postgresql-server-dev-15"
mpi_packages="libopenmpi-dev openmpi-bin"
dask_packages="python3-distributed"
r_packages="r-base-core"
consumer_packages="cmake meson ninja-build"
# What the long run needs besides.
foreign_packages="gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-i686-linux-gnu libc6-dev-i386-cross qemu-user"
musl_packages="musl-tools"
static_long_packages="clang-tidy"
debian_packages="debhelper dh-python dpkg-dev fakeroot lintian"
