/* Backtests of urban shares: truths of another revision, forecasts that fall back, and their scores. */
#include "unit/unit.h"

enum { AREAS = 3, YEARS = 31, FIRST = 1970, METHODS = 3 };
static const int32_t methods[METHODS] = {SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_LOGISTIC,
                                         SKPI_URBAN_METHOD_PERSISTENCE};

typedef struct record {
    int32_t year[YEARS];
    double share[AREAS][YEARS], people[AREAS][YEARS];
    skpi_table p, n;
} record;

static void make(record *r)
{
    for (int k = 0; k < YEARS; k++) {
        r->year[k] = FIRST + k;
        for (int i = 0; i < AREAS; i++) {
            r->share[i][k] = 1 / (1 + exp(1 - .4 * i - .02 * (i + 1) * k));
            r->people[i][k] = 3e6;
        }
    }
    r->p = (skpi_table){.size = sizeof r->p, .n = AREAS, .m = YEARS, .year = r->year, .value = r->share[0]};
    r->n = r->p;
    r->n.value = r->people[0];
}

typedef struct found {
    double rmse[METHODS], bias[METHODS], crps[METHODS], forecast[METHODS][AREAS], low[METHODS][AREAS],
        high[METHODS][AREAS];
    int32_t count[METHODS], n_interval[METHODS], n_fallback[METHODS], left_out;
    skpi_urban_backtest_out out;
} found;

static skpi_status backtest(const record *r, int32_t origin, int32_t target, const skpi_table *truth, found *x)
{
    const skpi_urban_backtest_options o = {.size = sizeof o, .truth = truth};
    x->out = (skpi_urban_backtest_out){.size = sizeof x->out,
                                       .rmse = x->rmse,
                                       .bias = x->bias,
                                       .quantile_crps = x->crps,
                                       .forecast = x->forecast[0],
                                       .low = x->low[0],
                                       .high = x->high[0],
                                       .count = x->count,
                                       .n_interval = x->n_interval,
                                       .n_fallback = x->n_fallback,
                                       .left_out = &x->left_out};
    return skpi_urban_backtest(&r->p, &r->n, origin, target, METHODS, methods, &o, &x->out);
}

START_TEST(other_revision)
{
    static const int32_t later[] = {2000, 2010};
    static const double came[AREAS][2] = {{.3, .5}, {.6, .7}, {.9, (double)NAN}};
    const skpi_table truth = {.size = sizeof truth, .n = AREAS, .m = 2, .year = later, .value = came[0]};
    record r;
    found x, same;
    make(&r);
    for (int i = 0; i < AREAS; i++) r.share[i][YEARS - 1] = (double)NAN; /* the target's own value is not read */
    ck_assert_int_ge(backtest(&r, 1990, 2000, &truth, &x), 0);
    for (int k = 0; k < METHODS; k++) {
        double sum = 0, squares = 0;
        for (int i = 0; i < AREAS; i++) {
            const double e = x.forecast[k][i] - came[i][0];
            sum += e, squares += e * e;
        }
        ck_near(x.bias[k], sum / AREAS, 1e-16);
        ck_near(x.rmse[k], sqrt(squares / AREAS), 1e-16);
        ck_assert_int_eq(x.count[k], AREAS);
    }
    /* a target that only the truths have; one area has none */
    ck_assert_int_eq(backtest(&r, 1990, 2010, &truth, &x) & SKPI_WMISSING, SKPI_WMISSING);
    ck_assert(x.count[0] == 2 && x.left_out == 1);
    ck_fails(backtest(&r, 1990, 2010, NULL, &x), SKPI_ENODATA, "target");
    ck_fails(backtest(&r, 1990, 2005, &truth, &x), SKPI_ENODATA, "target");
    /* the table itself as truth changes nothing */
    make(&r);
    ck_assert_int_ge(backtest(&r, 1990, 2000, NULL, &x), 0);
    ck_assert_int_ge(backtest(&r, 1990, 2000, &r.p, &same), 0);
    ck_assert_mem_eq(x.rmse, same.rmse, sizeof x.rmse);
    ck_assert_mem_eq(x.crps, same.crps, sizeof x.crps / METHODS);
    /* refused */
    skpi_table less = truth, percent = truth;
    double wrong[AREAS][2] = {{30, 50}, {60, 70}, {90, 95}};
    less.n = 2;
    percent.value = wrong[0];
    ck_fails(backtest(&r, 1990, 2000, &less, &x), SKPI_EINCONSISTENT, "options->truth->n");
    ck_fails_at(backtest(&r, 1990, 2000, &percent, &x), SKPI_ERANGE, "options->truth->value", 0);
    const skpi_basis national = {.size = sizeof national,
                                 .definition = SKPI_URBAN_DEFINITION_NATIONAL,
                                 .vintage = 2018},
                     degree = {.size = sizeof degree, .definition = SKPI_URBAN_DEFINITION_DEGURBA, .vintage = 2025};
    skpi_table other = truth;
    r.p.basis = &national;
    other.basis = &degree;
    ck_fails(backtest(&r, 1990, 2000, &other, &x), SKPI_EDEFMIX, "options->truth->basis");
}
END_TEST

/* Which areas have an interval, whose forecast is not the method's, and the score of the three quantiles. */
START_TEST(counts)
{
    record r;
    found x;
    make(&r);
    ck_assert_int_ge(backtest(&r, 1990, 2000, NULL, &x), 0);
    ck_assert(x.n_interval[0] == AREAS && x.n_interval[1] == 0 && x.n_interval[2] == 0);
    ck_assert(x.n_fallback[0] == 0 && x.n_fallback[1] == 0 && x.n_fallback[2] == 0);
    ck_assert(isnan(x.crps[1]));
    static const double prob[] = {.1, .5, .9}, weight[] = {.3, .4, .3};
    double sum = 0;
    for (int i = 0; i < AREAS; i++)
        for (int q = 0; q < 3; q++) {
            const double above = r.share[i][YEARS - 1] - (q == 0 ? x.low : q == 1 ? x.forecast : x.high)[0][i];
            sum += 2 * weight[q] * (above > 0 ? prob[q] * above : (prob[q] - 1) * above);
        }
    ck_near(x.crps[0], sum / AREAS, 1e-16);
    /* the same share in all years determines no curve */
    for (int k = 0; k < YEARS; k++) r.share[1][k] = .5;
    ck_assert_int_eq(backtest(&r, 1990, 2000, NULL, &x) & SKPI_WWEAKFIT, SKPI_WWEAKFIT);
    ck_assert(x.n_fallback[0] == 0 && x.n_fallback[1] == 1 && x.n_fallback[2] == 0 && x.forecast[1][1] == .5);
}
END_TEST

/* Whatever the order of the methods, each forecasts as it does alone, and a mean says that one of its methods fell back. */
START_TEST(methods_in_any_order)
{
    static const int32_t ordered[METHODS] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_MEAN,
                                             SKPI_URBAN_METHOD_PERSISTENCE},
                         parts[] = {SKPI_URBAN_METHOD_LOGISTIC, SKPI_URBAN_METHOD_CONVERGING};
    const skpi_urban_options mean = {.size = sizeof mean, .n_mean = 2, .mean_method = parts};
    const skpi_urban_backtest_options o = {.size = sizeof o, .project = &mean};
    record r;
    double all[METHODS][AREAS], alone[AREAS], low[METHODS][AREAS];
    int32_t fallback[METHODS];
    make(&r);
    for (int k = 0; k < YEARS; k++) r.share[1][k] = .5;
    skpi_urban_backtest_out out = {.size = sizeof out, .forecast = all[0], .low = low[0], .n_fallback = fallback};
    skpi_urban_backtest_out own = {.size = sizeof own, .forecast = alone};
    ck_assert_int_ge(skpi_urban_backtest(&r.p, &r.n, 1990, 2000, METHODS, ordered, &o, &out), 0);
    for (int m = 0; m < METHODS; m++) {
        ck_assert_int_ge(skpi_urban_backtest(&r.p, &r.n, 1990, 2000, 1, ordered + m, &o, &own), 0);
        ck_assert_mem_eq(alone, all[m], sizeof alone);
    }
    ck_assert(fallback[0] == 0 && fallback[1] == 1 && fallback[2] == 0);
    ck_assert_int_ge(skpi_urban_backtest(&r.p, &r.n, 1980, 2000, METHODS, ordered, &o, &out), 0);
    for (int i = 0; i < AREAS; i++) ck_assert(isnan(low[0][i])); /* no origin of 1970 and later has a target by 1980 */
}
END_TEST

/* A target at which all are urban counts as .9995. */
START_TEST(areas_that_are_urban)
{
    static const int32_t five = 5;
    static const double prob[] = {.1, .999};
    record r;
    double whole[2], nearly[2];
    make(&r);
    r.share[2][YEARS - 1] = 1;
    ck_assert_int_ge(skpi_urban_error_table(&r.p, &r.n, 1, 2, &five, prob, NULL, whole), 0);
    r.share[2][YEARS - 1] = .9995;
    ck_assert_int_ge(skpi_urban_error_table(&r.p, &r.n, 1, 2, &five, prob, NULL, nearly), 0);
    ck_assert(whole[0] == nearly[0] && whole[1] == nearly[1]);
}
END_TEST

/* Populations in millions: the largest is told. */
START_TEST(populations_in_millions)
{
    record r;
    found x;
    make(&r);
    for (int i = 0; i < AREAS; i++)
        for (int k = 0; k < YEARS; k++) r.people[i][k] = .25 + .001 * i;
    ck_assert_int_eq(backtest(&r, 1990, 2000, NULL, &x) & SKPI_WUNUSUAL, SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "population->value = 0.252 is the largest"));
}
END_TEST

/* Three areas through which the weights of Huber's loss do not settle. */
START_TEST(norm_not_settled)
{
    enum { TIMES = 5 };
    static const int32_t time[TIMES] = {1980, 1985, 1990, 1995, 2000}, un = SKPI_URBAN_METHOD_UN, five = 5;
    static const double p[AREAS] = {.48, .26, .37}, urgd[AREAS] = {-.007, .009, -.006}, half = .5;
    double share[AREAS][TIMES], people[AREAS][TIMES], rmse, error;
    for (int i = 0; i < AREAS; i++)
        for (int k = 0; k < TIMES; k++) {
            share[i][k] = 1 / (1 + exp(-log(p[i] / (1 - p[i])) - 5 * urgd[i] * k));
            people[i][k] = 3e6;
        }
    const skpi_table known = {.size = sizeof known, .n = AREAS, .m = TIMES, .year = time, .value = share[0]},
                     population = {.size = sizeof population, .n = AREAS, .m = TIMES, .year = time, .value = people[0]};
    skpi_urban_backtest_out out = {.size = sizeof out, .rmse = &rmse};
    ck_assert_int_eq(skpi_urban_backtest(&known, &population, 1990, 2000, 1, &un, NULL, &out), SKPI_WNOTCONVERGED);
    ck_assert(rmse > 0 && rmse < .1);
    const skpi_urban_error_table_options once = {.size = sizeof once, .last_target = 1995};
    ck_assert_int_eq(skpi_urban_error_table(&known, &population, 1, 1, &five, &half, &once, &error),
                     SKPI_WNOTCONVERGED);
    ck_assert(fabs(error) < .1);
    const skpi_urban_backtest_options squares = {.size = sizeof squares, .loss = SKPI_URBAN_LOSS_SQUARE};
    ck_assert_int_eq(skpi_urban_backtest(&known, &population, 1990, 2000, 1, &un, &squares, &out), SKPI_OK);
    const int32_t damped = SKPI_URBAN_METHOD_DAMPED;
    const skpi_urban_options fast = {.size = sizeof fast, .damping = .4};
    const skpi_urban_backtest_options unusual = {.size = sizeof unusual, .project = &fast};
    ck_assert_int_eq(skpi_urban_backtest(&known, &population, 1990, 2000, 1, &damped, &unusual, &out), SKPI_WUNUSUAL);
}
END_TEST

UNIT_MAIN("urban_backtest", UNIT_CASE("backtest", other_revision, counts, methods_in_any_order, areas_that_are_urban,
                                      populations_in_millions, norm_not_settled))
