# What of lib/ the tests take; not a part of make check.
EXTRA_DIST += %D%/coverage.sh
EXTRA_DIST += %D%/report.py
