/* Makes an input-output table of industries from supply and use tables by the fixed product sales structure: model D.
 *
 *   q = column sums of V, g = row sums of V, T = V diag(q)^-1     V make, industries x commodities
 *   B = T U, F = T Y, va = g - column sums of U - m               U use, Y final use, m other inputs
 *
 * Each commodity is sold in the same proportions whichever industry made it.  Without negative cells in the input there
 * are none in the result.  Source: Eurostat Manual of Supply, Use and Input-Output Tables (2008), ch. 11, model D;
 * United Nations Handbook on Supply and Use Tables and Input-Output Tables (2018), ch. 12.
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/make_totals.h"
#include "numeric/decimal.h"
#include "numeric/product.h"
#include "numeric/sum.h"

typedef skpi_economy_supply_use_in supply_tables;

static skpi_status supply_finite(skpi__at at, const char *name, const double *x, size_t rows, size_t columns)
{
    skpi_status s;
    for (size_t c = 0; c < rows * columns; c++)
        if ((s = skpi__finite(skpi__cell(at, c / columns, c % columns), name, x[c]))) return s;
    return SKPI_OK;
}

static skpi_status supply_read(skpi__at at, const supply_tables *in, supply_tables *t)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, t)) || (s = skpi__count(at, "in->n_industries", t->n_industries)) ||
        (s = skpi__count(at, "in->n_commodities", t->n_commodities)) ||
        (s = skpi__count(at, "in->n_categories", t->n_categories)) ||
        (s = skpi__array(at, "in->make", t->make, t->n_industries, t->n_commodities)) ||
        (s = skpi__array(at, "in->use", t->use, t->n_commodities, t->n_industries)) ||
        (s = skpi__array(at, "in->final_use", t->final_use, t->n_commodities, t->n_categories)) ||
        (s = skpi__array_size(at, "in->make", t->n_industries, t->n_industries)) ||
        (s = skpi__array_size(at, "in->final_use", t->n_industries, t->n_categories)) ||
        (s = supply_finite(at, "in->make", t->make, t->n_industries, t->n_commodities)) ||
        (s = supply_finite(at, "in->use", t->use, t->n_commodities, t->n_industries)) ||
        (s = supply_finite(at, "in->final_use", t->final_use, t->n_commodities, t->n_categories)))
        return s;
    for (size_t i = 0; i < t->n_industries && t->other_input; i++)
        if ((s = skpi__finite(skpi__element(at, i), "in->other_input", t->other_input[i]))) return s;
    return SKPI_OK;
}

/* The whole use of commodity c; size: the sizes of all that is made or used of it. */
static double supply_used(const supply_tables *t, size_t c, double *size)
{
    skpi__sum used = {0, 0};
    *size = 0;
    for (size_t i = 0; i < t->n_industries; i++) {
        skpi__sum_add(&used, t->use[c * t->n_industries + i]);
        *size += fabs(t->use[c * t->n_industries + i]) + fabs(t->make[i * t->n_commodities + c]);
    }
    for (size_t k = 0; k < t->n_categories; k++) {
        skpi__sum_add(&used, t->final_use[c * t->n_categories + k]);
        *size += fabs(t->final_use[c * t->n_categories + k]);
    }
    *size = fmin(*size, DBL_MAX);
    return skpi__sum_value(&used);
}

/* The smallest tolerance of two digits that allows the imbalance. */
static double supply_tolerance(double most, double largest, double size)
{
    const double exact = most / largest, digit = pow(10, floor(log10(exact)) - 1);
    const double tolerance = skpi__digits(floor(exact / digit) * digit, 2);
    return skpi__reaches(tolerance * largest, most, size) ? tolerance : skpi__digits(tolerance + digit, 2);
}

/* Output q of each commodity, which must equal its use; otherwise the worst commodity is named. */
static skpi_status supply_balance(skpi__at at, const supply_tables *t, double tolerance, double *q)
{
    double largest = 0, most = 0, used_most = 0, size_most = 0;
    size_t worst = 0;
    skpi_status s;
    for (size_t c = 0; c < t->n_commodities; c++) {
        q[c] = skpi__sum_rounded(t->n_industries, t->make + c, t->n_commodities);
        if ((s = skpi__result(skpi__column(at, c), "in->make", q[c]))) return s;
        largest = fmax(largest, fabs(q[c]));
    }
    for (size_t c = 0; c < t->n_commodities; c++) {
        double size;
        const double used = supply_used(t, c, &size), miss = fabs(used - q[c]);
        if (q[c] == 0 && size > 0)
            return skpi__refuse(skpi__element(at, c), SKPI_EZERODIV, "in->use",
                                "of commodity %zu, which no industry makes: add it to in->other_input and leave it out",
                                c);
        if (!skpi__reaches(most, miss, size)) most = miss, worst = c, used_most = used, size_most = size;
    }
    const double allowed = tolerance * largest; /* which may be infinite, as an imbalance that overflows */
    if (most <= allowed || skpi__reaches(allowed, most, size_most)) return SKPI_OK;
    return skpi__fail(skpi__element(at, worst), SKPI_EINCONSISTENT, "in->use", used_most,
                      "with final use is all that is used of commodity %zu, of which %g is made: of all commodities it "
                      "needs the largest tolerance, %g",
                      worst, q[worst], supply_tolerance(most, largest, size_most));
}

/* Row i of T x; x is commodities x m. */
static skpi_status supply_carried_over(skpi__at at, const char *name, const supply_tables *t, const double *q, size_t i,
                                       const double *x, size_t m, size_t k, double *value)
{
    skpi__sum sum = {0, 0};
    for (size_t c = 0; c < t->n_commodities; c++) {
        const double v = t->make[i * t->n_commodities + c];
        if (v != 0) skpi__sum_add(&sum, skpi__part_of(v, q[c], x[c * m + k]));
    }
    *value = skpi__sum_value(&sum);
    return skpi__result(skpi__cell(at, i, k), name, *value);
}

static skpi_status supply_industry(skpi__at at, const supply_tables *t, const double *q, size_t i,
                                   skpi_economy_supply_use_out *o)
{
    skpi__sum output = {0, 0}, inputs = {0, 0}, demand = {0, 0};
    double x;
    skpi_status s;
    for (size_t c = 0; c < t->n_commodities; c++) {
        const double v = t->make[i * t->n_commodities + c], share = q[c] != 0 ? v / q[c] : 0;
        skpi__sum_add(&output, v);
        skpi__sum_add(&inputs, t->use[c * t->n_industries + i]);
        skpi__set(o->market_share, i * t->n_commodities + c, share);
    }
    if (t->other_input) skpi__sum_add(&inputs, t->other_input[i]);
    skpi__set(o->output, i, skpi__sum_value(&output));
    skpi__sum_add(&output, -inputs.sum);
    skpi__sum_add(&output, -inputs.rest);
    if ((s = skpi__result(skpi__element(at, i), "out->value_added", skpi__sum_value(&output)))) return s;
    skpi__set(o->value_added, i, skpi__sum_value(&output));
    for (size_t j = 0; j < t->n_industries; j++) {
        if ((s = supply_carried_over(at, "out->flow", t, q, i, t->use, t->n_industries, j, &x))) return s;
        skpi__set(o->flow, i * t->n_industries + j, x);
    }
    for (size_t k = 0; k < t->n_categories; k++) {
        if ((s = supply_carried_over(at, "out->final_use", t, q, i, t->final_use, t->n_categories, k, &x))) return s;
        skpi__set(o->final_use, i * t->n_categories + k, x);
        skpi__sum_add(&demand, x);
    }
    if ((s = skpi__result(skpi__element(at, i), "out->final_demand", skpi__sum_value(&demand)))) return s;
    skpi__set(o->final_demand, i, skpi__sum_value(&demand));
    return SKPI_OK;
}

skpi_status skpi_economy_supply_use(const skpi_economy_supply_use_in *in,
                                    const skpi_economy_supply_use_options *options, skpi_economy_supply_use_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_supply_use_in t;
    skpi_economy_supply_use_options how;
    skpi_economy_supply_use_out o;
    skpi_status s;
    if ((s = supply_read(at, in, &t)) || (s = SKPI__STRUCT_OR_NULL(at, options, 0, &how)) ||
        (s = skpi__quantity(at, "options->tolerance", how.tolerance)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__make_totals(at, "in->make", t.n_industries, t.n_commodities, t.make, NULL)))
        return s;
    double *q = skpi__alloc(t.n_commodities, 1, sizeof *q);
    if (!q) return skpi__no_memory(at, "in->n_commodities", t.n_commodities);
    skpi_economy_supply_use_out nothing = {.size = sizeof nothing}; /* first everything that may overflow */
    s = supply_balance(at, &t, how.tolerance != 0 ? how.tolerance : 1e-9, q);
    for (size_t i = 0; i < t.n_industries && !s; i++) s = supply_industry(at, &t, q, i, &nothing);
    for (size_t i = 0; i < t.n_industries && !s; i++) s = supply_industry(at, &t, q, i, &o);
    free(q);
    return s;
}
