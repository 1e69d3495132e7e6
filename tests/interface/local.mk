# Contracts: the comments of the public headers, which lib/interface reads; the rules of names.
TESTS += %D%/contracts.py
TESTS += %D%/rules.py
EXTRA_DIST += %D%/contracts.py
EXTRA_DIST += %D%/malformed.py
EXTRA_DIST += %D%/rules.py
EXTRA_DIST += %D%/sample.h
