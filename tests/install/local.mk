# The installed library, used from outside the tree.
TESTS += %D%/installed.sh
EXTRA_DIST += %D%/installed.sh %D%/stranger.c %D%/stranger.py
