/* Inventory: totals, warming potentials.
 *
 * Known answers: a synthetic inventory in tonnes of gas, its totals made with spreadsheet arithmetic by the same rules;
 * warming potentials from IPCC AR4, AR5, AR6.
 */
#include "unit/unit.h"

enum { ROWS = 19, GASES = 3, N = ROWS * GASES };

static const struct line {
    const char *reference;
    int32_t scope, key;
    double gas[GASES];
} lines[ROWS] = {{"I.1.1", 1, 0, {410000, 35, 1.2}},
                 {"I.1.2", 2, 0, {520000, 0, 0}},
                 {"I.1.3", 3, 0, {36000, 0, 0}},
                 {"I.3.1", 1, 0, {1900000, 60, 9}},
                 {"I.3.2", 2, 0, {1450000, 0, 0}},
                 {"I.4.4", 1, 0, {3200000, 50, 40}},
                 {"I.8.1", 1, 0, {100, 2100, 0}},
                 {"II.1.1", 1, 0, {980000, 45, 38}},
                 {"II.1.2", 2, 0, {26000, 0, 0}},
                 {"II.1.3", 3, 0, {210000, 8, 7}},
                 {"II.4.3", 3, 0, {640000, 2, 18}},
                 {"III.1.1", 1, 0, {0, 5200, 0}},
                 {"III.1.2", 3, 0, {0, 1400, 0}},
                 {"III.1.3", 1, 0, {0, 900, 0}},
                 {"III.4.1", 1, 0, {0, 800, 55}},
                 {"IV.1", 1, 0, {730000, 0, 0}},
                 {"V.2", 1, 0, {-42000, 0, 0}},
                 {"VI.1", 3, SKPI_CARBON_KEY_NOT_ESTIMATED, {0, 0, 0}},
                 {"I.5.1", 1, SKPI_CARBON_KEY_INCLUDED, {0, 0, 0}}};
static const char *const names[GASES] = {"CO2", "CH4", "N2O"};
static const char *reference[N], *gas[N];
static double amount[N];
static int32_t scope[N], key[N];

static skpi_carbon_inventory_total_in city(void)
{
    for (int i = 0; i < N; i++) {
        const struct line *l = &lines[i / GASES];
        reference[i] = l->reference;
        gas[i] = names[i % GASES];
        amount[i] = l->gas[i % GASES];
        scope[i] = l->scope;
        key[i] = l->key;
    }
    return (skpi_carbon_inventory_total_in){.size = sizeof(skpi_carbon_inventory_total_in),
                                            .n = N,
                                            .reference = reference,
                                            .gas = gas,
                                            .amount = amount,
                                            .scope = scope,
                                            .key = key};
}

START_TEST(totals)
{
    static const double expected[3][6] = {{7450523.6, 1996000, 928700, 7450523.6, 5557853.6, 7139553.6},
                                          {7473368.0, 1996000, 932105, 7473368.0, 5583368.0, 7164273.0},
                                          {7473594.6, 1996000, 932164, 7473594.6, 5583229.6, 7164333.6}};
    skpi_carbon_inventory_total_in v = city();
    double basic, plus, territorial, other, s[3], row[N], complete;
    int32_t ne, ie;
    skpi_basis basis = {.size = sizeof basis, .definition = 7};
    skpi_carbon_inventory_total_out o = {.size = sizeof o,
                                         .basic = &basic,
                                         .basic_plus = &plus,
                                         .territorial = &territorial,
                                         .other = &other,
                                         .scope = s,
                                         .completeness = &complete,
                                         .ne = &ne,
                                         .ie = &ie,
                                         .row = row,
                                         .basis = &basis};
    for (int32_t report = 0; report < 3; report++) { /* the same amounts under three assessment reports */
        ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR4_100 + report, &o), SKPI_OK);
        const double found[6] = {s[0], s[1], s[2], territorial, basic, plus};
        for (int k = 0; k < 6; k++) ck_near(found[k], expected[report][k], 2e-9);
        ck_assert(other == 0 && ne == 3 && ie == 3 && isnan(complete));
        ck_assert(basis.gwp == SKPI_CARBON_GWP_AR4_100 + report && basis.definition == 0);
        ck_assert(row[0] == 410000 && isnan(row[N - 1]));
    }
    ck_near(row[1], 35 * 27.9, 1e-10);
    /* I.1.1 has numbers, V.1 is absent, I.5.1 is included elsewhere, IV.2 does not occur */
    const char *const required[] = {"I.1.1", "V.1", "I.5.1", "IV.2", "V.2"};
    reference[N - 4] = "IV.2", scope[N - 4] = 1;
    key[N - 4] = SKPI_CARBON_KEY_NOT_OCCURRING;
    v.required = required, v.n_required = 5;
    ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    ck_near(complete, .6, 1e-16);
    /* other scope 3 is outside the totals; the scope decides, not the last number of the reference */
    reference[0] = "VI.1", scope[0] = 3; /* a row of CO2 */
    ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    ck_near(other, 410000, 0);
    ck_near(territorial, 7473594.6 - 410000, 2e-9);
}
END_TEST

START_TEST(potentials)
{
    double v;
    ck_assert_int_eq(skpi_carbon_gas_gwp("CH4", SKPI_CARBON_GWP_AR6_100, &v), SKPI_OK);
    ck_near(v, 27.9, 0);
    ck_assert_int_eq(skpi_carbon_gas_gwp("SF6", SKPI_CARBON_GWP_AR5_100, &v), SKPI_OK);
    ck_near(v, 23500, 0);
    ck_assert_int_eq(skpi_carbon_gas_gwp("nf3", SKPI_CARBON_GWP_AR4_100, &v), SKPI_OK);
    ck_near(v, 17200, 0);
    ck_assert_int_eq(skpi_carbon_gas_gwp("CH4", SKPI_CARBON_GWP_AR6_20, &v), SKPI_OK);
    ck_near(v, 81.2, 0);
    ck_assert_int_eq(skpi_carbon_gas_gwp("CH4", SKPI_CARBON_GWP_AR5_20, &v), SKPI_OK);
    ck_near(v, 84, 0);
    ck_assert_int_eq(skpi_carbon_gas_gwp("HFC134A", SKPI_CARBON_GWP_AR4_20, &v), SKPI_OK);
    ck_near(v, 3830, 0);
    ck_fails(skpi_carbon_gas_gwp("CH5", SKPI_CARBON_GWP_AR6_100, &v), SKPI_ENOTFOUND, "gas");
    ck_fails(skpi_carbon_gas_gwp("SF6", SKPI_CARBON_GWP_AR5_20, &v), SKPI_ENOTFOUND, "gas");
    ck_fails(skpi_carbon_gas_gwp("HFC-152", SKPI_CARBON_GWP_AR4_100, &v), SKPI_ENOTFOUND, "gas");
    ck_fails(skpi_carbon_gas_gwp("CH4", SKPI_CARBON_SHAPE_PEAK, &v), SKPI_EINVAL, "gwp");
    ck_near(v, 3830, 0);
    const char *name;
    size_t n = 0;
    for (; (name = skpi_carbon_gas(n)); n++) { /* each gas is found by its name in at least one set */
        int found = 0;
        for (int32_t set = SKPI_CARBON_GWP_AR4_100; set <= SKPI_CARBON_GWP_AR6_20; set++)
            found += skpi_carbon_gas_gwp(name, set, &v) == SKPI_OK;
        ck_assert_msg(found, "%s has no value", name);
    }
    ck_assert(n == 91 && !skpi_carbon_gas(n));
}
END_TEST

/* SF6 as in the final report, and not in the authors' file; values that the reports have over 20 years. */
START_TEST(potentials_of_the_reports)
{
    static const struct {
        const char *gas;
        int32_t set;
        double value;
    } known[] = {{"SF6", SKPI_CARBON_GWP_AR6_100, 24300},      {"SF6", SKPI_CARBON_GWP_AR6_20, 18200},
                 {"CH4 fossil", SKPI_CARBON_GWP_AR6_20, 82.5}, {"CH4 non-fossil", SKPI_CARBON_GWP_AR6_20, 79.7},
                 {"CF4", SKPI_CARBON_GWP_AR4_20, 5210},        {"C2F6", SKPI_CARBON_GWP_AR4_20, 8630},
                 {"HFE-134", SKPI_CARBON_GWP_AR4_20, 12200},   {"PFPMIE", SKPI_CARBON_GWP_AR4_20, 7620},
                 {"HFE-263fb2", SKPI_CARBON_GWP_AR6_100, 2.06}};
    double v;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        ck_assert_int_eq(skpi_carbon_gas_gwp(known[i].gas, known[i].set, &v), SKPI_OK);
        ck_near(v, known[i].value, 0);
    }
    ck_fails(skpi_carbon_gas_gwp("SF6", SKPI_CARBON_GWP_AR5_20, &v), SKPI_ENOTFOUND, "gas");
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_carbon_gas_gwp: gas = \"SF6\" has no warming potential compiled here for this set");
}
END_TEST

/* CO2 of burnt wood is outside the totals; methane is counted by its origin; the caller gives potentials. */
START_TEST(inventory_origins)
{
    static const char *const where[] = {"I.1.1", "I.1.1", "I.8.1", "III.1.1", "IV.2"};
    static const char *const what[] = {"CO2(b)", "CO2", "CH4 fossil", "CH4 non-fossil", "HFC-134a"};
    static const int32_t which[] = {1, 1, 1, 1, 1};
    const double mass[] = {1000, 10, 2, 3, 1};
    double territorial, biogenic, row[5];
    skpi_basis basis = {.size = sizeof basis};
    skpi_carbon_inventory_total_in v = {
        .size = sizeof v, .n = 5, .reference = where, .gas = what, .amount = mass, .scope = which};
    skpi_carbon_inventory_total_out o = {
        .size = sizeof o, .territorial = &territorial, .row = row, .basis = &basis, .biogenic = &biogenic};
    ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    ck_near(territorial, 10 + 2 * 29.8 + 3 * 27.0 + 1530, 1e-12);
    ck_assert(biogenic == 1000 && row[0] == 1000 && basis.gwp == SKPI_CARBON_GWP_AR6_100);
    v.n_own = 1, v.own_gas = (const char *const[]){"hfc134a"}, v.own_gwp = (double[]){1300};
    ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    ck_near(territorial, 10 + 2 * 29.8 + 3 * 27.0 + 1300, 1e-12);
    ck_assert_int_eq(basis.gwp, 0);
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR4_100, &o), SKPI_ENOTFOUND, "in->gas", 2);
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_carbon_inventory_total: in->gas[2] = \"CH4 fossil\" has no warming potential "
                     "compiled here for this set");
}
END_TEST

/* The scope of a row is that of its sub-sector. */
START_TEST(inventory_scopes)
{
    static const struct {
        const char *reference;
        int32_t scope;
    } each[] = {{"I.1.1", 1},   {"I.1.2", 2},   {"I.1.3", 3}, {"I.4.4", 1}, {"II.4.3", 3}, {"III.2.1", 1},
                {"III.2.2", 3}, {"III.2.3", 1}, {"IV.1", 1},  {"V.3", 1},   {"VI.1", 3}};
    double basic;
    skpi_carbon_inventory_total_out o = {.size = sizeof o, .basic = &basic};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++)
        for (int32_t given = 1; given <= 3; given++) {
            const skpi_carbon_inventory_total_in v = {.size = sizeof v,
                                                      .n = 1,
                                                      .reference = &each[k].reference,
                                                      .gas = names,
                                                      .amount = (double[]){1},
                                                      .scope = &given};
            ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o),
                             given == each[k].scope ? SKPI_OK : SKPI_EINCONSISTENT);
        }
    const char *const none[] = {"I.9.1", "I.1.4", "II.6.1", "III.5.1", "IV.3", "IV.1.1", "V.4", "VI.2", "I.4.5"};
    for (size_t k = 0; k < sizeof none / sizeof *none; k++) {
        const skpi_carbon_inventory_total_in v = {.size = sizeof v,
                                                  .n = 1,
                                                  .reference = none + k,
                                                  .gas = names,
                                                  .amount = (double[]){1},
                                                  .scope = (int32_t[]){1}};
        ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_ENOTFOUND, "in->reference", 0);
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), none[k])); /* the words quote the text */
    }
}
END_TEST

START_TEST(inventory_bad_input)
{
    skpi_carbon_inventory_total_in v = city();
    double basic = -7;
    skpi_carbon_inventory_total_out o = {.size = sizeof o, .basic = &basic};
    static const char *const wrong[] = {"I.1",  "VII.1.1", "I.1.1.1",   "i.1.1",     "I.0.1",
                                        "I.1.", "",        "III.123.1", "III.001.1", "IV."};
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
        reference[4] = wrong[k];
        ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_ENOTFOUND, "in->reference", 4);
    }
    v = city();
    gas[5] = "CO";
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_ENOTFOUND, "in->gas", 5);
    gas[5] = NULL;
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EINVAL, "in->gas", 5);
    v = city();
    gas[N - 1] = NULL, amount[N - 1] = (double)NAN; /* its notation key says that there is no number */
    ck_assert_int_eq(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    basic = -7;
    amount[2] = (double)NAN;
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_ENOTFINITE, "in->amount", 2);
    v = city();
    amount[1] = 1e307; /* amount of methane */
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EOVERFLOW, "in->amount", 1);
    /* each amount is a double; the sum of each scope, or of biogenic CO2, is not */
    static const char *const of[][2] = {{"I.1.1", "CO2(b)"}, {"I.1.1", "CO2"}, {"I.1.2", "CO2"}, {"I.1.3", "CO2"}};
    static const int32_t two[][2] = {{1, 1}, {1, 1}, {2, 2}, {3, 3}};
    for (size_t k = 0; k < 4; k++) {
        const double most[] = {1.5e308, 1.5e308};
        const skpi_carbon_inventory_total_in beyond = {.size = sizeof beyond,
                                                       .n = 2,
                                                       .reference = (const char *const[]){of[k][0], of[k][0]},
                                                       .gas = (const char *const[]){of[k][1], of[k][1]},
                                                       .amount = most,
                                                       .scope = two[k]};
        ck_fails(skpi_carbon_inventory_total(&beyond, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EOVERFLOW, "in->amount");
    }
    v = city();
    scope[3] = 4;
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EINVAL, "in->scope", 3);
    v = city();
    key[3] = 5;
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EINVAL, "in->key", 3);
    v = city();
    v.scope = NULL;
    ck_fails(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EINVAL, "in->scope");
    v = city();
    const char *const twice[] = {"I.1.1", "I.1.1"};
    v.required = twice, v.n_required = 2;
    ck_fails_at(skpi_carbon_inventory_total(&v, SKPI_CARBON_GWP_AR6_100, &o), SKPI_EDUPLICATE, "in->required", 1);
    ck_assert(basic == -7);
}
END_TEST

UNIT_MAIN("carbon inventory", UNIT_CASE("inventory", totals, potentials, potentials_of_the_reports, inventory_origins,
                                        inventory_scopes, inventory_bad_input))
