/* Methods of projection from parameters: known answers with their sources, and what must hold whatever the figures. */
#include "unit/urban_calls.h"
#include "urban/path.h"
#include "urban/un.h"
#include "urban/un_block.h"

static skpi_status one(const skpi_urban_options *o, double share, double urgd, size_t n_years, double *shares,
                       double *urgds)
{
    skpi_urban_project_out out = {.size = sizeof out, .share = shares, .urgd = urgds};
    return call_project(1, (int32_t[]){2000}, &share, &urgd, (int32_t[]){L}, 2001, n_years, o, &out, NULL);
}

START_TEST(converging_values)
{
    /* 50-digit arithmetic, phi = 0.9, g = 0.015; p and 1 - p */
    static const struct {
        double p0, r0, lead, p, q;
    } at[] = {{.5, .03, 1, .50712451776573194, .49287548223426806},
              {.5, .03, 7.3, .54535968053642431, .45464031946357569},
              {.37, .02, 0, .37, .63},
              {.5, .1, 1e-6, .50000002390019756, .49999997609980244},
              {.5, .03, 1000, .99999973272834659, 2.6727165341058236e-7},
              {1e-12, .05, 40, 2.4851773417012594e-12, .99999999999751482},
              {.999999999999, .02, 40, .999999999999475, 5.2500001793323511e-13},
              {.2, .5, 25, .42526084588408318, .57473915411591682},
              {.9, -.3, 25, .83362328501291818, .16637671498708182},
              {.3, .015, 33.25, .41373460539212452, .58626539460787548},
              {0, .03, 10, 0, 1},
              {1, -.03, 10, 1, 0}};
    const skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_CONVERGING};
    skpi__urban_rules rules;
    skpi__urban_path path;
    ck_assert_int_eq(skpi__urban_rules_take(skpi__here("test"), &o, &rules), SKPI_OK);
    for (size_t i = 0; i < COUNT(at); i++) {
        const skpi_status s =
            skpi__urban_path_begin(skpi__here("test"), &rules, at[i].p0, at[i].r0, L, at[i].lead, &path);
        ck_assert_int_eq(s, fabs(at[i].r0) > .1 ? SKPI_WADJUSTED : SKPI_OK);
        const double p = skpi__urban_path_at(&path, at[i].lead, NULL);
        ck_near(p, at[i].p, 1e-15);
        ck_near(p, at[i].p, 1e-13 * at[i].p);
        ck_near(1 - p, at[i].q, 1e-15);
    }
}
END_TEST

START_TEST(converging_years)
{
    /* the same by the public function; its growth difference g + (r_0 - g) phi^j by hand */
    const skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_CONVERGING};
    const skpi_urban_options zero = {.size = sizeof zero,
                                     .method = SKPI_URBAN_METHOD_CONVERGING,
                                     .converge_by = .5,
                                     .flags = SKPI_URBAN_FLAG_CONVERGE_TO_ZERO};
    double p[40], r[40];
    ck_assert_int_eq(one(&o, .5, .03, 40, p, r), SKPI_OK);
    ck_near(p[9], .559203075645, 1e-12);
    ck_near(p[39], .675464260551, 1e-12);
    ck_near(r[0], .0285, 1e-16);
    ck_near(r[1], .02715, 1e-16);
    ck_assert_int_eq(one(&o, .9, -.02, 40, p, NULL), SKPI_OK);
    ck_near(p[9], .894924318342, 1e-12);
    ck_near(p[39], .923216965063, 1e-12);
    ck_assert_int_eq(one(&zero, .7, -.03, 40, p, r), SKPI_OK); /* this is damping by 0.5 */
    ck_near(p[0], .69684058098182989, 1e-15);
    ck_near(p[39], .693662450009180523, 1e-15);
    ck_near(r[9], -.03 / 1024, 1e-17);
}
END_TEST

START_TEST(damped_constant_persistence)
{
    /* 40-digit arithmetic */
    const skpi_urban_options damped = {.size = sizeof damped, .method = SKPI_URBAN_METHOD_DAMPED};
    const skpi_urban_options half = {.size = sizeof half, .method = SKPI_URBAN_METHOD_DAMPED, .damping = .5};
    const skpi_urban_options constant = {.size = sizeof constant, .method = SKPI_URBAN_METHOD_CONSTANT};
    const skpi_urban_options stay = {.size = sizeof stay, .method = SKPI_URBAN_METHOD_PERSISTENCE};
    double p[40], r[40];
    ck_assert_int_eq(one(&damped, .3, .04, 40, p, r), SKPI_OK);
    ck_near(p[0], .308210684882746522, 1e-15);
    ck_near(p[9], .375732916857510299, 1e-15);
    ck_near(p[39], .515889876059473622, 1e-15);
    ck_near(r[39], .011828491495965299, 1e-16);
    ck_assert_int_eq(one(&half, .7, -.03, 40, p, r), SKPI_OK);
    ck_near(p[9], .69366867540907165, 1e-15);
    ck_near(r[0], -.015, 1e-17);
    ck_assert_int_eq(one(&constant, .3, .04, 40, p, r), SKPI_OK);
    ck_near(p[0], .308466603981422849, 1e-15);
    ck_near(p[39], .679767196581034825, 1e-15);
    for (int k = 0; k < 40; k++) ck_assert_double_eq(r[k], .04);
    ck_assert_int_eq(one(&stay, .3, .04, 40, p, r), SKPI_OK);
    for (int k = 0; k < 40; k++) {
        ck_assert_double_eq(p[k], .3);
        ck_assert_double_eq(r[k], 0);
    }
}
END_TEST

START_TEST(bocquier_values)
{
    /* 50-digit arithmetic, with coefficients chosen as an example */
    const double c[] = {.04, -.03, -.015, 7, 7, 7};
    const skpi_urban_options pure = {
        .size = sizeof pure, .method = SKPI_URBAN_METHOD_BOCQUIER, .n_sizes = 2, .n_terms = 3, .norm = c};
    const skpi_urban_options un = {.size = sizeof un, .n_sizes = 2, .n_terms = 3, .norm = c};
    double p[60], r[60];
    ck_assert_int_eq(one(&pure, .2, .035, 60, p, r), SKPI_OK);
    ck_near(r[0], .0334, 1e-16);
    ck_near(p[0], .20539758200379212, 1e-15);
    ck_near(p[9], .2570272978873977, 1e-15);
    ck_near(p[59], .54963928284039457, 5e-15);
    ck_near(r[59], .019200085571291908, 1e-15);
    ck_assert_int_eq(one(&un, .2, .035, 60, p, r), SKPI_OK);
    ck_near(p[9], .26091338320725564, 1e-15);
    ck_near(p[59], .59715664113904838, 5e-15);
    ck_near(r[59], .027439704927470324, 1e-15);
}
END_TEST

START_TEST(mean_of_shares)
{
    const int32_t methods[] = {SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_CAUTIOUS};
    const double weights[] = {1, 2, 5};
    skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_MEAN, .n_mean = 3, .mean_method = methods};
    skpi_urban_options single = {.size = sizeof single};
    double part[5][20], mean[20], urgd[20];
    const int32_t each[] = {SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_CAUTIOUS,
                            SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_UN};
    for (size_t k = 0; k < COUNT(each); k++) {
        single.method = each[k];
        ck_assert_int_eq(one(&single, .4, .03, 20, part[k], NULL), SKPI_OK);
    }
    for (int j = 0; j < 20; j++) ck_assert_double_eq(part[2][j], (part[3][j] + part[4][j]) / 2);
    ck_assert_int_eq(one(&o, .4, .03, 20, mean, NULL), SKPI_OK);
    for (int j = 0; j < 20; j++) ck_near(mean[j], (part[0][j] + part[1][j] + part[2][j]) / 3, 1e-15);
    o.mean_weight = weights;
    ck_assert_int_eq(one(&o, .4, .03, 20, mean, urgd), SKPI_OK);
    for (int j = 0; j < 20; j++) {
        const double before = j ? mean[j - 1] : .4;
        ck_near(mean[j], (part[0][j] + 2 * part[1][j] + 5 * part[2][j]) / 8, 1e-15);
        ck_near(urgd[j], log(mean[j] / (1 - mean[j])) - log(before / (1 - before)), 1e-14);
    }
}
END_TEST

START_TEST(every_method_keeps_the_ends)
{
    const double flat[] = {.01, .01};
    for (int32_t m = SKPI_URBAN_METHOD_UN; m <= SKPI_URBAN_METHOD_CAUTIOUS; m++) {
        const skpi_urban_options o = {.size = sizeof o,
                                      .method = m,
                                      .n_sizes = 2,
                                      .n_terms = 1,
                                      .norm = flat,
                                      .n_mean = 1,
                                      .mean_method = (int32_t[]){SKPI_URBAN_METHOD_UN}};
        double p[3] = {7, 7, 7}, r[3];
        if (m == SKPI_URBAN_METHOD_LINEAR || m == SKPI_URBAN_METHOD_LOGISTIC || m == SKPI_URBAN_METHOD_GOMPERTZ) {
            ck_fails(one(&o, .5, .01, 3, p, r), SKPI_EINVAL, "options->method");
            ck_assert(strstr(skpi_last_error(), "needs a history"));
            continue;
        }
        for (int end = 0; end < 2; end++) {
            ck_assert_int_eq(one(&o, end, .03, 3, p, r), SKPI_OK);
            ck_assert(p[2] == end && isnan(r[2]));
        }
        ck_assert_int_eq(one(&o, .5, .01, 3, p, r), SKPI_OK);
        ck_assert(p[2] > (m == SKPI_URBAN_METHOD_PERSISTENCE ? .49 : .5) && p[2] < .51);
    }
}
END_TEST

START_TEST(limits)
{
    const skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_CAUTIOUS};
    const skpi_urban_options wide = {
        .size = sizeof wide, .method = SKPI_URBAN_METHOD_CAUTIOUS, .urgd_min = -1, .urgd_max = 1};
    double high, limit, wider;
    ck_assert_int_eq(one(&o, .3, .4, 1, &high, NULL), SKPI_WADJUSTED | SKPI_WUNUSUAL);
    ck_assert_int_eq(one(&o, .3, .1, 1, &limit, NULL), SKPI_OK);
    ck_assert_double_eq(high, limit);
    ck_assert_int_eq(one(&wide, .3, .4, 1, &wider, NULL), SKPI_WUNUSUAL);
    ck_assert_double_gt(wider, high);
}
END_TEST

START_TEST(crossing_values)
{
    /* 50-digit arithmetic */
    static const struct {
        int32_t method;
        double date, share, urgd;
        int32_t size_class;
        double threshold, lead;
    } at[] = {{SKPI_URBAN_METHOD_CONSTANT, 2018, .45, .03, 0, .5, 6.6890231820717041},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, .45, -.01, 0, .5, NAN},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, .55, -.01, 0, .5, 20.067069546215134},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, .5, .02, 0, .5, 0},
              {SKPI_URBAN_METHOD_DAMPED, 2018, .6, .03, 0, .7, 19.957284877027442},
              {SKPI_URBAN_METHOD_DAMPED, 2018, .6, .005, 0, .9, NAN},
              {SKPI_URBAN_METHOD_UN, 2011, .31276, .0161258, L, .5, 34.61478327231405},
              {SKPI_URBAN_METHOD_UN, 2015, .60278, -.0052472, L, .61, 12.836426431081437},
              {SKPI_URBAN_METHOD_UN, 2017, .18452, -.0152056, S, .18, 2.3383010488749389},
              {SKPI_URBAN_METHOD_CONVERGING, 2018, .6, -.02, 0, .62, 25.116318679297087},
              {SKPI_URBAN_METHOD_CONVERGING, 2018, .6, -.05, 0, .55, 7.3290199643731313},
              {SKPI_URBAN_METHOD_CONVERGING, 2018, .2, .01, 0, .99, NAN},
              {SKPI_URBAN_METHOD_PERSISTENCE, 2018, .2, .01, 0, .3, NAN},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, 1, .01, 0, 1, 0},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, 1, .01, 0, .9, NAN},
              {SKPI_URBAN_METHOD_CONSTANT, 2018, .9, .01, 0, 1, NAN}};
    for (size_t i = 0; i < COUNT(at); i++) {
        const skpi_urban_options o = {.size = sizeof o, .method = at[i].method};
        double date = 7;
        const skpi_status s =
            call_crossing(1, &at[i].date, &at[i].share, &at[i].urgd, at[i].size_class ? &at[i].size_class : NULL,
                          &at[i].threshold, &o, &date, NULL);
        if (isnan(at[i].lead)) {
            ck_assert_int_eq(s, SKPI_ENOTFOUND);
            ck_assert_double_eq(date, 7);
        } else {
            ck_assert_int_eq(s, SKPI_OK);
            ck_near(date, at[i].date + at[i].lead, 1e-9);
        }
    }
    /* a logit that a step meets to the bit */
    skpi__urban_rules rules;
    ck_assert_int_eq(skpi__urban_rules_take(skpi__here("skpi_urban_crossing"), NULL, &rules), SKPI_OK);
    for (int falls = 0; falls < 2; falls++) {
        const skpi__urban_un begin = skpi__urban_un_begin(&rules, .4, falls ? -.03 : .03, L, 0);
        skpi__urban_un u = begin;
        for (int k = 0; k < 3; k++) skpi__urban_un_step(&u);
        ck_near(skpi__urban_un_reach(begin, u.logit, 100), 3, 1e-14);
    }
}
END_TEST

START_TEST(crossing_of_means)
{
    /* at the date that is found the share is the threshold */
    const skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_CAUTIOUS};
    const double date[] = {2018, 2018, 2018}, share[] = {.4, .6, .6}, urgd[] = {.03, -.05, .01},
                 threshold[] = {.5, .58, .999};
    const int32_t size_class[] = {L, L, L};
    double found[3];
    int32_t status[3];
    skpi__urban_rules rules;
    skpi__urban_path path;
    ck_assert_int_eq(call_crossing(3, date, share, urgd, size_class, threshold, &o, found, status), SKPI_WROWS);
    ck_assert_int_eq(status[2], SKPI_ENOTFOUND);
    ck_assert(isnan(found[2]));
    ck_assert_int_eq(skpi__urban_rules_take(skpi__here("test"), &o, &rules), SKPI_OK);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(skpi__urban_path_begin(skpi__here("test"), &rules, share[i], urgd[i], L, 200, &path), SKPI_OK);
        ck_near(skpi__urban_path_at(&path, found[i] - 2018, NULL), threshold[i], 1e-13);
    }
}
END_TEST

/* Vectors of any width give the bits of one place alone, in rows and transposed, for any number of places, years and
 * coefficients. */
START_TEST(blocks)
{
    enum { N = SKPI__URBAN_BLOCK, STEPS = SKPI__URBAN_BLOCK_STEPS, YEARS = STEPS + 37 };
    static const double wide[] = {.03, -.01, -.004, .001, .02, -.006, .001, -.002};
    static skpi__urban_block block;
    static double share[N][YEARS], urgd[N][YEARS];
    size_t at[N];
    skpi__urban_un u[N];
    skpi__urban_rules rules;
    for (size_t l = 0; l < N; l++) at[l] = l * YEARS;
    for (size_t n = 1; n <= N; n += n < 6 ? 1 : 29) {
        ck_assert_int_eq(skpi__urban_rules_take(skpi__here("test"), NULL, &rules), SKPI_OK);
        if (n % 2) rules.norm = wide, rules.n_terms = 4;
        for (size_t l = 0; l < n; l++)
            u[l] = skpi__urban_un_begin(&rules, n > 2 && l == n - 1 ? 1e-295 : (double)(l + 1) / (N + 2),
                                        .07 * sin((double)l), l % 2 ? L : SKPI_URBAN_SIZE_SMALL, 0);
        for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++) {
            const skpi__urban_kernel *kernel = skpi__urban_kernel_at(v);
            for (int kept = 0; kept < 2; kept++) {
                skpi__urban_block_begin(&block, &rules, kept);
                for (size_t l = 0; l < n; l++)
                    skpi__urban_block_add(&block, rules.norm + (l % 2 ? 0 : rules.n_terms), u[l].p, u[l].r);
                for (size_t done = 0; done < YEARS; done += STEPS) {
                    const size_t steps = YEARS - done < STEPS ? YEARS - done : STEPS;
                    double *shares = share[0] + done, *urgds = urgd[0] + done;
                    kernel->walk(&block, steps, at, n % 2 ? NULL : shares, kept ? urgds : NULL);
                    kernel->turn((const double(*)[N])block.share, steps, 0, n, at, shares);
                    if (kept) kernel->turn((const double(*)[N])block.urgd, steps, 0, n, at, urgds);
                }
                for (size_t l = 0; l < n; l++) {
                    skpi__urban_un one_place = u[l];
                    for (int j = 0; j < YEARS; j++) {
                        skpi__urban_un_step(&one_place);
                        ck_assert(one_place.p == share[l][j] && (!kept || one_place.r == urgd[l][j]));
                    }
                }
            }
        }
    }
}
END_TEST

/* A batch of places that end in different years, are near 0 or 1, or exceed a limit gives what each place gives
 * alone. */
START_TEST(mixed_batch)
{
    enum { N = 150, YEARS = SKPI__URBAN_BLOCK_STEPS + 5 };
    static double share[N], urgd[N], p[N][YEARS], r[N][YEARS], one_p[YEARS], one_r[YEARS], only[N][YEARS];
    int32_t last[N], size_class[N], status[N];
    const skpi_urban_options near = {.size = sizeof near, .urgd_min = -.05, .urgd_max = .05};
    skpi_urban_project_out out = {.size = sizeof out, .share = p[0], .urgd = r[0]}, one = out, shares = out;
    one.share = one_p, one.urgd = one_r;
    shares.share = only[0], shares.urgd = NULL;
    for (int apart = 0; apart < 4; apart++) {
        for (int i = 0; i < N; i++) {
            last[i] = 2018 - (apart == 1 ? 3 : apart == 2 ? i * i % 61 : apart == 3 ? (N - i) / 7 : 0);
            size_class[i] = i % 3 ? L : SKPI_URBAN_SIZE_SMALL;
            share[i] = i % 50 == 7 ? 3e-301 : i % 50 == 9 ? 1 : (i + 1.) / (N + 2);
            urgd[i] = i % 50 == 20 ? -.09 : .06 * sin(i);
        }
        for (int limited = 0; limited < 2; limited++) {
            const skpi_urban_options *options = limited ? &near : NULL;
            const int32_t warning = limited ? SKPI_WADJUSTED : SKPI_OK;
            ck_assert_int_eq(call_project(N, last, share, urgd, size_class, 2019, YEARS, options, &out, NULL), warning);
            ck_assert_int_eq(call_project(N, last, share, urgd, size_class, 2019, YEARS, options, &shares, status),
                             warning);
            for (int i = 0; i < N; i++) {
                const skpi_status s =
                    call_project(1, last + i, share + i, urgd + i, size_class + i, 2019, YEARS, options, &one, NULL);
                ck_assert_int_eq(status[i], s);
                ck_assert(!memcmp(one_p, p[i], sizeof one_p) && !memcmp(one_p, only[i], sizeof one_p));
                ck_assert(share[i] == 1 ? isnan(r[i][0]) : !memcmp(one_r, r[i], sizeof one_r));
            }
        }
    }
}
END_TEST

/* Growth differences too large for the range are refused; near a share of 0 they change nothing, and any value is
 * accepted. */
START_TEST(overflow)
{
    const double wild[] = {-5e307, 1e308, -5e307, 1e308}; /* 0 at a share of a half, and steep */
    double p = 7, ps[30] = {7, 7};
    const skpi_urban_options constant = {.size = sizeof constant, .method = SKPI_URBAN_METHOD_CONSTANT};
    const skpi_urban_options steep = {.size = sizeof steep, .n_sizes = 2, .n_terms = 2, .norm = wild};
    ck_fails_at(one(&constant, .5, 1e308, 1, &p, NULL), SKPI_ERANGE, "in->urgd", 0);
    ck_assert_int_eq(one(&constant, 1e-320, 1e308, 1, &p, NULL), SKPI_WUNUSUAL);
    ck_assert_double_eq(p, 1);
    ck_fails_at(one(&constant, 1e-320, 1e308, 2, ps, NULL), SKPI_EOVERFLOW, "out->urgd", 0);
    ck_fails_at(one(&steep, .5, .01, 30, ps, NULL), SKPI_EOVERFLOW, "out->urgd", 0);
    ck_assert(ps[0] == 7 && ps[1] == 7);
}
END_TEST

START_TEST(bad_options)
{
    const double nan = (double)NAN;
    double p = 7;
    skpi_urban_options o;
#define BAD(expected_status, expected_name, ...)             \
    o = (skpi_urban_options){.size = sizeof o, __VA_ARGS__}; \
    ck_fails(one(&o, .5, .01, 1, &p, NULL), expected_status, expected_name)
    BAD(SKPI_EINVAL, "options->method", .method = 5212);
    BAD(SKPI_EINVAL, "options->norm", .method = SKPI_URBAN_METHOD_BOCQUIER);
    BAD(SKPI_ERANGE, "options->damping", .damping = 1.1);
    BAD(SKPI_ERANGE, "options->damping", .damping = -.1);
    BAD(SKPI_ENOTFINITE, "options->converge_to", .converge_to = nan);
    BAD(SKPI_EINCONSISTENT, "options->converge_to", .flags = SKPI_URBAN_FLAG_CONVERGE_TO_ZERO, .converge_to = .01);
    BAD(SKPI_ERANGE, "options->converge_by", .converge_by = 2);
    BAD(SKPI_ERANGE, "options->ceiling", .ceiling = 85);
    BAD(SKPI_EINVAL, "options->n_windows", .window = &nan);
    BAD(SKPI_EINVAL, "options->window", .n_windows = 1);
    BAD(SKPI_ENOTFINITE, "options->window", .n_windows = 1, .window = &nan);
    BAD(SKPI_EDOM, "options->window", .n_windows = 1, .window = (double[]){0});
#define MEAN(...) .method = SKPI_URBAN_METHOD_MEAN, .mean_method = (int32_t[])__VA_ARGS__
    BAD(SKPI_ENODATA, "options->n_mean", .method = SKPI_URBAN_METHOD_MEAN);
    BAD(SKPI_EINVAL, "options->n_mean", MEAN({SKPI_URBAN_METHOD_UN}));
    BAD(SKPI_EINVAL, "options->n_mean", .mean_weight = (double[]){1});
    /* refused although it is not used */
    BAD(SKPI_EINVAL, "options->mean_method", .n_mean = 1, .mean_method = (int32_t[]){5212});
    BAD(SKPI_EINVAL, "options->mean_method", .method = SKPI_URBAN_METHOD_MEAN, .n_mean = 1);
    BAD(SKPI_EINVAL, "options->mean_method", MEAN({5212}), .n_mean = 1);
    BAD(SKPI_EINVAL, "options->mean_method", MEAN({SKPI_URBAN_METHOD_MEAN}), .n_mean = 1);
    BAD(SKPI_EINVAL, "options->mean_method", MEAN({SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_GOMPERTZ}), .n_mean = 2);
    BAD(SKPI_EDUPLICATE, "options->mean_method",
        MEAN({SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_DAMPED, SKPI_URBAN_METHOD_UN}), .n_mean = 3);
    BAD(SKPI_ERANGE, "options->mean_weight", MEAN({SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_DAMPED}), .n_mean = 2,
        .mean_weight = (double[]){1, -1});
    BAD(SKPI_EZERODIV, "options->mean_weight", MEAN({SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_DAMPED}), .n_mean = 2,
        .mean_weight = (double[]){0, 0});
    ck_assert_double_eq(p, 7);
}
END_TEST

START_TEST(bad_crossing)
{
    const double date = 2018, half = .5, threshold[] = {.6, 60}, late = 2561;
    double found = 7;
#define CROSS(date, size_class, threshold, out) \
    call_crossing(1, date, &half, &half, size_class, threshold, NULL, out, NULL)
    ck_fails(CROSS(&date, NULL, threshold, &found), SKPI_EINVAL, "in->size_class");
    ck_fails(CROSS(&date, (int32_t[]){L}, NULL, &found), SKPI_EINVAL, "in->threshold");
    ck_fails(CROSS(&date, (int32_t[]){L}, threshold, NULL), SKPI_EINVAL, "date");
    ck_fails_at(CROSS(&date, (int32_t[]){3}, threshold, &found), SKPI_EINVAL, "in->size_class", 0);
    ck_fails_at(CROSS(&date, (int32_t[]){L}, threshold + 1, &found), SKPI_ERANGE, "in->threshold", 0);
    ck_fails_at(CROSS(&late, (int32_t[]){L}, threshold, &found), SKPI_ERANGE, "in->last_date", 0);
    ck_fails(skpi_urban_crossing(NULL, NULL, &found, NULL), SKPI_EINVAL, "in");
    const double wild = 1e308;
    const skpi_urban_options constant = {.size = sizeof constant, .method = SKPI_URBAN_METHOD_CONSTANT};
    ck_fails_at(call_crossing(1, &date, &half, &wild, NULL, threshold, &constant, &found, NULL), SKPI_ERANGE,
                "in->urgd", 0);
    ck_assert_double_eq(found, 7);
    const skpi_urban_options fallback = {
        .size = sizeof fallback, .method = SKPI_URBAN_METHOD_CONSTANT, .flags = SKPI_URBAN_FLAG_FALLBACK};
    const double some = .02; /* a fallback is for histories: without one no size is needed */
    ck_assert_int_eq(call_crossing(1, &date, &half, &some, NULL, threshold, &fallback, &found, NULL), SKPI_OK);
}
END_TEST

/* Forty years after the last observation: the horizon of what converges, alone or in a mean. */
START_TEST(horizon)
{
    static const int32_t mean[] = {SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_CAUTIOUS};
    static const struct {
        int32_t method, beyond;
    } known[] = {{SKPI_URBAN_METHOD_CONVERGING, SKPI_WHORIZON},
                 {SKPI_URBAN_METHOD_CAUTIOUS, SKPI_WHORIZON},
                 {SKPI_URBAN_METHOD_MEAN, SKPI_WHORIZON},
                 {SKPI_URBAN_METHOD_DAMPED, SKPI_OK},
                 {SKPI_URBAN_METHOD_UN, SKPI_OK}};
    const double share[] = {.5}, urgd[] = {.02}, date[] = {2010, 2018}, both[] = {.45, .5}, day[] = {2018};
    const int32_t last = 2018, size = SKPI_URBAN_SIZE_SMALL;
    const size_t first[] = {0, 2};
    double projected[41], threshold;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        const int is_mean = known[k].method == SKPI_URBAN_METHOD_MEAN;
        const skpi_urban_options o = {.size = sizeof o,
                                      .method = known[k].method,
                                      .n_mean = is_mean ? 2 : 0,
                                      .mean_method = is_mean ? mean : NULL};
        const skpi_urban_project_in in = {
            .size = sizeof in, .n = 1, .last_year = &last, .share = share, .urgd = urgd, .size_class = &size};
        const skpi_urban_history h = {
            .size = sizeof h, .n = 1, .n_observations = 2, .first = first, .date = date, .share = both};
        skpi_urban_project_out out = {.size = sizeof out, .share = projected};
        for (size_t years = 40; years <= 41; years++) {
            const int32_t expected = years > 40 ? known[k].beyond : SKPI_OK;
            ck_assert_int_eq(skpi_urban_project(&in, 2019, years, &o, &out, NULL), expected);
            ck_assert_int_eq(skpi_urban_project_history(&h, &size, 2019, years, &o, &out, NULL), expected);
            const skpi_urban_crossing_in c = {.size = sizeof c,
                                              .n = 1,
                                              .last_date = day,
                                              .share = share,
                                              .urgd = urgd,
                                              .size_class = &size,
                                              .threshold = &threshold};
            double found;
            ck_assert_int_eq(skpi_urban_project(&in, 2019, years, &o, &out, NULL), expected);
            threshold = projected[years - 1] - 1e-6;
            ck_assert_int_eq(skpi_urban_crossing(&c, &o, &found, NULL), expected);
        }
    }
}
END_TEST

UNIT_MAIN("urban methods", UNIT_CASE("converging", converging_values, converging_years),
          UNIT_CASE("simple", damped_constant_persistence), UNIT_CASE("bocquier", bocquier_values),
          UNIT_CASE("mean", mean_of_shares), UNIT_CASE("horizon", horizon),
          UNIT_CASE("all", every_method_keeps_the_ends, limits),
          UNIT_CASE("crossing", crossing_values, crossing_of_means), UNIT_CASE("blocks", blocks, mixed_batch),
          UNIT_CASE("bad input", overflow, bad_options, bad_crossing))
