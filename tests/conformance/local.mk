# Known answers of $SMARTKPI_CASES: skipped without it.
TESTS += %D%/carbon.py
EXTRA_DIST += %D%/carbon.py
