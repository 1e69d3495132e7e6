# Made from the headers by lib/interface/make.py; do not edit.
"""Members of a basis."""
from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Literal, Union


@dataclass(frozen=True)
class Stated:
    """What a figure means. A member of 0 is unstated. Functions of two figures refuse members that both state and
    that differ (SKPI_EDEFMIX), and a member that is none of its constants (SKPI_EINVAL).

    definition  integer: a constant of an enum skpi_..._definition.
    classification  integer: edition of the classification, as the caller numbers it, for example by its year.
    vintage  integer: year of release.
    revision  enum skpi_basis_revision; by default unstated.
    prices  integer: SKPI_BASIS_PRICES_CURRENT, or the base year of constant prices.
    currency  integer: ISO 4217 number.
    scale  integer: power of ten of the unit + SKPI_BASIS_SCALE_ONE.
    gwp  enum skpi_carbon_gwp; by default unstated.
    linked  part of the series had another meaning and was linked by a factor.
    """
    definition: Union[int, Literal["national", "degurba", "territorial", "direct", "coefficient", "nbs_core", "caict",
                                   "satellite", "adb", "oecd", "other"]] = 0
    classification: int = 0
    vintage: int = 0
    revision: Union[int, Literal["preliminary", "verified", "census"]] = 0
    prices: Union[int, Literal["current"]] = 0
    currency: int = 0
    scale: int = 0
    gwp: Union[int, Literal["ar4_100", "ar5_100", "ar6_100", "ar4_20", "ar5_20", "ar6_20"]] = 0
    linked: bool = False
    _named: ClassVar[Dict[str, str]] = {  # the enums of what may be given by name
        "definition": "skpi_urban_definition skpi_carbon_definition skpi_digital_definition",
        "revision": "skpi_basis_revision",
        "prices": "skpi_basis_prices",
        "gwp": "skpi_carbon_gwp",
    }
