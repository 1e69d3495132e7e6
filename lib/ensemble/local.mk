lib_libskpi_la_SOURCES += %D%/draw.c
