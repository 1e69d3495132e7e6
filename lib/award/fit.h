/* A model fitted to the scores of a jury, on the scale of problem.h. */
#ifndef SKPI_AWARD_FIT_H
#define SKPI_AWARD_FIT_H
#include "award/variances.h"

typedef struct skpi__award_fit {
    skpi__award_jury jury; /* made before by skpi__award_jury_new */
    skpi__award_problem p;
    skpi__award_effects e;
    double variance[SKPI__AWARD_VARIANCES]; /* least squares: only that of residuals, NaN without a degree of freedom */
    double freedom;
    int32_t warnings;
} skpi__award_fit;

/* Checks options that may be NULL, and puts their default in.  model: the argument is called model, not options. */
skpi_status skpi__award_fit_options(skpi__at at, int model, const skpi_award_adjust_options *given,
                                    skpi_award_adjust_options *o);
/* Makes the problem, and fits the model to it; a watch that is not NULL may stop the latter: ECANCELED. */
skpi_status skpi__award_fit_begin(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f);
skpi_status skpi__award_fit_run(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f,
                                skpi__watch *watch);
void skpi__award_fit_free(skpi__award_fit *f); /* the jury, too */

#endif
