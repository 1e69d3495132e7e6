"""Values of a valid call, by kind, where no sample gives any."""
STATED = {"definition": "SKPI_DIGITAL_DEFINITION_NBS_CORE", "classification": 2017, "vintage": 2024, "prices": 2015,
          "currency": 156, "scale": 1009}  # members of a basis that are no enums
COUNTS = {"n": 3, "m": 4, "n_years": 4}


def count(place, order):
    """A count that no array gives. The counts of one call differ, so that a wrong axis is found."""
    a = place.argument
    value = COUNTS.get(a.name, 2 + order % 2)
    value = max(value, int(a.clauses.at_least or 0))
    return min(value, int(a.clauses.at_most)) if a.clauses.at_most is not None else value


def _cell(kind, k, size, order, enums):
    """Value k of an array that is the order-th of its kind."""
    name = kind.name
    if kind.interval:
        low, high = kind.interval.low, kind.interval.high
        return low + (high - low) * (k + 1) / (size + 1)
    return {"number": lambda: 1 + k / 2, **dict.fromkeys(("growth", "URGD", "decline", "interest"), lambda: .01 + .005 * (k % 5)),
            "share": lambda: round(.2 + .05 * (order % 3) + .1 * (k % 5), 3),
            "open share": lambda: round(.2 + .05 * (order % 3) + .1 * (k % 5), 3),
            "probability": lambda: (k + 1) / (size + 1),
            "quantity": lambda: 10.0 + k, "positive": lambda: 10.0 + k, "divisor": lambda: 100.0 + k,
            "date": lambda: 2000.5 + 10 * order + k % 3, "year": lambda: 2000 + 10 * order + k % 3,
            "years": lambda: 2010 + k * (k + 3) // 2, "horizons": lambda: 5 * (k + 1), "axis": lambda: 2026,
            "integer": lambda: 0, "index": lambda: 0, "flag": lambda: 0, "zero": lambda: 0,
            "one of": lambda: kind.values[k % len(kind.values)],
            "enum": lambda: enums[kind.tag].members[k % len(enums[kind.tag].members)].value}[name]()


def cells(place, size, order, enums):
    """All values of an array."""
    a, out = place.argument, []
    for k in range(size):
        v = _cell(a.kind, k, size, order, enums)
        if a.clauses.at_least is not None:
            v = max(v, a.clauses.at_least)
        if a.clauses.at_most is not None:
            v = min(v, a.clauses.at_most)
        out.append(float(v) if a.type.base == "double" else int(v))
    return out
