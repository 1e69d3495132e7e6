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

typedef struct skpi__carbon_row { /* one place; members that are absent are 0, or NaN where NULL has no meaning */
    int32_t shape, convention;
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power, rate, growth, mitigation, t_mid, t_end,
        t_budget, t_waypoint, waypoint; /* t_budget: t0 where it is absent */
} skpi__carbon_row;

/* A path with a waypoint; its row may have none. */
static inline int skpi__has_waypoint(const skpi__carbon_row *k) { return !isnan(k->t_waypoint); }
static inline int skpi__is_integral(const skpi__carbon_row *k)
{
    return k->convention == SKPI_CARBON_CONVENTION_INTEGRAL;
}
/* Years from t0 to the date from which the budget counts. */
static inline double skpi__before_budget(const skpi__carbon_row *k) { return k->t_budget - k->t0; }
/* The first year after t0 whose annual value a budget counts, in years from t0: 0 is the start itself. */
static inline double skpi__first_counted(const skpi__carbon_row *k)
{
    return skpi__before_budget(k) + (k->convention != SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE);
}
/* The annual value at t0 where a budget counts it, the part that no unknown changes. */
static inline double skpi__counted_base(const skpi__carbon_row *k)
{
    return k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE && k->t_budget <= k->t0 ? k->e0 : 0;
}

enum { SKPI__LOW_INSIDE = 1, SKPI__HIGH_INSIDE = 2 }; /* an end of an interval that can be met too */

/* A kind of target as a bit. */
#define SKPI__TARGET(name) (1U << (SKPI_CARBON_TARGET_##name - SKPI_CARBON_TARGET_BUDGET))
static inline unsigned skpi__target_bit(int32_t by) { return 1U << (by - SKPI_CARBON_TARGET_BUDGET); }

typedef struct skpi__carbon_shape {
    int32_t shape;             /* enum skpi_carbon_shape */
    unsigned needed, optional; /* members */
    unsigned unknown;          /* the one that solving gives */
    unsigned waypoint_needed;  /* further members that a path with a waypoint needs; 0: the shape has no waypoint */
    unsigned waypoint_unknown; /* the one that solving gives then */
    unsigned ends;             /* targets (SKPI__TARGET) whose solution needs t_end */
    int endless;               /* a budget may count to an infinite t_end (integral) */
    int annual;                /* a budget of annual values can be solved */
    int grows;                 /* may leave the range of a double */
    const int32_t *by;         /* what it can be solved by, ends with 0 */
    const char *ways;          /* the same in words */
    /* How the members stand to each other; by = 0: nothing is unknown. */
    skpi_status (*check)(skpi__at at, const skpi__carbon_row *k, int32_t by);
    /* Emission at a date from t0 on, and the integral from t0 to it. */
    void (*at)(const skpi__carbon_row *k, double t, double *emission, double *integral);
    /* The integral between two dates from t0 on, t1 <= t2, with the digits of what is left at t1. */
    double (*between)(const skpi__carbon_row *k, double t1, double t2);
    /* Open interval of the targets that can be met, the unknown being NaN; returns which ends can be met too. */
    int (*range)(const skpi__carbon_row *k, int32_t by, double *low, double *high);
    /* The unknown for a target inside that interval. */
    double (*solve)(const skpi__carbon_row *k, int32_t by, double target);
    /* Date and emission of the maximum, NaN if the path rises for ever. */
    void (*peak)(const skpi__carbon_row *k, double *t, double *emission);
    /* The date from which on the emission stays at or below the threshold, NaN if it never does. */
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
