/* A batch call over rows: where it stands, whose status is written where, what the call returns.
 *
 * Use: begin; skpi__given for every array in the order of the signature; one pass that checks every row and hands
 * each status to skpi__row; one pass that computes the rows for which skpi__row_good holds and gives the others NaN
 * or SKPI_NONE; end.  The first pass writes nothing but the row statuses.
 */
#ifndef SKPI_CORE_ROWS_H
#define SKPI_CORE_ROWS_H
#include "core/error.h"

typedef struct skpi__rows {
    skpi__at at;
    size_t n;
    int32_t *status;  /* NULL: the first bad row fails the call */
    size_t bad;       /* rows failed so far */
    int32_t warnings; /* of all rows */
} skpi__rows;

skpi__rows skpi__rows_begin(const char *function, size_t n, int32_t *status);
/* Where row i stands: its words are kept only if it is the first bad row. */
skpi__at skpi__row_at(const skpi__rows *r, size_t i);
/* Take row i's status; negative comes back only where it fails the whole call.  May be called again for a row that
 * was good until its result overflowed. */
skpi_status skpi__row(skpi__rows *r, size_t i, skpi_status status);
static inline int skpi__row_good(const skpi__rows *r, size_t i) { return !r->status || r->status[i] >= 0; }
/* The call's own status: SKPI_WROWS if rows failed, and the warnings of the others. */
skpi_status skpi__rows_end(const skpi__rows *r);

/* Outputs; NULL is one that is not wanted. */
static inline void skpi__put(double *out, size_t i, double value)
{
    if (out) out[i] = value;
}
static inline void skpi__put_int(int32_t *out, size_t i, int32_t value)
{
    if (out) out[i] = value;
}
void skpi__put_nan(double *out, size_t n); /* a row that failed */

/* An array of n values (n x m in the second form) was given: EINVAL if it is NULL and not empty, ENOMEM if no memory
 * could hold it.  Element sizes beyond a double are the caller's: m = columns x sizeof / 8. */
skpi_status skpi__given(const skpi__rows *r, const char *name, const void *array);
skpi_status skpi__given_matrix(const skpi__rows *r, const char *name, const void *array, size_t m);
/* The same outside rows. */
skpi_status skpi__array(skpi__at at, const char *name, const void *array, size_t n, size_t m);
/* An output that may be NULL: only its size is checked. */
skpi_status skpi__fits(skpi__at at, const char *name, size_t n, size_t m);

#endif
