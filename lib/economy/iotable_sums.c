/* Sums of an input-output table, and its unit.
 *
 * rs_i = sum_j z_ij, cs_j = sum_i z_ij.  b_i = rs_i + y_i - x_i is 0 in a table that adds up. u, the unit of the
 * figures, is the largest power of ten of which all flows and outputs are multiples; 0 if they have more than 18 digits.
 * Rounding leaves at most u (n + 2)/2 in a row and seldom more than a = u (2 + sqrt n + n/8).  In the 1,435
 * sectors of WIOD (u = 1) it leaves at most 108, and a = 219.
 *
 * Source: this library's own rules; World Input-Output Database, release 2013, for the figures.
 */
#include "economy/iotable_sums.h"
#include <float.h>

enum { DIGITS = 18 }; /* of the largest figure; a double has no more */

/* Whether all figures are multiples of a unit, up to 1e-6 of each.  The tolerance is relative, because the rules judge
 * balances relative to outputs and 1e-6 is far below what they look at. */
static int sums_multiples(size_t n, const double *x, double unit)
{
    const double magic = 0x1.8p52; /* its sum with a number is that rounded, without a branch or a call */
    for (size_t begin = 0; begin < n; begin += 512) {
        const size_t end = n - begin < 512 ? n : begin + 512;
        int whole = 1;
        for (size_t i = begin; i < end; i++) {
            const double near = (x[i] / unit + magic) - magic;
            whole &= fabs(x[i] - near * unit) <= 1e-6 * fabs(x[i]);
        }
        if (!whole) return 0;
    }
    return 1;
}

static double sums_largest(size_t n, const double *x)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(x[i]));
    return most;
}

/* The search begins above the largest figure, so that the unit follows the money unit in which a table is given. */
static double sums_unit(const skpi_economy_iotable_source *s)
{
    const size_t n = s->n_sectors;
    const double most = fmax(sums_largest(n, s->output), sums_largest(n * n, s->flow));
    const int first = most > 0 ? (int)floor(log10(most)) + 1 : 0;
    for (int p = first; p > first - DIGITS; p--) {
        const double unit = pow(10, p);
        if (unit < DBL_MIN) return 0;
        if (sums_multiples(n, s->output, unit) && sums_multiples(n * n, s->flow, unit)) return unit;
    }
    return 0;
}

enum { TOGETHER = 4 }; /* numbers whose sums do not wait for each other */

/* The sum of a row, which is added to the sums of the columns. */
static double sums_of_row(size_t n, const double *restrict z, double *restrict column)
{
    double sum[TOGETHER] = {0};
    size_t j = 0;
    for (; j + TOGETHER <= n; j += TOGETHER)
        for (size_t k = 0; k < TOGETHER; k++) {
            sum[k] += z[j + k];
            column[j + k] += z[j + k];
        }
    for (; j < n; j++) {
        sum[0] += z[j];
        column[j] += z[j];
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static void sums_made(skpi__iotable_consistency *c)
{
    const skpi_economy_iotable_source *s = c->source;
    for (size_t j = 0; j < c->n; j++) c->column_sum[j] = 0;
    for (size_t i = 0; i < c->n; i++) c->row_sum[i] = sums_of_row(c->n, s->flow + i * c->n, c->column_sum);
    double off = 0;
    for (size_t i = 0; i < c->n; i++) {
        c->balance[i] = 0;
        if (s->output[i] == 0) continue;
        c->n_sectors++;
        c->balance[i] = c->row_sum[i] + s->final_demand[i] - s->output[i];
        c->output += s->output[i];
        c->flow += c->row_sum[i];
        c->value_added += s->value_added[i];
        off += fabs(c->balance[i]);
    }
    const double sectors = (double)c->n_sectors;
    c->off = off / c->output;
    c->unit = sums_unit(s);
    c->allowance = c->unit * (2 + sqrt(sectors) + sectors / 8);
}

double skpi__iotable_tolerance(const skpi__iotable_consistency *c, size_t i)
{
    return fmax(c->source->output[i] / 1000, c->allowance);
}

int skpi__power_of_ten(double ratio)
{
    if (!(ratio > 0) || !isfinite(ratio)) return 0;
    const int p = (int)lround(log10(ratio));
    return fabs(ratio / pow(10, p) - 1) <= .02 ? p : 0;
}

void skpi__iotable_found(skpi__iotable_consistency *c, skpi__iotable_finding f)
{
    if (c->found.reading == SKPI_ECONOMY_READING_CONSISTENT || f.reading < c->found.reading) c->found = f;
}

void skpi__iotable_sums(const skpi_economy_iotable_source *s, double *room, size_t *sector, int32_t *is_total,
                        skpi__iotable_consistency *c)
{
    const size_t n = s->n_sectors;
    *c = (skpi__iotable_consistency){.source = s,
                                     .n = n,
                                     .row_sum = room,
                                     .column_sum = room + n,
                                     .by_output = room + 2 * n,
                                     .balance = room + 3 * n,
                                     .work = room + 4 * n,
                                     .sector = sector,
                                     .is_total = is_total,
                                     .found = {.reading = SKPI_ECONOMY_READING_CONSISTENT},
                                     .worst_row = SKPI__NO_SECTOR,
                                     .column = SKPI__NO_SECTOR,
                                     .column_coefficient = (double)NAN};
    sums_made(c);
}
