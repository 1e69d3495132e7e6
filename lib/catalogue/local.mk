lib_libskpi_la_SOURCES += %D%/check.c
lib_libskpi_la_SOURCES += %D%/concentration.c
lib_libskpi_la_SOURCES += %D%/score.c
