/* A model's path between its years, and the budget method of harmonisation. */
#ifndef SKPI_CARBON_HARMONISE_PATH_H
#define SKPI_CARBON_HARMONISE_PATH_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__harmonise {
    size_t m;
    const int32_t *year;
    const double *model; /* m values */
    size_t first;        /* the first model year that is not before the base year */
    double base_year, base, history;
} skpi__harmonise;

/* The piecewise linear model at a date inside its years; 0 if it is no more than rounding. */
double skpi__model_at(const skpi__harmonise *h, double date);
/* The first date after the base year, where the model must be above 0, at which it is 0; NaN if there is none. */
double skpi__model_zero(const skpi__harmonise *h);
/* The integral of the model from the base year to its last year. */
double skpi__model_budget(const skpi__harmonise *h);
/* Writes the path of the budget method from the base year on.  At least one model year must be after the base year. */
void skpi__harmonise_budget(const skpi__harmonise *h, double budget, double *out);

#endif
