"""Smart-city indicators: urbanisation, carbon paths, the digital economy.

Lists or scalars in (NumPy arrays too), lists out, or NumPy arrays where NumPy can be imported.  A scalar in place of
a list of places gives a result without that dimension.  Failures are smartkpi.Error, warnings smartkpi.SmartkpiWarning;
constants have their C names (smartkpi.SKPI_URBAN_SIZE_LARGE).

    import smartkpi
    smartkpi.urban.urgd(2010, 0.4995, 2020, 0.6389)
"""
from . import _abi
from ._core import Error, Handle, SmartkpiWarning, last_error, status_message, status_name
from ._base import Basis, Table, constant, constant_name, struct_size, version, version_number

globals().update({name: value for members in _abi.ENUMS.values() for name, value in members.items()})

from . import carbon, digital, economy, ensemble, series, urban  # noqa: E402

__version__ = version()
__all__ = ["Basis", "Error", "Handle", "SmartkpiWarning", "Table", "carbon", "constant", "constant_name", "digital",
           "economy", "ensemble", "last_error", "series", "status_message", "status_name", "struct_size", "urban",
           "version", "version_number",
           *(name for members in _abi.ENUMS.values() for name in members)]
