# TESTS += %D%/name.py, EXTRA_DIST += %D%/name.py
TESTS += %D%/sqlite.sh
EXTRA_DIST += %D%/sqlite.sh
