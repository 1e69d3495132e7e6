# The binary interface and the house's floors.
TESTS += %D%/headers.sh %D%/mirror-check.sh %D%/layout.py %D%/symbols.py %D%/layers.py %D%/quiet.py %D%/gate.sh
EXTRA_DIST += %D%/headers.sh %D%/mirror-check.sh %D%/mirror.py %D%/readheaders.py %D%/layout.py %D%/layout.c \
  %D%/symbols.py %D%/layers.py %D%/quiet.py %D%/gate.sh %D%/growth.supp
EXTRA_DIST += $(wildcard $(srcdir)/%D%/release.abi)
