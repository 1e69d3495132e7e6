/* Mean and quantiles of urban shares by draws of the library's ensemble.  An interrupt stops the draws; R hears of it
 * when the handles are closed, because a jump out of the library would leave them open. */
#include "glue.h"

#include <R_ext/Utils.h>

typedef struct plan_input {
    skpi_ensemble_plan_options plan;
    skpi_ensemble_result_run_options run;
    skpi_urban_ensemble_add_in add;
    int32_t first_year;
    size_t n_years, n_prob;
    const double *prob;
    double *mean, *quantile;
} plan_input;

static void fan_look(void *unused)
{
    (void)unused;
    R_CheckUserInterrupt();
}

static int32_t stop(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total, (void)user;
    return !R_ToplevelExec(fan_look, NULL);
}

static void fan(const plan_input *p, outcome *o)
{
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    int32_t model = 0;
    skpi_status s = skpi_ensemble_plan_new(p->first_year, p->n_years, &p->plan, &plan);
    if (s >= 0) {
        s = skpi_urban_ensemble_add(plan, &p->add, &model);
        outcome_add(o, s, 0); /* it may warn */
    }
    if (s >= 0) s = skpi_ensemble_result_new(plan, &result);
    if (s >= 0) s = skpi_ensemble_result_run(result, plan, &p->run);
    if (s >= 0) s = skpi_ensemble_result_mean(result, model, 0, p->mean);
    if (s >= 0) s = skpi_ensemble_result_quantile(result, model, 0, p->n_prob, p->prob, p->quantile);
    if (s < 0 && o->status >= 0) outcome_add(o, s, 0);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
}

/* columns: share, drift, sigma; axis: first_year, n_years; numbers: draws, seed, mode, threads */
SEXP call_fan(SEXP columns, SEXP axis, SEXP numbers, SEXP prob)
{
    const size_t n = (size_t)XLENGTH(VECTOR_ELT(columns, 0)), years = (size_t)INTEGER(axis)[1];
    const double *number = REAL(numbers);
    const int n_prob = (int)XLENGTH(prob);
    SEXP result = PROTECT(allocVector(VECSXP, 2));
    SET_VECTOR_ELT(result, 0, allocMatrix(REALSXP, (int)years, (int)n));
    SET_VECTOR_ELT(result, 1, alloc3DArray(REALSXP, n_prob, (int)years, (int)n));
    plan_input p = {.plan = {.size = sizeof p.plan,
                             .n_draws = (uint64_t)number[0],
                             .seed = (uint64_t)number[1],
                             .mode = (int32_t)number[2],
                             .n_places = n,
                             .n_prob = (uint64_t)n_prob,
                             .prob = REAL(prob)},
                    .run = {.size = sizeof p.run, .threads = (int32_t)number[3], .progress = stop},
                    .add = {.size = sizeof p.add,
                            .share = REAL(VECTOR_ELT(columns, 0)),
                            .drift = REAL(VECTOR_ELT(columns, 1)),
                            .sigma = REAL(VECTOR_ELT(columns, 2))},
                    .first_year = INTEGER(axis)[0],
                    .n_years = years,
                    .n_prob = (size_t)n_prob,
                    .prob = REAL(prob),
                    .mean = REAL(VECTOR_ELT(result, 0)),
                    .quantile = REAL(VECTOR_ELT(result, 1))};
    outcome o = {.row = -1, .column = -1, .value = R_NaN};
    fan(&p, &o);
    SEXP out = outcome_list(&o, result, R_NilValue);
    UNPROTECT(1);
    return out;
}
