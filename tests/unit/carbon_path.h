/* What the tests of emission paths share: a path of one place, and calls that must succeed or write nothing. */
#ifndef SKPI_UNIT_CARBON_PATH_H
#define SKPI_UNIT_CARBON_PATH_H
#include "unit/unit.h"

#define CHINA_P 1.08732855123130481

typedef struct one { /* one place; a test may change any member */
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power;
} one;

/* China: 11.902503 GtCO2 in 2023 (Global Carbon Budget 2024); the other figures are assumed. power is that for 260
 * GtCO2. */
static const one china = {2023, 11.902503, 0, 2028, 12.2, 2, 2060, CHINA_P};

static inline skpi_carbon_path path_of(const one *k, int with_power)
{
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path),
                              .n = 1,
                              .shape = SKPI_CARBON_SHAPE_PEAK,
                              .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                              .t0 = &k->t0,
                              .e0 = &k->e0,
                              .residual = &k->residual,
                              .t_peak = &k->t_peak,
                              .e_peak = &k->e_peak,
                              .plateau = &k->plateau,
                              .t_net_zero = &k->t_net_zero,
                              .power = with_power ? &k->power : NULL};
}

static inline double power_of(one k, double budget)
{
    skpi_carbon_path path = path_of(&k, 0);
    double p = -1;
    ck_assert_int_eq(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &p, NULL), SKPI_OK);
    return p;
}

static inline skpi_status try_solve(one k, double budget)
{
    skpi_carbon_path path = path_of(&k, 0);
    double p = -7;
    skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &p, NULL);
    ck_assert_msg(s == SKPI_OK || p == -7, "a failed call wrote its output");
    return s;
}

static inline void range_of(one k, double *low, double *high)
{
    skpi_carbon_path path = path_of(&k, 0);
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, low, high, NULL), SKPI_OK);
}

static inline skpi_status try_value(one k, int32_t year)
{
    skpi_carbon_path path = path_of(&k, 1);
    double e = -7, c = -7;
    skpi_status s = skpi_carbon_path_value(&path, year, 1, &e, &c, NULL);
    ck_assert_msg(s == SKPI_OK || (e == -7 && c == -7), "a failed call wrote its output");
    return s;
}

static inline void values_of(one k, int32_t year, size_t n, double *e, double *c)
{
    skpi_carbon_path path = path_of(&k, 1);
    ck_assert_int_eq(skpi_carbon_path_value(&path, year, n, e, c, NULL), SKPI_OK);
}

#endif
