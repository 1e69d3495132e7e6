/* Functions that give a row a year (rows.h). */
#include "rows.h"
#include "failure.h"

FuncCallContext *rows_call(FunctionCallInfo fcinfo, int years, void *(*make)(FunctionCallInfo fcinfo, size_t n))
{
    if (SRF_IS_FIRSTCALL()) {
        FuncCallContext *call = SRF_FIRSTCALL_INIT();
        MemoryContext before = MemoryContextSwitchTo(call->multi_call_memory_ctx);
        TupleDesc row;
        get_call_result_type(fcinfo, NULL, &row);
        call->tuple_desc = BlessTupleDesc(row);
        call->max_calls = failure_years(PG_GETARG_INT32(years));
        call->user_fctx = make(fcinfo, call->max_calls);
        MemoryContextSwitchTo(before);
    }
    return SRF_PERCALL_SETUP();
}
