/* Totals and their parts, classes, links between series of unlike meaning. */
#include "unit/unit.h"

static const int32_t years[] = {2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};

static skpi_table table(size_t n, size_t m, const double *value, const skpi_basis *basis)
{
    return (skpi_table){
        .size = sizeof(skpi_table), .n = n, .m = m, .year = years + 8 - m, .value = value, .basis = basis};
}

/* China 2023, 100 million yuan: National Bureau of Statistics, 31 December 2024. */
static const double c01 = 43135, c02 = 4037, c03 = 55636, c04 = 24747, core = 127555;
static double total, difference, mix[8];
static skpi_basis meaning = {.size = sizeof meaning};
static skpi_digital_sum_of_parts_out sum = {
    .size = sizeof sum, .total = &total, .difference = &difference, .mix = mix, .basis = &meaning};

START_TEST(core_2023)
{
    const skpi_basis b = {
        .size = sizeof b, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE, .classification = 2021, .currency = 156};
    const skpi_basis s = {
        .size = sizeof s, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE, .revision = SKPI_BASIS_REVISION_CENSUS};
    const skpi_basis broad = {.size = sizeof broad, .definition = SKPI_DIGITAL_DEFINITION_CAICT};
    const skpi_table t[] = {table(1, 1, &c01, &b), table(1, 1, &c02, NULL), table(1, 1, &c03, &b),
                            table(1, 1, &c04, &b)};
    const skpi_table stated = table(1, 1, &core, &s), other = table(1, 1, &c04, &broad);
    const skpi_table *part[] = {t, t + 1, t + 2, t + 3};
    ck_assert_int_eq(skpi_digital_sum_of_parts(4, part, &stated, 1, &sum, NULL), SKPI_OK);
    ck_assert_double_eq(total, 127555);
    ck_assert_double_eq(difference, 0);
    ck_near(mix[0], 0.33816784916310611, 1e-16);
    ck_near(mix[1], 0.031649092548312493, 1e-17);
    ck_near(mix[2], 0.43617263141389989, 1e-16);
    ck_near(mix[3], 0.19401042687468151, 1e-16);
    ck_assert_int_eq(meaning.definition, SKPI_DIGITAL_DEFINITION_NBS_CORE);
    ck_assert_int_eq(meaning.classification, 2021);
    ck_assert_int_eq(meaning.revision, SKPI_BASIS_REVISION_CENSUS);
    const double gdp = 1294272; /* the total is a table of another call */
    const skpi_basis census = {.size = sizeof census, .revision = SKPI_BASIS_REVISION_CENSUS};
    const skpi_table d = table(1, 1, &total, &meaning), g = table(1, 1, &gdp, &census);
    double share = 0;
    ck_assert_int_eq(skpi_digital_share(&d, &g, &share, NULL, NULL), SKPI_OK);
    ck_near(share, 0.09855347253127627, 1e-16);
    part[3] = &other;
    ck_fails_at(skpi_digital_sum_of_parts(4, part, NULL, 0, &sum, NULL), SKPI_EDEFMIX, "part[i]->basis", 3);
    part[3] = t + 3;
    const skpi_table wrong = table(1, 1, &core, &broad);
    ck_fails(skpi_digital_sum_of_parts(4, part, &wrong, 1, &sum, NULL), SKPI_EDEFMIX, "stated->basis");
    ck_assert_int_eq(skpi_digital_sum_of_parts(3, part, NULL, 0, &sum, NULL), SKPI_OK);
    ck_assert(isnan(difference) && total == c01 + c02 + c03);
}
END_TEST

/* Four parts and their total, each rounded to units, are at most 2.5 units apart. */
START_TEST(rounding)
{
    const double a[] = {10, 10, 1e6 + .1, NAN, 0}, b[] = {20, 20, .2, 1, 0}, c[] = {30, 30, .3, 1, 0},
                 d[] = {40, 40, .4, 1, 0};
    const double stated[] = {102, 103, 1e6 + 1.25, 4, 0};
    const skpi_table t[] = {table(5, 1, a, NULL), table(5, 1, b, NULL), table(5, 1, c, NULL), table(5, 1, d, NULL)};
    const skpi_table *part[] = {t, t + 1, t + 2, t + 3};
    const skpi_table s = table(5, 1, stated, NULL);
    double of[5], off[5], mixed[20] = {0};
    int32_t status[5];
    skpi_digital_sum_of_parts_out o = {.size = sizeof o, .total = of, .difference = off, .mix = mixed};
    ck_assert_int_eq(skpi_digital_sum_of_parts(4, part, &s, 1, &o, status), SKPI_WROWS | SKPI_WMISSING);
    ck_assert(status[0] == 0 && status[1] == SKPI_EINCONSISTENT && status[2] == 0 && status[3] == SKPI_WMISSING);
    ck_assert_int_eq(status[4], 0);
    ck_assert(of[0] == 100 && off[0] == -2 && isnan(of[1]) && isnan(off[1]));
    for (int k = 0; k < 4; k++) ck_assert(isnan(mixed[5 * k + 1]) && !isnan(mixed[5 * k])); /* of every part */
    ck_assert(isnan(of[3]) && isnan(off[3]) && isnan(mixed[3]) && isnan(mixed[8]));
    ck_assert(of[4] == 0 && isnan(mixed[4])); /* a share of a total of 0 does not exist */
    of[0] = -7;
    ck_fails_at(skpi_digital_sum_of_parts(4, part, &s, 1, &o, NULL), SKPI_EINCONSISTENT, "stated->value", 1);
    ck_assert_double_eq(of[0], -7);
    const double edge = 1e6 + 1.25; /* 1e6 + 1 in tenths: exactly .25 apart, then more by one unit in the last place */
    const skpi_table one[] = {table(1, 1, a + 2, NULL), table(1, 1, b + 2, NULL), table(1, 1, c + 2, NULL),
                              table(1, 1, d + 2, NULL)};
    const skpi_table *ones[] = {one, one + 1, one + 2, one + 3};
    const skpi_table at_edge = table(1, 1, &edge, NULL);
    ck_assert_int_eq(skpi_digital_sum_of_parts(4, ones, &at_edge, .1, &sum, NULL), SKPI_OK);
    const double beyond = 1e6 + 1.2501;
    const skpi_table over = table(1, 1, &beyond, NULL);
    ck_fails(skpi_digital_sum_of_parts(4, ones, &over, .1, &sum, NULL), SKPI_EINCONSISTENT, "stated->value");
    ck_fails(skpi_digital_sum_of_parts(4, ones, &at_edge, 0, &sum, NULL), SKPI_EINCONSISTENT, "stated->value");
    const skpi_table negative = table(1, 1, (double[]){-1}, NULL), *two[] = {one, &negative};
    ck_fails_at(skpi_digital_sum_of_parts(2, two, NULL, 0, &sum, NULL), SKPI_ERANGE, "part[i]->value", 1);
    ck_fails(skpi_digital_sum_of_parts(0, two, NULL, 0, &sum, NULL), SKPI_ENODATA, "n_parts");
    ck_fails(skpi_digital_sum_of_parts(2, two, NULL, -1, &sum, NULL), SKPI_ERANGE, "digit");
}
END_TEST

START_TEST(broad)
{
    const double di = 10.2, id = 43.7, stated = 53.9; /* trillion yuan */
    const skpi_table a = table(1, 1, &di, NULL), b = table(1, 1, &id, NULL), t = table(1, 1, &stated, NULL),
                     *both[] = {&a, &b};
    ck_assert_int_eq(skpi_digital_sum_of_parts(2, both, &t, .1, &sum, NULL), SKPI_OK);
    ck_near(difference, 0, 1e-14);
    /* binary rounding is not an error */
    ck_assert_int_eq(skpi_digital_sum_of_parts(2, both, &t, 0, &sum, NULL), SKPI_OK);
}
END_TEST

/* Nine cells of digital tables, computed by 50-digit arithmetic. */
START_TEST(re_adding)
{
    const double ordinary[] = {100, 50, 25.5, 80.2, NAN, 10, 60, 44, NAN, 7};
    const double part[] = {40, 59.9, .05, 50, 20, NAN, 80, .3, 3, 4, NAN, NAN, 30, NAN, 44, 0, 1, NAN, 2};
    const int32_t cell[] = {0, 0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8};
    const int32_t want[] = {1, 1, 3, 1, 3, 4, 3, 2, 4, 4};
    int32_t label[10], adds_up, fails, implies, unknown;
    double residual[10], implied[10];
    skpi_digital_oecd_check_out o = {.size = sizeof o,
                                     .label = label,
                                     .residual = residual,
                                     .implied = implied,
                                     .n_adds_up = &adds_up,
                                     .n_fails = &fails,
                                     .n_implied = &implies,
                                     .n_unknown = &unknown};
    ck_assert_int_eq(skpi_digital_oecd_check(10, 19, ordinary, part, cell, .05, &o), SKPI_WMISSING);
    for (int i = 0; i < 10; i++) ck_assert_int_eq(label[i], SKPI_DIGITAL_LABEL_ADDS_UP - 1 + want[i]);
    ck_near(residual[0], -.05, 1e-14);
    ck_near(residual[3], .1, 1e-14);
    ck_near(residual[7], 1, 1e-14);
    ck_near(implied[2], 5.5, 1e-14);
    ck_near(implied[4], 7, 1e-14);
    ck_assert(isnan(residual[2]) && isnan(implied[0]) && isnan(implied[5]) && isnan(residual[9]));
    ck_assert(adds_up == 3 && fails == 1 && implies == 3 && unknown == 3);
    /* the same parts in another order, and with a negative figure: all add up */
    const int32_t back[] = {1, 0, 1};
    ck_assert_int_eq(skpi_digital_oecd_check(2, 3, (double[]){1, 2}, (double[]){5, 1, NAN}, back, 0, &o),
                     SKPI_WMISSING);
    ck_assert(implied[1] == -3 && label[0] == SKPI_DIGITAL_LABEL_ADDS_UP);
    ck_assert_int_eq(
        skpi_digital_oecd_check(2, 3, (double[]){.3, 2}, (double[]){1, .1, .2}, (int32_t[]){1, 0, 0}, .5, &o), SKPI_OK);
    ck_assert_int_eq(label[1], SKPI_DIGITAL_LABEL_FAILS); /* one part: half a unit */
    ck_assert_int_eq(skpi_digital_oecd_check(1, 2, (double[]){.3}, (double[]){.1, .2}, (int32_t[]){0, 0}, 0, &o),
                     SKPI_OK);
    ck_assert_int_eq(label[0], SKPI_DIGITAL_LABEL_ADDS_UP); /* .1 + .2 in binary */
    ck_assert_int_eq(skpi_digital_oecd_check(2, 1, (double[]){1, NAN}, (double[]){1}, (int32_t[]){0}, 0, &o),
                     SKPI_WMISSING);
    ck_assert(label[1] == SKPI_DIGITAL_LABEL_UNKNOWN && isnan(implied[1])); /* nothing implies nothing */
    ck_fails_at(skpi_digital_oecd_check(1, 2, ordinary, part, (int32_t[]){0, 1}, 0, &o), SKPI_ENOTFOUND, "cell", 1);
    ck_fails_at(skpi_digital_oecd_check(1, 2, ordinary, part, (int32_t[]){-1, 0}, 0, &o), SKPI_ENOTFOUND, "cell", 0);
    ck_fails(skpi_digital_oecd_check(0, 2, ordinary, part, cell, 0, &o), SKPI_ENODATA, "n_cells");
    ck_fails(skpi_digital_oecd_check(1, 1, ordinary, part, cell, -1, &o), SKPI_ERANGE, "tolerance");
    ck_fails(skpi_digital_oecd_check(1, 2, ordinary, (double[]){1e308, 1e308}, cell, 0, &o), SKPI_EOVERFLOW, "part");
}
END_TEST

START_TEST(classes)
{
    static const int number[] = {6, 5, 5, 7, 9};
    int found = 0;
    char code[5] = "0000";
    for (code[1] = '0'; code[1] <= '9'; code[1]++) {
        const char two[] = {'0', code[1], 0};
        const int good = code[1] >= '1' && code[1] <= '5';
        ck_assert_int_eq(skpi_digital_nbs_class_name(two, 0) != NULL, good);
        int n = 0;
        for (code[2] = '0'; code[2] <= '9'; code[2]++)
            for (code[3] = '0'; code[3] <= '9'; code[3]++) {
                const char *english = skpi_digital_nbs_class_name(code, 0),
                           *chinese = skpi_digital_nbs_class_name(code, 1);
                ck_assert_int_eq(english != NULL, chinese != NULL);
                n += english != NULL;
            }
        ck_assert_int_eq(n, good ? number[code[1] - '1'] : 0);
        found += n;
    }
    ck_assert_int_eq(found, 32);
    ck_assert_str_eq(skpi_digital_nbs_class_name("04", 0), "industries driven by digital factors");
    ck_assert_str_eq(skpi_digital_nbs_class_name("0405", 0), "construction of information infrastructure");
    ck_assert_str_eq(skpi_digital_nbs_class_name("0405", 1), "信息基础设施建设");
    ck_assert_str_eq(skpi_digital_nbs_class_name("05", 1), "数字化效率提升业");
    ck_assert_ptr_null(skpi_digital_nbs_class_name(NULL, 0));
    ck_assert_ptr_null(skpi_digital_nbs_class_name("040501", 0));
    ck_assert_ptr_null(skpi_digital_nbs_class_name("04", 2));
    ck_assert_ptr_null(skpi_digital_nbs_class_name("4", 0));
}
END_TEST

/* Warnings of one year of parts. */
static skpi_status parts_of(size_t n, const double *v, const skpi_table *stated)
{
    skpi_table t[8];
    const skpi_table *part[8];
    for (size_t i = 0; i < n; i++) t[i] = table(1, 1, v + i, NULL), part[i] = t + i;
    return skpi_digital_sum_of_parts(n, part, stated, 0, &sum, NULL);
}

/* A total that was left among the parts. */
START_TEST(total_among_parts)
{
    ck_assert_int_eq(parts_of(5, (const double[]){3, 4, 2, 1, 10}, NULL), SKPI_WUNUSUAL);
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_digital_sum_of_parts: part[4]->value[0] = 10 is the sum of all other parts "
                     "(a total among the parts?)");
    ck_assert_double_eq(total, 20);
    ck_assert_int_eq(parts_of(3, (const double[]){.3, .1, .2}, NULL), SKPI_WUNUSUAL);
    ck_assert_int_eq(parts_of(4, (const double[]){4313.5, 403.7, 5563.6, 10280.9}, NULL), SKPI_WUNUSUAL); /* rounded */
    ck_assert_int_eq(parts_of(4, (const double[]){4313.5, 403.7, 5563.6, 10281.2}, NULL), SKPI_OK);
    ck_assert_int_eq(parts_of(5, (const double[]){3, 4, 2, 1, 11}, NULL), SKPI_OK); /* near it, by chance */
    ck_assert_int_eq(parts_of(2, (const double[]){5, 5}, NULL), SKPI_OK);
    ck_assert_int_eq(parts_of(4, (const double[]){5, 5, 0, 0}, NULL), SKPI_OK);
    ck_assert_int_eq(parts_of(3, (const double[]){0, 0, 0}, NULL), SKPI_OK);
    ck_assert_int_eq(parts_of(5, (const double[]){0, 3, 4, 2, 8}, NULL), SKPI_OK);
    ck_assert_int_eq(parts_of(4, (const double[]){3, NAN, 1, 4}, NULL), SKPI_WMISSING);
    const double whole = 20;
    const skpi_table stated = table(1, 1, &whole, NULL); /* the published sum says that it belongs there */
    ck_assert_int_eq(parts_of(5, (const double[]){3, 4, 2, 1, 10}, &stated), SKPI_OK);
    /* the same part in all years that have all parts */
    double years_of[][3] = {{3, NAN, 5}, {4, 1, 1}, {7, 2, 6}}, totals[3], parts_mix[9];
    const skpi_table t[] = {table(1, 3, years_of[0], NULL), table(1, 3, years_of[1], NULL),
                            table(1, 3, years_of[2], NULL)};
    const skpi_table *part[] = {t, t + 1, t + 2};
    skpi_digital_sum_of_parts_out o = {.size = sizeof o, .total = totals, .mix = parts_mix};
    ck_assert_int_eq(skpi_digital_sum_of_parts(3, part, NULL, 0, &o, NULL), SKPI_WUNUSUAL | SKPI_WMISSING);
    years_of[2][2] = 4; /* another part */
    ck_assert_int_eq(skpi_digital_sum_of_parts(3, part, NULL, 0, &o, NULL), SKPI_WMISSING);
    years_of[2][2] = 7; /* none */
    ck_assert_int_eq(skpi_digital_sum_of_parts(3, part, NULL, 0, &o, NULL), SKPI_WMISSING);
}
END_TEST

static skpi_status years_of_parts(size_t m, const double *a, const double *b, const double *c)
{
    static double totals[3];
    const skpi_table t[] = {table(1, m, a, NULL), table(1, m, b, NULL), table(1, m, c, NULL)};
    const skpi_table *part[] = {t, t + 1, t + 2};
    skpi_digital_sum_of_parts_out o = {.size = sizeof o, .total = totals};
    return skpi_digital_sum_of_parts(3, part, NULL, 0, &o, NULL);
}

/* A total in whose years other parts are 0: each of two others is at least once not 0. */
START_TEST(total_of_parts_that_begin)
{
#define YEARS(a, b, c) years_of_parts(sizeof(a) / sizeof *(a), a, b, c)
    const double a[] = {10, 12, 11}, b[] = {0, 3, 2}, c[] = {10, 15, 13}, none[] = {0, 0, 0};
    ck_assert_int_eq(YEARS(a, b, c), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "part[2]->value[0] = 10 is the sum of all other parts"));
    ck_assert_int_eq(YEARS(c, a, b), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "part[0]->value[0] = 10"));
    ck_assert_int_eq(YEARS(a, none, a), SKPI_OK); /* two equal parts in all years */
    ck_assert_int_eq(YEARS(none, none, none), SKPI_OK);
    const double late[] = {0, 12, 11}, from[] = {0, 3, 2}, added[] = {0, 15, 13}; /* a first year of zeros */
    ck_assert_int_eq(YEARS(late, from, added), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "part[2]->value[1] = 15"));
    const double ends[] = {10, 0, 0}, begins[] = {0, 8, 9}, all[] = {10, 8, 9}; /* one after the other */
    ck_assert_int_eq(YEARS(ends, begins, all), SKPI_WUNUSUAL);
    const double missing[] = {0, NAN, 3}, whole[] = {10, 15, 14}, alone[] = {10, 12, 5};
    ck_assert_int_eq(YEARS(a, missing, whole), SKPI_WUNUSUAL | SKPI_WMISSING);
    ck_assert_int_eq(YEARS(a, missing, a), SKPI_WMISSING);
    ck_assert_int_eq(YEARS(a, b, alone), SKPI_OK); /* the sum in the first year only */
    const double once[] = {10, 15, 5};             /* in the first two */
    ck_assert_int_eq(YEARS(a, b, once), SKPI_OK);
#undef YEARS
}
END_TEST

static double value[8], factor, low, high;
static int32_t linked[8], overlap;
static skpi_digital_splice_out spliced = {.size = sizeof spliced,
                                          .value = value,
                                          .linked = linked,
                                          .factor = &factor,
                                          .low = &low,
                                          .high = &high,
                                          .overlap = &overlap,
                                          .basis = &meaning};
static const double old[] = {10, 12, 15, 18, 20, 23, NAN, NAN}, new[] = {NAN, NAN, NAN, NAN, 16, 18.75, 21, 24.5};

static skpi_digital_splice_options by(int32_t method)
{
    return (skpi_digital_splice_options){.size = sizeof(skpi_digital_splice_options), .method = method};
}

START_TEST(splice_known)
{
    const skpi_basis a = {.size = sizeof a, .definition = SKPI_DIGITAL_DEFINITION_CAICT, .vintage = 2021};
    const skpi_basis b = {
        .size = sizeof b, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE, .vintage = 2024, .currency = 156};
    const skpi_table older = table(1, 8, old, &a), newer = table(1, 8, new, &b);
    const double factors[] = {.8, 0.81521739130434783, 0.80813953488372093, -4};
    const double third[] = {12, 12.228260869565217, 12.122093023255814, 11};
    for (int32_t m = 1; m <= 4; m++) {
        const skpi_digital_splice_options how = by(SKPI_DIGITAL_SPLICE_METHOD_FIRST - 1 + m);
        ck_assert_int_eq(skpi_digital_splice(&older, &newer, &how, &spliced, NULL), SKPI_OK);
        ck_near(factor, factors[m - 1], 1e-15);
        ck_near(value[2], third[m - 1], 1e-14);
        ck_near(low, .8, 1e-16);
        ck_near(high, 0.81521739130434783, 1e-16);
        ck_assert_int_eq(overlap, 2);
        for (int j = 0; j < 8; j++) ck_assert_int_eq(linked[j], j < 4);
        for (int j = 4; j < 8; j++) ck_assert_double_eq(value[j], new[j]); /* the newer values where they are known */
        for (int j = 1; j < 4 && m < 4; j++)
            ck_near(value[j] / value[j - 1], old[j] / old[j - 1], 1e-15); /* growth rates are kept */
    }
    /* the meaning is that of the newer table; its flag marks the link */
    ck_assert_int_eq(meaning.definition, SKPI_DIGITAL_DEFINITION_NBS_CORE);
    ck_assert_int_eq(meaning.vintage, 2024);
    ck_assert_uint_eq(meaning.flags, SKPI_BASIS_FLAG_LINKED);
    char text[512];
    ck_assert_int_eq(skpi_basis_text(&meaning, text, sizeof text), SKPI_OK);
    ck_assert_str_eq(text, "SKPI_DIGITAL_DEFINITION_NBS_CORE; vintage 2024; currency 156; linked");
    const double gdp[] = {100, 100, 100, 100, 100, 100, 100, 100};
    const skpi_table d = table(1, 8, value, &meaning), g = table(1, 8, gdp, NULL);
    double shares[8];
    skpi_basis of = {.size = sizeof of};
    ck_assert_int_eq(skpi_digital_share(&d, &g, shares, &of, NULL), SKPI_OK);
    ck_assert_uint_eq(of.flags, SKPI_BASIS_FLAG_LINKED); /* the mark is kept in later calls */
    /* without the mark of linking */
    ck_fails(skpi_digital_share(&older, &newer, shares, NULL, NULL), SKPI_EDEFMIX, "gdp->basis");
}
END_TEST

START_TEST(splice_gaps)
{
    const double a[] = {.1, NAN, .12, .125, .13, NAN}, b[] = {NAN, NAN, .15, NAN, .16, .17};
    const double want[] = {.125, NAN, .15, .15625, .16, .17};
    const skpi_table older = table(1, 6, a, NULL), newer = table(1, 6, b, NULL);
    ck_assert_int_eq(skpi_digital_splice(&older, &newer, NULL, &spliced, NULL), SKPI_WMISSING);
    for (int j = 0; j < 6; j++) ck_assert(isnan(want[j]) ? isnan(value[j]) : fabs(value[j] - want[j]) < 1e-16);
    ck_assert(linked[0] == 1 && linked[1] == 0 && linked[3] == 1 && linked[5] == 0);
    memcpy(value, b, sizeof b);
    const skpi_table place = table(1, 6, value, NULL);
    ck_assert_int_eq(skpi_digital_splice(&older, &place, NULL, &spliced, NULL), SKPI_WMISSING); /* in place */
    for (int j = 0; j < 6; j++) ck_assert(isnan(want[j]) ? isnan(value[j]) : fabs(value[j] - want[j]) < 1e-16);
}
END_TEST

/* A common year whose older value is 0 has no quotient, so that there is no range; it may be any of the years. */
START_TEST(splice_range_of_zero)
{
    const double with_zero[][4] = {{1, 4, 0, 2}, {1, 0, 4, 2}, {1, 4, 2, 0}}, after[] = {NAN, 5, 6, 8};
    const double apart[] = {0, 4, 5, 2};
    const skpi_table newer = table(1, 4, after, NULL), outside = table(1, 4, apart, NULL);
    const skpi_digital_splice_options how = by(SKPI_DIGITAL_SPLICE_METHOD_SUMS);
    for (int k = 0; k < 3; k++) {
        const skpi_table older = table(1, 4, with_zero[k], NULL);
        ck_assert_int_eq(skpi_digital_splice(&older, &newer, &how, &spliced, NULL), SKPI_OK);
        ck_assert(isnan(low) && isnan(high) && overlap == 3 && factor > 0);
    }
    ck_assert_int_eq(skpi_digital_splice(&outside, &newer, &how, &spliced, NULL), SKPI_OK);
    ck_near(low, 1.2, 1e-15); /* a 0 outside the common years does no harm */
    ck_near(high, 4, 0);
}
END_TEST

START_TEST(splice_refuses)
{
    const double late[] = {NAN, NAN, NAN, NAN, NAN, NAN, 21, 24.5};
    const skpi_table older = table(1, 8, old, NULL), newer = table(1, 8, new, NULL), apart = table(1, 8, late, NULL);
    skpi_digital_splice_options how = by(5);
    value[0] = -7;
    ck_fails_at(skpi_digital_splice(&older, &apart, NULL, &spliced, NULL), SKPI_ENODATA, "table1->value", 0);
    ck_fails(skpi_digital_splice(&older, &newer, &how, &spliced, NULL), SKPI_EINVAL, "options->method");
    how = by(0), how.flags = SKPI_DIGITAL_SPLICE_FLAG_SHARES;
    ck_fails_at(skpi_digital_splice(&older, &newer, &how, &spliced, NULL), SKPI_ERANGE, "table0->value", 0);
    const double high_a[] = {.9, .5}, high_b[] = {NAN, .6}, zero[] = {.9, 0}, minus[] = {1, -1};
    const skpi_table a = table(1, 2, high_a, NULL), b = table(1, 2, high_b, NULL), z = table(1, 2, zero, NULL);
    const skpi_table m = table(1, 2, minus, NULL);
    ck_fails_at(skpi_digital_splice(&a, &b, &how, &spliced, NULL), SKPI_ERANGE, "table0->value", 0); /* 1.08 */
    ck_fails(skpi_digital_splice(&z, &b, NULL, &spliced, NULL), SKPI_EZERODIV, "table0->value");
    ck_fails(skpi_digital_splice(&m, &b, NULL, &spliced, NULL), SKPI_EDOM, "table1->value");
    const skpi_basis yuan = {.size = sizeof yuan, .currency = 156}, dollar = {.size = sizeof dollar, .currency = 840};
    const skpi_table in_yuan = table(1, 8, old, &yuan), in_dollars = table(1, 8, new, &dollar);
    how = by(SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE);
    ck_fails(skpi_digital_splice(&in_yuan, &in_dollars, &how, &spliced, NULL), SKPI_EDEFMIX, "table1->basis");
    ck_assert_double_eq(value[0], -7);
    ck_assert_int_eq(skpi_digital_splice(&in_yuan, &in_dollars, NULL, &spliced, NULL),
                     SKPI_OK); /* a factor may have two units */
    const double two_a[] = {1, 2, 1, NAN}, two_b[] = {NAN, 3, NAN, 2};
    const skpi_table both_a = table(2, 2, two_a, NULL), both_b = table(2, 2, two_b, NULL);
    double v[4], f[2];
    int32_t status[2], l[4], n[2];
    skpi_digital_splice_out o = {.size = sizeof o, .value = v, .linked = l, .factor = f, .overlap = n};
    ck_assert_int_eq(skpi_digital_splice(&both_a, &both_b, NULL, &o, status), SKPI_WROWS);
    ck_assert(status[0] == 0 && status[1] == SKPI_ENODATA && v[0] == 1.5 && isnan(v[2]) && isnan(f[1]));
    ck_assert(l[2] == SKPI_NONE && n[1] == SKPI_NONE && n[0] == 1);
}
END_TEST

UNIT_MAIN("digital_sum_of_parts",
          UNIT_CASE("total", core_2023, rounding, broad, re_adding, total_among_parts, total_of_parts_that_begin),
          UNIT_CASE("classes", classes),
          UNIT_CASE("splice", splice_known, splice_gaps, splice_range_of_zero, splice_refuses))
