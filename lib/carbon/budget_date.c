/* Date at which a series has used up a budget.
 *
 * Between its values the emission is a straight line, so that a step adds a trapezoid to the cumulative emission, which
 * is quadratic inside the step.  With y the part of a step of h years that is gone and u0, u1 its emissions, h (u0 y + (u1 - u0)
 * y^2/2) reaches what is left at the smaller positive root: y = 2 r/(u0 + sqrt(u0^2 + 2 (u1 - u0) r)), r = left/h,
 * and without cancellation where u0 < 0.  A step that ends below 0 is highest where its line crosses 0.
 * Source: plane geometry.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/decimal.h"
#include "numeric/sum.h"
#include "series/row_values.h"

typedef struct budget_date_call {
    skpi_table y;
    const double *t_budget, *budget;
    double *date;
} budget_date_call;

/* the column of the next known value, from column j on */
static size_t budget_date_next(const skpi_table *y, size_t i, size_t j)
{
    while (j < y->m && isnan(y->value[i * y->m + j])) j++;
    return j;
}

static skpi_status budget_date_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const budget_date_call *c = call;
    const skpi_table *y = &c->y;
    skpi__row_range range;
    skpi_status s;
    (void)kept;
    if ((s = skpi__row_range_of(at, "emission->value", y, i, &range))) return s;
    if (!range.used) return skpi__refuse(at, SKPI_ENODATA, "emission->value", "has no value in this row");
    /* The integral over 900 years, and differences of two values, must be doubles. */
    if ((s = skpi__result(at, "emission->value", 2e3 * fmax(fabs(range.low), fabs(range.high)))) ||
        (s = skpi__date(at, "t_budget", c->t_budget[i])) || (s = skpi__finite(at, "budget", c->budget[i])) ||
        (s = skpi__result(at, "budget", 2e3 * c->budget[i])))
        return s;
    size_t last = y->m - 1;
    while (isnan(y->value[i * y->m + last])) last--;
    const int32_t from = y->year[budget_date_next(y, i, 0)], to = y->year[last];
    if (c->t_budget[i] < from || c->t_budget[i] > to)
        return skpi__fail(at, SKPI_EDOM, "t_budget", c->t_budget[i],
                          "is outside the years of the row's values, %d to %d", (int)from, (int)to);
    return range.used < y->m ? SKPI_WMISSING : SKPI_OK;
}

/* The fraction of a step of h years after which left > 0 is used up; NaN if the step does not use it up. most is the
 * most that was left at any time, whose rounding left has. */
static double budget_date_root(double e0, double e1, double h, double left, double most)
{
    const double unit = fmax(fabs(e0), fabs(e1));
    if (unit == 0) return (double)NAN;
    const double u0 = e0 / unit, u1 = e1 / unit, slope = u1 - u0, r = left / unit / h, d = u0 * u0 + 2 * slope * r;
    const double size = fmax(most / unit / h, 1); /* u0 and u1 are at most 1 */
    const int ends = skpi__reaches((u0 + u1) / 2, r, size),
              peaks = u0 > 0 && u1 < 0 && skpi__reaches(u0 * u0 / (-2 * slope), r, size);
    if (!ends && !peaks) return (double)NAN;
    const double root = sqrt(fmax(d, 0));
    return fmin(u0 < 0 ? (root - u0) / slope : 2 * r / (u0 + root), 1);
}

static double budget_date_of(const skpi_table *y, size_t i, double t_budget, double budget)
{
    const double *e = y->value + i * y->m;
    skpi__sum left = {budget, 0};
    double most = budget;
    if (budget <= 0) return t_budget;
    for (size_t j = budget_date_next(y, i, 0), k; (k = budget_date_next(y, i, j + 1)) < y->m; j = k) {
        if (y->year[k] <= t_budget) continue;
        const double end = y->year[k], begin = fmax(y->year[j], t_budget), h = end - begin;
        const double e0 = e[j] + (e[k] - e[j]) * ((begin - y->year[j]) / (end - y->year[j]));
        const double rest = skpi__sum_value(&left);
        most = fmax(most, rest);
        const double part = budget_date_root(e0, e[k], h, rest, most);
        if (!isnan(part)) return begin + part * h;
        skpi__sum_add(&left, -h * (e0 / 2 + e[k] / 2));
    }
    return (double)NAN;
}

static skpi_status budget_date_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const budget_date_call *c = call;
    (void)at, (void)kept;
    c->date[i] = budget_date_of(&c->y, i, c->t_budget[i], c->budget[i]);
    return SKPI_OK;
}

static void budget_date_fail(const void *call, size_t i) { ((const budget_date_call *)call)->date[i] = (double)NAN; }

skpi_status skpi_carbon_budget_date(const skpi_table *emission, const double *t_budget, const double *budget,
                                    double *date, int32_t *status)
{
    static const skpi__rows_steps steps = {0, budget_date_check, budget_date_compute, budget_date_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    budget_date_call c = {.t_budget = t_budget, .budget = budget, .date = date};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, emission, &c.y))) return s;
    r.n = c.y.n;
    r.count = "emission->n";
    if ((s = skpi__rows_array(&r, "t_budget", t_budget)) || (s = skpi__rows_array(&r, "budget", budget)) ||
        (s = skpi__rows_array(&r, "date", date)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
