/* One place by every definition: by hand, beside the functions of each, what is absent, what is refused. */
#include "unit/economy_table.h"

enum { DIRECT = 0, COEFFICIENT, NBS, CAICT, SATELLITE, ADB, OECD, ALL };

typedef struct result {
    int32_t definition[ALL], count;
    double value[ALL], gdp[ALL], share[ALL], error[ALL], published, share_published, low, high;
    skpi_basis basis;
} result;

static skpi_status define(const skpi_digital_definitions_in *in, result *r)
{
    r->basis = (skpi_basis){.size = sizeof r->basis};
    skpi_digital_definitions_out o = {.size = sizeof o,
                                      .n_definitions = ALL,
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

/* Two sectors of 600 and 1300, of which the second is digital.  ADB by hand with L = [.95 .25; .2 .85] / .7575: 1300,
 * plus .6 x .25 x 1700 / .7575 from outside the digital sectors for them, plus .6 x .95 x 350 x .1 / .7575 of
 * investment. */
static const double va[] = {600, 1300}, c[] = {.1, .5}, e[] = {.02, .1}, w[] = {1, .9};
static const int32_t flags[] = {0, 1};
static const double invested[] = {.1, 0};
static const double make_table[] = {800, 200, 0, 2000}, commodity[] = {0, .8}; /* the ratios are .16 and .8 */
static const double core[] = {290, 110, 150, 50}, broad[] = {600, 500}, oecd[] = {450, 50};

static skpi_digital_definitions_in full(const skpi_economy_iotable *t)
{
    return (skpi_digital_definitions_in){.size = sizeof(skpi_digital_definitions_in),
                                         .gdp = 2000,
                                         .n_sectors = 2,
                                         .value_added = va,
                                         .digital = flags,
                                         .coefficient = c,
                                         .coefficient_error = e,
                                         .n_industries = 2,
                                         .n_commodities = 2,
                                         .make = make_table,
                                         .commodity_share = commodity,
                                         .industry_value_added = va,
                                         .table = t,
                                         .table_digital = flags,
                                         .table_investment = invested,
                                         .n_core_parts = 4,
                                         .core_part = core,
                                         .n_broad_parts = 2,
                                         .broad_part = broad,
                                         .n_oecd_parts = 2,
                                         .oecd_part = oecd};
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
    ck_near(r.published, adb, 1e-9); /* with one digital sector the two double counts are equal */
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

/* Five sectors, two of them digital: the published double count leaves the deliveries between them counted twice. */
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
                                            .n_sectors = 5,
                                            .value_added = five.va,
                                            .digital = five.digital,
                                            .table = t,
                                            .table_digital = five.digital,
                                            .table_investment = five.r};
    result r;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    ck_assert_int_eq(r.count, 2);
    ck_assert(r.share[1] == s.s_exact && r.value[1] == s.exact && r.gdp[1] == s.gdp);
    ck_assert(r.published == s.published && r.share_published == s.s_published && r.published > r.value[1]);
    ck_near(r.share[0], s.s_direct, 1e-15);
    ck_assert(r.low == r.share[0] && r.high == r.share[1] && r.high > r.low);
    skpi_digital_definitions_out wanted = {.size = sizeof wanted, .n_definitions = 2, .share = r.share};
    ck_assert_int_eq(skpi_digital_definitions(&in, &wanted), SKPI_OK);
    ck_assert_double_eq(r.share[1], s.s_exact); /* the same without the diagonal */
    skpi_economy_iotable_free(t);
}
END_TEST

/* A total among the figures of one definition; all are told, the first in words. */
START_TEST(totals_among_figures)
{
    const double core5[] = {3, 4, 2, 1, 10}, added[] = {6, 4, 10, 50}, part[] = {.5, .25, .5, 0};
    const int32_t is_digital[] = {1, 1, 1, 0}, two_digital[] = {1, 0, 1, 0};
    skpi_digital_definitions_in in = {.size = sizeof in, .gdp = 100, .n_core_parts = 5, .core_part = core5};
    result r;
    ck_assert_int_eq(define(&in, &r), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->core_part[4] = 10 is the sum of all other parts"));
    ck_assert_double_eq(r.value[0], 20);
    in.n_core_parts = 4;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    in.n_oecd_parts = 5, in.oecd_part = core5;
    ck_assert_int_eq(define(&in, &r), SKPI_WUNUSUAL);
    in.n_sectors = 4, in.value_added = added, in.digital = is_digital;
    ck_assert_int_eq(define(&in, &r), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->value_added[2] = 10 is the sum of all other digital sectors"));
    in.n_oecd_parts = 0, in.oecd_part = NULL, in.digital = two_digital;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
    in.digital = NULL, in.coefficient = part;
    ck_assert_int_eq(define(&in, &r), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->value_added[2] = 10 is the sum of all other digital sectors"));
}
END_TEST

/* Each definition alone has the figure that it has among all, in the first row. */
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
    one[DIRECT].n_sectors = one[COEFFICIENT].n_sectors = 2;
    one[DIRECT].value_added = one[COEFFICIENT].value_added = va;
    one[DIRECT].digital = flags, one[COEFFICIENT].coefficient = c, one[COEFFICIENT].coefficient_error = e;
    one[NBS].core_part = core, one[NBS].n_core_parts = 4;
    one[CAICT].broad_part = broad, one[CAICT].n_broad_parts = 2;
    one[SATELLITE].n_industries = one[SATELLITE].n_commodities = 2, one[SATELLITE].make = make_table;
    one[SATELLITE].commodity_share = commodity, one[SATELLITE].industry_value_added = va;
    one[ADB].table = t, one[ADB].table_digital = flags, one[ADB].table_investment = invested;
    one[OECD].oecd_part = oecd, one[OECD].n_oecd_parts = 2;
    one[SATELLITE].gdp = one[ADB].gdp = 0; /* these definitions have a GDP of their own */
    for (int i = 0; i < ALL; i++) {
        r.share[1] = -7;
        ck_assert_int_eq(define(one + i, &r), SKPI_OK);
        ck_assert_double_eq(r.share[1], -7); /* rows after count are not written */
        ck_assert_int_eq(r.count, 1);
        ck_assert_int_eq(r.definition[0], SKPI_DIGITAL_DEFINITION_DIRECT + i);
        ck_assert(r.share[0] == whole.share[i] && r.value[0] == whole.value[i] && r.gdp[0] == whole.gdp[i]);
        ck_assert(r.low == r.share[0] && r.high == r.share[0] && isnan(r.published) == (i != ADB) &&
                  isnan(r.share_published) == (i != ADB));
        ck_assert(r.basis.currency == 0 && r.basis.vintage == 0);
    }
    ck_fails(define(&none, &r), SKPI_ENODATA, "in");
    skpi_economy_iotable_free(t);
}
END_TEST

/* Arrays for fewer definitions than are computed are refused; without arrays no room is needed. */
START_TEST(room)
{
    int32_t count = -7, definition[3] = {-7, -7, -7};
    double low = -7, high = -7;
    const skpi_digital_definitions_in in = {.size = sizeof in,
                                            .gdp = 2000,
                                            .n_sectors = 2,
                                            .value_added = va,
                                            .digital = flags,
                                            .n_core_parts = 4,
                                            .core_part = core,
                                            .n_oecd_parts = 2,
                                            .oecd_part = oecd};
    skpi_digital_definitions_out o = {
        .size = sizeof o, .n_definitions = 2, .definition = definition, .count = &count, .low = &low};
    ck_fails(skpi_digital_definitions(&in, &o), SKPI_EBUFFER, "out->n_definitions");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "room for the 3 definitions"));
    ck_assert(count == -7 && definition[0] == -7 && low == -7);
    o.n_definitions = 3;
    ck_assert_int_eq(skpi_digital_definitions(&in, &o), SKPI_OK);
    ck_assert(count == 3 && definition[0] == SKPI_DIGITAL_DEFINITION_DIRECT &&
              definition[1] == SKPI_DIGITAL_DEFINITION_NBS_CORE && definition[2] == SKPI_DIGITAL_DEFINITION_OECD);
    count = -7;
    o = (skpi_digital_definitions_out){.size = sizeof o, .count = &count, .high = &high};
    ck_assert_int_eq(skpi_digital_definitions(&in, &o), SKPI_OK);
    ck_assert(count == 3 && high == .65);
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
    ck_fails(define(NULL, &r), SKPI_EINVAL, "in");
    ck_fails(skpi_digital_definitions(&in, NULL), SKPI_EINVAL, "out");
    BAD(in.gdp = 0, SKPI_EZERODIV, "in->gdp", -1);
    BAD(in.gdp = -2000, SKPI_ERANGE, "in->gdp", -1);
    BAD(in.gdp = NAN, SKPI_ENOTFINITE, "in->gdp", -1);
    BAD(in.correlation = 2, SKPI_ERANGE, "in->correlation", -1);
    BAD(in.correlation = -1.5, SKPI_ERANGE, "in->correlation", -1);
    skpi_basis basis = {.size = sizeof basis, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE};
    BAD(in.basis = &basis, SKPI_EINVAL, "in->basis->definition", -1);
    basis = (skpi_basis){.size = 4};
    BAD(in.basis = &basis, SKPI_ESTRUCT, "in->basis->size", -1);
    basis = (skpi_basis){.size = sizeof basis, .revision = SKPI_CARBON_GWP_AR6_100};
    BAD(in.basis = &basis, SKPI_EINVAL, "in->basis", -1);
    BAD(in.n_sectors = 0, SKPI_ENODATA, "in->n_sectors", -1);
    BAD(in.value_added = NULL, SKPI_EINVAL, "in->value_added", -1);
    BAD((in.digital = NULL, in.coefficient = NULL, in.coefficient_error = NULL), SKPI_EINVAL, "in->digital", -1);
    BAD(in.coefficient = NULL, SKPI_EINVAL, "in->coefficient", -1);
    const double infinite[] = {600, INFINITY}, part[] = {.1, 50}, wide[] = {.02, .5}, less[] = {300, -1},
                 none[] = {0, 0};
    const double unknown[] = {300, NAN}, big[] = {1500, 600}, loss[] = {2000, -100};
    const int32_t flag[] = {2, 1};
    BAD(in.value_added = infinite, SKPI_ENOTFINITE, "in->value_added", 1);
    BAD(in.value_added = loss, SKPI_ERANGE, "in->value_added", -1);
    BAD(in.digital = flag, SKPI_EINVAL, "in->digital", 0);
    BAD(in.table_digital = flag, SKPI_EINVAL, "in->table_digital", 0);
    BAD(in.coefficient = part, SKPI_ERANGE, "in->coefficient", 1);
    BAD(in.coefficient_error = wide, SKPI_EDOM, "in->coefficient_error", 1);
    BAD(in.weight = less, SKPI_ERANGE, "in->weight", 1);
    BAD(in.n_industries = 0, SKPI_ENODATA, "in->n_industries", -1);
    BAD(in.n_commodities = 0, SKPI_ENODATA, "in->n_commodities", -1);
    BAD(in.make = NULL, SKPI_EINVAL, "in->make", -1);
    BAD(in.commodity_share = NULL, SKPI_EINVAL, "in->commodity_share", -1);
    BAD(in.commodity_share = part, SKPI_ERANGE, "in->commodity_share", 1);
    BAD(in.industry_value_added = NULL, SKPI_EINVAL, "in->industry_value_added", -1);
    BAD(in.industry_value_added = none, SKPI_EZERODIV, "in->industry_value_added", -1);
    const double total[] = {1, 2, 3, 4, 5, 9, 5, 7, 12}, three[] = {.5, .5, 1}, added[] = {600, 600, 700};
    BAD((in.n_industries = in.n_commodities = 3, in.make = total, in.commodity_share = three,
         in.industry_value_added = added),
        SKPI_EINCONSISTENT, "in->make", -1);
    BAD(in.table = NULL, SKPI_EINVAL, "in->table", -1);
    BAD((in.table = NULL, in.table_digital = NULL), SKPI_EINVAL, "in->table", -1);
    BAD(in.table_investment = part, SKPI_ERANGE, "in->table_investment", 1);
    BAD(in.zero = 1, SKPI_ESTRUCT, "in->zero", -1);
    BAD(in.table_digital = NULL, SKPI_EINVAL, "in->table_digital", -1);
    BAD((in.core_part = less, in.n_core_parts = 2), SKPI_ERANGE, "in->core_part", 1);
    BAD(in.core_part = NULL, SKPI_EINVAL, "in->core_part", -1);
    BAD(in.n_core_parts = 0, SKPI_ENODATA, "in->n_core_parts", -1);
    BAD((in.core_part = unknown, in.n_core_parts = 2), SKPI_ENOTFINITE, "in->core_part", 1);
    BAD(in.broad_part = big, SKPI_ERANGE, "in->broad_part", -1); /* 2100 of a total of 2000 */
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "a part larger than the whole"));
    BAD(in.oecd_part = unknown, SKPI_ENOTFINITE, "in->oecd_part", 1);
    /* figures in billions together with a table in hundreds of millions */
    BAD((in.gdp = 190, in.n_sectors = 0, in.value_added = NULL, in.digital = NULL,
         in.coefficient = in.coefficient_error = NULL, in.n_core_parts = in.n_broad_parts = in.n_oecd_parts = 0,
         in.core_part = in.broad_part = in.oecd_part = NULL),
        SKPI_EINCONSISTENT, "in->gdp", -1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "value added in in->industry_value_added, 1900 (units?)"));
    BAD((in.gdp = 3801, in.n_industries = in.n_commodities = 0,
         in.make = in.commodity_share = in.industry_value_added = NULL),
        SKPI_EINCONSISTENT, "in->gdp", -1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->table"));
    in = good, in.gdp = 3799;
    ck_assert_int_eq(define(&in, &r), SKPI_OK);
#undef BAD
    skpi_economy_iotable_free(t);
}
END_TEST

/* Each member alone asks for its definition, and is refused because the others are not there. */
START_TEST(members_alone)
{
    const struct {
        skpi_digital_definitions_in in;
        const char *name;
    } each[] = {{{.value_added = va}, "in->n_sectors"},
                {{.digital = flags}, "in->n_sectors"},
                {{.weight = w}, "in->n_sectors"},
                {{.coefficient = c}, "in->n_sectors"},
                {{.coefficient_error = e}, "in->n_sectors"},
                {{.n_commodities = 2}, "in->n_industries"},
                {{.make = make_table}, "in->n_industries"},
                {{.commodity_share = commodity}, "in->n_industries"},
                {{.industry_value_added = va}, "in->n_industries"},
                {{.core_part = core}, "in->n_core_parts"},
                {{.broad_part = broad}, "in->n_broad_parts"},
                {{.oecd_part = oecd}, "in->n_oecd_parts"}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++) {
        skpi_digital_definitions_in in = each[k].in;
        const int of_gdp = in.value_added || in.core_part || in.broad_part || in.oecd_part;
        result r;
        in.size = sizeof in;
        if (of_gdp) ck_fails(define(&in, &r), SKPI_EZERODIV, "in->gdp");
        in.gdp = 2000;
        ck_fails(define(&in, &r), SKPI_ENODATA, each[k].name);
    }
}
END_TEST

/* Room for no definition is too little for any output that has one. */
START_TEST(no_room)
{
    const skpi_digital_definitions_in in = {
        .size = sizeof in, .gdp = 2000, .n_sectors = 2, .value_added = va, .digital = flags};
    double x;
    int32_t definition, count;
    const skpi_digital_definitions_out each[] = {
        {.definition = &definition}, {.value = &x}, {.gdp = &x}, {.share = &x}, {.error = &x}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++) {
        skpi_digital_definitions_out o = each[k];
        o.size = sizeof o;
        ck_fails(skpi_digital_definitions(&in, &o), SKPI_EBUFFER, "out->n_definitions");
    }
    skpi_digital_definitions_out counted = {.size = sizeof counted, .count = &count};
    ck_assert_int_eq(skpi_digital_definitions(&in, &counted), SKPI_OK);
    ck_assert_int_eq(count, 1);
}
END_TEST

UNIT_MAIN("digital_definitions", UNIT_CASE("values", by_hand, five_sectors, totals_among_figures, absent, room),
          UNIT_CASE("refuses", refuses, members_alone, no_room))
