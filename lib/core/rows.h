/* A batch call over rows: the current row, the row statuses, and the status that the call returns.
 *
 * Use: skpi__rows_begin; skpi__rows_array for every array in the order of the signature; skpi__rows_run with the steps
 * of a row.  All rows are checked before the first output is written; a row that fails gets NaN or SKPI_NONE.
 */
#ifndef SKPI_CORE_ROWS_H
#define SKPI_CORE_ROWS_H
#include <stdlib.h>
#include "core/error.h"

typedef struct skpi__rows {
    skpi__at at;
    size_t n;
    const char *count; /* the argument that n is; "n" unless the function says otherwise */
    int32_t *status;   /* NULL: the first bad row fails the call */
    size_t bad;        /* rows failed so far */
    int32_t warnings;  /* of all rows */
    int32_t whole;     /* warnings of the call, whatever its rows do */
} skpi__rows;

skpi__rows skpi__rows_begin(const char *function, size_t n, int32_t *status);
/* Where row i stands: its words are kept only if it is the first bad row. */
static inline skpi__at skpi__row_at(const skpi__rows *r, size_t i)
{
    skpi__at at = skpi__element(r->at, i);
    at.quiet = r->bad > 0;
    at.warned = ((r->warnings | r->whole) & SKPI_WUNUSUAL) != 0;
    return at;
}
/* Take row i's status; negative comes back only where it fails the whole call. */
skpi_status skpi__row(skpi__rows *r, size_t i, skpi_status status);
/* The same for a row that was good: a failure replaces its warnings, a warning is added to them. */
skpi_status skpi__row_again(skpi__rows *r, size_t i, skpi_status status);
static inline int skpi__row_good(const skpi__rows *r, size_t i) { return !r->status || r->status[i] >= 0; }
/* The call's own status: SKPI_WROWS if rows failed, and the warnings of the others. */
skpi_status skpi__rows_end(const skpi__rows *r);

/* What a call does with row i; call is its own struct: arguments, options, room.
 *
 * check    refuses or warns, and writes no output; what compute needs of it goes into kept
 * compute  writes row i of the outputs; SKPI_OK, or a failure or warning that check could not know
 * fail     writes NaN or SKPI_NONE into row i of the outputs
 */
typedef struct skpi__rows_steps {
    size_t kept; /* bytes a row that check leaves to compute; 0: none, and kept is NULL */
    skpi_status (*check)(skpi__at at, const void *call, size_t i, void *kept);
    skpi_status (*compute)(skpi__at at, const void *call, size_t i, void *kept);
    void (*fail)(const void *call, size_t i);
} skpi__rows_steps;

/* Room for what is kept, or ENOMEM in words, named as r->count. */
skpi_status skpi__rows_keep(const skpi__rows *r, size_t bytes, char **kept);

/* Check every row, then compute those that are good.  Inline, so that constant steps cost no call. */
static inline skpi_status skpi__rows_run(skpi__rows *r, const skpi__rows_steps *steps, const void *call)
{
    char *kept = NULL;
    skpi_status s = steps->kept ? skpi__rows_keep(r, steps->kept, &kept) : SKPI_OK;
    for (size_t i = 0; i < r->n && !s; i++) {
        const skpi_status row = steps->check(skpi__row_at(r, i), call, i, kept ? kept + i * steps->kept : NULL);
        if (row)
            s = skpi__row(r, i, row);
        else if (r->status)
            r->status[i] = SKPI_OK;
    }
    for (size_t i = 0; i < r->n && !s; i++) {
        if (skpi__row_good(r, i)) {
            const skpi_status row = steps->compute(skpi__row_at(r, i), call, i, kept ? kept + i * steps->kept : NULL);
            if (row) s = skpi__row_again(r, i, row);
        }
        if (!skpi__row_good(r, i)) steps->fail(call, i);
    }
    free(kept);
    return s ? s : skpi__rows_end(r);
}

/* Outputs; NULL is one that is not wanted. */
static inline void skpi__set(double *out, size_t i, double value)
{
    if (out) out[i] = value;
}
static inline void skpi__set_int(int32_t *out, size_t i, int32_t value)
{
    if (out) out[i] = value;
}
void skpi__set_nan(double *out, size_t n);                            /* a row that failed */
static inline void skpi__set_nan_row(double *out, size_t i, size_t m) /* row i of m columns */
{
    if (out) skpi__set_nan(out + i * m, m);
}

/* An array of n values (n x m in the second form) was given: EINVAL if it is NULL and not empty, ENOMEM if no memory
 * could hold it.  Element sizes beyond a double are the caller's: m = columns x sizeof / 8. */
skpi_status skpi__rows_array(const skpi__rows *r, const char *name, const void *array);
skpi_status skpi__rows_matrix(const skpi__rows *r, const char *name, const void *array, size_t m);
/* The same outside rows. */
skpi_status skpi__array(skpi__at at, const char *name, const void *array, size_t n, size_t m);
/* An output that may be NULL: only its size is checked. */
skpi_status skpi__array_size(skpi__at at, const char *name, size_t n, size_t m);

#endif
