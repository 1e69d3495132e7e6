TESTS += %D%/pages.py %D%/readme.py
EXTRA_DIST += %D%/pages.py %D%/declared.py %D%/run.py %D%/selftest.py
