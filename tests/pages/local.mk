TESTS += %D%/pages.py %D%/readme.py %D%/manual_site.py %D%/recipes.py
EXTRA_DIST += %D%/manual_site.py %D%/recipes.py %D%/pages.py %D%/readme.py %D%/declared.py %D%/rendered.py %D%/run.py %D%/selftest.py
