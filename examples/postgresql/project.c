/* skpi_un_project: the urban share of one place by the method of the United Nations, a row a year. */
#include "failure.h"
#include "rows.h"

#include "utils/builtins.h"

#include <math.h>

PG_FUNCTION_INFO_V1(skpi_un_project_sql);

typedef struct projection {
    int32 first_year;
    double *share, *urgd;
} projection;

static int32 size_class_of(text *name)
{
    const char *word = text_to_cstring(name);
    if (!strcmp(word, "large")) return SKPI_URBAN_SIZE_LARGE;
    if (!strcmp(word, "small")) return SKPI_URBAN_SIZE_SMALL;
    ereport(ERROR,
            (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("size_class = \"%s\" is neither large nor small", word)));
}

static void *projection_of(FunctionCallInfo fcinfo, size_t n)
{
    const int32_t last_year = PG_GETARG_INT32(0), size_class = size_class_of(PG_GETARG_TEXT_PP(3));
    const double share = PG_GETARG_FLOAT8(1), urgd = PG_GETARG_FLOAT8(2);
    projection *p = palloc(sizeof *p);
    p->first_year = PG_GETARG_INT32(4);
    p->share = palloc(n * sizeof(double));
    p->urgd = palloc(n * sizeof(double));
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &last_year, .share = &share, .urgd = &urgd, .size_class = &size_class};
    skpi_urban_project_out out = {.size = sizeof out, .share = p->share, .urgd = p->urgd};
    failure_check(skpi_urban_project(&in, p->first_year, n, NULL, &out, NULL));
    return p;
}

Datum skpi_un_project_sql(PG_FUNCTION_ARGS)
{
    FuncCallContext *call = rows_call(fcinfo, 5, projection_of);
    if (call->call_cntr >= call->max_calls) SRF_RETURN_DONE(call);
    const projection *p = call->user_fctx;
    const size_t k = call->call_cntr;
    Datum value[3] = {Int32GetDatum(p->first_year + (int32)k), Float8GetDatum(p->share[k]), Float8GetDatum(p->urgd[k])};
    bool null[3] = {false, false, isnan(p->urgd[k])}; /* a share of 0 or 1 has no growth difference */
    SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, value, null)));
}
