/* Shapes of emission paths: one small file a shape, each with one table of functions.
 *
 * members.c reads the caller's struct and checks each member by itself; path.c (values), solve.c (unknowns and their
 * intervals) and landmark.c (peak, net zero) walk the rows; what a shape means stands behind its table.  A further
 * shape is a file with a table and a line in members.c.
 */
#ifndef SKPI_CARBON_PATH_H
#define SKPI_CARBON_PATH_H
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
    SKPI__T_END = 1 << 12
};

typedef struct skpi__carbon_row { /* one place; members that are absent are 0, or NaN where NULL has no meaning */
    int32_t shape, convention;
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power, rate, growth, mitigation, t_mid, t_end;
} skpi__carbon_row;

enum { SKPI__LOW_INSIDE = 1, SKPI__HIGH_INSIDE = 2 }; /* an end of an interval that can be met too */

/* A kind of target as a bit. */
#define SKPI__TARGET(name) (1U << (SKPI_CARBON_TARGET_##name - SKPI_CARBON_TARGET_BUDGET))
static inline unsigned skpi__target_bit(int32_t by) { return 1U << (by - SKPI_CARBON_TARGET_BUDGET); }

typedef struct skpi__carbon_shape {
    int32_t shape;             /* enum skpi_carbon_shape */
    unsigned needed, optional; /* members */
    unsigned unknown;          /* the one that solving gives */
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
    /* Open interval of the targets that can be met, the unknown being NaN; returns which ends can be met too. */
    int (*range)(const skpi__carbon_row *k, int32_t by, double *low, double *high);
    /* The unknown for a target inside that interval. */
    double (*solve)(const skpi__carbon_row *k, int32_t by, double target);
    /* Date and emission of the maximum, NaN if the path rises for ever. */
    void (*peak)(const skpi__carbon_row *k, double *t, double *emission);
    /* The date from which on the emission stays at or below the threshold, NaN if it never does. */
    double (*settle)(const skpi__carbon_row *k, double threshold);
} skpi__carbon_shape;

extern const skpi__carbon_shape skpi__carbon_linear_shape;      /* linear.c */
extern const skpi__carbon_shape skpi__carbon_exponential_shape; /* exponential.c */
extern const skpi__carbon_shape skpi__carbon_compound_shape;    /* exponential.c */
extern const skpi__carbon_shape skpi__carbon_logistic_shape;    /* logistic.c */
extern const skpi__carbon_shape skpi__carbon_capped_shape;      /* capped.c */
extern const skpi__carbon_shape skpi__carbon_peak_shape;        /* peak.c */
extern const skpi__carbon_shape skpi__carbon_hermite_shape;     /* hermite.c */

/* members.c: the caller's struct, its shape and convention. */
skpi_status skpi__carbon_take(skpi__at at, const skpi_carbon_path *path, skpi_carbon_path *own,
                              const skpi__carbon_shape **shape);
/* by is one of those of the shape, under this convention. */
skpi_status skpi__carbon_by(skpi__at at, const skpi__carbon_shape *shape, const skpi_carbon_path *path, int32_t by);
/* The members that the shape needs are given; the unknown and those that it does not use are NULL. */
skpi_status skpi__carbon_given(const skpi__rows *r, const skpi__carbon_shape *shape, const skpi_carbon_path *path,
                               int32_t by);
/* Row i, not checked. */
skpi__carbon_row skpi__carbon_load(const skpi_carbon_path *path, size_t i);
/* Every member by itself, in the order of the struct, then how they stand to each other. */
skpi_status skpi__carbon_check(skpi__at at, const skpi__carbon_shape *shape, const skpi_carbon_path *path,
                               const skpi__carbon_row *k, int32_t by);
/* An emission small enough that no cumulative over the window of years overflows, else EOVERFLOW. */
skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value);
skpi_status skpi__carbon_whole(skpi__at at, const char *name, double date); /* a whole year, else EDOM */
skpi_status skpi__carbon_convention(skpi__at at, const char *name, int32_t convention);

/* peak.c: what the peak shape asks of its members, and the Hermite shape too. */
skpi_status skpi__carbon_check_peak(skpi__at at, const skpi__carbon_row *k, int32_t by);

#endif
