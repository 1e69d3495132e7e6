/* Carbon: emission paths to net zero, carbon budgets, warming; inventories, decomposition, targets, verdicts.
 * Emissions are in the caller's unit per year, the same throughout a call; cumulative emissions are in that unit.  They
 * may be below 0 where the contract says number.  Dates are decimal years. */
#ifndef SMARTKPI_CARBON_H
#define SMARTKPI_CARBON_H
#include <smartkpi/base.h>
#include <smartkpi/ensemble.h>
#ifdef __cplusplus
extern "C" {
#endif

/** Definition of the emissions that are counted. */
enum skpi_carbon_definition {
    SKPI_CARBON_DEFINITION_TERRITORIAL = 26101 /* emissions inside the borders of a place */
};

/* ------------------------------------------------------------------------------------------------ paths */

/** Shape of an emission path; s is the number of years since t0, R is residual. */
enum skpi_carbon_shape {
    SKPI_CARBON_SHAPE_LINEAR = 6101,      /* e0 - rate s until it is R, then R */
    SKPI_CARBON_SHAPE_EXPONENTIAL = 6102, /* e0 exp(-rate s) */
    SKPI_CARBON_SHAPE_COMPOUND = 6103,    /* e0 (1 - rate)^s */
    SKPI_CARBON_SHAPE_LOGISTIC = 6104,    /* falls from e0 to R, steepest at t_mid */
    SKPI_CARBON_SHAPE_CAPPED = 6105,      /* e0 (1 + (growth + mitigation) s) exp(-mitigation s) */
    SKPI_CARBON_SHAPE_PEAK = 6106,        /* a line to the peak, a plateau, then R + (e_peak - R)(1 - x)^power, x from 0
                                           * to 1 */
    SKPI_CARBON_SHAPE_HERMITE = 6107      /* a monotone cubic through start, peak, plateau and net zero */
};
/** Convention by which emissions are cumulated; b is the date from which they count, t_budget or t0. */
enum skpi_carbon_convention {
    SKPI_CARBON_CONVENTION_INTEGRAL = 6201,          /* the integral from b */
    SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE = 6202, /* the sum of the emissions at b + 1, b + 2 ... */
    SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE = 6203   /* that sum plus the emission at b */
};
/** Quantity that a target sets. */
enum skpi_carbon_target {
    SKPI_CARBON_TARGET_BUDGET = 6301,  /* the cumulative emission to net zero (LINEAR, PEAK, HERMITE) or to t_end */
    SKPI_CARBON_TARGET_END = 6302,     /* the emission at t_end */
    SKPI_CARBON_TARGET_NET_ZERO = 6303 /* the date at which the emission becomes R (LINEAR) or 0 (LOGISTIC) */
};
/** Emission paths of n places, all of one shape.
 *
 * `WUNUSUAL`      rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of e0 (LINEAR).
 * `EINVAL`        t_waypoint is NULL although waypoint is given; waypoint is NULL although t_waypoint is given; rate is
 *                 NULL although the shape needs it; rate is given although the path of HERMITE has no waypoint.
 * `EDOM`          e_peak is not above residual; e0 is below residual (LINEAR); mitigation is below -growth; t_budget is
 *                 before t0; waypoint of the peak is not above residual; rate is so large that a path through a
 *                 waypoint would not fall throughout (HERMITE); t0 or t_budget is not a whole year although the
 *                 convention is a sum of annual values.
 * `ERANGE`        rate is above 1 (COMPOUND); rate is below 0 (HERMITE).
 * `ENOTFINITE`    t_waypoint is NaN although waypoint is not; waypoint is NaN although t_waypoint is not.
 * `ENOTSORTED`    t_peak is before t0; t_net_zero is not after the plateau; t_end is not after t0; t_waypoint is not
 *                 between the end of the plateau and t_net_zero.
 * `EINCONSISTENT`  e_peak is below e0; e_peak is not e0 although t_peak is t0.
 * `EOVERFLOW`     e0, residual or e_peak is so large (above 4e304) that a cumulative emission could overflow.
 */
typedef struct skpi_carbon_path {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    int32_t shape;            /* enum skpi_carbon_shape; there is no default. */
    int32_t convention;       /* enum skpi_carbon_convention; there is no default. */
    const double *t0;         /* [n] date of the start. */
    const double *e0;         /* [n] quantity: emission at t0. */
    const double *residual;   /* [n] number: emission at the end, below 0 where more is removed than emitted; NULL = 0;
                               * only for shape = LINEAR, LOGISTIC, PEAK, HERMITE. */
    const double *t_peak;     /* [n] date of the peak; only for shape = PEAK, HERMITE. */
    const double *e_peak;     /* [n] quantity: emission at the peak; only for shape = PEAK, HERMITE. */
    const double *plateau;    /* [n] quantity: years at the peak; NULL = 0; only for shape = PEAK, HERMITE. */
    const double *t_net_zero; /* [n] date at which the emission reaches residual; only for shape = PEAK, HERMITE. */
    const double *power;      /* [n] positive exponent of the decline; only for shape = PEAK. */
    const double *rate;       /* [n] number: annual decline: in the unit (LINEAR, and HERMITE at its waypoint), as a
                               * continuous rate (EXPONENTIAL, LOGISTIC), as a fraction (COMPOUND); below 0 the path
                               * rises; NULL = none, of HERMITE without a waypoint; only for shape = LINEAR,
                               * EXPONENTIAL, COMPOUND, LOGISTIC, HERMITE. */
    const double *growth;     /* [n] growth at t0; NULL = 0; unusual beyond 0.15; only for shape = CAPPED, HERMITE. */
    const double *mitigation; /* [n] decline, -growth or above; only for shape = CAPPED. */
    const double *t_mid;      /* [n] number: date of the inflexion, which may lie outside 1500 to 2400; only for
                               * shape = LOGISTIC. */
    const double *t_end;      /* [n] date at which a target holds; infinite = for ever (an integral of EXPONENTIAL,
                               * COMPOUND or CAPPED as a budget); NULL = the shape determines it. */
    const double *t_budget;   /* [n] date from which cumulative emissions and budgets count, t0 or later; NULL = t0. */
    const double *t_waypoint; /* [n] date at which the emission is the share waypoint of the peak; NaN = missing;
                               * NULL = none; only for shape = PEAK, HERMITE. */
    const double *waypoint;   /* [n] share of e_peak at t_waypoint, NaN where t_waypoint is; NaN = missing; NULL = none;
                               * only for shape = PEAK, HERMITE. */
} skpi_carbon_path;
/** Emission of each place in each year, and the cumulative emission from t_budget to that year, in closed form.
 *
 * `path`                    path with all parameters of its shape.
 * `first_year`, `n_years`   axis of whole years: 2030 is the date 2030.0.
 * `emission[n][n_years]`    number: emission of the year; NULL = not wanted.
 * `cumulative[n][n_years]`  number: cumulative emission by the path's convention, below 0 before t_budget; NULL = not
 *                           wanted.
 * `status[n]`               row status.
 *
 * `ENOTSORTED`  path->t0 is after first_year.
 * `EOVERFLOW`   emission is so large that a cumulative emission could overflow.
 *
 * Source: CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
 * Anal. 17 (1980) 238; LOGISTIC and PEAK: this library's own, smartkpi_carbon(7).
 */
SKPI_CHECK skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                              double *emission, double *cumulative, int32_t *status);
/** Total emission of each place in each calendar year: the integral over the year, in closed form, whatever the
 * convention.
 *
 * `path`                   path with all parameters of its shape.
 * `first_year`, `n_years`  axis of calendar years that begin at t0 or later.
 * `total[n][n_years]`      number: total of the year.
 * `status[n]`              row status.
 *
 * `ENOTSORTED`  path->t0 is after first_year.
 * `EOVERFLOW`   emission is so large that a cumulative emission could overflow.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_total(const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                              double *total, int32_t *status);
/** Solves for the free parameter with which each path meets a target: rate of LINEAR, EXPONENTIAL and COMPOUND, t_mid
 * of LOGISTIC, mitigation of CAPPED, power of PEAK, t_net_zero of HERMITE, rate of HERMITE with a waypoint.
 *
 * `path`        path without its free parameter, which must be NULL.
 * `by`          enum skpi_carbon_target: quantity that the target sets.
 * `target[n]`   number: a cumulative emission, an emission or a date.
 * `unknown[n]`  number: the free parameter; may be target.
 * `status[n]`   row status.
 *
 * `EINVAL`       by is not a target of this shape; path->rate or another free parameter is given; path->t_end is NULL
 *                although the target needs it; path->t_end is given although the target does not use it;
 *                path->convention is not the integral for a budget of HERMITE.
 * `EDOM`         path->e0 is 0 or not above path->residual; the target is the same for every value of the free
 *                parameter; path->rate is 0 (LOGISTIC); path->residual is not below 0 for a date of LOGISTIC, or not 0
 *                for a sum of annual values of LINEAR; path->t_end is outside the decline (PEAK); path->t_end or
 *                path->t_net_zero is not a whole year although the convention is a sum of annual values.
 * `ERANGE`       path->rate is below 0 (LOGISTIC); path->plateau or path->t_budget leaves no time for a decline
 *                (HERMITE); target is outside 1500 to 2400 although it is a date.
 * `ENOTSORTED`  path->t_end or path->t_net_zero is not after path->t_budget, from which a budget counts.
 * `EINFEASIBLE`  target is below all that can be met; see skpi_carbon_path_range.
 * `ENOTBINDING`  target is above all that can be met.
 * `EOVERFLOW`    unknown is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_solve(const skpi_carbon_path *path, int32_t by, const double *target,
                                              double *unknown, int32_t *status);
/** Open interval of the targets that each path can meet; skpi_carbon_path_range(3) lists the ends that can be met too.
 *
 * `path`       path without its free parameter, which must be NULL.
 * `by`         enum skpi_carbon_target: quantity that the target sets.
 * `low[n]`     number: lower end; infinite = no bound; NULL = not wanted.
 * `high[n]`    number: upper end; infinite = no bound; NULL = not wanted.
 * `status[n]`  row status.
 *
 * `EINVAL`  by is not a target of this shape; path->rate or another free parameter is given; path->t_end is NULL
 *           although the target needs it; path->t_end is given although the target does not use it; path->convention
 *           is not the integral for a budget of HERMITE.
 * `EDOM`    path->e0 is 0 or not above path->residual; the target is the same for every value of the free parameter;
 *           path->rate is 0 (LOGISTIC); path->residual is not below 0 for a date of LOGISTIC, or not 0 for a sum of
 *           annual values of LINEAR; path->t_end is outside the decline (PEAK); path->t_end or path->t_net_zero is not
 *           a whole year although the convention is a sum of annual values.
 * `ERANGE`  path->rate is below 0 (LOGISTIC); path->plateau or path->t_budget leaves no time for a decline (HERMITE).
 * `ENOTSORTED`  path->t_end or path->t_net_zero is not after path->t_budget, from which a budget counts.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_range(const skpi_carbon_path *path, int32_t by, double *low, double *high,
                                              int32_t *status);
/** Date and emission of the maximum of each path.
 *
 * `path`       path with all parameters of its shape.
 * `t_peak[n]`  number: first date of the maximum; NaN where the path rises for ever; NULL = not wanted.
 * `e_peak[n]`  number: emission at that date; NaN where the path rises for ever; NULL = not wanted.
 * `status[n]`  row status.
 *
 * `EOVERFLOW`  t_peak or e_peak is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_peak(const skpi_carbon_path *path, double *t_peak, double *e_peak,
                                             int32_t *status);
/** Dates from t0 on at which the emission of each path is at or below a threshold.
 *
 * `path`          path with all parameters of its shape.
 * `threshold[n]`  number: emission that counts as net zero; NULL = 0.
 * `first[n]`      number: the first such date; NaN where there is none; NULL = not wanted; may be threshold.
 * `permanent[n]`  number: date from which on the emission stays at or below the threshold; NaN where there is none;
 *                 NULL = not wanted; may be threshold.
 * `status[n]`     row status.
 *
 * `EOVERFLOW`  permanent is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_net_zero(const skpi_carbon_path *path, const double *threshold, double *first,
                                                 double *permanent, int32_t *status);
/** A smooth path through milestones that is monotone between two successive milestones.
 *
 * `milestone`               table of number: emissions of any sign, at least two for each place; NaN = missing.
 * `convention`              enum skpi_carbon_convention; t0 is the first milestone of the place.
 * `t_budget[n]`             date from which cumulative emissions count, from the first milestone of the place to the
 *                           last; NULL = the first milestone.
 * `first_year`, `n_years`   axis of whole years between the first and the last milestone of every place.
 * `emission[n][n_years]`    number: emission of the year; NULL = not wanted.
 * `cumulative[n][n_years]`  number: cumulative emission by the convention, below 0 before t_budget; NULL = not wanted.
 * `status[n]`               row status.
 *
 * `ENODATA`    milestone->value has fewer than two milestones in a row.
 * `EDOM`       first_year is before the first milestone of a row; n_years leads beyond the last one; t_budget is before
 *              the first milestone of its row, after the last, or no whole year although the convention is a sum of
 *              annual values.
 * `EOVERFLOW`  milestone->value is so large that a cumulative emission could overflow.
 *
 * Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300.
 */
SKPI_CHECK skpi_status skpi_carbon_path_milestones(const skpi_table *milestone, int32_t convention,
                                                   const double *t_budget, int32_t first_year, size_t n_years,
                                                   double *emission, double *cumulative, int32_t *status);

/** Verdict on net zero: when a series is at or below the threshold. */
enum skpi_carbon_net_zero_verdict {
    SKPI_CARBON_NET_ZERO_VERDICT_NEVER = 6801,            /* in no year */
    SKPI_CARBON_NET_ZERO_VERDICT_REACHED = 6802,          /* from a date after the first year on, to the last year */
    SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY = 6803,        /* from a date after the first year on, but the series rises
                                                           * above the threshold again */
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY = 6804,          /* in every year from the first on */
    SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY = 6805 /* in the first year, but the series rises above the threshold
                                                           * later */
};
/** Dates and verdict of each row. */
typedef struct skpi_carbon_net_zero_out {
    uint32_t size, flags;
    double *first;     /* [n] number: first date at or below the threshold; NaN where there is none. */
    double *permanent; /* [n] number: date from which on the series stays at or below the threshold to the last year;
                        * NaN where there is none. */
    int32_t *verdict;  /* [n] enum skpi_carbon_net_zero_verdict. */
} skpi_carbon_net_zero_out;
/** Dates at which the straight lines between the values of a series are at or below a threshold, first and permanently.
 *
 * `emission`      table of number, any sign.
 * `threshold[n]`  number: emission that counts as net zero; NULL = 0.
 * `out`           dates and verdicts.
 * `status[n]`     row status.
 *
 * `EOVERFLOW`  emission->value less threshold is beyond the range of a double.
 *
 * Source: plane geometry; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_net_zero(const skpi_table *emission, const double *threshold,
                                            skpi_carbon_net_zero_out *out, int32_t *status);

/* ---------------------------------------------------------------------------------------------- budgets */

/** Rule by which a budget is shared. */
enum skpi_carbon_budget_rule {
    SKPI_CARBON_BUDGET_RULE_PER_CAPITA = 26201,  /* in proportion to population */
    SKPI_CARBON_BUDGET_RULE_GRANDFATHER = 26202, /* in proportion to emissions */
    SKPI_CARBON_BUDGET_RULE_BLEND = 26203,       /* a part, the weight, in proportion to population, the other part in
                                                  * proportion to emissions */
    SKPI_CARBON_BUDGET_RULE_CUMULATIVE = 26204   /* in proportion to population, less past emissions in excess of equal
                                                  * shares */
};
/** Flags of sharing. */
enum skpi_carbon_budget_share_flag {
    SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE = 1 /* missing years of a history are interpolated by straight lines */
};
/** Rule of sharing and its parameters. */
typedef struct skpi_carbon_budget_share_options {
    uint32_t size, flags; /* flags: enum skpi_carbon_budget_share_flag. */
    int32_t rule;         /* enum skpi_carbon_budget_rule; 0 = SKPI_CARBON_BUDGET_RULE_PER_CAPITA. */
    int32_t zero;         /* 0. */
    double weight;        /* share of the budget that is shared by population; 0 = none; only for rule = BLEND. */
    double discount;      /* share by which a past year counts less than the year after it; 0 = none; unusual above 0.1;
                           * only for rule = CUMULATIVE. */
    const skpi_table *history_emission;   /* table of quantity: emissions of past years in the unit of the budget; only
                                           * for rule = CUMULATIVE. */
    const skpi_table *history_population; /* table of quantity: population of the same places and years;
                                           * NULL = population in every year; only for rule = CUMULATIVE. */
} skpi_carbon_budget_share_options;
/** Allowance of each place: its part of a carbon budget.  Allowances add up to the budget; with CUMULATIVE an allowance
 * may be below 0.
 *
 * `n`              count of places that share, including "all others"; at least 1.
 * `population[n]`  quantity of people, in one unit for all places; not read by GRANDFATHER; NULL = the rule does not
 *                  use it.
 * `emission[n]`    quantity: annual emission; read only by GRANDFATHER and BLEND; NULL = the rule does not use it.
 * `budget`         number, in any unit.
 * `options`        rule, weight, discount, history_emission, history_population; NULL = all by population.
 * `allowance[n]`   number in the unit of budget; may be population, emission.
 *
 * `EINVAL`         population is NULL although the rule uses it; emission is NULL although the rule uses it.
 * `EZERODIV`       population adds up to 0; emission adds up to 0; options->history_population->value adds up to 0 in a
 *                  year.
 * `EINCONSISTENT`  options->history_emission->n is not n; options->history_population->n is not
 *                  options->history_emission->n; options->history_population->m is not options->history_emission->m;
 *                  options->history_population->year is not options->history_emission->year;
 *                  options->history_emission->year leaves out a year although SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE
 *                  is not set.
 * `EOVERFLOW`      population, emission or a year of a history adds up to more than a double holds; allowance is beyond
 *                  the range of a double.
 *
 * Source: Raupach et al., Nature Climate Change 4 (2014) 873; CUMULATIVE: Matthews, Nature Climate Change 6 (2016) 60.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_share(size_t n, const double *population, const double *emission,
                                                double budget, const skpi_carbon_budget_share_options *options,
                                                double *allowance);

/** Form in which shares of emissions move to shares of population. */
enum skpi_carbon_budget_converge_form {
    SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR = 26501,     /* by equal steps every year */
    SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL = 26502 /* slowly at first, then faster and faster */
};
/** Form and speed of the convergence. */
typedef struct skpi_carbon_budget_converge_options {
    uint32_t size, flags;
    int32_t form; /* enum skpi_carbon_budget_converge_form; 0 = SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR. */
    int32_t zero; /* 0. */
    double speed; /* quantity: a in exp(-a (1 - x)), where x is the elapsed part of the time to converge_year; 0 = 4;
                   * only for form = EXPONENTIAL. */
} skpi_carbon_budget_converge_options;
/** Contraction and convergence: shares of emissions move from those of first_year to equal emissions per head.
 *
 * `n`                       count of places that share, including "all others"; at least 1.
 * `emission[n]`             quantity: emission in first_year.
 * `population[n][n_years]`  quantity of people, in one unit for all places.
 * `first_year`, `n_years`   axis: the base year and those after it.
 * `converge_year`           year from which on shares of emissions are shares of population.
 * `options`                 form and speed; NULL = linear.
 * `share[n][n_years]`       share of the emissions of the year; the shares of a year add up to 1.
 *
 * `ENOTSORTED`  converge_year is not after first_year.
 * `EZERODIV`    emission adds up to 0; population adds up to 0 in a year.
 * `EOVERFLOW`   emission adds up to more than a double holds; population of a year adds up to more than a double holds.
 *
 * Source: Meyer, Contraction and Convergence (2000).
 */
SKPI_CHECK skpi_status skpi_carbon_budget_converge(size_t n, const double *emission, const double *population,
                                                   int32_t first_year, size_t n_years, int32_t converge_year,
                                                   const skpi_carbon_budget_converge_options *options, double *share);

/** Edition of a table of remaining carbon budgets. */
enum skpi_carbon_budget_edition {
    SKPI_CARBON_BUDGET_EDITION_AR6 = 26701,      /* sixth report of the IPCC: budgets from the beginning of 2020 on */
    SKPI_CARBON_BUDGET_EDITION_IGCC_2024 = 26702 /* Indicators of Global Climate Change 2024: budgets from the beginning
                                                  * of 2025 on */
};
/** EXPERIMENTAL: Remaining carbon budget: amount of CO2 that keeps warming below a limit with a stated probability.
 * Nothing is interpolated.
 *
 * `warming`      number: limit in degrees Celsius above 1850-1900: 1.5, 1.7 or 2.
 * `probability`  probability of staying below the limit: 0.5, 0.67 or 0.83; AR6 also has 0.17 and 0.33.
 * `edition`      enum skpi_carbon_budget_edition; there is no default.
 * `budget`       positive: budget in Gt of CO2.
 * `t_budget`     date from which the budget counts: 2020 or 2025; NULL = not wanted.
 *
 * `ENOTFOUND`  warming is not in the table; probability is not in the table for this limit.
 *
 * Source: IPCC AR6 WG1 (2021), table SPM.2; Indicators of Global Climate Change 2024, data of June 2025.
 */
SKPI_CHECK skpi_status skpi_carbon_budget_remaining(double warming, double probability, int32_t edition, double *budget,
                                                    double *t_budget);

/** Date at which the cumulative emission of each series first reaches a budget.  Emissions are straight lines between the
 * values, and are cumulated from t_budget on; those below 0 increase what is left.
 *
 * `emission`     table of number, any sign; the line leads across missing years; NaN = missing.
 * `t_budget[n]`  date from which the budget counts, from the first value of the row to the last.
 * `budget[n]`    number: allowed emission from t_budget on, unit of emission times years; 0 or less is used up then.
 * `date[n]`      number: decimal year; NaN where it is not reached by the last value; may be t_budget, budget.
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
 * 1000 Gt, with a likely range of 0.27 to 0.63.
 *
 * `n`                    count of values.
 * `n_prob`               count of quantiles.
 * `cumulative[n]`        number: Gt of CO2; an amount below 0 cools; unusual beyond 20000.
 * `prob[n_prob]`         probability of each quantile, in any order.
 * `best[n]`              number: best estimate in degrees Celsius; NULL = not wanted; may be cumulative.
 * `quantile[n][n_prob]`  number: quantiles of the warming in degrees Celsius; NULL = not wanted.
 *
 * Source: IPCC AR6 WG1 (2021), SPM D.1.1; the normal distribution is this library's choice.
 */
SKPI_CHECK skpi_status skpi_carbon_warming(size_t n, size_t n_prob, const double *cumulative, const double *prob,
                                           double *best, double *quantile);
/** Emissions of a short-lived gas as the CO2 that causes the same warming (GWP*): gwp100 (4.53 E(t) - 4.25 E(t - 20)).
 *
 * `emission`                table of number: mass of the gas emitted per year; NaN = missing.
 * `gwp100`                  positive: warming potential of the gas over 100 years.
 * `first_year`, `n_years`   axis; each year needs a value, and so does the year exactly 20 years before.
 * `equivalent[n][n_years]`  number: mass of CO2 per year, in the unit of emission.
 * `status[n]`               row status.
 *
 * `WUNUSUAL`   emission->value has a break in a row: a step far beyond its usual change.
 * `ENODATA`    emission->year has no value for a year of the axis, or for the year 20 years before it.
 * `EOVERFLOW`  equivalent is beyond the range of a double.
 *
 * Source: Smith, Cain and Allen, npj Climate and Atmospheric Science 4 (2021) 19.
 */
SKPI_CHECK skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year,
                                            size_t n_years, double *equivalent, int32_t *status);

/* ---------------------------------------------------------------------------------------- harmonisation */

/** Method by which a model's path is moved onto an inventory; d is inventory less model and q is inventory/model, both
 * in base_year. */
enum skpi_carbon_harmonise_method {
    SKPI_CARBON_HARMONISE_METHOD_OFFSET = 6901,        /* the model plus d */
    SKPI_CARBON_HARMONISE_METHOD_RATIO = 6902,         /* the model times q */
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET = 6903, /* the model plus a part of d that falls to 0 in end_year */
    SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO = 6904,  /* the model times a ratio that moves from q to 1 in end_year */
    SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE = 6905,   /* a straight line to the model in end_year */
    SKPI_CARBON_HARMONISE_METHOD_BUDGET = 6906,        /* the smallest changes of slope that meet a cumulative
                                                        * emission */
    SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO = 6907      /* the model plus a part of d that falls to 0 at the date at
                                                        * which the model is 0 */
};
/** Flags of a harmonisation. */
enum skpi_carbon_harmonise_flag {
    SKPI_CARBON_HARMONISE_FLAG_PAST = 1 /* the model may have years before base_year */
};
/** Method of a harmonisation and its parameters. */
typedef struct skpi_carbon_harmonise_options {
    uint32_t size, flags;    /* flags: enum skpi_carbon_harmonise_flag. */
    int32_t method;          /* enum skpi_carbon_harmonise_method; there is no default. */
    int32_t end_year;        /* year from which on the output is the model; only for method = REDUCE_OFFSET,
                              * REDUCE_RATIO, INTERPOLATE. */
    const double *zero_date; /* [n] date at which the model is 0; NULL = its first zero after base_year; only for
                              * method = KEEP_ZERO. */
    const double *budget;    /* [n] number: cumulative emission from base_year to the last year, by the trapezoidal
                              * rule; NULL = that of the model; only for method = BUDGET. */
} skpi_carbon_harmonise_options;
/** Moves the paths of a model onto an inventory.  In base_year a path has the value of the inventory; some methods
 * return to the model later.
 *
 * `model`           table of number: emissions of the model, any sign, linear between its years.
 * `history[n]`      number: emission of the inventory in base_year.
 * `base_year`       year within the years of the model.
 * `options`         method and its parameters: end_year, zero_date or budget.
 * `emission[n][m]`  number: harmonised emissions in the model's years; NaN before base_year with BUDGET and KEEP_ZERO.
 * `zero_date[n]`    number: date of zero that KEEP_ZERO kept; NaN with other methods; NULL = not wanted.
 * `status[n]`       row status.
 *
 * `WADJUSTED`   history is 0 (RATIO, REDUCE_RATIO): no ratio leads away from 0, and RATIO gives 0 in all years.
 * `EDOM`        base_year is outside the model's years, or is their last one (BUDGET); model->year has years before
 *               base_year although SKPI_CARBON_HARMONISE_FLAG_PAST is not set; options->end_year is after the model's
 *               last year (INTERPOLATE); history has not the sign of the model in base_year (RATIO, REDUCE_RATIO);
 *               model->value is not above 0 in base_year (KEEP_ZERO); options->zero_date is not after base_year.
 * `ENOTSORTED`  options->end_year is not after base_year.
 * `EZERODIV`    model->value is 0 in base_year (RATIO, REDUCE_RATIO).
 * `ENOTFOUND`   model->value never reaches 0 and options->zero_date is NULL (KEEP_ZERO).
 * `EOVERFLOW`   emission is beyond the range of a double.
 * `ENOMEM`      model->n rows need more memory than there is.
 *
 * Source: Gidden et al., Environmental Modelling and Software 105 (2018) 187; KEEP_ZERO is this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_harmonise(const skpi_table *model, const double *history, int32_t base_year,
                                             const skpi_carbon_harmonise_options *options, double *emission,
                                             double *zero_date, int32_t *status);

/* -------------------------------------------------------------------------------------------- inventory */

/** Set of global warming potentials, by IPCC report and time horizon. */
enum skpi_carbon_gwp {
    SKPI_CARBON_GWP_AR4_100 = 6601, /* fourth report, 100 years */
    SKPI_CARBON_GWP_AR5_100 = 6602, /* fifth report, 100 years, without carbon cycle feedback */
    SKPI_CARBON_GWP_AR6_100 = 6603, /* sixth report, 100 years */
    SKPI_CARBON_GWP_AR4_20 = 6604,  /* fourth report, 20 years */
    SKPI_CARBON_GWP_AR5_20 = 6605,  /* fifth report, 20 years, only CO2, CH4 and N2O */
    SKPI_CARBON_GWP_AR6_20 = 6606   /* sixth report, 20 years */
};
/** Global warming potential of a gas, in kg of CO2 equivalent per kg.
 *
 * `gas`    text: name of the gas, such as "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter.
 * `gwp`    enum skpi_carbon_gwp; there is no default.
 * `value`  positive: the potential.
 *
 * `ENOTFOUND`  gas is not known, or no potential of it is compiled for this set.
 *
 * Source: IPCC AR4 WG1 table 2.14; AR5 WG1 table 8.A.1; AR6 WG1 tables 7.SM.7 and 7.15 (fossil and other methane).
 */
SKPI_CHECK skpi_status skpi_carbon_gas_gwp(const char *gas, int32_t gwp, double *value);
/** Name of gas i = 0, 1, 2 ... among those that have a warming potential in any set; NULL after the last one. */
SKPI_API const char *skpi_carbon_gas(size_t i);

/** Notation key that stands in the place of a figure in an inventory. */
enum skpi_carbon_key {
    SKPI_CARBON_KEY_VALUE = 0,            /* the row has a number */
    SKPI_CARBON_KEY_NOT_OCCURRING = 6701, /* NO: not occurring */
    SKPI_CARBON_KEY_NOT_ESTIMATED = 6702, /* NE: not estimated */
    SKPI_CARBON_KEY_INCLUDED = 6703,      /* IE: included elsewhere */
    SKPI_CARBON_KEY_CONFIDENTIAL = 6704   /* C: confidential */
};
/** An inventory; each row is one gas in one sub-sector.  The gas and the amount of a row with a notation key are not
 * read. */
typedef struct skpi_carbon_inventory_total_in {
    uint32_t size, flags;
    size_t n;                     /* count of rows; at least 1. */
    const char *const *reference; /* [n] text: sub-sector of the GPC, such as "I.1.1". */
    const char *const *gas;       /* [n] text: name of the gas, such as "CH4" or "CH4 fossil"; "CO2(b)" is biogenic and
                                   * in no total. */
    const double *amount;         /* [n] number: mass of the gas; below 0 where it is removed. */
    const int32_t *scope;         /* [n] one of 1, 2, 3. */
    const int32_t *key;           /* [n] enum skpi_carbon_key; NULL = all rows have values. */
    size_t n_required;            /* count of required sub-sectors; 0 = none. */
    const char *const *required;  /* [n_required] text: sub-sectors that a complete inventory must have. */
    size_t n_own;                 /* count of warming potentials that the caller gives; 0 = none. */
    const char *const *own_gas;   /* [n_own] text: names of their gases, each once. */
    const double *own_gwp;        /* [n_own] positive: potential that replaces the one of the set; NULL = none. */
} skpi_carbon_inventory_total_in;
/** Totals in CO2 equivalents, in the unit of amount.  The totals overlap and must not be added. */
typedef struct skpi_carbon_inventory_total_out {
    uint32_t size, flags;
    double *basic;        /* number: BASIC, which is scopes 1 and 2 of energy and transport, and the city's own
                           * waste. */
    double *basic_plus;   /* number: BASIC+, which is BASIC, industry, land use, and scope 3 of energy and transport. */
    double *territorial;  /* number: all of scope 1. */
    double *other;        /* number: scope 3 that is in neither BASIC nor BASIC+. */
    double *scope;        /* [3] number: sums of scopes 1, 2, 3. */
    double *completeness; /* share of the required sub-sectors that have a number or the key NO; NaN if none is
                           * required. */
    int32_t *ne;          /* integer: number of rows with the key NE. */
    int32_t *ie;          /* integer: number of rows with the key IE. */
    double *row;          /* [n] number: CO2e of each row; NaN in a row with a key; may be in->amount. */
    skpi_basis *basis;    /* meaning of the totals: it states gwp, but not where in->own_gwp was used. */
    double *biogenic;     /* number: sum of CO2(b), which is in none of the totals. */
} skpi_carbon_inventory_total_out;
/** Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC).
 *
 * `in`   rows: reference, gas, amount and scope; key and required may be given too.
 * `gwp`  enum skpi_carbon_gwp; there is no default.
 * `out`  totals.
 *
 * `ENOTFOUND`      in->reference is not known; in->required is not known; in->gas is not known, or not in this set.
 * `EINCONSISTENT`  in->scope is not the scope of in->reference: in I and II the last number, except 1 for I.4.4, in III
 *                  1, 3 and 1 for the last numbers 1, 2 and 3, in IV and V 1, and in VI 3.
 * `EDUPLICATE`     in->required holds a value twice; in->own_gas holds a value twice.
 * `EINVAL`         in->n_own is 0 although in->own_gas is given; in->n_own is 0 although in->own_gwp is given;
 *                  in->own_gwp is NULL although in->own_gas is given.
 * `EOVERFLOW`   in->amount is so large that CO2e of it or a total is beyond the range of a double.
 *
 * Source: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1.
 */
SKPI_CHECK skpi_status skpi_carbon_inventory_total(const skpi_carbon_inventory_total_in *in, int32_t gwp,
                                                   skpi_carbon_inventory_total_out *out);

/** Uncertainties as fractions: half the width of a 95 % interval over the value. */
typedef struct skpi_carbon_inventory_uncertainty_out {
    uint32_t size, flags;
    double *combined;     /* [n] quantity: uncertainty of each source. */
    double *contribution; /* [n] quantity: part of the square of total that is due to each source. */
    double *share;        /* [n] share of each source in the variance; NaN if nothing is uncertain. */
    double *total;        /* quantity: uncertainty of the sum, as a fraction of its magnitude. */
    double *sum;          /* number: sum of emission. */
} skpi_carbon_inventory_uncertainty_out;
/** Uncertainty of a sum of sources by propagation of errors (Approach 1 of the IPCC), for uncorrelated sources.
 *
 * `n`            count of sources; at least 1.
 * `n_factors`    count of factors whose product is a source, for example activity and emission factor; at least 1.
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
 * `population[n]`  divisor: people, in one unit for all rows.
 * `gdp[n]`         divisor: GDP in constant prices.
 * `energy[n]`      divisor: energy use.
 * `emission[n]`    quantity: emission.
 * `factor[n][4]`   quantity: population, gdp/population, energy/gdp, emission/energy, as skpi_carbon_lmdi takes them
 *                  for one sector and four factors.
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
 * `EINCONSISTENT`  correlation is not symmetric or has a negative eigenvalue, so that no variables can have it.
 */
typedef struct skpi_carbon_product_quantile_in {
    uint32_t size, flags;
    size_t n;                  /* count of products. */
    size_t n_factors;          /* count of factors of each product; at least 1. */
    const double *mu;          /* [n][n_factors] number: mean of the factor's logarithm, which is the logarithm of its
                                * median. */
    const double *sigma;       /* [n][n_factors] quantity: standard deviation of the factor's logarithm. */
    const double *correlation; /* [n_factors][n_factors] number: correlations of the logarithms; NULL = none. */
} skpi_carbon_product_quantile_in;
/** Quantiles of products of lognormal factors, for example of emissions by the Kaya identity, in closed form.
 *
 * `in`                   mu and sigma of each factor of each product; correlation may be given too.
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
    SKPI_CARBON_LMDI_FORM_ADDITIVE = 26301, /* effects in the unit of the total, which add up to its change */
    SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE =
        26302,                                 /* effects as quotients, whose product is the quotient of the totals */
    SKPI_CARBON_LMDI_FORM_ADDITIVE_II = 26303, /* LMDI-II: the weights of the sectors add up to 1 */
    SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II = 26304 /* LMDI-II, effects as quotients */
};
/** Effects of each case. */
typedef struct skpi_carbon_lmdi_out {
    uint32_t size, flags;
    double *effect;        /* [n][n_factors] number: effect of each factor over all sectors. */
    double *sector_effect; /* [n][n_sectors][n_factors] number: effect in each sector; over the sectors they add up, or
                            * multiply, to effect. */
    double *total;         /* [n] number: change of the total, or quotient of the totals. */
    double *residual;      /* [n] number: total less the sum of effect, or total over the product of effect, less 1; for
                            * all data it is only rounding. */
} skpi_carbon_lmdi_out;
/** Decomposes the change of a total between two dates by the logarithmic mean Divisia index, LMDI-I or LMDI-II.  The
 * total is the sum over sectors of products of factors.
 *
 * `n`          count of cases.
 * `n_sectors`  count of sectors of each case; at least 1.
 * `n_factors`  count of factors whose product is a sector; at least 1.
 * `factor0[n][n_sectors][n_factors]`  number: factors at the first date; 0 is allowed.
 * `factor1[n][n_sectors][n_factors]`  number: factors at the second date; 0 is allowed; a sector may go from 0 to below 0
 *                                     or back.
 * `form`       enum skpi_carbon_lmdi_form; there is no default.
 * `out`        effects, total and residual of each case.
 * `status[n]`  row status.
 *
 * `EDOM`       factor1 has another sign than factor0 in a sector that is 0 at neither date; factor0 has a total of 0 (all
 *              forms but ADDITIVE); factor1 has a total of 0 or of another sign (all forms but ADDITIVE); factor1 has
 *              no sector that is not 0 at both dates (ADDITIVE_II and MULTIPLICATIVE_II).
 * `EOVERFLOW`  factor0 has a product that is too large, or too small, for a double, or whose first factors are;
 *              factor1 has such a product, or its sectors add up to more than a double holds; out->effect is beyond the range of a double (all forms but
 *              ADDITIVE).
 *
 * Source: Ang, Energy Policy 33 (2005) 867 and 86 (2015) 233; LMDI-II: Ang and Choi, The Energy Journal 18(3) (1997)
 * 59; zeros: Ang and Liu, Energy Policy 35 (2007) 238.
 */
SKPI_CHECK skpi_status skpi_carbon_lmdi(size_t n, size_t n_sectors, size_t n_factors, const double *factor0,
                                        const double *factor1, int32_t form, skpi_carbon_lmdi_out *out,
                                        int32_t *status);

/** Effects since the first year; row j holds those of year j + 1. */
typedef struct skpi_carbon_lmdi_chain_out {
    uint32_t size, flags;
    double *effect;        /* [n_years - 1][n_factors] number: effect of each factor over all sectors. */
    double *sector_effect; /* [n_years - 1][n_sectors][n_factors] number: effect in each sector; over the sectors they
                            * add up, or multiply, to effect. */
    double *total;         /* [n_years - 1] number: change of the total, or quotient of the totals. */
    double *residual;      /* [n_years - 1] number: total less the sum of effect, or total over the product of effect,
                            * less 1; for all data it is only rounding. */
} skpi_carbon_lmdi_chain_out;
/** Decomposes the changes since the first year: the effects of skpi_carbon_lmdi from year to year, added up or
 * multiplied.  They differ from the effects between the first and the last year, because the weights change from year
 * to year.
 *
 * `n_years`    count of years, evenly spaced or not; at least 2.
 * `n_sectors`  count of sectors; at least 1.
 * `n_factors`  count of factors whose product is a sector; at least 1.
 * `factor[n_years][n_sectors][n_factors]`  number: factors of each year; 0 is allowed; a sector may go from 0 to below 0
 *                                          or back.
 * `form`       enum skpi_carbon_lmdi_form; there is no default.
 * `out`        effects, total and residual since the first year.
 *
 * `EDOM`       factor has another sign than in the year before in a sector that is 0 in neither year; factor has a total
 *              that is 0 or has another sign than in the year before (all forms but ADDITIVE); factor has no sector
 *              that is not 0 in two successive years (ADDITIVE_II and MULTIPLICATIVE_II).
 * `EOVERFLOW`  factor has a product that is too large, or too small, for a double, or its sectors add up to more than a
 *              double holds; out->effect is beyond the range of a double; the effects of earlier years are written.
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
 * `rate`         share of base that is cut in each year: 0.042 for 1.5 degrees Celsius, 0.025 for well below 2; unusual
 *                above 0.2.
 * `years[n]`     quantity: number of years since the base year.
 * `emission[n]`  number: emission that is allowed; may be base, years.
 * `status[n]`    row status.
 *
 * `WHORIZON`   emission is below 0: the rule is not meant for so many years.
 * `EOVERFLOW`  emission is beyond the range of a double.
 *
 * Source: Science Based Targets initiative, Foundations of Science-based Target Setting, version 1.0 (2019), 3.2.
 */
SKPI_CHECK skpi_status skpi_carbon_target_contraction(size_t n, const double *base, double rate, const double *years,
                                                      double *emission, int32_t *status);

/** Verdict on a target. */
enum skpi_carbon_verdict {
    SKPI_CARBON_VERDICT_ALREADY_MET = 26401, /* the last value is at the target or below */
    SKPI_CARBON_VERDICT_MISSED = 26402,      /* it is above the target, and the target's date is not after it */
    SKPI_CARBON_VERDICT_MOVING_AWAY = 26403, /* emissions rise */
    SKPI_CARBON_VERDICT_ON_TRACK = 26404,    /* emissions fall as fast as the target requires */
    SKPI_CARBON_VERDICT_OFF_TRACK = 26405,   /* emissions fall too slowly */
    SKPI_CARBON_VERDICT_OPEN = 26406         /* only of skpi_carbon_target_intensity: the target is not met, and its
                                              * date is to come */
};
/** Emission, GDP and target of n places.
 *
 * `EDOM`        cut is 1, which leaves no intensity; growth is not above -1.
 * `ENOTSORTED`  date1 is before date0.
 */
typedef struct skpi_carbon_target_intensity_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const double *date0;       /* [n] date of the base year. */
    const double *emission0;   /* [n] positive emission of the base year. */
    const double *gdp0;        /* [n] divisor: GDP of the base year, in constant prices. */
    const double *date1;       /* [n] date of the last figures. */
    const double *emission1;   /* [n] positive emission at date1, in the unit of emission0. */
    const double *gdp1;        /* [n] divisor: GDP at date1, in the prices of gdp0. */
    const double *target_date; /* [n] date at which the target is due. */
    const double *cut;         /* [n] share of the intensity of the base year that is to be cut: 0.65 is a cut of 65
                                * %. */
    const double *growth; /* [n] growth of GDP per year from date1 on, compound; NULL = not known; unusual beyond 0.15;
                           * at most 1. */
} skpi_carbon_target_intensity_in;
/** Progress to the target. */
typedef struct skpi_carbon_target_intensity_out {
    uint32_t size, flags;
    double *target;      /* [n] number: intensity to be reached, as emission per GDP. */
    double *done;        /* [n] number: cut by date1, as a fraction of the intensity of the base year. */
    double *achieved;    /* [n] number: annual cut from date0 to date1, compound; NaN where date1 is date0. */
    double *required;    /* [n] number: annual cut from date1 to target_date, compound; below 0 where the target is
                          * met; NaN where target_date is not after date1. */
    double *emission;    /* [n] number: emission that the target allows at target_date; NaN as required, and without
                          * growth. */
    double *flat_growth; /* [n] number: annual growth of GDP at which exactly meeting the target keeps emissions
                          * constant; NaN as required. */
    double *next;        /* [n] number: emission one year after date1 on the required path; NaN as emission. */
    int32_t *verdict;    /* [n] enum skpi_carbon_verdict: ALREADY_MET, MISSED or OPEN. */
} skpi_carbon_target_intensity_out;
/** Progress to a target for the intensity of emissions, which is emission per GDP.
 *
 * `in`         base year: date0, emission0, gdp0; last figures: date1, emission1, gdp1; target: target_date, cut;
 *              growth may be given too.
 * `out`        intensity to be reached, cuts achieved and required, emission allowed, verdict.
 * `status[n]`  row status.
 *
 * `EOVERFLOW`  out->target is 0 or beyond the range of a double; another member of out is beyond the range of a double.
 *
 * Source: China's nationally determined contribution (2021), for the form of the target.
 */
SKPI_CHECK skpi_status skpi_carbon_target_intensity(const skpi_carbon_target_intensity_in *in,
                                                    skpi_carbon_target_intensity_out *out, int32_t *status);

/** Flags of targets by sector. */
enum skpi_carbon_sda_flag {
    SKPI_CARBON_SDA_FLAG_UNCAPPED = 1, /* a place whose share of the sector's activity falls is allowed a higher
                                        * intensity */
    SKPI_CARBON_SDA_FLAG_CLAMP = 2 /* a place below the sector's intensity in the target year keeps its own instead of
                                    * rising to it */
};
/** Places or companies, and their sector.  The first year is the base year.  The last year is the target year, unless
 * end_intensity is given. */
typedef struct skpi_carbon_target_sda_in {
    uint32_t size, flags;           /* flags: enum skpi_carbon_sda_flag. */
    size_t n;                       /* count of places. */
    size_t n_years;                 /* count of years; at least 1. */
    const double *intensity;        /* [n] quantity: the place's emission per activity in the base year. */
    const double *activity;         /* [n][n_years] divisor: the place's activity. */
    const double *sector_intensity; /* [n_years] number: the sector's emission per activity. */
    const double *sector_activity;  /* [n_years] divisor: the sector's activity. */
    const double *end_intensity;    /* [1] number: the sector's emission per activity in the target year; NULL = that of
                                     * the last year. */
} skpi_carbon_target_sda_in;
/** Targets by the sectoral decarbonisation approach: the intensity of each place converges to that of its sector.
 *
 * `in`                     intensity and activity of each place; sector_intensity and sector_activity.
 * `intensity[n][n_years]`  number: target for the emission per activity; NULL = not wanted.
 * `emission[n][n_years]`   number: target for the emission, intensity times activity; NULL = not wanted.
 * `status[n]`              row status.
 *
 * `WADJUSTED`  in->intensity is below the sector's in the target year.
 * `WUNUSUAL`   in->sector_intensity falls in its last step by more than half of its steepest fall, and
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

/** Verdict on a peak of emissions. */
enum skpi_carbon_peaked_verdict {
    SKPI_CARBON_PEAKED_VERDICT_NOT_YET = 6401,    /* the largest value is too recent */
    SKPI_CARBON_PEAKED_VERDICT_PEAKED = 6402,     /* values have fallen significantly since the largest one */
    SKPI_CARBON_PEAKED_VERDICT_REBOUNDING = 6403, /* values have risen significantly since then, but stay below the
                                                   * largest one */
    SKPI_CARBON_PEAKED_VERDICT_PLATEAU = 6404     /* neither a fall nor a rise is significant */
};
/** Window of years in which the trend is tested. */
enum skpi_carbon_peaked_window {
    SKPI_CARBON_PEAKED_WINDOW_AFTER = 6501, /* the years after the maximum */
    SKPI_CARBON_PEAKED_WINDOW_FROM = 6502   /* the years from the maximum on, in which a fall is found more often than
                                             * the significance says */
};
/** Window, least number of years and significance of the test. */
typedef struct skpi_carbon_peaked_options {
    uint32_t size, flags;
    int32_t window;      /* enum skpi_carbon_peaked_window; 0 = SKPI_CARBON_PEAKED_WINDOW_AFTER. */
    int32_t min_years;   /* index: least number of years since the maximum; with fewer the verdict is NOT_YET; 0 = 5. */
    double significance; /* number in (0,1): significance of the test; 0 = 0.05. */
} skpi_carbon_peaked_options;
/** Verdict and test of each row. */
typedef struct skpi_carbon_peaked_out {
    uint32_t size, flags;
    int32_t *verdict;   /* [n] enum skpi_carbon_peaked_verdict. */
    int32_t *peak_year; /* [n] year of the largest value, the first of several. */
    int32_t *since;     /* [n] integer: number of years from the peak to the last value. */
    int32_t *used;      /* [n] integer: number of values in the window. */
    double *peak;       /* [n] number: the largest value. */
    double *change;     /* [n] number: last value/peak - 1; NaN if the peak is not above 0. */
    double *s;          /* [n] number: S of Mann and Kendall; NaN if the window has fewer than three values. */
    double *variance;   /* [n] number: variance of S without a trend; NaN as s. */
    double *z;          /* [n] number: S in standard deviations; NaN as s. */
    double *p;          /* [n] number: two-sided probability of such an S without a trend; NaN as s. */
    double *slope;      /* [n] number: Sen's slope, the unit of emission per year; NaN as s. */
} skpi_carbon_peaked_out;
/** Tests whether the emissions of each row have peaked, by the test of Mann and Kendall in the years since their
 * maximum.
 *
 * `emission`   table of number, of any sign; years may be left out; NaN = missing.
 * `options`    window, min_years, significance; NULL = all defaults.
 * `out`        verdicts and tests.
 * `status[n]`  row status.
 *
 * A window of fewer than three values has no trend: the verdict is PLATEAU at best.
 *
 * `WMISSING`   a value is missing.
 * `WUNUSUAL`   emission->value has a break since the maximum: a step far beyond its usual change.
 * `ENODATA`    emission->value has no value in a row.
 * `EOVERFLOW`  emission->value has values in a row that differ by more than 1e302; out->change is beyond the range of
 *              a double.
 *
 * Source: Mann 1945; Kendall 1975; Sen 1968; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_peaked(const skpi_table *emission, const skpi_carbon_peaked_options *options,
                                          skpi_carbon_peaked_out *out, int32_t *status);

/** Flags of progress. */
enum skpi_carbon_progress_flag {
    SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE = 1, /* tolerance of 0 means 0 and not the default */
    SKPI_CARBON_PROGRESS_FLAG_COMPOUND = 2      /* the verdict compares compound rates: it is by achieved_compound and
                                                 * ratio_compound, not by achieved and ratio */
};
/** Window of the achieved cut, and scale and tolerance of the verdict.
 *
 * `EINVAL`  tolerance is given beside SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE.
 */
typedef struct skpi_carbon_progress_options {
    uint32_t size, flags; /* flags: enum skpi_carbon_progress_flag. */
    int32_t window;       /* index: number of years up to the last value from which the achieved cut is computed; 0 =
                           * 10. */
    int32_t zero;         /* 0. */
    double tolerance;     /* share of the required cut that may be lacking in the verdict ON_TRACK; 0 = 0.05, unless
                           * SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE is set. */
} skpi_carbon_progress_options;
/** Verdict of each row and its figures. now is the last value, n the number of years from the last value to
 * target_year. */
typedef struct skpi_carbon_progress_out {
    uint32_t size, flags;
    int32_t *verdict;          /* [n] enum skpi_carbon_verdict: the first verdict that holds; never OPEN. */
    int32_t *last_year;        /* [n] year of the last value. */
    int32_t *used;             /* [n] integer: number of values in the window. */
    double *last;              /* [n] number: the last value. */
    double *required;          /* [n] number: annual cut that leads to the target, (now - target)/n; NaN if n is not
                                * above 0, also in required_share and required_compound. */
    double *required_share;    /* [n] number: required/now; NaN if now is not above 0. */
    double *required_compound; /* [n] number: required annual cut as a compound rate; NaN if now or target is not above
                                * 0. */
    double *achieved;          /* [n] number: annual cut in the window, which is Sen's slope with its sign changed; NaN
                                * if the window has one value. */
    double *achieved_compound; /* [n] number: the same from the logarithms, as a compound rate; NaN if a value in the
                                * window is not above 0. */
    double *ratio;             /* [n] number: achieved/required; NaN if the target is met or n is not above 0. */
    double *ratio_compound;    /* [n] number: achieved_compound/required_compound; NaN if either is NaN. */
    double *crossing;          /* [n] number: date at which the achieved cut reaches the target; NaN if the target is
                                * met already or never reached. */
    double *crossing_compound; /* [n] number: the same with the compound rate; NaN likewise. */
    double *overshoot;         /* [n] number: cumulative emission until target_year in excess of the straight line from
                                * now to the target, in the unit of emission times years; NaN if n is not above 0. */
    double *overshoot_to_date; /* [n] number: cumulative emission since base_year in excess of the straight line from
                                * base_year to the target; NaN if base_year is not before target_year. */
    double *gap;               /* [n] number: now less the value of that line; NaN as overshoot_to_date. */
} skpi_carbon_progress_out;
/** Progress of each row to its target: the cut required, the cut achieved, and the date and excess to which it leads.
 *
 * `emission`        table of number, of any sign; years may be left out; NaN = missing.
 * `target_year[n]`  year of the target.
 * `target[n]`       number: emission in that year.
 * `base_year[n]`    year in which the straight line to the target begins; NULL = the year of the row's first value.
 * `options`         window, scale and tolerance; NULL = all defaults.
 * `out`             verdicts, rates, dates.
 * `status[n]`       row status.
 *
 * `WMISSING`    a value is missing.
 * `WUNUSUAL`    emission->value has a break since base_year or in the window: a step far beyond its usual change.
 * `EDOM`        target or a value in the window is not above 0, although the verdict needs a compound rate.
 * `ENODATA`     emission->value has no value in a row, or only one in a window although a rate is needed; base_year is
 *               a year without a value.
 * `ENOTSORTED`  base_year is not before target_year.
 * `EOVERFLOW`   emission->value has values in a row that differ by more than 1e302; target differs from a value by more
 *               than 1e302; out->required_share, a compound rate, a ratio or a crossing is beyond the range of a
 *               double.
 *
 * Source: Theil 1950; Sen 1968; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_progress(const skpi_table *emission, const int32_t *target_year,
                                            const double *target, const int32_t *base_year,
                                            const skpi_carbon_progress_options *options, skpi_carbon_progress_out *out,
                                            int32_t *status);

/** Events whose probability is wanted; at least one of peak_year, net_zero_date and budget is given.
 *
 * `EINVAL`  convention is 0 although budget is given.
 */
typedef struct skpi_carbon_verdict_probability_in {
    uint32_t size, flags;
    const int32_t *peak_year;    /* [n] year by which the first of the largest values must occur; NULL = not wanted. */
    const double *net_zero_date; /* [n] date from which on the emission must stay at or below threshold; NULL = not
                                  * wanted. */
    const double *threshold;     /* [n] number: emission that counts as net zero; NULL = 0. */
    const double *budget;        /* [n] number: limit on the cumulative emission from the first year of the draws to the
                                  * last; NULL = not wanted. */
    int32_t convention;          /* enum skpi_carbon_convention of the cumulative emission; 0 = budget is NULL. */
    int32_t zero;                /* 0. */
    double coverage;             /* number in (0,1): coverage of the intervals; 0 = 0.8. */
} skpi_carbon_verdict_probability_in;
/** Fractions of the draws in which each event occurs, with an interval for the limited number of draws. */
typedef struct skpi_carbon_verdict_probability_out {
    uint32_t size, flags;
    double *peaked;                       /* [n] share of the draws that have peaked by peak_year; NaN without one. */
    double *peaked_low, *peaked_high;     /* [n] share: ends of the interval of peaked; NaN as peaked. */
    double *net_zero;                     /* [n] share of the draws that are at net zero from net_zero_date on; NaN
                                           * without one. */
    double *net_zero_low, *net_zero_high; /* [n] share: ends of the interval of net_zero; NaN as net_zero. */
    double *within;                       /* [n] share of the draws that stay within budget; NaN without one. */
    double *within_low, *within_high;     /* [n] share: ends of the interval of within; NaN as within. */
    double *all;                          /* [n] share of the draws in which all wanted events occur. */
    double *all_low, *all_high;           /* [n] share: ends of the interval of all. */
} skpi_carbon_verdict_probability_out;
/** Probabilities that emissions peak, reach net zero and stay within a budget, from draws of emission paths.  Between
 * its years a draw is a straight line.
 *
 * `n`          count of places.
 * `n_draws`    count of draws of each place; at least 1.
 * `m`          count of years; at least 2.
 * `year[m]`    years of the draws, evenly spaced or not.
 * `emission[n][n_draws][m]`  number: the draws, in the caller's unit per year.
 * `in`         events: peak_year; net_zero_date and threshold; budget and convention; coverage of the intervals.
 * `out`        fractions of the draws and Wilson's intervals.
 * `status[n]`  row status.
 *
 * `EINVAL`     in names no event: in->peak_year, in->net_zero_date and in->budget are NULL.
 * `ERANGE`     in->peak_year is before the first year or not before the last one; in->net_zero_date is outside the
 *              first to the last year.
 * `EOVERFLOW`  emission adds up to a cumulative emission beyond the range of a double.
 *
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209.
 */
SKPI_CHECK skpi_status skpi_carbon_verdict_probability(size_t n, size_t n_draws, size_t m, const int32_t *year,
                                                       const double *emission,
                                                       const skpi_carbon_verdict_probability_in *in,
                                                       skpi_carbon_verdict_probability_out *out, int32_t *status);

/* -------------------------------------------------------------------------------------------- abatement */

/** Rule for the amount that measures abate. */
enum skpi_carbon_abatement_mode {
    SKPI_CARBON_ABATEMENT_MODE_EXACT = 26601,       /* the measures abate the target and no more */
    SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE = 26602 /* measures that save money are used whole, even if they abate more
                                                     * than the target */
};
/** The measures that are used, and the supply curve of all measures. */
typedef struct skpi_carbon_abatement_out {
    uint32_t size, flags;
    double *use;        /* [n] quantity: amount that each measure abates, in the unit of target. */
    double *total;      /* quantity: amount that all measures abate. */
    double *cost;       /* number: cost of that amount, the sum of cost times use. */
    double *marginal;   /* number: cost of the most expensive measure that is used; NaN if none is used. */
    int32_t *order;     /* [n] index of the measure at each step of the supply curve, cheapest first; measures of equal
                         * cost keep their order. */
    double *cumulative; /* [n] quantity: sum of the potentials up to and including each step of the supply curve. */
} skpi_carbon_abatement_out;
/** Abates a target at least cost: measures are used in the order of their cost until the target is met.
 *
 * `n`             count of measures; at least 1.
 * `cost[n]`       number: cost per unit abated; below 0 if the measure saves money.
 * `potential[n]`  quantity: largest amount that each measure can abate, in the unit of target.
 * `target`        quantity: amount to be abated.
 * `mode`          enum skpi_carbon_abatement_mode; there is no default.
 * `out`           use of each measure, total and cost; the supply curve.
 *
 * `EINFEASIBLE`  target is above the sum of potential.
 * `EOVERFLOW`    potential adds up to more than a double holds; out->cost is beyond the range of a double.
 *
 * Source: Dantzig, Operations Research 5 (1957) 266.
 */
SKPI_CHECK skpi_status skpi_carbon_abatement(size_t n, const double *cost, const double *potential, double target,
                                             int32_t mode, skpi_carbon_abatement_out *out);

/** The carbon model of an ensemble: the logarithm of emissions is a walk whose drift fades and changes. */
typedef struct skpi_carbon_ensemble_add_in {
    uint32_t size, flags;
    const double *emission;    /* [plan->n_places] positive: emission in the year before the plan's first. */
    const double *drift;       /* [plan->n_places] growth: drift of the logarithm; NULL = 0. */
    const double *growth;      /* [plan->n_places] growth to which the drift fades, by a tenth of the distance a year;
                                * NULL = the drift does not fade. */
    const double *sigma;       /* [plan->n_places] quantity: standard deviation of a year's step around the drift, in
                                * logarithms; unusual above 0.5. */
    const double *drift_sigma; /* [plan->n_places] quantity: standard deviation of a year's change of the drift, in
                                * logarithms; unusual above 0.5; NULL = 0. */
    const double *path;        /* [plan->n_places][plan->n_years] positive: emissions, such as those of a policy, whose
                                * yearly steps are the drift; NULL = drift and growth. */
    const double *cumulative;  /* [plan->n_places] number: emissions up to the year before the plan's first, in units of
                                * emission times years; NULL = 0. */
    const double *warming;     /* [plan->n_places] number: warming where the cumulative emission is 0; NULL = 0. */
    const double *tcre;        /* [plan->n_places] positive: warming per unit of cumulative emission, taken as certain;
                                * NULL = the model has no warming. */
} skpi_carbon_ensemble_add_in;
/** EXPERIMENTAL: Adds the carbon model to a plan.  Its variables are 0, the emission of the year; 1, the cumulative
 * emission: in->cumulative and the emissions from the plan's first year to the year; with in->tcre also 2, the warming:
 * in->warming and in->tcre times the cumulative emission.
 *
 * `plan`   the plan to which the model is added.
 * `in`     emission, sigma and drift of the places, or a path instead of the drift; tcre adds the warming.
 * `model`  index of the model in the plan.
 *
 * `EINVAL`     in->drift is given with in->path; in->growth is given with in->path; in->tcre is NULL although
 *              in->warming is given.
 * `EOVERFLOW`  in->sigma or another parameter is so large that a draw could overflow, or that the logarithms of a year
 *              have a standard deviation above 3.7.
 * `ENOMEM`     not enough memory for one more model.
 *
 * Source: this library's own; skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_carbon_ensemble_add(skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_in *in,
                                                int32_t *model);
/** What is assumed besides the histories. */
typedef struct skpi_carbon_ensemble_add_history_options {
    uint32_t size, flags;
    const double *path;       /* [plan->n_places][plan->n_years] positive: emissions, such as those of a policy, whose
                               * yearly steps are the drift; NULL = the drift that the history shows. */
    const double *cumulative; /* [plan->n_places] number: emissions up to the year before the plan's first, in units of
                               * emission times years; NULL = 0. */
    const double *warming;    /* [plan->n_places] number: warming where the cumulative emission is 0; NULL = 0. */
    const double *tcre;       /* [plan->n_places] positive: warming per unit of cumulative emission, taken as certain;
                               * NULL = the model has no warming. */
} skpi_carbon_ensemble_add_history_options;
/** EXPERIMENTAL: Adds the carbon model to a plan, with drift, fading and deviations estimated from histories as in
 * skpi_series_fan, whose closed form the quantiles of the emission have.  Its variables are those of
 * skpi_carbon_ensemble_add.
 *
 * `plan`      the plan to which the model is added.
 * `emission`  table of quantity, a place of the plan a row; its last values are of the year before the plan's first; NaN
 *             = missing.
 * `options`   path of a policy, earlier emissions, warming; NULL = none.
 * `model`     index of the model in the plan.
 *
 * `WWEAKFIT`       fewer than 21 consecutive values could be used.
 * `WADJUSTED`      a limit acted on the slope or on an annual change.
 * `WUNUSUAL`       emission->value has a break in a row: a step far beyond its usual change.
 * `EINVAL`         options->tcre is NULL although options->warming is given.
 * `EINCONSISTENT`  emission->n is not the number of places of the plan; emission->year of a last value is not the year before the plan's
 *                  first.
 * `ENODATA`        emission->value has fewer than six consecutive values up to its last one in a row.
 * `EDOM`           emission->value ends at 0 in a row.
 * `EOVERFLOW`      emission->value is so large or varies so much that a draw could overflow, or that the logarithms of a
 *                  year have a standard deviation above 3.7.
 * `ENOMEM`         not enough memory for one more model.
 *
 * Source: this library's own; skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_carbon_ensemble_add_history(skpi_ensemble_plan *plan, const skpi_table *emission,
                                                        const skpi_carbon_ensemble_add_history_options *options,
                                                        int32_t *model);

/** Flags of a product of factors. */
enum skpi_carbon_ensemble_add_kaya_flag {
    SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS = 1, /* a shock for each factor, in their order, instead of one */
    SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS = 2 /* the factors are variables, each with a shock */
};
/** Factors whose product is an emission: the logarithm of each is a walk whose drift fades and changes. */
typedef struct skpi_carbon_ensemble_add_kaya_in {
    uint32_t size, flags;            /* flags: enum skpi_carbon_ensemble_add_kaya_flag. */
    size_t n_factors;                /* count of factors; at least 1; at most 4. */
    const double *factor;            /* [plan->n_places][n_factors] positive: factor in the year before the plan's
                                      * first. */
    const double *drift;             /* [plan->n_places][n_factors] growth: drift of the logarithm; NULL = 0. */
    const double *growth;            /* [plan->n_places][n_factors] growth to which the drift fades, by a tenth of the
                                      * distance a year; NULL = the drift does not fade. */
    const double *sigma;             /* [plan->n_places][n_factors] quantity: standard deviation of a year's step around
                                      * the drift, in logarithms; unusual above 0.5. */
    const double *drift_sigma;       /* [plan->n_places][n_factors] quantity: standard deviation of a year's change of
                                      * the drift, in logarithms; unusual above 0.5; NULL = 0. */
    const double *drift_correlation; /* [n_factors][n_factors] number in [-1,1]: correlations of the changes of the
                                      * drifts; NULL = none. */
    const double *noise_correlation; /* [n_factors][n_factors] number in [-1,1]: correlations of the steps around the
                                      * drifts; NULL = none. */
    const double *path;              /* [plan->n_places][plan->n_years][n_factors] positive: factors, such as those of a
                                      * policy, whose yearly steps are the drifts; NULL = drift and growth. */
    const double *cumulative;        /* [plan->n_places] number: emissions up to the year before the plan's first, in
                                      * units of emission times years; NULL = 0. */
    const double *warming; /* [plan->n_places] number: warming where the cumulative emission is 0; NULL = 0. */
    const double *tcre;    /* [plan->n_places] positive: warming per unit of cumulative emission, taken as
                                      * certain; NULL = the model has no warming. */
} skpi_carbon_ensemble_add_kaya_in;
/** EXPERIMENTAL: Adds the carbon model to a plan as a product of factors, such as the four of the Kaya identity.  Its
 * variables are 0, the emission of the year, which is the product; 1, the cumulative emission; with the flag FACTORS, 2
 * and on, the factors; with in->tcre the last is the warming.  All choices of flags give the same law of the emission,
 * but other draws.
 *
 * `plan`   the plan to which the model is added.
 * `in`     factor, sigma and drift of each factor of the places, and their correlations.
 * `model`  index of the model in the plan.
 *
 * `EINVAL`     in->drift is given with in->path; in->growth is given with in->path; in->tcre is NULL although
 *              in->warming is given.
 * `ERANGE`     in->n_factors is above 4.
 * `EDOM`       in->drift_correlation or in->noise_correlation is not 1 on its diagonal, not symmetric within 1e-12, or
 *              not positive semidefinite.
 * `EOVERFLOW`  in->sigma or another parameter is so large that a draw could overflow, or that the logarithms of a year
 *              have a standard deviation above 3.7.
 * `ENOMEM`     not enough memory for one more model.
 *
 * Source: skpi_carbon_kaya(3) for the identity; this library's own form, skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_carbon_ensemble_add_kaya(skpi_ensemble_plan *plan,
                                                     const skpi_carbon_ensemble_add_kaya_in *in, int32_t *model);

#ifdef __cplusplus
}
#endif
#endif
