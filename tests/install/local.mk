# The installed library, used from outside the tree, on other machines and by other compilers, and the Python package by
# pip.  tree.sh is what the scripts share.
skpi_install_tests =
skpi_install_tests += %D%/consumers.sh
skpi_install_tests += %D%/debian.sh
skpi_install_tests += %D%/examples.sh
skpi_install_tests += %D%/flags.sh
skpi_install_tests += %D%/foreign.sh
skpi_install_tests += %D%/installed.sh
skpi_install_tests += %D%/musl.sh
skpi_install_tests += %D%/wheel.py
TESTS += $(skpi_install_tests)
EXTRA_DIST += $(skpi_install_tests)
EXTRA_DIST += %D%/check.h
EXTRA_DIST += %D%/shortest.py
EXTRA_DIST += %D%/stranger.c
EXTRA_DIST += %D%/stranger.py
EXTRA_DIST += %D%/tree.sh
