TESTS += %D%/pages.py %D%/readme.py
EXTRA_DIST += %D%/pages.py %D%/readme.py %D%/declared.py %D%/rendered.py %D%/run.py %D%/selftest.py
