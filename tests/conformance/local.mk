# Known answers of $SMARTKPI_CASES: skipped without it.
EXTRA_DIST += %D%/cases.py
TESTS += %D%/carbon.py
EXTRA_DIST += %D%/carbon.py
TESTS += %D%/digital.py
EXTRA_DIST += %D%/digital.py
TESTS += %D%/series.py
EXTRA_DIST += %D%/series.py
TESTS += %D%/urban.py
EXTRA_DIST += %D%/urban.py
TESTS += %D%/urban_backtest.py
EXTRA_DIST += %D%/urban_backtest.py
TESTS += %D%/series_known.py
EXTRA_DIST += %D%/series_known.py
TESTS += %D%/urban_places.py
EXTRA_DIST += %D%/urban_places.py
