# Contracts: the comments of the public headers, which lib/interface reads.
TESTS += %D%/contracts.py
EXTRA_DIST += %D%/contracts.py %D%/malformed.py %D%/sample.h
