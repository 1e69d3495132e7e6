# All objects are compiled once into libskpi.la; the library, the unit tests and the tests' probe link it.
noinst_LTLIBRARIES += %D%/libskpi.la
%C%_libskpi_la_CPPFLAGS = $(AM_CPPFLAGS) -DSKPI_BUILD $(SKPI_KERNEL_CPPFLAGS)
%C%_libskpi_la_CFLAGS = $(AM_CFLAGS) $(SKPI_VISIBILITY)
%C%_libskpi_la_LIBADD = %D%/libskpi_kernel.la
%C%_libskpi_la_SOURCES =
# Kernels are compiled with flags of their own, behind the user's: faster, the same bits.
noinst_LTLIBRARIES += %D%/libskpi_kernel.la
%C%_libskpi_kernel_la_CPPFLAGS = $(%C%_libskpi_la_CPPFLAGS)
%C%_libskpi_kernel_la_CFLAGS = $(%C%_libskpi_la_CFLAGS)
%C%_libskpi_kernel_la_SOURCES =
$(%C%_libskpi_kernel_la_OBJECTS): override CFLAGS += $(SKPI_KERNEL_CFLAGS)
include lib/core/local.mk
include lib/numeric/local.mk
include lib/random/local.mk
include lib/series/local.mk
include lib/ensemble/local.mk
include lib/economy/local.mk
include lib/urban/local.mk
include lib/carbon/local.mk
include lib/digital/local.mk
include lib/index/local.mk
include lib/peers/local.mk
include lib/award/local.mk
include lib/catalogue/local.mk
include lib/interface/local.mk
include lib/python/local.mk

lib_LTLIBRARIES += %D%/libsmartkpi.la
%C%_libsmartkpi_la_SOURCES =
%C%_libsmartkpi_la_LIBADD = %D%/libskpi.la $(GSL_LIBS)
%C%_libsmartkpi_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined $(SKPI_NO_UNDEFINED) -version-info $(SKPI_VERSION_INFO)
EXTRA_DIST += %D%/libsmartkpi.map
if VERSION_SCRIPT
%C%_libsmartkpi_la_LDFLAGS += -Wl,--version-script=$(top_srcdir)/%D%/libsmartkpi.map -Wl,--no-undefined-version
EXTRA_%C%_libsmartkpi_la_DEPENDENCIES = %D%/libsmartkpi.map
else
%C%_libsmartkpi_la_LDFLAGS += -export-symbols-regex '^skpi_[^_]'
endif

pkgconfig_DATA = %D%/smartkpi.pc
# find_package(smartkpi) of CMake
skpicmakedir = $(libdir)/cmake/smartkpi
skpicmake_DATA = %D%/smartkpiConfig.cmake %D%/smartkpiConfigVersion.cmake
