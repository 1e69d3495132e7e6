/* Economy: input-output tables, location quotients, balancing, supply and use, capital, prices, shift-share.  Shares
 * are fractions; money is in the caller's unit, one unit in a call. */
#ifndef SMARTKPI_ECONOMY_H
#define SMARTKPI_ECONOMY_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Input-output table: factored once, shared by many solves. */
typedef struct skpi_economy_iotable skpi_economy_iotable;
typedef struct skpi_economy_iotable_source {
    uint32_t size, flags;
    size_t n;
    const double *flows;                               /* n x n domestic flows, row sells to column */
    const double *output, *value_added, *final_demand; /* n each */
    const double *jobs;       /* n: people employed; NULL = unknown */
} skpi_economy_iotable_source;
typedef struct skpi_economy_iotable_source_check_out {
    uint32_t size, flags;
    int32_t *total_row, *total_column; /* n each: 1 = looks like a total of the others */
    double *imbalance;                 /* n: (flows sold + final demand - output) / output */
    double *spectral_radius;           /* 1: of the input coefficients */
    double *condition;                 /* 1: of I - A in the 1-norm */
    double *unit_slip;                 /* 1: power of ten that brings value added in line with output, 0 = none */
    double *flow_slip;                 /* 1: power of ten that brings flows in line with output less final demand */
} skpi_economy_iotable_source_check_out;
SKPI_CHECK skpi_status skpi_economy_iotable_source_check(const skpi_economy_iotable_source *source,
                                                         skpi_economy_iotable_source_check_out *out);
SKPI_CHECK skpi_status skpi_economy_iotable_new(const skpi_economy_iotable_source *source,
                                                skpi_economy_iotable **table);
SKPI_API void skpi_economy_iotable_free(skpi_economy_iotable *table);
/* Leontief: output for k final demands, k x n each. */
SKPI_CHECK skpi_status skpi_economy_iotable_leontief(const skpi_economy_iotable *table, size_t k, const double *demand,
                                                     double *output);
/* Ghosh: output for k vectors of primary inputs (value added and imports), k x n each. */
SKPI_CHECK skpi_status skpi_economy_iotable_ghosh(const skpi_economy_iotable *table, size_t k, const double *primary,
                                                  double *output);
typedef struct skpi_economy_iotable_impact_out {
    uint32_t size, flags;
    double *output, *value_added, *jobs;                   /* k x n each: of every sector */
    double *total_output, *total_value_added, *total_jobs; /* k each */
} skpi_economy_iotable_impact_out;
/* What k final demands (k x n) need, directly and indirectly; jobs only of a table that was given jobs. */
SKPI_CHECK skpi_status skpi_economy_iotable_impact(const skpi_economy_iotable *table, size_t k, const double *demand,
                                                   skpi_economy_iotable_impact_out *out);
typedef struct skpi_economy_iotable_linkages_out {
    uint32_t size, flags;
    /* n values each, of sector j's purchases (columns) or sector i's sales (rows); NaN = there is none */
    double *backward_direct, *backward_total, *power, *power_cv;           /* columns of A and L */
    double *forward_direct, *forward_total, *sensitivity, *sensitivity_cv; /* rows of A and L */
    double *ghosh_direct, *ghosh_total;                                    /* rows of B and G */
    double *multiplier_output, *multiplier_value_added, *multiplier_jobs; /* in a unit of final demand: 1'L, v'L, w'L */
    double *type1_value_added, *type1_jobs;                               /* v'L / v, w'L / w */
} skpi_economy_iotable_linkages_out;
SKPI_CHECK skpi_status skpi_economy_iotable_linkages(const skpi_economy_iotable *table,
                                                     skpi_economy_iotable_linkages_out *out);
/* Leontief inverse L, n x n: rarely needed, the functions above solve. */
SKPI_CHECK skpi_status skpi_economy_iotable_inverse(const skpi_economy_iotable *table, double *inverse);
/* M = diag(v) L diag(y), n x n: value added of the row in final demand for the column. */
SKPI_CHECK skpi_status skpi_economy_iotable_embodied(const skpi_economy_iotable *table, double *embodied);
/* City tables: regional input coefficients by location quotients of employment. */
enum skpi_economy_quotient {
    SKPI_ECONOMY_QUOTIENT_SLQ = 8101,
    SKPI_ECONOMY_QUOTIENT_CILQ = 8102,
    SKPI_ECONOMY_QUOTIENT_FLQ = 8103,
    SKPI_ECONOMY_QUOTIENT_AFLQ = 8104
};
typedef struct skpi_economy_location_quotient_out {
    uint32_t size, flags;
    double *coefficient; /* n x n: min(1, quotient) times the national one */
    double *quotient;    /* n x n, before the cap; may be infinite */
    double *slq;         /* n: NaN for an industry without jobs in the nation */
    double *factor;      /* 1: lambda, the factor for the city's size; 1 for SLQ and CILQ */
} skpi_economy_location_quotient_out;
/* coefficient: n x n national, row sells to column; city, nation: jobs, n each; delta: of FLQ and AFLQ, else 0. */
SKPI_CHECK skpi_status skpi_economy_location_quotient(size_t n, const double *coefficient, const double *city,
                                                      const double *nation, int32_t quotient, double delta,
                                                      skpi_economy_location_quotient_out *out);

/* A table brought to given row and column totals. */
enum skpi_economy_scaling {
    SKPI_ECONOMY_SCALING_RAS = 8201,
    SKPI_ECONOMY_SCALING_GRAS = 8202 /* negative cells too */
};
typedef struct skpi_economy_ras_options {
    uint32_t size, flags;
    int32_t scaling;    /* 0: SKPI_ECONOMY_SCALING_RAS */
    int32_t iterations; /* at most; 0: 1000 */
    double tolerance;   /* largest miss of a row over the largest row total; 0: 1e-12 */
} skpi_economy_ras_options;
typedef struct skpi_economy_ras_out {
    uint32_t size, flags;
    double *cell;        /* rows x columns */
    double *residual;    /* 1: largest miss of a row total over the largest row total */
    int32_t *iterations; /* 1: made */
} skpi_economy_ras_out;
SKPI_CHECK skpi_status skpi_economy_ras(size_t rows, size_t columns, const double *start, const double *row_total,
                                        const double *column_total, const skpi_economy_ras_options *options,
                                        skpi_economy_ras_out *out);

/* Supply and use tables made into an input-output table of industries: fixed product sales structure, model D. */
typedef struct skpi_economy_supply_use_in {
    uint32_t size, flags;
    size_t industries, commodities, categories; /* categories of final use */
    const double *make;                         /* industries x commodities */
    const double *use;                          /* commodities x industries, domestic, basic prices */
    const double *final_use;                    /* commodities x categories */
    const double *other_inputs;                 /* industries: imports, taxes less subsidies on products; NULL = 0 */
} skpi_economy_supply_use_in;
typedef struct skpi_economy_supply_use_out {
    uint32_t size, flags;
    double *flows;                /* industries x industries */
    double *final_use;            /* industries x categories */
    double *final_demand;         /* industries: its row sums */
    double *output, *value_added; /* industries */
    double *market_share;         /* industries x commodities: who makes a commodity */
} skpi_economy_supply_use_out;
/* tolerance: of the balance of each commodity, over the largest output of one; 0: 1e-9. */
SKPI_CHECK skpi_status skpi_economy_supply_use(const skpi_economy_supply_use_in *source, double tolerance,
                                               skpi_economy_supply_use_out *out);

/* Capital and prices. */
enum skpi_economy_profile {
    SKPI_ECONOMY_PROFILE_SURVIVAL = 8301, /* of an asset of mean life, times the part of assets not yet retired */
    SKPI_ECONOMY_PROFILE_COHORT = 8302,   /* the mean over assets that each have their own life */
    SKPI_ECONOMY_PROFILE_GEOMETRIC = 8303 /* at the rate 2/life a year */
};
/* Part of the services of a new asset that is left at ages 0, 1 ... (n x ages); life in years, beta at most 1 and NULL =
 * 0.5 (n each). */
SKPI_CHECK skpi_status skpi_economy_capital_efficiency(size_t n, size_t ages, const double *life, const double *beta,
                                                       int32_t profile, double *efficiency, int32_t *status);
typedef struct skpi_economy_capital_stock_options {
    uint32_t size, flags;
    double life_spread; /* other lives: life x (1 -+ this), in (0,1); 0 = 2/7 */
    double beta_spread; /* other betas: beta -+ this, 1 at most; 0 = 0.25 */
    int32_t profile;    /* enum skpi_economy_profile, 0 = cohort */
    int32_t zero;       /* 0 */
} skpi_economy_capital_stock_options;
typedef struct skpi_economy_capital_stock_out {
    uint32_t size, flags;
    double *stock;                /* n x m */
    double *life_low, *life_high; /* n x m: the stock if lives are shorter, longer */
    double *beta_low, *beta_high; /* n x m: the stock if beta is lower, higher */
    int32_t *complete;            /* n: first year whose stock lacks no earlier investment; SKPI_NONE = none */
} skpi_economy_capital_stock_out;
/* Perpetual inventory.  investment: constant prices, every year, NaN = missing; life, beta as above. */
SKPI_CHECK skpi_status skpi_economy_capital_stock(const skpi_table *investment, const double *life, const double *beta,
                                                  const skpi_economy_capital_stock_options *options,
                                                  skpi_economy_capital_stock_out *out, int32_t *status);
/* price n x (steps + 1), rate of return a year n x steps, depreciation n -> cost n x steps. */
SKPI_CHECK skpi_status skpi_economy_capital_user_cost(size_t n, size_t steps, const double *price, const double *rate,
                                                      const double *depreciation, double *cost, int32_t *status);
/* Log points of growth, n x steps, from shares and quantities n x (steps + 1); NaN = missing. */
SKPI_CHECK skpi_status skpi_economy_capital_contribution(size_t n, size_t steps, const double *share,
                                                         const double *quantity, double *contribution, int32_t *status);
enum skpi_economy_index {
    SKPI_ECONOMY_INDEX_LASPEYRES = 8401,
    SKPI_ECONOMY_INDEX_PAASCHE = 8402,
    SKPI_ECONOMY_INDEX_FISHER = 8403,
    SKPI_ECONOMY_INDEX_TORNQVIST = 8404
};
/* value, price n x k goods x m years -> chained indices n x m, 1 in the first year; NULL = not wanted. */
SKPI_CHECK skpi_status skpi_economy_chain_index(size_t n, size_t k, size_t m, const double *value, const double *price,
                                                int32_t form, double *quantity, double *price_index, int32_t *status);
enum skpi_economy_deflation {
    SKPI_ECONOMY_DEFLATION_DOUBLE = 8501,   /* output and input each by its own price */
    SKPI_ECONOMY_DEFLATION_SINGLE = 8502,   /* value added by the price of output */
    SKPI_ECONOMY_DEFLATION_TORNQVIST = 8503 /* an index, 1 in the first year; never negative */
};
/* All n x m; real and deflator NULL = not wanted. */
SKPI_CHECK skpi_status skpi_economy_double_deflation(size_t n, size_t m, const double *output,
                                                     const double *output_price, const double *input,
                                                     const double *input_price, int32_t form, double *real,
                                                     double *deflator, int32_t *status);

typedef struct skpi_economy_shift_share_out {
    uint32_t size, flags;
    double *national, *mix, *local;   /* n x sectors: they add to city1 - city0 */
    double *competitive, *allocation; /* n x sectors: they add to local */
} skpi_economy_shift_share_out;
/* city0, city1: n x sectors; nation0, nation1: sectors. */
SKPI_CHECK skpi_status skpi_economy_shift_share(size_t n, size_t sectors, const double *city0, const double *city1,
                                                const double *nation0, const double *nation1,
                                                skpi_economy_shift_share_out *out, int32_t *status);
enum skpi_economy_split { SKPI_ECONOMY_SPLIT_MIDPOINT = 8601, SKPI_ECONOMY_SPLIT_BASE_YEAR = 8602 };
typedef struct skpi_economy_within_between_out {
    uint32_t size, flags;
    double *change, *within, *between, *interaction; /* n x sectors; the last three add to change */
} skpi_economy_within_between_out;
/* value_added and digital share of each industry at two dates, n x sectors. */
SKPI_CHECK skpi_status skpi_economy_within_between(size_t n, size_t sectors, const double *value_added0,
                                                   const double *value_added1, const double *share0,
                                                   const double *share1, int32_t form,
                                                   skpi_economy_within_between_out *out, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
