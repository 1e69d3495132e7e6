# A loadable extension for SQLite: smartkpi_sqlite.so
nobase_dist_doc_DATA += %D%/smartkpi_sqlite.c
if HAVE_SQLITE
noinst_LTLIBRARIES += %D%/smartkpi_sqlite.la
%C%_smartkpi_sqlite_la_SOURCES = %D%/smartkpi_sqlite.c
%C%_smartkpi_sqlite_la_LIBADD = lib/libsmartkpi.la
# -rpath makes libtool build a module although it is not installed
%C%_smartkpi_sqlite_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath $(abs_top_builddir)
endif
