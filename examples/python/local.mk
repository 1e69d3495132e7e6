EXTRA_DIST += %D%/cities.py
