/* The factored input-output table: the Leontief system of its coefficients, tested and factored once.
 *
 * A_ij = z_ij / x_j, v_i = va_i / x_i; I - A is factored.  With A >= 0 the economy is productive, that is rho(A) < 1
 * and (I - A)^-1 = I + A + A^2 + ... >= 0, if and only if x = (I - A)^-1 1 is positive (and then >= 1).  With negative
 * cells the same criterion for |A| is sufficient; if it fails, rho(A) < 1 decides.
 *
 * Source: Leontief's system as in Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2; the criterion: Berman &
 * Plemmons, Nonnegative Matrices in the Mathematical Sciences (1994), ch. 6, theorem 2.3 (conditions K, N).
 */
#include "economy/iotable.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/size.h"
#include "economy/flow_totals.h"
#include "economy/iotable_consistency.h"
#include "economy/iotable_source.h"
#include "economy/iotable_words.h"
#include "numeric/lu.h"
#include "numeric/lu_solve.h"
#include "numeric/spectral.h"

enum { VECTORS = 11 }; /* vectors after the factors */

/* Refuses totals among the sectors: they would count everything twice and halve every share, unnoticed. */
static skpi_status iotable_no_totals(skpi__at at, const skpi_economy_iotable_source *s)
{
    const size_t n = s->n_sectors;
    double *work = skpi__alloc(n, SKPI__FLOW_TOTALS_WORK, sizeof *work);
    int32_t *flag = skpi__alloc(n, 1, sizeof *flag);
    skpi_status status = work && flag ? SKPI_OK : skpi__no_memory(at, "source->n_sectors", n);
    for (int column = 0; column < 2 && !status; column++) {
        if (!skpi__flow_totals(n, s->flow, column, work, flag)) continue;
        for (size_t t = 0; t < n && !status; t++)
            if (flag[t] && (skpi__is_total(n, s->output, t) || skpi__is_total(n, s->value_added, t) ||
                            skpi__is_total(n, s->final_demand, t)))
                status = skpi__refuse(column ? skpi__column(at, t) : skpi__element(at, t), SKPI_EINCONSISTENT,
                                      "source->flow",
                                      "is the sum of other sectors in %s %zu: take the total out of the table",
                                      column ? "column" : "row", t);
    }
    free(flag);
    free(work);
    return status;
}

/* Whether the factors of I - A give a positive x for demands of 1. */
static int iotable_positive(size_t n, const double *lu, const size_t *pivot, double *x)
{
    int good = 1;
    for (size_t i = 0; i < n; i++) x[i] = 1;
    skpi__lu_solve(n, lu, pivot, 1, x);
    for (size_t i = 0; i < n; i++) good &= isfinite(x[i]) && x[i] > 0;
    return good;
}

/* The failure of a singular or unproductive I - A.  It names the column with the largest sum, because the cause is most
 * probably there. */
static skpi_status iotable_not_productive(skpi__at at, const skpi_economy_iotable_source *s, skpi_status status)
{
    size_t worst = 0;
    double most = -1;
    for (size_t j = 0; j < s->n_sectors; j++) {
        double sum = 0;
        for (size_t i = 0; i < s->n_sectors && s->output[j] != 0; i++)
            sum += s->flow[i * s->n_sectors + j] / s->output[j];
        if (sum > most) most = sum, worst = j;
    }
    return skpi__fail(skpi__column(at, worst), status, "source->flow", most,
                      "is the sum of column %zu over its output, the largest of all: the sectors use up %s (units?)",
                      worst,
                      status == SKPI_ESINGULAR ? "just what they make, I - A is singular"
                                               : "more than they make, the spectral radius of A is 1 or more");
}

/* Tests a table with negative cells: first whether all column sums of |A| are below 1, then |A| itself, then the
 * spectral radius. */
static skpi_status iotable_productive_signed(skpi__at at, const skpi_economy_iotable_source *s, double *x)
{
    const size_t n = s->n_sectors;
    double most = 0;
    for (size_t j = 0; j < n; j++) {
        double sum = 0;
        for (size_t i = 0; i < n && s->output[j] != 0; i++) sum += fabs(s->flow[i * n + j]) / s->output[j];
        most = fmax(most, sum);
    }
    if (most < 1) return SKPI_OK;
    double *a, *work;
    size_t *pivot;
    const skpi__piece pieces[] = {SKPI__PIECE(a, n, n), SKPI__PIECE(work, n, n), SKPI__PIECE(pivot, n, 1)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "source->n_sectors", n);
    skpi_status status = SKPI_OK;
    skpi__iotable_coefficients(s, 1, a);
    skpi__iotable_complement(n, a);
    if (skpi__lu_factor(n, a, pivot) || !iotable_positive(n, a, pivot, x)) {
        skpi__iotable_coefficients(s, 0, a);
        if (!(skpi__spectral_radius(n, a, work) < 1)) status = iotable_not_productive(at, s, SKPI_ENOTPRODUCTIVE);
    }
    free(block);
    return status;
}

/* Computes the sums of coefficients, because the table keeps neither the flows nor A.  a holds A. */
static void iotable_sums(const skpi_economy_iotable_source *s, const double *a, skpi_economy_iotable *t)
{
    const size_t n = s->n_sectors;
    for (size_t i = 0; i < n; i++) {
        const double *row = a + i * n, *z = s->flow + i * n;
        double *restrict bought = t->bought, sold = 0, allotted = 0;
        for (size_t j = 0; j < n; j++) {
            bought[j] += row[j];
            sold += row[j];
            allotted += z[j];
        }
        t->sold[i] = sold;
        t->output[i] = s->output[i];
        t->scale[i] = s->output[i] != 0 ? s->output[i] : 1;
        t->allotted[i] = allotted / t->scale[i];
        t->employment[i] = s->jobs ? s->jobs[i] / t->scale[i] : 0;
    }
    t->has_jobs = s->jobs != NULL;
}

static skpi_status iotable_fill(skpi__at at, const skpi_economy_iotable_source *s, skpi_economy_iotable *t)
{
    const size_t n = s->n_sectors;
    skpi__iotable_coefficients(s, 0, t->lu);
    iotable_sums(s, t->lu, t);
    skpi__iotable_complement(n, t->lu);
    if (skpi__lu_factor(n, t->lu, t->pivot)) return iotable_not_productive(at, s, SKPI_ESINGULAR);
    skpi_status status;
    if (skpi__iotable_has_negative(s) ? (status = iotable_productive_signed(at, s, t->needed))
                                      : (status = iotable_positive(n, t->lu, t->pivot, t->needed)
                                                      ? SKPI_OK
                                                      : iotable_not_productive(at, s, SKPI_ENOTPRODUCTIVE)))
        return status;
    memcpy(t->value_added, s->value_added, n * sizeof(double));
    memcpy(t->final_demand, s->final_demand, n * sizeof(double));
    memcpy(t->needed, s->final_demand, n * sizeof(double));
    skpi__lu_solve(n, t->lu, t->pivot, 1, t->needed);
    for (size_t i = 0; i < n; i++)
        t->multiplier[i] = t->coefficient[i] = s->output[i] != 0 ? s->value_added[i] / s->output[i] : 0;
    skpi__lu_solve_transposed(n, t->lu, t->pivot, t->multiplier);
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__result(skpi__element(at, i), "source->value_added", t->multiplier[i])) ||
            (status = skpi__result(skpi__element(at, i), "source->final_demand", t->needed[i])) ||
            (status = skpi__result(skpi__element(at, i), "source->jobs", t->employment[i])) ||
            (s->jobs && s->jobs[i] > 0 &&
             (status = skpi__result_normal(skpi__element(at, i), "source->jobs", t->employment[i]))))
            return status;
    return SKPI_OK;
}

/* Refuses totals that the flows show, and what the rules of consistency refuse. */
static skpi_status iotable_consistent(skpi__at at, const skpi_economy_iotable_source *s, skpi__iotable_consistency *c)
{
    skpi_status status = iotable_no_totals(at, s);
    if (status || (status = skpi__iotable_consistent(at, s, NULL, c))) return status;
    return c->found.refused ? skpi__iotable_tell(at, &c->found, NULL) : SKPI_OK;
}

static skpi_economy_iotable *iotable_allocate(size_t n)
{
    skpi_economy_iotable *t = skpi__alloc(1, 1, sizeof *t);
    if (!t) return NULL;
    t->n = n;
    t->pivot = skpi__alloc(n, 1, sizeof *t->pivot);
    t->lu = skpi__alloc(n, n + VECTORS, sizeof *t->lu);
    if (!t->pivot || !t->lu) {
        skpi_economy_iotable_free(t);
        return NULL;
    }
    double **vectors[VECTORS] = {&t->coefficient, &t->value_added, &t->final_demand, &t->needed,
                                 &t->multiplier,  &t->output,      &t->scale,        &t->bought,
                                 &t->sold,        &t->allotted,    &t->employment};
    for (size_t i = 0; i < VECTORS; i++) *vectors[i] = t->lu + n * n + i * n;
    return t;
}

skpi_status skpi_economy_iotable_new(const skpi_economy_iotable_source *source, skpi_economy_iotable **table)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_source s;
    skpi_status status;
    skpi__iotable_consistency c;
    if ((status = skpi__iotable_read(at, source, &s)) || (status = skpi__pointer(at, "table", table)) ||
        (status = iotable_consistent(at, &s, &c)))
        return status;
    skpi_economy_iotable *t = iotable_allocate(s.n_sectors);
    if (!t) return skpi__no_memory(at, "source->n_sectors", s.n_sectors);
    if ((status = iotable_fill(at, &s, t))) {
        skpi_economy_iotable_free(t);
        return status;
    }
    t->found = c.found;
    *table = t;
    return skpi__iotable_tell(at, &t->found, NULL);
}

void skpi_economy_iotable_free(skpi_economy_iotable *table)
{
    if (!table) return;
    free(table->lu);
    free(table->pivot);
    free(table);
}

size_t skpi_economy_iotable_n_sectors(const skpi_economy_iotable *table) { return table ? table->n : 0; }

skpi_status skpi__iotable_warned(skpi__at at, const char *name, const skpi_economy_iotable *t, skpi_status status)
{
    return status < 0 ? status : (skpi_status)(status | skpi__iotable_tell(at, &t->found, name));
}

skpi_status skpi__iotable_needs_jobs(skpi__at at, const skpi_economy_iotable *t, const char *name, const double *wanted)
{
    if (!wanted || t->has_jobs) return SKPI_OK;
    return skpi__refuse(at, SKPI_ENODATA, name, "is wanted, but the table was made without jobs");
}
