/* Common declarations of the files of the verdict. */
#ifndef OUTLOOK_VERDICT_H
#define OUTLOOK_VERDICT_H
#include "outlook.h"

typedef struct kaya {
    size_t n, base; /* years; the base year's position */
    int32_t *year;
    double *population, *gdp, *energy, *emission;
    double *intensity, *factor; /* n x 4 */
} kaya;

/* verdict.c */
void kaya_tell(const outlook *o, skpi_status s); /* what the library says about all years of carbon_kaya.csv */
/* Where the goal for CO2 per GDP stands, n rows: what is known of the last year, with other target dates, cuts, emissions. */
void goal_intensity(const outlook *o, const kaya *k, size_t n, const double *date, const double *cut,
                    const double *emission, skpi_carbon_target_intensity_out *out);

/* verdict_why.c */
void compute_why(outlook *o, const kaya *k);
void compute_way(outlook *o, const kaya *k);

/* verdict_files.c */
const char *peak_word(int32_t found);
const char *track_word(int32_t found);

#endif
