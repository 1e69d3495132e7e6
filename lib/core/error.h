/* How a function reports a failure: a status, and the thread's last error in numbers and words.
 *
 * Words are "<function>: <name>[row][column] = <value> <what was expected>", [*][column] for a whole column, numbers in
 * the C locale whatever the host has set.  Names are static strings: argument names, "options->damping" for members,
 * "digital[i]->value" for members of the structs of an array: the row stands in the place of [i].
 */
#ifndef SKPI_CORE_ERROR_H
#define SKPI_CORE_ERROR_H
#include <smartkpi/base.h>
#include <math.h>

typedef struct skpi__at { /* where a check stands; passed by value to the checks */
    const char *function;
    int64_t row, column; /* -1 = none */
    int quiet;           /* 1: give the status, keep the words (a later bad row) */
    int warned;          /* 1: this call has told something unusual: keep the words */
} skpi__at;

static inline skpi__at skpi__here(const char *function) { return (skpi__at){function, -1, -1, 0, 0}; }
static inline skpi__at skpi__cell(skpi__at at, size_t row, size_t column)
{
    at.row = (int64_t)row;
    at.column = (int64_t)column;
    return at;
}
static inline skpi__at skpi__element(skpi__at at, size_t row)
{
    at.row = (int64_t)row;
    return at;
}
static inline skpi__at skpi__column(skpi__at at, size_t column) /* of the row where at stands, or of all */
{
    at.column = (int64_t)column;
    return at;
}
/* Element j of an array of what at stands at: its row, or its column where the row is that of a struct. */
static inline skpi__at skpi__inner(skpi__at at, size_t j)
{
    if (at.row < 0)
        at.row = (int64_t)j;
    else
        at.column = (int64_t)j;
    return at;
}

/* Record a failure and return its status.  expected knows %s %d %lld %zu %g %%: %g is the shortest form that reads
 * back to the same double. */
skpi_status skpi__fail(skpi__at at, skpi_status status, const char *name, double value, const char *expected, ...)
    __attribute__((format(printf, 5, 6)));
/* The same for an argument that has no value to show: "t1 is NULL". */
skpi_status skpi__refuse(skpi__at at, skpi_status status, const char *name, const char *what, ...)
    __attribute__((format(printf, 4, 5)));
/* What is legal and probably a slip: SKPI_WUNUSUAL, its words where no failure or warning of this call has any.
 * value: NaN if there is none to show.
 * why: "is unusual for a growth difference (percent?)". */
skpi_status skpi__warn(skpi__at at, const char *name, double value, const char *why, ...)
    __attribute__((format(printf, 4, 5)));
/* A value of so many digits, for the words: 0.29346 with two is 0.29. */
double skpi__digits(double value, int digits);
/* ENOMEM in its one wording: "n = 7 needs more memory than there is", "plan needs more memory than there is". */
skpi_status skpi__no_memory(skpi__at at, const char *name, size_t n);
skpi_status skpi__no_memory_for(skpi__at at, const char *handle);

/* Carry a failure from the thread where it happened to the one that reports it. */
enum { SKPI__WORDS = 400 };
typedef struct skpi__error_record {
    skpi_error error;
    char words[SKPI__WORDS];
} skpi__error_record;
void skpi__error_save(skpi__error_record *record);
void skpi__error_restore(const skpi__error_record *record);

#endif
