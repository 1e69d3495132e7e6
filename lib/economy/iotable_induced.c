/* Induced multipliers: the table closed with households.
 *
 * r_j = labour income_j / x_j, c_i = consumption_i / income, h = own / income.  The inverse of the closed system
 *   (I - A   -c  )-1     (L + Lc r'L / s   Lc / s)
 *   ( -r'   1 - h)    =  (     r'L / s      1 / s),   s = 1 - h - r'L c
 * needs L only in r'L and L c.  For a row u over sectors, u'(L + Lc r'L / s) = u'L + (u'Lc) r'L / s; u is 1, v or w.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.5 for the closed system, 6.2 for its multipliers and
 * the ratio 1 / s of type II to type I, here with h.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/iotable.h"
#include "numeric/decimal.h"
#include "numeric/lu_solve.h"

/* Vectors of n numbers each, in one block of memory: r, r'L, L c, 1'L, w'L. */
typedef struct induced_vectors {
    double *labour, *income, *spending, *output, *jobs;
} induced_vectors;
enum { VECTORS = sizeof(induced_vectors) / sizeof(double *) };

typedef struct induced_call {
    const skpi_economy_iotable *t;
    skpi_economy_iotable_induced_in in;
    skpi_economy_iotable_induced_out out;
    double all_labour, all_consumption; /* sums */
    induced_vectors v;
    double left; /* s */
} induced_call;

static skpi_status induced_arguments(skpi__at at, induced_call *c)
{
    const size_t n = c->t->n;
    skpi_status s;
    if ((s = skpi__array(at, "in->labour_income", c->in.labour_income, n, 1)) ||
        (s = skpi__array(at, "in->consumption", c->in.consumption, n, 1)))
        return s;
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__quantity(skpi__element(at, i), "in->labour_income", c->in.labour_income[i]))) return s;
        c->all_labour += c->in.labour_income[i];
    }
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__finite(skpi__element(at, i), "in->consumption", c->in.consumption[i]))) return s;
        c->all_consumption += c->in.consumption[i];
    }
    if ((s = skpi__quantity(at, "in->income", c->in.income))) return s;
    return skpi__quantity(at, "in->own", c->in.own);
}

/* Reads and checks the row and column of households. */
static skpi_status induced_coefficients(skpi__at at, const induced_call *c, double income)
{
    skpi_status s;
    for (size_t i = 0; i < c->t->n; i++) {
        if (c->in.labour_income[i] > 0 && c->t->output[i] == 0)
            return skpi__fail(skpi__element(at, i), SKPI_EZERODIV, "in->labour_income", c->in.labour_income[i],
                              "is paid by a sector without output");
        c->v.labour[i] = c->v.income[i] = c->in.labour_income[i] / c->t->scale[i];
        c->v.spending[i] = c->in.consumption[i] / income;
        if ((s = skpi__result(skpi__element(at, i), "in->labour_income", c->v.labour[i])) ||
            (s = skpi__result(skpi__element(at, i), "in->consumption", c->v.spending[i])))
            return s;
    }
    return skpi__result(at, "in->own", c->in.own / income);
}

static double induced_product(size_t n, const double *a, const double *b)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}

static skpi_status induced_solve(skpi__at at, induced_call *c, double income)
{
    const skpi_economy_iotable *t = c->t;
    skpi_status s;
    for (size_t i = 0; i < t->n; i++) {
        c->v.output[i] = 1;
        c->v.jobs[i] = t->employment[i];
    }
    skpi__lu_solve_transposed(t->n, t->lu, t->pivot, c->v.income);
    skpi__lu_solve(t->n, t->lu, t->pivot, 1, c->v.spending);
    skpi__lu_solve_transposed(t->n, t->lu, t->pivot, c->v.output);
    if (t->has_jobs) skpi__lu_solve_transposed(t->n, t->lu, t->pivot, c->v.jobs);
    const double back = c->in.own / income + induced_product(t->n, c->v.labour, c->v.spending);
    if ((s = skpi__result(at, "in->consumption", back))) return s;
    c->left = 1 - back; /* above 0 it is at least 2^-53 */
    if (c->left > 0) return SKPI_OK;
    return skpi__fail(
        at, SKPI_ENOTPRODUCTIVE, "in->consumption", c->all_consumption,
        "in all returns %g to households for each unit of the income %g that they spend: it must be below 1", back,
        income);
}

/* The induced multiplier for u: u'L and what the spending of households adds, and the ratio to u. */
typedef struct induced_output {
    const char *name, *ratio_name;
    double *to, *ratio;
    const double *simple, *direct; /* u'L; and u, NULL: no ratio is wanted */
    double spent;                  /* u'L c */
} induced_output;

static double induced_multiplier(const induced_call *c, const induced_output *o, size_t i)
{
    return o->simple[i] + o->spent * c->v.income[i] / c->left;
}

/* The ratio of type II to type I is NaN if the sector has none. */
static double induced_ratio(const induced_call *c, const induced_output *o, size_t i)
{
    return o->direct[i] != 0 ? induced_multiplier(c, o, i) / o->direct[i] : (double)NAN;
}

static skpi_status induced_write(skpi__at at, const induced_call *c)
{
    const skpi_economy_iotable *t = c->t;
    const skpi_economy_iotable_induced_out *o = &c->out;
    const double *spending = c->v.spending;
    double all = 0;
    for (size_t i = 0; i < t->n; i++) all += spending[i];
    const induced_output outputs[] = {
        {"out->multiplier_output", "", o->multiplier_output, NULL, c->v.output, NULL, all},
        {"out->multiplier_income", "out->type2_income", o->multiplier_income, o->type2_income, c->v.income, c->v.labour,
         1 - c->left},
        {"out->multiplier_value_added", "out->type2_value_added", o->multiplier_value_added, o->type2_value_added,
         t->multiplier, t->coefficient, induced_product(t->n, t->coefficient, spending)},
        {"out->multiplier_jobs", "out->type2_jobs", o->multiplier_jobs, o->type2_jobs, c->v.jobs, t->employment,
         induced_product(t->n, t->employment, spending)}};
    const size_t count = sizeof outputs / sizeof *outputs;
    skpi_status s;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < t->n; i++) {
            const induced_output *one = &outputs[k];
            const double ratio = one->ratio ? induced_ratio(c, one, i) : (double)NAN;
            if ((s = skpi__result(skpi__element(at, i), one->name, induced_multiplier(c, one, i))) ||
                (!isnan(ratio) && (s = skpi__result(skpi__element(at, i), one->ratio_name, ratio))))
                return s;
        }
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < t->n; i++) {
            skpi__set(outputs[k].to, i, induced_multiplier(c, &outputs[k], i));
            if (outputs[k].ratio) outputs[k].ratio[i] = induced_ratio(c, &outputs[k], i);
        }
    skpi__set(o->ratio, 0, 1 / c->left);
    return SKPI_OK;
}

/* Households get a part of the value added and buy a part of the final demand; more is unusual. */
static skpi_status induced_unusual(skpi__at at, const induced_call *c)
{
    double value_added = 0, demand = 0;
    for (size_t i = 0; i < c->t->n; i++) {
        value_added += c->t->value_added[i];
        demand += c->t->final_demand[i];
    }
    if (!skpi__reaches(value_added, c->all_labour, 0))
        return skpi__warn(at, "in->labour_income", c->all_labour,
                          "in all is more than the value added of the table, %g (units?)", value_added);
    if (!skpi__reaches(demand, c->all_consumption, 0))
        return skpi__warn(at, "in->consumption", c->all_consumption,
                          "in all is more than the final demand of the table, %g (units? imports?)", demand);
    return SKPI_OK;
}

static skpi_status induced_compute(skpi__at at, induced_call *c)
{
    const double income = c->in.income > 0 ? c->in.income : c->all_labour + c->in.own;
    skpi_status s;
    if (income == 0)
        return skpi__fail(at, SKPI_EZERODIV, "in->income", 0,
                          "is a denominator and must be above 0, or in->labour_income or in->own must be");
    if ((s = skpi__result(at, "in->labour_income", c->all_labour)) || (s = skpi__result(at, "in->income", income)) ||
        (s = skpi__result(at, "in->consumption", c->all_consumption)) || (s = induced_coefficients(at, c, income)) ||
        (s = induced_solve(at, c, income)) || (s = induced_write(at, c)))
        return s;
    return induced_unusual(at, c);
}

skpi_status skpi_economy_iotable_induced(const skpi_economy_iotable *table, const skpi_economy_iotable_induced_in *in,
                                         skpi_economy_iotable_induced_out *out)
{
    skpi__at at = skpi__here(__func__);
    induced_call c = {.t = table};
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = SKPI__STRUCT(at, in, 0, &c.in)) ||
        (s = induced_arguments(at, &c)) || (s = SKPI__STRUCT(at, out, 0, &c.out)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->multiplier_jobs", c.out.multiplier_jobs)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->type2_jobs", c.out.type2_jobs)))
        return s;
    const size_t n = table->n;
    double *work = skpi__alloc(n, VECTORS, sizeof *work);
    if (!work) return skpi__no_memory_for(at, "table");
    c.v = (induced_vectors){work, work + n, work + 2 * n, work + 3 * n, work + 4 * n};
    s = induced_compute(at, &c);
    free(work);
    at.warned = s > 0;
    return skpi__iotable_warned(at, "table", table, s);
}
