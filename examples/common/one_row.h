/* A table of the library with one row, for the example programs. */
#ifndef EXAMPLES_ONE_ROW_H
#define EXAMPLES_ONE_ROW_H
#include <smartkpi.h>
#include <stddef.h>

/* A table with one place and m years; basis NULL = not stated.  It points to the caller's arrays. */
static inline skpi_table one_row(size_t m, const int32_t *year, const double *value, const skpi_basis *basis)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = m, .year = year, .value = value, .basis = basis};
}

#endif
