# An extension for PostgreSQL, which has a Makefile of its own.
nobase_dist_doc_DATA += %D%/Makefile
nobase_dist_doc_DATA += %D%/budget.c
nobase_dist_doc_DATA += %D%/failure.c
nobase_dist_doc_DATA += %D%/failure.h
nobase_dist_doc_DATA += %D%/fan.c
nobase_dist_doc_DATA += %D%/project.c
nobase_dist_doc_DATA += %D%/rows.c
nobase_dist_doc_DATA += %D%/rows.h
nobase_dist_doc_DATA += %D%/smartkpi--0.2.sql
nobase_dist_doc_DATA += %D%/smartkpi.control
