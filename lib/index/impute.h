/* Missing values that are filled in. */
#ifndef SKPI_INDEX_IMPUTE_H
#define SKPI_INDEX_IMPUTE_H
#include "index/columns.h"

/* Present values never change; where there is nothing to impute from, a value stays missing.  impute may be 0. */
skpi_status skpi__index_impute(skpi__at at, const skpi_index_tree *t, const int32_t *group, int32_t impute,
                               skpi__index_columns *c);

#endif
