"""Samples of catalogue.h.  calls/__init__.py tells how to write one."""
from cases import NAN, sample

SAMPLES = [
    sample("skpi_catalogue_find", ("ENOTFOUND", "code", {"code": "EC:ICT"}), list="U4SSC", code="EC: ICT: ICT: 1C"),
    sample("skpi_catalogue_entry", ("ENOTFOUND", "number", {"number": 62}), list="U4SSC", number=3),
    sample("skpi_catalogue_score", ("EOVERFLOW", "value", {("value", 0): 1e308}),
           ("WMISSING", "", {("value", 1): NAN}), n=3, m=2, value=[1.0, 2, 3, 4, 5, 6], target=[1e-10, 5],
           direction=[1, -1]),
    sample("skpi_catalogue_check", ("EINCONSISTENT", "part", {("part", 0): .9}), n=3, n_parts=2,
           part=[.5, .5, .6, .4, .7, .3], rule="WHOLE"),
    sample("skpi_catalogue_concentration", ("EOVERFLOW", "concentration", {("ppm", 0): 1e308}), ppm=[.1, .2, .3]),
]
