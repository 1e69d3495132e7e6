# A program for Dask, in Python.
EXTRA_DIST += %D%/ensemble_dask.py
