/* Tables that have every year. */
#ifndef SKPI_URBAN_ANNUAL_H
#define SKPI_URBAN_ANNUAL_H
#include "core/table.h"

/* EINCONSISTENT if a year, called name, does not follow the one before. */
static inline skpi_status skpi__urban_annual(skpi__at at, const char *name, const skpi_table *table)
{
    for (size_t j = 1; j < table->m; j++)
        if (table->year[j] != table->year[j - 1] + 1)
            return skpi__fail(skpi__element(at, j), SKPI_EINCONSISTENT, name, table->year[j],
                              "does not follow %d: the table must be annual", (int)table->year[j - 1]);
    return SKPI_OK;
}

#endif
