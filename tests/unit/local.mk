# One Check program a module, linked to the library's own objects, private functions included.
skpi_unit_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/lib -I$(top_srcdir)/tests
skpi_unit_cflags = $(AM_CFLAGS) $(GSL_CFLAGS) $(CHECK_CFLAGS)
skpi_unit_ldadd = lib/libskpi.la $(GSL_LIBS) $(CHECK_LIBS)
if HAVE_CHECK
check_PROGRAMS += %D%/core
TESTS += %D%/core
%C%_core_SOURCES = %D%/core.c %D%/unit.h
%C%_core_CPPFLAGS = $(skpi_unit_cppflags)
%C%_core_CFLAGS = $(skpi_unit_cflags)
%C%_core_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/logistic
TESTS += %D%/logistic
%C%_logistic_SOURCES = %D%/logistic.c %D%/unit.h
%C%_logistic_CPPFLAGS = $(skpi_unit_cppflags)
%C%_logistic_CFLAGS = $(skpi_unit_cflags)
%C%_logistic_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/urban
TESTS += %D%/urban
%C%_urban_SOURCES = %D%/urban.c %D%/unit.h
%C%_urban_CPPFLAGS = $(skpi_unit_cppflags)
%C%_urban_CFLAGS = $(skpi_unit_cflags)
%C%_urban_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/urban_interval
TESTS += %D%/urban_interval
%C%_urban_interval_SOURCES = %D%/urban_interval.c %D%/unit.h
%C%_urban_interval_CPPFLAGS = $(skpi_unit_cppflags)
%C%_urban_interval_CFLAGS = $(skpi_unit_cflags)
%C%_urban_interval_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/urban_cities
TESTS += %D%/urban_cities
%C%_urban_cities_SOURCES = %D%/urban_cities.c %D%/unit.h
%C%_urban_cities_CPPFLAGS = $(skpi_unit_cppflags)
%C%_urban_cities_CFLAGS = $(skpi_unit_cflags)
%C%_urban_cities_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/carbon
TESTS += %D%/carbon
%C%_carbon_SOURCES = %D%/carbon.c
%C%_carbon_CPPFLAGS = $(skpi_unit_cppflags)
%C%_carbon_CFLAGS = $(skpi_unit_cflags)
%C%_carbon_LDADD = $(skpi_unit_ldadd)
else
# Without Check every test would be green because none was run.
check-local:
	@echo 'make check needs Check (https://libcheck.github.io/check): install it and configure again' >&2; exit 1
endif
