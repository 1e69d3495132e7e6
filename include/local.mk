pkgincludedir = $(includedir)/smartkpi
include_HEADERS = %D%/smartkpi.h
pkginclude_HEADERS = %D%/smartkpi/base.h %D%/smartkpi/series.h %D%/smartkpi/ensemble.h %D%/smartkpi/urban.h %D%/smartkpi/carbon.h %D%/smartkpi/digital.h
nodist_pkginclude_HEADERS = %D%/smartkpi/version.h
