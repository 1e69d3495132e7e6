/* How a function reports a failure: a status, and the thread's last error in numbers and words.
 *
 * The words are "<function>: <name>[row][column] = <value> <what was expected>", with [*][column] for a whole column.
 * Numbers are written as in the C locale, whatever locale the host has set.  Names are static strings: the name of an
 * argument, "options->damping" for a member, "digital[i]->value" for a member of a struct in an array.  The row
 * replaces [i].
 */
#ifndef SKPI_CORE_ERROR_H
#define SKPI_CORE_ERROR_H
#include <smartkpi/base.h>
#include <math.h>

typedef struct skpi__at { /* the position of a check in the arguments; passed by value */
    const char *function;
    int64_t row, column; /* -1 = none */
    int quiet;           /* 1: return the status but keep the recorded words, which belong to an earlier bad row */
    int warned;          /* 1: this call has already warned, and a further warning keeps its words */
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
static inline skpi__at skpi__column(skpi__at at, size_t column) /* of the row of at, or of all rows */
{
    at.column = (int64_t)column;
    return at;
}
/* Element j of an array.  j becomes the row, or the column if at already has the row of a struct. */
static inline skpi__at skpi__inner(skpi__at at, size_t j)
{
    if (at.row < 0)
        at.row = (int64_t)j;
    else
        at.column = (int64_t)j;
    return at;
}

/* Records a failure and returns its status.  expected may contain %s %d %lld %zu %g %%; %g writes the shortest form
 * that reads back to the same double. */
skpi_status skpi__fail(skpi__at at, skpi_status status, const char *name, double value, const char *expected, ...)
    __attribute__((format(printf, 5, 6)));
/* The same for an argument without a value to show: "t1 is NULL". */
skpi_status skpi__refuse(skpi__at at, skpi_status status, const char *name, const char *what, ...)
    __attribute__((format(printf, 4, 5)));
/* Adds to the words of a failure what the caller calls the element: "weight[1] = -1 is negative ("air")".  Returns s; words
 * of SKPI_OK and warnings stay. */
skpi_status skpi__called(skpi__at at, skpi_status s, const char *what);
/* Warns of a value that is allowed but is probably a mistake: returns SKPI_WUNUSUAL, and records the words unless a
 * failure or warning of this call has recorded some.
 * value: NaN if there is no value to show.  why: "is unusual for a growth difference (percent?)". */
skpi_status skpi__warn(skpi__at at, const char *name, double value, const char *why, ...)
    __attribute__((format(printf, 4, 5)));
/* The value rounded to so many digits, for the words of an error: 0.29346 with two digits is 0.29. */
double skpi__digits(double value, int digits);
/* ENOMEM: "n = 7 needs more memory than there is", "plan needs more memory than there is". */
skpi_status skpi__no_memory(skpi__at at, const char *name, size_t n);
skpi_status skpi__no_memory_for(skpi__at at, const char *handle);
skpi_status skpi__no_memory_of(skpi__at at, const char *name, size_t bytes, const char *advice);

#endif
