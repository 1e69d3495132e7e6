/* Quantiles from the histograms of a streamed record; those of exact plans stand in quantile_exact.c. */
#ifndef SKPI_ENSEMBLE_QUANTILE_HISTOGRAM_H
#define SKPI_ENSEMBLE_QUANTILE_HISTOGRAM_H
#include "ensemble/record.h"

/* Computes n_years x n_prob quantiles of a record that has draws; work holds 2 n_prob doubles. */
void skpi__histogram_quantiles(const skpi__sizes *sizes, const skpi__record *record, size_t series, size_t place,
                               size_t n_prob, const double *prob, double *work, double *quantile);

#endif
