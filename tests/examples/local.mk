TESTS += %D%/sqlite.sh
EXTRA_DIST += %D%/sqlite.sh
TESTS += %D%/python_cities.py
EXTRA_DIST += %D%/python_cities.py
TESTS += %D%/outlook.py %D%/outlook_bad.py
EXTRA_DIST += %D%/outlook.py %D%/outlook_bad.py %D%/outlook_run.py
