/* Carbon: paths to net zero, budgets, warming.  Dates are decimal years; emissions are the caller's unit per year,
 * one unit in a call, and may be negative only where the page says so. */
#ifndef SMARTKPI_CARBON_H
#define SMARTKPI_CARBON_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_carbon_definition { SKPI_CARBON_DEFINITION_TERRITORIAL = 26101 };
enum skpi_carbon_shape {
    SKPI_CARBON_SHAPE_LINEAR = 6101,
    SKPI_CARBON_SHAPE_EXPONENTIAL = 6102,
    SKPI_CARBON_SHAPE_COMPOUND = 6103,
    SKPI_CARBON_SHAPE_LOGISTIC = 6104,
    SKPI_CARBON_SHAPE_CAPPED = 6105,
    SKPI_CARBON_SHAPE_PEAK = 6106,
    SKPI_CARBON_SHAPE_HERMITE = 6107
};
/* What a cumulative emission is: the integral from t0, or the sum of the values at t0 + 1, t0 + 2 ..., or at t0 too. */
enum skpi_carbon_convention {
    SKPI_CARBON_CONVENTION_INTEGRAL = 6201,
    SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE = 6202,
    SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE = 6203
};
/* What a target is: a cumulative emission, the emission at t_end, the date of net zero. */
enum skpi_carbon_target {
    SKPI_CARBON_TARGET_BUDGET = 6301,
    SKPI_CARBON_TARGET_END = 6302,
    SKPI_CARBON_TARGET_NET_ZERO = 6303
};
/* Parameters as n-vectors; a member that the shape does not use is NULL. */
typedef struct skpi_carbon_path {
    uint32_t size, flags;
    int32_t shape, convention; /* no default: must be stated */
    const double *t0, *e0;
    const double *residual;                                       /* NULL = 0; may be negative */
    const double *t_peak, *e_peak, *plateau, *t_net_zero, *power; /* plateau NULL = 0 years */
    const double *rate;       /* decline per year: linear (the unit per year), exponential, compound, logistic */
    const double *growth;     /* at t0, per year, of the capped and Hermite shapes; NULL = 0 */
    const double *mitigation; /* capped */
    const double *t_mid;      /* logistic: date of the inflexion */
    const double *t_end;      /* where a target holds, if the shape does not say */
} skpi_carbon_path;
/* Emission in each year and cumulative from t0 to it, n x n_years; either output may be NULL. */
SKPI_CHECK skpi_status skpi_carbon_path_value(size_t n, const skpi_carbon_path *path, int32_t first_year,
                                              size_t n_years, double *emission, double *cumulative, int32_t *status);
/* The free parameter that meets the target: linear, exponential, compound rate; logistic t_mid; capped mitigation;
 * peak power; Hermite t_net_zero. */
SKPI_CHECK skpi_status skpi_carbon_path_solve(size_t n, const skpi_carbon_path *path, int32_t by, const double *target,
                                              double *unknown, int32_t *status);
/* Open interval of the targets that can be met; an end may be infinite. */
SKPI_CHECK skpi_status skpi_carbon_path_range(size_t n, const skpi_carbon_path *path, int32_t by, double *low,
                                              double *high, int32_t *status);
/* Date and emission of the maximum, NaN where the path rises for ever; either output may be NULL. */
SKPI_CHECK skpi_status skpi_carbon_path_peak(size_t n, const skpi_carbon_path *path, double *t_peak, double *e_peak,
                                             int32_t *status);
/* Dates at which the emission is at or below the threshold (NULL = 0), first and for good; NaN = never. */
SKPI_CHECK skpi_status skpi_carbon_path_net_zero(size_t n, const skpi_carbon_path *path, const double *threshold,
                                                 double *first, double *permanent, int32_t *status);
/* A smooth path through milestones (NaN = none), monotone between them; either output may be NULL. */
SKPI_CHECK skpi_status skpi_carbon_path_milestones(const skpi_table *milestone, int32_t convention, int32_t first_year,
                                                   size_t n_years, double *emission, double *cumulative,
                                                   int32_t *status);

/* Temporary: the emission rises above the threshold again; already: it is not above it in the first year. */
enum skpi_carbon_net_zero_verdict {
    SKPI_CARBON_NET_ZERO_VERDICT_NEVER = 6801,
    SKPI_CARBON_NET_ZERO_VERDICT_REACHED = 6802,
    SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY = 6803,
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY = 6804,
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY = 6805
};
typedef struct skpi_carbon_net_zero_out { /* n each */
    uint32_t size, flags;
    double *first, *permanent; /* decimal years; NaN = never */
    int32_t *verdict;          /* enum skpi_carbon_net_zero_verdict */
} skpi_carbon_net_zero_out;
/* When the straight lines between the values of a series are at or below the threshold (NULL = 0). */
SKPI_CHECK skpi_status skpi_carbon_net_zero(const skpi_table *emission, const double *threshold,
                                            skpi_carbon_net_zero_out *out, int32_t *status);

enum skpi_carbon_budget_rule {
    SKPI_CARBON_BUDGET_RULE_PER_CAPITA = 26201,
    SKPI_CARBON_BUDGET_RULE_GRANDFATHER = 26202,
    SKPI_CARBON_BUDGET_RULE_BLEND = 26203,
    SKPI_CARBON_BUDGET_RULE_CUMULATIVE = 26204
};
typedef struct skpi_carbon_budget_share_options {
    uint32_t size, flags;
    int32_t rule, zero; /* rule: 0 = SKPI_CARBON_BUDGET_RULE_PER_CAPITA; zero: 0 */
    double weight;      /* of the population in SKPI_CARBON_BUDGET_RULE_BLEND: 0 all by emission, 1 all by head */
    double
        discount; /* SKPI_CARBON_BUDGET_RULE_CUMULATIVE: a year of the past counts that much less than the one after it */
    const skpi_table
        *history_emission; /* SKPI_CARBON_BUDGET_RULE_CUMULATIVE: the years that count besides the budget */
    const skpi_table *history_population; /* of the same years; NULL = population in every year */
} skpi_carbon_budget_share_options;
/* A budget shared among n places.  population or emission may be NULL where the rule does not use it. */
SKPI_CHECK skpi_status skpi_carbon_budget_share(size_t n, const double *population, const double *emission,
                                                double budget, const skpi_carbon_budget_share_options *options,
                                                double *out);
/* Warming in degrees C by cumulative CO2 in Gt: best estimate (n) and quantiles (n x n_prob); either may be NULL. */
SKPI_CHECK skpi_status skpi_carbon_warming(size_t n, const double *cumulative_gt, size_t n_prob, const double *prob,
                                           double *best, double *quantile);

/* Inventory.  Warming potentials by report and years. */
enum skpi_carbon_gwp {
    SKPI_CARBON_GWP_AR4_100 = 6601,
    SKPI_CARBON_GWP_AR5_100 = 6602,
    SKPI_CARBON_GWP_AR6_100 = 6603,
    SKPI_CARBON_GWP_AR4_20 = 6604,
    SKPI_CARBON_GWP_AR5_20 = 6605,
    SKPI_CARBON_GWP_AR6_20 = 6606
};
/* Notation keys: a number; not occurring, not estimated, included elsewhere, confidential. */
enum skpi_carbon_key {
    SKPI_CARBON_KEY_VALUE = 0,
    SKPI_CARBON_KEY_NOT_OCCURRING = 6701,
    SKPI_CARBON_KEY_NOT_ESTIMATED = 6702,
    SKPI_CARBON_KEY_INCLUDED = 6703,
    SKPI_CARBON_KEY_CONFIDENTIAL = 6704
};
/* kg of CO2 equivalent a kg of "CH4", "HFC-134a" ... */
SKPI_CHECK skpi_status skpi_carbon_gas_gwp(const char *gas, int32_t gwp, double *value);
SKPI_API const char *skpi_carbon_gas(size_t i); /* NULL past the last one */
typedef struct skpi_carbon_inventory_total_in {
    uint32_t size, flags;
    size_t n;
    const char *const *reference; /* sub-sectors of the GPC: "I.1.1" */
    const char *const *gas;
    const double *amount; /* mass of the gas; negative: removed */
    const int32_t *scope; /* 1, 2, 3 */
    const int32_t *key;   /* NULL: all have values */
    size_t n_required;
    const char *const *required; /* sub-sectors that a complete inventory has */
} skpi_carbon_inventory_total_in;
typedef struct skpi_carbon_inventory_total_out {
    uint32_t size, flags;
    double *basic, *basic_plus, *territorial, *other; /* 1 each */
    double *scope;                                    /* 3 */
    double *completeness;                             /* 1 */
    int32_t *ne, *ie;                                 /* 1 each */
    double *row;                                      /* n */
    skpi_basis *basis;
} skpi_carbon_inventory_total_out;
/* Totals in CO2 equivalents by a set of warming potentials. */
SKPI_CHECK skpi_status skpi_carbon_inventory_total(const skpi_carbon_inventory_total_in *inventory, int32_t gwp,
                                                   skpi_carbon_inventory_total_out *out);

/* Decomposition of changes.  The Kaya factors: population, GDP a head, energy per GDP, emission per energy (n x 4). */
SKPI_CHECK skpi_status skpi_carbon_kaya(size_t n, const double *population, const double *gdp, const double *energy,
                                        const double *emission, double *factors, int32_t *status);
enum skpi_carbon_lmdi_form { SKPI_CARBON_LMDI_FORM_ADDITIVE = 26301, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE = 26302 };
typedef struct skpi_carbon_lmdi_out {
    uint32_t size, flags;
    double *effect;           /* n x factors */
    double *sector_effect;    /* n x sectors x factors */
    double *total, *residual; /* n */
} skpi_carbon_lmdi_out;
/* LMDI-I between two dates, n cases x sectors x factors. */
SKPI_CHECK skpi_status skpi_carbon_lmdi(size_t n, size_t sectors, size_t factors, const double *base, const double *end,
                                        int32_t form, skpi_carbon_lmdi_out *out, int32_t *status);
/* The same year by year, added up from the first year on: years - 1 rows. */
SKPI_CHECK skpi_status skpi_carbon_lmdi_chain(size_t years, size_t sectors, size_t factors, const double *x,
                                              int32_t form, skpi_carbon_lmdi_out *out);

/* Targets.  Absolute contraction: base (1 - rate years). */
SKPI_CHECK skpi_status skpi_carbon_target_contraction(size_t n, const double *base, double rate, const double *years,
                                                      double *out, int32_t *status);
enum skpi_carbon_verdict {
    SKPI_CARBON_VERDICT_ALREADY_MET = 26401,
    SKPI_CARBON_VERDICT_MISSED = 26402,
    SKPI_CARBON_VERDICT_MOVING_AWAY = 26403,
    SKPI_CARBON_VERDICT_ON_TRACK = 26404,
    SKPI_CARBON_VERDICT_OFF_TRACK = 26405,
    SKPI_CARBON_VERDICT_OPEN = 26406
};
typedef struct skpi_carbon_target_intensity_in {
    uint32_t size, flags;
    const double *base_date, *base_emission, *base_gdp; /* n each; GDP in constant prices */
    const double *date, *emission, *gdp;                /* now */
    const double *target_date, *cut;                    /* cut: fraction of the intensity of the base year */
    const double *growth;                               /* of GDP, compound; NULL = not known */
} skpi_carbon_target_intensity_in;
typedef struct skpi_carbon_target_intensity_out {
    uint32_t size, flags;
    double *target, *done, *achieved, *required; /* n each */
    double *emission, *flat_growth, *next;
    int32_t *verdict; /* enum skpi_carbon_verdict */
} skpi_carbon_target_intensity_out;
/* Where a target for emissions per GDP stands. */
SKPI_CHECK skpi_status skpi_carbon_target_intensity(size_t n, const skpi_carbon_target_intensity_in *in,
                                                    skpi_carbon_target_intensity_out *out, int32_t *status);
enum skpi_carbon_sda_flag { SKPI_CARBON_SDA_FLAG_UNCAPPED = 1, SKPI_CARBON_SDA_FLAG_CLAMP = 2 };
typedef struct skpi_carbon_target_sda_in {
    uint32_t size, flags;                             /* flags: SKPI_CARBON_SDA_... */
    size_t n_years;                                   /* the base year first, the target year last */
    const double *intensity;                          /* n, of the base year */
    const double *activity;                           /* n x n_years */
    const double *sector_intensity, *sector_activity; /* n_years each */
} skpi_carbon_target_sda_in;
/* Sectoral decarbonisation approach: n x n_years; either output may be NULL. */
SKPI_CHECK skpi_status skpi_carbon_target_sda(size_t n, const skpi_carbon_target_sda_in *in, double *intensity,
                                              double *emission, int32_t *status);

enum skpi_carbon_budget_converge_form {
    SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR = 26501,
    SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL = 26502
};
typedef struct skpi_carbon_budget_converge_options {
    uint32_t size, flags;
    int32_t law, zero; /* law: 0 = SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR; zero: 0 */
    double speed;      /* of the exponential law; 0 = 4 */
} skpi_carbon_budget_converge_options;
/* Contraction and convergence: shares of emissions, n x n_years, from those of first_year to equal ones a head. */
SKPI_CHECK skpi_status skpi_carbon_budget_converge(size_t n, const double *emission, const double *population,
                                                   int32_t first_year, size_t n_years, int32_t converge_year,
                                                   const skpi_carbon_budget_converge_options *options, double *share);
/* GtCO2 from 2020 on that keep warming below a limit (1.5 degrees C ...) with a probability. */
SKPI_CHECK skpi_status skpi_carbon_budget_remaining(double warming, double prob, double *gt);
/* GWP*: emissions of a short-lived gas in CO2 that warms alike, n x n_years. */
SKPI_CHECK skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year,
                                            size_t n_years, double *out, int32_t *status);

/* Harmonisation: a model's path is moved onto an inventory. */
enum skpi_carbon_harmonise_method {
    SKPI_CARBON_HARMONISE_METHOD_OFFSET = 6901,
    SKPI_CARBON_HARMONISE_METHOD_RATIO = 6902,
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET = 6903,
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO = 6904,
    SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE = 6905,
    SKPI_CARBON_HARMONISE_METHOD_BUDGET = 6906,
    SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO = 6907
};
enum skpi_carbon_harmonise_flag { SKPI_CARBON_HARMONISE_FLAG_PAST = 1 }; /* years before the base year too */
typedef struct skpi_carbon_harmonise_options {
    uint32_t size, flags;
    int32_t method, end_year; /* no default; end_year: of the reducing methods and the interpolation, else 0 */
    const double *zero_date;  /* SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO: n; NULL = that of the path */
    const double *budget;     /* SKPI_CARBON_HARMONISE_METHOD_BUDGET: n; NULL = that of the model */
} skpi_carbon_harmonise_options;
/* n x m; zero_date (n): the date of zero that was kept; NULL: not wanted. */
SKPI_CHECK skpi_status skpi_carbon_harmonise(const skpi_table *model, const double *history, int32_t base_year,
                                             const skpi_carbon_harmonise_options *options, double *out,
                                             double *zero_date, int32_t *status);

/* Verdicts.  Has it peaked?  A maximum at least some years ago, and the trend since by Mann and Kendall. */
enum skpi_carbon_peaked_verdict {
    SKPI_CARBON_PEAKED_VERDICT_NOT_YET = 6401,
    SKPI_CARBON_PEAKED_VERDICT_PEAKED = 6402,
    SKPI_CARBON_PEAKED_VERDICT_REBOUNDING = 6403,
    SKPI_CARBON_PEAKED_VERDICT_PLATEAU = 6404
};
enum skpi_carbon_peaked_window { SKPI_CARBON_PEAKED_WINDOW_AFTER = 6501, SKPI_CARBON_PEAKED_WINDOW_FROM = 6502 };
typedef struct skpi_carbon_peaked_options {
    uint32_t size, flags;
    int32_t window; /* of the test: 0 = from the year after the maximum; or from the maximum itself */
    int32_t least;  /* years since the maximum below which it has not peaked: 0 = 5 */
    double level;   /* of significance: 0 = .05 */
} skpi_carbon_peaked_options;
typedef struct skpi_carbon_peaked_out {
    uint32_t size, flags;
    int32_t *verdict;                     /* enum skpi_carbon_peaked_verdict (n each) */
    int32_t *peak_year, *since, *used;    /* used: values in the window */
    double *peak, *change;                /* change: last value/peak - 1 */
    double *s, *variance, *z, *p, *slope; /* of the window; slope per year */
} skpi_carbon_peaked_out;
/* Emissions: NaN = missing. */
SKPI_CHECK skpi_status skpi_carbon_peaked(const skpi_table *emission, const skpi_carbon_peaked_options *options,
                                          skpi_carbon_peaked_out *out, int32_t *status);
/* Progress to a target: what is required a year, what was achieved; the verdict is never SKPI_CARBON_VERDICT_OPEN. */
enum skpi_carbon_progress_flag { SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE = 1 }; /* of the options: tolerance 0 */
typedef struct skpi_carbon_progress_options {
    uint32_t size, flags;
    int32_t window, zero; /* years that the achieved rate is taken from, up to the last value: 0 = 10; zero: 0 */
    double tolerance;     /* on track from the ratio 1 - tolerance on: 0 = .05 */
} skpi_carbon_progress_options;
typedef struct skpi_carbon_progress_out {
    uint32_t size, flags;
    int32_t *verdict;                                      /* enum skpi_carbon_verdict (n each) */
    int32_t *last_year, *used;                             /* used: values in the window */
    double *last;                                          /* the last value */
    double *required, *required_share, *required_compound; /* cut a year: unit, part of the last value, compound rate */
    double *achieved, *achieved_compound;
    double *ratio, *ratio_compound;              /* achieved/required */
    double *crossing, *crossing_compound;        /* date at which the target is reached at this rate */
    double *overshoot, *overshoot_to_date, *gap; /* against the straight line to the target */
} skpi_carbon_progress_out;
/* base_year (n): where the straight line to the target starts; NULL = the year of the row's first value. */
SKPI_CHECK skpi_status skpi_carbon_progress(const skpi_table *emission, const int32_t *target_year,
                                            const double *target, const int32_t *base_year,
                                            const skpi_carbon_progress_options *options, skpi_carbon_progress_out *out,
                                            int32_t *status);
/* Probabilities by draws of paths (n x n_draws x m).  An event whose limit is NULL is not asked. */
typedef struct skpi_carbon_verdict_probability_in {
    uint32_t size, flags;
    const int32_t *peak_year;    /* n: the maximum is in this year or before */
    const double *net_zero_date; /* n: at or below the threshold from this date on */
    const double *threshold;     /* n; NULL = 0 */
    const double *budget;        /* n: the cumulative emission over all years is not above this */
    int32_t convention, zero;    /* of the cumulative emission: no default; zero: 0 */
    double level;                /* of the intervals: 0 = .95 */
} skpi_carbon_verdict_probability_in;
typedef struct skpi_carbon_verdict_probability_out {
    uint32_t size, flags;
    double *peaked, *net_zero, *within, *all; /* n each: fractions of the draws; all: every event asked, together */
    double *low, *high;                       /* n x 4: intervals of these four, from the number of draws */
} skpi_carbon_verdict_probability_out;
SKPI_CHECK skpi_status skpi_carbon_verdict_probability(size_t n, size_t n_draws, size_t m, const double *emission,
                                                       const int32_t *year,
                                                       const skpi_carbon_verdict_probability_in *events,
                                                       skpi_carbon_verdict_probability_out *out, int32_t *status);

/* Abatement at least cost: measures in the order of their cost until the target is met. */
enum skpi_carbon_abatement_mode {
    SKPI_CARBON_ABATEMENT_MODE_EXACT = 26601,
    SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE = 26602
};
typedef struct skpi_carbon_abatement_out {
    uint32_t size, flags;
    double *use;                     /* n: how much of each measure */
    double *total, *cost, *marginal; /* 1 each: abated; what it costs; cost of the dearest measure used */
    int32_t *order;                  /* n: the supply curve, cheapest first */
    double *cumulative;              /* n: potential up to and with each measure of the curve */
} skpi_carbon_abatement_out;
SKPI_CHECK skpi_status skpi_carbon_abatement(size_t n, const double *cost, const double *potential, double target,
                                             int32_t mode, skpi_carbon_abatement_out *out);

/* Uncertainty of a total by the IPCC's Approach 1.  Uncertainties are half-widths of 95 % intervals, fractions. */
typedef struct skpi_carbon_inventory_uncertainty_out {
    uint32_t size, flags;
    double *combined;     /* n: of each source */
    double *contribution; /* n: to the square of the total's */
    double *share;        /* n: of the variance */
    double *total, *sum;  /* 1 each: uncertainty of the sum; the sum */
} skpi_carbon_inventory_uncertainty_out;
SKPI_CHECK skpi_status skpi_carbon_inventory_uncertainty(size_t n, size_t factors, const double *emission,
                                                         const double *uncertainty /* n x factors */,
                                                         skpi_carbon_inventory_uncertainty_out *out);
/* Quantiles of a product of lognormal factors: mu and sigma of their logarithms (n x factors), correlation of the
 * logarithms (factors x factors; NULL = independent). */
SKPI_CHECK skpi_status skpi_carbon_product_quantile(size_t n, size_t factors, const double *mu, const double *sigma,
                                                    const double *correlation, size_t n_prob, const double *prob,
                                                    double *out /* n x n_prob */, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
