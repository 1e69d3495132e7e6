# Made from the headers by lib/interface/make.py; do not edit.
"""Members of a basis."""
from __future__ import annotations

from dataclasses import dataclass


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
    definition: int = 0
    classification: int = 0
    vintage: int = 0
    revision: int = 0
    prices: int = 0
    currency: int = 0
    scale: int = 0
    gwp: int = 0
    linked: bool = False
