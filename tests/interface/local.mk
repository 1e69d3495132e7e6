# Contracts: the comments of the public headers, which lib/interface reads; the rules of names, public and private, and of words; the types of the package.
TESTS += %D%/contracts.py
TESTS += %D%/formats.py
TESTS += %D%/names.py
TESTS += %D%/once.py
TESTS += %D%/rules.py
TESTS += %D%/typed.py
TESTS += %D%/wordings.py
EXTRA_DIST += %D%/contracts.py
EXTRA_DIST += %D%/malformed.py
EXTRA_DIST += %D%/formats.py
EXTRA_DIST += %D%/names.py
EXTRA_DIST += %D%/once.py
EXTRA_DIST += %D%/rules.py
EXTRA_DIST += %D%/typed.py
EXTRA_DIST += %D%/wordings.py
