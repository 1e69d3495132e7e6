/* A model fitted to the scores of a jury, on the scale of problem.h. */
#ifndef SKPI_AWARD_FIT_H
#define SKPI_AWARD_FIT_H
#include "award/variances.h"

typedef struct skpi__fit {
    skpi__jury jury; /* made before by skpi__jury_new */
    skpi__problem p;
    skpi__effects e;
    double variance[SKPI__VARIANCES]; /* least squares: only that of residuals, NaN without a degree of freedom */
    double freedom;
    int32_t warnings;
} skpi__fit;

/* Checks options that may be NULL, and puts their default in.  model: the argument is called model, not options. */
skpi_status skpi__fit_options(skpi__at at, int model, const skpi_award_adjust_options *given,
                              skpi_award_adjust_options *o);
skpi_status skpi__fit_run(skpi__at at, const skpi_award_adjust_options *o, skpi__fit *f);
void skpi__fit_free(skpi__fit *f); /* the jury, too */

#endif
