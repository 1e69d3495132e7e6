/* Shapes of emission paths: the table of functions that the file of each shape (shape_linear.c ...) gives to the
 * functions of paths.
 *
 * path_members.c reads the caller's struct and checks each member by itself; the functions, path_value.c, path_solve.c,
 * path_peak.c and path_net_zero.c, walk the rows.  A further shape is a file with a table and a line in path_members.c.
 */
#ifndef SKPI_CARBON_SHAPE_H
#define SKPI_CARBON_SHAPE_H
#include <smartkpi/carbon.h>
#include "core/rows.h"

/* Members of skpi_carbon_path, in its order. */
enum {
    SKPI__T0 = 1 << 0,
    SKPI__E0 = 1 << 1,
    SKPI__RESIDUAL = 1 << 2,
    SKPI__T_PEAK = 1 << 3,
    SKPI__E_PEAK = 1 << 4,
    SKPI__PLATEAU = 1 << 5,
    SKPI__T_NET_ZERO = 1 << 6,
    SKPI__POWER = 1 << 7,
    SKPI__RATE = 1 << 8,
    SKPI__GROWTH = 1 << 9,
    SKPI__MITIGATION = 1 << 10,
    SKPI__T_MID = 1 << 11,
    SKPI__T_END = 1 << 12,
    SKPI__T_BUDGET = 1 << 13,
    SKPI__T_WAYPOINT = 1 << 14,
    SKPI__WAYPOINT = 1 << 15
};

typedef struct skpi__carbon_row { /* one place; absent members are 0, or NaN if the contract gives NULL no meaning */
    int32_t shape, convention;
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power, rate, growth, mitigation, t_mid, t_end,
        t_budget, t_waypoint, waypoint; /* t_budget is t0 if it is absent */
} skpi__carbon_row;

/* Whether this row has a waypoint; a path with waypoints may have rows without one. */
static inline int skpi__has_waypoint(const skpi__carbon_row *k) { return !isnan(k->t_waypoint); }
static inline int skpi__is_integral(const skpi__carbon_row *k)
{
    return k->convention == SKPI_CARBON_CONVENTION_INTEGRAL;
}
/* Years from t0 to the date from which the budget counts. */
static inline double skpi__before_budget(const skpi__carbon_row *k) { return k->t_budget - k->t0; }
/* The first year whose annual value a budget counts, in years from t0; 0 is t0 itself. */
static inline double skpi__first_counted(const skpi__carbon_row *k)
{
    return skpi__before_budget(k) + (k->convention != SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE);
}
/* The annual value at t0 if a budget counts it, which does not depend on the unknown; else 0. */
static inline double skpi__counted_base(const skpi__carbon_row *k)
{
    return k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE && k->t_budget <= k->t0 ? k->e0 : 0;
}

/* the ends of an interval of targets that can be met themselves */
enum { SKPI__LOW_INSIDE = 1, SKPI__HIGH_INSIDE = 2 };

/* A kind of target, as a bit of a mask. */
#define SKPI__TARGET(name) (1U << (SKPI_CARBON_TARGET_##name - SKPI_CARBON_TARGET_BUDGET))
static inline unsigned skpi__target_bit(int32_t by) { return 1U << (by - SKPI_CARBON_TARGET_BUDGET); }

typedef struct skpi__carbon_shape {
    int32_t shape;             /* enum skpi_carbon_shape */
    unsigned needed, optional; /* members */
    unsigned unknown;          /* the member that solving gives */
    unsigned waypoint_needed;  /* further members that a path with a waypoint needs; 0: the shape has no waypoint */
    unsigned waypoint_unknown; /* the member that solving gives for a path with a waypoint */
    unsigned ends;             /* targets (SKPI__TARGET) that need t_end */
    int endless;               /* 1: under the integral convention t_end may be infinite */
    int annual;                /* 1: a budget of annual values can be solved */
    int grows;                 /* 1: emissions may leave the range of a double */
    const int32_t *by;         /* targets that can be solved for; 0 ends the list */
    const char *ways;          /* the same targets in words */
    /* Checks the relations between members; by = 0 means that no member is unknown. */
    skpi_status (*check)(skpi__at at, const skpi__carbon_row *k, int32_t by);
    /* Emission at a date t >= t0, and the integral from t0 to t. */
    void (*at)(const skpi__carbon_row *k, double t, double *emission, double *integral);
    /* The integral from t1 to t2, t0 <= t1 <= t2, with full relative accuracy even if the emission at t1 is small. */
    double (*between)(const skpi__carbon_row *k, double t1, double t2);
    /* The open interval of the targets that can be met; the unknown is NaN.  Returns which ends can be met too. size, which
     * is 0 before, is that of figures which cancel in the low end and in the high one. */
    int (*range)(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2]);
    /* The unknown for a target inside that interval, or at an end that can be met, but for rounding. */
    double (*solve)(const skpi__carbon_row *k, int32_t by, double target);
    /* Date and emission of the maximum; NaN if the path rises for ever. */
    void (*peak)(const skpi__carbon_row *k, double *t, double *emission);
    /* The date from which the emission stays at or below the threshold; NaN if there is none. */
    double (*settle)(const skpi__carbon_row *k, double threshold);
} skpi__carbon_shape;

extern const skpi__carbon_shape skpi__carbon_linear_shape;      /* shape_linear.c */
extern const skpi__carbon_shape skpi__carbon_exponential_shape; /* shape_exponential.c */
extern const skpi__carbon_shape skpi__carbon_compound_shape;    /* shape_exponential.c */
extern const skpi__carbon_shape skpi__carbon_logistic_shape;    /* shape_logistic.c */
extern const skpi__carbon_shape skpi__carbon_capped_shape;      /* shape_capped.c */
extern const skpi__carbon_shape skpi__carbon_peak_shape;        /* shape_peak.c */
extern const skpi__carbon_shape skpi__carbon_hermite_shape;     /* shape_hermite.c */

#endif
