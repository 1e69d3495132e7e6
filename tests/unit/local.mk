# One Check program a family, its source beside it, linked to the library's own objects: private functions included.
LDADD = lib/libskpi.la $(GSL_LIBS) $(CHECK_LIBS)
EXTRA_DIST += %D%/unit.h
# What also runs under clang, the sanitizers and valgrind.
skpi_unit_tests =
if HAVE_CHECK
skpi_unit_tests += %D%/core
skpi_unit_tests += %D%/concurrency
skpi_unit_tests += %D%/logistic
skpi_unit_tests += %D%/urban
skpi_unit_tests += %D%/urban_interval
skpi_unit_tests += %D%/urban_cities
skpi_unit_tests += %D%/carbon
check_PROGRAMS += $(skpi_unit_tests)
TESTS += $(skpi_unit_tests)
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
%C%_carbon_SOURCES = %D%/carbon.c %D%/carbon_path.h %D%/unit.h
%C%_carbon_CPPFLAGS = $(skpi_unit_cppflags)
%C%_carbon_CFLAGS = $(skpi_unit_cflags)
%C%_carbon_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/carbon_property
TESTS += %D%/carbon_property
%C%_carbon_property_SOURCES = %D%/carbon_property.c %D%/carbon_path.h %D%/unit.h
%C%_carbon_property_CPPFLAGS = $(skpi_unit_cppflags)
%C%_carbon_property_CFLAGS = $(skpi_unit_cflags)
%C%_carbon_property_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/carbon_share
TESTS += %D%/carbon_share
%C%_carbon_share_SOURCES = %D%/carbon_share.c %D%/unit.h
%C%_carbon_share_CPPFLAGS = $(skpi_unit_cppflags)
%C%_carbon_share_CFLAGS = $(skpi_unit_cflags)
%C%_carbon_share_LDADD = $(skpi_unit_ldadd)
check_PROGRAMS += %D%/carbon_warming
TESTS += %D%/carbon_warming
%C%_carbon_warming_SOURCES = %D%/carbon_warming.c %D%/unit.h
%C%_carbon_warming_CPPFLAGS = $(skpi_unit_cppflags)
%C%_carbon_warming_CFLAGS = $(skpi_unit_cflags)
%C%_carbon_warming_LDADD = $(skpi_unit_ldadd)
else
# Without Check every test would be green because none was run.
check-local:
	@echo 'make check needs Check (https://libcheck.github.io/check): install it and configure again' >&2; exit 1
endif
# the Python package's base, with NumPy and without
TESTS += %D%/python_base.py
EXTRA_DIST += %D%/python_base.py
