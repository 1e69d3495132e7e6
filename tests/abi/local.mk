# TESTS += %D%/name.py, EXTRA_DIST += %D%/name.py
