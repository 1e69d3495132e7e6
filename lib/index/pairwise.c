/* The analytic hierarchy process: weights of criteria from the comparisons of each judge.
 *
 * The weights are the principal eigenvector of the comparisons, the consistency index is (lambda - m)/(m - 1), and the
 * ratio is the index divided by the mean index of random comparisons (Saaty, The Analytic Hierarchy Process, 1980; his
 * table ends at 10 criteria).  A comparison is first divided by the ratio of the geometric means of the two rows, which
 * makes consistent ones 1 and keeps the eigenvalue.
 */
#include <smartkpi/index.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/perron.h"

#define RECIPROCAL 1e-9
static const double random_index[] = {0, 0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};
enum { RANDOM_MOST = sizeof random_index / sizeof *random_index - 1 };

typedef struct pairwise_call {
    size_t m;
    const double *comparison;
    skpi_index_pairwise_out out;
    double *scaled;        /* m x m */
    double *logs, *weight; /* m */
    double *geometric;     /* m */
    double *room;          /* 2 m x m + m */
} pairwise_call;

static skpi_status pairwise_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const pairwise_call *c = call;
    const double *a = c->comparison + i * c->m * c->m;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < c->m * c->m; j++)
        if ((s = skpi__positive(skpi__column(at, j), "comparison", a[j]))) return s;
    for (size_t j = 0; j < c->m; j++)
        for (size_t k = 0; k <= j; k++) {
            const double own = a[j * c->m + k], other = a[k * c->m + j];
            if (fabs(own * other - 1) <= RECIPROCAL) continue;
            at = skpi__column(at, j * c->m + k);
            if (j == k)
                return skpi__fail(at, SKPI_EINCONSISTENT, "comparison", own, "is of criterion %zu with itself, not 1",
                                  j);
            return skpi__fail(at, SKPI_EINCONSISTENT, "comparison", own,
                              "is of criteria %zu and %zu, not 1 divided by that of %zu and %zu, %g", j, k, k, j,
                              other);
        }
    return SKPI_OK;
}

/* Geometric means, of sum 1, and the comparisons without them, divided by the largest, which is returned as a logarithm. */
static double pairwise_scale(const pairwise_call *c, const double *a)
{
    const size_t m = c->m;
    double sum = 0, most = -(double)INFINITY, largest = -(double)INFINITY;
    for (size_t j = 0; j < m; j++) {
        c->logs[j] = 0;
        for (size_t k = 0; k < m; k++) c->logs[j] += log(a[j * m + k]) / (double)m;
        most = fmax(most, c->logs[j]);
    }
    for (size_t j = 0; j < m; j++) sum += c->geometric[j] = exp(c->logs[j] - most);
    for (size_t j = 0; j < m; j++) c->geometric[j] /= sum;
    for (size_t j = 0; j < m; j++)
        for (size_t k = 0; k < m; k++) {
            c->scaled[j * m + k] = log(a[j * m + k]) - c->logs[j] + c->logs[k];
            largest = fmax(largest, c->scaled[j * m + k]);
        }
    for (size_t j = 0; j < m * m; j++) c->scaled[j] = exp(c->scaled[j] - largest);
    return largest;
}

static skpi_status pairwise_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const pairwise_call *c = call;
    const size_t m = c->m;
    const double count = (double)m, unit = exp(pairwise_scale(c, c->comparison + i * m * m));
    const double found = skpi__perron(m, c->scaled, c->weight, c->room);
    const double value = found * unit > count ? found * unit : count; /* which it is of consistent ones */
    const double index = m > 1 ? (value - count) / (count - 1) : 0;
    skpi_status s;
    double sum = 0;
    (void)kept;
    if (isnan(found))
        return skpi__refuse(at, SKPI_ENOTCONVERGED, "comparison", "has a principal eigenvector that was not found");
    if ((s = skpi__result(at, "out->eigenvalue", value))) return s;
    for (size_t j = 0; j < m; j++) sum += c->weight[j] * c->geometric[j];
    for (size_t j = 0; j < m; j++) {
        skpi__set(c->out.weight, i * m + j, c->weight[j] * c->geometric[j] / sum);
        skpi__set(c->out.geometric, i * m + j, c->geometric[j]);
    }
    skpi__set(c->out.eigenvalue, i, value);
    skpi__set(c->out.consistency_index, i, index);
    skpi__set(c->out.consistency_ratio, i,
              m > RANDOM_MOST       ? (double)NAN
              : random_index[m] > 0 ? index / random_index[m]
                                    : 0);
    return SKPI_OK;
}

static void pairwise_fail(const void *call, size_t i)
{
    const pairwise_call *c = call;
    const double none = (double)NAN;
    skpi__set_nan_row(c->out.weight, i, c->m);
    skpi__set_nan_row(c->out.geometric, i, c->m);
    skpi__set(c->out.eigenvalue, i, none);
    skpi__set(c->out.consistency_index, i, none);
    skpi__set(c->out.consistency_ratio, i, none);
}

skpi_status skpi_index_pairwise(size_t n, size_t m, const double *comparison, skpi_index_pairwise_out *out,
                                int32_t *status)
{
    static const skpi__rows_steps steps = {0, pairwise_check, pairwise_compute, pairwise_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    pairwise_call c = {.m = m, .comparison = comparison};
    skpi_status s;
    if ((s = skpi__count(r.at, "m", m)) || (s = skpi__rows_matrix(&r, "comparison", comparison, skpi__width(m, m))) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    c.scaled = skpi__alloc(m, m, sizeof *c.scaled);
    c.room = skpi__alloc(skpi__width(2, m), skpi__width(1, m + 1), sizeof *c.room);
    c.logs = skpi__alloc(m, 3, sizeof *c.logs);
    if (c.scaled && c.room && c.logs) {
        c.weight = c.logs + m;
        c.geometric = c.logs + 2 * m;
        s = skpi__rows_run(&r, &steps, &c);
    } else {
        s = skpi__no_memory(r.at, "m", m);
    }
    free(c.scaled);
    free(c.room);
    free(c.logs);
    return s;
}
