/* The digital economy at the limits: shares beyond a double or below 0, names that are none. */
#include "unit/unit.h"

/* Value added so large beside GDP that the share, its error or an end of its interval has no double: 20 sectors that are
 * digital by a hundredth, with errors of .09 that go together. */
START_TEST(coefficients_beyond_a_double)
{
    enum { SECTORS = 20 };
    double value[SECTORS], coefficient[SECTORS], error[SECTORS], gdp = 1, share;
    const skpi_digital_coefficient_options together = {.size = sizeof together, .correlation = 1},
                                           wide = {.size = sizeof wide, .correlation = 1, .coverage = .9999};
    const skpi_digital_coefficient_in in = {.size = sizeof in,
                                            .n = 1,
                                            .n_sectors = SECTORS,
                                            .value_added = value,
                                            .coefficient = coefficient,
                                            .coefficient_error = error,
                                            .gdp = &gdp};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share};
    for (int k = 0; k < SECTORS; k++) value[k] = .01, coefficient[k] = .01, error[k] = .09;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_OK);
    ck_near(share, .002, 1e-15);
    for (int k = 0; k < SECTORS; k++) value[k] = 1.2e308;
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->error");
    for (int k = 0; k < SECTORS; k++) value[k] = 9e307;
    ck_fails(skpi_digital_coefficient(&in, &wide, &out, NULL), SKPI_EOVERFLOW, "out->low");
    for (int k = 0; k < SECTORS; k++) value[k] = 7.5e307; /* 1.5e307, and 1.28 of 1.35e308 above it */
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->high");
    gdp = 1e-2;
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->share");
}
END_TEST

/* Quantiles keep their digits whatever the size of the share, down to the smallest numbers there are. */
START_TEST(quantiles_of_any_size)
{
    const double coefficient[] = {.3, .4}, error[] = {.1, .15}, prob[] = {.1, .5, .9}, gdp = 1;
    const double size[] = {1, 0x1p-500, 0x1p-1000, 0x1p-1070};
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 3, .prob = prob};
    double quantile[4][3];
    for (int k = 0; k < 4; k++) {
        const double value[] = {.25 * size[k], .5 * size[k]};
        const skpi_digital_coefficient_in in = {.size = sizeof in,
                                                .n = 1,
                                                .n_sectors = 2,
                                                .value_added = value,
                                                .coefficient = coefficient,
                                                .coefficient_error = error,
                                                .gdp = &gdp};
        skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = quantile[k]};
        ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
        for (int i = 0; i < 3; i++) ck_near(quantile[k][i], quantile[0][i] * size[k], 1e-15 * size[k] + 0x1p-1073);
    }
}
END_TEST

/* Value added times its weight may be beyond a double. */
START_TEST(quantiles_of_heavy_sectors)
{
    const double value = 0x1p1000, weight = 0x1p30, gdp = 0x1p1020, coefficient = 0x1p-12, prob = .5;
    const double error = sqrt(1. / 12) * 0x1p-14, one = 1;
    double heavy, light;
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 1, .prob = &prob};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = &heavy};
    skpi_digital_coefficient_in in = {.size = sizeof in,
                                      .n = 1,
                                      .n_sectors = 1,
                                      .value_added = &value,
                                      .weight = &weight,
                                      .coefficient = &coefficient,
                                      .coefficient_error = &error,
                                      .gdp = &gdp};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    const double ten_bits = 0x1p10;
    in.value_added = &ten_bits, in.weight = NULL, in.gdp = &one, out.quantile = &light;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert(heavy == light);
}
END_TEST

START_TEST(codes_of_classes)
{
    ck_assert_str_eq(skpi_digital_nbs_class_name("01", 0), "manufacture of digital products");
    ck_assert_ptr_nonnull(skpi_digital_nbs_class_name("0101", 0));
    static const char *const none[] = {"01:", "010", "0100", "010:", "01011", "0111", "06", "0/", "1101"};
    for (size_t k = 0; k < sizeof none / sizeof *none; k++) ck_assert_ptr_null(skpi_digital_nbs_class_name(none[k], 0));
}
END_TEST

/* An industry of negative value added makes the digital part larger than the whole. */
START_TEST(satellites_of_negative_value_added)
{
    const double make[] = {1, 0, 0, 1}, share[] = {1, 0}, value[] = {3, -2};
    double found = 7;
    skpi_digital_satellite_out out = {.size = sizeof out, .share = &found};
    ck_fails(skpi_digital_satellite(2, 2, make, share, value, &out), SKPI_ERANGE, "out->share");
    ck_assert(found == 7);
    const double other[] = {0, 1};
    ck_fails(skpi_digital_satellite(2, 2, make, other, value, &out), SKPI_ERANGE, "out->share");
}
END_TEST

UNIT_MAIN("digital_limits", UNIT_CASE("limits", coefficients_beyond_a_double, quantiles_of_any_size,
                                      quantiles_of_heavy_sectors, codes_of_classes, satellites_of_negative_value_added))
