/* Emission paths: known answers, rows, bad input.
 *
 * Known answers were made with 50-digit arithmetic from the equations of smartkpi_carbon(7).  The cities are
 * illustrative.
 */
#include "unit/carbon_path.h"

START_TEST(powers)
{
    ck_near(power_of(china, 260), CHINA_P, 4e-15);
    one residual = {2023, 11.902503, 0.8, 2030, 12.5, 0, 2060, 0};
    ck_near(power_of(residual, 300), 0.841637637285002269, 4e-15);
    /* the peak is in the past, so there is no rise; removals at the end */
    one city = {2020, 100, -5, 2020, 100, 0, 2050, 0};
    ck_near(power_of(city, 1400), 1.03225806451612903, 4e-15);
    one illustrative = {2023, 162, -2, 2027, 165, 0, 2055, 0};
    ck_near(power_of(illustrative, 1438.6039582889976), 4.562667120337783, 3e-14);
    one late = {2023.75, 11.902503, 0, 2028.5, 12.2, 0.25, 2060.125, 0}; /* dates inside years */
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
    skpi_carbon_path path = path_of(&china, 0); /* each output alone, and neither */
    low = 0;
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &low, NULL, NULL), SKPI_OK);
    ck_near(low, 84.6562575, 1e-13);
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, NULL, NULL, NULL), SKPI_OK);
    path.n = 0;
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(values)
{
    double e[48], c[48];
    values_of(china, 2023, 48, e, c);
    ck_assert(e[0] == 11.902503 && c[0] == 0);
    ck_near(e[2], 12.0215018, 1e-14);
    ck_near(c[2], 2 * 11.902503 + 0.5 * 4 * 0.2974970 / 5, 1e-13); /* a parabola during the rise */
    ck_assert(e[5] == 12.2 && e[6] == 12.2 && e[7] == 12.2);
    ck_near(c[7], 84.6562575, 1e-13);
    ck_near(e[12], 10.0060760905780186, 2e-14);
    ck_near(e[27], 3.69464119278221344, 2e-14);
    ck_assert(e[37] == 0 && e[40] == 0);
    ck_near(c[37], 260, 1e-12);
    ck_assert(c[47] == c[37]); /* without a residual nothing is added after net zero */
    double sum = 0;
    for (int j = 1; j <= 37; j++) sum += e[j];
    ck_near(sum, 254.065, 5e-4); /* the sum of the values of 2024 to 2060 differs from the integral */
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

START_TEST(just_after_the_start) /* the cumulative just after t0 keeps its digits: x - x^2/(2 D) for power 1 */
{
    const double x = 12345 * 0x1p-40;
    one k = {2020 - x, 1, 0, 2020 - x, 1, 0, 2050 - x, 1};
    double e, c;
    values_of(k, 2020, 1, &e, &c);
    ck_near(c, x - x * x / 60, 1e-15 * x);
    ck_near(e, 1 - x / 30, 1e-15);
}
END_TEST

START_TEST(rows_of_a_path)
{
    double t0[] = {2023, 2023, 2023, 2020}, e0[] = {11.902503, 11.902503, NAN, 100}, r[] = {0, 0, 0, -5};
    double tp[] = {2028, 2030, 2028, 2020}, ep[] = {12.2, 12.5, 12.2, 100}, w[] = {2, 0, 2, 0};
    double tz[] = {2060, 2060, 2060, 2050}, b[] = {260, 80, 260, 1400}, e[8], c[8], low[4], high[4];
    int32_t status[4];
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 4,
                             .shape = SKPI_CARBON_SHAPE_PEAK,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = t0,
                             .e0 = e0,
                             .residual = r,
                             .t_peak = tp,
                             .e_peak = ep,
                             .plateau = w,
                             .t_net_zero = tz};
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, low, high, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_OK && status[2] == SKPI_ENOTFINITE && status[3] == SKPI_OK);
    ck_assert(isnan(low[2]) && isnan(high[2]) && high[3] == 3000);
    double before[4];
    memcpy(before, b, sizeof b);
    ck_fails_at(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, b, b, NULL), SKPI_EINFEASIBLE, "target", 1);
    ck_assert_mem_eq(before, b, sizeof b); /* the first bad row fails the call before anything is written */
    ck_assert_int_eq(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, b, b, status), SKPI_WROWS); /* in place */
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINFEASIBLE && status[2] == SKPI_ENOTFINITE);
    ck_assert(status[3] == SKPI_OK && isnan(b[1]) && isnan(b[2]));
    ck_near(b[0], CHINA_P, 4e-15);
    ck_near(b[3], 1.03225806451612903, 4e-15);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "target[1]")); /* the words are about the first bad row */
    path.power = b;
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2049, 2, e, c, status), SKPI_WROWS);
    ck_assert(status[1] == SKPI_ENOTFINITE && status[2] == SKPI_ENOTFINITE && status[3] == SKPI_OK);
    for (int j = 2; j < 6; j++) ck_assert(isnan(e[j]) && isnan(c[j]));
    ck_near(e[1], 3.69464119278221344, 2e-14);
    ck_assert(e[7] == -5);
    ck_near(c[7], 1400, 1e-10);
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
    ck_fails(try_solve(k, 30), SKPI_EINFEASIBLE, "target"); /* below the budget of the rise */
    ck_fails(try_solve(k, -1e308), SKPI_EINFEASIBLE, "target");
    ck_fails(try_solve(k, (double)NAN), SKPI_ENOTFINITE, "target");
    ck_fails(try_solve(k, (double)INFINITY), SKPI_ENOTFINITE, "target");
    one flat = {2020, 1, 0, 2020, 1, 0, 2050, 0}; /* bounds 0 and 30; a tiny budget needs a power beyond the doubles */
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
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "= 2030 is not after the end of the plateau, 2030"));
    k.t_net_zero = 2026; /* before the peak */
    ck_fails(try_value(k, 2030), SKPI_ENOTSORTED, "path->t_net_zero");
    k = china, k.plateau = 32;
    ck_fails(try_solve(k, 260), SKPI_ENOTSORTED, "path->t_net_zero");
    k = china, k.t_peak = k.t0; /* peak at the start, but higher than e0 */
    ck_fails(try_value(k, 2030), SKPI_EINCONSISTENT, "path->e_peak");
    k = china, k.e_peak = 11; /* lower than the start */
    ck_fails(try_value(k, 2030), SKPI_EINCONSISTENT, "path->e_peak");
    k = china, k.residual = 12.2;
    ck_fails(try_value(k, 2030), SKPI_EDOM, "path->e_peak");
    k.residual = 13;
    ck_fails(try_solve(k, 300), SKPI_EDOM, "path->e_peak");
    k = china, k.e0 = -1; /* already negative: no peak */
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->e0");
    k = china, k.e0 = 0; /* starts at 0 */
    ck_assert_int_eq(try_value(k, 2030), SKPI_OK);
    k = (one){2020, 0, -1, 2020, 0, 0, 2050, 1}; /* starts at 0, removals at the end */
    ck_assert_int_eq(try_value(k, 2030), SKPI_OK);
    k = china, k.power = 0;
    ck_fails(try_value(k, 2030), SKPI_EDOM, "path->power");
    k.power = -1;
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->power");
    ck_fails(try_value(china, 2022), SKPI_ENOTSORTED, "path->t0"); /* before the start */
    k = china, k.t0 = 2023.5;
    ck_fails(try_value(k, 2023), SKPI_ENOTSORTED, "path->t0");
    ck_fails(try_value(china, 1499), SKPI_ERANGE, "first_year");
    ck_fails(try_value(china, 2401), SKPI_ERANGE, "first_year");
    k = china, k.t_net_zero = 2603; /* a year of the Buddhist era */
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->t_net_zero");
    k = china, k.plateau = -1;
    ck_fails(try_value(k, 2030), SKPI_ERANGE, "path->plateau");
    k = china, k.e_peak = 1e307;
    ck_fails(try_value(k, 2030), SKPI_EOVERFLOW, "path->e_peak");
    k = china, k.residual = -1e307;
    ck_fails(try_value(k, 2030), SKPI_EOVERFLOW, "path->residual");
    k = (one){1500, 4e304, -4e304, 1500, 4e304, 0, 2400, 1}; /* the largest emissions that are accepted */
    double e[901], c[901];
    values_of(k, 1500, 901, e, c);
    for (int j = 0; j <= 900; j++) ck_assert(isfinite(e[j]) && isfinite(c[j]));
}
END_TEST

START_TEST(not_finite)
{
    static const char *const name[] = {"path->t0",     "path->e0",      "path->residual",   "path->t_peak",
                                       "path->e_peak", "path->plateau", "path->t_net_zero", "path->power"};
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
    ck_fails(skpi_carbon_path_solve(NULL, SKPI_CARBON_TARGET_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path");
    ck_fails(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, NULL, &p, NULL), SKPI_EINVAL, "target");
    ck_fails(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &b, NULL, NULL), SKPI_EINVAL, "unknown");
    ck_fails(skpi_carbon_path_solve(&path, 0, &b, &p, NULL), SKPI_EINVAL, "by");
    ck_fails(skpi_carbon_path_range(&path, 9, &b, &p, NULL), SKPI_EINVAL, "by");
    /* a member that is needed */
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->power");
    path.power = &k.power; /* the unknown is given */
    ck_fails(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path->power");
    ck_fails(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &b, &p, NULL), SKPI_EINVAL, "path->power");
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2030, 1, NULL, NULL, NULL), SKPI_OK); /* no output is wanted */
    path.shape = 0;                                                                      /* the shape has no default */
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->shape");
    path.shape = SKPI_CARBON_SHAPE_PEAK, path.convention = 0;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->convention");
    path.convention = SKPI_CARBON_CONVENTION_INTEGRAL, path.flags = 1;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_ESTRUCT, "path->flags");
    path.flags = 0, path.size = 4;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_ESTRUCT, "path->size");
    const double *const *members[] = {&path.t0, &path.e0, &path.t_peak, &path.e_peak, &path.t_net_zero};
    static const char *const name[] = {"path->t0", "path->e0", "path->t_peak", "path->e_peak", "path->t_net_zero"};
    for (size_t m = 0; m < 5; m++) {
        path = path_of(&k, 1);
        memset((char *)&path + ((const char *)members[m] - (const char *)&path), 0, sizeof(double *));
        ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, name[m]);
    }
    path = path_of(&k, 1);
    path.n = (size_t)-1;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_ENOMEM, "path->t0");
    path.n = 1;
    ck_fails(skpi_carbon_path_value(&path, 2030, (size_t)-1, &e, NULL, NULL), SKPI_ERANGE, "first_year");
    ck_assert(e == -7 && p == -7);
    path = path_of(&k, 1); /* NULL stands for 0 */
    path.residual = path.plateau = NULL;
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_OK);
    ck_near(e, 12.2 * pow(30.0 / 32, CHINA_P), 1e-14);
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2000, 0, NULL, NULL, NULL), SKPI_OK); /* no years */
    skpi_carbon_path none = {
        .size = sizeof none, .shape = SKPI_CARBON_SHAPE_PEAK, .convention = SKPI_CARBON_CONVENTION_INTEGRAL};
    ck_assert_int_eq(skpi_carbon_path_value(&none, 2030, 5, NULL, NULL, NULL), SKPI_OK); /* no places */
    ck_assert_int_eq(skpi_carbon_path_solve(&none, SKPI_CARBON_TARGET_BUDGET, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

UNIT_MAIN("carbon", UNIT_CASE("path", powers, ranges, values, residual_goes_on, just_after_the_start, rows_of_a_path),
          UNIT_CASE("bad input", infeasible_words, dates_and_levels, not_finite, path_usage))
