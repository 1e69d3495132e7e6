# A program for MPI, which is compiled by mpicc.
nobase_dist_doc_DATA += %D%/ensemble_mpi.c
