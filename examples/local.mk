# noinst_PROGRAMS += %D%/city_outlook
include examples/sqlite/local.mk
