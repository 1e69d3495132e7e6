# What make check runs.  Scripts find the tree, its library and its Python package by these; they print one line a
# check and exit 77 to be skipped.  An allocation that no memory can hold fails under a sanitizer, too.
AM_TESTS_ENVIRONMENT = SRCDIR='$(abs_top_srcdir)' BUILDDIR='$(abs_top_builddir)' CC='$(CC)' PYTHON3='$(PYTHON3)' \
  SKPI_SANITIZERS='$(enable_sanitizers)' SMARTKPI_LIBRARY='$(abs_top_builddir)/lib/.libs/libsmartkpi.so' \
  PYTHONPATH='$(abs_top_srcdir)/lib/python' PYTHONDONTWRITEBYTECODE=1 \
  ASAN_OPTIONS=allocator_may_return_null=1 \
  SMARTKPI_RECORD='$(abs_top_builddir)/tests/record'; $(MKDIR_P) tests/record; \
  export SRCDIR BUILDDIR CC PYTHON3 SKPI_SANITIZERS SMARTKPI_LIBRARY PYTHONPATH PYTHONDONTWRITEBYTECODE ASAN_OPTIONS \
  SMARTKPI_RECORD;
TEST_EXTENSIONS = .py .sh
PY_LOG_COMPILER = $(PYTHON3)
SH_LOG_COMPILER = $(SHELL)

include tests/unit/local.mk
include tests/abi/local.mk
include tests/bench/local.mk
include tests/conformance/local.mk
include tests/coverage/local.mk
include tests/examples/local.mk
include tests/fuzz/local.mk
include tests/install/local.mk
include tests/interface/local.mk
include tests/mutation/local.mk
include tests/pages/local.mk
include tests/static/local.mk
include tests/truth/local.mk
# What an archive is asked again when the checkout has answered: that it holds what programs, pages, examples and an
# installation need.
skpi_archive_tests = tests/abi/made.sh tests/abi/layout.py tests/interface/contracts.py \
  tests/pages/pages.py tests/pages/readme.py tests/pages/recipes.py tests/install/consumers.sh tests/install/wheel.py \
  tests/examples/award_example.py tests/examples/outlook.py tests/examples/outlook_places.py tests/examples/sqlite.sh
EXTRA_DIST += tests/run.sh tests/deps.sh
