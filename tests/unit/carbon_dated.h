/* What the tests of later budgets and of waypoints share: a path of one place with all that its shape takes. */
#ifndef SKPI_UNIT_CARBON_DATED_H
#define SKPI_UNIT_CARBON_DATED_H
#include "unit/unit.h"

enum {
    LINEAR = SKPI_CARBON_SHAPE_LINEAR,
    EXPONENTIAL = SKPI_CARBON_SHAPE_EXPONENTIAL,
    COMPOUND = SKPI_CARBON_SHAPE_COMPOUND,
    LOGISTIC = SKPI_CARBON_SHAPE_LOGISTIC,
    CAPPED = SKPI_CARBON_SHAPE_CAPPED,
    PEAK = SKPI_CARBON_SHAPE_PEAK,
    HERMITE = SKPI_CARBON_SHAPE_HERMITE,
    INTEGRAL = SKPI_CARBON_CONVENTION_INTEGRAL,
    AFTER = SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE,
    WITH = SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE,
    BUDGET = SKPI_CARBON_TARGET_BUDGET
};

typedef struct dated { /* rate: the steepness for LOGISTIC; t_end 0: not given; waypoint 0: not given */
    double t0, e0, residual, rate, growth, t_peak, e_peak, plateau, t_net_zero, t_budget, t_end, t_waypoint, waypoint;
} dated;

/* The path, with or without its unknown. */
static inline skpi_carbon_path dated_path(int32_t shape, int32_t convention, const dated *p, const double *unknown)
{
    const int peaked = shape == PEAK || shape == HERMITE, through = p->t_waypoint > 0;
    const int rated = shape == LINEAR || shape == EXPONENTIAL || shape == COMPOUND || (shape == HERMITE && through);
    skpi_carbon_path path = {.size = sizeof path, .n = 1, .shape = shape, .convention = convention};
    path.t0 = &p->t0, path.e0 = &p->e0, path.t_budget = &p->t_budget;
    if (peaked || shape == LINEAR || shape == LOGISTIC) path.residual = &p->residual;
    if (peaked) path.t_peak = &p->t_peak, path.e_peak = &p->e_peak, path.plateau = &p->plateau;
    if (shape == CAPPED || shape == HERMITE) path.growth = &p->growth;
    if (shape == LOGISTIC) path.rate = &p->rate, path.t_mid = unknown;
    if (shape == CAPPED) path.mitigation = unknown;
    if (shape == PEAK) path.t_net_zero = &p->t_net_zero, path.power = unknown;
    if (shape == HERMITE) path.t_net_zero = through ? &p->t_net_zero : unknown;
    if (rated) path.rate = unknown;
    if (p->t_end > 0) path.t_end = &p->t_end;
    if (through) path.t_waypoint = &p->t_waypoint, path.waypoint = &p->waypoint;
    return path;
}

static inline skpi_status dated_try(int32_t shape, int32_t convention, dated p, double budget, double *unknown)
{
    const skpi_carbon_path path = dated_path(shape, convention, &p, NULL);
    *unknown = -7;
    const skpi_status s = skpi_carbon_path_solve(&path, BUDGET, &budget, unknown, NULL);
    ck_assert_msg(s >= SKPI_OK || *unknown == -7, "a failed call wrote its output");
    return s;
}

static inline double dated_solved(int32_t shape, int32_t convention, dated p, double budget)
{
    double x;
    ck_assert_msg(dated_try(shape, convention, p, budget, &x) >= SKPI_OK, "%s", skpi_last_error());
    return x;
}

static inline void dated_range(int32_t shape, int32_t convention, dated p, double *low, double *high)
{
    const skpi_carbon_path path = dated_path(shape, convention, &p, NULL);
    ck_assert_msg(skpi_carbon_path_range(&path, BUDGET, low, high, NULL) >= SKPI_OK, "%s", skpi_last_error());
}

static inline void dated_values(int32_t shape, int32_t convention, dated p, double unknown, int32_t year, size_t n,
                                double *e, double *c, double *total)
{
    skpi_carbon_path path = dated_path(shape, convention, &p, &unknown);
    ck_assert_msg(skpi_carbon_path_value(&path, year, n, e, c, NULL) >= SKPI_OK, "%s", skpi_last_error());
    if (total) ck_assert_msg(skpi_carbon_path_total(&path, year, n, total, NULL) >= SKPI_OK, "%s", skpi_last_error());
}

#endif
