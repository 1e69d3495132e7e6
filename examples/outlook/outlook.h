/* The city outlook, its parts: input (load.c), results by calls of the library and their report (digital.c and
 * digital_report.c, investment*.c, urban.c, cities.c, carbon.c, verdict*.c, headlines.c), and how the report writes
 * numbers and paragraphs (report_text.c). */
#ifndef OUTLOOK_H
#define OUTLOOK_H
#include "../common/cells.h"
#include "../common/csv.h"
#include "../common/one_row.h"

#include <smartkpi.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BASE_YEAR = 2018,       /* of the cities: their columns are named after it */
    LAST_CITY_YEAR = 2035,  /* the UN's own table of cities ends here */
    LAST_TABLE_YEAR = 2050, /* the UN's own table of countries ends here */
    LAST_YEAR = 2060
};

typedef struct place {
    const char *key, *name, *name_zh;
    int is_city;
} place;

/* The fifteen tables, as given; texts stay theirs. */
enum table {
    PLACES,
    DIGITAL,
    GDP,
    URBAN,
    URBAN_HISTORY,
    URBAN_PUBLISHED,
    POPULATION,
    CITIES,
    CARBON,
    CARBON_HISTORY,
    CARBON_KAYA,
    CARBON_GOALS,
    INVESTMENT,
    IO_SECTORS,
    IO_FLOWS,
    TABLES
};
extern const char *const table_name[TABLES];

/* One figure of the digital economy: published, and over each GDP that is known for its place and year. */
typedef struct digital_row {
    size_t row; /* of digital.csv */
    const place *place;
    int32_t year;
    const char *label, *scope, *vintage, *bound;
    double value, published;       /* bn yuan; NaN = not given */
    double gdp, share;             /* of the same vintage, and the quotient; NaN = no such GDP */
    size_t gdp_row;                /* of gdp.csv */
    const char *mixed_vintage;     /* a GDP of another vintage; NULL = none */
    char *refused;                 /* the library's words about it */
    double mixed_gdp, mixed_share; /* the quotient not to be used */
    double low, high;              /* of all definitions of this place and year; NaN = this is the only one */
} digital_row;

typedef struct investment {
    size_t row; /* of investment.csv */
    const place *place;
    int32_t year;
    const char *bound;
    double bn, projects, gdp; /* bn yuan; NaN = not given */
} investment;

typedef struct io_table { /* an input-output table, its rows of io_sectors.csv together */
    const char *name;
    size_t first, n; /* row of its first sector, sectors */
    int knows_value, knows_jobs;
    double *flow, *output, *value, *final, *jobs, *part; /* money of the table; part: of what is bought, sums to 1 */
    skpi_economy_iotable *factored;
} io_table;

typedef struct impact { /* of one investment by one table, bn yuan by sector; jobs in a unit of their own */
    double *bought, *output, *value, *jobs, all_output, all_value, all_jobs, direct_jobs, digital_value;
} impact;

typedef struct year_row { /* urban share, one year */
    int32_t year;
    double share, low, high;                /* low, high: NaN = observed */
    double converging, cautious, published; /* other methods' shares, and the UN's own; NaN = none */
    double urban, rural;                    /* thousands; NaN = no population */
    int observed, beyond;                   /* beyond: the interval's calibrated horizon */
} year_row;

typedef struct city_row { /* one city, BASE_YEAR .. LAST_CITY_YEAR */
    const place *place;
    double population[LAST_CITY_YEAR - BASE_YEAR + 1]; /* thousands, from the growth of the first year */
    double other[LAST_CITY_YEAR - BASE_YEAR + 1]; /* from the mean growth of the five years before; NaN = unknown */
    int own_first;                                /* 1: the first year's growth was given */
} city_row;

typedef struct carbon_row {
    int32_t year;
    double emission, cumulative, best, low, high; /* Gt a year, Gt from t0, degrees C; NaN = none */
    int observed;
} carbon_row;

enum { FACTORS = 4 }; /* population, GDP a head, energy per GDP, CO2 per energy; then their sum */

typedef struct verdict_row { /* NaN = none */
    int32_t year;
    double emission, intensity;         /* Mt a year; g per US$ */
    double way_intensity, way_emission; /* on the target path */
    double change[FACTORS + 1];         /* since the first year, chained, by factor; Mt a year */
    double gap[FACTORS + 1];            /* excess over the target path, by factor; Mt per year */
    int observed;
} verdict_row;

typedef struct track { /* progress to a target: cuts a year in its unit, or compound */
    int32_t verdict, used;
    double required, achieved, required_compound, achieved_compound, ratio, ratio_compound, crossing, overshoot;
} track;

typedef struct verdict {
    verdict_row *row;
    size_t rows;
    int32_t first_year, last_year;
    /* the goal, and what is assumed with it */
    int32_t base_year, target_year, peak_before, window;
    double cut, growth, part[3]; /* part of energy per GDP: assumed, low, high */
    /* peaked? */
    int32_t peaked, peak_year, since, used;
    double peak, below, p, slope, recent_p, recent_slope; /* Mt; since the peak, and in the window */
    /* CO2 per GDP */
    double target, done, cut_so_far, cut_required, allowed, flat_growth;
    track by_gdp[2]; /* by the window's trend, and by that of its later half */
    /* the path of section 3 in the goal's year: Gt; growth of GDP at which the goal allows that level */
    double path_then, path_growth;
    track by_path;
    /* why */
    double ends[FACTORS], gap[3][FACTORS + 1]; /* from end to end; in the last year by part */
    double part_so_far;                        /* of energy per GDP, in what was cut since the base year */
    double beyond;                             /* since the base year, Mt */
} verdict;

typedef struct outlook {
    csv *table[TABLES];
    place *place; /* the country first, then the cities in the file's order */
    size_t places;
    /* results */
    digital_row *digital;
    size_t digitals;
    investment *investment;
    size_t investments;
    io_table *io;
    size_t ios;
    impact *impact; /* investments x tables */
    year_row *year;
    size_t years;
    int32_t urban_last, first_shown; /* last observation; first year of history */
    city_row *city;
    size_t cities;
    double *total; /* population, thousands, from BASE_YEAR */
    size_t totals;
    const char **total_kind;
    carbon_row *path;
    size_t paths;
    double t0, e0, t_peak, e_peak, plateau, t_net_zero, residual, budget, power, low, high, sum; /* Gt, years */
    double best, cool, warm;                                                                     /* degrees C */
    double *part; /* of the budget: each city, then the rest; Gt; NULL = not shared */
    double *head; /* the populations behind it, thousands */
    double all_heads;
    int32_t share_year;
    verdict verdict;
} outlook;

/* load.c */
void load_places(outlook *o);
const place *find_place(const outlook *o, enum table t, size_t row); /* of the row's column "place", or exit 1 */
void only_country(const outlook *o, enum table t, size_t row);
/* The column year of a table of the country, which has sources and no year twice. */
size_t country_years(const outlook *o, enum table t);
/* The year of a row of it, which comes after that of the row before. */
int32_t country_year(const outlook *o, enum table t, size_t row);
size_t only_row(const outlook *o, enum table t); /* the one row of a table about the country */

/* results: each exits 1 with file:row:column when its input is wrong */
void compute_digital(outlook *o);
void compute_investment(outlook *o);
void release_investment(outlook *o);
void compute_urban(outlook *o);
void compute_cities(outlook *o);
void compute_carbon(outlook *o);
void compute_parts(outlook *o);
void compute_verdict(outlook *o);

/* the report, on standard output */
void print_headlines(const outlook *o);
void print_digital(const outlook *o);
void print_investment_impact(const outlook *o);
void print_urban(const outlook *o, int full);
void print_cities(const outlook *o, int full);
void print_carbon(const outlook *o, int full);
void print_parts(const outlook *o);
void print_verdict(const outlook *o, int full);
void print_sources(const outlook *o);

/* the CSV files */
void write_digital(const outlook *o, const char *directory);
void write_investment(const outlook *o, const char *directory);
void write_urban(const outlook *o, const char *directory);
void write_cities(const outlook *o, const char *directory);
void write_carbon(const outlook *o, const char *directory);
void write_parts(const outlook *o, const char *directory);
void write_verdict(const outlook *o, const char *directory);
void write_figures(const outlook *o, const char *directory);

/* One line of figures.csv. */
void put_figure(FILE *f, const char *key, double value, const char *text);
void verdict_figures(const outlook *o, FILE *f);
void investment_figures(const outlook *o, FILE *f);

/* report_text.c: texts made here live in a ring of 16 and are for printing at once */
const char *number(double value, int decimals);  /* "12,755.5"; "-" for NaN */
const char *trimmed(double value, int decimals); /* without the zeros at its end: "34.8" */
const char *percent(double share, int decimals);
void heading(const char *text);
void paragraph(const char *text);  /* wrapped */
int shown(int32_t year, int full); /* five-yearly, or all */

#endif
