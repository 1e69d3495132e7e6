nobase_dist_doc_DATA += %D%/award.py
nobase_dist_doc_DATA += %D%/cities.py
