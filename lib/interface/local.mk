# The reader of contracts, and what makes from the headers everything that repeats.
EXTRA_DIST += %D%/__init__.py
EXTRA_DIST += %D%/build.py
EXTRA_DIST += %D%/comments.py
EXTRA_DIST += %D%/conditions.py
EXTRA_DIST += %D%/contracts.py
EXTRA_DIST += %D%/declarations.py
EXTRA_DIST += %D%/kinds.py
EXTRA_DIST += %D%/link.py
EXTRA_DIST += %D%/lookup.py
EXTRA_DIST += %D%/model.py
EXTRA_DIST += %D%/phrases.py
EXTRA_DIST += %D%/tokens.py
