/* Hypothetical extraction: the output that is lost without a sector.
 *
 * Without row or column k, A changes by a matrix of rank one or two.  The output x* = (I - A*)^-1 y* therefore follows
 * from x = L y and column k of L (Sherman & Morrison; e_k' A L = e_k' (L - I), L A e_k = (L - I) e_k):
 *   x - x* = f L e_k - g e_k
 *   both    f = x_k / L_kk            g = y_k if its final demand stays, else 0
 *   column  f = x_k / L_kk            g = x_k / L_kk if it stays, else x_k / L_kk - y_k
 *   row     f = (x_k - y_k) / L_kk    g = 0 if it stays; else as both
 * The sum is loss = f (1'L)_k - g, of which f L_kk - g is the sector's own.  Only the diagonal of L is expensive.
 *
 * Source: Dietzenbacher, van der Linden & Steenge, Econ. Syst. Res. 5 (1993) 185-206; backward and forward parts as in
 * Miller & Blair, Input-Output Analysis (2nd ed. 2009), 12.2.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/iotable_matrix.h"
#include "numeric/lu_solve.h"

enum { VECTORS = 2 }; /* column sums of L, and its diagonal */

static skpi_status extraction_options(skpi__at at, const skpi_economy_iotable_extraction_options *options,
                                      skpi_economy_iotable_extraction_options *o)
{
    static const int32_t choices[] = {SKPI_ECONOMY_EXTRACTION_BOTH, SKPI_ECONOMY_EXTRACTION_COLUMN,
                                      SKPI_ECONOMY_EXTRACTION_ROW, 0};
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    if (s) return s;
    if (!o->removed) o->removed = SKPI_ECONOMY_EXTRACTION_BOTH;
    if ((s = skpi__choice(at, "options->removed", o->removed, choices,
                          "what an extraction removes (enum skpi_economy_extraction)")))
        return s;
    return skpi__flag(at, "options->keep_demand", o->keep_demand);
}

/* Writes the column sums and the diagonal of L.  b has room for n x SKPI__LU_TOGETHER. */
static void extraction_inverse(const skpi_economy_iotable *t, double *sum, double *diagonal, double *b)
{
    const size_t n = t->n;
    for (size_t i = 0; i < n; i++) sum[i] = 1;
    skpi__lu_solve_transposed(n, t->lu, t->pivot, sum);
    for (size_t first = 0; first < n; first += SKPI__LU_TOGETHER) {
        const size_t width = n - first < SKPI__LU_TOGETHER ? n - first : SKPI__LU_TOGETHER;
        skpi__iotable_columns(t, first, width, b);
        for (size_t c = 0; c < width; c++) diagonal[first + c] = b[(first + c) * width + c];
    }
}

/* The loss in all sectors, and in the others.  sum and diagonal are those of column k of L.  The diagonal is the
 * determinant of I - A without the sector over that with it. */
static void extraction_loss(const skpi_economy_iotable *t, const skpi_economy_iotable_extraction_options *o, size_t k,
                            double sum, double diagonal, double *loss, double *others)
{
    const double x = t->needed[k], y = t->final_demand[k];
    *loss = *others = (double)NAN;
    if (!(diagonal > 0)) return;
    const int row = o->removed == SKPI_ECONOMY_EXTRACTION_ROW && o->keep_demand;
    const double f = (row ? x - y : x) / diagonal;
    double own = x; /* the loss of the sector itself */
    if (o->removed == SKPI_ECONOMY_EXTRACTION_COLUMN)
        own = x - x / diagonal + (o->keep_demand ? 0 : y);
    else if (o->keep_demand)
        own = x - y;
    *others = (sum - diagonal) * f;
    *loss = *others + own;
}

/* Computes the losses; they replace sum and diagonal. */
static skpi_status extraction_losses(skpi__at at, const skpi_economy_iotable *t,
                                     const skpi_economy_iotable_extraction_options *o, double *sum, double *diagonal)
{
    skpi_status s;
    for (size_t k = 0; k < t->n; k++) {
        const double all = sum[k], own = diagonal[k];
        extraction_loss(t, o, k, all, own, &sum[k], &diagonal[k]);
        const skpi__named results[] = {{"out->loss", all},
                                       {"out->loss", own},
                                       {"out->elsewhere", own > 0 ? diagonal[k] : 0},
                                       {"out->loss", own > 0 ? sum[k] : 0}};
        if ((s = SKPI__RESULTS(skpi__element(at, k), results))) return s;
    }
    return SKPI_OK;
}

static skpi_status extraction_write(skpi__at at, const skpi_economy_iotable *t,
                                    const skpi_economy_iotable_extraction_out *out, const double *loss,
                                    const double *others)
{
    double total = 0;
    skpi_status s;
    for (size_t k = 0; k < t->n; k++) total += t->needed[k];
    if (out->share) {
        if (total == 0)
            return skpi__fail(at, SKPI_EZERODIV, "out->share", 0, "has a denominator of 0, the total output");
        for (size_t k = 0; k < t->n; k++)
            if (!isnan(loss[k]) && (s = skpi__result(skpi__element(at, k), "out->share", loss[k] / total))) return s;
        if ((s = skpi__result(at, "out->share", total))) return s;
    }
    for (size_t k = 0; k < t->n; k++) {
        skpi__set(out->loss, k, loss[k]);
        skpi__set(out->elsewhere, k, others[k]);
        skpi__set(out->share, k, loss[k] / total);
    }
    return SKPI_OK;
}

skpi_status skpi_economy_iotable_extraction(const skpi_economy_iotable *table,
                                            const skpi_economy_iotable_extraction_options *options,
                                            skpi_economy_iotable_extraction_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_extraction_options o;
    skpi_economy_iotable_extraction_out to;
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = extraction_options(at, options, &o)) ||
        (s = SKPI__STRUCT(at, out, 0, &to)))
        return s;
    const size_t n = table->n;
    double *work = skpi__alloc(n, VECTORS + SKPI__LU_TOGETHER, sizeof *work);
    if (!work) return skpi__no_memory_for(at, "table");
    extraction_inverse(table, work, work + n, work + VECTORS * n);
    if (!(s = extraction_losses(at, table, &o, work, work + n))) s = extraction_write(at, table, &to, work, work + n);
    free(work);
    return skpi__iotable_warned(at, "table", table, s);
}
