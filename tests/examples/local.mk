# TESTS += %D%/name.py, EXTRA_DIST += %D%/name.py
TESTS += %D%/sqlite.sh
EXTRA_DIST += %D%/sqlite.sh
TESTS += %D%/python_cities.py
EXTRA_DIST += %D%/python_cities.py
TESTS += %D%/outlook.py %D%/outlook_bad.py
EXTRA_DIST += %D%/outlook.py %D%/outlook_bad.py %D%/outlook_run.py
EXTRA_DIST += %D%/carbon_run.py
TESTS += %D%/carbon_lmdi.py
EXTRA_DIST += %D%/carbon_lmdi.py
TESTS += %D%/urban_backtest.py
EXTRA_DIST += %D%/urban_backtest.py
TESTS += %D%/urban_programs.py
EXTRA_DIST += %D%/urban_programs.py
