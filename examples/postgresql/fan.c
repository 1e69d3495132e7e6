/* skpi_urban_fan: mean and quantiles of the urban share of one place, a row a year, by draws of the library's ensemble.
 *
 * The draws of a place depend on seed and place_id alone, so that rows may be computed in any order by any worker.  A
 * cancel is heard between runs of some milliseconds.  No error is raised while a handle of the library is open.
 */
#include "failure.h"
#include "rows.h"

#include "miscadmin.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(skpi_urban_fan_sql);

enum { QUANTILES = 5, BLOCK = 512 };
static const double prob[QUANTILES] = {.05, .25, .5, .75, .95};
/* Draw-years of one run, which no cancel interrupts. */
static const int64 TOGETHER = INT64CONST(1) << 22, EXACT_MOST = INT64CONST(1) << 24;

typedef struct fan {
    int32 first_year;
    size_t n;                /* years */
    double *mean, *quantile; /* n, n x QUANTILES */
} fan;

static bool fan_canceled(void) { return InterruptPending && (QueryCancelPending || ProcDiePending); }

/* Runs all draws of a plan, as many at a time as may be split. */
static skpi_status fan_run(skpi_ensemble_result *result, const skpi_ensemble_plan *plan, int64 draws, int64 together)
{
    skpi_status s = SKPI_OK;
    for (int64 from = 0; from < draws && s >= 0; from += together) {
        const skpi_ensemble_result_run_options run = {.size = sizeof run,
                                                      .first_draw = (uint64_t)from,
                                                      .n_draws = draws - from > together ? (uint64_t)together : 0};
        if (fan_canceled()) return SKPI_ECANCELED;
        s = skpi_ensemble_result_run(result, plan, &run);
    }
    return s;
}

static skpi_status fan_draw(fan *f, const skpi_ensemble_plan_options *options, const skpi_urban_ensemble_add_in *in)
{
    const int64 draws = (int64)options->n_draws, blocks = TOGETHER / ((int64)f->n * BLOCK) + 1;
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    skpi_status s, warning = SKPI_OK;
    int32_t model;
    if ((s = skpi_ensemble_plan_new(f->first_year, f->n, options, &plan)) >= 0 &&
        (warning = s = skpi_urban_ensemble_add(plan, in, &model)) >= 0 &&
        (s = skpi_ensemble_result_new(plan, &result)) >= 0 &&
        (s = fan_run(result, plan, draws, options->mode == SKPI_ENSEMBLE_MODE_EXACT ? draws : blocks * BLOCK)) >= 0 &&
        (s = skpi_ensemble_result_mean(result, model, 0, f->mean)) >= 0)
        s = skpi_ensemble_result_quantile(result, model, 0, QUANTILES, prob, f->quantile);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
    return s < 0 ? s : warning;
}

static int32 mode_of(text *name, int64 draws, size_t n)
{
    const char *word = text_to_cstring(name);
    if (!strcmp(word, "stream")) return SKPI_ENSEMBLE_MODE_STREAM;
    if (strcmp(word, "exact"))
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("mode = \"%s\" is neither exact nor stream", word)));
    if (draws > EXACT_MOST / (int64)n)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("draws = %lld are too many for mode exact over %zu years", (long long)draws, n),
                        errhint("mode stream has no such bound: its draws are run in pieces, and can be canceled.")));
    return SKPI_ENSEMBLE_MODE_EXACT;
}

static uint64_t number_of(const char *name, int64 value)
{
    if (value < 0)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s = %lld is below 0", name, (long long)value)));
    return (uint64_t)value;
}

static void *fan_of(FunctionCallInfo fcinfo, size_t n)
{
    const uint64_t place_id = number_of("place_id", PG_GETARG_INT64(0));
    const double share = PG_GETARG_FLOAT8(1), drift = PG_GETARG_FLOAT8(2), sigma = PG_GETARG_FLOAT8(3);
    const int64 draws = PG_GETARG_INT64(6);
    fan *f = palloc(sizeof *f);
    f->first_year = PG_GETARG_INT32(4);
    f->n = n;
    f->mean = palloc(n * sizeof(double));
    f->quantile = palloc(n * QUANTILES * sizeof(double));
    if (draws < 1)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("draws = %lld is not a positive number", (long long)draws)));
    const skpi_ensemble_plan_options options = {.size = sizeof options,
                                                .seed = number_of("seed", PG_GETARG_INT64(7)),
                                                .n_draws = (uint64_t)draws,
                                                .mode = mode_of(PG_GETARG_TEXT_PP(8), draws, n),
                                                .n_places = 1,
                                                .n_prob = QUANTILES,
                                                .place_id = &place_id,
                                                .prob = prob};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = &share, .drift = &drift, .sigma = &sigma};
    const skpi_status s = fan_draw(f, &options, &in);
    CHECK_FOR_INTERRUPTS();
    failure_check(s);
    return f;
}

Datum skpi_urban_fan_sql(PG_FUNCTION_ARGS)
{
    FuncCallContext *call = rows_call(fcinfo, 5, fan_of);
    if (call->call_cntr >= call->max_calls) SRF_RETURN_DONE(call);
    const fan *f = call->user_fctx;
    const size_t k = call->call_cntr;
    Datum value[2 + QUANTILES] = {Int32GetDatum(f->first_year + (int32)k), Float8GetDatum(f->mean[k])};
    bool null[2 + QUANTILES] = {false};
    for (size_t q = 0; q < QUANTILES; q++) value[2 + q] = Float8GetDatum(f->quantile[k * QUANTILES + q]);
    SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, value, null)));
}
