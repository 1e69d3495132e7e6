# Closed formulas beside the same formulas in __float128; without libquadmath the test is skipped.
if HAVE_QUADMATH
check_PROGRAMS += %D%/closed
%C%_closed_SOURCES = %D%/truth.c %D%/truth.h
%C%_closed_SOURCES += %D%/carbon.c
%C%_closed_SOURCES += %D%/carbon_paths.c
%C%_closed_SOURCES += %D%/digital.c
%C%_closed_SOURCES += %D%/economy.c
%C%_closed_SOURCES += %D%/economy_table.h
%C%_closed_SOURCES += %D%/economy_tables.c
%C%_closed_SOURCES += %D%/index.c
%C%_closed_SOURCES += %D%/series.c
%C%_closed_SOURCES += %D%/urban.c
%C%_closed_LDADD = lib/libsmartkpi.la -lquadmath
endif
TESTS += %D%/truth.py
EXTRA_DIST += %D%/left_out.txt
EXTRA_DIST += %D%/truth.py
