/* Weak fits: one rule for all models, for every module that fits them. */
#ifndef SKPI_SERIES_FIT_WEAK_H
#define SKPI_SERIES_FIT_WEAK_H
#include "series/fit_rules.h"

/* Whether the fit of fit->model to the n values y is weak (SKPI_WWEAKFIT). */
int skpi__fit_is_weak(const skpi__fit_rules *rules, size_t n, const double *y, const skpi__fit *fit);

#endif
