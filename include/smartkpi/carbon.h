/* Carbon: emission paths to net zero, carbon budgets, warming; inventories, decomposition, targets, verdicts.
 * Emissions are in the caller's unit per year, one unit in a call, and cumulative ones in that unit times years.  They
 * may be below 0 where the contract says number.  Dates are decimal years. */
#ifndef SMARTKPI_CARBON_H
#define SMARTKPI_CARBON_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/** What emissions are counted. */
enum skpi_carbon_definition {
    SKPI_CARBON_DEFINITION_TERRITORIAL = 26101 /* what is emitted inside the borders of a place */
};

/* ------------------------------------------------------------------------------------------------ paths */

/** Form of an emission path; s = years since t0, R = residual. */
enum skpi_carbon_shape {
    SKPI_CARBON_SHAPE_LINEAR = 6101,      /* e0 - rate s, until it is R */
    SKPI_CARBON_SHAPE_EXPONENTIAL = 6102, /* e0 exp(-rate s) */
    SKPI_CARBON_SHAPE_COMPOUND = 6103,    /* e0 (1 - rate)^s */
    SKPI_CARBON_SHAPE_LOGISTIC = 6104,    /* falls from e0 to R, steepest at t_mid */
    SKPI_CARBON_SHAPE_CAPPED = 6105,      /* e0 (1 + (growth + mitigation) s) exp(-mitigation s) */
    SKPI_CARBON_SHAPE_PEAK = 6106,        /* a line to the peak, a plateau, then R + (e_peak - R)(1 - x)^power */
    SKPI_CARBON_SHAPE_HERMITE = 6107      /* a monotone cubic through start, peak, plateau and net zero */
};
/** What a cumulative emission is. */
enum skpi_carbon_convention {
    SKPI_CARBON_CONVENTION_INTEGRAL = 6201,          /* integral from t0 */
    SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE = 6202, /* sum of the emissions at t0 + 1, t0 + 2 ... */
    SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE = 6203   /* that sum and the emission at t0 */
};
/** What a target is. */
enum skpi_carbon_target {
    SKPI_CARBON_TARGET_BUDGET = 6301,  /* cumulative emission to net zero (LINEAR, PEAK, HERMITE) or to t_end */
    SKPI_CARBON_TARGET_END = 6302,     /* emission at t_end */
    SKPI_CARBON_TARGET_NET_ZERO = 6303 /* date at which the emission is R (LINEAR) or 0 (LOGISTIC) */
};
/** Emission paths of n places, all of one shape.
 *
 * `EDOM`          e_peak is not above residual; e0 is below residual (LINEAR); mitigation is below -growth; t0 is no
 *                 whole year, which a sum of annual values needs.
 * `ERANGE`        rate is above 1 (COMPOUND).
 * `ENOTSORTED`    t_peak is before t0; t_net_zero is not after the plateau; t_end is not after t0.
 * `EINCONSISTENT` e_peak is below e0; e_peak is not e0 although t_peak is t0.
 * `EOVERFLOW`     e0 is so large that a cumulative emission could overflow (above 4e304), or residual or e_peak are.
 */
typedef struct skpi_carbon_path {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    int32_t shape;            /* enum skpi_carbon_shape; there is no default. */
    int32_t convention;       /* enum skpi_carbon_convention; there is no default. */
    const double *t0;         /* [n] date of the start. */
    const double *e0;         /* [n] quantity: emission at t0. */
    const double *residual;   /* [n] number: emission in the end, below 0 where more is removed; NULL = 0; only for
                               * shape = LINEAR, LOGISTIC, PEAK, HERMITE. */
    const double *t_peak;     /* [n] date of the peak; only for shape = PEAK, HERMITE. */
    const double *e_peak;     /* [n] quantity: emission at the peak; only for shape = PEAK, HERMITE. */
    const double *plateau;    /* [n] quantity: years at the peak; NULL = 0; only for shape = PEAK, HERMITE. */
    const double *t_net_zero; /* [n] date at which the emission is residual; only for shape = PEAK, HERMITE. */
    const double *power;      /* [n] positive exponent of the decline; only for shape = PEAK. */
    const double *rate;       /* [n] number: decline a year in the unit (LINEAR), continuous (EXPONENTIAL, LOGISTIC),
                               * as a fraction (COMPOUND); below 0 the path rises; only for shape = LINEAR,
                               * EXPONENTIAL, COMPOUND, LOGISTIC. */
    const double *growth;     /* [n] rate at t0; NULL = 0; only for shape = CAPPED, HERMITE. */
    const double *mitigation; /* [n] rate, -growth or above; only for shape = CAPPED. */
    const double *t_mid;      /* [n] number: date of the inflexion, which may lie outside 1500 to 2400; only for
                               * shape = LOGISTIC. */
    const double *t_end;      /* [n] date at which a target holds; infinite = for ever (a budget of EXPONENTIAL,
                               * COMPOUND, CAPPED that is an integral); NULL = the shape says itself. */
} skpi_carbon_path;
/** Emission of each place in each year, and cumulative from t0 to it, in closed form.
 *
 * `path`                    with every parameter of its shape.
 * `first_year`, `n_years`   axis of whole years: 2030 is the date 2030.0.
 * `emission[n][n_years]`    number: emission of the year; NULL = not wanted.
 * `cumulative[n][n_years]`  number: cumulative emission by the path's convention; NULL = not wanted.
 * `status[n]`               row status.
 *
 * `ENOTSORTED`  path->t0 is after first_year.
 * `EOVERFLOW`   emission is so large that a cumulative one could overflow.
 *
 * Source: CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
 * Anal. 17 (1980) 238; LOGISTIC and PEAK: this library, smartkpi_carbon(7).
 */
SKPI_CHECK skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                              double *emission, double *cumulative, int32_t *status);
/** The free parameter of each path that meets a target: LINEAR, EXPONENTIAL, COMPOUND rate; LOGISTIC t_mid; CAPPED
 * mitigation; PEAK power; HERMITE t_net_zero.
 *
 * `path`        without the free parameter, which is NULL.
 * `by`          enum skpi_carbon_target: what the target is.
 * `target[n]`   number: a cumulative emission, an emission or a date.
 * `unknown[n]`  number: the free parameter; may be target.
 * `status[n]`   row status.
 *
 * `EINVAL`       by is not a target of this shape; path->rate (or what is free) is given; path->t_end is NULL although
 *                the target holds at it; path->t_end is given although the target does not use it; path->convention is
 *                not the integral for a budget of LINEAR or HERMITE.
 * `EDOM`         path->e0 is 0, or not above path->residual; the target is the same for every value of the free
 *                parameter; path->rate is 0 (LOGISTIC); path->residual is not below 0 for a date of LOGISTIC;
 *                path->t_end is outside the decline (PEAK); path->t_end or path->t_net_zero is no whole year, which a
 *                sum of annual values needs.
 * `ERANGE`       path->rate is below 0 (LOGISTIC); path->plateau leaves no time for a decline (HERMITE); target is
 *                outside 1500 to 2400 although it is a date.
 * `EINFEASIBLE`  target is below all that can be met: see skpi_carbon_path_range.
 * `ENOTBINDING`  target is above all that can be met.
 * `EOVERFLOW`    unknown is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_solve(const skpi_carbon_path *path, int32_t by, const double *target,
                                              double *unknown, int32_t *status);
/** Open interval of the targets that each path can meet; smartkpi_carbon(7) tells which ends can be met too.
 *
 * `path`       without the free parameter, which is NULL.
 * `by`         enum skpi_carbon_target: what the target is.
 * `low[n]`     number: lower end; infinite = no bound; NULL = not wanted.
 * `high[n]`    number: upper end; infinite = no bound; NULL = not wanted.
 * `status[n]`  row status.
 *
 * `EINVAL`  by is not a target of this shape; path->rate (or what is free) is given; path->t_end is NULL although the
 *           target holds at it; path->t_end is given although the target does not use it; path->convention is not the
 *           integral for a budget of LINEAR or HERMITE.
 * `EDOM`    path->e0 is 0, or not above path->residual; the target is the same for every value of the free parameter;
 *           path->rate is 0 (LOGISTIC); path->residual is not below 0 for a date of LOGISTIC; path->t_end is outside
 *           the decline (PEAK); path->t_end or path->t_net_zero is no whole year, which a sum of annual values needs.
 * `ERANGE`  path->rate is below 0 (LOGISTIC); path->plateau leaves no time for a decline (HERMITE).
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_range(const skpi_carbon_path *path, int32_t by, double *low, double *high,
                                              int32_t *status);
/** Date and emission of the maximum of each path; NaN where it rises for ever.
 *
 * `path`       with every parameter of its shape.
 * `t_peak[n]`  number: first date of the maximum; NULL = not wanted.
 * `e_peak[n]`  number: emission then; NULL = not wanted.
 * `status[n]`  row status.
 *
 * `EOVERFLOW`  t_peak is beyond the range of a double, or e_peak is.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_peak(const skpi_carbon_path *path, double *t_peak, double *e_peak,
                                             int32_t *status);
/** Dates from t0 on at which the emission of each path is at or below a threshold; NaN = never.
 *
 * `path`          with every parameter of its shape.
 * `threshold[n]`  number: emission that counts as net zero; NULL = 0.
 * `first[n]`      number: the first such date; NULL = not wanted; may be threshold.
 * `permanent[n]`  number: date from which on the emission stays so; NULL = not wanted; may be threshold.
 * `status[n]`     row status.
 *
 * `EOVERFLOW`  permanent is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_net_zero(const skpi_carbon_path *path, const double *threshold, double *first,
                                                 double *permanent, int32_t *status);
/** A smooth path through milestones, monotone between each two of them.
 *
 * `milestone`               table of number: emissions of any sign, at least two of each place; NaN = missing.
 * `convention`              enum skpi_carbon_convention, whose t0 is each place's first milestone.
 * `first_year`, `n_years`   axis of whole years between the first and the last milestone of every place.
 * `emission[n][n_years]`    number: emission of the year; NULL = not wanted.
 * `cumulative[n][n_years]`  number: cumulative emission by the convention; NULL = not wanted.
 * `status[n]`               row status.
 *
 * `ENODATA`    milestone->value has fewer than two milestones in a row.
 * `EDOM`       first_year is before the first milestone of a row; n_years end after the last one.
 * `EOVERFLOW`  milestone->value is so large that a cumulative emission could overflow.
 *
 * Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300.
 */
SKPI_CHECK skpi_status skpi_carbon_path_milestones(const skpi_table *milestone, int32_t convention, int32_t first_year,
                                                   size_t n_years, double *emission, double *cumulative,
                                                   int32_t *status);

/** When a series is at net zero: at or below the threshold. */
enum skpi_carbon_net_zero_verdict {
    SKPI_CARBON_NET_ZERO_VERDICT_NEVER = 6801,            /* in no year */
    SKPI_CARBON_NET_ZERO_VERDICT_REACHED = 6802,          /* from a later date on, to the last year */
    SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY = 6803,        /* from a later date on, but it rises above it again */
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY = 6804,          /* in every year from the first on */
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY = 6805 /* in the first year, but it rises above it later */
};
/** Dates and verdict of each row. */
typedef struct skpi_carbon_net_zero_out {
    uint32_t size, flags;
    double *first;     /* [n] number: first date at or below the threshold; NaN where there is none. */
    double *permanent; /* [n] number: date from which on it stays so to the last year; NaN where it does not. */
    int32_t *verdict;  /* [n] enum skpi_carbon_net_zero_verdict. */
} skpi_carbon_net_zero_out;
/** When the straight lines between the values of a series are at or below a threshold, first and for good.
 *
 * `emission`      table of number, any sign.
 * `threshold[n]`  number: emission that counts as net zero; NULL = 0.
 * `out`           dates and verdicts.
 * `status[n]`     row status.
 *
 * `EOVERFLOW`  emission->value is too far from threshold for a double.
 *
 * Source: plane geometry; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_net_zero(const skpi_table *emission, const double *threshold,
                                            skpi_carbon_net_zero_out *out, int32_t *status);

/* ---------------------------------------------------------------------------------------------- budgets */

/** How a budget is shared. */
enum skpi_carbon_budget_rule {
    SKPI_CARBON_BUDGET_RULE_PER_CAPITA = 26201,  /* in proportion to population */
    SKPI_CARBON_BUDGET_RULE_GRANDFATHER = 26202, /* in proportion to emissions */
    SKPI_CARBON_BUDGET_RULE_BLEND = 26203,       /* weight by population, the rest by emissions */
    SKPI_CARBON_BUDGET_RULE_CUMULATIVE = 26204   /* by population, less what was emitted beyond equal shares before */
};
/** Rule of sharing, and what it needs. */
typedef struct skpi_carbon_budget_share_options {
    uint32_t size, flags;
    int32_t rule;    /* enum skpi_carbon_budget_rule; 0 = SKPI_CARBON_BUDGET_RULE_PER_CAPITA. */
    int32_t zero;    /* 0. */
    double weight;   /* share of the budget that goes by population; 0 = none of it; only for rule = BLEND. */
    double discount; /* share by which a past year counts less than the one after it; 0 = none; only for
                      * rule = CUMULATIVE. */
    const skpi_table *history_emission;   /* table of quantity: emissions of past years in the unit of the budget; only
                                           * for rule = CUMULATIVE. */
    const skpi_table *history_population; /* table of quantity: population of the same places and years;
                                           * NULL = population in every year; only for rule = CUMULATIVE. */
} skpi_carbon_budget_share_options;
/** Allowance of each place: its part of a carbon budget.  By rules other than CUMULATIVE allowances add up to the
 * budget; by CUMULATIVE one may be below 0.
 *
 * `n`              count of places that share, "all others" among them; at least 1.
 * `population[n]`  quantity of people, one unit for all; not read by GRANDFATHER; NULL = the rule does not use it.
 * `emission[n]`    quantity: emission of a year; read by GRANDFATHER and BLEND alone; NULL = the rule does not use it.
 * `budget`         number, in any unit.
 * `options`        rule, weight, discount, history_emission, history_population; NULL = all by population.
 * `allowance[n]`   number in the unit of budget; may be population, emission.
 *
 * `EINVAL`         population is NULL although the rule uses it; emission is NULL although the rule uses it.
 * `EZERODIV`       population adds up to 0; emission adds up to 0; options->history_population->value adds up to 0 in
 *                  a year.
 * `EINCONSISTENT`  options->history_emission->n is not n; options->history_population->n is not
 *                  options->history_emission->n; options->history_population->m is not options->history_emission->m;
 *                  options->history_population->year is not options->history_emission->year.
 * `EOVERFLOW`      population adds up to more than a double holds, or emission or a year of a history does; allowance
 *                  is beyond the range of a double.
 *
 * Source: Raupach et al., Nature Climate Change 4 (2014) 873; CUMULATIVE: Matthews, Nature Climate Change 6 (2016) 60.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_share(size_t n, const double *population, const double *emission,
                                                double budget, const skpi_carbon_budget_share_options *options,
                                                double *allowance);

/** How shares of emissions move to those of the population. */
enum skpi_carbon_budget_converge_form {
    SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR = 26501,     /* by the same step every year */
    SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL = 26502 /* slowly at first, then ever faster */
};
/** How shares converge. */
typedef struct skpi_carbon_budget_converge_options {
    uint32_t size, flags;
    int32_t form; /* enum skpi_carbon_budget_converge_form; 0 = SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR. */
    int32_t zero; /* 0. */
    double speed; /* quantity: a in exp(-a (1 - x)), x the part of the way that is gone; 0 = 4; only for
                   * form = EXPONENTIAL. */
} skpi_carbon_budget_converge_options;
/** Contraction and convergence: shares of emissions that move from those of first_year to equal ones a head.
 *
 * `n`                       count of places that share, "all others" among them; at least 1.
 * `emission[n]`             quantity: emission in first_year.
 * `population[n][n_years]`  quantity of people, one unit for all.
 * `first_year`, `n_years`   axis: the base year and those after it.
 * `converge_year`           year from which on shares are those of the population.
 * `options`                 form and speed; NULL = linear.
 * `share[n][n_years]`       share of the emissions of the year; each year adds up to 1.
 *
 * `ENOTSORTED`  converge_year is not after first_year.
 * `EZERODIV`    emission adds up to 0; population adds up to 0 in a year.
 * `EOVERFLOW`   emission adds up to more than a double holds, or population does in a year.
 *
 * Source: Meyer, Contraction and Convergence (2000).
 */
SKPI_CHECK skpi_status skpi_carbon_budget_converge(size_t n, const double *emission, const double *population,
                                                   int32_t first_year, size_t n_years, int32_t converge_year,
                                                   const skpi_carbon_budget_converge_options *options, double *share);

/** Whose table of remaining carbon budgets. */
enum skpi_carbon_budget_edition {
    SKPI_CARBON_BUDGET_EDITION_AR6 = 26701 /* IPCC, sixth report: from the beginning of 2020 on */
};
/** Which table of remaining carbon budgets. */
typedef struct skpi_carbon_budget_remaining_options {
    uint32_t size, flags;
    int32_t edition; /* enum skpi_carbon_budget_edition; 0 = SKPI_CARBON_BUDGET_EDITION_AR6. */
    int32_t zero;    /* 0. */
} skpi_carbon_budget_remaining_options;
/** Remaining carbon budget: CO2 that keeps warming below a limit with a probability.  Nothing is interpolated.
 *
 * `warming`      number: limit in degrees Celsius above 1850-1900: 1.5, 1.7 or 2.
 * `probability`  probability of staying below it: 0.5, 0.67 or 0.83.
 * `options`      edition; NULL = the sixth report of the IPCC.
 * `budget`       positive: Gt of CO2 from the beginning of 2020 on.
 *
 * `ENOTFOUND`  warming is not in the table; probability is not in the table for this limit.
 *
 * Source: IPCC AR6 WG1 (2021), table SPM.2.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_remaining(double warming, double probability,
                                                    const skpi_carbon_budget_remaining_options *options,
                                                    double *budget);

/* ---------------------------------------------------------------------------------------------- warming */

/** Warming by cumulative CO2: the transient climate response to cumulative emissions (TCRE), 0.45 degrees Celsius per
 * 1000 Gt, likely 0.27 to 0.63.
 *
 * `n`                    count of values.
 * `n_prob`               count of quantiles.
 * `cumulative[n]`        number: Gt of CO2; below 0 it cools.
 * `prob[n_prob]`         probability of each quantile, in any order.
 * `best[n]`              number: best estimate in degrees Celsius; NULL = not wanted; may be cumulative.
 * `quantile[n][n_prob]`  number: quantiles of the warming in degrees Celsius; NULL = not wanted.
 *
 * Source: IPCC AR6 WG1 (2021), SPM D.1.1; the normal distribution is this library's choice.
 */
SKPI_CHECK skpi_status skpi_carbon_warming(size_t n, size_t n_prob, const double *cumulative, const double *prob,
                                           double *best, double *quantile);
/** Emissions of a short-lived gas as CO2 that warms alike (GWP*): gwp100 (4.53 E(t) - 4.25 E(t - 20)).
 *
 * `emission`                table of number: mass of the gas a year; NaN = missing.
 * `gwp100`                  positive: warming potential of the gas over 100 years.
 * `first_year`, `n_years`   axis; each year needs its own value and that of exactly 20 years before.
 * `equivalent[n][n_years]`  number: mass of CO2 a year, in the unit of emission.
 * `status[n]`               row status.
 *
 * `ENODATA`    emission->year has no value for a year, or for that 20 years before it.
 * `EOVERFLOW`  equivalent is beyond the range of a double.
 *
 * Source: Smith, Cain and Allen, npj Climate and Atmospheric Science 4 (2021) 19.
 */
SKPI_CHECK skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year,
                                            size_t n_years, double *equivalent, int32_t *status);

/* ---------------------------------------------------------------------------------------- harmonisation */

/** How a model's path is moved onto an inventory; d = inventory less model, q = inventory/model, in base_year. */
enum skpi_carbon_harmonise_method {
    SKPI_CARBON_HARMONISE_METHOD_OFFSET = 6901,        /* the model and d */
    SKPI_CARBON_HARMONISE_METHOD_RATIO = 6902,         /* the model times q */
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET = 6903, /* the model and a part of d that falls to 0 in end_year */
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO = 6904,  /* the model times a ratio that moves from q to 1 in end_year */
    SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE = 6905,   /* a straight line to the model in end_year */
    SKPI_CARBON_HARMONISE_METHOD_BUDGET = 6906,        /* the least changes of slope that meet a cumulative emission */
    SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO = 6907      /* the model and a part of d that falls to 0 at its zero */
};
/** Flags of a harmonisation. */
enum skpi_carbon_harmonise_flag {
    SKPI_CARBON_HARMONISE_FLAG_PAST = 1 /* the model may have years before base_year */
};
/** Method of a harmonisation and what it needs. */
typedef struct skpi_carbon_harmonise_options {
    uint32_t size, flags;    /* flags: enum skpi_carbon_harmonise_flag. */
    int32_t method;          /* enum skpi_carbon_harmonise_method; there is no default. */
    int32_t end_year;        /* year from which on the model holds; only for method = REDUCE_OFFSET, REDUCE_RATIO,
                              * INTERPOLATE. */
    const double *zero_date; /* [n] date at which the model is 0; NULL = its first zero after base_year; only for
                              * method = KEEP_ZERO. */
    const double *budget;    /* [n] number: cumulative emission from base_year to the last year, by trapezoids;
                              * NULL = that of the model; only for method = BUDGET. */
} skpi_carbon_harmonise_options;
/** Paths of a model moved onto an inventory: in base_year they have its value, later they go back to the model.
 *
 * `model`           table of number: emissions of the model, any sign, linear between its years.
 * `history[n]`      number: emission of the inventory in base_year.
 * `base_year`       year within those of the model.
 * `options`         method, end_year, zero_date, budget.
 * `emission[n][m]`  number: harmonised emissions in the model's years; NaN before base_year by BUDGET and KEEP_ZERO.
 * `zero_date[n]`    number: date of zero that KEEP_ZERO kept; NaN by other methods; NULL = not wanted.
 * `status[n]`       row status.
 *
 * `EDOM`        base_year is outside the model's years, or their last one (BUDGET); model->year has years before
 *               base_year without SKPI_CARBON_HARMONISE_FLAG_PAST; options->end_year is after the model's last year
 *               (INTERPOLATE); history has not the sign of the model in base_year (RATIO, REDUCE_RATIO); model->value
 *               is not above 0 in base_year (KEEP_ZERO); options->zero_date is not after base_year.
 * `ENOTSORTED`  options->end_year is not after base_year.
 * `EZERODIV`    model->value is 0 in base_year (RATIO, REDUCE_RATIO).
 * `ENOTFOUND`   model->value never reaches 0 and options->zero_date is NULL (KEEP_ZERO).
 * `EOVERFLOW`   emission is beyond the range of a double.
 * `ENOMEM`      model->m years have no memory.
 *
 * Source: Gidden et al., Environmental Modelling and Software 105 (2018) 187; KEEP_ZERO is this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_harmonise(const skpi_table *model, const double *history, int32_t base_year,
                                             const skpi_carbon_harmonise_options *options, double *emission,
                                             double *zero_date, int32_t *status);

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
