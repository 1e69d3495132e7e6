/* Numbers in the bytes of a result. */
#ifndef SKPI_ENSEMBLE_RESULT_FORMAT_H
#define SKPI_ENSEMBLE_RESULT_FORMAT_H

#define SKPI__MARK 0x31534e45494b5053u /* "SPKIENS1" */
enum { SKPI__FORMAT = 1, SKPI__HEAD = 5 };
enum { SKPI__AGGREGATE_NONE, SKPI__AGGREGATE_SUMS, SKPI__AGGREGATE_VALUES }; /* what an aggregate has */

#endif
