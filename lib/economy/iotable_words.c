/* The words of a finding about an input-output table: about its source, or about the factored table that keeps it. */
#include "economy/iotable_words.h"

/* A refusal and a warning have the same sentence. */
#define TELL(at, f, name, ...)                                                        \
    ((f)->refused ? skpi__fail(at, SKPI_EINCONSISTENT, name, (f)->value, __VA_ARGS__) \
                  : skpi__warn(at, name, (f)->value, __VA_ARGS__))

/* A whole table that adds up if it is read otherwise. */
static skpi_status words_whole(skpi__at at, const skpi__iotable_finding *f, const char *name, const char *how)
{
    if (f->power == 0)
        return TELL(at, f, name, "is the fraction of the output by which rows do not add up; they add up with %s", how);
    return TELL(at, f, name, "is the fraction of the output by which rows do not add up; they add up with %s times %g",
                how, pow(10, f->power));
}

/* A row that adds up if one of its figures is in another unit. */
static skpi_status words_row(skpi__at at, const skpi__iotable_finding *f, const char *name, const char *what)
{
    return TELL(at, f, name,
                "is the output of a sector whose sales are %g: in row %lld %s in another unit (times %g adds up)?",
                f->expected, (long long)f->row, what, pow(10, f->power));
}

static skpi_status words_total(skpi__at at, const skpi__iotable_finding *f, const char *name)
{
    return TELL(at, f, name,
                "is the output of a sector that is the sum of sectors %lld to %lld in row %lld and in its column: take "
                "the total out of the table",
                (long long)f->first, (long long)f->last, (long long)f->row);
}

/* The names are those of the figures, or that of the factored table. */
static skpi_status words_of(skpi__at at, const skpi__iotable_finding *f, const char *flow, const char *output,
                            const char *value_added, const char *final_demand)
{
    switch (f->reading) {
    case SKPI_ECONOMY_READING_TOTAL: return words_total(at, f, flow);
    case SKPI_ECONOMY_READING_TRANSPOSED:
        return words_whole(at, f, flow,
                           f->expected != 0 ? "flows transposed, or final demand and value added changed places"
                                            : "flows transposed");
    case SKPI_ECONOMY_READING_COEFFICIENTS: return words_whole(at, f, flow, "input coefficients in the place of flows");
    case SKPI_ECONOMY_READING_COEFFICIENTS_PERCENT:
        return words_whole(at, f, flow, "input coefficients in per cent in the place of flows");
    case SKPI_ECONOMY_READING_OUTPUT_COEFFICIENTS:
        return words_whole(at, f, flow, "output coefficients in the place of flows");
    case SKPI_ECONOMY_READING_FLOW_UNIT: return words_whole(at, f, flow, "flows");
    case SKPI_ECONOMY_READING_OUTPUT_UNIT: return words_whole(at, f, output, "output");
    case SKPI_ECONOMY_READING_OUTPUT_IS_VALUE_ADDED:
        return words_whole(at, f, output, "output and value added changed places");
    case SKPI_ECONOMY_READING_OUTPUT_IS_FINAL_DEMAND:
        return words_whole(at, f, output, "output and final demand changed places");
    case SKPI_ECONOMY_READING_FINAL_DEMAND_IS_VALUE_ADDED:
        return words_whole(at, f, final_demand, "final demand and value added changed places");
    case SKPI_ECONOMY_READING_FINAL_DEMAND_UNIT: return words_whole(at, f, final_demand, "final demand");
    case SKPI_ECONOMY_READING_COUNTED_TWICE:
        return TELL(at, f, flow,
                    "times column %lld is what rows sell beyond the output: the column is counted twice (a subtotal, "
                    "or a part of another sector)?",
                    (long long)f->column);
    case SKPI_ECONOMY_READING_COLUMN_UNIT:
        return TELL(at, f, flow,
                    "times column %lld is what rows sell beyond the output: the column is in another unit (times %g "
                    "adds up)?",
                    (long long)f->column, pow(10, f->power));
    case SKPI_ECONOMY_READING_ROW_FLOW_UNIT: return words_row(at, f, output, "flows are");
    case SKPI_ECONOMY_READING_ROW_OUTPUT_UNIT: return words_row(at, f, output, "output is");
    case SKPI_ECONOMY_READING_ROW_DEMAND_UNIT: return words_row(at, f, output, "final demand is");
    case SKPI_ECONOMY_READING_VALUE_ADDED_UNIT:
        return TELL(at, f, value_added,
                    "is the value added of all sectors, whose output leaves %g after what they buy: in another unit "
                    "(times %g fits)?",
                    f->expected, pow(10, f->power));
    case SKPI_ECONOMY_READING_IMPORTS:
        return TELL(at, f, output,
                    "is the output of a sector that sells %g, and nearly all sectors sell more than they make: imports "
                    "not taken off?",
                    f->expected);
    case SKPI_ECONOMY_READING_ROWS:
        return TELL(at, f, output, "is the output of a sector that sells %g; rows that do not add up: %zu", f->expected,
                    f->count);
    case SKPI_ECONOMY_READING_COLUMNS:
        return TELL(at, f, value_added,
                    "is the value added of a sector whose output leaves %g after flows and other inputs", f->expected);
    case SKPI_ECONOMY_READING_VALUE_ADDED:
        return TELL(at, f, value_added,
                    "is unusual as value added of a sector whose output leaves %g after what it buys (unit?)",
                    f->expected);
    case SKPI_ECONOMY_READING_FEW_FLOWS:
        return TELL(at, f, flow, "is the fraction of the output that sectors sell to each other: coefficients?");
    case SKPI_ECONOMY_READING_NEGATIVE_DEMAND:
        return TELL(at, f, final_demand,
                    "is the sum of negative final demands, of an output of %g: a residual of flows that are wrong?",
                    f->expected);
    default: return SKPI_OK;
    }
}

skpi_status skpi__iotable_tell(skpi__at at, const skpi__iotable_finding *f, const char *handle)
{
    if (f->row >= 0) at = skpi__element(at, (size_t)f->row);
    if (f->column >= 0) at = skpi__column(at, (size_t)f->column);
    return handle ? words_of(at, f, handle, handle, handle, handle)
                  : words_of(at, f, "source->flow", "source->output", "source->value_added", "source->final_demand");
}
