/* Capital and prices: user cost, contribution to growth, chained indices, real value added. */
#include "unit/unit.h"

enum {
    LASPEYRES = SKPI_ECONOMY_INDEX_LASPEYRES,
    PAASCHE = SKPI_ECONOMY_INDEX_PAASCHE,
    FISHER = SKPI_ECONOMY_INDEX_FISHER,
    TORNQVIST = SKPI_ECONOMY_INDEX_TORNQVIST,
    DOUBLE = SKPI_ECONOMY_DEFLATION_DOUBLE,
    SINGLE = SKPI_ECONOMY_DEFLATION_SINGLE,
    INDEX = SKPI_ECONOMY_DEFLATION_TORNQVIST
};

/* Price of computer and electronic products, United States 2012 to 2016 (Bureau of Economic Analysis), r .05, delta
 * .315.  Computed with NumPy. */
START_TEST(user_cost)
{
    const double q[] = {1.07432, 1.06205, 1.04472, 1.02901, 1.00291}, rate[] = {.05, .05, .05, .05}, delta = .315;
    const double expected[] = {0.40053174999999996, 0.3995193, 0.39208415, 0.39346715};
    double u[4];
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 4, q, rate, &delta, u, NULL), SKPI_OK);
    for (size_t t = 0; t < 4; t++) ck_near(u[t], expected[t], 1e-15);
}
END_TEST

START_TEST(user_cost_negative)
{
    const double q[] = {1, 1.5, 1.5, /**/ 1, 1.1, 1.2}, rate[] = {.05, .05, .05, .05}, delta[] = {.1, .1};
    double u[4];
    int32_t status[2];
    ck_assert_int_eq(skpi_economy_capital_user_cost(2, 2, q, rate, delta, u, status), SKPI_WNEGATIVE);
    ck_assert(status[0] == SKPI_WNEGATIVE && status[1] == SKPI_OK);
    ck_near(u[0], .05 + .15 - .5, 1e-15); /* below 0, which warns */
    ck_near(u[1], .075 + .15, 1e-15);
    ck_assert_int_eq(skpi_economy_capital_user_cost(2, 2, q, rate, delta, u, NULL), SKPI_WNEGATIVE);
}
END_TEST

/* A rate above 30 % is unusual, unless the price rises by as much more in the same step: 60 % in the second one. */
START_TEST(user_cost_of_fast_prices)
{
    const double q[] = {50, 55, 88, 90}, delta = .2;
    double rate[] = {.05, .9, -.1}, u[3];
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL), SKPI_OK);
    ck_near(u[1], 55 * .9 + .2 * 88 - 33, 1e-13);
    rate[1] = .901;
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "rate[0][1] = 0.901"));
    rate[1] = .9, rate[2] = .4; /* the price rises by 2 % */
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "rate[0][2] = 0.4"));
    rate[2] = .3;
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL), SKPI_OK);
    rate[2] = -.3;
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL) & SKPI_WUNUSUAL, 0);
    rate[2] = -.301;
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL) & SKPI_WUNUSUAL, SKPI_WUNUSUAL);
    rate[1] = -.4, rate[2] = .1; /* which prices that rise do not explain */
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 3, q, rate, &delta, u, NULL) & SKPI_WUNUSUAL, SKPI_WUNUSUAL);
    const double falls[] = {2, 1}, tenths[] = {.5, .8};
    rate[0] = .3;
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 1, falls, rate, &delta, u, NULL), SKPI_OK);
    rate[0] = .9; /* .3 + (.8/.5 - 1) */
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 1, tenths, rate, &delta, u, NULL) & SKPI_WUNUSUAL, 0);
}
END_TEST

START_TEST(user_cost_refuses)
{
    double q[] = {1, 1.1, 1.2, 1.3}, rate[] = {.05, .05}, delta[] = {.1, .2}, u[2] = {-7, -7};
    int32_t status[2];
#define CALL skpi_economy_capital_user_cost(2, 1, q, rate, delta, u, NULL)
    q[3] = 0;
    ck_fails_at(CALL, SKPI_EDOM, "price", 1);
    q[3] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "price", 1);
    q[3] = 1, rate[1] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "rate", 1);
    rate[1] = .05, delta[0] = 31.5;
    ck_fails_at(CALL, SKPI_ERANGE, "depreciation", 0);
    delta[0] = .1, rate[0] = 5.01; /* 501 % a year */
    ck_fails_at(CALL, SKPI_ERANGE, "rate", 0);
    rate[0] = 5, q[0] = 1.7e308;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "cost", 0);
    ck_assert(u[0] == -7 && u[1] == -7);
    ck_assert_int_eq(skpi_economy_capital_user_cost(2, 1, q, rate, delta, u, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EOVERFLOW && status[1] == SKPI_OK && isnan(u[0]) && u[1] > 0);
    ck_fails(skpi_economy_capital_user_cost(1, 1, NULL, rate, delta, u, NULL), SKPI_EINVAL, "price");
    ck_fails(skpi_economy_capital_user_cost(1, 1, q, NULL, delta, u, NULL), SKPI_EINVAL, "rate");
    ck_fails(skpi_economy_capital_user_cost(1, 1, q, rate, NULL, u, NULL), SKPI_EINVAL, "depreciation");
    ck_fails(skpi_economy_capital_user_cost(1, 1, q, rate, delta, NULL, NULL), SKPI_EINVAL, "cost");
    ck_fails(skpi_economy_capital_user_cost(1, SIZE_MAX, q, rate, delta, u, NULL), SKPI_ENOMEM, "price");
    q[0] = 1;
    ck_assert_int_eq(skpi_economy_capital_user_cost(2, 0, q, NULL, delta, NULL, status),
                     SKPI_OK); /* a single year has no result */
    ck_assert_int_eq(skpi_economy_capital_user_cost(0, 3, NULL, NULL, NULL, NULL, NULL), SKPI_OK);
#undef CALL
}
END_TEST

/* Stock of hardware, United States 2013 to 2015, and the share of its services in GDP.  Computed with NumPy. */
START_TEST(contribution)
{
    const double share[] = {0.013025011731239959, 0.01478612429831819, 0.01573343789110058};
    const double stock[] = {548947.9450289053, 651673.4413830317, 734136.9613788665};
    double c[4];
    ck_assert_int_eq(skpi_economy_capital_contribution(1, 2, share, stock, c, NULL), SKPI_OK);
    ck_near(c[0], 0.0023853605875049397, 1e-17);
    ck_near(c[1], 0.0018182338552700501, 1e-17);
    const double gap[] = {.1, NAN, .1, /**/ .1, .1, .1}, k[] = {1, 2, 3, /**/ 1, NAN, 4};
    int32_t status[2];
    ck_assert_int_eq(skpi_economy_capital_contribution(2, 2, gap, k, c, status), SKPI_WMISSING);
    ck_assert(isnan(c[0]) && isnan(c[1]) && isnan(c[2]) && isnan(c[3]) && status[0] == SKPI_WMISSING);
    const double small[] = {.5, .5}, near[] = {1, 1 + 0x1p-50}; /* a small growth rate keeps its digits */
    ck_assert_int_eq(skpi_economy_capital_contribution(1, 1, small, near, c, NULL), SKPI_OK);
    ck_near(c[0], .5 * 0x1p-50, 1e-30);
}
END_TEST

START_TEST(contribution_refuses)
{
    double share[] = {.1, .2, .1, .2}, k[] = {1, 2, 3, 4}, c[2] = {-7, -7};
    int32_t status[2];
#define CALL skpi_economy_capital_contribution(2, 1, share, k, c, NULL)
    share[2] = -.1; /* a negative user cost gives a negative share, which is refused */
    ck_fails_at(CALL, SKPI_ERANGE, "share", 1);
    share[2] = 10;
    ck_fails_at(CALL, SKPI_ERANGE, "share", 1);
    share[2] = .1, k[3] = 0;
    ck_fails_at(CALL, SKPI_EDOM, "quantity", 1);
    k[3] = INFINITY;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "quantity", 1);
    ck_assert(c[0] == -7 && c[1] == -7);
    ck_assert_int_eq(skpi_economy_capital_contribution(2, 1, share, k, c, status), SKPI_WROWS);
    ck_near(c[0], .15 * log(2), 1e-16);
    ck_assert(isnan(c[1]) && status[1] == SKPI_ENOTFINITE);
    ck_fails(skpi_economy_capital_contribution(1, 1, NULL, k, c, NULL), SKPI_EINVAL, "share");
    ck_fails(skpi_economy_capital_contribution(1, 1, share, NULL, c, NULL), SKPI_EINVAL, "quantity");
    ck_fails(skpi_economy_capital_contribution(1, 1, share, k, NULL, NULL), SKPI_EINVAL, "contribution");
    ck_fails(skpi_economy_capital_contribution(1, SIZE_MAX, share, k, c, NULL), SKPI_ENOMEM, "share");
#undef CALL
}
END_TEST

static skpi_status chained(size_t n, size_t n_goods, size_t m, const double *value, const double *price, int32_t form,
                           double *quantity_index, double *price_index, int32_t *status)
{
    skpi_economy_chain_index_out out = {.size = sizeof out, .quantity = quantity_index, .price = price_index};
    return skpi_economy_chain_index(n, n_goods, m, value, price, form, &out, status);
}

/* Two goods, computed by hand: quantities 10, 20 and 40 of the first at prices 4, 2, 1; 5, 4, 4 of the second at 4, 5,
 * 6. */
static const double prices[] = {4, 2, 1, /**/ 4, 5, 6}, values[] = {40, 40, 40, /**/ 20, 20, 24};

START_TEST(chain_by_hand)
{
    double q[3], p[3], qp[3], pp[3];
    ck_assert_int_eq(chained(1, 2, 3, values, prices, LASPEYRES, q, p, NULL), SKPI_OK);
    ck_assert(q[0] == 1 && p[0] == 1);
    ck_near(q[1], (80 + 16) / 60., 1e-15);
    ck_near(q[2], (80 + 16) / 60. * (80 + 20) / 60., 1e-15);
    ck_near(p[1], (20 + 25) / 60., 1e-15);
    ck_assert_int_eq(chained(1, 2, 3, values, prices, PAASCHE, qp, pp, NULL), SKPI_OK);
    ck_near(qp[1], 60. / (20 + 25), 1e-15);
    ck_near(pp[1], 60. / (80 + 16), 1e-15);
    /* the quantity index of one form times the price index of the other is the value index */
    for (size_t t = 0; t < 3; t++) {
        const double value = (values[t] + values[3 + t]) / 60;
        ck_near(q[t] * pp[t], value, 1e-15);
        ck_near(qp[t] * p[t], value, 1e-15);
    }
    double f[3], fp[3];
    ck_assert_int_eq(chained(1, 2, 3, values, prices, FISHER, f, fp, NULL), SKPI_OK);
    for (size_t t = 0; t < 3; t++) {
        ck_near(f[t], sqrt(q[t] * qp[t]), 1e-15);
        ck_near(f[t] * fp[t], (values[t] + values[3 + t]) / 60, 1e-15);
    }
    ck_assert_int_eq(chained(1, 2, 3, values, prices, TORNQVIST, f, fp, NULL), SKPI_OK);
    ck_near(f[1], pow(2, 2. / 3) * pow(.8, 1. / 3), 1e-15);
    ck_near(fp[1], pow(.5, 2. / 3) * pow(1.25, 1. / 3), 1e-15);
    ck_near(f[2] / f[1], exp((2. / 3 + 40 / 64.) / 2 * log(2)), 1e-15);
    ck_assert(qp[2] < f[2] && f[2] < q[2]);
}
END_TEST

START_TEST(chain_properties)
{
    double v[] = {40, 40, 40, /**/ 20, 20, 24}, p[] = {4, 2, 1, /**/ 4, 2, 1}, q[3], price[3], one[3], other[3];
    for (int32_t form = LASPEYRES; form <= TORNQVIST; form++) {
        ck_assert_int_eq(chained(1, 2, 3, v, p, form, q, price, NULL), SKPI_OK);
        for (size_t t = 0; t < 3; t++) { /* both prices move alike, so every form gives the same price index */
            ck_near(price[t], p[t] / 4, 1e-15);
            if (form != TORNQVIST) ck_near(q[t], (v[t] + v[3 + t]) / 60 / price[t], 1e-14);
        }
        ck_assert_int_eq(chained(1, 2, 3, values, prices, form, q, NULL, NULL), SKPI_OK);
        double moved[6]; /* the unit of a price does not matter */
        for (size_t c = 0; c < 6; c++) moved[c] = prices[c] * (c < 3 ? 1000 : .01);
        ck_assert_int_eq(chained(1, 2, 3, values, moved, form, one, NULL, NULL), SKPI_OK);
        for (size_t t = 0; t < 3; t++) ck_near(one[t], q[t], 1e-14);
        for (int power = -900; power <= 900; power += 300) { /* nor does that of a value */
            for (size_t c = 0; c < 6; c++) moved[c] = ldexp(values[c], power);
            ck_assert_int_eq(chained(1, 2, 3, values, prices, form, q, price, NULL), SKPI_OK);
            ck_assert_int_eq(chained(1, 2, 3, moved, prices, form, one, other, NULL), SKPI_OK);
            for (size_t t = 0; t < 3; t++) {
                ck_near(one[t], q[t], 1e-15);
                ck_near(other[t], price[t], 1e-15);
            }
        }
    }
    /* a good that appears is possible with Fisher's form and not with Tornqvist's; a good that never appears does not
     * matter */
    v[3] = 0;
    ck_assert_int_eq(chained(1, 2, 3, v, p, FISHER, q, NULL, NULL), SKPI_OK);
    ck_near(q[1], 60 * 2 / 40., 1e-15);
    ck_fails_at(chained(1, 2, 3, v, p, TORNQVIST, q, NULL, NULL), SKPI_EDOM, "value", 0);
    v[4] = v[5] = 0;
    ck_assert_int_eq(chained(1, 2, 3, v, p, TORNQVIST, q, NULL, NULL), SKPI_OK);
    ck_near(q[2], 4, 1e-15);
}
END_TEST

START_TEST(chain_refuses)
{
    double v[] = {1, 2, 3, 4}, p[] = {1, 1, 1, 1}, q[2] = {-7, -7};
    int32_t status;
#define CALL chained(1, 2, 2, v, p, FISHER, q, NULL, NULL)
    v[3] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "value", 0);
    v[3] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "value", 0);
    v[3] = 4, p[0] = 0;
    ck_fails_at(CALL, SKPI_EZERODIV, "price", 0);
    p[0] = 1, v[1] = v[3] = 0;
    ck_fails_at(CALL, SKPI_EZERODIV, "value", 0);
    v[1] = v[3] = 1e308;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "value", 0);
    v[1] = 1e308, v[0] = 1e-5, v[2] = v[3] = 0;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->quantity", 0);
    ck_assert(q[0] == -7 && q[1] == -7);
    ck_assert_int_eq(chained(1, 2, 2, v, p, FISHER, q, NULL, &status), SKPI_WROWS);
    ck_assert(status == SKPI_EOVERFLOW && isnan(q[0]) && isnan(q[1]));
    ck_fails(chained(1, 2, 2, v, p, 0, q, NULL, NULL), SKPI_EINVAL, "form");
    ck_fails(chained(1, 0, 2, v, p, FISHER, q, NULL, NULL), SKPI_ENODATA, "n_goods");
    ck_fails(chained(1, 2, 0, v, p, FISHER, q, NULL, NULL), SKPI_ENODATA, "m");
    ck_fails(chained(1, 2, 2, NULL, p, FISHER, q, NULL, NULL), SKPI_EINVAL, "value");
    ck_fails(chained(1, 2, 2, v, NULL, FISHER, q, NULL, NULL), SKPI_EINVAL, "price");
    ck_fails(chained(1, SIZE_MAX, 2, v, p, FISHER, q, NULL, NULL), SKPI_ENOMEM, "value");
    ck_fails(skpi_economy_chain_index(1, 2, 2, v, p, FISHER, NULL, NULL), SKPI_EINVAL, "out");
    /* Laspeyres' index has lost digits, Paasche's is large: their mean would be in range, and a quarter off */
    const double far_v[] = {0x1.3de4721eaee2dp+994, 0x1.58f4f786bc408p+56,  0x1.b171c72497282p+429,
                            0x1.453650fe0cc46p+531, 0x1.b8e5b467be747p+215, 0x1.db5c09303989cp-664},
                 far_p[] = {0x1.6c314fe01a8c3p+671, 0x1.d35a5b613e657p-403,  0x1.efa9964e708f1p+442,
                            0x1.61461c5041dfp-175,  0x1.fffffffffffffp+1023, 0x1.c8efe5533ea98p+683};
    double of_price[2];
    skpi_economy_chain_index_out far = {.size = sizeof far, .price = of_price};
    ck_fails_at(skpi_economy_chain_index(1, 3, 2, far_v, far_p, FISHER, &far, NULL), SKPI_EOVERFLOW, "out->price", 0);
#undef CALL
}
END_TEST

static skpi_status deflated(size_t n, size_t m, const double *output, const double *output_price, const double *input,
                            const double *input_price, int32_t form, double *real, double *deflator, int32_t *status)
{
    const skpi_economy_double_deflation_in in = {sizeof in, 0, n, m, output, output_price, input, input_price};
    skpi_economy_double_deflation_out out = {.size = sizeof out, .real = real, .deflator = deflator};
    return skpi_economy_double_deflation(&in, form, &out, status);
}

static const double out0[] = {1000, 1150, 1300}, in0[] = {600, 680, 770}, po[] = {1, .95, .9}, pi0[] = {1, 1.03, 1.07};

/* Computed with NumPy; the index with 50 digits from its formula. */
START_TEST(deflation)
{
    const double expected[] = {400, 550.3321410321922, 724.8182762201453};
    const double single[] = {400, 494.7368421052632, 588.8888888888889};
    const double implicit[] = {1, 0.8540297121634167, 0.73121776504298};
    const double index[] = {1, 1.3933250225547886, 1.8955899674118712};
    double v[3], d[3];
    ck_assert_int_eq(deflated(1, 3, out0, po, in0, pi0, DOUBLE, v, d, NULL), SKPI_OK);
    for (size_t t = 0; t < 3; t++) ck_near(v[t], expected[t], 1e-12);
    for (size_t t = 0; t < 3; t++) ck_near(d[t], implicit[t], 1e-15);
    ck_assert_int_eq(deflated(1, 3, out0, po, in0, pi0, SINGLE, v, d, NULL), SKPI_OK);
    for (size_t t = 0; t < 3; t++) ck_near(v[t], single[t], 1e-12);
    for (size_t t = 0; t < 3; t++) ck_near(d[t], po[t], 1e-15);
    ck_assert_int_eq(deflated(1, 3, out0, po, in0, pi0, INDEX, v, d, NULL), SKPI_OK);
    for (size_t t = 0; t < 3; t++) ck_near(v[t], index[t], 1e-14); /* with the mean of M/O it would be off by 5e-5 */
    for (size_t t = 0; t < 3; t++) ck_near(v[t] * d[t], (out0[t] - in0[t]) / 400, 1e-14);
}
END_TEST

/* Output of 100 at a price of 1.4 and input of 95 at .6: the figures are valid, but 71.4 - 158.3 is negative. */
START_TEST(deflation_negative)
{
    const double o[] = {100, 100}, p[] = {1.4, 1}, i[] = {95, 60}, q[] = {.6, 1};
    double v[2], d[2];
    int32_t status[2];
    ck_assert_int_eq(deflated(2, 1, o, p, i, q, DOUBLE, v, d, status), SKPI_WNEGATIVE);
    ck_assert(status[0] == SKPI_WNEGATIVE && status[1] == SKPI_OK);
    ck_near(v[0], -86.90476190476191, 1e-13);
    ck_assert(isnan(d[0]) && d[1] == 1 && v[1] == 40);
    const double o2[] = {100, 100}, p2[] = {1, 1.4}, i2[] = {60, 95}, q2[] = {1, .6};
    ck_assert_int_eq(deflated(1, 2, o2, p2, i2, q2, INDEX, v, d, NULL), SKPI_OK);
    ck_assert(v[1] > 0 && d[1] > 0); /* the index is still positive */
    ck_assert_int_eq(deflated(1, 2, o2, p2, (const double[]){60, 105}, q2, SINGLE, v, d, NULL), SKPI_WNEGATIVE);
    ck_assert(v[1] < 0 && isnan(d[1]));
}
END_TEST

START_TEST(deflation_refuses)
{
    double o[] = {100, 110}, p[] = {1, 1.1}, i[] = {60, 70}, q[] = {1, 1.2}, v[2] = {-7, -7};
    int32_t status;
#define CALL(form) deflated(1, 2, o, p, i, q, form, v, NULL, NULL)
    p[1] = 0;
    ck_fails_at(CALL(DOUBLE), SKPI_EZERODIV, "in->output_price", 0);
    p[1] = 1, q[1] = 0;
    ck_fails_at(CALL(SINGLE), SKPI_EZERODIV, "in->input_price", 0);
    q[1] = 1, o[1] = -1;
    ck_fails_at(CALL(DOUBLE), SKPI_ERANGE, "in->output", 0);
    o[1] = 70; /* value added is 0 */
    ck_fails_at(CALL(INDEX), SKPI_EDOM, "in->output", 0);
    ck_assert_int_eq(CALL(DOUBLE), SKPI_OK);
    o[1] = 110, i[1] = 0, v[0] = v[1] = -7;
    ck_fails_at(CALL(INDEX), SKPI_EDOM, "in->input", 0);
    i[1] = NAN;
    ck_fails_at(CALL(INDEX), SKPI_ENOTFINITE, "in->input", 0);
    i[1] = 60, o[1] = 1e308, p[1] = 1e-5;
    ck_fails_at(CALL(DOUBLE), SKPI_EOVERFLOW, "out->real", 0);
    ck_assert(v[0] == -7 && v[1] == -7);
    ck_assert_int_eq(deflated(1, 2, o, p, i, q, DOUBLE, v, NULL, &status), SKPI_WROWS);
    ck_assert(status == SKPI_EOVERFLOW && isnan(v[0]));
    ck_fails(CALL(0), SKPI_EINVAL, "form");
    ck_fails(deflated(1, 2, NULL, p, i, q, DOUBLE, v, NULL, NULL), SKPI_EINVAL, "in->output");
    ck_fails(deflated(1, 0, o, p, i, q, DOUBLE, v, NULL, NULL), SKPI_ENODATA, "in->m");
    o[1] = 110, i[0] = i[1] = 0, p[1] = 1.1; /* without input the index is that of output */
    ck_assert_int_eq(CALL(INDEX), SKPI_OK);
    ck_near(v[1], 1, 1e-15);
    const skpi_economy_double_deflation_in in = {sizeof in, 0, 1, 2, o, p, i, q};
    skpi_economy_double_deflation_out out = {.size = sizeof out, .real = v};
    ck_fails(skpi_economy_double_deflation(NULL, DOUBLE, &out, NULL), SKPI_EINVAL, "in");
    ck_fails(skpi_economy_double_deflation(&in, DOUBLE, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

UNIT_MAIN("economy_prices",
          UNIT_CASE("user cost", user_cost, user_cost_negative, user_cost_of_fast_prices, user_cost_refuses),
          UNIT_CASE("contribution", contribution, contribution_refuses),
          UNIT_CASE("chain index", chain_by_hand, chain_properties, chain_refuses),
          UNIT_CASE("double deflation", deflation, deflation_negative, deflation_refuses))
