/* The digital economy: its share of GDP by definition, totals from parts, series spliced, growth.  Shares are
 * fractions. */
#ifndef SMARTKPI_DIGITAL_H
#define SMARTKPI_DIGITAL_H
#include <smartkpi/base.h>
#include <smartkpi/economy.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_digital_definition {
    SKPI_DIGITAL_DEFINITION_DIRECT = 7101,
    SKPI_DIGITAL_DEFINITION_COEFFICIENT = 7102,
    SKPI_DIGITAL_DEFINITION_NBS_CORE = 7103,
    SKPI_DIGITAL_DEFINITION_CAICT = 7104,
    SKPI_DIGITAL_DEFINITION_SATELLITE = 7105,
    SKPI_DIGITAL_DEFINITION_ADB = 7106,
    SKPI_DIGITAL_DEFINITION_OECD = 7107,
    SKPI_DIGITAL_DEFINITION_OTHER = 7108 /* stated by its source, under no definition above */
};
SKPI_API const char *skpi_digital_definition_name(int32_t definition); /* "NBS core"; NULL = no such definition */

/* Shares n x m of two tables on the same axes; a missing value gives a missing share.  basis may be NULL. */
SKPI_CHECK skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share,
                                          skpi_basis *basis, int32_t *status /* n */);

/* Several definitions side by side, for the same places and years: each with the GDP of its own vintage. */
typedef struct skpi_digital_compare_out {
    uint32_t size, flags;
    double *share;       /* k x n x m; NaN = missing */
    int32_t *definition; /* k */
    double *low, *high;  /* n x m: the smallest and the largest definition; NaN = none known */
} skpi_digital_compare_out;
SKPI_CHECK skpi_status skpi_digital_compare(size_t k, const skpi_table *const *digital, const skpi_table *const *gdp,
                                            skpi_digital_compare_out *out, int32_t *status /* k */);

typedef struct skpi_digital_coefficient_out {
    uint32_t size, flags;
    double *share, *error, *low, *high; /* n places each; low, high at the level asked for, not clipped to [0,1] */
} skpi_digital_coefficient_out;
/* value_added, coefficient, coefficient_error: n x sectors; weight: n x sectors, NULL = 1; coefficient_error NULL = 0;
 * correlation: common to all pairs of coefficients of a place; level: of the interval, 0 = 0.95. */
SKPI_CHECK skpi_status skpi_digital_coefficient(size_t n, size_t sectors, const double *value_added,
                                                const double *weight, const double *coefficient,
                                                const double *coefficient_error, double correlation, const double *gdp,
                                                double level, skpi_digital_coefficient_out *out, int32_t *status);

/* Quantiles of the same share with independent coefficients of Beta distributions (n x n_prob), without draws. */
SKPI_CHECK skpi_status skpi_digital_coefficient_quantile(size_t n, size_t sectors, const double *value_added,
                                                         const double *weight, const double *coefficient,
                                                         const double *coefficient_error, const double *gdp,
                                                         size_t n_prob, const double *prob, double *quantile,
                                                         int32_t *status);

/* One place and year by every definition that the inputs allow; those that are not given are absent. */
typedef struct skpi_digital_definitions_in {
    uint32_t size, flags;
    double gdp;              /* below all but SATELLITE and ADB, whose tables have their own */
    double correlation;      /* between any two coefficients */
    const skpi_basis *basis; /* what all the money means, its definition 0; NULL = unstated */
    size_t sectors;
    const double *value_added;                              /* sectors */
    const int32_t *digital;                                 /* sectors: 1 = digital -> DIRECT */
    const double *weight, *coefficient, *coefficient_error; /* sectors -> COEFFICIENT; NULL weight = 1, error = 0 */
    size_t industries, commodities;
    const double *make, *commodity_share; /* industries x commodities; commodities, fractions -> SATELLITE */
    const double *industry_value_added;   /* industries */
    const skpi_economy_iotable *table;
    const int32_t *table_digital; /* its sectors: 1 = digital -> ADB */
    size_t core_parts;
    const double *core; /* core_parts: categories 01 to 04, or their sum -> NBS_CORE */
    size_t broad_parts;
    const double *broad; /* broad_parts: digital industrialisation, industrial digitalisation -> CAICT */
    size_t oecd_parts;
    const double *oecd; /* oecd_parts: digital industries of digital supply and use tables -> OECD */
} skpi_digital_definitions_in;
enum skpi_digital_room { SKPI_DIGITAL_DEFINITIONS = 7 }; /* DIRECT to OECD, in the order of the enum */
typedef struct skpi_digital_definitions_out {
    uint32_t size, flags;
    int32_t *definition;                 /* 7; SKPI_NONE = not given */
    double *value, *gdp, *share;         /* 7 each: money, the GDP below it, their quotient; NaN = not given */
    double *error;                       /* 7: standard error of the share; NaN = none known */
    double *published, *share_published; /* 1 each: ADB with its double count as published; NaN = not given */
    double *low, *high;                  /* 1 each: smallest and largest share */
    int32_t *count;                      /* 1: definitions computed */
    skpi_basis *basis;                   /* what the money means */
} skpi_digital_definitions_out;
SKPI_CHECK skpi_status skpi_digital_definitions(const skpi_digital_definitions_in *inputs,
                                                skpi_digital_definitions_out *out);

/* A total from its parts: NBS core from categories 01-04, CAICT broad from its two parts.  All tables on the axes of the
 * first; NaN = missing; their bases must agree. */
typedef struct skpi_digital_sum_of_parts_out {
    uint32_t size, flags;
    double *total;      /* n x m: sum of the parts */
    double *difference; /* n x m: total less the stated one; NaN = none stated */
    double *mix;        /* k x n x m: parts over total; NaN where that is 0 */
    skpi_basis *basis;  /* what the totals mean */
} skpi_digital_sum_of_parts_out;
/* stated: the published total, NULL = none; digit: one unit of the last digit printed, 0 = exact. */
SKPI_CHECK skpi_status skpi_digital_sum_of_parts(size_t k, const skpi_table *const *part, const skpi_table *stated,
                                                 double digit, skpi_digital_sum_of_parts_out *out,
                                                 int32_t *status /* n */);

/* Do the parts of digital supply and use tables add up to the ordinary ones, cell by cell? */
enum skpi_digital_label {
    SKPI_DIGITAL_LABEL_ADDS_UP = 7201,
    SKPI_DIGITAL_LABEL_FAILS = 7202,
    SKPI_DIGITAL_LABEL_IMPLIED = 7203 /* one figure follows from the others */,
    SKPI_DIGITAL_LABEL_UNKNOWN = 7204
};
typedef struct skpi_digital_oecd_check_out {
    uint32_t size, flags;
    int32_t *label;   /* cells */
    double *residual; /* cells: sum of the parts less the ordinary figure; NaN = a figure is missing */
    double *implied;  /* cells: the figure that is missing; NaN = none, or more than one */
    int32_t *count;   /* 4: cells of each label */
} skpi_digital_oecd_check_out;
/* ordinary: cells; part: parts of any of them, cell: whose, 0 = the first; NaN = missing; tolerance: of each part. */
SKPI_CHECK skpi_status skpi_digital_oecd_check(size_t cells, const double *ordinary, size_t parts, const double *part,
                                               const int32_t *cell, double tolerance, skpi_digital_oecd_check_out *out);

/* Name of a class of the Statistical Classification of the Digital Economy 2021, "01" to "05", "0101" to "0509": in
 * English, or official = 1, in Chinese (UTF-8).  Core are 01 to 04.  Static string; NULL = no such class. */
SKPI_API const char *skpi_digital_nbs_class_name(const char *code, int32_t official);

/* Two series of unlike meaning joined by a linking factor. */
enum skpi_digital_splice_method {
    SKPI_DIGITAL_SPLICE_METHOD_FIRST = 7301,
    SKPI_DIGITAL_SPLICE_METHOD_LAST = 7302,      /* newer over older in that year known to both */
    SKPI_DIGITAL_SPLICE_METHOD_SUMS = 7303,      /* the quotient of the sums over all such years */
    SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE = 7304 /* newer less older in the first: added, growth is not kept */
};
enum skpi_digital_splice_flag { SKPI_DIGITAL_SPLICE_FLAG_SHARES = 1 }; /* figures are fractions in [0,1] */
typedef struct skpi_digital_splice_options {
    uint32_t size, flags; /* flags: SKPI_DIGITAL_SPLICE_FLAG_SHARES or 0 */
    int32_t method;       /* 0: SKPI_DIGITAL_SPLICE_METHOD_FIRST */
    int32_t zero;         /* 0 */
} skpi_digital_splice_options;
typedef struct skpi_digital_splice_out {
    uint32_t size, flags;
    double *value;      /* n x m: newer, else older linked; NaN = neither is known */
    int32_t *linked;    /* n x m: 1 = older linked */
    double *factor;     /* n: the linking factor, or difference */
    double *low, *high; /* n: range of newer over older; NaN = none */
    int32_t *overlap;   /* n: years known to both */
    skpi_basis *basis;  /* that of newer, with the flag SKPI_BASIS_FLAG_LINKED */
} skpi_digital_splice_out;
SKPI_CHECK skpi_status skpi_digital_splice(const skpi_table *older, const skpi_table *newer,
                                           const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                           int32_t *status);

/* Satellite account: the digital share of each commodity, given to the industries by what they make. */
typedef struct skpi_digital_satellite_out {
    uint32_t size, flags;
    double *ratio, *digital;     /* industries: digital part of their output; value added that goes with it */
    double *total, *gdp, *share; /* 1 each: sum of digital, of value added, their quotient */
} skpi_digital_satellite_out;
/* make: industries x commodities; commodity_share: fractions; value_added: of each industry, money. */
SKPI_CHECK skpi_status skpi_digital_satellite(size_t industries, size_t commodities, const double *make,
                                              const double *commodity_share, const double *value_added,
                                              skpi_digital_satellite_out *out);

typedef struct skpi_digital_adb_out {
    uint32_t size, flags;
    /* 1 value each, money of the table: terms of the ADB framework; published and exact are the sums by the two
     * double-count terms, their shares are those over gdp */
    double *gdp, *direct, *backward, *forward, *double_count, *double_count_exact, *investment, *published, *exact;
    double *share_direct, *share_published, *share_exact;
} skpi_digital_adb_out;
/* digital: n flags, 1 = digital sector. */
SKPI_CHECK skpi_status skpi_digital_adb(const skpi_economy_iotable *table, const int32_t *digital,
                                        skpi_digital_adb_out *out);

/* Change.  From each year of the tables to the next: n x (m - 1) fractions. */
typedef struct skpi_digital_growth_contribution_out {
    uint32_t size, flags;
    double *points;       /* of the growth of GDP */
    double *rate;         /* part of the change of GDP */
    double *share_change; /* of digital/gdp */
} skpi_digital_growth_contribution_out;
SKPI_CHECK skpi_status skpi_digital_growth_contribution(const skpi_table *digital, const skpi_table *gdp,
                                                        skpi_digital_growth_contribution_out *out, int32_t *status);
#ifdef __cplusplus
}
#endif
#endif
