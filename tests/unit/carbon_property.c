/* Emission paths: what holds for every path, tried on random ones. */
#include "unit/carbon_path.h"

static uint64_t state = 20261122;
static double uniform(double a, double b) /* a small generator that gives the same cases on every machine */
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return a + (b - a) * ((double)(state >> 11) * 0x1p-53);
}

static one random_path(void)
{
    one k = {.t0 = 2000 + floor(uniform(0, 30)), .e0 = uniform(0, 100)};
    int past = uniform(0, 1) < 0.2;
    k.t_peak = past ? k.t0 : k.t0 + ceil(uniform(0, 20));
    k.e_peak = past ? k.e0 + (k.e0 == 0) : k.e0 + uniform(0, 30);
    if (past) k.e0 = k.e_peak;
    k.plateau = uniform(0, 1) < 0.5 ? 0 : floor(uniform(0, 10));
    k.t_net_zero = k.t_peak + k.plateau + ceil(uniform(0, 60));
    k.residual = uniform(0, 1) < 0.3 ? 0 : uniform(-0.5, 0.9) * k.e_peak;
    return k;
}

/* The integral of the emission over the first n years, by the Gauss-Legendre rule of 10 points in every year.  The
 * library gives values in whole years, so the path is shifted until a node falls on a whole year. */
static double quadrature(one k, size_t n)
{
    static const double node[] = {0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845,
                                  0.9739065285171717};
    static const double weight[] = {0.2955242247147529, 0.2692667193099964, 0.2190863625159820, 0.1494513491505806,
                                    0.0666713443086881};
    double sum = 0;
    for (int g = 0; g < 10; g++) {
        double x = 0.5 + 0.5 * (g < 5 ? -node[g] : node[g - 5]), e[128];
        one shifted = k;
        shifted.t0 -= x;
        shifted.t_peak -= x;
        shifted.t_net_zero -= x;
        values_of(shifted, (int32_t)k.t0, n, e, NULL);
        for (size_t j = 0; j < n; j++) sum += 0.5 * weight[g % 5] * e[j];
    }
    return sum;
}

START_TEST(budget_is_met)
{
    for (int trial = 0; trial < unit_trials(1000); trial++) {
        one k = random_path();
        double low, high, e, c;
        range_of(k, &low, &high);
        double budget = low + uniform(0.001, 0.999) * (high - low);
        k.power = power_of(k, budget);
        ck_assert(k.power > 0);
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, budget, 1e-12 * (high - low + fabs(low))); /* compares with the closed form */
        /* with a whole power the path is a polynomial between whole years, for which the rule is exact */
        k.power = fmin(ceil(k.power), 12);
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &budget);
        ck_near(power_of(k, budget), k.power, 1e-9 * (1 + k.power) * (high + fabs(low)) / (budget - low));
        size_t n = (size_t)(k.t_net_zero - k.t0), part = (size_t)uniform(0, (double)n + 1);
        ck_near(quadrature(k, n), budget, 1e-10 * fabs(high - low));
        values_of(k, (int32_t)k.t0 + (int32_t)part, 1, &e, &c); /* also on the way there */
        ck_near(quadrature(k, part), c, 1e-10 * (high + fabs(low)));
    }
}
END_TEST

/* The budget for any power, by the tanh-sinh rule on the decline: that rule is accurate even with the infinite slope of
 * a power below 1. */
START_TEST(budget_is_met_by_quadrature_of_any_power)
{
    for (int trial = 0; trial < unit_trials(200); trial++) {
        one k = random_path();
        double low, high, sum = 0, e[2];
        range_of(k, &low, &high);
        double budget = low + uniform(0.05, 0.95) * (high - low), d = k.t_net_zero - k.t_peak - k.plateau;
        k.power = power_of(k, budget);
        /* u = 1/(1 + exp(pi sinh x)) is the distance to net zero, as a fraction of the decline */
        for (int j = -140; j <= 140; j++) {
            double h = 0.05, y = 0.5 * 3.14159265358979324 * sinh(h * j), u = 1 / (1 + exp(2 * y));
            double du = 0.5 * 3.14159265358979324 * cosh(h * j) / (2 * cosh(y) * cosh(y));
            double whole = floor(k.t_net_zero - u * d);
            one shifted = k; /* shifted so that the date t_net_zero - u d is a whole year */
            double x = (k.t_net_zero - u * d) - whole;
            /* near the ends a date has too few digits, so the formula is used */
            if (u * d < 1e-7 || (1 - u) * d < 1e-7) {
                sum += h * du * d * (k.residual + (k.e_peak - k.residual) * pow(u, k.power));
                continue;
            }
            shifted.t0 -= x;
            shifted.t_peak -= x;
            shifted.t_net_zero -= x;
            values_of(shifted, (int32_t)whole, 1, e, NULL);
            sum += h * du * d * e[0];
        }
        sum += 0.5 * (k.e0 + k.e_peak) * (k.t_peak - k.t0) + k.e_peak * k.plateau;
        ck_near(sum, budget, 1e-10 * (high - low + fabs(low)));
    }
}
END_TEST

START_TEST(one_peak)
{
    for (int trial = 0; trial < unit_trials(2000); trial++) {
        one k = random_path();
        double low, high, e[160], c[160];
        range_of(k, &low, &high);
        k.power = power_of(k, low + pow(uniform(0.01, 0.99), 4) * (high - low));
        size_t n = (size_t)(k.t_net_zero - k.t0) + 5;
        values_of(k, (int32_t)k.t0, n, e, c);
        ck_assert(e[0] == k.e0 && c[0] == 0);
        for (size_t j = 1; j < n; j++) {
            double t = k.t0 + (double)j;
            ck_assert(e[j] <= k.e_peak);
            if (t <= k.t_peak)
                ck_assert(e[j] >= e[j - 1]);
            else
                ck_assert(e[j] <= e[j - 1]);
            if (t > k.t_peak && t <= k.t_peak + k.plateau) ck_assert(e[j] == k.e_peak);
            if (t >= k.t_net_zero) ck_assert(e[j] == k.residual);
            /* the cumulative emission grows by no more than the larger of the year's two values */
            ck_assert(c[j] - c[j - 1] <= fmax(e[j], e[j - 1]) + 1e-9);
            ck_assert(c[j] - c[j - 1] >= fmin(e[j], e[j - 1]) - 1e-9);
        }
    }
}
END_TEST

START_TEST(range_is_the_limit)
{
    for (int trial = 0; trial < unit_trials(500); trial++) {
        one k = random_path();
        double low, high, e, c, unit;
        range_of(k, &low, &high);
        unit = high + fabs(low);
        k.power = 1e18; /* falls at once */
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, low, 1e-14 * unit);
        k.power = 1e-18; /* stays at the peak almost to the end */
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, high, 1e-14 * unit);
        /* what is near the bounds can be met, but not the bounds, nor what differs from them by rounding */
        ck_assert(power_of(k, low + 1e-14 * unit) > 1e6);
        ck_assert(power_of(k, high - 1e-14 * unit) > 0 && power_of(k, high - 1e-14 * unit) < 1e-6);
        ck_fails_at(try_solve(k, low), SKPI_EINFEASIBLE, "target", 0);
        ck_fails_at(try_solve(k, low + 3e-16 * fabs(low)), SKPI_EINFEASIBLE, "target", 0);
        ck_fails_at(try_solve(k, high), SKPI_ENOTBINDING, "target", 0);
        ck_fails_at(try_solve(k, nextafter(high, low)), SKPI_ENOTBINDING, "target", 0);
    }
}
END_TEST

/* Near the upper end of the range the power is smaller than any double.  It must still not be 0, which a path may
 * not have. */
START_TEST(a_power_is_never_0)
{
    one k = {.t0 = 2000, .e0 = 1e-310, .t_peak = 2000, .e_peak = 1e-310, .t_net_zero = 2030, .residual = -1e300};
    double low, high;
    range_of(k, &low, &high);
    k.power = power_of(k, high * (1 - 1e-12));
    ck_assert(k.power > 0);
    values_of(k, 2000, 1, &low, &high);
}
END_TEST

UNIT_MAIN("carbon properties", UNIT_CASE("path", budget_is_met, budget_is_met_by_quadrature_of_any_power, one_peak,
                                         range_is_the_limit, a_power_is_never_0))
