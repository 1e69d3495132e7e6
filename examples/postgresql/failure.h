/* What the library says, as SQL errors. */
#ifndef EXAMPLES_POSTGRESQL_FAILURE_H
#define EXAMPLES_POSTGRESQL_FAILURE_H
#include "postgres.h"

#include <smartkpi.h>

/* Ends the statement if a call failed, with the library's words, and warns if a value is unusual.  The caller must not
 * hold a handle of the library: an error jumps out of the function. */
void failure_check(skpi_status status);
/* The number of years of an axis, if it is one. */
size_t failure_years(int32 n_years);

#endif
