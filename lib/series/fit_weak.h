/* Fits that cannot know what they are asked for: one rule for every model and every module that fits one. */
#ifndef SKPI_SERIES_FIT_WEAK_H
#define SKPI_SERIES_FIT_WEAK_H
#include "series/fit_rules.h"

/* Whether the fit of n values y, fit->model's, is SKPI_WWEAKFIT. */
int skpi__fit_is_weak(const skpi__fit_rules *rules, size_t n, const double *y, const skpi__fit *fit);

#endif
