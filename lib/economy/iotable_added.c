/* Rules E and F: value added that does not fit the output, and figures that no economy has.
 *
 * R_j = x_j - cs_j is value added, imports and taxes on inputs.  In 410 national tables R_j is at most 13 times value
 * added, and the sum of R is 1.04 to 2.10 times that of value added.  If other inputs are given, R is the sum of them
 * and value added.  Flows are .012 to .60 of the output, negative final demand at most .007 of it.
 *
 * Source: this library's own rules.
 */
#include "economy/iotable_added.h"

#define MORE 1.02 /* largest ratio of value added and inputs to output */
#define LESS 100  /* largest ratio of what output leaves to value added */
#define FLOWS .01 /* least ratio of flows to output */
#define NEGATIVE .05

static void added_sector(skpi__iotable_consistency *c, size_t j)
{
    const skpi_economy_iotable_source *s = c->source;
    const double x = s->output[j], va = s->value_added[j], left = x - c->column_sum[j];
    skpi__iotable_finding f = {.reading = SKPI_ECONOMY_READING_VALUE_ADDED,
                               .row = (int64_t)j,
                               .column = SKPI__NO_SECTOR,
                               .value = va,
                               .expected = left};
    if (s->other_input) {
        f.reading = SKPI_ECONOMY_READING_COLUMNS, f.expected = left - s->other_input[j];
        if (fabs(f.expected - va) > skpi__iotable_tolerance(c, j)) skpi__iotable_found(c, f);
    } else if (va - left > (MORE - 1) * x + c->allowance || (va > 0 && left > LESS * va))
        skpi__iotable_found(c, f);
}

void skpi__iotable_added(skpi__iotable_consistency *c)
{
    const skpi_economy_iotable_source *s = c->source;
    double negative = 0, left = 0;
    for (size_t j = 0; j < c->n; j++) {
        if (s->output[j] == 0) continue;
        added_sector(c, j);
        left += s->output[j] - c->column_sum[j];
        negative -= fmin(s->final_demand[j], 0);
    }
    const double p = left > 0 && c->value_added > 0 ? floor(log10(left / c->value_added) + .25) : 0;
    if (p != 0 && isfinite(p))
        skpi__iotable_found(c, (skpi__iotable_finding){.reading = SKPI_ECONOMY_READING_VALUE_ADDED_UNIT,
                                                       .row = SKPI__NO_SECTOR,
                                                       .column = SKPI__NO_SECTOR,
                                                       .value = c->value_added,
                                                       .expected = left,
                                                       .power = (int)p});
    if (c->flow < FLOWS * c->output)
        skpi__iotable_found(c, (skpi__iotable_finding){.reading = SKPI_ECONOMY_READING_FEW_FLOWS,
                                                       .row = SKPI__NO_SECTOR,
                                                       .column = SKPI__NO_SECTOR,
                                                       .value = c->flow / c->output});
    if (negative > NEGATIVE * c->output)
        skpi__iotable_found(c, (skpi__iotable_finding){.reading = SKPI_ECONOMY_READING_NEGATIVE_DEMAND,
                                                       .row = SKPI__NO_SECTOR,
                                                       .column = SKPI__NO_SECTOR,
                                                       .value = -negative,
                                                       .expected = c->output});
}
