# Bad input and failing allocations of every exported function; the lines stand in calls/.
check_LTLIBRARIES += %D%/probe.la %D%/shim.la
%C%_probe_la_SOURCES = %D%/probe.c
%C%_probe_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/lib -DSKPI_BUILD
%C%_probe_la_LIBADD = lib/libskpi.la $(GSL_LIBS)
%C%_probe_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath $(abs_builddir)/%D%
%C%_shim_la_SOURCES = %D%/shim.c
%C%_shim_la_CFLAGS = $(AM_CFLAGS) -fno-sanitize=all
%C%_shim_la_LDFLAGS = -module -avoid-version -shared -rpath $(abs_builddir)/%D%
TESTS += %D%/badinput.py
EXTRA_DIST += %D%/badinput.py %D%/children.py %D%/kinds.py %D%/library.py %D%/memory.py %D%/trial.py \
  %D%/calls/carbon.py %D%/calls/__init__.py %D%/calls/base.py %D%/calls/urban.py
