/* Quantiles of urban people.
 *
 * Known answers: adaptive quadrature and a secant in 25-digit arithmetic (mpmath 1.2.1); the first three also by four
 * million draws (NumPy 1.24.2), which give 520.1, 604.4 and 716.3.
 */
#include "unit/unit.h"

static double quantile_of(size_t n_known, const double *known, const double *share, double total, double sd,
                          double prob)
{
    const skpi_urban_population_quantile_in in = {.size = sizeof in,
                                                  .n = 1,
                                                  .n_years = 1,
                                                  .n_known = n_known,
                                                  .share_prob = known,
                                                  .share = share,
                                                  .total = &total,
                                                  .sd = &sd};
    double quantile = -7;
    ck_assert_msg(skpi_urban_population_quantile(&in, 1, &prob, &quantile, NULL) == SKPI_OK, "%s", skpi_last_error());
    return quantile;
}

static const double three[] = {.05, .5, .95}, ends[] = {.1, .9}, five[] = {.05, .1, .5, .9, .95};
static const double town[] = {.55, .6, .68}, wide[] = {.2, .9}, high[] = {.9, .92, .93, .97, .985}, thin[] = {.5, .501};

START_TEST(known_answers)
{
    const struct {
        size_t n_known;
        const double *known, *share;
        double total, sd, prob, quantile;
    } each[] = {
        {3, three, town, 1000, .05, .025, 520.122339637027311}, {3, three, town, 1000, .05, .5, 604.315242339137997},
        {3, three, town, 1000, .05, .975, 716.25212415853898},  {2, ends, wide, 1, .3, .1, .187814452291650555},
        {2, ends, wide, 1, .3, .9, 1.04254159356571174},        {5, five, high, 10, .01, .05, 8.98110246246053673},
        {2, ends, wide, 1, .3, .001, .017665961483558205},      {2, ends, thin, 1, .2, .9, .646723958628217631}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++)
        ck_near(quantile_of(each[k].n_known, each[k].known, each[k].share, each[k].total, each[k].sd, each[k].prob) /
                    each[k].quantile,
                1, 1e-12);
}
END_TEST

/* Several probabilities at once are each alone. */
START_TEST(together)
{
    static const double prob[] = {.025, .3, .5, .975};
    const double total = 1000, sd = .05;
    const skpi_urban_population_quantile_in in = {.size = sizeof in,
                                                  .n = 1,
                                                  .n_years = 1,
                                                  .n_known = 3,
                                                  .share_prob = three,
                                                  .share = town,
                                                  .total = &total,
                                                  .sd = &sd};
    double quantile[4];
    ck_assert_int_eq(skpi_urban_population_quantile(&in, 4, prob, quantile, NULL), SKPI_OK);
    for (size_t q = 0; q < 4; q++) ck_assert(quantile[q] == quantile_of(3, three, town, total, sd, prob[q]));
}
END_TEST

/* Shares that are the same from some probability on, at either end, are the limit of shares that rise. */
START_TEST(flat_ends)
{
    static const double known[] = {.1, .3, .7, .9}, flat[] = {.4, .4, .6, .6},
                        rising[] = {.4, .4 + 1e-9, .6, .6 + 1e-9};
    for (double prob = .01; prob < 1; prob += .07)
        ck_near(quantile_of(4, known, flat, 10, .1, prob), quantile_of(4, known, rising, 10, .1, prob), 1e-6);
}
END_TEST

START_TEST(limits)
{
    static const double prob[] = {1e-9, .001, .05, .3, .5, .8, .95, .999, 1 - 1e-9};
    for (size_t q = 0; q < sizeof prob / sizeof *prob; q++) {
        const skpi_urban_walk_quantile_in walk = {.size = sizeof walk,
                                                  .n = 1,
                                                  .share = (const double[]){.3},
                                                  .drift = (const double[]){.02},
                                                  .sigma = (const double[]){.1}};
        double known[2], share, quantile[2];
        ck_assert_int_eq(skpi_urban_walk_quantile(&walk, 1, 2, ends, known, NULL), SKPI_OK);
        ck_assert_int_eq(skpi_urban_walk_quantile(&walk, 1, 1, prob + q, &share, NULL), SKPI_OK);
        /* with a known population it is the product; the quantiles of a walk lie on a line, so that two describe all */
        ck_near(quantile_of(2, ends, known, 50, 0, prob[q]) / (50 * share), 1, 1e-12);
        /* with a population that is almost known */
        ck_near(quantile_of(2, ends, known, 50, 1e-7, prob[q]) / (50 * share), 1, 1e-6);
        /* with a known share, given as one quantile or as two equal ones */
        const double score = log(quantile_of(1, prob, &share, 1, .1, prob[q]) / share) / .1;
        ck_near(quantile_of(2, ends, (const double[]){.4, .4}, 5, .2, prob[q]), 2 * exp(.2 * score), 1e-11);
        /* a share so small that it is lognormal: the variances add up */
        const double tiny[] = {1e-9, 4e-9}, step = log(4.) / (2 * 1.2815515655446004);
        quantile[0] = quantile_of(2, ends, tiny, 1, .3, prob[q]);
        quantile[1] = 2e-9 * exp(score * hypot(step, .3));
        ck_near(quantile[0] / quantile[1], 1, 1e-7);
    }
    ck_assert(quantile_of(3, three, town, 0, .2, .5) == 0);
    /* a flat part, and steps */
    static const double flat[] = {.3, .3, .3, .6, .6};
    double before = 0;
    for (int q = 1; q < 100; q++) {
        const double now = quantile_of(5, five, flat, 100, .02, q / 100.);
        ck_assert_msg(now > before, "%d: %g after %g", q, now, before);
        before = now;
    }
}
END_TEST

START_TEST(bad_input)
{
    double total[2] = {5, 5}, sd[2] = {.1, .1}, quantile[2] = {-7, -7};
    double share[] = {.3, .4, .5, .4};
    int32_t status[2];
    skpi_urban_population_quantile_in in = {.size = sizeof in,
                                            .n = 2,
                                            .n_years = 1,
                                            .n_known = 2,
                                            .share_prob = ends,
                                            .share = share,
                                            .total = total,
                                            .sd = sd};
    ck_fails_at(skpi_urban_population_quantile(&in, 1, ends, quantile, NULL), SKPI_ENOTSORTED, "in->share", 1);
    ck_assert_str_eq(skpi_last_error(), "skpi_urban_population_quantile: in->share[1][1] = 0.4 is below 0.5, its "
                                        "quantile at a smaller probability");
    ck_assert(quantile[0] == -7);
    ck_assert_int_eq(skpi_urban_population_quantile(&in, 1, ends, quantile, status), SKPI_WROWS);
    ck_assert(quantile[0] > 0 && isnan(quantile[1]) && status[1] == SKPI_ENOTSORTED);
    share[3] = .6;
    sd[1] = 3; /* a percentage */
    ck_assert_int_eq(skpi_urban_population_quantile(&in, 1, ends, quantile, status), SKPI_WUNUSUAL);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_WUNUSUAL);
    in.share_prob = (const double[]){.9, .1};
    ck_fails(skpi_urban_population_quantile(&in, 1, ends, quantile, NULL), SKPI_ENOTSORTED, "in->share_prob");
}
END_TEST

UNIT_MAIN("urban population quantile", UNIT_CASE("population", known_answers, together, flat_ends, limits, bad_input))
