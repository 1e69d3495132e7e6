/* A function over rows: one table says what it takes and gives, and R's side reads it. */
#ifndef SMARTKPI_R_ROWS_H
#define SMARTKPI_R_ROWS_H
#include <smartkpi.h>

enum { ROWS_ARGUMENTS = 20, ROWS_RESULTS = 7 };

/* A part of the rows of a call.  An argument is a column, which begins at the part, or one number. */
typedef struct rows {
    size_t n;
    const double *number[ROWS_ARGUMENTS];
    const int32_t *whole[ROWS_ARGUMENTS];
    double one[ROWS_ARGUMENTS];
    int32_t one_whole[ROWS_ARGUMENTS];
    double *result[ROWS_RESULTS];
    int32_t *result_whole[ROWS_RESULTS];
    int32_t *status; /* NULL: the first bad row fails the call */
} rows;

/* In arguments "d" is a column of numbers and "i" one of whole numbers; "D" and "I" are columns that may be NULL.  "x"
 * is one number, "w" a whole one, and "y" the number of years, which is the width of the results.  In results "d" and
 * "i" are columns, and "D" are numbers in rows of that width; without "y" it is `width`. */
typedef struct rows_function {
    const char *name, *arguments, *results;
    int width;
    const char *const *result_names;
    skpi_status (*run)(const rows *r);
} rows_function;

extern const rows_function rows_functions[];
const rows_function *rows_find(const char *name);

#endif
