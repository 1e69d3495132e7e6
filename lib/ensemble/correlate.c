/* A whole matrix of correlations between shocks: the rows of its Cholesky factor are loadings on as many factors. */
#include "ensemble/factor.h"
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"

enum { SHOCKS_MOST = 64 };
#define MATRIX_ROUNDING 1e-12 /* of a diagonal of 1, of symmetry and of a pivot */
#define COLUMN_ROUNDING 1e-6  /* of what is left below a pivot of 0: the root of the other */

/* The entries of the matrix are correlations; l becomes its lower factor, row after row. */
static skpi_status correlate_factor(skpi__at at, size_t n, const double *matrix, double *l)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const skpi__at cell = skpi__column(skpi__element(at, i), j);
            const double c = matrix[i * n + j];
            const skpi_status s = skpi__finite(cell, "matrix", c);
            if (s) return s;
            if (fabs(c) > 1 + MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_ERANGE, "matrix", c, "is no correlation: it is outside [-1,1]");
            if (i == j && fabs(c - 1) > MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_EDOM, "matrix", c, "is on the diagonal, and not 1");
            if (fabs(c - matrix[j * n + i]) > MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_EDOM, "matrix", c, "is not %g, the correlation of the same two shocks",
                                  matrix[j * n + i]);
        }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = i == j ? 1 : matrix[i * n + j];
            for (size_t k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
            const double pivot = l[j * n + j];
            const int wrong = i == j ? rest < -MATRIX_ROUNDING : pivot == 0 && fabs(rest) > COLUMN_ROUNDING;
            if (wrong)
                return skpi__fail(skpi__column(skpi__element(at, i), j), SKPI_EDOM, "matrix", matrix[i * n + j],
                                  "makes row %zu impossible beside the rows before it: the matrix is not positive "
                                  "semidefinite",
                                  i);
            l[i * n + j] = i == j ? rest > MATRIX_ROUNDING ? sqrt(rest) : 0 : pivot > 0 ? rest / pivot : 0;
        }
    return SKPI_OK;
}

static skpi_status correlate_check(skpi__at at, const skpi_ensemble_plan *plan, size_t n, const int32_t *model,
                                   const int32_t *shock, const uint64_t *place)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at row = skpi__element(at, i);
        if ((s = skpi__factor_shock(row, plan, model[i], shock[i]))) return s;
        if (place[i] >= plan->sizes.n_places)
            return skpi__fail(row, SKPI_ENOTFOUND, "place", (double)place[i], "is none of the plan's %zu places",
                              plan->sizes.n_places);
        for (size_t j = 0; j < i; j++)
            if (model[j] == model[i] && shock[j] == shock[i] && place[j] == place[i])
                return skpi__fail(row, SKPI_EDUPLICATE, "place", (double)place[i],
                                  "has this shock of this model twice");
        if (skpi__factor_squares(plan, (size_t)model[i], (size_t)shock[i], (size_t)place[i]) > SKPI__LOADING_ROUNDING)
            return skpi__fail(row, SKPI_ERANGE, "place", (double)place[i],
                              "has this shock of this model on other factors, which leaves nothing for the matrix");
    }
    return SKPI_OK;
}

/* n factors of one group for all; factor j has a load for each different shock. */
static skpi_status correlate_add(skpi__at at, skpi_ensemble_plan *plan, size_t n, const int32_t *model,
                                 const int32_t *shock, const uint64_t *place, const double *l)
{
    const size_t places = plan->sizes.n_places;
    skpi__common *factor = skpi__alloc(n, 1, sizeof *factor);
    skpi__load *load = skpi__alloc(n, n, sizeof *load);
    size_t n_loads = 0;
    skpi_status s = factor && load ? SKPI_OK : skpi__no_memory_for(at, "plan");
    for (size_t j = 0; j < n && !s; j++) {
        const size_t begin = n_loads;
        for (size_t i = 0; i < n && !s; i++) {
            const skpi__load one = {(size_t)model[i], (size_t)shock[i], plan->n_factors + j, NULL};
            size_t at_load = begin;
            while (at_load < n_loads && (load[at_load].model != one.model || load[at_load].shock != one.shock))
                at_load++;
            if (at_load == n_loads) {
                load[n_loads++] = one;
                if (!(load[at_load].loading = skpi__alloc(places, 1, sizeof(double))))
                    s = skpi__no_memory_for(at, "plan");
            }
            if (!s) load[at_load].loading[place[i]] = j <= i ? l[i * n + j] : 0;
        }
    }
    if (!s) s = skpi__factor_add(at, plan, n, factor, n_loads, load);
    for (size_t i = 0; s && i < n_loads; i++) free(load[i].loading);
    free(load);
    free(factor);
    return s;
}

skpi_status skpi_ensemble_plan_correlate(skpi_ensemble_plan *plan, size_t n_shocks, const int32_t *model,
                                         const int32_t *shock, const uint64_t *place, const double *matrix)
{
    const skpi__at at = skpi__here(__func__);
    const size_t n = n_shocks;
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan)) || (s = skpi__count(at, "n_shocks", n))) return s;
    if (n > SHOCKS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "n_shocks", (double)n, "is more than %d shocks", SHOCKS_MOST);
    if ((s = skpi__array(at, "model", model, n, 1)) || (s = skpi__array(at, "shock", shock, n, 1)) ||
        (s = skpi__array(at, "place", place, n, 1)) || (s = skpi__array(at, "matrix", matrix, n, n)) ||
        (s = correlate_check(at, plan, n, model, shock, place)))
        return s;
    double *l = skpi__alloc(n, n, sizeof *l);
    if (!l) return skpi__no_memory_for(at, "plan");
    if (!(s = correlate_factor(at, n, matrix, l))) s = correlate_add(at, plan, n, model, shock, place, l);
    free(l);
    return s;
}
