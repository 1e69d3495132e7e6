/* Urbanisation: known answers with their sources, and what must hold whatever the figures. */
#include "unit/urban_calls.h"

/* The shares of one place by default options, for the years first_year .. first_year + n_years - 1. */
static skpi_status one(int32_t last_year, double share, double urgd, int32_t size_class, int32_t first_year,
                       size_t n_years, double *shares, double *urgds)
{
    skpi_urban_project_out out = {.size = sizeof out, .share = shares, .urgd = urgds};
    return call_project(1, &last_year, &share, &urgd, &size_class, first_year, n_years, NULL, &out, NULL);
}

START_TEST(urgd_values)
{
    /* 50-digit arithmetic; the first and third rows were computed by hand: ln 4 in a decade, and no change */
    const double date0[] = {2000, 2010.25, 1990, 2015}, share0[] = {.2, .35, .41, .55500};
    const double date1[] = {2010, 2017.5, 1991, 2017}, share1[] = {.5, .1, .41, .57960};
    double r[4], near_one;
    ck_assert_int_eq(skpi_urban_urgd(4, date0, share0, date1, share1, r, NULL), SKPI_OK);
    ck_near(r[0], .13862943611198906, 1e-16);
    ck_near(r[1], -.21768074054206838518, 1e-16);
    ck_assert_double_eq(r[2], 0);
    ck_near(r[3], .0501189, 5e-8); /* China, World Urbanization Prospects 2018, percent urban 55.500 and 57.960 */
    ck_assert_int_eq(skpi_urban_urgd(1, date0, (double[]){.999}, date1, (double[]){.9995}, &near_one, NULL), SKPI_OK);
    ck_near(near_one, .069364755585195762328, 1e-16);
}
END_TEST

START_TEST(urgd_rows)
{
    const double date0[] = {2000, 2000, 2000, 2000, 2010}, date1[] = {2010, 2010, 2010, 2010, 2000};
    const double share1[] = {.5, 1, .5, .5, .5};
    double share0[] = {.2, .2, 41.5, (double)NAN, .2};
    int32_t status[5];
    /* written into an input */
    ck_assert_int_eq(skpi_urban_urgd(5, date0, share0, date1, share1, share0, status), SKPI_WROWS);
    const int32_t expected[] = {SKPI_OK, SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENOTSORTED};
    for (int i = 0; i < 5; i++) ck_assert_int_eq(status[i], expected[i]);
    ck_near(share0[0], .13862943611198906, 1e-16);
    for (int i = 1; i < 5; i++) ck_assert(isnan(share0[i]));
    ck_assert_msg(strstr(skpi_last_error(), "share1[1]"), "%s", skpi_last_error());
}
END_TEST

START_TEST(norm_values)
{
    const double p[] = {.5, .2, 0, 1}, c[] = {.01, .02, .03, .03, .02, .01};
    const int32_t size_class[] = {L, S, L, S};
    const skpi_urban_options cubic = {.size = sizeof cubic, .n_sizes = 2, .n_terms = 3, .norm = c};
    const skpi_urban_options flat = {.size = sizeof flat, .n_sizes = 2, .n_terms = 1, .norm = c};
    double h[4];
    ck_assert_int_eq(skpi_urban_norm_urgd(4, p, size_class, NULL, h, NULL), SKPI_OK);
    ck_near(h[0], .0248712, 1e-16); /* by hand, with the line fitted to World Urbanization Prospects 2018 */
    ck_near(h[1], .01858788, 1e-16);
    ck_assert_double_eq(h[2], .0325482);
    ck_near(h[3], .015943, 1e-16);
    ck_assert_int_eq(skpi_urban_norm_urgd(4, p, size_class, &cubic, h, NULL), SKPI_OK);
    ck_near(h[0], .01 + .02 * .5 + .03 * .25, 1e-17);
    ck_near(h[1], .03 + .02 * .2 + .01 * .04, 1e-17);
    ck_assert_int_eq(skpi_urban_norm_urgd(4, p, size_class, &flat, h, NULL), SKPI_OK);
    ck_assert_double_eq(h[2], .01);
    ck_assert_double_eq(h[3], .02);
}
END_TEST

/* One norm for all sizes needs no size class, and gives the same results as two equal norms. */
START_TEST(one_norm)
{
    enum { n = 70, m = 40 };
    const double c[] = {.03, -.012, .03, -.012};
    const skpi_urban_options one_size = {.size = sizeof one_size, .n_sizes = 1, .n_terms = 2, .norm = c};
    const skpi_urban_options two_sizes = {.size = sizeof two_sizes, .n_sizes = 2, .n_terms = 2, .norm = c};
    static double one_share[n * m], two_share[n * m];
    double share[n], urgd[n], h[n], both[n];
    int32_t last[n], size_class[n];
    for (int i = 0; i < n; i++) {
        last[i] = 2018 - i % 3;
        share[i] = (i + 1.) / (n + 1);
        urgd[i] = .001 * (i - 20);
        size_class[i] = i % 2 ? L : S;
    }
    skpi_urban_project_out out = {.size = sizeof out, .share = one_share};
    ck_assert_int_eq(call_project(n, last, share, urgd, NULL, 2019, m, &one_size, &out, NULL), SKPI_OK);
    out.share = two_share;
    ck_assert_int_eq(call_project(n, last, share, urgd, size_class, 2019, m, &two_sizes, &out, NULL), SKPI_OK);
    ck_assert_mem_eq(one_share, two_share, sizeof one_share);
    ck_assert_int_eq(skpi_urban_norm_urgd(n, share, NULL, &one_size, h, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_norm_urgd(n, share, size_class, &two_sizes, both, NULL), SKPI_OK);
    ck_assert_mem_eq(h, both, sizeof h);
    ck_fails(call_project(n, last, share, urgd, NULL, 2019, m, &two_sizes, &out, NULL), SKPI_EINVAL, "in->size_class");
    ck_fails(skpi_urban_norm_urgd(n, share, NULL, &two_sizes, h, NULL), SKPI_EINVAL, "size_class");
    ck_fails_at(call_project(n, last, share, urgd, last, 2019, m, &one_size, &out, NULL), SKPI_EINVAL, "in->size_class",
                0);
}
END_TEST

START_TEST(project_recursion)
{
    /* the recursion in 50-digit arithmetic */
    double p[60], r[60];
    ck_assert_int_eq(one(2000, .5, .03, L, 2001, 60, p, r), SKPI_OK);
    ck_near(p[0], .507450133187524, 1e-12);
    ck_near(p[9], .571589274111808, 1e-12);
    ck_near(p[25], .666528434235634, 1e-12);
    ck_near(p[59], .810999689095, 1e-12);
    ck_near(r[0], .0298027384615385, 1e-12);
    ck_near(r[24], .0229277468365302, 1e-12);
    ck_near(r[25], .022470406223851, 1e-12);
    for (int k = 26; k < 60; k++) ck_assert_double_eq(r[k], r[25]);
    ck_assert_int_eq(one(2000, .2, .01, S, 2026, 1, p, r), SKPI_OK);
    ck_near(p[0], .266658639662553, 1e-12);
    ck_near(r[0], .018390881911096, 1e-12);
}
END_TEST

START_TEST(project_published)
{
    /* World Urbanization Prospects 2018, annual percent urban: the last observation, and the published values of 2030
     * and 2050 */
    static const struct {
        int32_t year, size_class;
        double share, urgd, y2030, y2050;
    } un[] = {{2017, L, 57.960, .0501189, 70.626, 80.028},   /* China */
              {2011, L, 31.276, .0161258, 40.142, 52.841},   /* India */
              {2010, L, 80.772, .0106825, 84.858, 89.156},   /* United States */
              {2015, L, 77.200, .000568, 78.931, 84.335},    /* Germany */
              {2015, L, 60.278, -.0052472, 61.539, 70.390},  /* Poland */
              {2015, S, 41.000, -.0045849, 41.850, 49.495},  /* Mauritius */
              {2017, S, 18.452, -.0152056, 17.288, 21.516}}; /* Samoa */
    for (size_t i = 0; i < COUNT(un); i++) {
        double p[21];
        ck_assert_int_eq(one(un[i].year, un[i].share / 100, un[i].urgd, un[i].size_class, 2030, 21, p, NULL), SKPI_OK);
        ck_near(100 * p[0], un[i].y2030, .01);
        ck_near(100 * p[20], un[i].y2050, .01);
    }
}
END_TEST

START_TEST(project_properties)
{
    double before[40], p[40], r[40], h;
    for (int s = 1; s < 20; s++) { /* a larger share and a larger growth difference give a larger share in every year */
        ck_assert_int_eq(one(2018, s * .05, .01, s % 2 ? L : S, 2019, 40, before, NULL), SKPI_OK);
        ck_assert_int_eq(one(2018, s * .05 + .01, .01, s % 2 ? L : S, 2019, 40, p, NULL), SKPI_OK);
        for (int k = 0; k < 40; k++) ck_assert_double_gt(p[k], before[k]);
        ck_assert_int_eq(one(2018, s * .05, .011, s % 2 ? L : S, 2019, 40, p, NULL), SKPI_OK);
        for (int k = 0; k < 40; k++) ck_assert_double_gt(p[k], before[k]);
        for (int k = 1; k < 40; k++) ck_assert_double_gt(p[k], p[k - 1]);
    }
    ck_assert_int_eq(one(2018, .6, -.02, L, 2019, 40, p, r), SKPI_OK); /* falls first, then rises */
    ck_assert_double_lt(p[0], .6);
    ck_assert_double_gt(p[39], .6);
    ck_assert_int_eq(skpi_urban_norm_urgd(1, &p[23], (int32_t[]){L}, NULL, &h, NULL), SKPI_OK);
    ck_assert_double_eq(r[25], h); /* the norm of the 25th year is reached in the 26th */
    /* the axis may begin long after the last observation */
    ck_assert_int_eq(one(2018, .6, -.02, L, 2049, 10, before, NULL), SKPI_OK);
    for (int k = 0; k < 10; k++) ck_assert_double_eq(before[k], p[k + 30]);
}
END_TEST

START_TEST(project_ends)
{
    double p[3], r[3];
    for (int end = 0; end < 2; end++) { /* 0 and 1 stay exactly, and have no growth difference */
        ck_assert_int_eq(one(2018, end, .03, L, 2400, 1, p, r), SKPI_OK);
        ck_assert_double_eq(p[0], end);
        ck_assert(isnan(r[0]));
    }
    ck_assert_int_eq(one(2018, 0x1p-1074, .03, L, 2019, 3, p, r), SKPI_OK); /* the smallest share above 0 */
    ck_assert(p[0] > 0 && p[2] < 1e-300 && r[0] > 0);
    ck_assert_int_eq(one(2018, 1 - 0x1p-53, -.03, L, 2019, 3, p, r), SKPI_OK); /* the largest share below 1 */
    ck_assert(p[0] < 1 && p[2] > .999 && r[0] < 0);
}
END_TEST

START_TEST(project_batch)
{
    enum { n = 50, m = 30 };
    int32_t last[n], size_class[n], status[n];
    double share[n], urgd[n], p[n * m], r[n * m], ps[m], rs[m];
    for (int i = 0; i < n; i++) {
        last[i] = 2000 + i % 18;
        size_class[i] = i % 3 ? L : S;
        share[i] = i / 49.; /* 0 and 1 are among them */
        urgd[i] = .05 * sin(i);
    }
    last[7] = 2020; /* not before the first year of the axis */
    share[9] = 41.5;
    size_class[11] = 3;
    skpi_urban_project_out out = {.size = sizeof out, .share = p, .urgd = r};
    ck_assert_int_eq(call_project(n, last, share, urgd, size_class, 2019, m, NULL, &out, status), SKPI_WROWS);
    ck_assert_int_eq(status[7], SKPI_ENOTSORTED);
    ck_assert_int_eq(status[9], SKPI_ERANGE);
    ck_assert_int_eq(status[11], SKPI_EINVAL);
    for (int i = 0; i < n; i++) {
        if (i == 7 || i == 9 || i == 11) {
            for (int k = 0; k < m; k++) ck_assert(isnan(p[i * m + k]) && isnan(r[i * m + k]));
            continue;
        }
        ck_assert_int_eq(status[i], SKPI_OK);
        ck_assert_int_eq(one(last[i], share[i], urgd[i], size_class[i], 2019, m, ps, rs), SKPI_OK);
        ck_assert(!memcmp(ps, p + i * m, sizeof ps));
        ck_assert(!memcmp(rs, r + i * m, sizeof rs) || isnan(rs[0]));
    }
}
END_TEST

START_TEST(project_limits)
{
    const int32_t last[] = {2018, 2018, 2018, 2018}, size_class[] = {L, L, L, L};
    const double share[] = {.3, .3, .3, 1}, urgd[] = {.2, -.2, .05, .2};
    const skpi_urban_options limits = {.size = sizeof limits, .urgd_min = -.03, .urgd_max = .1};
    double p[4], high, low;
    int32_t status[4];
    skpi_urban_project_out out = {.size = sizeof out, .share = p};
    ck_assert_int_eq(call_project(4, last, share, urgd, size_class, 2030, 1, &limits, &out, status), SKPI_WADJUSTED);
    ck_assert_int_eq(status[0], SKPI_WADJUSTED);
    ck_assert_int_eq(status[1], SKPI_WADJUSTED);
    ck_assert_int_eq(status[2], SKPI_OK);
    ck_assert_int_eq(status[3], SKPI_OK); /* its growth difference is not used */
    ck_assert_int_eq(one(2018, .3, .1, L, 2030, 1, &high, NULL), SKPI_OK);
    ck_assert_int_eq(one(2018, .3, -.03, L, 2030, 1, &low, NULL), SKPI_OK);
    ck_assert_double_eq(p[0], high);
    ck_assert_double_eq(p[1], low);
    ck_assert_int_eq(call_project(1, last, share, urgd, size_class, 2030, 1, &limits, &out, NULL), SKPI_WADJUSTED);
    ck_assert_int_eq(call_project(1, last, share + 2, urgd + 2, size_class, 2030, 1, &limits, &out, NULL), SKPI_OK);
    /* a single limit is enough, because the other one, 0, limits too */
    const skpi_urban_options floor = {.size = sizeof floor, .urgd_min = -.03};
    const skpi_urban_options ceiling = {.size = sizeof ceiling, .urgd_max = .1};
    ck_assert_int_eq(call_project(2, last, share, urgd, size_class, 2030, 1, &floor, &out, NULL), SKPI_WADJUSTED);
    ck_assert_double_eq(p[1], low);
    ck_assert_int_eq(one(2018, .3, 0, L, 2030, 1, &low, NULL), SKPI_OK);
    ck_assert_double_eq(p[0], low);
    ck_assert_int_eq(call_project(2, last, share, urgd, size_class, 2030, 1, &ceiling, &out, NULL), SKPI_WADJUSTED);
    ck_assert_double_eq(p[0], high);
    ck_assert_double_eq(p[1], low);
}
END_TEST

START_TEST(project_overflow)
{
    const double wild[] = {-5e307, 1e308, 0, 0}, share[] = {.5, .5}; /* 0 at a share of a half, and steep */
    const int32_t last[] = {2018, 2018}, size_class[] = {S, L};
    const skpi_urban_options o = {.size = sizeof o, .n_sizes = 2, .n_terms = 2, .norm = wild};
    double p[4] = {7, 7, 7, 7}, urgd[] = {.01, -.01};
    int32_t status[2];
    skpi_urban_project_out out = {.size = sizeof out, .share = p};
    ck_fails_at(call_project(2, last, share, urgd, size_class, 2049, 2, &o, &out, NULL), SKPI_EOVERFLOW, "out->urgd",
                1);
    for (int k = 0; k < 4; k++) ck_assert_double_eq(p[k], 7);
    ck_assert_int_eq(call_project(2, last, share, urgd, size_class, 2049, 2, &o, &out, status), SKPI_WROWS);
    ck_assert_int_eq(status[1], SKPI_EOVERFLOW);
    ck_assert(p[0] > 0 && p[1] > 0 && isnan(p[2]) && isnan(p[3]));
    ck_fails_at(skpi_urban_norm_urgd(1, (double[]){1}, size_class + 1, &o, p, NULL), SKPI_ERANGE, "options->norm", 0);
}
END_TEST

START_TEST(population_values)
{
    double share[] = {0, .25, 1, .99999999999999988898}, total[] = {5, 1411.75, 3, 8e9}, urban[4], rural[4];
    ck_assert_int_eq(skpi_urban_population(2, 2, share, total, urban, rural), SKPI_OK);
    const double u[] = {0, 352.9375, 3, 7999999999.99999911}, v[] = {5, 1058.8125, 0, 8e9 * 0x1p-53};
    for (int k = 0; k < 4; k++) {
        ck_assert_double_eq(urban[k], u[k]);
        ck_assert_double_eq(rural[k], v[k]);
    }
    ck_assert_int_eq(skpi_urban_population(1, 4, share, total, NULL, total), SKPI_OK); /* written into an input */
    for (int k = 0; k < 4; k++) ck_assert_double_eq(total[k], v[k]);
}
END_TEST

START_TEST(nothing)
{
    skpi_urban_project_out out = {.size = sizeof out};
    ck_assert_int_eq(skpi_urban_urgd(0, NULL, NULL, NULL, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_norm_urgd(0, NULL, NULL, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(call_project(0, NULL, NULL, NULL, NULL, 2019, 5, NULL, &out, NULL), SKPI_OK);
    ck_assert_int_eq(one(2018, .5, .01, L, 2019, 0, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_population(0, 5, NULL, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_population(5, 0, NULL, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(bad_project)
{
    const double c[] = {.1, .2, (double)NAN, .4}, p0 = .5, r0 = .01, nan = (double)NAN;
    const int32_t last = 2018, size_class = L;
    double p = 7;
    skpi_urban_project_out out = {.size = sizeof out, .share = &p};
    skpi_urban_options o = {.size = sizeof o, .method = 5212};
#define PROJECT(last, share, urgd, size_class, first, years, options, out) \
    call_project(1, last, share, urgd, size_class, first, years, options, out, NULL)
    ck_fails(PROJECT(NULL, &p0, &r0, &size_class, 2019, 1, NULL, &out), SKPI_EINVAL, "in->last_year");
    ck_fails(PROJECT(&last, NULL, &r0, &size_class, 2019, 1, NULL, &out), SKPI_EINVAL, "in->share");
    ck_fails(PROJECT(&last, &p0, NULL, &size_class, 2019, 1, NULL, &out), SKPI_EINVAL, "in->urgd");
    ck_fails(PROJECT(&last, &p0, &r0, NULL, 2019, 1, NULL, &out), SKPI_EINVAL, "in->size_class");
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2562, 1, NULL, &out), SKPI_ERANGE, "first_year");
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, (size_t)-1, NULL, &out), SKPI_ERANGE, "first_year");
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails_at(PROJECT(&last, &p0, &nan, &size_class, 2019, 1, NULL, &out), SKPI_ENOTFINITE, "in->urgd", 0);
    ck_fails_at(PROJECT(&last, &p0, &r0, &size_class, 2018, 1, NULL, &out), SKPI_ENOTSORTED, "in->last_year", 0);
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINVAL, "options->method");
    o = (skpi_urban_options){.size = sizeof o, .zero = 1};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ESTRUCT, "options->zero");
    o = (skpi_urban_options){.size = sizeof o, .flags = 4};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ESTRUCT, "options->flags");
    o = (skpi_urban_options){.size = sizeof o, .n_sizes = 2, .n_terms = 2};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINVAL, "options->norm");
    o = (skpi_urban_options){.size = sizeof o, .norm = c};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINVAL, "options->n_sizes");
    o = (skpi_urban_options){.size = sizeof o, .n_sizes = 2, .norm = c};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINVAL, "options->n_terms");
    o = (skpi_urban_options){.size = sizeof o, .n_terms = 2, .norm = c};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINVAL, "options->n_sizes");
    o = (skpi_urban_options){.size = sizeof o, .n_sizes = 3, .n_terms = 1, .norm = c};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ERANGE, "options->n_sizes");
    o = (skpi_urban_options){.size = sizeof o, .n_sizes = 2, .n_terms = 2, .norm = c};
    ck_fails_at(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ENOTFINITE, "options->norm", 1);
    o.n_terms = (size_t)-1;
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ENOMEM, "options->norm");
    o = (skpi_urban_options){.size = sizeof o, .urgd_max = (double)INFINITY};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_ENOTFINITE, "options->urgd_max");
    o = (skpi_urban_options){.size = sizeof o, .urgd_min = .1};
    ck_fails(PROJECT(&last, &p0, &r0, &size_class, 2019, 1, &o, &out), SKPI_EINCONSISTENT, "options->urgd_min");
    ck_fails(skpi_urban_project(NULL, 2019, 1, NULL, &out, NULL), SKPI_EINVAL, "in");
    ck_assert_double_eq(p, 7);
}
END_TEST

START_TEST(bad_others)
{
    const double half = .5, one = 1, year[] = {2000, 2001};
    double out[4] = {7, 7, 7, 7};
    ck_fails(skpi_urban_urgd((size_t)-1, year, &half, year, &half, out, NULL), SKPI_ENOMEM, "date0");
    ck_fails_at(skpi_urban_urgd(1, year, &one, year + 1, &half, out, NULL), SKPI_EDOM, "share0", 0);
    ck_fails_at(skpi_urban_urgd(1, year, &half, year, &half, out, NULL), SKPI_ENOTSORTED, "date0", 0);
    ck_fails_at(skpi_urban_norm_urgd(1, &half, (int32_t[]){0}, NULL, out, NULL), SKPI_EINVAL, "size_class", 0);
    ck_fails_at(skpi_urban_population(1, 2, year, year, out, out + 2), SKPI_ERANGE, "share", 0);
    ck_fails_at(skpi_urban_population(2, 1, (double[]){1, 0}, (double[]){1, -1}, out, NULL), SKPI_ERANGE, "total", 1);
    ck_fails(skpi_urban_population(2, SIZE_MAX / 2, year, year, out, NULL), SKPI_ENOMEM, "share");
    for (int k = 0; k < 4; k++) ck_assert_double_eq(out[k], 7);
}
END_TEST

UNIT_MAIN("urban", UNIT_CASE("urgd", urgd_values, urgd_rows), UNIT_CASE("norm", norm_values, one_norm),
          UNIT_CASE("project", project_recursion, project_published, project_properties, project_ends, project_batch,
                    project_limits, project_overflow),
          UNIT_CASE("population", population_values), UNIT_CASE("bad input", nothing, bad_project, bad_others))
