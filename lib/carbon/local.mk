lib_libskpi_la_SOURCES += %D%/path.c %D%/path.h %D%/peak.c %D%/share.c %D%/warming.c
