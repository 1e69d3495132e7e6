/* The urban share: the record, three projections with a range, what others publish, and what an earlier record projected.
 * Years are the middle of a year, as in the tables of the United Nations. */
#ifndef OUTLOOK_URBAN_H
#define OUTLOOK_URBAN_H
#include "report.h"
#include "history.h"
#include "../common/cells.h"

enum { URBAN_LARGE_THOUSAND = 2000 }; /* inhabitants from which on a place is large, in thousands */

typedef struct urban_year {
    int32_t year;
    double share;                            /* observed, or by the cautious method */
    double low, high, recursion, converging; /* NaN = observed, or none */
    double urban, rural;                     /* thousands; NaN = no population */
    int observed, beyond;                    /* beyond: the range's calibrated horizon */
    const char *people;                      /* kind of the population: observed, ..., interpolated; may be empty */
} urban_year;

typedef struct urban_other { /* one figure of urban_observed.csv */
    size_t row;
    double date, share;
    double projected, low, high; /* at that date; NaN = not after the record, or after the projection */
} urban_other;

typedef struct urban_past { /* one year after the earlier record */
    int32_t year;
    double projected, found;        /* found: by the record of today */
    double low, high;               /* by errors between revisions of records */
    double record_low, record_high; /* by errors within one record */
} urban_past;

typedef struct urban {
    history history, earlier, population; /* without rows where there is no table */
    const char *definition;
    int32_t last;
    double last_share;
    int weak; /* the record is too short or too fast for a projection that one may rely on */
    urban_year *year;
    size_t years;
    urban_other *other;
    size_t others;
    urban_past *past;
    size_t pasts;
    double revised; /* the share of the earlier record's last year by the record of today; NaN = unknown */
} urban;

void urban_compute(urban *u, const tables *in);
void urban_report(const urban *u, const tables *in, report_section *s);
void urban_release(urban *u);
double urban_thousand(const urban *u, int32_t year); /* urban population; NaN = not known */

/* urban_past.c */
void urban_past_compute(urban *u, const tables *in);
void urban_past_report(const urban *u, const tables *in, report_section *s);
/* urban_others.c */
void urban_others_compute(urban *u, const tables *in);
void urban_others_report(const urban *u, const tables *in, report_section *s);
/* urban_range.c: the 80 % range of n years of shares that are projected from last, by one of the library's tables of errors
 * (enum skpi_urban_error_source); beyond: NULL = not wanted */
void urban_range(const cell *cells, int32_t source, int32_t last, int32_t first, size_t n, const double *share,
                 double *low, double *high, int *beyond);

#endif
