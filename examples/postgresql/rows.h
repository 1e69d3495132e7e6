/* Functions that give a row a year. */
#ifndef EXAMPLES_POSTGRESQL_ROWS_H
#define EXAMPLES_POSTGRESQL_ROWS_H
#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"

/* The state of a call.  At the first row it is made: `years` is the number of the argument that says how many rows there
 * are, and make computes all of them, in memory that lasts as long as the call. */
FuncCallContext *rows_call(FunctionCallInfo fcinfo, int years, void *(*make)(FunctionCallInfo fcinfo, size_t n));

#endif
