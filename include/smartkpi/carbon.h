/* Carbon: emission paths to net zero, carbon budgets, warming; inventories, decomposition, targets, verdicts.
 * Emissions are in the caller's unit per year, one unit in a call, and cumulative ones in that unit.  They
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
    const double *growth;     /* [n] growth at t0; NULL = 0; unusual beyond 0.15; only for shape = CAPPED, HERMITE. */
    const double *mitigation; /* [n] decline, -growth or above; only for shape = CAPPED. */
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
/** Open interval of the targets that each path can meet; skpi_carbon_path_range(3) tells which ends can be met too.
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
/** Flags of sharing. */
enum skpi_carbon_budget_share_flag {
    SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE = 1 /* years that a history leaves out lie on straight lines */
};
/** Rule of sharing, and what it needs. */
typedef struct skpi_carbon_budget_share_options {
    uint32_t size, flags; /* flags: enum skpi_carbon_budget_share_flag. */
    int32_t rule;         /* enum skpi_carbon_budget_rule; 0 = SKPI_CARBON_BUDGET_RULE_PER_CAPITA. */
    int32_t zero;         /* 0. */
    double weight;        /* share of the budget that goes by population; 0 = none of it; only for rule = BLEND. */
    double discount;      /* share by which a past year counts less than the one after it; 0 = none; unusual above 0.1;
                      * only for rule = CUMULATIVE. */
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
 *                  options->history_population->year is not options->history_emission->year;
 *                  options->history_emission->year leaves out a year without the flag INTERPOLATE.
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

/** An edition of remaining carbon budgets. */
enum skpi_carbon_budget_edition {
    SKPI_CARBON_BUDGET_EDITION_AR6 = 26701,      /* IPCC, sixth report: from the beginning of 2020 on */
    SKPI_CARBON_BUDGET_EDITION_IGCC_2024 = 26702 /* Indicators of Global Climate Change 2024: from 2025 on */
};
/** EXPERIMENTAL: Remaining carbon budget: CO2 that keeps warming below a limit with a probability.  Nothing is
 * interpolated.
 *
 * `warming`      number: limit in degrees Celsius above 1850-1900: 1.5, 1.7 or 2.
 * `probability`  probability of staying below it: 0.5, 0.67 or 0.83; of AR6 also 0.17 and 0.33.
 * `edition`      enum skpi_carbon_budget_edition; there is no default.
 * `budget`       positive: Gt of CO2.
 * `t_budget`     date from which the budget counts: 2020 or 2025; NULL = not wanted.
 *
 * `ENOTFOUND`  warming is not in the table; probability is not in the table for this limit.
 *
 * Source: IPCC AR6 WG1 (2021), table SPM.2; Indicators of Global Climate Change 2024, data of June 2025.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_remaining(double warming, double probability, int32_t edition, double *budget,
                                                    double *t_budget);

/** Date at which each series has used up a budget: the straight lines between its values, summed up from t_budget on.
 * Emissions below 0 give some of it back; the date is the first.
 *
 * `emission`     table of number, any sign; the line goes on across years that are missing; NaN = missing.
 * `t_budget[n]`  date from which the budget counts, from the first value of the row to the last.
 * `budget[n]`    number: what may be emitted from then on, in the unit of emission times years; 0 or less is used up.
 * `date[n]`      number: decimal year; NaN where the last value comes first; may be t_budget, budget.
 * `status[n]`    row status.
 *
 * `WMISSING`   a value is missing.
 * `ENODATA`    emission->value has no value in a row.
 * `EDOM`       t_budget is before the first value of its row, or after the last.
 * `EOVERFLOW`  emission->value is so large that a cumulative emission could overflow, or budget is.
 *
 * Source: plane geometry.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_date(const skpi_table *emission, const double *t_budget, const double *budget,
                                               double *date, int32_t *status);

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

/* -------------------------------------------------------------------------------------------- inventory */

/** A set of global warming potentials, by IPCC report and years. */
enum skpi_carbon_gwp {
    SKPI_CARBON_GWP_AR4_100 = 6601, /* fourth report, 100 years */
    SKPI_CARBON_GWP_AR5_100 = 6602, /* fifth, without carbon cycle feedback */
    SKPI_CARBON_GWP_AR6_100 = 6603, /* sixth */
    SKPI_CARBON_GWP_AR4_20 = 6604,  /* fourth, 20 years */
    SKPI_CARBON_GWP_AR5_20 = 6605,  /* fifth, CO2, CH4 and N2O only */
    SKPI_CARBON_GWP_AR6_20 = 6606   /* sixth */
};
/** Warming potential of a gas, kg of CO2 equivalent a kg.
 *
 * `gas`    text: its name, "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter.
 * `gwp`    enum skpi_carbon_gwp; there is no default.
 * `value`  positive potential.
 *
 * `ENOTFOUND`  gas is not known, or not in this set.
 *
 * Source: IPCC AR4 WG1 table 2.14; AR5 WG1 table 8.A.1; AR6 WG1 tables 7.SM.7 and 7.15 (fossil and other methane).
 */
SKPI_CHECK skpi_status skpi_carbon_gas_gwp(const char *gas, int32_t gwp, double *value);
/** Name of gas i = 0, 1, 2 ... of those that have a warming potential in some set; NULL past the last one. */
SKPI_API const char *skpi_carbon_gas(size_t i);

/** What stands for a figure in an inventory. */
enum skpi_carbon_key {
    SKPI_CARBON_KEY_VALUE = 0,            /* a number */
    SKPI_CARBON_KEY_NOT_OCCURRING = 6701, /* NO */
    SKPI_CARBON_KEY_NOT_ESTIMATED = 6702, /* NE */
    SKPI_CARBON_KEY_INCLUDED = 6703,      /* IE: included elsewhere */
    SKPI_CARBON_KEY_CONFIDENTIAL = 6704   /* C */
};
/** An inventory: a row is one gas in one sub-sector.  Gas and amount of a row that has a key are not read. */
typedef struct skpi_carbon_inventory_total_in {
    uint32_t size, flags;
    size_t n;                     /* count of rows; at least 1. */
    const char *const *reference; /* [n] text: sub-sector of the GPC, "I.1.1". */
    const char *const *gas;       /* [n] text: "CH4", "CH4 fossil"; "CO2(b)" is biogenic and in no total. */
    const double *amount;         /* [n] number: mass of the gas; below 0 where it is removed. */
    const int32_t *scope;         /* [n] one of 1, 2, 3. */
    const int32_t *key;           /* [n] enum skpi_carbon_key; NULL = all have values. */
    size_t n_required;            /* count of required sub-sectors; 0 = none. */
    const char *const *required;  /* [n_required] text: sub-sectors that a complete inventory has. */
    size_t n_own;                 /* count of potentials of the caller's own; 0 = none. */
    const char *const *own_gas;   /* [n_own] text: gases that have them, each once. */
    const double *own_gwp;        /* [n_own] positive potential, in place of that of the set; NULL = none. */
} skpi_carbon_inventory_total_in;
/** Totals in CO2 equivalents of the unit of amount; they overlap and must not be added. */
typedef struct skpi_carbon_inventory_total_out {
    uint32_t size, flags;
    double *basic;        /* number: BASIC, scopes 1 and 2 of energy and transport, own waste. */
    double *basic_plus;   /* number: BASIC+, with industry, land use and scope 3 of energy and transport. */
    double *territorial;  /* number: all of scope 1. */
    double *other;        /* number: scope 3 that neither has. */
    double *scope;        /* [3] number: sums of scopes 1, 2, 3. */
    double *completeness; /* share of the required sub-sectors that have a number or NO; NaN if none is required. */
    int32_t *ne;          /* integer: rows not estimated. */
    int32_t *ie;          /* integer: rows included elsewhere. */
    double *row;          /* [n] number: CO2e of each row; NaN where it has a key; may be in->amount. */
    skpi_basis *basis;    /* what the totals mean: by which gwp; unstated where in->own_gwp was used. */
    double *biogenic;     /* number: sum of CO2(b), which is reported beside the totals. */
} skpi_carbon_inventory_total_out;
/** Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC).
 *
 * `in`   rows: reference, gas, amount, scope; perhaps key; the sub-sectors required.
 * `gwp`  enum skpi_carbon_gwp; there is no default.
 * `out`  totals.
 *
 * `ENOTFOUND`      in->reference is not known; in->required is not known; in->gas is not known, or not in this set.
 * `EINCONSISTENT`  in->scope is not that of in->reference: its third digit, but III.1.2 is 3, III.1.3 and I.4.4 are 1.
 * `EDUPLICATE`     in->required has one twice; in->own_gas has one twice.
 * `EINVAL`         in->n_own is 0 although in->own_gas is given; in->n_own is 0 although in->own_gwp is given;
 *                  in->own_gwp is NULL although in->own_gas is given.
 * `EOVERFLOW`      in->amount is so large that its CO2e or a total is beyond the range of a double.
 *
 * Source: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1.
 */
SKPI_CHECK skpi_status skpi_carbon_inventory_total(const skpi_carbon_inventory_total_in *in, int32_t gwp,
                                                   skpi_carbon_inventory_total_out *out);

/** Uncertainties as fractions: half the width of a 95 % interval over the value. */
typedef struct skpi_carbon_inventory_uncertainty_out {
    uint32_t size, flags;
    double *combined;     /* [n] quantity: uncertainty of each source. */
    double *contribution; /* [n] quantity: what each source adds to the square of total. */
    double *share;        /* [n] share of each source in the variance; NaN if nothing is uncertain. */
    double *total;        /* quantity: uncertainty of the sum, as a fraction of its magnitude. */
    double *sum;          /* number: sum of emission. */
} skpi_carbon_inventory_uncertainty_out;
/** Uncertainty of a sum of sources by propagation of errors (Approach 1 of the IPCC).  Sources are uncorrelated.
 *
 * `n`            count of sources; at least 1.
 * `n_factors`    count of factors whose product each source is, activity and emission factor for example; at least 1.
 * `emission[n]`  number: emission of each source; below 0 where it is removed.
 * `uncertainty[n][n_factors]`  quantity: half the width of the factor's 95 % interval, as a fraction of the factor;
 *                              unusual above 1.
 * `out`          uncertainties of the sources and of their sum.
 *
 * `EZERODIV`   emission adds up to 0.
 * `EOVERFLOW`  emission adds up to more than a double holds; uncertainty is so large that it cannot be combined;
 *              out->contribution is beyond the range of a double; out->total is beyond the range of a double.
 *
 * Source: IPCC, 2006 Guidelines for National Greenhouse Gas Inventories, volume 1, equations 3.1 and 3.2.
 */
SKPI_CHECK skpi_status skpi_carbon_inventory_uncertainty(size_t n, size_t n_factors, const double *emission,
                                                         const double *uncertainty,
                                                         skpi_carbon_inventory_uncertainty_out *out);

/* ---------------------------------------------------------------------------------------- decomposition */

/** Factors of the Kaya identity: emission = population (gdp/population) (energy/gdp) (emission/energy).
 *
 * `n`              count of places, or of years of one place.
 * `population[n]`  divisor: people, in one unit.
 * `gdp[n]`         divisor: GDP in constant prices.
 * `energy[n]`      divisor: energy used.
 * `emission[n]`    quantity: emission.
 * `factor[n][4]`   quantity: population, gdp/population, energy/gdp, emission/energy: one sector and four factors of
 *                  skpi_carbon_lmdi.
 * `status[n]`      row status.
 *
 * `EOVERFLOW`  factor is beyond the range of a double.
 *
 * Source: Kaya, Impact of carbon dioxide emission control on GNP growth, IPCC Energy and Industry Subgroup (1990).
 */
SKPI_CHECK skpi_status skpi_carbon_kaya(size_t n, const double *population, const double *gdp, const double *energy,
                                        const double *emission, double *factor, int32_t *status);

/** Products of lognormal factors.
 *
 * `ERANGE`         correlation is outside [-1,1], or not 1 on the diagonal.
 * `EINCONSISTENT`  correlation is not symmetric, or has a negative eigenvalue: no variables are correlated so.
 */
typedef struct skpi_carbon_product_quantile_in {
    uint32_t size, flags;
    size_t n;                  /* count of products. */
    size_t n_factors;          /* count of factors of each product; at least 1. */
    const double *mu;          /* [n][n_factors] number: mean of the factor's logarithm, the logarithm of its median. */
    const double *sigma;       /* [n][n_factors] quantity: standard deviation of the factor's logarithm. */
    const double *correlation; /* [n_factors][n_factors] number: correlations of the logarithms; NULL = none. */
} skpi_carbon_product_quantile_in;
/** Quantiles of products of lognormal factors in closed form: of emissions by the Kaya identity, for example.
 *
 * `in`                   mu and sigma of each factor of each product; perhaps the correlation of the factors.
 * `n_prob`               count of quantiles.
 * `prob[n_prob]`         probability of each quantile, in any order.
 * `quantile[n][n_prob]`  quantity in the unit of the product.
 * `status[n]`            row status.
 *
 * `EOVERFLOW`  quantile is beyond the range of a double.
 *
 * Source: Aitchison and Brown, The Lognormal Distribution (1957), theorem 2.2.
 */
SKPI_CHECK skpi_status skpi_carbon_product_quantile(const skpi_carbon_product_quantile_in *in, size_t n_prob,
                                                    const double *prob, double *quantile, int32_t *status);

/** Form of a decomposition. */
enum skpi_carbon_lmdi_form {
    SKPI_CARBON_LMDI_FORM_ADDITIVE = 26301,       /* effects in the unit of the total, which add up to its change */
    SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE = 26302, /* effects as quotients, whose product is that of the totals */
    SKPI_CARBON_LMDI_FORM_ADDITIVE_II = 26303,    /* LMDI-II: weights are of shares, and add up to 1 over the sectors */
    SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II = 26304 /* LMDI-II, as quotients */
};
/** Effects of each case. */
typedef struct skpi_carbon_lmdi_out {
    uint32_t size, flags;
    double *effect;        /* [n][n_factors] number: effect of each factor over all sectors. */
    double *sector_effect; /* [n][n_sectors][n_factors] number: effect in each sector; over the sectors they add up, or
                            * multiply, to effect. */
    double *total;         /* [n] number: change of the total, or quotient of the totals. */
    double *residual;      /* [n] number: total less the sum of effect, or total over the product of effect, less 1;
                            * rounding, whatever the data. */
} skpi_carbon_lmdi_out;
/** What the change of a total between two dates is due to: logarithmic mean Divisia index, LMDI-I or LMDI-II.  The total
 * is the sum over sectors of products of factors.
 *
 * `n`          count of cases.
 * `n_sectors`  count of sectors of each case; at least 1.
 * `n_factors`  count of factors whose product a sector is; at least 1.
 * `factor0[n][n_sectors][n_factors]`  number: factors at the first date; 0 is fine.
 * `factor1[n][n_sectors][n_factors]`  number: factors at the second date, below 0 only where factor0 is.
 * `form`       enum skpi_carbon_lmdi_form; there is no default.
 * `out`        effects, total and residual of each case.
 * `status[n]`  row status.
 *
 * `EDOM`       factor1 has another sign than factor0; factor0 has a total of 0 (all forms but ADDITIVE); factor1 has a
 *              total of 0 or of another sign (all forms but ADDITIVE); factor1 has no
 *              sector that is there at both dates (ADDITIVE_II and MULTIPLICATIVE_II).
 * `EOVERFLOW`  factor0 has a product that is too large, or too small, for a double; factor1 has one, or its sectors add
 *              up to more than a double holds; out->effect is beyond the range of a double (all forms but ADDITIVE).
 *
 * Source: Ang, Energy Policy 33 (2005) 867 and 86 (2015) 233; LMDI-II: Ang and Choi, The Energy Journal 18(3) (1997)
 * 59; zeros: Ang and Liu, Energy Policy 35 (2007) 238.
 */
SKPI_CHECK skpi_status skpi_carbon_lmdi(size_t n, size_t n_sectors, size_t n_factors, const double *factor0,
                                        const double *factor1, int32_t form, skpi_carbon_lmdi_out *out,
                                        int32_t *status);

/** Effects since the first year: row j is that of year j + 1. */
typedef struct skpi_carbon_lmdi_chain_out {
    uint32_t size, flags;
    double *effect;        /* [n_years - 1][n_factors] number: effect of each factor over all sectors. */
    double *sector_effect; /* [n_years - 1][n_sectors][n_factors] number: effect in each sector; over the sectors they
                            * add up, or multiply, to effect. */
    double *total;         /* [n_years - 1] number: change of the total, or quotient of the totals. */
    double *residual;      /* [n_years - 1] number: total less the sum of effect, or total over the product of effect,
                            * less 1; rounding, whatever the data. */
} skpi_carbon_lmdi_chain_out;
/** What changes since the first year are due to: the effects of skpi_carbon_lmdi from year to year, added up or
 * multiplied.  They differ from those between the two ends, because the weights change with the years.
 *
 * `n_years`    count of years, in any distance; at least 2.
 * `n_sectors`  count of sectors; at least 1.
 * `n_factors`  count of factors whose product a sector is; at least 1.
 * `factor[n_years][n_sectors][n_factors]`  number: factors of each year; 0 is fine, below 0 only in all years.
 * `form`       enum skpi_carbon_lmdi_form; there is no default.
 * `out`        effects, total and residual since the first year.
 *
 * `EDOM`       factor has another sign than in the year before; factor has a total of 0 or of another sign than in the
 *              year before (all forms but ADDITIVE); factor has no sector that is there in this year and the one
 *              before (ADDITIVE_II and MULTIPLICATIVE_II).
 * `EOVERFLOW`  factor has a product that is too large, or too small, for a double, or its sectors add up to more than a
 *              double holds; out->effect is beyond the range of a double: earlier years are written.
 *
 * Source: Ang, Energy Policy 86 (2015) 233; LMDI-II: as skpi_carbon_lmdi.
 */
SKPI_CHECK skpi_status skpi_carbon_lmdi_chain(size_t n_years, size_t n_sectors, size_t n_factors, const double *factor,
                                              int32_t form, skpi_carbon_lmdi_chain_out *out);

/* ---------------------------------------------------------------------------------------------- targets */

/** Targets of absolute contraction: base (1 - rate years).
 *
 * `n`            count of targets.
 * `base[n]`      quantity: emission of the base year.
 * `rate`         share of base that is cut a year: 0.042 for 1.5 degrees Celsius, 0.025 for well below 2; unusual above
 *                0.2.
 * `years[n]`     quantity: years since the base year.
 * `emission[n]`  number: emission that is allowed; may be base, years.
 * `status[n]`    row status.
 *
 * `WHORIZON`   emission is below 0: the rule does not mean that.
 * `EOVERFLOW`  emission is beyond the range of a double.
 *
 * Source: Science Based Targets initiative, Foundations of Science-based Target Setting, version 1.0 (2019), 3.2.
 */
SKPI_CHECK skpi_status skpi_carbon_target_contraction(size_t n, const double *base, double rate, const double *years,
                                                      double *emission, int32_t *status);

/** Where a target stands. */
enum skpi_carbon_verdict {
    SKPI_CARBON_VERDICT_ALREADY_MET = 26401, /* the last value is at the target or below */
    SKPI_CARBON_VERDICT_MISSED = 26402,      /* it is above, and the target's date is not after it */
    SKPI_CARBON_VERDICT_MOVING_AWAY = 26403, /* emissions rise */
    SKPI_CARBON_VERDICT_ON_TRACK = 26404,    /* they fall as fast as the target requires */
    SKPI_CARBON_VERDICT_OFF_TRACK = 26405,   /* they fall too slowly */
    SKPI_CARBON_VERDICT_OPEN = 26406         /* of skpi_carbon_target_intensity: not met, and the date is to come */
};
/** Emission, GDP and target of n places.
 *
 * `EDOM`        cut is 1: that leaves no intensity; growth is not above -1.
 * `ENOTSORTED`  date1 is before date0.
 */
typedef struct skpi_carbon_target_intensity_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const double *date0;       /* [n] date of the base year. */
    const double *emission0;   /* [n] positive emission of the base year. */
    const double *gdp0;        /* [n] divisor: GDP of the base year, in constant prices. */
    const double *date1;       /* [n] date of the last figures. */
    const double *emission1;   /* [n] positive emission then, in the unit of emission0. */
    const double *gdp1;        /* [n] divisor: GDP then, in the prices of gdp0. */
    const double *target_date; /* [n] date at which the target is due. */
    const double *cut;         /* [n] share of the intensity of the base year that is to go: 0.65 is -65 %. */
    const double *growth; /* [n] growth of GDP from date1 on, compound a year; NULL = not known; unusual beyond 0.15;
                                * at most 1. */
} skpi_carbon_target_intensity_in;
/** Where the target stands.  From required to next NaN where target_date is not after date1. */
typedef struct skpi_carbon_target_intensity_out {
    uint32_t size, flags;
    double *target;      /* [n] number: intensity to be reached, emission per GDP. */
    double *done;        /* [n] number: cut so far, as a fraction of the intensity of the base year. */
    double *achieved;    /* [n] number: cut a year so far, compound; NaN where date1 is date0. */
    double *required;    /* [n] number: cut a year from date1 on, compound; below 0 where the target is met. */
    double *emission;    /* [n] number: emission that the target allows at target_date; NaN without growth. */
    double *flat_growth; /* [n] number: growth of GDP at which just meeting the target leaves emissions as they are. */
    double *next;        /* [n] number: emission a year after date1 on the required path; NaN without growth. */
    int32_t *verdict;    /* [n] enum skpi_carbon_verdict: ALREADY_MET, MISSED or OPEN. */
} skpi_carbon_target_intensity_out;
/** Where a target for the intensity of emissions, emission per GDP, stands.
 *
 * `in`         base year: date0, emission0, gdp0; last figures: date1, emission1, gdp1; target_date, cut; perhaps
 *              growth.
 * `out`        intensity to be reached, cuts so far and required, emission allowed, verdict.
 * `status[n]`  row status.
 *
 * `EOVERFLOW`  out->target is 0 or beyond the range of a double; another member of out is beyond it.
 *
 * Source: the form of the target is that of China's nationally determined contribution (2021).
 */
SKPI_CHECK skpi_status skpi_carbon_target_intensity(const skpi_carbon_target_intensity_in *in,
                                                    skpi_carbon_target_intensity_out *out, int32_t *status);

/** Flags of targets by sector. */
enum skpi_carbon_sda_flag {
    SKPI_CARBON_SDA_FLAG_UNCAPPED = 1, /* a place whose share of the sector's activity shrinks is allowed more */
    SKPI_CARBON_SDA_FLAG_CLAMP = 2 /* a place below the sector's last intensity stays there instead of rising to it */
};
/** Places, or companies, and their sector: the base year is the first of the years, the target year the last, unless
 * end_intensity tells where the sector's path ends. */
typedef struct skpi_carbon_target_sda_in {
    uint32_t size, flags;           /* flags: enum skpi_carbon_sda_flag. */
    size_t n;                       /* count of places. */
    size_t n_years;                 /* count of years; at least 1. */
    const double *intensity;        /* [n] quantity: own emission per activity in the base year. */
    const double *activity;         /* [n][n_years] divisor: own activity. */
    const double *sector_intensity; /* [n_years] number: the sector's emission per activity. */
    const double *sector_activity;  /* [n_years] divisor: the sector's activity. */
    const double *end_intensity;    /* [1] number: the sector's in the target year; NULL = that of the last year. */
} skpi_carbon_target_sda_in;
/** Targets by the sectoral decarbonisation approach: the intensity of each place converges to that of its sector.
 *
 * `in`                     intensity and activity of each place; sector_intensity and sector_activity.
 * `intensity[n][n_years]`  number: target for the emission per activity; NULL = not wanted.
 * `emission[n][n_years]`   number: target for the emission, intensity times activity; NULL = not wanted.
 * `status[n]`              row status.
 *
 * `WADJUSTED`  in->intensity is below the sector's in the target year.
 * `WUNUSUAL`   in->sector_intensity still falls in its last step, by more than half of its steepest fall, and
 *              in->end_intensity is NULL: the years may end before the sector's target year.
 * `EZERODIV`   in->sector_intensity of the target year is that of the base year.
 * `EOVERFLOW`  intensity is beyond the range of a double; emission is beyond the range of a double.
 *
 * Source: Krabbe et al., Nature Climate Change 5 (2015) 1057; Science Based Targets initiative, Sectoral
 * Decarbonization Approach (2015), 4.
 */
SKPI_CHECK skpi_status skpi_carbon_target_sda(const skpi_carbon_target_sda_in *in, double *intensity, double *emission,
                                              int32_t *status);

/* --------------------------------------------------------------------------------------------- verdicts */

/** Whether emissions have peaked. */
enum skpi_carbon_peaked_verdict {
    SKPI_CARBON_PEAKED_VERDICT_NOT_YET = 6401,    /* the largest value is too recent */
    SKPI_CARBON_PEAKED_VERDICT_PEAKED = 6402,     /* falling since, and significantly */
    SKPI_CARBON_PEAKED_VERDICT_REBOUNDING = 6403, /* rising since, and significantly: below the maximum */
    SKPI_CARBON_PEAKED_VERDICT_PLATEAU = 6404     /* neither can be told from chance */
};
/** Which years the trend is tested in. */
enum skpi_carbon_peaked_window {
    SKPI_CARBON_PEAKED_WINDOW_AFTER = 6501, /* those after the maximum */
    SKPI_CARBON_PEAKED_WINDOW_FROM = 6502   /* the maximum too, which finds falls more often than it should */
};
/** How a peak is told. */
typedef struct skpi_carbon_peaked_options {
    uint32_t size, flags;
    int32_t window;      /* enum skpi_carbon_peaked_window; 0 = SKPI_CARBON_PEAKED_WINDOW_AFTER. */
    int32_t min_years;   /* index: years since the maximum below which it has not peaked; 0 = 5. */
    double significance; /* number in (0,1): of the test; 0 = 0.05. */
} skpi_carbon_peaked_options;
/** Verdict and test of each row; the test is NaN where the window has fewer than three values. */
typedef struct skpi_carbon_peaked_out {
    uint32_t size, flags;
    int32_t *verdict;   /* [n] enum skpi_carbon_peaked_verdict. */
    int32_t *peak_year; /* [n] year of the largest value, the first of several. */
    int32_t *since;     /* [n] integer: years from the peak to the last value. */
    int32_t *used;      /* [n] integer: values in the window. */
    double *peak;       /* [n] number: the largest value. */
    double *change;     /* [n] number: last value/peak - 1; NaN if the peak is not above 0. */
    double *s;          /* [n] number: S of Mann and Kendall. */
    double *variance;   /* [n] number: variance of S without a trend. */
    double *z;          /* [n] number: S in standard deviations. */
    double *p;          /* [n] number: two-sided probability of such an S without a trend. */
    double *slope;      /* [n] number: Sen's slope, the unit of emission per year. */
} skpi_carbon_peaked_out;
/** Has each row peaked?  Its maximum, and the Mann-Kendall test of the years since.
 *
 * `emission`   table of number, any sign; NaN = missing; the years need not follow each other.
 * `options`    window, min_years, significance; NULL = all defaults.
 * `out`        verdicts and tests.
 * `status[n]`  row status.
 *
 * A window of fewer than three values has no trend: s to slope are NaN, and the verdict is PLATEAU at best.
 *
 * `WMISSING`   a value is missing.
 * `ENODATA`    emission->value has no value in a row.
 * `EOVERFLOW`  emission->value differs by more than 1e302 in a row.
 *
 * Source: Mann 1945; Kendall 1975; Sen 1968; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_peaked(const skpi_table *emission, const skpi_carbon_peaked_options *options,
                                          skpi_carbon_peaked_out *out, int32_t *status);

/** Flags of progress. */
enum skpi_carbon_progress_flag {
    SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE = 1 /* tolerance is 0 and means it */
};
/** How progress is judged.
 *
 * `EINVAL`  tolerance is given beside SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE.
 */
typedef struct skpi_carbon_progress_options {
    uint32_t size, flags; /* flags: enum skpi_carbon_progress_flag. */
    int32_t window;       /* index: years up to the last value that the achieved cut is taken from; 0 = 10. */
    int32_t zero;         /* 0. */
    double tolerance;     /* share of the required cut that may be lacking on track; 0 = 0.05, but with
                           * SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE. */
} skpi_carbon_progress_options;
/** Verdict of each row and what it stands on; now is the last value, n the years from then to target_year. */
typedef struct skpi_carbon_progress_out {
    uint32_t size, flags;
    int32_t *verdict;          /* [n] enum skpi_carbon_verdict, the first that holds; never OPEN. */
    int32_t *last_year;        /* [n] year of the last value. */
    int32_t *used;             /* [n] integer: values in the window. */
    double *last;              /* [n] number: the last value. */
    double *required;          /* [n] number: cut a year that leads to the target, (now - target)/n; NaN if n is not
                                * above 0, as in the two that follow. */
    double *required_share;    /* [n] number: required/now; NaN if now is not above 0. */
    double *required_compound; /* [n] number: compound rate of the cut; NaN if now or target is not above 0. */
    double *achieved;          /* [n] number: cut a year in the window, less Sen's slope; NaN if it has one value. */
    double *achieved_compound; /* [n] number: the same of the logarithms, as a compound rate; NaN if a value in the
                                * window is not above 0. */
    double *ratio;             /* [n] number: achieved/required; NaN if the target is met or n is not above 0. */
    double *ratio_compound;    /* [n] number: achieved_compound/required_compound; NaN as those. */
    double *crossing;          /* [n] number: date at which the achieved cut reaches the target; NaN if it is met, or
                                * never. */
    double *crossing_compound; /* [n] number: the same by the compound rate. */
    double *overshoot;         /* [n] number: emission until target_year beyond that of the straight line from now to
                                * the target, unit of emission times years; NaN if n is not above 0. */
    double *overshoot_to_date; /* [n] number: the same since base_year, beyond the line from there; NaN if the line
                                * does not begin before target_year. */
    double *gap;               /* [n] number: now less that line. */
} skpi_carbon_progress_out;
/** Progress of each row to its target: the cut required, the cut achieved, and where it leads.
 *
 * `emission`        table of number, any sign; NaN = missing; the years need not follow each other.
 * `target_year[n]`  year of the target.
 * `target[n]`       number: emission in that year.
 * `base_year[n]`    year in which the straight line to the target begins; NULL = that of the row's first value.
 * `options`         window and tolerance; NULL = all defaults.
 * `out`             verdicts, rates, dates.
 * `status[n]`       row status.
 *
 * `WMISSING`    a value is missing.
 * `ENODATA`     emission->value has no value in a row, or only one in a window that needs a rate; base_year is a year
 *               without a value.
 * `ENOTSORTED`  base_year is not before target_year.
 * `EOVERFLOW`   emission->value differs by more than 1e302 in a row; target differs by more from a value;
 *               out->required_share is beyond the range of a double, or a ratio or a crossing is.
 *
 * Source: Theil 1950; Sen 1968; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_progress(const skpi_table *emission, const int32_t *target_year,
                                            const double *target, const int32_t *base_year,
                                            const skpi_carbon_progress_options *options, skpi_carbon_progress_out *out,
                                            int32_t *status);

/** Events whose probability is asked; one at least is.
 *
 * `EINVAL`  convention is 0 although budget is given.
 */
typedef struct skpi_carbon_verdict_probability_in {
    uint32_t size, flags;
    const int32_t *peak_year;    /* [n] year by which the first of the largest values is to be; NULL = not asked. */
    const double *net_zero_date; /* [n] date from which on the emission is to stay at threshold or below; NULL = not
                                  * asked. */
    const double *threshold;     /* [n] number: emission that counts as net zero; NULL = 0. */
    const double *budget;        /* [n] number: what the cumulative emission is not to exceed, from the first year of
                                  * the draws to the last; NULL = not asked. */
    int32_t convention;          /* enum skpi_carbon_convention: of the cumulative emission; 0 = no budget is asked. */
    int32_t zero;                /* 0. */
    double coverage;             /* number in (0,1): of the intervals; 0 = 0.8. */
} skpi_carbon_verdict_probability_in;
/** Fractions of the draws in which each event holds, with the interval that the number of draws leaves; NaN where it is
 * not asked. */
typedef struct skpi_carbon_verdict_probability_out {
    uint32_t size, flags;
    double *peaked;                       /* [n] share of the draws that have peaked by peak_year. */
    double *peaked_low, *peaked_high;     /* [n] share: ends of the interval of peaked. */
    double *net_zero;                     /* [n] share of the draws that are at net zero from net_zero_date on. */
    double *net_zero_low, *net_zero_high; /* [n] share: ends of the interval of net_zero. */
    double *within;                       /* [n] share of the draws that stay within budget. */
    double *within_low, *within_high;     /* [n] share: ends of the interval of within. */
    double *all;                          /* [n] share of the draws in which all events that are asked hold. */
    double *all_low, *all_high;           /* [n] share: ends of the interval of all. */
} skpi_carbon_verdict_probability_out;
/** How probable a peak, net zero and a budget kept are, by draws of emission paths.  Between its years a draw is a
 * straight line.
 *
 * `n`          count of places.
 * `n_draws`    count of draws of each place; at least 1.
 * `m`          count of years; at least 2.
 * `year[m]`    years of the draws, in any distance.
 * `emission[n][n_draws][m]`  number: the draws, the caller's unit per year.
 * `in`         events: peak_year, net_zero_date with threshold, budget with convention; coverage of the intervals.
 * `out`        fractions of the draws and Wilson's intervals.
 * `status[n]`  row status.
 *
 * `EINVAL`     in asks for nothing: in->peak_year, in->net_zero_date and in->budget are NULL.
 * `ERANGE`     in->peak_year is not from the first year on and before the last; in->net_zero_date is not from the first
 *              year to the last.
 * `EOVERFLOW`  emission has a cumulative emission beyond the range of a double.
 *
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209.
 */
SKPI_CHECK skpi_status skpi_carbon_verdict_probability(size_t n, size_t n_draws, size_t m, const int32_t *year,
                                                       const double *emission,
                                                       const skpi_carbon_verdict_probability_in *in,
                                                       skpi_carbon_verdict_probability_out *out, int32_t *status);

/* -------------------------------------------------------------------------------------------- abatement */

/** Which measures are used. */
enum skpi_carbon_abatement_mode {
    SKPI_CARBON_ABATEMENT_MODE_EXACT = 26601,       /* those that abate the target, and no more */
    SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE = 26602 /* those that save money whole, even if they abate more */
};
/** The portfolio, and the supply curve of the measures. */
typedef struct skpi_carbon_abatement_out {
    uint32_t size, flags;
    double *use;        /* [n] quantity: what each measure abates, in the unit of target. */
    double *total;      /* quantity: what all abate. */
    double *cost;       /* number: what that costs, the sum of cost times use. */
    double *marginal;   /* number: cost of the dearest measure that is used; NaN if none is. */
    int32_t *order;     /* [n] index of each measure of the supply curve, cheapest first, equal costs as given. */
    double *cumulative; /* [n] quantity: potential up to and with each measure of the supply curve. */
} skpi_carbon_abatement_out;
/** Measures that abate a target at least cost: in the order of their cost until the target is met.
 *
 * `n`             count of measures; at least 1.
 * `cost[n]`       number: cost of a unit abated; below 0 the measure saves money.
 * `potential[n]`  quantity: what each measure can abate, in the unit of target.
 * `target`        quantity: what is to be abated.
 * `mode`          enum skpi_carbon_abatement_mode; there is no default.
 * `out`           use of each measure, total, cost; the supply curve.
 *
 * `EINFEASIBLE`  target is above the sum of potential.
 * `EOVERFLOW`    potential adds up to more than a double holds; out->cost is beyond the range of a double.
 *
 * Source: Dantzig, Operations Research 5 (1957) 266.
 */
SKPI_CHECK skpi_status skpi_carbon_abatement(size_t n, const double *cost, const double *potential, double target,
                                             int32_t mode, skpi_carbon_abatement_out *out);

#ifdef __cplusplus
}
#endif
#endif
