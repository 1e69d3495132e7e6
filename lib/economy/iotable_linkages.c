/* Linkages, dispersions and multipliers of the sectors of a factored table.
 *
 * A_ij = z_ij / x_j, L = (I - A)^-1; B_ij = z_ij / x_i, G = (I - B)^-1; v = va / x, w = jobs / x.
 *   backward  direct sum_i A_ij, total sum_i L_ij         power        n sum_i L_ij / sum L
 *   forward   direct sum_j A_ij, total sum_j L_ij         sensitivity  n sum_j L_ij / sum L
 *   Ghosh     direct sum_j B_ij, total sum_j G_ij = (L x)_i / x_i
 *   variation standard deviation (n - 1) over mean: of column j of L for power, of row i for sensitivity
 *   multipliers  1'L, v'L, w'L; type I v'L / v, w'L / w
 * Each sum takes one solve.  Only the variations need all of L; it is computed a few columns at a time and not kept.
 *
 * Source: Rasmussen, Studies in Inter-Sectoral Relations (1956), for dispersions and variation; Jones, Q. J.
 * Econ. 90 (1976) 323-333, for the Ghosh linkages; Miller & Blair, Input-Output Analysis (2nd ed. 2009), 6.2, 12.2.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/iotable_matrix.h"
#include "numeric/lu_solve.h"

/* Vectors of n numbers each, in one block of memory. */
typedef struct linkages_results {
    double *backward, *forward, *ghosh, *jobs, *power_cv, *sensitivity_cv;
} linkages_results;
enum { VECTORS = sizeof(linkages_results) / sizeof(double *) };

/* Sums of squares about the means of the columns and rows of L.  b has room for n x SKPI__LU_TOGETHER. */
static void linkages_variations(const skpi_economy_iotable *t, linkages_results r, double *b)
{
    const size_t n = t->n;
    for (size_t first = 0; first < n; first += SKPI__LU_TOGETHER) {
        const size_t width = n - first < SKPI__LU_TOGETHER ? n - first : SKPI__LU_TOGETHER;
        skpi__iotable_columns(t, first, width, b);
        for (size_t i = 0; i < n; i++)
            for (size_t c = 0; c < width; c++) {
                const double of_column = b[i * width + c] - r.backward[first + c] / (double)n;
                const double of_row = b[i * width + c] - r.forward[i] / (double)n;
                r.power_cv[first + c] += of_column * of_column;
                r.sensitivity_cv[i] += of_row * of_row;
            }
    }
}

/* a / b, NaN if it is not defined. */
static double linkages_over(double a, double b, int defined) { return defined ? a / b : (double)NAN; }

/* The coefficient of variation of n numbers with this sum and this sum of squares about the mean; NaN for one
 * number. */
static double linkages_variation(size_t n, double squares, double sum)
{
    const double count = (double)n;
    return linkages_over(sqrt(squares / (count - 1)), sum / count, n > 1 && sum > 0);
}

static void linkages_compute(const skpi_economy_iotable *t, const skpi_economy_iotable_linkages_out *o,
                             linkages_results r, double *b)
{
    const size_t n = t->n;
    for (size_t i = 0; i < n; i++) {
        r.backward[i] = r.forward[i] = 1;
        r.ghosh[i] = t->scale[i];
        r.jobs[i] = t->employment[i];
    }
    skpi__lu_solve_transposed(n, t->lu, t->pivot, r.backward);
    skpi__lu_solve(n, t->lu, t->pivot, 1, r.forward);
    skpi__lu_solve(n, t->lu, t->pivot, 1, r.ghosh);
    for (size_t i = 0; i < n; i++) r.ghosh[i] /= t->scale[i];
    if (t->has_jobs) skpi__lu_solve_transposed(n, t->lu, t->pivot, r.jobs);
    if (o->power_cv || o->sensitivity_cv) linkages_variations(t, r, b);
    for (size_t i = 0; i < n; i++) {
        r.power_cv[i] = linkages_variation(n, r.power_cv[i], r.backward[i]);
        r.sensitivity_cv[i] = linkages_variation(n, r.sensitivity_cv[i], r.forward[i]);
    }
}

typedef struct linkages_output {
    const char *name;
    double *to;
    const double *from, *divisor; /* divisor NULL: all 1 */
    double factor;                /* 0: the output is not defined */
} linkages_output;

/* Value i of an output; NaN if the divisor is 0 or the value in `from` is NaN. */
static double linkages_value(const linkages_output *o, size_t i)
{
    const double v = o->from[i] * o->factor;
    return linkages_over(v, o->divisor ? o->divisor[i] : 1, o->factor != 0 && (!o->divisor || o->divisor[i] != 0));
}

/* Checks the sums from which all outputs follow.  Later a NaN means that a value is not defined. */
static skpi_status linkages_in_range(skpi__at at, size_t n, linkages_results r)
{
    skpi_status s;
    const struct {
        const char *name;
        const double *value;
    } results[] = {{"out->backward_total", r.backward},
                   {"out->forward_total", r.forward},
                   {"out->ghosh_total", r.ghosh},
                   {"out->multiplier_jobs", r.jobs}};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof results / sizeof *results; k++)
            if ((s = skpi__result(skpi__element(at, i), results[k].name, results[k].value[i]))) return s;
    return SKPI_OK;
}

static skpi_status linkages_write(skpi__at at, const skpi_economy_iotable *t,
                                  const skpi_economy_iotable_linkages_out *out, linkages_results r)
{
    double sum = 0;
    for (size_t j = 0; j < t->n; j++) sum += r.backward[j];
    const double dispersion = sum > 0 ? (double)t->n / sum : 0; /* negative cells can make the sum 0 or negative */
    const linkages_output all[] = {{"out->backward_direct", out->backward_direct, t->bought, NULL, 1},
                                   {"out->backward_total", out->backward_total, r.backward, NULL, 1},
                                   {"out->power", out->power, r.backward, NULL, dispersion},
                                   {"out->power_cv", out->power_cv, r.power_cv, NULL, 1},
                                   {"out->forward_direct", out->forward_direct, t->sold, NULL, 1},
                                   {"out->forward_total", out->forward_total, r.forward, NULL, 1},
                                   {"out->sensitivity", out->sensitivity, r.forward, NULL, dispersion},
                                   {"out->sensitivity_cv", out->sensitivity_cv, r.sensitivity_cv, NULL, 1},
                                   {"out->ghosh_direct", out->ghosh_direct, t->allotted, NULL, 1},
                                   {"out->ghosh_total", out->ghosh_total, r.ghosh, NULL, 1},
                                   {"out->multiplier_output", out->multiplier_output, r.backward, NULL, 1},
                                   {"out->multiplier_value_added", out->multiplier_value_added, t->multiplier, NULL, 1},
                                   {"out->multiplier_jobs", out->multiplier_jobs, r.jobs, NULL, 1},
                                   {"out->type1_value_added", out->type1_value_added, t->multiplier, t->coefficient, 1},
                                   {"out->type1_jobs", out->type1_jobs, r.jobs, t->employment, 1}};
    const size_t count = sizeof all / sizeof *all;
    skpi_status s;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < t->n && all[k].to; i++) {
            const double v = linkages_value(&all[k], i);
            if (!isnan(v) && (s = skpi__result(skpi__element(at, i), all[k].name, v))) return s;
        }
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < t->n; i++) skpi__set(all[k].to, i, linkages_value(&all[k], i));
    return SKPI_OK;
}

skpi_status skpi_economy_iotable_linkages(const skpi_economy_iotable *table, skpi_economy_iotable_linkages_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_linkages_out o;
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->multiplier_jobs", o.multiplier_jobs)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->type1_jobs", o.type1_jobs)))
        return s;
    const size_t n = table->n;
    double *work = skpi__alloc(n, VECTORS + SKPI__LU_TOGETHER, sizeof *work);
    if (!work) return skpi__no_memory_for(at, "table");
    const linkages_results r = {work, work + n, work + 2 * n, work + 3 * n, work + 4 * n, work + 5 * n};
    linkages_compute(table, &o, r, work + VECTORS * n);
    if (!(s = linkages_in_range(at, n, r))) s = linkages_write(at, table, &o, r);
    free(work);
    return skpi__iotable_warned(at, "table", table, s);
}
