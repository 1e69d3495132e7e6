# An extension for PostgreSQL, which has a Makefile of its own.
EXTRA_DIST += %D%/Makefile
EXTRA_DIST += %D%/budget.c
EXTRA_DIST += %D%/failure.c
EXTRA_DIST += %D%/failure.h
EXTRA_DIST += %D%/fan.c
EXTRA_DIST += %D%/project.c
EXTRA_DIST += %D%/rows.c
EXTRA_DIST += %D%/rows.h
EXTRA_DIST += %D%/smartkpi--0.2.sql
EXTRA_DIST += %D%/smartkpi.control
