/* A batch call over rows; rows.h describes each function. */
#include "core/rows.h"
#include "core/check.h"
#include "core/size.h"

skpi__rows skpi__rows_begin(const char *function, size_t n, int32_t *status)
{
    return (skpi__rows){.at = skpi__here(function), .n = n, .count = "n", .status = status};
}

skpi_status skpi__row(skpi__rows *r, size_t i, skpi_status status)
{
    if (!r->status) {
        if (status < 0) return status;
        r->warnings |= (int32_t)status;
        return SKPI_OK;
    }
    if (status < 0)
        r->bad++;
    else
        r->warnings |= (int32_t)status;
    r->status[i] = (int32_t)status;
    return SKPI_OK;
}

skpi_status skpi__row_again(skpi__rows *r, size_t i, skpi_status status)
{
    const int32_t before = r->status && status >= 0 ? r->status[i] : 0;
    return skpi__row(r, i, (skpi_status)((int32_t)status | before));
}

skpi_status skpi__rows_end(const skpi__rows *r)
{
    if (!r->bad) return (skpi_status)(r->warnings | r->whole);
    int32_t warnings = SKPI_WROWS | r->whole; /* read again: a row that warned in the check may have failed later */
    for (size_t i = 0; i < r->n; i++)
        if (r->status[i] > 0) warnings |= r->status[i];
    return (skpi_status)warnings;
}

skpi_status skpi__rows_keep(const skpi__rows *r, size_t bytes, char **kept)
{
    *kept = skpi__alloc(r->n, 1, bytes);
    return *kept ? SKPI_OK : skpi__no_memory(r->at, r->count, r->n);
}

void skpi__set_nan(double *out, size_t n)
{
    for (size_t i = 0; out && i < n; i++) out[i] = (double)NAN;
}

skpi_status skpi__rows_array(const skpi__rows *r, const char *name, const void *array)
{
    return skpi__array(r->at, name, array, r->n, 1);
}

skpi_status skpi__rows_matrix(const skpi__rows *r, const char *name, const void *array, size_t m)
{
    return skpi__array(r->at, name, array, r->n, m);
}
