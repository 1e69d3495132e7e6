# noinst_PROGRAMS += %D%/city_outlook
