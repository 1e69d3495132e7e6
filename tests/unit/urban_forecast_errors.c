/* What is known of the future, and what was: intervals of the converging method, random walks, fitted tables of errors,
 * backtests. */
#include "unit/urban_calls.h"

static const double nan_ = (double)NAN;

static const int32_t converging = SKPI_URBAN_METHOD_CONVERGING, cautious = SKPI_URBAN_METHOD_CAUTIOUS;

START_TEST(converging_values)
{
    /* 50-digit arithmetic; the last observation is lead years before 2050 */
    static const double coverage[] = {.50, .80, .90, .95};
    static const struct {
        double last, urgd, lead, share[2], p[2][8];
    } known[] = {
        {0.5,
         0.03,
         7.3,
         {0.54535968053642431, 0.5491668270519121},
         {{0.52907298983517931, 0.5615498918863011, 0.51176127170139032, 0.57855007066401125, 0.50068358753854099,
           0.58931722254089251, 0.48960523224174866, 0.59999948110015431},
          {0.52954073836442799, 0.56864111379464554, 0.50934131904730087, 0.58837219627650492, 0.49778083424565725,
           0.59952504701008764, 0.48814838464247583, 0.60874147743899431}}},
        {0.5,
         0.03,
         0.5,
         {0.50360687612370209, 0.50366607474916011},
         {{0.50232414870805627, 0.50488955606090217, 0.50096593375254866, 0.50624761724824816, 0.50009817658235471,
           0.50711522044930664, 0.49923041882074263, 0.50798278079678176},
          {0.50211925413980079, 0.50521282518474313, 0.50053466438496254, 0.50679719753596978, 0.49962917766134021,
           0.50770249391325658, 0.49887460699761762, 0.50845686922838058}}},
        {0.08,
         0.06,
         18,
         {0.12958570241183, 0.15200320788197895},
         {{0.10259045394390411, 0.16239890973527212, 0.079552284644637884, 0.20410901799298555, 0.06741271685426905,
           0.2346703989517102, 0.057010890814524216, 0.26826536405517518},
          {0.11532177627117128, 0.19774427805863079, 0.085975968560039078, 0.25461250419645551, 0.072410281050438494,
           0.29158278877610025, 0.062642660482575093, 0.32468310627167922}}},
        {0.95,
         -0.02,
         28,
         {0.95895654198343762, 0.95516598509738988},
         {{0.94525319631254891, 0.96934113559030712, 0.92611307164417244, 0.97755459435655055, 0.91083240864763774,
           0.98163165490887274, 0.89275747788268992, 0.98497952332607766},
          {0.93668128659367195, 0.96843626605685573, 0.91056146944685649, 0.97806143010071928, 0.89158112243189907,
           0.98220428871800597, 0.87314584056912319, 0.98506163556758527}}},
        {0.99,
         0.14,
         10,
         {0.99162778487783764, 0.99361051207933665},
         {{0.98894440182658065, 0.99366403766197871, 0.98517434710959141, 0.99528555739553308, 0.98212920964745861,
           0.99609779366469194, 0.97847227892721321, 0.99677054640208523},
          {0.99105934946036593, 0.99543706688200582, 0.98740007277407762, 0.9967698717020513, 0.98468099074684824,
           0.99734898748274072, 0.9819800061360442, 0.99775161748719223}}},
        {0.65,
         0.004,
         40,
         {0.76717686719842015, 0.76203366663918518},
         {{0.71164803403045089, 0.81479526248162064, 0.64505272131651788, 0.85662219059965919, 0.59912917301851424,
           0.87900470715161495, 0.55139611355214059, 0.89830791441594574},
          {0.69324143047573885, 0.81941746606427344, 0.61260416618997109, 0.86639474780142883, 0.56322133587704406,
           0.88829842543275909, 0.5210436956250214, 0.90408825373696776}}},
    };
    for (size_t i = 0; i < COUNT(known); i++)
        for (size_t k = 0; k < 8; k++) {
            const int by_cautious = k >= 4;
            const double date = 2050 - known[i].lead, *p = known[i].p[by_cautious] + 2 * (k % 4);
            double low = known[i].share[by_cautious], high = 7;
            ck_assert_int_eq(call_converging_interval(1, 1, &date, &known[i].last, 2050, &low, &known[i].urgd,
                                                      by_cautious ? cautious : converging, coverage[k % 4], &low, &high,
                                                      NULL), /* in place */
                             known[i].urgd > .1 ? SKPI_WUNUSUAL : SKPI_OK);
            ck_near(low, p[0], 1e-15);
            ck_near(high, p[1], 1e-15);
        }
}
END_TEST

/* Half of an interval in logits, ten years after a share of a half. */
static double half_of(int32_t method, double coverage)
{
    const double last = 2018, share = .5, urgd = .02;
    double low, high;
    ck_assert_int_eq(
        call_converging_interval(1, 1, &last, &share, 2028, &share, &urgd, method, coverage, &low, &high, NULL),
        SKPI_OK);
    return log(high / low); /* they add up to 1 */
}

START_TEST(converging_coverage)
{
    /* between the known coverages ln C is straight in the normal quantile z of the upper end, below 50 % C is
     * proportional to z */
    const double shape = sqrt(.05 * .05 + .02 * .02) * pow(10, .95);
    const double z20 = .25334710313579972, z50 = .67448975019608174, z80 = 1.2815515655446004, z85 = 1.4395314709384563,
                 z90 = 1.6448536269514722;
    ck_near(half_of(converging, .8), .350 * shape, 1e-14);
    ck_near(half_of(cautious, 1 - .2), .415 * shape, 1e-14);
    ck_near(half_of(converging, .2), .170 * shape * z20 / z50, 1e-14);
    ck_near(half_of(cautious, .2), .205 * shape * z20 / z50, 1e-14);
    const double t = (z85 - z80) / (z90 - z80);
    ck_near(half_of(converging, .85), pow(.350, 1 - t) * pow(.465, t) * shape, 1e-14);
    ck_near(half_of(cautious, .85), pow(.415, 1 - t) * pow(.535, t) * shape, 1e-14);
    for (int method = 0; method < 2; method++) /* no step at the known ones */
        for (int k = 1; k < 95; k++) {
            const double here = half_of(method ? cautious : converging, k / 100.);
            ck_assert_double_lt(here, half_of(method ? cautious : converging, k / 100. + 1e-9));
            ck_near(here, half_of(method ? cautious : converging, k / 100. - 1e-9), 1e-7);
        }
}
END_TEST

START_TEST(converging_rows)
{
    const double last[] = {2018, 2020.5, 1979}, share[] = {.5, .6, .5, .6, .5, .6}, urgd[] = {.01, 0, .02},
                 base[] = {.4, .5, .45};
    double low[6], high[6];
    int32_t status[3];
    ck_assert_int_eq(call_converging_interval(3, 2, last, base, 2019, share, urgd, converging, .8, low, high, status),
                     SKPI_WROWS | SKPI_WHORIZON);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_ENOTSORTED);
    ck_assert_int_eq(status[2], SKPI_WHORIZON); /* 2020 is 41 years ahead, 2019 is 40 */
    ck_assert(isnan(low[2]) && isnan(high[3]));
    ck_assert(low[1] < .6 && high[1] > .6 && low[4] < low[0] && high[4] > high[0]);
    ck_assert_int_eq(call_converging_interval(1, 1, last + 2, base, 2019, share, urgd, converging, .8, low, high, NULL),
                     SKPI_OK);
    const skpi_urban_converging_interval_in one = {
        .size = sizeof one, .n = 1, .last_date = last, .share = share, .urgd = urgd, .last_share = base};
    double usual[2], alone[2];
    ck_assert_int_eq(skpi_urban_converging_interval(&one, 2019, 2, NULL, usual, high, NULL), SKPI_OK);
    ck_assert_int_eq(call_converging_interval(1, 2, last, base, 2019, share, urgd, 0, .8, low, high, NULL), SKPI_OK);
    ck_assert_mem_eq(usual, low, sizeof usual);
    ck_assert_int_eq(call_converging_interval(0, 1, NULL, NULL, 2019, NULL, NULL, 0, .8, NULL, NULL, NULL), SKPI_OK);
    /* one observation: as a growth of .05, and said so; one beyond .1 counts as .1 */
    const double fast = .05, beyond = -.7, limit = .1;
    ck_assert_int_eq(call_converging_interval(1, 2, last, base, 2019, share, &nan_, 0, .8, alone, high, NULL),
                     SKPI_WADJUSTED);
    ck_assert_int_eq(call_converging_interval(1, 2, last, base, 2019, share, &fast, 0, .8, low, high, NULL), SKPI_OK);
    ck_assert_mem_eq(alone, low, sizeof alone);
    ck_assert_int_eq(call_converging_interval(1, 2, last, base, 2019, share, &beyond, 0, .8, alone, high, NULL),
                     SKPI_WUNUSUAL);
    ck_assert_int_eq(call_converging_interval(1, 2, last, base, 2019, share, &limit, 0, .8, low, high, NULL), SKPI_OK);
    ck_assert_mem_eq(alone, low, sizeof alone);
}
END_TEST

START_TEST(bad_converging)
{
    const double last = 2018, p = .5, end = 1, urgd = .01, infinite = INFINITY;
    double low = 7, high = 7;
#define CONVERGING(last, base, first, share, urgd, method, coverage) \
    call_converging_interval(1, 1, last, base, first, share, urgd, method, coverage, &low, &high, NULL)
    ck_fails_at(CONVERGING(&last, &p, 2017, &p, &urgd, 0, .8), SKPI_ENOTSORTED, "in->last_date", 0);
    ck_fails_at(CONVERGING(&last, &end, 2019, &p, &urgd, 0, .8), SKPI_EDOM, "in->last_share", 0);
    ck_fails_at(CONVERGING(&last, &p, 2019, &end, &urgd, 0, .8), SKPI_EDOM, "in->share", 0);
    ck_fails_at(CONVERGING(&last, &p, 2019, &p, &infinite, 0, .8), SKPI_ENOTFINITE, "in->urgd", 0);
    ck_fails(CONVERGING(&last, &p, 2019, &p, &urgd, 0, 80), SKPI_ERANGE, "options->coverage");
    ck_fails(CONVERGING(&last, &p, 2019, &p, &urgd, 0, .951), SKPI_ERANGE, "options->coverage");
    ck_assert_msg(strstr(skpi_last_error(), "above 0.95"), "%s", skpi_last_error());
    ck_fails(CONVERGING(&last, &p, 2019, &p, &urgd, SKPI_URBAN_METHOD_UN, .8), SKPI_EINVAL, "options->method");
    ck_fails(CONVERGING(NULL, &p, 2019, &p, &urgd, 0, .8), SKPI_EINVAL, "in->last_date");
    ck_fails(CONVERGING(&last, NULL, 2019, &p, &urgd, 0, .8), SKPI_EINVAL, "in->last_share");
    ck_fails(call_converging_interval(1, 1, &last, &p, 2019, &p, &urgd, 0, .8, &low, NULL, NULL), SKPI_EINVAL, "high");
    ck_assert_double_eq(low, 7);
    ck_assert_double_eq(high, 7);
}
END_TEST

START_TEST(walk_values)
{
    /* logistic(logit p + mu t + z sigma sqrt t), z(.975) = 1.959963984540054 */
    const double share[] = {.5, .3}, drift[] = {.02, 0}, sigma[] = {.1, 0}, prob[] = {.975, .5, .025};
    double q[2 * 4 * 3];
    ck_assert_int_eq(call_walk_quantile(2, share, drift, sigma, 4, 3, prob, q, NULL), SKPI_OK);
    for (int t = 1; t <= 4; t++) {
        const double x = .02 * t, w = 1.959963984540054 * .1 * sqrt(t), *row = q + 3 * (t - 1);
        ck_near(row[0], 1 / (1 + exp(-x - w)), 1e-15);
        ck_near(row[1], 1 / (1 + exp(-x)), 1e-15);
        ck_near(row[2], 1 / (1 + exp(-x + w)), 1e-15);
        for (int k = 0; k < 3; k++) ck_near(row[12 + k], .3, 1e-15); /* without drift and noise the share is constant */
    }
}
END_TEST

START_TEST(walk_bounds)
{
    const double share[] = {.5, 0, .5, .5}, drift[] = {.02, 0, 0, -.01}, sigma[] = {.1, .1, 1e308, -1};
    const double prob[] = {.1, 1}, far[] = {1e-300};
    double q[4 * 3];
    int32_t status[4];
    ck_assert_int_eq(call_walk_quantile(4, share, drift, sigma, 3, 1, prob, q, status), SKPI_WROWS);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EDOM);
    ck_assert_int_eq(status[2], SKPI_EOVERFLOW);
    ck_assert_int_eq(status[3], SKPI_ERANGE);
    ck_assert(!isnan(q[2]) && isnan(q[3]) && isnan(q[8]) && isnan(q[11]));
    ck_assert_int_eq(call_walk_quantile(1, share, drift, sigma, 1, 1, far, q, NULL), SKPI_OK);
    ck_near(q[0], 1 / (1 + exp(-.02 + 37.0471 * .1)), 1e-6);
    ck_assert_int_eq(call_walk_quantile(0, NULL, NULL, NULL, 3, 1, prob, NULL, NULL), SKPI_OK);
    q[0] = 7;
    ck_fails_at(call_walk_quantile(1, share, drift, sigma, 3, 2, prob, q, NULL), SKPI_ERANGE, "prob", 1);
    ck_fails(call_walk_quantile(1, share, drift, sigma, 3, 1, NULL, q, NULL), SKPI_EINVAL, "prob");
    ck_fails(call_walk_quantile(1, share, drift, sigma, (size_t)-1, 1, prob, q, NULL), SKPI_ENOMEM, "n_years");
    ck_assert_double_eq(q[0], 7);
}
END_TEST

/* A record of eight areas, 1950 to 2000: smooth shares, one area wholly urban, one that passes two million. */
enum { AREAS = 8, YEARS = 51, FIRST = 1950 };
typedef struct record {
    int32_t year[YEARS];
    double share[AREAS * YEARS], population[AREAS * YEARS];
    skpi_table p, n;
} record;

static void make(record *r)
{
    for (int k = 0; k < YEARS; k++) r->year[k] = FIRST + k;
    for (int i = 0; i < AREAS; i++)
        for (int k = 0; k < YEARS; k++) {
            const double x = -2 + .5 * i + .01 * (1 + i % 3) * k + .15 * sin(.2 * k + i);
            r->share[i * YEARS + k] = i < AREAS - 1 ? 1 / (1 + exp(-x)) : 1;
            r->population[i * YEARS + k] = 1e6 * (.3 + .7 * i) * exp(.01 * k);
        }
    r->p = (skpi_table){.size = sizeof r->p, .n = AREAS, .m = YEARS, .year = r->year, .value = r->share};
    r->n = (skpi_table){.size = sizeof r->n, .n = AREAS, .m = YEARS, .year = r->year, .value = r->population};
}

/* Sets all years after the last one to NaN, except keep if it is not 0. */
static void poison(double *value, int32_t last, int32_t keep)
{
    for (int i = 0; i < AREAS; i++)
        for (int k = last - FIRST + 1; k < YEARS; k++)
            if (FIRST + k != keep) value[i * YEARS + k] = nan_;
}

START_TEST(fit_values)
{
    /* computed in Python's doubles from the definition in error_table.c, without this library: least squares for large
     * and for small areas, and one norm for all by Huber's loss */
    static const double expected[] = {-.1287480245955997, .0029159674021846382, .13629283006473977, -.14322977086980346,
                                      -.4040418815201369, -.018762344083643787, .4216181616789795,  -.4297335630004739,
                                      -.9222795245175534, -.11486861299078366,  .6423274023866175,  -.9636658541679587};
    static const double huber[] = {-.1288634109960785, .004221158583926132,  .12954124894751387, -.13553893013036286,
                                   -.3813100633711272, -.011534409036271676, .3947935957605449,  -.40287117555883767,
                                   -.597094785903037,  -.1189590392951071,   .5063610703819842,  -.6353414276110115};
    static const double seven[] = {-.31642225165123017, -.004305680934317185, .34011848547203427, -.3310693791701871};
    const int32_t h[] = {5, 12, 30}, ten = 10;
    const double prob[] = {.1, .5, .9, .03};
    double table[12], same[12];
    record r;
    make(&r);
    skpi_urban_error_table_options o = {
        .size = sizeof o, .last_target = 1990, .loss = SKPI_URBAN_LOSS_SQUARE, .n_sizes = 2};
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 4, h, prob, &o, table), SKPI_OK);
    for (int k = 0; k < 12; k++) ck_near(table[k], expected[k], 1e-12);
    o.first_origin = 1962;
    o.last_target = 1985;
    o.step = 7;
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 1, 4, &ten, prob, &o, same), SKPI_OK);
    for (int k = 0; k < 4; k++) ck_near(same[k], seven[k], 1e-12);
    o = (skpi_urban_error_table_options){.size = sizeof o, .last_target = 1990};
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 4, h, prob, &o, table), SKPI_OK);
    for (int k = 0; k < 12; k++) ck_near(table[k], huber[k], 1e-12);
    /* the same with every default written out, and with populations in thousands */
    const skpi_basis thousands = {.size = sizeof thousands, .scale = SKPI_BASIS_SCALE_ONE + 3};
    for (int c = 0; c < AREAS * YEARS; c++) r.population[c] /= 1000;
    r.n.basis = &thousands;
    o = (skpi_urban_error_table_options){.size = sizeof o,
                                         .first_origin = 1960,
                                         .last_target = 1990,
                                         .step = 5,
                                         .loss = SKPI_URBAN_LOSS_HUBER,
                                         .n_sizes = 1};
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 4, h, prob, &o, same), SKPI_OK);
    ck_assert_mem_eq(same, table, sizeof table);
}
END_TEST

START_TEST(fit_never_looks_ahead)
{
    const int32_t h[] = {5, 12, 30};
    const double prob[] = {.1, .9};
    double table[6], same[6];
    record r;
    make(&r);
    const skpi_urban_error_table_options o = {.size = sizeof o, .last_target = 1990};
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 2, h, prob, &o, table), SKPI_OK);
    poison(r.share, 1990, 0);
    poison(r.population, 1990, 0);
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 2, h, prob, &o, same), SKPI_OK);
    ck_assert_mem_eq(same, table, sizeof table);
    /* a table that ends there gives the same */
    make(&r);
    for (int i = 0; i < AREAS; i++) {
        memmove(r.share + i * 41, r.share + i * YEARS, 41 * sizeof *r.share);
        memmove(r.population + i * 41, r.population + i * YEARS, 41 * sizeof *r.population);
    }
    r.p.m = r.n.m = 41;
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 3, 2, h, prob, NULL, same), SKPI_OK);
    ck_assert_mem_eq(same, table, sizeof table);
}
END_TEST

START_TEST(bad_fit)
{
    const int32_t h[] = {5, 10}, far[] = {5, 31}, twice[] = {5, 5}, zero[] = {0, 5};
    const double prob[] = {.1, .9}, one[] = {.1, 1};
    double table[4] = {7, 7, 7, 7};
    record r;
    make(&r);
    skpi_urban_error_table_options o = {.size = sizeof o, .last_target = 1990};
#define FIT(h, prob) skpi_urban_error_table(&r.p, &r.n, 2, 2, h, prob, &o, table)
    ck_fails_at(FIT(far, prob), SKPI_ENODATA, "horizon", 1);
    ck_fails_at(FIT(twice, prob), SKPI_EDUPLICATE, "horizon", 1);
    ck_fails_at(FIT(zero, prob), SKPI_ERANGE, "horizon", 0);
    ck_fails_at(FIT(h, one), SKPI_ERANGE, "prob", 1);
    o.last_target = 2001;
    ck_fails(FIT(h, prob), SKPI_ENODATA, "options->last_target");
    o.last_target = 1990;
    o.first_origin = 1959;
    ck_fails(FIT(h, prob), SKPI_ENODATA, "options->first_origin");
    o.first_origin = 0;
    o.step = -1;
    ck_fails(FIT(h, prob), SKPI_ERANGE, "options->step");
    o.step = 0;
    o.n_sizes = 3;
    ck_fails(FIT(h, prob), SKPI_EINVAL, "options->n_sizes");
    o.n_sizes = 2; /* a norm for large and one for small areas */
    o.loss = SKPI_URBAN_SCENARIO_SLOW;
    ck_fails(FIT(h, prob), SKPI_EINVAL, "options->loss");
    o.loss = 0;
    o.zero = 1;
    ck_fails(FIT(h, prob), SKPI_ESTRUCT, "options->zero");
    o.zero = 0;
    r.share[3] = 41.5;
    ck_fails_at(FIT(h, prob), SKPI_ERANGE, "share->value", 0);
    make(&r);
    r.population[2 * YEARS] = -1;
    ck_fails_at(FIT(h, prob), SKPI_ERANGE, "population->value", 2);
    make(&r);
    r.n.m = 50;
    ck_fails(FIT(h, prob), SKPI_EINCONSISTENT, "population->m");
    make(&r);
    for (int i = 0; i < AREAS; i++) /* leaves one small area */
        for (int k = 0; i != 1 && k < YEARS; k++) r.population[i * YEARS + k] = 1e7;
    ck_fails(FIT(h, prob), SKPI_ENODATA, "share->n");
    make(&r);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < YEARS; k++) r.share[i * YEARS + k] = .5;
    ck_fails(FIT(h, prob), SKPI_ESINGULAR, "share->value");
    make(&r);
    for (int c = 0; c < AREAS * YEARS; c++) r.share[c] = 1;
    ck_fails(FIT(h, prob), SKPI_ENODATA, "share->value");
    make(&r);
    const skpi_basis a = {.size = sizeof a, .vintage = 2018}, b = {.size = sizeof b, .vintage = 2014};
    r.p.basis = &a;
    r.n.basis = &b;
    ck_fails(FIT(h, prob), SKPI_EDEFMIX, "population->basis");
    for (int k = 0; k < 4; k++) ck_assert_double_eq(table[k], 7);
}
END_TEST

enum { METHODS = 11 };
static const int32_t all_methods[METHODS] = {
    SKPI_URBAN_METHOD_UN,          SKPI_URBAN_METHOD_DAMPED,   SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_LINEAR,
    SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_LOGISTIC, SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_BOCQUIER,
    SKPI_URBAN_METHOD_CONVERGING,  SKPI_URBAN_METHOD_CAUTIOUS, SKPI_URBAN_METHOD_MEAN};
static const int32_t three[] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_DAMPED};
static const skpi_urban_options project_three = {.size = sizeof project_three, .n_mean = 3, .mean_method = three};
static const skpi_urban_backtest_options mean_of_three = {.size = sizeof mean_of_three, .project = &project_three},
                                         squares_by_size = {.size = sizeof squares_by_size,
                                                            .project = &project_three,
                                                            .loss = SKPI_URBAN_LOSS_SQUARE,
                                                            .n_sizes = 2};

typedef struct results {
    double rmse[METHODS], mae[METHODS], median[METHODS], bias[METHODS], coverage[METHODS], score[METHODS];
    int32_t count[METHODS];
    double forecast[METHODS * AREAS], low[METHODS * AREAS], high[METHODS * AREAS];
    skpi_urban_backtest_out out;
} results;

static skpi_status test_of(const record *r, int32_t origin, int32_t target, const skpi_urban_backtest_options *o,
                           results *x)
{
    memset(x, 7, sizeof *x);
    x->out = (skpi_urban_backtest_out){.size = sizeof x->out,
                                       .rmse = x->rmse,
                                       .mae = x->mae,
                                       .median = x->median,
                                       .bias = x->bias,
                                       .coverage = x->coverage,
                                       .interval_score = x->score,
                                       .count = x->count,
                                       .forecast = x->forecast,
                                       .low = x->low,
                                       .high = x->high};
    return skpi_urban_backtest(&r->p, &r->n, origin, target, METHODS, all_methods, o, &x->out);
}

START_TEST(backtest_values)
{
    /* computed like fit_values, from the definition in backtest.c */
    static const double un[] = {.233908109881078,  .5929211483447757, .6478234283439438, .4833230380329524,
                                .6231446060860788, .8085632273333077, .8169699329410083};
    static const double one_norm[] = {.2345131274249794, .4752545654075059, .6459578734026445, .47680916263162426,
                                      .6229361839201372, .8127690146804716, .8210788874970287};
    static const double linear[] = {.18594197961150802, .4644186767099565, .7295622910752491};
    static const double constant[] = {.2323698808319394, .5160457687948566, .6830630752044003};
    static const double damped[] = {.20961168660285612, .46376959636461157, .6442502574049486};
    static const double known[] = {.18806158325157807, .4134035368611208, .6319243872521149}; /* converging */
    record r;
    results x;
    make(&r);
    ck_assert_int_ge(test_of(&r, 1980, 1998, &mean_of_three, &x), 0);
    for (int i = 0; i < AREAS - 1; i++) ck_near(x.forecast[i], one_norm[i], 1e-13);
    ck_assert_int_ge(test_of(&r, 1980, 1998, &squares_by_size, &x), 0);
    for (int i = 0; i < AREAS - 1; i++) ck_near(x.forecast[i], un[i], 1e-13);
    for (int i = 0; i < 3; i++) {
        ck_near(x.forecast[AREAS + i], damped[i], 1e-13);
        ck_near(x.forecast[2 * AREAS + i], constant[i], 1e-13);
        ck_near(x.forecast[3 * AREAS + i], linear[i], 1e-13);
        ck_near(x.forecast[4 * AREAS + i], r.share[i * YEARS + 30], 0);
        ck_near(x.forecast[8 * AREAS + i], known[i], 1e-13);
        ck_near(x.forecast[10 * AREAS + i], (x.forecast[i] + x.forecast[AREAS + i] + x.forecast[6 * AREAS + i]) / 3,
                1e-15);
    }
    ck_near(100 * x.rmse[0], 11.71464359538273, 1e-11);
    ck_near(100 * x.mae[0], 8.595835513242045, 1e-11);
    ck_near(100 * x.bias[0], 2.3728834397927154, 1e-11);
    for (int k = 0; k < METHODS; k++) { /* an area that is wholly urban cannot be forecast */
        ck_assert_int_eq(x.count[k], AREAS - 1);
        ck_assert(isnan(x.forecast[k * AREAS + AREAS - 1]));
        const int sure = k == 0 || k == 8 || k == 9; /* un, converging, cautious */
        ck_assert_int_eq(!isnan(x.coverage[k]), sure);
        ck_assert_int_eq(!isnan(x.low[k * AREAS]), sure);
        ck_assert(isnan(x.low[k * AREAS + AREAS - 1]));
    }
}
END_TEST

/* With norms for large and for small areas by least squares, or one norm for all by Huber's loss. */
static void agrees(int32_t origin, int32_t target, int by_size)
{
    enum { MOST = AREAS - 1 };
    const size_t areas = by_size ? 5 : MOST; /* the large ones; all but the one that is wholly urban */
    const int32_t lead = target - origin;
    const double prob[] = {.1, .9};
    double truth[AREAS], norm[2], share[MOST], urgd[MOST], error[2], q[2], rmse[METHODS], coverage[METHODS],
        score[METHODS];
    int32_t size_class[MOST];
    record r;
    results x;
    make(&r);
    ck_assert_int_ge(test_of(&r, origin, target, by_size ? &squares_by_size : &mean_of_three, &x), 0);
    for (int i = 0; i < AREAS; i++) truth[i] = r.share[i * YEARS + target - FIRST];
    skpi_series_score_out s = {.size = sizeof s, .rmse = rmse, .coverage = coverage, .interval_score = score};
    ck_assert_int_eq(skpi_series_score(METHODS, AREAS, x.forecast, x.low, x.high, truth, .8, &s), SKPI_WMISSING);
    for (int k = 0; k < METHODS; k++) {
        ck_near(x.rmse[k], rmse[k], 1e-14);
        if (isnan(coverage[k])) continue;
        ck_near(x.coverage[k], coverage[k], 0);
        ck_near(x.score[k], score[k], 1e-14);
    }
    for (size_t k = 0; k < areas; k++) {
        const double *p = r.share + (MOST - areas + k) * YEARS + origin - FIRST;
        share[k] = p[-10];
        urgd[k] = (log(p[0] / (1 - p[0])) - log(p[-10] / (1 - p[-10]))) / 10;
        size_class[k] = SKPI_URBAN_SIZE_LARGE;
    }
    const skpi_urban_norm_fit_options how = {.size = sizeof how, .loss = by_size ? SKPI_URBAN_LOSS_SQUARE : 0};
    ck_assert_int_eq(skpi_urban_norm_fit(areas, 0, 2, share, urgd, NULL, &how, norm), SKPI_OK);
    const skpi_urban_options o = {.size = sizeof o, .n_sizes = 1, .n_terms = 2, .norm = norm};
    const skpi_urban_error_table_options fit = {
        .size = sizeof fit, .last_target = origin, .loss = how.loss, .n_sizes = by_size ? 2 : 0};
    ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 1, 2, &lead, prob, &fit, error), SKPI_OK);
    for (size_t k = 0; k < areas; k++) {
        const size_t i = MOST - areas + k;
        const double *p = r.share + i * YEARS + origin - FIRST;
        const double r5 = (log(p[0] / (1 - p[0])) - log(p[-5] / (1 - p[-5]))) / 5;
        double found;
        skpi_urban_project_out out = {.size = sizeof out, .share = &found};
        ck_assert_int_eq(call_project(1, &origin, p, &r5, size_class, target, 1, &o, &out, NULL), SKPI_OK);
        ck_near(x.forecast[i], found, 1e-14);
        ck_assert_int_eq(call_error_quantile(1, 1, &origin, target, &found, 1, &lead, error, 2, prob, q, NULL),
                         SKPI_OK);
        ck_near(x.low[i], q[0], 1e-14);
        ck_near(x.high[i], q[1], 1e-14);
    }
}

START_TEST(backtest_agrees)
{
    /* the result is that of the functions it is made of, with one, three and five earlier origins */
    for (int by_size = 0; by_size < 2; by_size++) {
        agrees(1980, 1998, by_size);
        agrees(1980, 1990, by_size);
        agrees(1985, 1990, by_size);
    }
}
END_TEST

/* Intervals with other coverages are those of the functions that they are made of. */
START_TEST(backtest_coverage)
{
    const int32_t method[] = {SKPI_URBAN_METHOD_UN, converging, cautious}, origin = 1980, target = 1990, lead = 10;
    const skpi_urban_error_table_options fit = {.size = sizeof fit, .last_target = origin};
    double low[3 * AREAS], high[3 * AREAS], forecast[3 * AREAS], error[2], q[2];
    record r;
    make(&r);
    skpi_urban_backtest_out out = {.size = sizeof out, .forecast = forecast, .low = low, .high = high};
    for (int k = 0; k < 4; k++) {
        const double coverage = (double[]){.5, .8, .9, .95}[k], prob[] = {(1 - coverage) / 2, (1 + coverage) / 2};
        const skpi_urban_backtest_options options = {.size = sizeof options, .coverage = coverage};
        ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, origin, target, 3, method, &options, &out), SKPI_OK);
        ck_assert_int_eq(skpi_urban_error_table(&r.p, &r.n, 1, 2, &lead, prob, &fit, error), SKPI_OK);
        ck_assert_int_eq(call_error_quantile(1, 1, &origin, target, forecast, 1, &lead, error, 2, prob, q, NULL),
                         SKPI_OK);
        ck_near(low[0], q[0], 1e-15);
        ck_near(high[0], q[1], 1e-15);
        const double *p = r.share + (origin - FIRST), last = origin;
        const double r5 = (log(p[0] / (1 - p[0])) - log(p[-5] / (1 - p[-5]))) / 5;
        for (int m = 1; m < 3; m++) {
            ck_assert_int_eq(call_converging_interval(1, 1, &last, p, target, forecast + m * AREAS, &r5, method[m],
                                                      coverage, q, q + 1, NULL),
                             SKPI_OK);
            ck_near(low[m * AREAS], q[0], 1e-14);
            ck_near(high[m * AREAS], q[1], 1e-14);
        }
    }
}
END_TEST

/* Shares that are equal except for noise determine no curve well.  Of many such areas some fits do not converge, and
 * say so. */
START_TEST(backtest_without_an_end)
{
    enum { ROWS = 2000, M = 7 };
    static const int32_t year[M] = {1975, 1980, 1985, 1990, 1995, 2000, 2010};
    if (unit_slow()) return; /* one of the rows may have no end: all of them have to be tried */
    static double noise[ROWS * M], people[ROWS * M];
    const int32_t gompertz = SKPI_URBAN_METHOD_GOMPERTZ;
    uint32_t state = 1;
    double rmse;
    for (int i = 0; i < ROWS * M; i++) {
        state = state * 1664525u + 1013904223u;
        noise[i] = .05 * (1 + (state >> 24) % 6 * 1e-3);
        people[i] = 5e6;
    }
    const skpi_table share = {.size = sizeof share, .n = ROWS, .m = M, .year = year, .value = noise};
    const skpi_table population = {.size = sizeof population, .n = ROWS, .m = M, .year = year, .value = people};
    skpi_urban_backtest_out out = {.size = sizeof out, .rmse = &rmse};
    ck_assert_int_gt(
        skpi_urban_backtest(&share, &population, 2000, 2010, 1, &gompertz, NULL, &out) & SKPI_WNOTCONVERGED, 0);
    unit_record("skpi_urban_backtest", SKPI_WNOTCONVERGED);
}
END_TEST

START_TEST(backtest_curves)
{
    /* the origin and every fifth year before it, from 1953 on */
    const int32_t curves[] = {SKPI_URBAN_METHOD_LOGISTIC, SKPI_URBAN_METHOD_GOMPERTZ};
    const size_t first[] = {0, 7};
    double date[7], share[7], forecast[2 * AREAS];
    record r;
    make(&r);
    skpi_urban_backtest_out out = {.size = sizeof out, .forecast = forecast};
    ck_assert_int_ge(skpi_urban_backtest(&r.p, &r.n, 1983, 1990, 2, curves, NULL, &out), 0);
    for (int i = 0; i < AREAS - 1; i++)
        for (int c = 0; c < 2; c++) {
            double found;
            for (int k = 0; k < 7; k++) {
                date[k] = 1953 + 5 * k;
                share[k] = r.share[i * YEARS + 3 + 5 * k];
            }
            const skpi_urban_history h = {
                .size = sizeof h, .n = 1, .n_observations = 7, .first = first, .date = date, .share = share};
            const skpi_urban_options o = {.size = sizeof o, .method = curves[c]};
            skpi_urban_project_out p = {.size = sizeof p, .share = &found};
            ck_assert_int_ge(skpi_urban_project_history(&h, NULL, 1990, 1, &o, &p, NULL), 0);
            ck_near(forecast[c * AREAS + i], found, 0);
        }
}
END_TEST

START_TEST(backtest_clips)
{
    /* an area that is hardly urban and not part of the norm: its logit is that of 0.0005, its share is unchanged */
    record r;
    results x;
    make(&r);
    for (int k = 0; k < YEARS; k++) r.share[3 * YEARS + k] = 1e-4 * (1 + .001 * k);
    ck_assert_int_ge(test_of(&r, 1980, 1998, &mean_of_three, &x), 0);
    ck_near(x.forecast[AREAS + 3], .0005, 1e-16);     /* damped */
    ck_near(x.forecast[2 * AREAS + 3], .0005, 1e-16); /* constant */
    ck_near(x.forecast[3 * AREAS + 3], 1e-4 * 1.048, 1e-16);
    ck_near(x.forecast[4 * AREAS + 3], 1e-4 * 1.03, 0);
    ck_assert(x.forecast[3] > .0005); /* un: moves towards the norm */
}
END_TEST

START_TEST(backtest_never_looks_ahead)
{
    record r;
    results x, y;
    make(&r);
    const skpi_status s = test_of(&r, 1980, 1998, &mean_of_three, &x);
    ck_assert_int_ge(s, 0);
    poison(r.share, 1980, 1998);
    poison(r.population, 1980, 0);
    ck_assert_int_eq(test_of(&r, 1980, 1998, &mean_of_three, &y), s);
    ck_assert_mem_eq(&x, &y, offsetof(results, out));
    /* later values are used only to score */
    for (int i = 0; i < AREAS; i++) r.share[i * YEARS + 48] = .01 * i;
    ck_assert_int_eq(test_of(&r, 1980, 1998, &mean_of_three, &y), s);
    ck_assert_mem_eq(x.forecast, y.forecast, sizeof x.forecast);
    ck_assert_mem_eq(x.low, y.low, sizeof x.low);
    ck_assert_mem_eq(x.high, y.high, sizeof x.high);
    for (int k = 0; k < METHODS; k++) ck_assert(x.rmse[k] < y.rmse[k]);
    /* earlier values are used: each area by all methods except one or two */
    make(&r);
    r.share[30] *= 1.01;
    ck_assert_int_ge(test_of(&r, 1980, 1998, &mean_of_three, &y), 0);
    for (int k = 0; k < METHODS; k++) ck_assert(x.forecast[k * AREAS] != y.forecast[k * AREAS]);
}
END_TEST

START_TEST(backtest_edges)
{
    const int32_t un = SKPI_URBAN_METHOD_UN, constant = SKPI_URBAN_METHOD_CONSTANT, curve = SKPI_URBAN_METHOD_LOGISTIC;
    double rmse = 7, coverage = 7, forecast[AREAS];
    record r;
    make(&r);
    skpi_urban_backtest_out o = {.size = sizeof o, .rmse = &rmse, .coverage = &coverage, .forecast = forecast};
    /* for targets ten years ahead the norm is known in 1970, from 1960, but not in 1969 */
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1969, 1979, 1, &un, NULL, &o), SKPI_OK);
    ck_assert(isnan(coverage) && rmse > 0);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1970, 1980, 1, &un, NULL, &o), SKPI_OK);
    ck_assert(!isnan(coverage));
    /* this method needs no norm, and thus no ten years */
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1956, 1979, 1, &constant, NULL, &o), SKPI_OK);
    /* no curve can be fitted: persistence is used, with a warning */
    for (int k = 0; k < YEARS; k++) r.share[k] = .5;
    ck_assert_int_ne(skpi_urban_backtest(&r.p, &r.n, 1980, 1990, 1, &curve, NULL, &o) & SKPI_WWEAKFIT, 0);
    ck_assert_double_eq(forecast[0], .5);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1980, 1990, 0, NULL, NULL, &o), SKPI_OK);
    /* limits act and warn; the interval of the converging method ends after 40 years */
    const skpi_urban_options narrow = {.size = sizeof narrow, .urgd_min = -1e-6, .urgd_max = 1e-6};
    const skpi_urban_backtest_options limits = {.size = sizeof limits, .project = &narrow};
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1980, 1990, 1, &constant, &limits, &o), SKPI_WADJUSTED);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1955, 1995, 1, &converging, NULL, &o), SKPI_OK);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1955, 1996, 1, &converging, NULL, &o), SKPI_WHORIZON);
    /* and it goes on from one value, here with its interval; below four years it warns */
    double low[AREAS];
    const double last = 1950, unknown = (double)NAN, *p = r.share;
    o.low = low;
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1950, 1960, 1, &converging, NULL, &o), SKPI_WADJUSTED);
    double expected[2];
    ck_assert_int_eq(call_converging_interval(1, 1, &last, p, 1960, forecast, &unknown, converging, .8, expected,
                                              expected + 1, NULL),
                     SKPI_WADJUSTED);
    ck_near(low[0], expected[0], 1e-15);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1953, 1960, 1, &converging, NULL, &o), SKPI_WWEAKFIT);
    ck_assert_int_eq(skpi_urban_backtest(&r.p, &r.n, 1954, 1960, 1, &converging, NULL, &o), SKPI_OK);
}
END_TEST

START_TEST(bad_backtest)
{
    const int32_t un = SKPI_URBAN_METHOD_UN, mean = SKPI_URBAN_METHOD_MEAN, none = 99,
                  constant = SKPI_URBAN_METHOD_CONSTANT;
    const double norm[] = {.03, -.01, .02, 0};
    double rmse = 7;
    record r;
    make(&r);
    skpi_urban_backtest_out out = {.size = sizeof out, .rmse = &rmse};
    skpi_urban_options o = {.size = sizeof o, .n_sizes = 2, .n_terms = 2, .norm = norm};
    skpi_urban_backtest_options options = {.size = sizeof options, .project = &o};
#define BACKTEST(origin, target, method) skpi_urban_backtest(&r.p, &r.n, origin, target, 1, method, &options, &out)
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->project->norm");
    o.norm = NULL;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->project->n_sizes");
    o.n_sizes = 0;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->project->n_terms");
    o.n_terms = 0;
    o.method = SKPI_URBAN_METHOD_UN;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->project->method");
    o.method = 0;
    o.flags = SKPI_URBAN_FLAG_FALLBACK; /* the fallback needs a norm, for which ten years are lacking */
    ck_fails(BACKTEST(1950, 1990, &constant), SKPI_ENODATA, "share->year");
    o.flags = 4;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_ESTRUCT, "options->project->flags");
    o.flags = 0;
    o.urgd_min = 1;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINCONSISTENT, "options->project->urgd_min");
    o.urgd_min = 0;
    options.coverage = .96;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_ERANGE, "options->coverage");
    options.coverage = 0;
    options.loss = SKPI_URBAN_SCENARIO_SLOW;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->loss");
    options.loss = 0;
    options.n_sizes = -1;
    ck_fails(BACKTEST(1980, 1990, &un), SKPI_EINVAL, "options->n_sizes");
    options.n_sizes = 0;
    ck_fails_at(BACKTEST(1980, 1990, &none), SKPI_EINVAL, "method", 0);
    ck_fails(BACKTEST(1980, 1990, &mean), SKPI_ENODATA, "options->project->n_mean");
    ck_fails(BACKTEST(1949, 1990, &un), SKPI_ENODATA, "origin");
    ck_fails(BACKTEST(1980, 2001, &un), SKPI_ENODATA, "target");
    ck_fails(BACKTEST(1980, 1980, &un), SKPI_ENOTSORTED, "target");
    ck_fails(BACKTEST(1955, 1980, &un), SKPI_ENODATA, "share->year");
    ck_fails_at(BACKTEST(1950, 1980, &constant), SKPI_ENODATA, "origin", 0);
    r.share[YEARS + 40] = INFINITY;
    ck_fails_at(BACKTEST(1980, 1990, &un), SKPI_ENOTFINITE, "share->value", 1); /* the value to be forecast */
    make(&r);
    r.share[5] = INFINITY;
    ck_fails_at(BACKTEST(1980, 1990, &un), SKPI_ENOTFINITE, "share->value", 0);
    ck_fails(skpi_urban_backtest(&r.p, &r.n, 1980, 1990, 1, &un, NULL, NULL), SKPI_EINVAL, "out");
    make(&r);
    o.converge_to = 1e308;
    ck_fails(BACKTEST(1980, 1990, &converging), SKPI_ERANGE, "options->project->converge_to");
    ck_assert_double_eq(rmse, 7);
}
END_TEST

/* An area with a gap is treated as absent from the tables.  An area without a target value is in the norm, but not in
 * the scores. */
START_TEST(gaps_left_out)
{
    enum { GONE = 2, LEFT = AREAS - 1, FOUR = 4 };
    static const int32_t method[FOUR] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_LOGISTIC, SKPI_URBAN_METHOD_CONVERGING,
                                         SKPI_URBAN_METHOD_PERSISTENCE};
    const int32_t h[] = {5, 12};
    const double prob[] = {.025, .975};
    double forecast[2][FOUR * AREAS], rmse[2][FOUR], table[2][4];
    int32_t count[2][FOUR], left_out[2];
    record r[2];
    make(&r[0]);
    make(&r[1]);
    r[1].p.n = r[1].n.n = LEFT;
    memmove(r[1].share + GONE * YEARS, r[1].share + (GONE + 1) * YEARS, (LEFT - GONE) * YEARS * sizeof(double));
    memmove(r[1].population + GONE * YEARS, r[1].population + (GONE + 1) * YEARS,
            (LEFT - GONE) * YEARS * sizeof(double));
    for (int gap = 0; gap < 2; gap++) {
        make(&r[0]);
        (gap ? r[0].population : r[0].share)[GONE * YEARS + 7] = nan_;
        for (int k = 0; k < 2; k++) {
            skpi_urban_backtest_out out = {.size = sizeof out,
                                           .forecast = forecast[k],
                                           .rmse = rmse[k],
                                           .count = count[k],
                                           .left_out = &left_out[k]};
            const skpi_status s = skpi_urban_backtest(&r[k].p, &r[k].n, 1980, 1990, FOUR, method, NULL, &out);
            ck_assert_msg(s >= 0 && !(s & SKPI_WMISSING) == (k == 1), "%s", skpi_last_error());
            ck_assert_int_eq(skpi_urban_error_table(&r[k].p, &r[k].n, 2, 2, h, prob, NULL, table[k]),
                             k ? SKPI_OK : SKPI_WMISSING);
        }
        ck_assert(left_out[0] == 1 && left_out[1] == 0);
        ck_assert_mem_eq(rmse[0], rmse[1], sizeof rmse[0]);
        ck_assert_mem_eq(count[0], count[1], sizeof count[0]);
        ck_assert_mem_eq(table[0], table[1], sizeof table[0]);
        for (int k = 0; k < FOUR; k++) {
            ck_assert(isnan(forecast[0][k * AREAS + GONE]));
            ck_assert(forecast[0][k * AREAS + GONE + 1] == forecast[1][k * LEFT + GONE]);
        }
    }
    make(&r[0]);
    make(&r[1]);
    r[0].share[GONE * YEARS + 1990 - FIRST] = nan_;
    for (int k = 0; k < 2; k++) {
        skpi_urban_backtest_out out = {
            .size = sizeof out, .forecast = forecast[k], .count = count[k], .left_out = &left_out[k]};
        r[k].p.n = r[k].n.n = AREAS;
        ck_assert_int_eq(skpi_urban_backtest(&r[k].p, &r[k].n, 1980, 1990, 1, method, NULL, &out),
                         k ? SKPI_OK : SKPI_WMISSING);
    }
    ck_assert(left_out[0] == 1 && count[0][0] == count[1][0] - 1 && isnan(forecast[0][GONE]));
    ck_assert(forecast[0][GONE + 1] == forecast[1][GONE + 1]);
}
END_TEST

UNIT_MAIN("urban_forecast_errors",
          UNIT_CASE("converging", converging_values, converging_coverage, converging_rows, bad_converging),
          UNIT_CASE("walk", walk_values, walk_bounds), UNIT_CASE("table", fit_values, fit_never_looks_ahead, bad_fit),
          UNIT_CASE("backtest", backtest_values, backtest_agrees, backtest_coverage, backtest_without_an_end,
                    backtest_curves, backtest_clips, backtest_never_looks_ahead, gaps_left_out, backtest_edges,
                    bad_backtest))
