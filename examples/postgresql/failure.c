/* What the library says, as SQL errors: status to SQLSTATE, the words as message, name and value as detail. */
#include "failure.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(skpi_version_sql);

static int failure_state(skpi_status status)
{
    switch (status) {
    case SKPI_ERANGE:
    case SKPI_ENOTFINITE:
    case SKPI_EOVERFLOW: return ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE;
    case SKPI_EZERODIV: return ERRCODE_DIVISION_BY_ZERO;
    case SKPI_ENOMEM: return ERRCODE_OUT_OF_MEMORY;
    case SKPI_ECANCELED: return ERRCODE_QUERY_CANCELED;
    case SKPI_ESTRUCT:
    case SKPI_ESTATE:
    case SKPI_ETHREAD: return ERRCODE_INTERNAL_ERROR;
    default: return ERRCODE_INVALID_PARAMETER_VALUE;
    }
}

void failure_check(skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    if (status >= 0) {
        if (status & SKPI_WUNUSUAL) ereport(WARNING, (errcode(ERRCODE_WARNING), errmsg("%s", skpi_last_error())));
        return;
    }
    if (skpi_last_error_get(&e) < 0 || e.status != status) e.name = "";
    ereport(ERROR, (errcode(failure_state(status)), errmsg("%s", skpi_last_error()),
                    errdetail("%s: argument \"%s\", value %.15g.", skpi_status_name(status), e.name, e.value)));
}

size_t failure_years(int32 n_years)
{
    if (n_years < 1 || n_years > 900)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("n_years = %d is not from 1 to 900", n_years)));
    return (size_t)n_years;
}

Datum skpi_version_sql(PG_FUNCTION_ARGS) { PG_RETURN_TEXT_P(cstring_to_text(skpi_version())); }
