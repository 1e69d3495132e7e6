/* The digital economy: each published figure, its share in the GDP of its own vintage, and the shares that the library
 * refuses. */
#ifndef OUTLOOK_DIGITAL_H
#define OUTLOOK_DIGITAL_H
#include "report.h"
#include "input_tables.h"

/* One figure: published, and over each GDP that is known for its place and year. */
typedef struct digital_row {
    size_t row; /* of digital.csv */
    const place *place;
    int32_t year;
    const char *label, *scope, *vintage, *bound, *currency;
    double value, published;       /* bn; NaN = not given */
    double gdp, share;             /* of the same vintage, and the quotient; NaN = no such GDP */
    size_t gdp_row;                /* of gdp.csv */
    int digits;                    /* significant ones of value and gdp, the fewer */
    const char *mixed_vintage;     /* a GDP of another vintage; NULL = none */
    double mixed_gdp, mixed_share; /* the quotient not to be used */
    double low, high;              /* of all definitions of this place and year; NaN = this is the only one */
} digital_row;

typedef struct digital {
    digital_row *row; /* by place and year */
    size_t rows;
} digital;

void digital_compute(digital *d, const tables *in);
void digital_report(const digital *d, const tables *in, report_section *s);
void digital_release(digital *d);
double digital_best_share(const digital_row *d); /* the quotient, or else the published share */

#endif
