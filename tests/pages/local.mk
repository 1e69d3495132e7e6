TESTS += %D%/pages.py
EXTRA_DIST += %D%/pages.py %D%/declared.py %D%/run.py %D%/selftest.py
