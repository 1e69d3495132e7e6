EXTRA_DIST += %D%/directory.py
