/* One place by every definition: by hand, beside the functions of each, what is absent, what is refused. */
#include "unit/economy_table.h"

enum { ALL = SKPI_DIGITAL_DEFINITIONS, DIRECT = 0, COEFFICIENT, NBS, CAICT, SATELLITE, ADB, OECD };

typedef struct result {
    int32_t definition[ALL], count;
    double value[ALL], gdp[ALL], share[ALL], error[ALL], published, share_published, low, high;
    skpi_basis basis;
} result;

static skpi_status define(const skpi_digital_definitions_in *in, result *r)
{
    r->basis = (skpi_basis){.size = sizeof r->basis};
    skpi_digital_definitions_out o = {.size = sizeof o,
                                      .definition = r->definition,
                                      .value = r->value,
                                      .gdp = r->gdp,
                                      .share = r->share,
                                      .error = r->error,
                                      .published = &r->published,
                                      .share_published = &r->share_published,
                                      .low = &r->low,
                                      .high = &r->high,
                                      .count = &r->count,
                                      .basis = &r->basis};
    return skpi_digital_definitions(in, &o);
}

/* Two sectors of 600 and 1300, the second digital; ADB by hand with L = [.95 .25; .2 .85] / .7575:
 * 1300 + .6 x .25 x 1700 / .7575 outside D for D, and .6 x .95 x 350 x .1 / .7575 of investment. */
static const double va[] = {600, 1300}, c[] = {.1, .5}, e[] = {.02, .1}, w[] = {1, .9};
static const int32_t flags[] = {0, 1};
static const double make_table[] = {800, 200, 0, 2000}, commodity[] = {0, .8}; /* ratios .16 and .8 */
static const double core[] = {300, 100, 150, 50}, broad[] = {600, 500}, oecd[] = {450, 50};

static skpi_digital_definitions_in full(const skpi_economy_iotable *t)
{
    return (skpi_digital_definitions_in){.size = sizeof(skpi_digital_definitions_in),
                                         .gdp = 2000,
                                         .sectors = 2,
                                         .value_added = va,
                                         .digital = flags,
                                         .coefficient = c,
                                         .coefficient_error = e,
                                         .industries = 2,
                                         .commodities = 2,
                                         .make = make_table,
                                         .commodity_share = commodity,
                                         .industry_value_added = va,
                                         .table = t,
                                         .table_digital = flags,
                                         .core_parts = 4,
                                         .core = core,
                                         .broad_parts = 2,
                                         .broad = broad,
                                         .oecd_parts = 2,
                                         .oecd = oecd};
}

START_TEST(by_hand)
{
    const economy two_sectors = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&two_sectors, &t), SKPI_OK);
    skpi_digital_definitions_in in = full(t);
    const skpi_basis money = {
        .size = sizeof money, .vintage = 2024, .revision = SKPI_BASIS_REVISION_CENSUS, .currency = 156, .scale = 1009};
    in.basis = &money;
    result r;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    const double adb = 1300 + (.6 * .25 * 1700 + .6 * .95 * 350 * .1) / .7575;
    const double value[] = {1300, 710, 600, 1100, 60 * 1.6 + 1040, adb, 500};
    for (int i = 0; i < ALL; i++) {
        const double gdp = i == SATELLITE || i == ADB ? 1900 : 2000;
        ck_assert_int_eq(r.definition[i], SKPI_DIGITAL_DEFINITION_DIRECT + i);
        ck_near(r.value[i], value[i], 1e-12 * value[i]);
        ck_near(r.gdp[i], gdp, 1e-12 * gdp);
        ck_near(r.share[i], value[i] / gdp, 1e-14);
        ck_assert(i == COEFFICIENT || isnan(r.error[i]));
    }
    ck_near(r.error[COEFFICIENT], sqrt(144 + 16900) / 2000, 1e-15);
    ck_near(r.published, adb, 1e-9); /* one digital sector: the two double counts are one */
    ck_near(r.share_published, adb / 1900, 1e-14);
    ck_assert_int_eq(r.count, 7);
    ck_assert(r.low == r.share[OECD] && r.high == r.share[ADB]);
    ck_assert(r.basis.vintage == 2024 && r.basis.revision == SKPI_BASIS_REVISION_CENSUS && r.basis.currency == 156 &&
              r.basis.scale == 1009 && r.basis.definition == 0);
    in.weight = w, in.correlation = 1;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    ck_near(r.share[COEFFICIENT], (60 + .9 * 650) / 2000, 1e-15);
    ck_near(r.error[COEFFICIENT], (12 + .9 * 130) / 2000, 1e-15);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Five sectors, two digital: the published double count leaves what they deliver to each other in twice. */
START_TEST(five_sectors)
{
    economy five;
    random_economy(5, &five);
    for (int i = 0; i < 5; i++) five.digital[i] = i < 2;
    const shares s = shares_of(&five);
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&five, &t), SKPI_OK);
    const skpi_digital_definitions_in in = {.size = sizeof in,
                                            .gdp = s.gdp,
                                            .sectors = 5,
                                            .value_added = five.va,
                                            .digital = five.digital,
                                            .table = t,
                                            .table_digital = five.digital};
    result r;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    ck_assert_int_eq(r.count, 2);
    ck_assert(r.share[ADB] == s.s_exact && r.value[ADB] == s.exact && r.gdp[ADB] == s.gdp);
    ck_assert(r.published == s.published && r.share_published == s.s_published && r.published > r.value[ADB]);
    ck_near(r.share[DIRECT], s.s_direct, 1e-15);
    ck_assert(r.low == r.share[DIRECT] && r.high == r.share[ADB] && r.high > r.low);
    skpi_digital_definitions_out wanted = {.size = sizeof wanted, .share = r.share}; /* the same without the diagonal */
    ck_assert_int_eq(skpi_digital_definitions(&in, &wanted), SKPI_OK);
    ck_assert_double_eq(r.share[ADB], s.s_exact);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Each definition alone stands as it does among all; the others are absent. */
START_TEST(absent)
{
    const economy two_sectors = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&two_sectors, &t), SKPI_OK);
    const skpi_digital_definitions_in every = full(t), none = {.size = sizeof none, .gdp = 2000};
    skpi_digital_definitions_in one[ALL];
    result whole, r;
    ck_assert_int_eq(define(&every, &whole), SKPI_OK);
    for (int i = 0; i < ALL; i++) one[i] = none;
    one[DIRECT].sectors = one[COEFFICIENT].sectors = 2;
    one[DIRECT].value_added = one[COEFFICIENT].value_added = va;
    one[DIRECT].digital = flags, one[COEFFICIENT].coefficient = c, one[COEFFICIENT].coefficient_error = e;
    one[NBS].core = core, one[NBS].core_parts = 4;
    one[CAICT].broad = broad, one[CAICT].broad_parts = 2;
    one[SATELLITE].industries = one[SATELLITE].commodities = 2, one[SATELLITE].make = make_table;
    one[SATELLITE].commodity_share = commodity, one[SATELLITE].industry_value_added = va;
    one[ADB].table = t, one[ADB].table_digital = flags;
    one[OECD].oecd = oecd, one[OECD].oecd_parts = 2;
    one[SATELLITE].gdp = one[ADB].gdp = 0; /* of their own */
    for (int i = 0; i < ALL; i++) {
        ck_assert_int_eq(define(one + i, &r), SKPI_OK);
        ck_assert_int_eq(r.count, 1);
        for (int j = 0; j < ALL; j++) {
            ck_assert_int_eq(r.definition[j], i == j ? SKPI_DIGITAL_DEFINITION_DIRECT + j : SKPI_NONE);
            if (i == j)
                ck_assert(r.share[j] == whole.share[j] && r.value[j] == whole.value[j] && r.gdp[j] == whole.gdp[j]);
            else
                ck_assert(isnan(r.share[j]) && isnan(r.value[j]) && isnan(r.gdp[j]) && isnan(r.error[j]));
        }
        ck_assert(r.low == r.share[i] && r.high == r.share[i] && isnan(r.published) == (i != ADB) &&
                  isnan(r.share_published) == (i != ADB));
        ck_assert(r.basis.currency == 0 && r.basis.vintage == 0);
    }
    ck_fails(define(&none, &r), SKPI_ENODATA, "inputs");
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(refuses)
{
    const economy two_sectors = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&two_sectors, &t), SKPI_OK);
    const skpi_digital_definitions_in good = full(t);
    skpi_digital_definitions_in in = good;
    result r = {.low = -7};
#define BAD(set, status, name, row)                      \
    do {                                                 \
        in = good;                                       \
        set;                                             \
        ck_fails_at(define(&in, &r), status, name, row); \
        ck_assert(r.low == -7 && r.count == 0);          \
    } while (0)
    ck_fails(define(NULL, &r), SKPI_EINVAL, "inputs");
    ck_fails(skpi_digital_definitions(&in, NULL), SKPI_EINVAL, "out");
    BAD(in.gdp = 0, SKPI_EZERODIV, "inputs->gdp", -1);
    BAD(in.gdp = -2000, SKPI_ERANGE, "inputs->gdp", -1);
    BAD(in.gdp = NAN, SKPI_ENOTFINITE, "inputs->gdp", -1);
    BAD(in.correlation = 2, SKPI_ERANGE, "inputs->correlation", -1);
    BAD(in.correlation = -1.5, SKPI_ERANGE, "inputs->correlation", -1);
    skpi_basis basis = {.size = sizeof basis, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE};
    BAD(in.basis = &basis, SKPI_EINVAL, "inputs->basis->definition", -1);
    basis = (skpi_basis){.size = 4};
    BAD(in.basis = &basis, SKPI_ESTRUCT, "inputs->basis->size", -1);
    BAD(in.sectors = 0, SKPI_ENODATA, "inputs->sectors", -1);
    BAD(in.value_added = NULL, SKPI_EINVAL, "inputs->value_added", -1);
    BAD((in.digital = NULL, in.coefficient = NULL, in.coefficient_error = NULL), SKPI_EINVAL, "inputs->digital", -1);
    BAD(in.coefficient = NULL, SKPI_EINVAL, "inputs->coefficient", -1);
    const double infinite[] = {600, INFINITY}, part[] = {.1, 50}, wide[] = {.02, .5}, less[] = {300, -1},
                 none[] = {0, 0};
    const double unknown[] = {300, NAN}, big[] = {1500, 600}, loss[] = {2000, -100};
    const int32_t flag[] = {2, 1};
    BAD(in.value_added = infinite, SKPI_ENOTFINITE, "inputs->value_added", 1);
    BAD(in.value_added = loss, SKPI_ERANGE, "inputs->value_added", -1);
    BAD(in.digital = flag, SKPI_EINVAL, "inputs->digital", 0);
    BAD(in.table_digital = flag, SKPI_EINVAL, "inputs->table_digital", 0);
    BAD(in.coefficient = part, SKPI_ERANGE, "inputs->coefficient", 1);
    BAD(in.coefficient_error = wide, SKPI_EDOM, "inputs->coefficient_error", 1);
    BAD(in.weight = less, SKPI_ERANGE, "inputs->weight", 1);
    BAD(in.industries = 0, SKPI_ENODATA, "inputs->industries", -1);
    BAD(in.commodities = 0, SKPI_ENODATA, "inputs->commodities", -1);
    BAD(in.make = NULL, SKPI_EINVAL, "inputs->make", -1);
    BAD(in.commodity_share = NULL, SKPI_EINVAL, "inputs->commodity_share", -1);
    BAD(in.commodity_share = part, SKPI_ERANGE, "inputs->commodity_share", 1);
    BAD(in.industry_value_added = NULL, SKPI_EINVAL, "inputs->industry_value_added", -1);
    BAD(in.industry_value_added = none, SKPI_EZERODIV, "inputs->industry_value_added", -1);
    const double total[] = {1, 2, 3, 4, 5, 9, 5, 7, 12}, three[] = {.5, .5, 1}, added[] = {600, 600, 700};
    BAD((in.industries = in.commodities = 3, in.make = total, in.commodity_share = three,
         in.industry_value_added = added),
        SKPI_EINCONSISTENT, "inputs->make", -1);
    BAD(in.table = NULL, SKPI_EINVAL, "inputs->table", -1);
    BAD(in.table_digital = NULL, SKPI_EINVAL, "inputs->table_digital", -1);
    BAD((in.core = less, in.core_parts = 2), SKPI_ERANGE, "inputs->core", 1);
    BAD(in.core = NULL, SKPI_EINVAL, "inputs->core", -1);
    BAD(in.core_parts = 0, SKPI_ENODATA, "inputs->core_parts", -1);
    BAD((in.core = unknown, in.core_parts = 2), SKPI_ENOTFINITE, "inputs->core", 1);
    BAD(in.broad = big, SKPI_ERANGE, "inputs->broad", -1); /* 2100 of 2000 */
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "a part larger than the whole"));
    BAD(in.oecd = unknown, SKPI_ENOTFINITE, "inputs->oecd", 1);
    /* figures in billions beside a table in hundreds of millions */
    BAD((in.gdp = 190, in.sectors = 0, in.value_added = NULL, in.digital = NULL,
         in.coefficient = in.coefficient_error = NULL, in.core_parts = in.broad_parts = in.oecd_parts = 0,
         in.core = in.broad = in.oecd = NULL),
        SKPI_EINCONSISTENT, "inputs->gdp", -1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "value added in inputs->industry_value_added, 1900 (units?)"));
    BAD((in.gdp = 3801, in.industries = in.commodities = 0,
         in.make = in.commodity_share = in.industry_value_added = NULL),
        SKPI_EINCONSISTENT, "inputs->gdp", -1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "inputs->table"));
    in = good, in.gdp = 3799;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
#undef BAD
    skpi_economy_iotable_free(t);
}
END_TEST

UNIT_MAIN("digital_definitions", UNIT_CASE("values", by_hand, five_sectors, absent), UNIT_CASE("refuses", refuses))
