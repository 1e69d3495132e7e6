# The ctypes package.  _config.py is made: it says where the library was configured to go.
skpi_python =
skpi_python += %D%/smartkpi/__init__.py
skpi_python += %D%/smartkpi/_abi.py
skpi_python += %D%/smartkpi/_arrays.py
skpi_python += %D%/smartkpi/_base.py
skpi_python += %D%/smartkpi/_basis.py
skpi_python += %D%/smartkpi/_call.py
skpi_python += %D%/smartkpi/_codes.py
skpi_python += %D%/smartkpi/_constants.py
skpi_python += %D%/smartkpi/_errors.py
skpi_python += %D%/smartkpi/_handle.py
skpi_python += %D%/smartkpi/_jury.py
skpi_python += %D%/smartkpi/_library.py
skpi_python += %D%/smartkpi/_names.py
skpi_python += %D%/smartkpi/_types.py
skpi_python += %D%/smartkpi/_typing.py
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
EXTRA_DIST += %D%/directory.py %D%/smartkpi/_config.py.in $(skpi_python)
CLEANFILES += %D%/smartkpi/_config.py
if INSTALL_PYTHON
skpipythondir = $(pythondir)/smartkpi
skpipython_DATA = $(skpi_python) %D%/smartkpi/_config.py
endif

%D%/smartkpi/_config.py: %D%/smartkpi/_config.py.in lib/libsmartkpi.la Makefile
	$(AM_V_GEN)$(MKDIR_P) %D%/smartkpi && \
	sed -e 's|@libdir[@]|$(libdir)|' \
	  -e "s|@soname[@]|`sed -n \"s/^dlname='\(.*\)'/\1/p\" lib/libsmartkpi.la`|" $(srcdir)/%D%/smartkpi/_config.py.in >$@
