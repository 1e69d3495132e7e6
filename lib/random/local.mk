lib_libskpi_kernel_la_SOURCES += %D%/normal.h %D%/stream.c %D%/stream.h %D%/stream_variant.h %D%/threefry.h
