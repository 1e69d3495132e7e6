/* skpi_budget_path: the emission path of one place from a peak to net zero that emits a budget, a row a year. */
#include "failure.h"
#include "rows.h"

PG_FUNCTION_INFO_V1(skpi_budget_path_sql);

typedef struct budget_path {
    int32 first_year;
    double *emission, *cumulative;
} budget_path;

static void *budget_path_of(FunctionCallInfo fcinfo, size_t n)
{
    double x[8], power;
    for (int i = 0; i < 8; i++) x[i] = PG_GETARG_FLOAT8(i);
    budget_path *p = palloc(sizeof *p);
    p->first_year = PG_GETARG_INT32(8);
    p->emission = palloc(n * sizeof(double));
    p->cumulative = palloc(n * sizeof(double));
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_PEAK,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = x,
                             .e0 = x + 1,
                             .t_peak = x + 2,
                             .e_peak = x + 3,
                             .plateau = x + 4,
                             .t_net_zero = x + 5,
                             .residual = x + 6};
    failure_check(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, x + 7, &power, NULL));
    path.power = &power;
    failure_check(skpi_carbon_path_value(&path, p->first_year, n, p->emission, p->cumulative, NULL));
    return p;
}

Datum skpi_budget_path_sql(PG_FUNCTION_ARGS)
{
    FuncCallContext *call = rows_call(fcinfo, 9, budget_path_of);
    if (call->call_cntr >= call->max_calls) SRF_RETURN_DONE(call);
    const budget_path *p = call->user_fctx;
    const size_t k = call->call_cntr;
    Datum value[3] = {Int32GetDatum(p->first_year + (int32)k), Float8GetDatum(p->emission[k]),
                      Float8GetDatum(p->cumulative[k])};
    bool null[3] = {false};
    SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, value, null)));
}
