# Bad input and failing allocations of every exported function; the lines stand in calls/.
check_LTLIBRARIES += %D%/probe.la %D%/shim.la %D%/wrong.la
%C%_probe_la_SOURCES = %D%/probe.c
%C%_probe_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/lib -DSKPI_BUILD
%C%_probe_la_LIBADD = lib/libskpi.la $(GSL_LIBS)
%C%_probe_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath $(abs_builddir)/%D%
%C%_shim_la_SOURCES = %D%/shim.c
%C%_shim_la_CFLAGS = $(AM_CFLAGS) -fno-sanitize=all
%C%_shim_la_LDFLAGS = -module -avoid-version -shared -rpath $(abs_builddir)/%D%
%C%_wrong_la_SOURCES = %D%/wrong.c
%C%_wrong_la_CPPFLAGS = $(%C%_probe_la_CPPFLAGS)
%C%_wrong_la_CFLAGS = $(AM_CFLAGS) $(SKPI_VISIBILITY) $(GSL_CFLAGS)
%C%_wrong_la_LIBADD = $(%C%_probe_la_LIBADD)
%C%_wrong_la_LDFLAGS = $(%C%_probe_la_LDFLAGS)
TESTS += %D%/badinput.py %D%/allocation.py %D%/selftest.py
EXTRA_DIST += %D%/allocation.py %D%/badinput.py %D%/cases.py %D%/children.py %D%/kinds.py %D%/library.py \
  %D%/memory.py %D%/selftest.py %D%/structs.py %D%/trial.py %D%/values.py %D%/calls/__init__.py
# one line a module
EXTRA_DIST += %D%/calls/base.py
EXTRA_DIST += %D%/calls/carbon.py %D%/calls/carbon_paths.py
EXTRA_DIST += %D%/calls/digital.py
EXTRA_DIST += %D%/calls/digital_capital.py
EXTRA_DIST += %D%/calls/series.py %D%/calls/series_parts.py
EXTRA_DIST += %D%/calls/urban.py %D%/calls/urban_places.py
EXTRA_DIST += %D%/calls/carbon_verdicts.py
EXTRA_DIST += %D%/calls/ensemble.py
EXTRA_DIST += %D%/calls/digital_tables.py
