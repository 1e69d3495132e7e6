# A program for MPI, which is compiled by mpicc.
EXTRA_DIST += %D%/ensemble_mpi.c
