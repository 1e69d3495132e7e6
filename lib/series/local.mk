lib_libskpi_la_SOURCES += %D%/composition.c %D%/crossing.c %D%/growth.c %D%/interpolate.c %D%/scale.h %D%/score.c
lib_libskpi_la_SOURCES += %D%/trend.c %D%/trend.h
