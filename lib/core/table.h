/* Tables and the meaning of their figures.
 *
 * SKPI__TABLE(at, gdp, &copy) reads and checks the frame of a table: the struct itself, n and m at least 1 (ENODATA),
 * pointers (EINVAL), sizes (ENOMEM), allowed and increasing years (ERANGE, ENOTSORTED, EDUPLICATE), and the struct of
 * the basis.  The caller checks the values, because the allowed values depend on the quantity.
 */
#ifndef SKPI_CORE_TABLE_H
#define SKPI_CORE_TABLE_H
#include "core/basis.h"
#include "core/struct.h"

typedef struct skpi__table_names {
    const char *self, *size, *flags, *n, *m, *year, *value, *basis;
} skpi__table_names;

skpi_status skpi__table(skpi__at at, const skpi__table_names *names, const skpi_table *given, skpi_table *copy);
/* Equal n, m and years, else EINCONSISTENT; the failure names b. */
skpi_status skpi__same_axes(skpi__at at, const skpi__table_names *names_a, const skpi_table *a,
                            const skpi__table_names *names_b, const skpi_table *b);

#define SKPI__TABLE_NAMES(x)                                                                                  \
    (&(const skpi__table_names){#x, #x "->size", #x "->flags", #x "->n", #x "->m", #x "->year", #x "->value", \
                                #x "->basis"})
#define SKPI__TABLE(at, x, copy) skpi__table((at), SKPI__TABLE_NAMES(x), (x), (copy))

#endif
