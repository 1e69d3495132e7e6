# What makes everything that repeats of the public headers: python3 lib/interface/make.py.
EXTRA_DIST += %D%/__init__.py
EXTRA_DIST += %D%/build.py
EXTRA_DIST += %D%/comments.py
EXTRA_DIST += %D%/conditions.py
EXTRA_DIST += %D%/contracts.py
EXTRA_DIST += %D%/declarations.py
EXTRA_DIST += %D%/kinds.py
EXTRA_DIST += %D%/link.py
EXTRA_DIST += %D%/lists.py
EXTRA_DIST += %D%/lookup.py
EXTRA_DIST += %D%/make.py
EXTRA_DIST += %D%/mirror.py
EXTRA_DIST += %D%/model.py
EXTRA_DIST += %D%/pages.py
EXTRA_DIST += %D%/phrases.py
EXTRA_DIST += %D%/synopsis.py
EXTRA_DIST += %D%/tokens.py
