/* Rule C: rows of an input-output table that do not add up to the output.
 *
 * A row does not add up if |b_i| is above a thousandth of its output and above what rounding leaves.  If at most half
 * of the rows do not add up, one is named whose flows, output or final demand would be right times a power of ten:
 * (x - y)/rs, (rs + y)/x or (x - rs)/y within 2 %.  If nearly every row sells more than is made, imports are among the
 * flows or in final demand.  A small sector that was lost leaves smaller balances in the rows of its suppliers, but all
 * of one sign.  This is found if there are at least three beyond rounding, of which one is above 1/10,000 of the
 * output.
 *
 * Source: this library's own rule.
 */
#include "economy/iotable_rows.h"

#define NEARLY_ALL .9
#define SEEN 1e-6 /* fraction of the output: the sign of a larger balance, if it is also beyond rounding, counts */
#define ONE_SIDE 1e-4
enum { ONE_SIDE_ROWS = 3 };

/* The power of ten that makes row i add up, and the reading: of the flows, the output or final demand. */
static int row_power(const skpi__iotable_consistency *c, size_t i, int32_t *reading)
{
    const double x = c->source->output[i], y = c->source->final_demand[i], rs = c->row_sum[i];
    const struct {
        int32_t reading;
        double ratio;
    } all[] = {{SKPI_ECONOMY_READING_ROW_FLOW_UNIT, (x - y) / rs},
               {SKPI_ECONOMY_READING_ROW_OUTPUT_UNIT, (rs + y) / x},
               {SKPI_ECONOMY_READING_ROW_DEMAND_UNIT, (x - rs) / y}};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        const int p = skpi__power_of_ten(all[k].ratio);
        *reading = all[k].reading;
        if (p) return p;
    }
    return 0;
}

/* If the balances of all rows that count have one sign, the row with the largest; n if there is none. */
static size_t rows_on_one_side(skpi__iotable_consistency *c)
{
    size_t above = 0, below = 0, worst = c->n;
    double most = ONE_SIDE;
    for (size_t i = 0; i < c->n; i++) {
        const double x = c->source->output[i], b = c->balance[i];
        if (fabs(b) <= fmax(SEEN * x, c->allowance)) continue; /* a sector without output has no balance */
        b > 0 ? above++ : below++;
        if (fabs(b) > most * x) most = fabs(b) / x, worst = i;
    }
    if (above && below) return c->n;
    return above + below >= ONE_SIDE_ROWS ? worst : c->n;
}

void skpi__iotable_rows(skpi__iotable_consistency *c)
{
    size_t above = 0, named = c->n, worst = c->n;
    double most = 0, most_named = 0;
    int power = 0;
    int32_t reading = 0;
    for (size_t i = 0; i < c->n; i++) {
        const double out = fabs(c->balance[i]) / skpi__iotable_tolerance(c, i);
        if (!(out > 1)) continue; /* not a number: no output and no allowance */
        c->n_unbalanced++;
        above += c->balance[i] > 0;
        if (out > most) most = out, worst = i;
        int32_t of;
        const int p = row_power(c, i, &of);
        if (p && out > most_named) most_named = out, named = i, power = p, reading = of;
    }
    if (c->n_unbalanced == 0) worst = rows_on_one_side(c);
    if (worst == c->n) return;
    c->worst_row = (int64_t)worst;
    const int few = 2 * c->n_unbalanced <= c->n_sectors;
    if (named == c->n || !few) {
        named = worst, power = 0, reading = SKPI_ECONOMY_READING_ROWS;
        if ((double)above >= NEARLY_ALL * (double)c->n_sectors) reading = SKPI_ECONOMY_READING_IMPORTS;
    }
    skpi__iotable_found(c, (skpi__iotable_finding){.reading = reading,
                                                   .row = (int64_t)named,
                                                   .column = SKPI__NO_SECTOR,
                                                   .value = c->source->output[named],
                                                   .expected = c->row_sum[named] + c->source->final_demand[named],
                                                   .power = power,
                                                   .count = c->n_unbalanced});
}
