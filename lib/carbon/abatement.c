/* Abatement at least cost: the supply curve of measures, filled up to a target.
 *
 *   minimise sum c_j x_j,  0 <= x_j <= u_j,  sum x_j = A
 *
 * Using measures in the order of their cost is optimal: replacing a unit by an unused cheaper one lowers the cost (G.
 * B. Dantzig, Operations Research 5 (1957) 266, for the knapsack problem with divisible items).
 */
#include <smartkpi/carbon.h>
#include <gsl/gsl_heapsort.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/sum.h"

#define WHOLE 1e-12 /* relative tolerance within which a target is equal to the whole potential */

/* Sorts by cost, the cheapest first.  Equal costs stay in the caller's order, which is that of their addresses. */
static int abatement_by_cost(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return *x != *y ? (*x > *y) - (*x < *y) : (x > y) - (x < y);
}

/* The order of costs.  Those that differ from the first of their group by rounding only are equal: level receives the
 * costs with that first one for all of its group. */
static void abatement_sort(size_t n, const double *cost, double *level, size_t *order)
{
    gsl_heapsort_index(order, cost, n, sizeof *cost, abatement_by_cost);
    for (size_t k = 0, first = 0; k < n; k++) {
        if (!skpi__same(cost[order[k]], cost[order[first]])) first = k;
        level[order[k]] = cost[order[first]];
    }
    gsl_heapsort_index(order, level, n, sizeof *level, abatement_by_cost);
}

static skpi_status abatement_check(skpi__at at, size_t n, const double *cost, const double *potential, double target,
                                   double *all)
{
    skpi__sum sum = {0, 0};
    skpi_status s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__finite(skpi__element(at, i), "cost", cost[i]))) return s;
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__quantity(skpi__element(at, i), "potential", potential[i]))) return s;
        skpi__sum_add(&sum, potential[i]);
    }
    *all = skpi__sum_value(&sum);
    if ((s = skpi__finite_sum(at, "potential", *all)) || (s = skpi__quantity(at, "target", target))) return s;
    return target <= *all * (1 + WHOLE)
               ? SKPI_OK
               : skpi__fail(at, SKPI_EINFEASIBLE, "target", target, "is above the potential of all measures, %g", *all);
}

typedef struct abatement_fill { /* the target as it is met, measure by measure */
    double target;
    int32_t mode;
    int full; /* 1: a measure was not used whole, so no later one is used: rounding must not leave it a tiny part */
    skpi__sum abated;
} abatement_fill;

static double abatement_use(abatement_fill *f, double cost, double potential)
{
    double x = potential;
    if (f->mode != SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE || cost >= 0) {
        const double left = f->target - skpi__sum_value(&f->abated);
        if (f->full || skpi__reaches(0, left, f->target))
            x = 0;
        else if (!skpi__reaches(left, potential, f->target))
            x = left;
        f->full |= x < potential;
    }
    skpi__sum_add(&f->abated, x);
    return x;
}

skpi_status skpi_carbon_abatement(size_t n, const double *cost, const double *potential, double target, int32_t mode,
                                  skpi_carbon_abatement_out *out)
{
    static const int32_t modes[] = {SKPI_CARBON_ABATEMENT_MODE_EXACT, SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE, 0};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_abatement_out o;
    double all;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__array(at, "cost", cost, n, 1)) ||
        (s = skpi__array(at, "potential", potential, n, 1)) ||
        (s = abatement_check(at, n, cost, potential, target, &all)) ||
        (s = skpi__choice(at, "mode", mode, modes, "a mode (enum skpi_carbon_abatement_mode)")) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    double *level;
    size_t *order;
    const skpi__piece pieces[] = {SKPI__PIECE(level, n, 1), SKPI__PIECE(order, n, 1)};
    void *block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "n", n);
    abatement_sort(n, cost, level, order);
    skpi__sum money = {0, 0}, upto = {0, 0};
    const abatement_fill empty = {.target = target, .mode = mode};
    abatement_fill f = empty;
    double marginal = (double)NAN;
    for (size_t k = 0; k < n; k++) { /* the cost may overflow, so it is computed before anything is written */
        const size_t i = order[k];
        const double x = abatement_use(&f, cost[i], potential[i]);
        skpi__sum_add(&money, cost[i] * x);
        if (x > 0) marginal = cost[i];
    }
    if ((s = skpi__result(at, "out->cost", skpi__sum_value(&money)))) goto end;
    skpi__set(o.total, 0, skpi__sum_value(&f.abated));
    skpi__set(o.cost, 0, skpi__sum_value(&money));
    skpi__set(o.marginal, 0, marginal);
    f = empty;
    for (size_t k = 0; k < n; k++) {
        const size_t i = order[k];
        const double x = abatement_use(&f, cost[i], potential[i]);
        skpi__sum_add(&upto, potential[i]);
        skpi__set(o.use, i, x);
        skpi__set_int(o.order, k, (int32_t)i);
        skpi__set(o.cumulative, k, skpi__sum_value(&upto));
    }
end:
    free(block);
    return s;
}
