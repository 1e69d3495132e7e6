lib_libskpi_kernel_la_SOURCES += %D%/inverse.h %D%/normal.h %D%/stream.c %D%/stream.h %D%/stream_variant.h \
  %D%/threefry.h
lib_libskpi_la_SOURCES += %D%/sobol.c %D%/sobol.h %D%/sobol_numbers.c
