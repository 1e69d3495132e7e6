/* Exact quantiles of a year's draws, by selection; those of streamed records stand in quantile_histogram.c. */
#ifndef SKPI_ENSEMBLE_QUANTILE_EXACT_H
#define SKPI_ENSEMBLE_QUANTILE_EXACT_H
#include "ensemble/run.h"

/* Sets the bins of a cell, in which the draws are counted before the selection; x: the first block of draws. */
void skpi__quantile_bins(const skpi__run *run, skpi__worker *w, size_t cell, const double *x);
/* Selects the wanted order statistics of year k for each variable of a model, from its columns and counts in w. */
void skpi__quantile_select(const skpi__run *run, skpi__worker *w, size_t variables, size_t k);
/* Writes the quantiles of a series between its order statistics, which it converts into values, into the record. */
void skpi__quantile_take(const skpi__run *run, size_t series, double *statistic, skpi__record *record);

#endif
