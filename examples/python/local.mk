EXTRA_DIST += %D%/award.py
EXTRA_DIST += %D%/cities.py
