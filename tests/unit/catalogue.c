/* Catalogue: entries of lists, points by target, checks, units of air. */
#include "unit/unit.h"

static const int32_t lists[] = {SKPI_CATALOGUE_LIST_U4SSC, SKPI_CATALOGUE_LIST_GBT2016, SKPI_CATALOGUE_LIST_GBT2018,
                                SKPI_CATALOGUE_LIST_OPENDATA, SKPI_CATALOGUE_LIST_TRACKS};
enum { LISTS = sizeof lists / sizeof *lists, LONGEST = 62 };

/* U4SSC: 24 rows whose code was read, 38 of which a part was inferred.  The evaluation of 2016 gave services 37 of 100
 * points and citizens' experience 20, that of 2018 gave 26 and 40. */
START_TEST(entries)
{
    static const int32_t counts[LISTS] = {LONGEST, 10, 8, 4, 5};
    int32_t n, read = 0, at;
    skpi_catalogue_entry_out e = {.size = sizeof e};
    for (size_t l = 0; l < LISTS; l++) {
        ck_assert_int_eq(skpi_catalogue_count(lists[l], &n), SKPI_OK);
        ck_assert_int_eq(n, counts[l]);
        for (int32_t i = 0; i < n; i++) {
            ck_assert_int_eq(skpi_catalogue_entry(lists[l], i, &e), SKPI_OK);
            ck_assert_int_eq(skpi_catalogue_find(lists[l], e.code, &at), SKPI_OK);
            ck_assert_int_eq(at, i);
            ck_assert(e.size == sizeof e && e.flags == 0 && *e.name && *e.source && e.edition > 2000);
            ck_assert(e.chinese && e.parent && e.dimension && e.sub_dimension && e.category && e.note);
            ck_assert(e.unit && e.numerator && e.denominator && skpi_constant_name(e.kind));
            read += l == 0 && e.evidence == SKPI_CATALOGUE_EVIDENCE_READ;
        }
    }
    ck_assert_int_eq(read, 24);
    ck_assert_int_eq(skpi_catalogue_entry(SKPI_CATALOGUE_LIST_GBT2016, 9, &e), SKPI_OK);
    ck_assert_str_eq(e.code, "L8");
    ck_assert_double_eq(e.weight, .2);
    ck_assert_int_eq(skpi_catalogue_entry(SKPI_CATALOGUE_LIST_GBT2018, 5, &e), SKPI_OK);
    ck_assert(e.kind == SKPI_CATALOGUE_KIND_DEDUCTION && e.direction == -1 && isnan(e.weight));
    ck_assert_int_eq(skpi_catalogue_entry(SKPI_CATALOGUE_LIST_OPENDATA, 0, &e), SKPI_OK);
    ck_assert(isnan(e.weight) && isnan(e.multiplier) && e.core == SKPI_NONE && e.tag == 0);
}
END_TEST

START_TEST(codes)
{
    int32_t at = -7;
    ck_assert_int_eq(skpi_catalogue_find(lists[0], "EC: ICT: ICT: 2C", &at), SKPI_OK);
    ck_assert_int_eq(at, 1);
    ck_assert_int_eq(skpi_catalogue_find(lists[0], " \tec:ict:Ict:1c  ", &at), SKPI_OK);
    ck_assert_int_eq(at, 0);
    static const char *const none[] = {"", " ", "EC", "EC:ICT:ICT:1", "EC:ICT:ICT:1C1", "L1", "EC-ICT-ICT-1C", "\xe6"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        ck_fails(skpi_catalogue_find(lists[0], none[i], &at), SKPI_ENOTFOUND, "code");
    ck_fails(skpi_catalogue_find(lists[0], NULL, &at), SKPI_EINVAL, "code");
    ck_fails(skpi_catalogue_find(lists[0], "L1", NULL), SKPI_EINVAL, "number");
    ck_assert_int_eq(at, 0);
    static const int32_t no_list[] = {0, 1, -1, INT32_MIN, INT32_MAX, 13300, 13306, SKPI_CATALOGUE_KIND_RATIO};
    skpi_catalogue_entry_out e = {.size = sizeof e, .edition = 7};
    for (size_t i = 0; i < sizeof no_list / sizeof *no_list; i++) {
        ck_fails(skpi_catalogue_find(no_list[i], "L1", &at), SKPI_EINVAL, "list");
        ck_fails(skpi_catalogue_count(no_list[i], &at), SKPI_EINVAL, "list");
        ck_fails(skpi_catalogue_entry(no_list[i], 0, &e), SKPI_EINVAL, "list");
    }
    static const int32_t no_number[] = {-1, LONGEST, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof no_number / sizeof *no_number; i++)
        ck_fails(skpi_catalogue_entry(lists[0], no_number[i], &e), SKPI_ENOTFOUND, "number");
    ck_assert(at == 0 && e.edition == 7 && !e.code);
}
END_TEST

/* A program that was compiled with a shorter struct, or with one that has grown. */
START_TEST(sizes)
{
    struct {
        skpi_catalogue_entry_out e;
        uint64_t more;
    } longer = {.e = {.size = sizeof longer}};
    skpi_catalogue_entry_out e;
    memset(&e, 0x55, sizeof e);
    e.size = (uint32_t)offsetof(skpi_catalogue_entry_out, chinese);
    e.flags = 0;
    ck_assert_int_eq(skpi_catalogue_entry(lists[0], 0, &e), SKPI_OK);
    ck_assert_str_eq(e.code, "EC:ICT:ICT:1C");
    ck_assert_str_eq(e.name, "Homes with Internet access");
    for (size_t i = e.size; i < sizeof e; i++) ck_assert(((unsigned char *)&e)[i] == 0x55);
    ck_assert_int_eq(skpi_catalogue_entry(lists[0], 0, &longer.e), SKPI_OK);
    ck_assert_int_eq(longer.e.size, sizeof longer);
    ck_assert(longer.more == 0 && strcmp(longer.e.unit, "percent") == 0);
    longer.more = 1;
    ck_fails(skpi_catalogue_entry(lists[0], 1, &longer.e), SKPI_ESTRUCT, "out->size");
    ck_assert_str_eq(longer.e.code, "EC:ICT:ICT:1C");
    e.size = 4;
    ck_fails(skpi_catalogue_entry(lists[0], 1, &e), SKPI_ESTRUCT, "out->size");
    ck_fails(skpi_catalogue_entry(lists[0], 1, NULL), SKPI_EINVAL, "out");
}
END_TEST

/* Known scores: points 1 3 4 1 are 56.25, points 3 4 2 are 75; limits belong to the higher class. */
START_TEST(points)
{
    const double value[] = {.1, .7, 1, .2, .66, 2, .33, NAN}, target[] = {1, 1, 1, 1};
    const int32_t right[] = {1, 3, 4, 1, 3, 4, 2, SKPI_NONE};
    int32_t point[8], counted[2];
    double reached[8], score[2];
    skpi_catalogue_score_out out = {sizeof out, 0, reached, point, score, counted};
    ck_assert_int_eq(skpi_catalogue_score(2, 4, value, target, NULL, &out, NULL), SKPI_WMISSING);
    for (size_t i = 0; i < 8; i++) ck_assert_int_eq(point[i], right[i]);
    ck_assert_double_eq(score[0], 56.25);
    ck_assert_double_eq(score[1], 75);
    ck_assert_int_eq(counted[1], 3);
    const double less[] = {-0., 200, 95, 96}, aim[] = {90, NAN, 90.25, 30};
    const int32_t direction[] = {-1, 1, -1, -1};
    int32_t status[2];
    ck_assert_int_eq(skpi_catalogue_score(1, 4, less, aim, direction, &out, status), SKPI_WMISSING); /* a target is */
    ck_assert_int_eq(status[0], SKPI_WMISSING);
    ck_assert(isinf(reached[0]) && reached[0] > 0); /* of a value of -0 too */
    ck_assert_int_eq(point[0], 4);
    ck_assert_int_eq(point[1], SKPI_NONE);
    ck_assert_int_eq(point[2], 4);
    ck_assert_int_eq(point[3], 1);
    ck_assert_double_eq(score[0], 75);
    ck_assert_int_eq(counted[0], 3);
    ck_assert_int_eq(skpi_catalogue_score(1, 1, less, aim, direction, &out, status), SKPI_OK);
    const double below[] = {-1}, zero[] = {0}, tiny[] = {1e-300}, huge[] = {1e300};
    ck_fails(skpi_catalogue_score(1, 1, below, target, NULL, &out, NULL), SKPI_ERANGE, "value");
    ck_fails(skpi_catalogue_score(1, 1, target, zero, NULL, &out, NULL), SKPI_EDOM, "target");
    ck_fails(skpi_catalogue_score(1, 1, huge, tiny, NULL, &out, NULL), SKPI_EOVERFLOW, "value");
}
END_TEST

START_TEST(rules)
{
    const double split[] = {.5, .3, .18, .5, .3, .17}, levels[] = {.9, .8, .8, .9, .7, .8}, percent[] = {50, 30, 20};
    int32_t status[2];
    ck_assert_int_eq(skpi_catalogue_check(2, 3, split, SKPI_CATALOGUE_RULE_WHOLE, status), SKPI_WROWS);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EINCONSISTENT);
    ck_fails_at(skpi_catalogue_check(2, 3, levels, SKPI_CATALOGUE_RULE_NESTED, NULL), SKPI_EINCONSISTENT, "part", 1);
    ck_fails(skpi_catalogue_check(1, 3, percent, SKPI_CATALOGUE_RULE_WHOLE, NULL), SKPI_ERANGE, "part");
}
END_TEST

START_TEST(air)
{
    double x[] = {.05, 0};
    ck_assert_int_eq(skpi_catalogue_concentration(2, x, SKPI_CATALOGUE_GAS_NO2, x, NULL), SKPI_OK);
    ck_near(x[0], 95, 1e-12);
    ck_assert_double_eq(x[1], 0);
    x[0] = .05;
    ck_assert_int_eq(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_SO2, x, NULL), SKPI_OK);
    ck_near(x[0], 131, 1e-12);
    x[0] = .05;
    ck_assert_int_eq(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_O3, x, NULL), SKPI_OK);
    ck_near(x[0], 98, 1e-12);
    x[0] = 1e308;
    ck_fails(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_O3, x, NULL), SKPI_EOVERFLOW, "concentration");
}
END_TEST

UNIT_MAIN("catalogue", UNIT_CASE("lists", entries, codes, sizes), UNIT_CASE("figures", points, rules, air))
