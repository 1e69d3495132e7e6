"""Samples of base.h.  calls/__init__.py tells how to write one."""
from cases import sample

SAMPLES = [
    sample("skpi_constant", name="SKPI_EDOM"),
    sample("skpi_basis_text", room=512),
]
