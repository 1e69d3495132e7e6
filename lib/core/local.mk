lib_libskpi_la_SOURCES += %D%/check.c %D%/check.h %D%/error.c %D%/error.h %D%/last_error.c %D%/status.c %D%/rows.c \
  %D%/rows.h %D%/struct.c %D%/struct.h %D%/size.c %D%/size.h %D%/table.c %D%/table.h %D%/basis.c %D%/guard.c \
  %D%/guard.h %D%/threads.c %D%/threads.h %D%/version.c %D%/constants.c %D%/constants.h %D%/constants_table.c
