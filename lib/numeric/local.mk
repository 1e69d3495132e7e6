# lib_libskpi_la_SOURCES += %D%/file.c %D%/file.h
lib_libskpi_la_SOURCES += %D%/logit.h
lib_libskpi_la_SOURCES += %D%/log_ratio.h %D%/logistic.h %D%/root.c %D%/root.h %D%/sum.h
lib_libskpi_la_SOURCES += %D%/lu.c %D%/lu.h %D%/lu_kernel.c %D%/lu_kernel.h %D%/lu_solve.c %D%/spectral.c \
  %D%/spectral.h
lib_libskpi_la_SOURCES += %D%/select.c %D%/select.h
lib_libskpi_la_SOURCES += %D%/least_squares.c %D%/least_squares.h
lib_libskpi_la_SOURCES += %D%/correlation.c %D%/correlation.h
lib_libskpi_kernel_la_SOURCES += %D%/block.c %D%/block.h %D%/block_variant.h %D%/order.c \
  %D%/order.h %D%/power.h
lib_libskpi_la_SOURCES += %D%/log_ratios.c %D%/log_ratios.h %D%/exps.c %D%/exps.h
