"""Calls of base.h.  How to write a line stands at the top of kinds.py."""
from kinds import basis, call, out, out_basis, out_struct, refuse, room, string, text

STATED = dict(definition=203, classification=2017, vintage=2024, revision=3, prices=1, currency=156, scale=1009, gwp=6)

CALLS = [
    call("skpi_last_error_get", error=out_struct()),
    call("skpi_constant", name=string("SKPI_EDOM", unknown="ENOTFOUND"), value=out("1")),
    call("skpi_basis_join",
         *(refuse("EDEFMIX", "b", {f"b->{member}": value + 1}) for member, value in STATED.items()),
         a=basis(**STATED), b=basis(**STATED), joined=out_basis()),
    call("skpi_basis_text", basis=basis(**STATED), text=text("room"), room=room(512)),
]
