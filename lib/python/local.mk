# The ctypes package.  _config.py is made: it says where the library was configured to go, unless it is found from
# where the package lies, or by its soname.  make wheel builds a wheel with the library and its manual inside.
skpi_python =
skpi_python += %D%/smartkpi/__init__.py
skpi_python += %D%/smartkpi/__main__.py
skpi_python += %D%/smartkpi/_abi.py
skpi_python += %D%/smartkpi/_arrays.py
skpi_python += %D%/smartkpi/_base.py
skpi_python += %D%/smartkpi/_basis.py
skpi_python += %D%/smartkpi/_call.py
skpi_python += %D%/smartkpi/_choice.py
skpi_python += %D%/smartkpi/_codes.py
skpi_python += %D%/smartkpi/_constants.py
skpi_python += %D%/smartkpi/_errors.py
skpi_python += %D%/smartkpi/_handle.py
skpi_python += %D%/smartkpi/_jury.py
skpi_python += %D%/smartkpi/_library.py
skpi_python += %D%/smartkpi/_names.py
skpi_python += %D%/smartkpi/_types.py
skpi_python += %D%/smartkpi/_typing.py
skpi_python += %D%/smartkpi/_watch.py
skpi_python += %D%/smartkpi/award.py
skpi_python += %D%/smartkpi/base.py
skpi_python += %D%/smartkpi/carbon.py
skpi_python += %D%/smartkpi/catalogue.py
skpi_python += %D%/smartkpi/digital.py
skpi_python += %D%/smartkpi/economy.py
skpi_python += %D%/smartkpi/ensemble.py
skpi_python += %D%/smartkpi/index.py
skpi_python += %D%/smartkpi/peers.py
skpi_python += %D%/smartkpi/py.typed
skpi_python += %D%/smartkpi/series.py
skpi_python += %D%/smartkpi/urban.py
EXTRA_DIST += %D%/backend.py
EXTRA_DIST += %D%/directory.py
EXTRA_DIST += %D%/pyproject.toml
EXTRA_DIST += %D%/smartkpi/_config.py.in
EXTRA_DIST += $(skpi_python)
CLEANFILES += %D%/smartkpi/_config.py smartkpi-*.whl
if INSTALL_PYTHON
skpipythondir = $(pythondir)/smartkpi
skpipython_DATA = $(skpi_python) %D%/smartkpi/_config.py
endif

%D%/smartkpi/_config.py: %D%/smartkpi/_config.py.in lib/libsmartkpi.la Makefile
	$(AM_V_GEN)$(MKDIR_P) %D%/smartkpi && \
	case '$(pythondir) $(libdir)' in *\ */lib/*-*-*|'$(prefix)/'*\ '$(prefix)/lib'|'$(prefix)/'*\ '$(prefix)/lib64') there= ;; \
	  *) there='$(libdir)' ;; esac; \
	sed -e "s|@libdir[@]|$$there|" -e "s|@soname[@]|`$(skpi_soname)`|" $(srcdir)/%D%/smartkpi/_config.py.in >$@

skpi_soname = sed -n "s/^dlname='\(.*\)'/\1/p" lib/libsmartkpi.la
.PHONY: wheel
wheel: lib/libsmartkpi.la
	$(AM_V_GEN)rm -f smartkpi-*.whl && soname=`$(skpi_soname)` && SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) PYTHONDONTWRITEBYTECODE=1 \
	  $(PYTHON3) $(srcdir)/%D%/backend.py . --library lib/.libs/$$soname --soname $$soname
