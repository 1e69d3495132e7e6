"""Input-output tables of economy.h.  How to write a line stands at the top of kinds.py."""
from kinds import accept, call, count, finite, handle, new_handle, out, outs, quantity, refuse, struct


def source():
    """A table of three sectors in balance."""
    return struct(n_sectors=count(3, "ENODATA"),
                  flow=finite([10, 20, 5, 15, 30, 10, 5, 10, 20], "n_sectors*n_sectors"),
                  output=quantity([100, 150, 80], "n_sectors"), value_added=finite([70, 90, 45], "n_sectors"),
                  final_demand=finite([65, 95, 45], "n_sectors"), jobs=quantity([9, 4, 2], "n_sectors", optional=True))


CALLS = [
    call("skpi_economy_iotable_source_check", source=source(),
         out=outs(**{name: out("source->n_sectors") for name in ("total_row", "total_column", "imbalance")},
                  **{name: out("1") for name in ("spectral_radius", "condition", "unit_slip", "flow_slip")})),
    call("skpi_economy_iotable_new",
         accept({"source->flow": [60, 20, 5, -60, 30, 10, 5, 10, 20]}),  # signed: |A| is factored too
         refuse("EZERODIV", "source->output", {"source->output": 0.0}),
         refuse("EINCONSISTENT", "source->flow", {"source->flow": [1, 2, 3, 4, 5, 9, 5, 7, 12],
                                                  "source->output": [10, 20, 30]}),
         refuse("ENOTPRODUCTIVE", "source->flow", {"source->flow": 200.0}),
         source=source(), table=new_handle("skpi_economy_iotable_free")),
    call("skpi_economy_iotable_leontief", table=handle("skpi_economy_iotable_new"), n_demands=count(2),
         demand=finite([65, 95, 45, 1, 2, 3], "n_demands*3"), output=out("n_demands*3", over="demand")),
    call("skpi_economy_iotable_ghosh", table=handle("skpi_economy_iotable_new"), n_inputs=count(2),
         primary=finite([70, 90, 45, 1, 2, 3], "n_inputs*3"), output=out("n_inputs*3", over="primary")),
    call("skpi_economy_iotable_impact", table=handle("skpi_economy_iotable_new"), n_demands=count(2),
         demand=finite([65, 95, 45, 1, 2, 3], "n_demands*3"),
         out=outs(output=out("n_demands*3", over="demand"), value_added=out("n_demands*3"), jobs=out("n_demands*3"),
                  **{name: out("n_demands") for name in ("total_output", "total_value_added", "total_jobs")})),
    call("skpi_economy_iotable_linkages", table=handle("skpi_economy_iotable_new"),
         out=outs(**{name: out("3") for name in (
             "backward_direct", "backward_total", "power", "power_cv", "forward_direct", "forward_total", "sensitivity",
             "sensitivity_cv", "ghosh_direct", "ghosh_total", "multiplier_output", "multiplier_value_added",
             "multiplier_jobs", "type1_value_added", "type1_jobs")})),
    call("skpi_economy_iotable_inverse", table=handle("skpi_economy_iotable_new"), inverse=out("9")),
    call("skpi_economy_iotable_embodied", table=handle("skpi_economy_iotable_new"), embodied=out("9")),
]
