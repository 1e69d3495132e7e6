/* Rule B: a whole input-output table that does not add up as it was given, but does if it is read otherwise.
 *
 * As given, b is more than a hundredth of the output and more than rounding leaves.  Read otherwise, b is at most a
 * twentieth of that and at most a thousandth of the output (or what rounding leaves), and it is at most 2 % of the sum
 * of x - y, which the flows should give.  Without the last condition, a table with y = x would "add up" with flows in a
 * unit in which they vanish.
 *
 * Source: this library's own rule.
 */
#include "economy/iotable_readings.h"

#define OFF .01       /* fraction of the output: a larger balance does not add up */
#define BETTER 20     /* factor by which a reading must be better */
#define GOOD 1e-3     /* fraction of the output */
#define EXPLAINED .02 /* fraction of what the flows should give */
enum { POWERS = 6 };

/* A table read otherwise: sold_i f + y_i g = x_i h. */
typedef struct reading {
    int32_t name;
    int refused, power;
    const double *sold, *scale; /* scale: factors of sold, NULL = 1 */
    double f;
    const double *final_demand;
    double g;
    const double *output;
    double h;
    int of_demand; /* 1: final demand is read otherwise */
} reading;

/* The balance that the reading leaves, as a fraction of the output; infinite if the reading does not explain the
 * table. */
static double reading_off(const skpi__iotable_consistency *c, const reading *r)
{
    double off = 0, output = 0, explained = 0;
    for (size_t i = 0; i < c->n; i++) {
        if (c->source->output[i] == 0) continue;
        const double sold = r->sold[i] * (r->scale ? r->scale[i] : 1) * r->f, demand = r->final_demand[i] * r->g,
                     made = r->output[i] * r->h;
        off += fabs(sold + demand - made);
        output += made;
        explained += fabs(made - (r->of_demand ? sold : demand));
    }
    const double rounding = (double)c->n_sectors * c->allowance / (4 * output);
    return output > 0 && off <= EXPLAINED * explained && off / output <= fmax(GOOD, rounding) &&
                   BETTER * off <= c->off * output
               ? off / output
               : (double)INFINITY;
}

/* What coefficients would sell: sum_j z_ij x_j.  Few tables need it. */
static void readings_by_output(const skpi__iotable_consistency *c)
{
    for (size_t i = 0; i < c->n; i++) {
        c->by_output[i] = 0;
        for (size_t j = 0; j < c->n; j++) c->by_output[i] += c->source->flow[i * c->n + j] * c->source->output[j];
    }
}

static int readings_made(const skpi__iotable_consistency *c, reading *r)
{
    const double *x = c->source->output, *y = c->source->final_demand, *va = c->source->value_added, *rs = c->row_sum;
    int n = 0;
    readings_by_output(c);
    r[n++] = (reading){SKPI_ECONOMY_READING_TRANSPOSED, 1, 0, c->column_sum, NULL, 1, y, 1, x, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_COEFFICIENTS, 1, 0, c->by_output, NULL, 1, y, 1, x, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_COEFFICIENTS_PERCENT, 1, 0, c->by_output, NULL, .01, y, 1, x, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_OUTPUT_COEFFICIENTS, 1, 0, rs, x, 1, y, 1, x, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_OUTPUT_IS_VALUE_ADDED, 1, 0, rs, NULL, 1, y, 1, va, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_OUTPUT_IS_FINAL_DEMAND, 1, 0, rs, NULL, 1, x, 1, y, 1, 0};
    r[n++] = (reading){SKPI_ECONOMY_READING_FINAL_DEMAND_IS_VALUE_ADDED, 0, 0, rs, NULL, 1, va, 1, x, 1, 1};
    for (int p = -POWERS; p <= POWERS; p++) {
        if (p == 0) continue;
        const double ten = pow(10, p);
        r[n++] = (reading){SKPI_ECONOMY_READING_FLOW_UNIT, 1, p, rs, NULL, ten, y, 1, x, 1, 0};
        r[n++] = (reading){SKPI_ECONOMY_READING_OUTPUT_UNIT, 1, p, rs, NULL, 1, y, 1, x, ten, 0};
        r[n++] = (reading){SKPI_ECONOMY_READING_FINAL_DEMAND_UNIT, 0, p, rs, NULL, 1, y, ten, x, 1, 1};
    }
    return n;
}

void skpi__iotable_readings(skpi__iotable_consistency *c)
{
    reading r[7 + 6 * POWERS];
    if (!(c->off > fmax(OFF, (double)c->n_sectors * c->allowance / c->output))) return;
    const int n = readings_made(c, r);
    double least = INFINITY, changed = INFINITY;
    int best = -1;
    for (int k = 0; k < n; k++) {
        const double off = reading_off(c, &r[k]);
        if (r[k].name == SKPI_ECONOMY_READING_FINAL_DEMAND_IS_VALUE_ADDED) changed = off;
        if (off < least) least = off, best = k;
    }
    if (best < 0) return;
    /* both explain the table; transposed flows are the worse fault */
    if (isfinite(changed) && isfinite(reading_off(c, &r[0]))) best = 0;
    skpi__iotable_found(c, (skpi__iotable_finding){.reading = r[best].name,
                                                   .refused = r[best].refused,
                                                   .row = SKPI__NO_SECTOR,
                                                   .column = SKPI__NO_SECTOR,
                                                   .value = c->off,
                                                   .expected = best == 0 && isfinite(changed),
                                                   .power = r[best].power});
}
