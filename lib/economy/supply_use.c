/* Supply and use tables made into an input-output table of industries by fixed product sales structure: model D.
 *
 *   q = column sums of V, g = row sums of V, T = V diag(q)^-1     V make, industries x commodities
 *   B = T U, F = T Y, va = g - column sums of U - m               U use, Y final use, m other inputs
 *
 * Each commodity is sold in the same proportions whoever made it; no negative cell arises where none was.
 * Source: Eurostat Manual of Supply, Use and Input-Output Tables (2008), ch. 11, model D; United Nations Handbook on
 * Supply and Use Tables and Input-Output Tables (2018), ch. 12.
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/make.h"
#include "numeric/sum.h"

typedef skpi_economy_supply_use_in tables;

static skpi_status cells(skpi__at at, const char *name, const double *x, size_t rows, size_t columns)
{
    skpi_status s;
    for (size_t c = 0; c < rows * columns; c++)
        if ((s = skpi__finite(skpi__cell(at, c / columns, c % columns), name, x[c]))) return s;
    return SKPI_OK;
}

static skpi_status read(skpi__at at, const tables *source, tables *t)
{
    skpi_status s;
    if ((s = SKPI__NEED(at, source, 0, t)) || (s = skpi__some(at, "source->industries", t->industries)) ||
        (s = skpi__some(at, "source->commodities", t->commodities)) ||
        (s = skpi__some(at, "source->categories", t->categories)) ||
        (s = skpi__array(at, "source->make", t->make, t->industries, t->commodities)) ||
        (s = skpi__array(at, "source->use", t->use, t->commodities, t->industries)) ||
        (s = skpi__array(at, "source->final_use", t->final_use, t->commodities, t->categories)) ||
        (s = skpi__fits(at, "source->make", t->industries, t->industries)) ||
        (s = skpi__fits(at, "source->final_use", t->industries, t->categories)) ||
        (s = cells(at, "source->make", t->make, t->industries, t->commodities)) ||
        (s = cells(at, "source->use", t->use, t->commodities, t->industries)) ||
        (s = cells(at, "source->final_use", t->final_use, t->commodities, t->categories)))
        return s;
    for (size_t i = 0; i < t->industries && t->other_inputs; i++)
        if ((s = skpi__finite(skpi__element(at, i), "source->other_inputs", t->other_inputs[i]))) return s;
    return SKPI_OK;
}

/* Output q of each commodity; what is made is used. */
static skpi_status balance(skpi__at at, const tables *t, double tolerance, double *q)
{
    double largest = 0;
    skpi_status s;
    for (size_t c = 0; c < t->commodities; c++) {
        skpi__sum made = {0, 0};
        for (size_t i = 0; i < t->industries; i++) skpi__sum_add(&made, t->make[i * t->commodities + c]);
        q[c] = skpi__sum_value(&made);
        if ((s = skpi__result(skpi__column(at, c), "source->make", q[c]))) return s;
        largest = fmax(largest, fabs(q[c]));
    }
    for (size_t c = 0; c < t->commodities; c++) {
        skpi__sum used = {0, 0};
        int busy = 0;
        for (size_t i = 0; i < t->industries; i++) {
            skpi__sum_add(&used, t->use[c * t->industries + i]);
            busy |= t->use[c * t->industries + i] != 0 || t->make[i * t->commodities + c] != 0;
        }
        for (size_t k = 0; k < t->categories; k++) {
            skpi__sum_add(&used, t->final_use[c * t->categories + k]);
            busy |= t->final_use[c * t->categories + k] != 0;
        }
        if (q[c] == 0 && busy)
            return skpi__refuse(skpi__element(at, c), SKPI_EZERODIV, "source->use",
                                "of commodity %zu, which no industry makes", c);
        if (!(fabs(skpi__sum_value(&used) - q[c]) <= tolerance * largest))
            return skpi__fail(skpi__element(at, c), SKPI_EINCONSISTENT, "source->use", skpi__sum_value(&used),
                              "with final use is all that is used of commodity %zu, of which %g is made", c, q[c]);
    }
    return SKPI_OK;
}

/* Row i of T x, x commodities x m. */
static skpi_status carried(skpi__at at, const char *name, const tables *t, const double *q, size_t i, const double *x,
                           size_t m, size_t k, double *value)
{
    skpi__sum sum = {0, 0};
    for (size_t c = 0; c < t->commodities; c++) {
        const double v = t->make[i * t->commodities + c];
        if (v != 0) skpi__sum_add(&sum, v / q[c] * x[c * m + k]);
    }
    *value = skpi__sum_value(&sum);
    return skpi__result(skpi__cell(at, i, k), name, *value);
}

static skpi_status industry(skpi__at at, const tables *t, const double *q, size_t i, skpi_economy_supply_use_out *o)
{
    skpi__sum output = {0, 0}, inputs = {0, 0}, demand = {0, 0};
    double x;
    skpi_status s;
    for (size_t c = 0; c < t->commodities; c++) {
        const double v = t->make[i * t->commodities + c];
        skpi__sum_add(&output, v);
        skpi__sum_add(&inputs, t->use[c * t->industries + i]);
        skpi__put(o->market_share, i * t->commodities + c, q[c] != 0 ? v / q[c] : 0);
    }
    if (t->other_inputs) skpi__sum_add(&inputs, t->other_inputs[i]);
    skpi__put(o->output, i, skpi__sum_value(&output));
    skpi__sum_add(&output, -inputs.sum);
    skpi__sum_add(&output, -inputs.rest);
    if ((s = skpi__result(skpi__element(at, i), "out->value_added", skpi__sum_value(&output)))) return s;
    skpi__put(o->value_added, i, skpi__sum_value(&output));
    for (size_t j = 0; j < t->industries; j++) {
        if ((s = carried(at, "out->flows", t, q, i, t->use, t->industries, j, &x))) return s;
        skpi__put(o->flows, i * t->industries + j, x);
    }
    for (size_t k = 0; k < t->categories; k++) {
        if ((s = carried(at, "out->final_use", t, q, i, t->final_use, t->categories, k, &x))) return s;
        skpi__put(o->final_use, i * t->categories + k, x);
        skpi__sum_add(&demand, x);
    }
    skpi__put(o->final_demand, i, skpi__sum_value(&demand));
    return SKPI_OK;
}

/* An input-output table of industries from supply and use tables.
 *
 * Given:    source  make (industries x commodities), use (commodities x industries), final_use (commodities x
 *                   categories), other_inputs (industries; NULL: 0), money of one unit at basic prices
 *           tolerance  of the balance of each commodity, over the largest output of one; 0: 1e-9
 * Returned: out->flows         T U (industries x industries), row sells to column
 *           out->final_use     T Y (industries x categories)
 *           out->final_demand  its row sums (industries)
 *           out->output        g (industries)
 *           out->value_added   g less all inputs (industries)
 *           out->market_share  T (industries x commodities); 0 for a commodity that is neither made nor used
 *           flows, output, value_added and final_demand are what skpi_economy_iotable_new takes.
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENODATA (no industries, commodities or categories),
 *           SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (negative tolerance), SKPI_EZERODIV (a commodity is used and not
 *           made), SKPI_EINCONSISTENT (a commodity's use is not what is made of it; a total among the rows or columns of
 *           make), SKPI_EOVERFLOW
 * Source:   Eurostat 2008, model D; United Nations 2018
 */
skpi_status skpi_economy_supply_use(const skpi_economy_supply_use_in *source, double tolerance,
                                    skpi_economy_supply_use_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_supply_use_in t;
    skpi_economy_supply_use_out o;
    skpi_status s;
    if ((s = read(at, source, &t)) || (s = skpi__quantity(at, "tolerance", tolerance)) ||
        (s = SKPI__NEED(at, out, 0, &o)) ||
        (s = skpi__make_totals(at, "source->make", t.industries, t.commodities, t.make, NULL)))
        return s;
    double *q = skpi__alloc(t.commodities, 1, sizeof *q);
    if (!q) return skpi__refuse(at, SKPI_ENOMEM, "source->commodities", "is %zu: no memory", t.commodities);
    skpi_economy_supply_use_out nothing = {.size = sizeof nothing}; /* first all that may overflow */
    s = balance(at, &t, tolerance != 0 ? tolerance : 1e-9, q);
    for (size_t i = 0; i < t.industries && !s; i++) s = industry(at, &t, q, i, &nothing);
    for (size_t i = 0; i < t.industries && !s; i++) s = industry(at, &t, q, i, &o);
    free(q);
    return s;
}
