/* The verdict: whether the CO2 has peaked, whether the goal for CO2 per GDP is being met, and why (verdict_why.c).
 * Emissions are in the unit of carbon_kaya.csv, CO2 per GDP in grams per unit of its currency. */
#ifndef OUTLOOK_VERDICT_H
#define OUTLOOK_VERDICT_H
#include "carbon.h"

enum { FACTORS = 4 }; /* population, GDP a head, energy per GDP, CO2 per energy; then their sum */

typedef struct verdict_row { /* NaN = none */
    int32_t year;
    double emission, intensity;
    double way_intensity, way_emission; /* on the target path */
    double change[FACTORS + 1];         /* since the first year, chained, by factor */
    double gap[FACTORS + 1];            /* excess over the target path, by factor */
    int observed;
} verdict_row;

typedef struct track { /* progress to a target: cuts a year in its unit, or compound */
    int32_t verdict, used;
    double required, achieved, required_compound, achieved_compound, ratio, ratio_compound, crossing, crossing_compound,
        overshoot;
} track;

typedef struct allowance { /* a goal whose base year is not known yet */
    size_t row;            /* of carbon_goals.csv */
    int32_t base_year, target_year;
    double cut, growth, change; /* what it allows: emission of the target year over that of the base year, less 1 */
} allowance;

typedef struct verdict {
    verdict_row *row;
    size_t rows;
    int32_t first_year, last_year;
    co2_unit unit;
    const char *currency;
    char money_words[40]; /* "USD of 2015" */
    /* the goal, and what is assumed with it */
    int32_t base_year, target_year, peak_before, window;
    double cut, growth, part[3]; /* part of energy per GDP: assumed, low, high */
    /* peaked? */
    int32_t peaked, peak_year, since, used;
    double peak, below, p, slope, recent_p, recent_slope; /* since the peak, and in the window */
    /* CO2 per GDP */
    double target, done, cut_so_far, cut_required, allowed, flat_growth;
    track by_gdp[2]; /* by the window's trend, and by that of its later half */
    /* the path of the carbon section in the goal's year; growth of GDP at which the goal allows that level */
    double path_then, path_growth;
    track by_path;
    /* why */
    double ends[FACTORS], gap[3][FACTORS + 1]; /* from end to end; in the last year by part */
    double part_so_far;                        /* of energy per GDP, in what was cut since the base year */
    double beyond;                             /* since the base year */
    allowance *allowance;
    size_t allowances;
} verdict;

/* path: NULL = there is none */
void verdict_compute(verdict *v, const tables *in, const carbon *path);
void verdict_report(const verdict *v, const tables *in, const carbon *path, report_section *s);
void verdict_release(verdict *v);

typedef struct kaya {
    size_t n, base; /* years; the base year's position */
    int32_t *year;
    double *population, *gdp, *energy, *emission;
    double *intensity, *factor; /* n x 4 */
    size_t column[4];           /* of carbon_kaya.csv */
} kaya;

/* verdict_kaya.c */
kaya kaya_read(verdict *v, const tables *in);
void kaya_release(kaya *k);
void kaya_tell(const kaya *k, const tables *in, skpi_status s); /* what the library says about all years */

/* verdict_goal.c */
void goal_read(verdict *v, kaya *k, const tables *in);
void goal_tell(const tables *in, size_t row, skpi_status s); /* what the library says about the goal */
/* Where the goal for CO2 per GDP stands, n rows: what is known of the last year, with other dates, cuts, emissions. */
void goal_intensity(const verdict *v, const tables *in, const kaya *k, size_t n, const double *date, const double *cut,
                    const double *emission, skpi_carbon_target_intensity_out *out);
void goal_compute(verdict *v, const tables *in, const kaya *k, const carbon *path);

/* verdict_why.c */
void why_compute(verdict *v, const tables *in, const kaya *k);
void way_compute(verdict *v, const tables *in, const kaya *k);
void why_report(const verdict *v, report_section *s);

/* verdict_years.c */
void verdict_years(const verdict *v, const tables *in, report_section *s);
void verdict_figures(const verdict *v, report_section *s);

/* verdict_words.c */
const char *peak_word(int32_t found);
const char *track_word(int32_t found);
/* A chance as it is written; what is smaller than its digits show is told as a bound. */
const char *chance_word(double p);

#endif
