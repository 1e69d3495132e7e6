/* The digital economy: its share of GDP by definition; input-output tables; capital and prices; change.
 * Shares are fractions. */
#ifndef SMARTKPI_DIGITAL_H
#define SMARTKPI_DIGITAL_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_digital_definition {
    SKPI_DIGITAL_DIRECT = 201, SKPI_DIGITAL_COEFFICIENT = 202, SKPI_DIGITAL_NBS_CORE = 203, SKPI_DIGITAL_CAICT = 204,
    SKPI_DIGITAL_SATELLITE = 205, SKPI_DIGITAL_ADB = 206, SKPI_DIGITAL_OECD = 207,
    SKPI_DIGITAL_OTHER = 208 /* stated by its source, under no definition above */
};
SKPI_API const char *skpi_digital_definition_name(int32_t definition); /* "NBS core"; NULL = no such definition */

/* Shares n x m of two tables on the same axes; a missing value gives a missing share.  basis may be NULL. */
SKPI_API skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share,
                                        skpi_basis *basis, int32_t *status /* n */);

/* Several definitions side by side, for the same places and years: each with the GDP of its own vintage. */
typedef struct skpi_digital_compare_out {
    uint32_t size, flags;
    double *share;       /* k x n x m; NaN = missing */
    int32_t *definition; /* k */
    double *low, *high;  /* n x m: the smallest and the largest definition; NaN = none known */
} skpi_digital_compare_out;
SKPI_API skpi_status skpi_digital_compare(size_t k, const skpi_table *const *digital, const skpi_table *const *gdp,
                                          skpi_digital_compare_out *out, int32_t *status /* k */);

typedef struct skpi_digital_coefficient_out {
    uint32_t size, flags;
    double *share, *error, *low, *high; /* n places each; low, high at the level asked for, not clipped to [0,1] */
} skpi_digital_coefficient_out;
/* value_added, coefficient, coefficient_error: n x sectors; weight: n x sectors, NULL = 1; coefficient_error NULL = 0;
 * correlation: common to all pairs of coefficients of a place; level: of the interval, 0 = 0.95. */
SKPI_API skpi_status skpi_digital_coefficient(size_t n, size_t sectors, const double *value_added, const double *weight,
                                              const double *coefficient, const double *coefficient_error,
                                              double correlation, const double *gdp, double level,
                                              skpi_digital_coefficient_out *out, int32_t *status);

/* Quantiles of the same share with independent coefficients of Beta distributions (n x n_prob), without draws. */
SKPI_API skpi_status skpi_digital_coefficient_quantile(size_t n, size_t sectors, const double *value_added,
                                                       const double *weight, const double *coefficient,
                                                       const double *coefficient_error, const double *gdp,
                                                       size_t n_prob, const double *prob, double *quantile,
                                                       int32_t *status);

typedef struct skpi_digital_iotable skpi_digital_iotable; /* an input-output table, below */
/* One place and year by every definition that the inputs allow; those that are not given are absent. */
typedef struct skpi_digital_inputs {
    uint32_t size, flags;
    double gdp;              /* below all but SATELLITE and ADB, whose tables have their own */
    double correlation;      /* between any two coefficients */
    const skpi_basis *basis; /* what all the money means, its definition 0; NULL = unstated */
    size_t sectors;
    const double *value_added; /* sectors */
    const int32_t *digital;    /* sectors: 1 = digital -> DIRECT */
    const double *weight, *coefficient, *coefficient_error; /* sectors -> COEFFICIENT; NULL weight = 1, error = 0 */
    size_t industries, commodities;
    const double *make, *commodity_share; /* industries x commodities; commodities, fractions -> SATELLITE */
    const double *industry_value_added;   /* industries */
    const skpi_digital_iotable *table;
    const int32_t *table_digital; /* its sectors: 1 = digital -> ADB */
    size_t core_parts;
    const double *core; /* core_parts: categories 01 to 04, or their sum -> NBS_CORE */
    size_t broad_parts;
    const double *broad; /* broad_parts: digital industrialisation, industrial digitalisation -> CAICT */
    size_t oecd_parts;
    const double *oecd; /* oecd_parts: digital industries of digital supply and use tables -> OECD */
} skpi_digital_inputs;
enum skpi_digital_room { SKPI_DIGITAL_DEFINITIONS = 7 }; /* DIRECT to OECD, in the order of the enum */
typedef struct skpi_digital_definitions_out {
    uint32_t size, flags;
    int32_t *definition;         /* 7; SKPI_NONE = not given */
    double *value, *gdp, *share; /* 7 each: money, the GDP below it, their quotient; NaN = not given */
    double *error;               /* 7: standard error of the share; NaN = none known */
    double *published, *share_published; /* 1 each: ADB with its double count as published; NaN = not given */
    double *low, *high;                  /* 1 each: smallest and largest share */
    int32_t *count;                      /* 1: definitions computed */
    skpi_basis *basis;                   /* what the money means */
} skpi_digital_definitions_out;
SKPI_API skpi_status skpi_digital_definitions(const skpi_digital_inputs *inputs, skpi_digital_definitions_out *out);

/* A total from its parts: NBS core from categories 01-04, CAICT broad from its two parts.  All tables on the axes of the
 * first; NaN = missing; their bases must agree. */
typedef struct skpi_digital_total_out {
    uint32_t size, flags;
    double *total;      /* n x m: sum of the parts */
    double *difference; /* n x m: total less the stated one; NaN = none stated */
    double *mix;        /* k x n x m: parts over total; NaN where that is 0 */
    skpi_basis *basis;  /* what the totals mean */
} skpi_digital_total_out;
/* stated: the published total, NULL = none; digit: one unit of the last digit printed, 0 = exact. */
SKPI_API skpi_status skpi_digital_total(size_t k, const skpi_table *const *part, const skpi_table *stated, double digit,
                                        skpi_digital_total_out *out, int32_t *status /* n */);

/* Do the parts of digital supply and use tables add up to the ordinary ones, cell by cell? */
enum skpi_digital_label {
    SKPI_DIGITAL_ADDS_UP = 1, SKPI_DIGITAL_FAILS = 2, SKPI_DIGITAL_IMPLIED = 3 /* one figure follows from the others */,
    SKPI_DIGITAL_UNKNOWN = 4
};
typedef struct skpi_digital_oecd_out {
    uint32_t size, flags;
    int32_t *label;   /* cells */
    double *residual; /* cells: sum of the parts less the ordinary figure; NaN = a figure is missing */
    double *implied;  /* cells: the figure that is missing; NaN = none, or more than one */
    int32_t *count;   /* 4: cells of each label */
} skpi_digital_oecd_out;
/* ordinary: cells; part: parts of any of them, cell: whose, 0 = the first; NaN = missing; tolerance: of each part. */
SKPI_API skpi_status skpi_digital_oecd_check(size_t cells, const double *ordinary, size_t parts, const double *part,
                                             const int32_t *cell, double tolerance, skpi_digital_oecd_out *out);

/* Name of a class of the Statistical Classification of the Digital Economy 2021, "01" to "05", "0101" to "0509": in
 * English, or official = 1, in Chinese (UTF-8).  Core are 01 to 04.  Static string; NULL = no such class. */
SKPI_API const char *skpi_digital_nbs_class(const char *code, int32_t official);

/* Two series of unlike meaning joined by a linking factor. */
enum skpi_digital_splice_method {
    SKPI_DIGITAL_SPLICE_FIRST = 1, SKPI_DIGITAL_SPLICE_LAST = 2, /* newer over older in that year known to both */
    SKPI_DIGITAL_SPLICE_SUMS = 3,      /* the quotient of the sums over all such years */
    SKPI_DIGITAL_SPLICE_DIFFERENCE = 4 /* newer less older in the first: added, growth is not kept */
};
enum skpi_digital_splice_flag { SKPI_DIGITAL_SPLICE_SHARES = 1 }; /* figures are fractions in [0,1] */
typedef struct skpi_digital_splice_options {
    uint32_t size, flags; /* flags: SKPI_DIGITAL_SPLICE_SHARES or 0 */
    int32_t method;       /* 0: SKPI_DIGITAL_SPLICE_FIRST */
    int32_t zero;         /* 0 */
} skpi_digital_splice_options;
typedef struct skpi_digital_splice_out {
    uint32_t size, flags;
    double *value;        /* n x m: newer, else older linked; NaN = neither is known */
    int32_t *linked;      /* n x m: 1 = older linked */
    double *factor;       /* n: the linking factor, or difference */
    double *low, *high;   /* n: range of newer over older; NaN = none */
    int32_t *overlap;     /* n: years known to both */
    skpi_basis *basis;    /* that of newer, with the flag SKPI_BASIS_LINKED */
} skpi_digital_splice_out;
SKPI_API skpi_status skpi_digital_splice(const skpi_table *older, const skpi_table *newer,
                                         const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                         int32_t *status);

/* Satellite account: the digital share of each commodity, given to the industries by what they make. */
typedef struct skpi_digital_satellite_out {
    uint32_t size, flags;
    double *ratio, *digital;     /* industries: digital part of their output; value added that goes with it */
    double *total, *gdp, *share; /* 1 each: sum of digital, of value added, their quotient */
} skpi_digital_satellite_out;
/* make: industries x commodities; commodity_share: fractions; value_added: of each industry, money. */
SKPI_API skpi_status skpi_digital_satellite(size_t industries, size_t commodities, const double *make,
                                            const double *commodity_share, const double *value_added,
                                            skpi_digital_satellite_out *out);

/* City tables: regional input coefficients by location quotients of employment. */
enum skpi_digital_quotient {
    SKPI_DIGITAL_SLQ = 1, SKPI_DIGITAL_CILQ = 2, SKPI_DIGITAL_FLQ = 3, SKPI_DIGITAL_AFLQ = 4
};
typedef struct skpi_digital_regional_out {
    uint32_t size, flags;
    double *coefficient; /* n x n: min(1, quotient) times the national one */
    double *quotient;    /* n x n, before the cap; may be infinite */
    double *slq;         /* n: NaN for an industry without jobs in the nation */
    double *factor;      /* 1: lambda, the factor for the city's size; 1 for SLQ and CILQ */
} skpi_digital_regional_out;
/* coefficient: n x n national, row sells to column; city, nation: jobs, n each; delta: of FLQ and AFLQ, else 0. */
SKPI_API skpi_status skpi_digital_regional(size_t n, const double *coefficient, const double *city,
                                           const double *nation, int32_t quotient, double delta,
                                           skpi_digital_regional_out *out);

/* A table brought to given row and column totals. */
enum skpi_digital_scaling { SKPI_DIGITAL_RAS = 1, SKPI_DIGITAL_GRAS = 2 /* negative cells too */ };
typedef struct skpi_digital_ras_options {
    uint32_t size, flags;
    int32_t scaling;    /* 0: SKPI_DIGITAL_RAS */
    int32_t iterations; /* at most; 0: 1000 */
    double tolerance;   /* largest miss of a row over the largest row total; 0: 1e-12 */
} skpi_digital_ras_options;
typedef struct skpi_digital_ras_out {
    uint32_t size, flags;
    double *cell;        /* rows x columns */
    double *residual;    /* 1: largest miss of a row total over the largest row total */
    int32_t *iterations; /* 1: made */
} skpi_digital_ras_out;
SKPI_API skpi_status skpi_digital_ras(size_t rows, size_t columns, const double *start, const double *row_total,
                                      const double *column_total, const skpi_digital_ras_options *options,
                                      skpi_digital_ras_out *out);

/* Supply and use tables made into an input-output table of industries: fixed product sales structure, model D. */
typedef struct skpi_digital_supply_use {
    uint32_t size, flags;
    size_t industries, commodities, categories; /* categories of final use */
    const double *make;         /* industries x commodities */
    const double *use;          /* commodities x industries, domestic, basic prices */
    const double *final_use;    /* commodities x categories */
    const double *other_inputs; /* industries: imports, taxes less subsidies on products; NULL = 0 */
} skpi_digital_supply_use;
typedef struct skpi_digital_supply_use_out {
    uint32_t size, flags;
    double *flows;        /* industries x industries */
    double *final_use;    /* industries x categories */
    double *final_demand; /* industries: its row sums */
    double *output, *value_added; /* industries */
    double *market_share; /* industries x commodities: who makes a commodity */
} skpi_digital_supply_use_out;
/* tolerance: of the balance of each commodity, over the largest output of one; 0: 1e-9. */
SKPI_API skpi_status skpi_digital_from_supply_use(const skpi_digital_supply_use *source, double tolerance,
                                                  skpi_digital_supply_use_out *out);

/* Input-output table: factored once, shared by many solves. */
typedef struct skpi_digital_iotable_source {
    uint32_t size, flags;
    size_t n;
    const double *flows;        /* n x n domestic flows, row sells to column */
    const double *output, *value_added, *final_demand; /* n each */
    const double *investment;   /* n: share of final demand that digital industries buy as fixed investment; NULL = 0 */
    const double *jobs;         /* n: people employed; NULL = unknown */
} skpi_digital_iotable_source;
typedef struct skpi_digital_check_out {
    uint32_t size, flags;
    int32_t *total_row, *total_column; /* n each: 1 = looks like a total of the others */
    double *imbalance;                 /* n: (flows sold + final demand - output) / output */
    double *spectral_radius;           /* 1: of the input coefficients */
    double *condition;                 /* 1: of I - A in the 1-norm */
    double *unit_slip;                 /* 1: power of ten that brings value added in line with output, 0 = none */
    double *flow_slip;                 /* 1: power of ten that brings flows in line with output less final demand */
} skpi_digital_check_out;
SKPI_API skpi_status skpi_digital_iotable_check(const skpi_digital_iotable_source *source, skpi_digital_check_out *out);
SKPI_API skpi_status skpi_digital_iotable_new(const skpi_digital_iotable_source *source, skpi_digital_iotable **table);
SKPI_API void skpi_digital_iotable_free(skpi_digital_iotable *table);
/* Leontief: output for k final demands, k x n each. */
SKPI_API skpi_status skpi_digital_iotable_solve(const skpi_digital_iotable *table, size_t k, const double *demand,
                                                double *output);
/* Ghosh: output for k vectors of primary inputs (value added and imports), k x n each. */
SKPI_API skpi_status skpi_digital_iotable_supply(const skpi_digital_iotable *table, size_t k, const double *primary,
                                                 double *output);
typedef struct skpi_digital_impact_out {
    uint32_t size, flags;
    double *output, *value_added, *jobs;                   /* k x n each: of every sector */
    double *total_output, *total_value_added, *total_jobs; /* k each */
} skpi_digital_impact_out;
/* What k final demands (k x n) need, directly and indirectly; jobs only of a table that was given jobs. */
SKPI_API skpi_status skpi_digital_iotable_impact(const skpi_digital_iotable *table, size_t k, const double *demand,
                                                 skpi_digital_impact_out *out);
typedef struct skpi_digital_linkages_out {
    uint32_t size, flags;
    /* n values each, of sector j's purchases (columns) or sector i's sales (rows); NaN = there is none */
    double *backward_direct, *backward_total, *power, *power_cv;            /* columns of A and L */
    double *forward_direct, *forward_total, *sensitivity, *sensitivity_cv;  /* rows of A and L */
    double *ghosh_direct, *ghosh_total;                                     /* rows of B and G */
    double *multiplier_output, *multiplier_value_added, *multiplier_jobs;   /* in a unit of final demand: 1'L, v'L, w'L */
    double *type1_value_added, *type1_jobs;                                 /* v'L / v, w'L / w */
} skpi_digital_linkages_out;
SKPI_API skpi_status skpi_digital_iotable_linkages(const skpi_digital_iotable *table, skpi_digital_linkages_out *out);
/* Leontief inverse L, n x n: rarely needed, the functions above solve. */
SKPI_API skpi_status skpi_digital_iotable_inverse(const skpi_digital_iotable *table, double *inverse);
/* M = diag(v) L diag(y), n x n: value added of the row in final demand for the column. */
SKPI_API skpi_status skpi_digital_iotable_embodied(const skpi_digital_iotable *table, double *embodied);
typedef struct skpi_digital_adb_out {
    uint32_t size, flags;
    /* 1 value each, money of the table: terms of the ADB framework; published and exact are the sums by the two
     * double-count terms, their shares are those over gdp */
    double *gdp, *direct, *backward, *forward, *double_count, *double_count_exact, *investment, *published, *exact;
    double *share_direct, *share_published, *share_exact;
} skpi_digital_adb_out;
/* digital: n flags, 1 = digital sector. */
SKPI_API skpi_status skpi_digital_iotable_share(const skpi_digital_iotable *table, const int32_t *digital,
                                                skpi_digital_adb_out *out);

/* Capital and prices. */
enum skpi_digital_profile {
    SKPI_DIGITAL_PROFILE_SURVIVAL = 1, /* of an asset of mean life, times the part of assets not yet retired */
    SKPI_DIGITAL_PROFILE_COHORT = 2,   /* the mean over assets that each have their own life */
    SKPI_DIGITAL_PROFILE_GEOMETRIC = 3 /* at the rate 2/life a year */
};
/* Part of the services of a new asset that is left at ages 0, 1 ... (n x ages); life in years, beta at most 1 and NULL =
 * 0.5 (n each). */
SKPI_API skpi_status skpi_digital_age_efficiency(size_t n, size_t ages, const double *life, const double *beta,
                                                 int32_t profile, double *efficiency, int32_t *status);
typedef struct skpi_digital_capital_options {
    uint32_t size, flags;
    double life_spread; /* other lives: life x (1 -+ this), in (0,1); 0 = 2/7 */
    double beta_spread; /* other betas: beta -+ this, 1 at most; 0 = 0.25 */
    int32_t profile;    /* enum skpi_digital_profile, 0 = cohort */
    int32_t zero;       /* 0 */
} skpi_digital_capital_options;
typedef struct skpi_digital_capital_out {
    uint32_t size, flags;
    double *stock;                /* n x m */
    double *life_low, *life_high; /* n x m: the stock if lives are shorter, longer */
    double *beta_low, *beta_high; /* n x m: the stock if beta is lower, higher */
    int32_t *complete;            /* n: first year whose stock lacks no earlier investment; SKPI_NONE = none */
} skpi_digital_capital_out;
/* Perpetual inventory.  investment: constant prices, every year, NaN = missing; life, beta as above. */
SKPI_API skpi_status skpi_digital_capital(const skpi_table *investment, const double *life, const double *beta,
                                          const skpi_digital_capital_options *options, skpi_digital_capital_out *out,
                                          int32_t *status);
/* price n x (steps + 1), rate of return a year n x steps, depreciation n -> cost n x steps. */
SKPI_API skpi_status skpi_digital_user_cost(size_t n, size_t steps, const double *price, const double *rate,
                                            const double *depreciation, double *cost, int32_t *status);
/* Log points of growth, n x steps, from shares and quantities n x (steps + 1); NaN = missing. */
SKPI_API skpi_status skpi_digital_contribution(size_t n, size_t steps, const double *share, const double *quantity,
                                               double *contribution, int32_t *status);
enum skpi_digital_index {
    SKPI_DIGITAL_LASPEYRES = 1, SKPI_DIGITAL_PAASCHE = 2, SKPI_DIGITAL_FISHER = 3, SKPI_DIGITAL_TORNQVIST = 4
};
/* value, price n x k goods x m years -> chained indices n x m, 1 in the first year; NULL = not wanted. */
SKPI_API skpi_status skpi_digital_chain_index(size_t n, size_t k, size_t m, const double *value, const double *price,
                                              int32_t form, double *quantity, double *price_index, int32_t *status);
enum skpi_digital_deflation {
    SKPI_DIGITAL_DEFLATION_DOUBLE = 1,   /* output and input each by its own price */
    SKPI_DIGITAL_DEFLATION_SINGLE = 2,   /* value added by the price of output */
    SKPI_DIGITAL_DEFLATION_TORNQVIST = 3 /* an index, 1 in the first year; never negative */
};
/* All n x m; real and deflator NULL = not wanted. */
SKPI_API skpi_status skpi_digital_double_deflation(size_t n, size_t m, const double *output, const double *output_price,
                                                   const double *input, const double *input_price, int32_t form,
                                                   double *real, double *deflator, int32_t *status);

/* Change.  From each year of the tables to the next: n x (m - 1) fractions. */
typedef struct skpi_digital_change_out {
    uint32_t size, flags;
    double *points;       /* of the growth of GDP */
    double *rate;         /* part of the change of GDP */
    double *share_change; /* of digital/gdp */
} skpi_digital_change_out;
SKPI_API skpi_status skpi_digital_change(const skpi_table *digital, const skpi_table *gdp, skpi_digital_change_out *out,
                                         int32_t *status);
typedef struct skpi_digital_shift_share_out {
    uint32_t size, flags;
    double *national, *mix, *local;   /* n x sectors: they add to city1 - city0 */
    double *competitive, *allocation; /* n x sectors: they add to local */
} skpi_digital_shift_share_out;
/* city0, city1: n x sectors; nation0, nation1: sectors. */
SKPI_API skpi_status skpi_digital_shift_share(size_t n, size_t sectors, const double *city0, const double *city1,
                                              const double *nation0, const double *nation1,
                                              skpi_digital_shift_share_out *out, int32_t *status);
enum skpi_digital_split { SKPI_DIGITAL_MIDPOINT = 1, SKPI_DIGITAL_BASE_YEAR = 2 };
typedef struct skpi_digital_within_between_out {
    uint32_t size, flags;
    double *change, *within, *between, *interaction; /* n x sectors; the last three add to change */
} skpi_digital_within_between_out;
/* value_added and digital share of each industry at two dates, n x sectors. */
SKPI_API skpi_status skpi_digital_within_between(size_t n, size_t sectors, const double *value_added0,
                                                 const double *value_added1, const double *share0, const double *share1,
                                                 int32_t form, skpi_digital_within_between_out *out, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
