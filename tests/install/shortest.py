#!/usr/bin/env python3
"""Every number of a CSV file has as few digits as its shortest form that reads back."""
import csv
import re
import sys

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[-+][0-9]+)?")


def digits(text):
    return re.sub("e.*", "", text).replace(".", "").lstrip("-0").rstrip("0")


with open(sys.argv[1], encoding="utf-8", newline="") as f:
    cells = [cell for row in csv.reader(f) for cell in row]
numbers = [cell for cell in cells if NUMBER.fullmatch(cell)]
longer = [cell for cell in numbers if len(digits(cell)) > len(digits(repr(float(cell))))]
print(len(numbers), "numbers", "".join(f", {cell} is {float(cell)!r}" for cell in longer[:5]))
sys.exit(bool(longer) or not cells)
