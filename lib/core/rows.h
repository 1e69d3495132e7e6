/* A batch call over rows: the current row, the row statuses, and the status that the call returns.
 *
 * A function calls skpi__rows_begin, then skpi__rows_array for every array in the order of the signature, then
 * skpi__rows_run with the steps of a row.  All rows are checked before the first output is written.  The outputs of a
 * row that fails are NaN or SKPI_NONE.
 */
#ifndef SKPI_CORE_ROWS_H
#define SKPI_CORE_ROWS_H
#include <stdlib.h>
#include "core/error.h"

typedef struct skpi__rows {
    skpi__at at;
    size_t n;
    const char *count; /* name of the argument n; "n" unless the function sets another */
    int32_t *status;   /* NULL: the first bad row makes the call fail */
    size_t bad;        /* rows failed so far */
    int32_t warnings;  /* warnings of all rows */
    int32_t whole;     /* warnings of the call itself */
} skpi__rows;

skpi__rows skpi__rows_begin(const char *function, size_t n, int32_t *status);
/* The position of row i.  Its words are recorded only if no earlier row is bad. */
static inline skpi__at skpi__row_at(const skpi__rows *r, size_t i)
{
    skpi__at at = skpi__element(r->at, i);
    at.quiet = r->bad > 0;
    at.warned = ((r->warnings | r->whole) & SKPI_WUNUSUAL) != 0;
    return at;
}
/* Records the status of row i.  Returns a negative status only if it makes the whole call fail. */
skpi_status skpi__row(skpi__rows *r, size_t i, skpi_status status);
/* The same for a row that passed the check: a failure replaces its warnings, a warning is added to them. */
skpi_status skpi__row_again(skpi__rows *r, size_t i, skpi_status status);
static inline int skpi__row_good(const skpi__rows *r, size_t i) { return !r->status || r->status[i] >= 0; }
/* The status of the call: SKPI_WROWS if rows failed, and the warnings of the other rows. */
skpi_status skpi__rows_end(const skpi__rows *r);

/* The steps of a call for row i.  call is the function's own struct with its arguments, options and room.
 *
 * check    refuses or warns, and writes no output; it stores in kept what compute needs
 * compute  writes row i of the outputs, and may return a failure or warning that check could not know
 * fail     writes NaN or SKPI_NONE into row i of the outputs
 */
typedef struct skpi__rows_steps {
    size_t kept; /* bytes a row that check stores for compute; 0: none, and kept is NULL */
    skpi_status (*check)(skpi__at at, const void *call, size_t i, void *kept);
    skpi_status (*compute)(skpi__at at, const void *call, size_t i, void *kept);
    void (*fail)(const void *call, size_t i);
} skpi__rows_steps;

/* Allocates the room for what is kept; ENOMEM names r->count. */
skpi_status skpi__rows_keep(const skpi__rows *r, size_t bytes, char **kept);

/* Checks every row, then computes the good ones.  It is inline so that the compiler can insert constant steps. */
static inline skpi_status skpi__rows_run(skpi__rows *r, const skpi__rows_steps *steps, const void *call)
{
    char *kept = NULL;
    skpi_status s = steps->kept ? skpi__rows_keep(r, steps->kept, &kept) : SKPI_OK;
    for (size_t i = 0; i < r->n && !s; i++) {
        const skpi_status row = steps->check(skpi__row_at(r, i), call, i, steps->kept ? kept + i * steps->kept : NULL);
        if (row)
            s = skpi__row(r, i, row);
        else if (r->status)
            r->status[i] = SKPI_OK;
    }
    for (size_t i = 0; i < r->n && !s; i++) {
        if (skpi__row_good(r, i)) {
            const skpi_status row =
                steps->compute(skpi__row_at(r, i), call, i, steps->kept ? kept + i * steps->kept : NULL);
            if (row) s = skpi__row_again(r, i, row);
        }
        if (!skpi__row_good(r, i)) steps->fail(call, i);
    }
    free(kept);
    return s ? s : skpi__rows_end(r);
}

/* Writes into outputs; NULL is an output that is not wanted. */
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

/* An array of a value, or of m values, in each row: as skpi__array. */
skpi_status skpi__rows_array(const skpi__rows *r, const char *name, const void *array);
skpi_status skpi__rows_matrix(const skpi__rows *r, const char *name, const void *array, size_t m);

#endif
