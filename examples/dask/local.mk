# A program for Dask, in Python.
nobase_dist_doc_DATA += %D%/ensemble_dask.py
