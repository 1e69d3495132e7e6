# The installed library, used from outside the tree, and the Python package by pip.
TESTS += %D%/installed.sh
TESTS += %D%/wheel.py
EXTRA_DIST += %D%/installed.sh
EXTRA_DIST += %D%/stranger.c
EXTRA_DIST += %D%/stranger.py
EXTRA_DIST += %D%/wheel.py
