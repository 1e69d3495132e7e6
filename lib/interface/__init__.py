"""Generates everything that repeats the public headers.  contracts.py reads the headers."""
