/* The library's own tables of forecast errors. */
#ifndef SKPI_URBAN_ERROR_SOURCE_H
#define SKPI_URBAN_ERROR_SOURCE_H
#include <smartkpi/urban.h>

/* A table of errors in logits: a row a horizon, a column a quantile. */
typedef struct skpi__error_table {
    size_t n_horizons, n_prob;
    const int32_t *horizon;
    const double *error;
    const double *prob;     /* of the columns; NULL: those that are asked for */
    const char *prob_words; /* what they are, for an error */
} skpi__error_table;

/* The table of a source (enum skpi_urban_error_source). */
const skpi__error_table *skpi__error_source(int32_t source);
/* The column of a probability, to within 1e-12; n_prob: the table has none. */
size_t skpi__error_column(const skpi__error_table *table, double prob);

#endif
