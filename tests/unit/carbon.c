/* Carbon: paths under a budget, shares of a budget, warming.
 *
 * Known answers, made with 50-digit arithmetic from the equations of smartkpi_carbon(7): the peak paths of China
 * (start 11.902503 GtCO2 in 2023: Global Carbon Budget 2024) and of a city that has peaked.  Populations and emissions
 * of 2019: Our World in Data, edition of the Global Carbon Budget 2024.
 */
#include "unit/unit.h"

#define CHINA_P 1.08732855123130481

typedef struct one { /* a path of one place that a test may change */
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power;
} one;

static const one china = {2023, 11.902503, 0, 2028, 12.2, 2, 2060, CHINA_P};

static skpi_carbon_path path_of(const one *k, int with_power)
{
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path), .shape = SKPI_CARBON_PEAK,
                              .convention = SKPI_CARBON_INTEGRAL, .t0 = &k->t0, .e0 = &k->e0, .residual = &k->residual,
                              .t_peak = &k->t_peak, .e_peak = &k->e_peak, .plateau = &k->plateau,
                              .t_net_zero = &k->t_net_zero, .power = with_power ? &k->power : NULL};
}

static double power_of(one k, double budget)
{
    skpi_carbon_path path = path_of(&k, 0);
    double p = -1;
    ck_assert_int_eq(skpi_carbon_path_solve(1, &path, SKPI_CARBON_BY_BUDGET, &budget, &p, NULL), SKPI_OK);
    return p;
}

static skpi_status try_solve(one k, double budget)
{
    skpi_carbon_path path = path_of(&k, 0);
    double p = -7;
    skpi_status s = skpi_carbon_path_solve(1, &path, SKPI_CARBON_BY_BUDGET, &budget, &p, NULL);
    ck_assert_msg(s == SKPI_OK || p == -7, "a failed call wrote its output");
    return s;
}

static void range_of(one k, double *low, double *high)
{
    skpi_carbon_path path = path_of(&k, 0);
    ck_assert_int_eq(skpi_carbon_path_range(1, &path, SKPI_CARBON_BY_BUDGET, low, high, NULL), SKPI_OK);
}

static skpi_status try_value(one k, int32_t year)
{
    skpi_carbon_path path = path_of(&k, 1);
    double e = -7, c = -7;
    skpi_status s = skpi_carbon_path_value(1, &path, year, 1, &e, &c, NULL);
    ck_assert_msg(s == SKPI_OK || (e == -7 && c == -7), "a failed call wrote its output");
    return s;
}

static void values_of(one k, int32_t year, size_t n, double *e, double *c)
{
    skpi_carbon_path path = path_of(&k, 1);
    ck_assert_int_eq(skpi_carbon_path_value(1, &path, year, n, e, c, NULL), SKPI_OK);
}

/* Paths ------------------------------------------------------------------------------------------------------ */

START_TEST(powers)
{
    ck_near(power_of(china, 260), CHINA_P, 4e-15);
    one residual = {2023, 11.902503, 0.8, 2030, 12.5, 0, 2060, 0};
    ck_near(power_of(residual, 300), 0.841637637285002269, 4e-15);
    one city = {2020, 100, -5, 2020, 100, 0, 2050, 0}; /* peak in the past: no rise; removals at the end */
    ck_near(power_of(city, 1400), 1.03225806451612903, 4e-15);
    one illustrative = {2023, 162, -2, 2027, 165, 0, 2055, 0};
    ck_near(power_of(illustrative, 1438.6039582889976), 4.562667120337783, 3e-14);
    one late = {2023.75, 11.902503, 0, 2028.5, 12.2, 0.25, 2060.125, 0}; /* dates, not only years */
    ck_near(power_of(late, 250), 1.0177215238733022, 4e-15);
}
END_TEST

START_TEST(ranges)
{
    double low, high;
    range_of(china, &low, &high);
    ck_near(low, 84.6562575, 1e-13);
    ck_near(high, 450.6562575, 5e-13);
    one city = {2020, 100, -5, 2020, 100, 0, 2050, 0};
    range_of(city, &low, &high);
    ck_assert(low == -150 && high == 3000);
    skpi_carbon_path path = path_of(&china, 0); /* either output alone, and none */
    low = 0;
    ck_assert_int_eq(skpi_carbon_path_range(1, &path, SKPI_CARBON_BY_BUDGET, &low, NULL, NULL), SKPI_OK);
    ck_near(low, 84.6562575, 1e-13);
    ck_assert_int_eq(skpi_carbon_path_range(1, &path, SKPI_CARBON_BY_BUDGET, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_path_range(0, &path, SKPI_CARBON_BY_BUDGET, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(values)
{
    double e[48], c[48];
    values_of(china, 2023, 48, e, c);
    ck_assert(e[0] == 11.902503 && c[0] == 0);
    ck_near(e[2], 12.0215018, 1e-14);
    ck_near(c[2], 2 * 11.902503 + 0.5 * 4 * 0.2974970 / 5, 1e-13); /* parabola in the rise */
    ck_assert(e[5] == 12.2 && e[6] == 12.2 && e[7] == 12.2);
    ck_near(c[7], 84.6562575, 1e-13);
    ck_near(e[12], 10.0060760905780186, 2e-14);
    ck_near(e[27], 3.69464119278221344, 2e-14);
    ck_assert(e[37] == 0 && e[40] == 0);
    ck_near(c[37], 260, 1e-12);
    ck_assert(c[47] == c[37]); /* no residual: nothing is added after net zero */
    double sum = 0;
    for (int j = 1; j <= 37; j++) sum += e[j];
    ck_near(sum, 254.065, 5e-4); /* the plain sum of 2024-2060 is another figure than the integral */
}
END_TEST

START_TEST(residual_goes_on)
{
    one k = {2023, 162, -2, 2027, 165, 0, 2055, 4.562667120337783};
    double e[8], c[8];
    values_of(k, 2055, 8, e, c);
    ck_near(c[0], 1438.6039582889976, 1e-9);
    for (int j = 0; j < 8; j++) {
        ck_assert(e[j] == -2);
        ck_near(c[j], c[0] - 2 * j, 1e-11);
    }
    values_of(k, 2030, 1, e, c);
    ck_near(e[0], 97.575161023627053, 2e-13);
    ck_near(c[0], 1041.0885898986789, 3e-12);
}
END_TEST

static uint64_t state = 20261122;
static double uniform(double a, double b) /* a small generator: the same cases on every machine */
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

/* Integral of the emission from t0 to net zero by the Gauss-Legendre rule of 10 points in every year.  The library
 * gives whole years: a path shifted by a node has its value at that node in a whole year. */
static double quadrature(one k)
{
    static const double node[] = {0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845,
                                  0.9739065285171717};
    static const double weight[] = {0.2955242247147529, 0.2692667193099964, 0.2190863625159820, 0.1494513491505806,
                                      0.0666713443086881};
    double sum = 0;
    size_t n = (size_t)(k.t_net_zero - k.t0);
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
    for (int trial = 0; trial < 1000; trial++) {
        one k = random_path();
        double low, high, e, c;
        range_of(k, &low, &high);
        double budget = low + uniform(0.001, 0.999) * (high - low);
        k.power = power_of(k, budget);
        ck_assert(k.power > 0);
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, budget, 1e-12 * (high - low + fabs(low))); /* by the closed form */
        /* a whole power is a polynomial between whole years, for which the rule is exact: the budget of the next one */
        k.power = fmin(ceil(k.power), 12);
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &budget);
        ck_near(power_of(k, budget), k.power, 1e-9 * (1 + k.power) * (high + fabs(low)) / (budget - low));
        ck_near(quadrature(k), budget, 1e-10 * fabs(high - low));
    }
}
END_TEST

/* Any power by the tanh-sinh rule on the decline, which the infinite slope of a power below 1 does not trouble. */
START_TEST(budget_is_met_by_quadrature_of_any_power)
{
    for (int trial = 0; trial < 200; trial++) {
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
            one shifted = k; /* the date t_net_zero - u d becomes the whole year: its value is asked at the year */
            double x = (k.t_net_zero - u * d) - whole;
            if (u * d < 1e-7 || (1 - u) * d < 1e-7) { /* the ends, where a date has no digits left: by the formula */
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
    for (int trial = 0; trial < 2000; trial++) {
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
            if (t <= k.t_peak) ck_assert(e[j] >= e[j - 1]);
            else ck_assert(e[j] <= e[j - 1]);
            if (t > k.t_peak && t <= k.t_peak + k.plateau) ck_assert(e[j] == k.e_peak);
            if (t >= k.t_net_zero) ck_assert(e[j] == k.residual);
            /* the step of the cumulative lies between the year's ends */
            ck_assert(c[j] - c[j - 1] <= fmax(e[j], e[j - 1]) + 1e-9);
            ck_assert(c[j] - c[j - 1] >= fmin(e[j], e[j - 1]) - 1e-9);
        }
    }
}
END_TEST

START_TEST(range_is_the_limit)
{
    for (int trial = 0; trial < 500; trial++) {
        one k = random_path();
        double low, high, e, c, unit;
        range_of(k, &low, &high);
        unit = high + fabs(low);
        k.power = 1e18; /* falls at once */
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, low, 1e-14 * unit);
        k.power = 1e-18; /* holds the peak to the last day */
        values_of(k, (int32_t)k.t_net_zero, 1, &e, &c);
        ck_near(c, high, 1e-14 * unit);
        /* the doubles next to the bounds can be met, the bounds cannot */
        ck_assert(power_of(k, fmax(nextafter(low, high), low + 1e-300)) > 1e6);
        ck_assert(power_of(k, nextafter(high, low)) > 0 && power_of(k, nextafter(high, low)) < 1e-6);
        ck_fails_at(try_solve(k, low), SKPI_EINFEASIBLE, "target", 0);
        ck_fails_at(try_solve(k, high), SKPI_ENOTBINDING, "target", 0);
    }
}
END_TEST

static void words_name_the_interval(one k, const char *before)
{
    char *end = NULL;
    double low, high;
    range_of(k, &low, &high);
    ck_assert_msg(strncmp(skpi_last_error(), before, strlen(before)) == 0, "%s", skpi_last_error());
    ck_assert(strtod(skpi_last_error() + strlen(before), &end) == low && strncmp(end, ", ", 2) == 0);
    ck_assert(strtod(end + 2, &end) == high && *end == ')');
}

START_TEST(infeasible_words)
{
    one k = {2023, 11.902503, 0, 2030, 12.5, 0, 2060, 0};
    ck_fails_at(try_solve(k, 80), SKPI_EINFEASIBLE, "target", 0);
    words_name_the_interval(k, "skpi_carbon_path_solve: target[0] = 80 is not inside the open interval (");
    ck_fails_at(try_solve(k, 600), SKPI_ENOTBINDING, "target", 0);
    words_name_the_interval(k, "skpi_carbon_path_solve: target[0] = 600 is not inside the open interval (");
    ck_fails(try_solve(k, 30), SKPI_EINFEASIBLE, "target"); /* below the rise alone */
    ck_fails(try_solve(k, -1e308), SKPI_EINFEASIBLE, "target");
    ck_fails(try_solve(k, (double)NAN), SKPI_ENOTFINITE, "target");
    ck_fails(try_solve(k, (double)INFINITY), SKPI_ENOTFINITE, "target");
    one flat = {2020, 1, 0, 2020, 1, 0, 2050, 0}; /* bounds 0 and 30: a tiny budget needs a power above any double */
    ck_fails(try_solve(flat, 5e-324), SKPI_EOVERFLOW, "unknown");
    ck_assert(power_of(flat, 1e-300) > 1e300);
}
END_TEST

START_TEST(dates_and_levels)
{
    one k = china;
    k.t_peak = 2022; /* peak before the start */
    ck_fails_at(try_value(k, 2030), SKPI_ENOTSORTED, "path->t_peak", 0);
    k = china, k.t_net_zero = 2030; /* net zero at the end of the plateau */
    ck_fails(try_value(k, 2030), SKPI_ENOTSORTED, "path->t_net_zero");
    k.t_net_zero = 2026; /* before the peak */
    ck_fails(try_value(k, 2030), SKPI_ENOTSORTED, "path->t_net_zero");
    k = china, k.plateau = 32;
    ck_fails(try_solve(k, 260), SKPI_ENOTSORTED, "path->t_net_zero");
    k = china, k.t_peak = k.t0; /* peak at the start, but higher */
    ck_fails(try_value(k, 2030), SKPI_EINCONSISTENT, "path->e_peak");
    k = china, k.e_peak = 11; /* lower than the start */
    ck_fails(try_value(k, 2030), SKPI_EINCONSISTENT, "path->e_peak");
    k = china, k.residual = 12.2;
    ck_fails(try_value(k, 2030), SKPI_EDOM, "path->e_peak");
    k.residual = 13;
    ck_fails(try_solve(k, 300), SKPI_EDOM, "path->e_peak");
    k = china, k.e0 = -1; /* already negative: there is nothing to peak */
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->e0");
    k = china, k.e0 = 0; /* from nothing */
    ck_assert_int_eq(try_value(k, 2030), SKPI_OK);
    k = (one){2020, 0, -1, 2020, 0, 0, 2050, 1}; /* nothing at the start, removals at the end */
    ck_assert_int_eq(try_value(k, 2030), SKPI_OK);
    k = china, k.power = 0;
    ck_fails(try_value(k, 2030), SKPI_EDOM, "path->power");
    k.power = -1;
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->power");
    ck_fails(try_value(china, 2022), SKPI_EDOM, "path->t0"); /* before the start */
    k = china, k.t0 = 2023.5;
    ck_fails(try_value(k, 2023), SKPI_EDOM, "path->t0");
    ck_fails(try_value(china, 1499), SKPI_ERANGE, "first_year");
    ck_fails(try_value(china, 2401), SKPI_ERANGE, "first_year");
    k = china, k.t_net_zero = 2603; /* the Buddhist era */
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->t_net_zero");
    k = china, k.plateau = -1;
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->plateau");
    k = china, k.e_peak = 1e307;
    ck_fails(try_value(k, 2030), SKPI_EOVERFLOW, "path->e_peak");
    k = china, k.residual = -1e307;
    ck_fails(try_value(k, 2030), SKPI_EOVERFLOW, "path->residual");
    k = (one){1500, 4e304, -4e304, 1500, 4e304, 0, 2400, 1}; /* the largest that is taken */
    double e[901], c[901];
    values_of(k, 1500, 901, e, c);
    for (int j = 0; j <= 900; j++) ck_assert(isfinite(e[j]) && isfinite(c[j]));
}
END_TEST

START_TEST(not_finite)
{
    static const char *const name[] = {"path->t0", "path->e0", "path->residual", "path->t_peak", "path->e_peak",
                                       "path->plateau", "path->t_net_zero", "path->power"};
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    for (size_t m = 0; m < 8; m++)
        for (size_t b = 0; b < 3; b++) {
            one k = china;
            memcpy((char *)&k + m * sizeof(double), &bad[b], sizeof(double));
            ck_fails_at(try_value(k, 2030), SKPI_ENOTFINITE, name[m], 0);
            if (m < 7) ck_fails_at(try_solve(k, 260), SKPI_ENOTFINITE, name[m], 0);
        }
}
END_TEST

START_TEST(path_usage)
{
    one k = china;
    double p = -7, b = 260, e = -7;
    skpi_carbon_path path = path_of(&k, 0);
    ck_fails(skpi_carbon_path_solve(1, NULL, SKPI_CARBON_BY_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path");
    ck_fails(skpi_carbon_path_solve(1, &path, SKPI_CARBON_BY_BUDGET, NULL, &p, NULL), SKPI_EINVAL, "target");
    ck_fails(skpi_carbon_path_solve(1, &path, SKPI_CARBON_BY_BUDGET, &b, NULL, NULL), SKPI_EINVAL, "unknown");
    ck_fails(skpi_carbon_path_solve(1, &path, 0, &b, &p, NULL), SKPI_EINVAL, "by");
    ck_fails(skpi_carbon_path_range(1, &path, 9, &b, &p, NULL), SKPI_EINVAL, "by");
    ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->power"); /* needed */
    path.power = &k.power; /* the unknown given */
    ck_fails(skpi_carbon_path_solve(1, &path, SKPI_CARBON_BY_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path->power");
    ck_fails(skpi_carbon_path_range(1, &path, SKPI_CARBON_BY_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path->power");
    ck_assert_int_eq(skpi_carbon_path_value(1, &path, 2030, 1, NULL, NULL, NULL), SKPI_OK); /* nothing wanted */
    path.shape = 0; /* no default */
    ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->shape");
    path.shape = SKPI_CARBON_PEAK, path.convention = 0;
    ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->convention");
    path.convention = SKPI_CARBON_INTEGRAL, path.flags = 1;
    ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_ESTRUCT, "path->flags");
    path.flags = 0, path.size = 4;
    ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_ESTRUCT, "path->size");
    const double *const *members[] = {&path.t0, &path.e0, &path.t_peak, &path.e_peak, &path.t_net_zero};
    static const char *const name[] = {"path->t0", "path->e0", "path->t_peak", "path->e_peak", "path->t_net_zero"};
    for (size_t m = 0; m < 5; m++) {
        path = path_of(&k, 1);
        memset((char *)&path + ((const char *)members[m] - (const char *)&path), 0, sizeof(double *));
        ck_fails(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, name[m]);
    }
    path = path_of(&k, 1);
    ck_fails(skpi_carbon_path_value((size_t)-1, &path, 2030, 1, &e, NULL, NULL), SKPI_ENOMEM, "path->t0");
    ck_fails(skpi_carbon_path_value(1, &path, 2030, (size_t)-1, &e, NULL, NULL), SKPI_ERANGE, "first_year");
    ck_assert(e == -7 && p == -7);
    path = path_of(&k, 1); /* NULL means 0 */
    path.residual = path.plateau = NULL;
    ck_assert_int_eq(skpi_carbon_path_value(1, &path, 2030, 1, &e, NULL, NULL), SKPI_OK);
    ck_near(e, 12.2 * pow(30.0 / 32, CHINA_P), 1e-14);
    ck_assert_int_eq(skpi_carbon_path_value(1, &path, 2000, 0, NULL, NULL, NULL), SKPI_OK); /* no years */
    skpi_carbon_path none = {.size = sizeof none, .shape = SKPI_CARBON_PEAK, .convention = SKPI_CARBON_INTEGRAL};
    ck_assert_int_eq(skpi_carbon_path_value(0, &none, 2030, 5, NULL, NULL, NULL), SKPI_OK); /* no places */
    ck_assert_int_eq(skpi_carbon_path_solve(0, &none, SKPI_CARBON_BY_BUDGET, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(rows_of_a_path)
{
    double t0[] = {2023, 2023, 2023, 2020}, e0[] = {11.902503, 11.902503, NAN, 100}, r[] = {0, 0, 0, -5};
    double tp[] = {2028, 2030, 2028, 2020}, ep[] = {12.2, 12.5, 12.2, 100}, w[] = {2, 0, 2, 0};
    double tz[] = {2060, 2060, 2060, 2050}, b[] = {260, 80, 260, 1400}, e[8], c[8], low[4], high[4];
    int32_t status[4];
    skpi_carbon_path path = {.size = sizeof path, .shape = SKPI_CARBON_PEAK, .convention = SKPI_CARBON_INTEGRAL,
                             .t0 = t0, .e0 = e0, .residual = r, .t_peak = tp, .e_peak = ep, .plateau = w,
                             .t_net_zero = tz};
    ck_assert_int_eq(skpi_carbon_path_range(4, &path, SKPI_CARBON_BY_BUDGET, low, high, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_OK && status[2] == SKPI_ENOTFINITE && status[3] == SKPI_OK);
    ck_assert(isnan(low[2]) && isnan(high[2]) && high[3] == 3000);
    double before[4];
    memcpy(before, b, sizeof b);
    ck_fails_at(skpi_carbon_path_solve(4, &path, SKPI_CARBON_BY_BUDGET, b, b, NULL), SKPI_EINFEASIBLE, "target", 1);
    ck_assert_mem_eq(before, b, sizeof b); /* the first bad row fails the call before it writes */
    ck_assert_int_eq(skpi_carbon_path_solve(4, &path, SKPI_CARBON_BY_BUDGET, b, b, status), SKPI_WROWS); /* in place */
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINFEASIBLE && status[2] == SKPI_ENOTFINITE);
    ck_assert(status[3] == SKPI_OK && isnan(b[1]) && isnan(b[2]));
    ck_near(b[0], CHINA_P, 4e-15);
    ck_near(b[3], 1.03225806451612903, 4e-15);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "target[1]")); /* the words are the first bad row's */
    path.power = b;
    ck_assert_int_eq(skpi_carbon_path_value(4, &path, 2049, 2, e, c, status), SKPI_WROWS);
    ck_assert(status[1] == SKPI_ENOTFINITE && status[2] == SKPI_ENOTFINITE && status[3] == SKPI_OK);
    for (int j = 2; j < 6; j++) ck_assert(isnan(e[j]) && isnan(c[j]));
    ck_near(e[1], 3.69464119278221344, 2e-14);
    ck_assert(e[7] == -5);
    ck_near(c[7], 1400, 1e-10);
}
END_TEST

/* Shares ----------------------------------------------------------------------------------------------------- */

START_TEST(share_rules)
{
    double population[] = {0.18223874381380098, 1 - 0.18223874381380098}; /* China's share of 2019, and the rest */
    double emission[] = {0.2887533734995967, 1 - 0.2887533734995967}, out[2];
    skpi_carbon_share_options o = {.size = sizeof o, .rule = SKPI_CARBON_GRANDFATHER};
    ck_assert_int_eq(skpi_carbon_share(2, population, NULL, 400, NULL, out), SKPI_OK); /* default: per capita */
    ck_near(out[0], 72.8954975255204, 3e-14);
    ck_assert_int_eq(skpi_carbon_share(2, NULL, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 115.50134939983867, 3e-14);
    o.rule = SKPI_CARBON_BLEND, o.weight = 0.3;
    ck_assert_int_eq(skpi_carbon_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 102.71959383754319, 3e-14);
    o.weight = 0; /* the blend's ends are the other rules */
    ck_assert_int_eq(skpi_carbon_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 115.50134939983867, 3e-14);
    o.weight = 1;
    ck_assert_int_eq(skpi_carbon_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 72.8954975255204, 3e-14);
    /* five cities and the rest of China, thousands in 2023 (UN, World Urbanization Prospects 2018): 260 GtCO2 by head */
    double head[] = {4921, 8237, 29211, 13073, 14284, 1434676 - 69726}, part[6];
    static const double printed[] = {0.892, 1.493, 5.294, 2.369, 2.589, 247.364};
    ck_assert_int_eq(skpi_carbon_share(6, head, NULL, 260, NULL, part), SKPI_OK);
    for (int i = 0; i < 6; i++) ck_near(part[i], printed[i], 5.1e-4);
}
END_TEST

START_TEST(shares_sum_to_one)
{
    enum { N = 5000 };
    static double population[N], emission[N], out[N];
    for (int trial = 0; trial < 200; trial++) {
        size_t n = 1 + (size_t)uniform(0, N);
        for (size_t i = 0; i < n; i++) { /* eight orders of magnitude, zeros among them */
            population[i] = pow(10, uniform(0, 8));
            emission[i] = uniform(0, 1) < 0.1 ? 0 : pow(10, uniform(-4, 4));
        }
        emission[0] = 1;
        for (int32_t rule = 1; rule <= 3; rule++) {
            skpi_carbon_share_options o = {.size = sizeof o, .rule = rule};
            if (rule == SKPI_CARBON_BLEND) o.weight = uniform(0, 1);
            ck_assert_int_eq(skpi_carbon_share(n, population, emission, 1, &o, out), SKPI_OK);
            double sum = 0, rest = 0; /* compensated: the test's own rounding is not the library's */
            for (size_t i = 0; i < n; i++) {
                double y = out[i] - rest, t = sum + y;
                rest = (t - sum) - y;
                sum = t;
                ck_assert(out[i] >= 0);
            }
            ck_near(sum, 1, 5e-16);
        }
    }
    /* the order of the terms must not matter: one large among many small */
    for (size_t i = 0; i < N; i++) population[i] = 1e-16;
    population[0] = 1;
    ck_assert_int_eq(skpi_carbon_share(N, population, NULL, 1, NULL, out), SKPI_OK);
    ck_near(out[0], 1 / (1 + (N - 1) * 1e-16), 2e-16);
    ck_assert(out[0] < 1);
}
END_TEST

START_TEST(share_bad_input)
{
    double p[] = {1, 2, 3}, e[] = {4, 5, 6}, out[] = {-7, -7, -7}, zero[] = {0, 0, 0}, negative[] = {1, -2, 3};
    double missing[] = {1, 2, NAN}, huge[] = {1e308, 1e308, 0};
    skpi_carbon_share_options o = {.size = sizeof o, .rule = SKPI_CARBON_BLEND, .weight = 0.5};
    ck_fails(skpi_carbon_share(0, NULL, NULL, 1, NULL, NULL), SKPI_ENODATA, "n");
    ck_fails(skpi_carbon_share(3, NULL, e, 1, NULL, out), SKPI_EINVAL, "population");
    ck_fails(skpi_carbon_share(3, p, NULL, 1, &o, out), SKPI_EINVAL, "emission");
    ck_fails(skpi_carbon_share(3, NULL, e, 1, &o, out), SKPI_EINVAL, "population");
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, NULL), SKPI_EINVAL, "out");
    ck_fails_at(skpi_carbon_share(3, negative, NULL, 1, NULL, out), SKPI_ERANGE, "population", 1);
    ck_fails_at(skpi_carbon_share(3, p, negative, 1, &o, out), SKPI_ERANGE, "emission", 1);
    ck_fails_at(skpi_carbon_share(3, missing, NULL, 1, NULL, out), SKPI_ENOTFINITE, "population", 2);
    ck_fails(skpi_carbon_share(3, zero, NULL, 1, NULL, out), SKPI_EZERODIV, "population");
    ck_fails(skpi_carbon_share(3, p, zero, 1, &o, out), SKPI_EZERODIV, "emission");
    ck_fails(skpi_carbon_share(3, huge, NULL, 1, NULL, out), SKPI_EOVERFLOW, "population");
    ck_fails(skpi_carbon_share(3, p, NULL, (double)NAN, NULL, out), SKPI_ENOTFINITE, "budget");
    ck_fails(skpi_carbon_share((size_t)-1, p, NULL, 1, NULL, out), SKPI_ENOMEM, "population");
    o.weight = 1.5;
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, out), SKPI_ERANGE, "options->weight");
    o.weight = 0.5, o.rule = 0; /* a weight, but the rule was forgotten */
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, out), SKPI_EINVAL, "options->weight");
    o.weight = 0, o.rule = 4;
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, out), SKPI_EINVAL, "options->rule");
    o.rule = 0, o.zero = 1;
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, out), SKPI_ESTRUCT, "options->zero");
    o.zero = 0, o.flags = 2;
    ck_fails(skpi_carbon_share(3, p, e, 1, &o, out), SKPI_ESTRUCT, "options->flags");
    ck_assert(out[0] == -7 && out[1] == -7 && out[2] == -7);
    ck_assert_int_eq(skpi_carbon_share(3, p, e, -6, NULL, p), SKPI_OK); /* in place; a budget already overspent */
    ck_assert(p[0] == -1 && p[1] == -2 && p[2] == -3);
    ck_assert_int_eq(skpi_carbon_share(1, e, NULL, 7, NULL, out), SKPI_OK);
    ck_assert(out[0] == 7);
}
END_TEST

/* Warming ---------------------------------------------------------------------------------------------------- */

START_TEST(warming)
{
    /* China to net zero in 2060: cumulative from 2024, TCRE 0.45 (0.27 to 0.63), printed to eight digits */
    double gt[] = {83.661256, 177.06751, 232.34876, 249.50501}, prob[] = {0.17, 0.5, 0.83}, best[4], q[12];
    static const double expected[] = {0.037647565, 0.079680378, 0.10455694, 0.11227725};
    static const double low[] = {0.022588539, 0.047808227, 0.062734164, 0.067366352};
    static const double high[] = {0.052706591, 0.11155253, 0.14637972, 0.15718815};
    ck_assert_int_eq(skpi_carbon_warming(4, gt, 3, prob, best, q), SKPI_OK);
    for (int i = 0; i < 4; i++) {
        ck_near(best[i], expected[i], 5e-8 * expected[i]);
        ck_near(q[3 * i], low[i], 5e-8 * low[i]);
        ck_near(q[3 * i + 1], best[i], 1e-17);
        ck_near(q[3 * i + 2], high[i], 5e-8 * high[i]);
    }
    double thousand = 1000, at = 0.95, budget = 1.9384266155919698;
    ck_assert_int_eq(skpi_carbon_warming(1, &thousand, 3, prob, best, q), SKPI_OK);
    ck_assert(best[0] == 0.45);
    ck_near(q[0], 0.27, 2e-16);
    ck_near(q[2], 0.63, 2e-16);
    ck_assert_int_eq(skpi_carbon_warming(1, &budget, 1, &at, NULL, q), SKPI_OK);
    ck_near(q[0], 0.0014737779847808042, 1e-17);
}
END_TEST

START_TEST(warming_by_removal)
{
    double gt[] = {-1000, 0}, prob[] = {0.05, 0.17, 0.83}, best[2], q[6];
    ck_assert_int_eq(skpi_carbon_warming(2, gt, 3, prob, best, q), SKPI_OK);
    ck_assert(best[0] == -0.45 && best[1] == 0);
    ck_assert(q[0] < q[1] && q[1] < q[2]); /* quantiles of the warming: they rise with the probability */
    ck_near(q[1], -0.63, 2e-16);
    ck_near(q[2], -0.27, 2e-16);
    for (int j = 3; j < 6; j++) ck_assert(q[j] == 0);
}
END_TEST

START_TEST(warming_bad_input)
{
    double gt[] = {1, NAN}, good = 1, prob[] = {0.5, 1}, out[4] = {-7, -7, -7, -7}, half = 0.5;
    ck_fails_at(skpi_carbon_warming(2, gt, 1, &half, out, NULL), SKPI_ENOTFINITE, "cumulative_gt", 1);
    ck_fails_at(skpi_carbon_warming(1, &good, 2, prob, out, out + 1), SKPI_ERANGE, "prob", 1);
    prob[1] = 0;
    ck_fails_at(skpi_carbon_warming(1, &good, 2, prob, out, out + 1), SKPI_ERANGE, "prob", 1);
    ck_fails(skpi_carbon_warming(1, NULL, 0, NULL, out, NULL), SKPI_EINVAL, "cumulative_gt");
    ck_fails(skpi_carbon_warming(1, &good, 2, NULL, out, out + 1), SKPI_EINVAL, "prob");
    ck_fails(skpi_carbon_warming((size_t)-1, &good, 0, NULL, out, NULL), SKPI_ENOMEM, "cumulative_gt");
    ck_fails(skpi_carbon_warming((size_t)1 << 40, &good, (size_t)1 << 40, &half, NULL, out), SKPI_ENOMEM, "quantile");
    ck_assert(out[0] == -7 && out[1] == -7);
    ck_assert_int_eq(skpi_carbon_warming(0, NULL, 0, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_warming(1, &good, 0, NULL, &good, NULL), SKPI_OK); /* in place */
    ck_assert(good == 0.45 / 1000);
}
END_TEST

UNIT_MAIN("carbon",
          UNIT_CASE("path", powers, ranges, values, residual_goes_on, rows_of_a_path),
          UNIT_CASE("path properties", budget_is_met, budget_is_met_by_quadrature_of_any_power, one_peak,
                    range_is_the_limit),
          UNIT_CASE("path bad input", infeasible_words, dates_and_levels, not_finite, path_usage),
          UNIT_CASE("share", share_rules, shares_sum_to_one, share_bad_input),
          UNIT_CASE("warming", warming, warming_by_removal, warming_bad_input))
