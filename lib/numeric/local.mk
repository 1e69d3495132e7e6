lib_libskpi_la_SOURCES += %D%/logistic.h %D%/sum.h
