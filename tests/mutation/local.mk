# Mutants of lib/ and the tests that find them; not a part of make check.
EXTRA_DIST += %D%/equivalent.txt
EXTRA_DIST += %D%/graph.py
EXTRA_DIST += %D%/mutate.py
EXTRA_DIST += %D%/operators.py
EXTRA_DIST += %D%/oracles.py
EXTRA_DIST += %D%/sandbox.py
