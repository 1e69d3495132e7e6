/* Abatement at least cost, uncertainty of totals, quantiles of products.
 *
 * Known answers: the portfolio agrees with an LP solver (HiGHS); Approach 1 by its equations, the quantiles with 50-digit
 * arithmetic.
 */
#include <gsl/gsl_cdf.h>
#include "numeric/correlation.h"
#include "unit/unit.h"

static uint64_t state = 20261122;
static double uniform(double a, double b) /* a small generator that gives the same cases on every machine */
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return a + (b - a) * ((double)(state >> 11) * 0x1p-53);
}

static const double cost[] = {-60, -25, 15, 22, 18, 70, 85, 110, 180, 420};
static const double potential[] = {1.2, 3, 4.5, 8, 10, 1.5, 3.2, 4, 2.5, 6};

START_TEST(portfolio)
{
    static const int32_t curve[] = {0, 1, 2, 4, 3, 5, 6, 7, 8, 9};
    static const double wanted[] = {3, 10, 25, 40, 43.9}, money[] = {-117, -56.1, 239.1, 2425.5, 4063.5};
    static const double dearest[] = {-25, 18, 22, 420, 420};
    double use[10], total, sum, marginal, upto[10];
    int32_t order[10];
    skpi_carbon_abatement_out out = {.size = sizeof out,
                                     .use = use,
                                     .total = &total,
                                     .cost = &sum,
                                     .marginal = &marginal,
                                     .order = order,
                                     .cumulative = upto};
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(skpi_carbon_abatement(10, cost, potential, wanted[i], SKPI_CARBON_ABATEMENT_MODE_EXACT, &out),
                         SKPI_OK);
        ck_near(sum, money[i], 1e-12 * fabs(money[i]));
        ck_near(total, wanted[i], 1e-14 * wanted[i]);
        ck_assert_double_eq(marginal, dearest[i]);
        for (int k = 0; k < 10; k++) ck_assert_int_eq(order[k], curve[k]);
        ck_near(upto[3], 18.7, 1e-14);
        ck_near(upto[9], 43.9, 1e-13);
    }
    ck_fails(skpi_carbon_abatement(10, cost, potential, 45, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_EINFEASIBLE,
             "target");
    ck_assert_int_eq(
        skpi_carbon_abatement(10, cost, potential, 43.9 * (1 + 5e-13), SKPI_CARBON_ABATEMENT_MODE_EXACT, &out),
        SKPI_OK);
    ck_near(use[9], 6, 0);
    /* a target below the potential of measures with negative costs: exactly the target, or all of these measures */
    ck_assert_int_eq(skpi_carbon_abatement(10, cost, potential, .5, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert(use[0] == .5 && use[1] == 0 && sum == -30 && marginal == -60);
    ck_assert_int_eq(skpi_carbon_abatement(10, cost, potential, .5, SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE, &out),
                     SKPI_OK);
    ck_assert(use[0] == 1.2 && use[1] == 3 && use[2] == 0 && marginal == -25);
    ck_near(total, 4.2, 1e-15);
    ck_near(sum, -147, 1e-13);
    ck_assert_int_eq(skpi_carbon_abatement(10, cost, potential, 10, SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE, &out),
                     SKPI_OK);
    ck_near(sum, -56.1, 1e-13); /* above that potential the modes agree */
    ck_assert_int_eq(skpi_carbon_abatement(2, cost + 2, potential, 0, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert(use[0] == 0 && total == 0 && sum == 0 && isnan(marginal));
    static const double same[] = {5, 1, 5, 1, 5}, one[] = {1, 1, 1, 1, 1};
    ck_assert_int_eq(skpi_carbon_abatement(5, same, one, 3, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert(order[0] == 1 && order[1] == 3 && order[2] == 0 && order[3] == 2 && order[4] == 4 && use[0] == 1);
}
END_TEST

/* The target is met, and no exchange of a unit between two measures would be cheaper. */
/* Costs that differ by rounding only are equal: such measures are used in the order given. */
START_TEST(equal_costs)
{
    const double costs[] = {.7, .1 + .2, -.3, .3, .1, -.1 - .2, .3, .3 * (1 + 1e-12)};
    static const int32_t curve[] = {2, 5, 4, 1, 3, 6, 7, 0};
    double each[8], use[8], marginal;
    int32_t order[8];
    const skpi_carbon_abatement_out out = {.size = sizeof out, .use = use, .order = order, .marginal = &marginal};
    for (double unit = 1; unit <= 1000; unit *= 10) {
        for (int i = 0; i < 8; i++) each[i] = costs[i] * 10 / unit;
        skpi_carbon_abatement_out o = out;
        ck_assert_int_eq(skpi_carbon_abatement(8, each, (const double[]){1, 1, 1, 1, 1, 1, 1, 1}, 3.5,
                                               SKPI_CARBON_ABATEMENT_MODE_EXACT, &o),
                         SKPI_OK);
        for (int k = 0; k < 8; k++) ck_assert_int_eq(order[k], curve[k]);
        ck_assert(use[1] == .5 && use[3] == 0 && use[6] == 0 && marginal == each[1]);
    }
}
END_TEST

START_TEST(portfolio_is_least)
{
    enum { N = 40 };
    double c[N], u[N], x[N], total;
    skpi_carbon_abatement_out out = {.size = sizeof out, .use = x, .total = &total};
    for (int trial = 0; trial < unit_trials(2000); trial++) {
        double all = 0;
        for (int i = 0; i < N; i++) {
            c[i] = floor(uniform(-10, 30)); /* some costs are equal */
            u[i] = uniform(0, 1) < .1 ? 0 : uniform(0, 5);
            all += u[i];
        }
        const double target = uniform(0, .999) * all;
        ck_assert_int_eq(skpi_carbon_abatement(N, c, u, target, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
        ck_near(total, target, 1e-13 * all);
        int wrong = 0; /* counts the errors: one check for each pair would take longer than all the rest */
        for (int i = 0; i < N; i++) {
            wrong += !(x[i] >= 0 && x[i] <= u[i]);
            for (int j = 0; j < N; j++) wrong += x[i] > 0 && x[j] < u[j] && c[j] < c[i];
        }
        ck_assert_int_eq(wrong, 0);
    }
}
END_TEST

START_TEST(approach_1)
{
    static const double e[] = {5200, 1800, 2100, 420, 900, -260};
    static const double u[] = {.05, .08, .03, .05, .07, .04, .3, .6, .05, .1, .2, .5};
    static const double part[] = {.002331359662719326, .00010671771343542687, .00027769274288548583,
                                  .000768995287990576, 9.808613367226738e-05, .0001899141298282597};
    double combined[6], contribution[6], share[6], total, sum, whole = 0;
    skpi_carbon_inventory_uncertainty_out out = {.size = sizeof out,
                                                 .combined = combined,
                                                 .contribution = contribution,
                                                 .share = share,
                                                 .total = &total,
                                                 .sum = &sum};
    ck_assert_int_eq(skpi_carbon_inventory_uncertainty(6, 2, e, u, &out), SKPI_OK);
    ck_near(total, .06142284323060389, 1e-16);
    ck_assert(sum == 10160);
    for (int i = 0; i < 6; i++) {
        ck_near(contribution[i], part[i], 1e-17);
        ck_near(combined[i], hypot(u[2 * i], u[2 * i + 1]), 1e-16);
        whole += share[i];
    }
    ck_near(whole, 1, 1e-15);
    ck_near(share[0], part[0] / .003772765670531342, 1e-15);
    /* a change of the unit changes no fraction, not even with figures near the ends of the range of a double */
    for (int k = -1; k <= 1; k += 2) {
        double scaled[6], other;
        for (int i = 0; i < 6; i++) scaled[i] = ldexp(e[i], 1000 * k);
        skpi_carbon_inventory_uncertainty_out o = {.size = sizeof o, .total = &other};
        ck_assert_int_eq(skpi_carbon_inventory_uncertainty(6, 2, scaled, u, &o), SKPI_OK);
        ck_assert_double_eq(other, total);
    }
    static const double certain[] = {0, 0}, opposite[] = {1, -1};
    ck_assert_int_eq(skpi_carbon_inventory_uncertainty(2, 1, e, certain, &out), SKPI_OK);
    ck_assert(total == 0 && isnan(share[0]) && contribution[1] == 0);
    ck_fails(skpi_carbon_inventory_uncertainty(2, 1, opposite, certain, &out), SKPI_EZERODIV, "emission");
    ck_fails_at(skpi_carbon_inventory_uncertainty(1, 2, e, opposite, &out), SKPI_ERANGE, "uncertainty", 0);
}
END_TEST

START_TEST(quantiles)
{
    /* cases by 50-digit arithmetic: population, GDP per head, energy per GDP, CO2 per energy, with estimates and
     * half-widths */
    static const double estimate[] = {1409.7, .0125, 3.1, .0702}, u[] = {.01, .03, .05, .08};
    static const double prob[] = {.025, .5, .975},
                        wanted[] = {3.4671938857405505, 3.8298013827141671, 4.2303312460723761};
    static const double three[] = {5200, .9, 1.2}, wide[] = {.3, .6, .2}, r[] = {1, .4, .4, .4, 1, .4, .4, .4, 1};
    static const double correlated[] = {2216.0042475971369, 5280.7664368490072, 12584.133893601021};
    const double z = gsl_cdf_ugaussian_Pinv(.975);
    double mu[4], sigma[4], out[3];
    for (int k = 0; k < 4; k++) {
        const double variance = log1p(u[k] / z * (u[k] / z));
        sigma[k] = sqrt(variance);
        mu[k] = log(estimate[k]) - variance / 2;
    }
    skpi_carbon_product_quantile_in in = {.size = sizeof in, .n = 1, .n_factors = 4, .mu = mu, .sigma = sigma};
    ck_assert_int_eq(skpi_carbon_product_quantile(&in, 3, prob, out, NULL), SKPI_OK);
    for (int j = 0; j < 3; j++) ck_near(out[j], wanted[j], 2e-14 * wanted[j]);
    for (int k = 0; k < 3; k++) {
        const double variance = log1p(wide[k] / z * (wide[k] / z));
        sigma[k] = sqrt(variance);
        mu[k] = log(three[k]) - variance / 2;
    }
    in.n_factors = 3, in.correlation = r;
    ck_assert_int_eq(skpi_carbon_product_quantile(&in, 3, prob, out, NULL), SKPI_OK);
    for (int j = 0; j < 3; j++) ck_near(out[j], correlated[j], 2e-14 * correlated[j]);
    /* opposite factors cancel, so nothing is uncertain */
    static const double opposite[] = {1, -1, -1, 1}, equal[] = {.3, .3}, zero[] = {0, 0};
    in.n_factors = 2, in.mu = zero, in.sigma = equal, in.correlation = opposite;
    ck_assert_int_eq(skpi_carbon_product_quantile(&in, 3, prob, out, NULL), SKPI_OK);
    for (int j = 0; j < 3; j++) ck_near(out[j], 1, 1e-8); /* the deviation is the square root of a rounding error */
    static const double steep[] = {800, 0, 1, 1};
    int32_t status[2];
    static const double not [] = {.1, .1, .1, (double)NAN};
    in.n = 2, in.mu = steep, in.sigma = not, in.correlation = NULL;
    ck_fails_at(skpi_carbon_product_quantile(&in, 0, NULL, NULL, NULL), SKPI_ENOTFINITE, "in->sigma", 1);
    const double some[] = {.1, .1, .1, .1};
    double rows[4];
    in.sigma = some;
    ck_assert_int_eq(skpi_carbon_product_quantile(&in, 2, prob, rows, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EOVERFLOW && status[1] == SKPI_OK && isnan(rows[0]) && rows[3] > 0);
    ck_near(rows[3], exp(2), 1e-14);
}
END_TEST

START_TEST(semidefinite)
{
    double fine[] = {1, .2, 0, .2, 1, -.5, 0, -.5, 1}, bad[] = {1, -.9, .9, -.9, 1, .9, .9, .9, 1};
    double all[] = {1, 1, 1, 1, 1, 1, 1, 1, 1}, mixed[] = {1, -1, 1, -1, 1, 1, 1, 1, 1}, one[] = {1};
    ck_assert(skpi__semidefinite(3, fine) && !skpi__semidefinite(3, bad) && skpi__semidefinite(3, all));
    ck_assert(!skpi__semidefinite(3, mixed) && skpi__semidefinite(1, one));
    for (int trial = 0; trial < unit_trials(3000);
         trial++) { /* A A' has no negative eigenvalue, whatever A and its rank are */
        enum { K = 6 };
        double a[K][K], m[K * K], shifted[K * K];
        const int rank = 1 + trial % K;
        for (int i = 0; i < K; i++) {
            double norm = 0;
            for (int j = 0; j < rank; j++) a[i][j] = uniform(-1, 1), norm += a[i][j] * a[i][j];
            for (int j = 0; j < rank; j++) a[i][j] /= sqrt(norm);
        }
        for (int i = 0; i < K; i++)
            for (int j = 0; j < K; j++) {
                double x = 0;
                for (int k = 0; k < rank; k++) x += a[i][k] * a[j][k];
                m[i * K + j] = i == j ? 1 : x;
            }
        for (int i = 0; i < K * K; i++) shifted[i] = m[i] - (i % (K + 1) == 0 ? 1e-9 : 0);
        ck_assert_msg(skpi__semidefinite(K, m), "trial %d", trial);
        /* has an eigenvalue of -1e-9 */
        if (rank < K) ck_assert_msg(!skpi__semidefinite(K, shifted), "trial %d", trial);
    }
}
END_TEST

UNIT_MAIN("carbon cost", UNIT_CASE("abatement", portfolio, equal_costs, portfolio_is_least),
          UNIT_CASE("uncertainty", approach_1), UNIT_CASE("quantile", quantiles, semidefinite))
