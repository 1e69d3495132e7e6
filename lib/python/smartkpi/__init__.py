"""Smart-city indicators: urbanisation, carbon paths, the digital economy.

Lists or scalars in (NumPy arrays and columns of a data frame too), lists out, or NumPy arrays where NumPy can be
imported.  A scalar in place of a list of places gives a result without that dimension; beside lists it is the value of
each place.  Choices are names ("large") or constants.  Failures are smartkpi.Error, warnings smartkpi.SmartkpiWarning;
constants have their C names (smartkpi.SKPI_URBAN_SIZE_LARGE).  Names of tables become numbers by smartkpi.Names;
smartkpi.Jury makes the scores of an award from a table with names.

    import smartkpi
    smartkpi.urban.urgd(2010, 0.4995, 2020, 0.6389)
"""
from __future__ import annotations

from . import _abi, award, base, carbon, catalogue, digital, economy, ensemble, index, peers, series, urban
from ._base import Basis, Table
from ._constants import *  # noqa: F403
from ._errors import Error, SmartkpiWarning
from ._handle import Handle
from ._jury import Jury
from ._names import Names
from .base import *  # noqa: F403
from .base import version

__version__ = version()
__all__ = ["Basis", "Error", "Handle", "Jury", "Names", "SmartkpiWarning", "Table", "award", "carbon", "catalogue",
           "digital", "economy", "ensemble", "index", "peers", "series", "urban", *base.__all__,
           *(name for members in _abi.ENUMS.values() for name in members)]


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
