/* What is done with whole sectors: multipliers with households, sectors taken out, sectors added up. */
#include "unit/economy_table.h"

/* Four sectors.  The expected values were computed in fractions by Python 3. */
static economy four(void)
{
    return (economy){.n = 4,
                     .z = {10, 20, 5, 8, 15, 30, 10, 0, 5, 10, 20, 12, 30, 0, 6, 9},
                     .x = {100, 150, 80, 90},
                     .va = {40, 90, 39, 61},
                     .y = {57, 95, 33, 45},
                     .jobs = {4, 3, 2, 1}};
}

/* ------------------------------------------------------------------------------------------- induced multipliers */

typedef struct induced {
    double output[MOST], income[MOST], value_added[MOST], jobs[MOST], type2_income[MOST], type2_value_added[MOST],
        type2_jobs[MOST], ratio;
} induced;

static skpi_economy_iotable_induced_out induced_out(induced *i)
{
    return (skpi_economy_iotable_induced_out){.size = sizeof(skpi_economy_iotable_induced_out),
                                              .multiplier_output = i->output,
                                              .multiplier_income = i->income,
                                              .multiplier_value_added = i->value_added,
                                              .multiplier_jobs = i->jobs,
                                              .type2_income = i->type2_income,
                                              .type2_value_added = i->type2_value_added,
                                              .type2_jobs = i->type2_jobs,
                                              .ratio = &i->ratio};
}

static const double labour[] = {300, 500}, consumption[] = {50, 400};

static skpi_economy_iotable_induced_in households(void)
{
    return (skpi_economy_iotable_induced_in){.size = sizeof(skpi_economy_iotable_induced_in),
                                             .labour_income = labour,
                                             .consumption = consumption,
                                             .income = 1000,
                                             .own = 50};
}

/* Miller & Blair (2009), 2.5: the closed inverse is printed as [1.365 .425 .251; .527 1.348 .595; .570 .489 1.289].
 * The 17 digits come from inverting the closed matrix in fractions. */
START_TEST(textbook)
{
    const double output[] = {1.8924091005741017, 1.773336168403147},
                 income[] = {0.5698490325324261, 0.4890495428449926},
                 value_added[] = {1.1618116096108866, 1.1314054858600893},
                 jobs[] = {0.029938337231554327, 0.015245587922602595},
                 of_income[] = {1.8994967751080871, 1.9561981713799703},
                 of_value_added[] = {1.9363526826848112, 1.7406238244001373},
                 of_jobs[] = {1.4969168615777164, 3.049117584520519};
    const economy e = two();
    skpi_economy_iotable *t = NULL;
    induced i;
    skpi_economy_iotable_induced_in in = households();
    skpi_economy_iotable_induced_out out = induced_out(&i);
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_induced(t, &in, &out), SKPI_OK);
    for (size_t j = 0; j < 2; j++) {
        ck_near(i.output[j], output[j], 2e-15);
        ck_near(i.income[j], income[j], 1e-15);
        ck_near(i.value_added[j], value_added[j], 2e-15);
        ck_near(i.jobs[j], jobs[j], 1e-16);
        ck_near(i.type2_income[j], of_income[j], 2e-15);
        ck_near(i.type2_value_added[j], of_value_added[j], 2e-15);
        ck_near(i.type2_jobs[j], of_jobs[j], 4e-15);
    }
    ck_near(i.output[0], 1.365 + .527, .001);
    ck_near(i.income[1], .489, .0005);
    ck_near(i.ratio, 1.2885392302785457, 2e-15);

    /* households spend nothing: type I */
    const double nothing[] = {0, 0}, none[] = {0, 500};
    double output1[2], value_added1[2], type1[2];
    skpi_economy_iotable_linkages_out plain = {.size = sizeof plain,
                                               .multiplier_output = output1,
                                               .multiplier_value_added = value_added1,
                                               .type1_value_added = type1};
    ck_assert_int_eq(skpi_economy_iotable_linkages(t, &plain), SKPI_OK);
    in.consumption = nothing, in.own = 0, in.labour_income = none;
    ck_assert_int_eq(skpi_economy_iotable_induced(t, &in, &out), SKPI_OK);
    for (size_t j = 0; j < 2; j++)
        ck_assert(i.output[j] == output1[j] && i.value_added[j] == value_added1[j] &&
                  i.type2_value_added[j] == type1[j]);
    ck_assert(i.ratio == 1 && isnan(i.type2_income[0]) && i.type2_income[1] > 1);
    /* income is not given: it is the sum of what households are paid */
    double given;
    in = households(), in.income = 850;
    ck_assert_int_eq(skpi_economy_iotable_induced(t, &in, &out), SKPI_OK);
    given = i.output[0], in.income = 0;
    ck_assert_int_eq(skpi_economy_iotable_induced(t, &in, &out), SKPI_OK);
    ck_assert_double_eq(i.output[0], given);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(induced_refuses)
{
    const economy e = two();
    double paid[] = {300, 500}, bought[] = {50, 400};
    skpi_economy_iotable *t = NULL, *idle = NULL;
    induced i = {.output = {-7}, .ratio = -7};
    skpi_economy_iotable_induced_in in = households();
    skpi_economy_iotable_induced_out out = induced_out(&i);
    in.labour_income = paid, in.consumption = bought;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
#define CALL skpi_economy_iotable_induced(t, &in, &out)
    ck_fails(skpi_economy_iotable_induced(NULL, &in, &out), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_induced(t, NULL, &out), SKPI_EINVAL, "in");
    ck_fails(skpi_economy_iotable_induced(t, &in, NULL), SKPI_EINVAL, "out");
    paid[1] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "in->labour_income", 1);
    paid[1] = 500, bought[1] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "in->consumption", 1);
    bought[1] = 400, in.own = 1000;
    ck_fails(CALL, SKPI_ENOTPRODUCTIVE, "in->consumption");
    in.own = 0, in.income = 150; /* households spend three times their income */
    ck_fails(CALL, SKPI_ENOTPRODUCTIVE, "in->consumption");
    in.income = 1e-308;
    ck_fails(CALL, SKPI_EOVERFLOW, "in->consumption");
    in.income = paid[0] = paid[1] = 0;
    ck_fails(CALL, SKPI_EZERODIV, "in->income");
    paid[0] = 1.7e308, in.own = 1.7e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "in->income");
    in.own = 0;
    ck_assert(i.output[0] == -7 && i.ratio == -7);
    in.income = 3000, paid[0] = 1500, paid[1] = 500; /* of a value added of 1900 */
    ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
    ck_assert(strstr(skpi_last_error(), "in->labour_income = 2000 in all is more than the value added"));
    paid[0] = 300, bought[1] = 2001;
    ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
    ck_assert(strstr(skpi_last_error(), "in->consumption = 2051 in all is more than the final demand"));
    skpi_economy_iotable_free(t);

    economy without = {.n = 2, .z = {10}, .x = {100}, .va = {90}, .y = {90}};
    skpi_economy_iotable_source s = source(&without);
    s.jobs = NULL, bought[1] = 0, in.income = 0;
    ck_assert_int_eq(skpi_economy_iotable_new(&s, &idle), SKPI_OK);
    t = idle;
    ck_fails(CALL, SKPI_ENODATA, "out->multiplier_jobs");
    out.multiplier_jobs = NULL;
    ck_fails(CALL, SKPI_ENODATA, "out->type2_jobs");
    out.type2_jobs = NULL;
    ck_fails_at(CALL, SKPI_EZERODIV, "in->labour_income", 1);
    paid[0] = 60, paid[1] = 0;
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert(isnan(i.type2_value_added[1]) && i.income[1] == 0 && i.output[1] == 1);
    skpi_economy_iotable_free(idle);
#undef CALL
}
END_TEST

/* --------------------------------------------------------------------------------------- hypothetical extraction */

START_TEST(extraction)
{
    const struct {
        int32_t removed, keep_demand;
        double loss[4], others[4];
    } known[] = {{0,
                  0,
                  {170.28122020972356, 200.44913990617158, 112.22617743702081, 122.60851926977688},
                  {70.28122020972354, 50.44913990617158, 32.22617743702081, 32.60851926977688}},
                 {SKPI_ECONOMY_EXTRACTION_BOTH,
                  1,
                  {113.28122020972354, 105.44913990617158, 79.22617743702081, 77.60851926977688},
                  {70.28122020972354, 50.44913990617158, 32.22617743702081, 32.60851926977688}},
                 {SKPI_ECONOMY_EXTRACTION_COLUMN,
                  0,
                  {144.07631606821312, 181.17667381896206, 87.8667396860168, 91.1261663286004},
                  {70.28122020972354, 50.44913990617158, 32.22617743702081, 32.60851926977688}},
                 {SKPI_ECONOMY_EXTRACTION_COLUMN,
                  1,
                  {87.07631606821312, 86.17667381896207, 54.86673968601679, 46.126166328600405},
                  {70.28122020972354, 50.44913990617158, 32.22617743702081, 32.60851926977688}},
                 {SKPI_ECONOMY_EXTRACTION_ROW,
                  0,
                  {170.28122020972356, 200.44913990617158, 112.22617743702081, 122.60851926977688},
                  {70.28122020972354, 50.44913990617158, 32.22617743702081, 32.60851926977688}},
                 {SKPI_ECONOMY_EXTRACTION_ROW,
                  1,
                  {73.22092469018112, 73.49801796559625, 65.93287924424973, 61.30425963488844},
                  {30.220924690181125, 18.498017965596247, 18.932879244249726, 16.30425963488844}}};
    const economy e = four();
    skpi_economy_iotable *t = NULL;
    double loss[4], others[4], share[4];
    skpi_economy_iotable_extraction_out out = {.size = sizeof out, .loss = loss, .elsewhere = others, .share = share};
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        const skpi_economy_iotable_extraction_options o = {
            .size = sizeof o, .removed = known[k].removed, .keep_demand = known[k].keep_demand};
        ck_assert_int_eq(skpi_economy_iotable_extraction(t, &o, &out), SKPI_OK);
        for (size_t i = 0; i < 4; i++) {
            ck_near(loss[i], known[k].loss[i], 2e-13);
            ck_near(others[i], known[k].others[i], 2e-13);
            ck_near(share[i], known[k].loss[i] / 420, 1e-15);
        }
    }
    ck_assert_int_eq(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_OK);
    ck_near(loss[3], known[0].loss[3], 2e-13);
    skpi_economy_iotable_free(t);
}
END_TEST

/* The result is that of a table of the other sectors, whatever the number of columns that are solved together. */
START_TEST(extraction_of_many)
{
    static economy e, rest;
    const size_t sizes[] = {7, 8, 9, 33};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        const size_t n = sizes[k], out_of = n / 2;
        random_economy(n, &e);
        rest = (economy){.n = n - 1};
        for (size_t i = 0, r = 0; i < n; i++) {
            if (i == out_of) continue;
            for (size_t j = 0, c = 0; j < n; j++)
                if (j != out_of) rest.z[r * (n - 1) + c++] = e.z[i * n + j];
            rest.x[r] = e.x[i], rest.va[r] = e.va[i], rest.y[r++] = e.y[i];
        }
        skpi_economy_iotable *t = NULL, *without = NULL;
        double loss[MOST], x[MOST], before = 0, after = 0;
        skpi_economy_iotable_extraction_out out = {.size = sizeof out, .loss = loss};
        ck_assert_int_eq(make(&e, &t), SKPI_OK);
        ck_assert_int_eq(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_OK);
        const skpi_economy_iotable_source s = source(&rest);
        ck_assert_int_ge(skpi_economy_iotable_new(&s, &without), 0); /* the rows lack sales, which warns */
        ck_assert_int_ge(skpi_economy_iotable_leontief(without, 1, rest.y, x), 0);
        for (size_t i = 0; i < n; i++) before += e.x[i];
        for (size_t i = 0; i + 1 < n; i++) after += x[i];
        ck_near(loss[out_of] / (before - after), 1, 1e-12);
        skpi_economy_iotable_free(without);
        skpi_economy_iotable_free(t);
    }
}
END_TEST

START_TEST(extraction_refuses)
{
    economy e = two();
    skpi_economy_iotable *t = NULL;
    double loss[2] = {-7, -7}, share[2] = {-7, -7};
    skpi_economy_iotable_extraction_options o = {.size = sizeof o, .removed = 8301};
    skpi_economy_iotable_extraction_out out = {.size = sizeof out, .loss = loss, .share = share};
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_fails(skpi_economy_iotable_extraction(NULL, &o, &out), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_extraction(t, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails(skpi_economy_iotable_extraction(t, &o, &out), SKPI_EINVAL, "options->removed");
    o.removed = 0, o.keep_demand = 2;
    ck_fails(skpi_economy_iotable_extraction(t, &o, &out), SKPI_EINVAL, "options->keep_demand");
    ck_assert(loss[0] == -7);
    skpi_economy_iotable_free(t);
    /* without the first sector the second needs 1.1 units of its own product for each unit */
    economy signed_cells = {.n = 2, .z = {0, -50, 100, 110}, .x = {100, 100}, .va = {0, 40}, .y = {150, -110}};
    ck_assert_int_ge(make(&signed_cells, &t), 0);
    ck_assert_int_ge(skpi_economy_iotable_extraction(t, NULL, &out), 0);
    ck_assert(isnan(loss[0]) && isnan(share[0]) && isfinite(loss[1]));
    skpi_economy_iotable_free(t);
    economy empty = {.n = 1};
    ck_assert_int_eq(make(&empty, &t), SKPI_OK);
    ck_fails(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_EZERODIV, "out->share");
    out.share = NULL;
    ck_assert_int_eq(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_OK);
    ck_assert(loss[0] == 0);
    skpi_economy_iotable_free(t);
}
END_TEST

/* ------------------------------------------------------------------------------------------------- sectors added up */

/* A table without flows warns at each use; the other one has outputs at the end of the range of a double. */
START_TEST(extraction_warns)
{
    economy e = {.n = 2, .x = {100, 150}, .va = {100, 150}, .y = {100, 150}};
    skpi_economy_iotable *t = NULL;
    double loss[2], share[2];
    skpi_economy_iotable_extraction_out out = {.size = sizeof out, .loss = loss};
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_WUNUSUAL);
    ck_assert(loss[0] == 100 && loss[1] == 150);
    skpi_economy_iotable_free(t);
    e = (economy){.n = 2, .x = {1e308, 1e308}, .va = {1e308, 1e308}, .y = {1e308, 1e308}};
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    out.share = share;
    ck_assert_int_eq(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_EOVERFLOW);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(aggregation)
{
    const economy e = four();
    const int32_t group[] = {1, 0, 1, 2};
    const double flow[] = {30, 25, 0, 30, 40, 20, 0, 36, 9}, output[] = {150, 180, 90}, demand[] = {95, 90, 45};
    const double imports[] = {1, 2, 3, 4};
    double z[9], x[3], va[3], y[3], jobs[3], other[3];
    skpi_economy_iotable_source s = source(&e);
    skpi_economy_iotable_aggregate_out out = {.size = sizeof out,
                                              .flow = z,
                                              .output = x,
                                              .value_added = va,
                                              .final_demand = y,
                                              .jobs = jobs,
                                              .other_input = other};
    s.other_input = imports;
    ck_assert_int_eq(skpi_economy_iotable_aggregate(&s, 3, group, &out), SKPI_OK);
    for (size_t c = 0; c < 9; c++) ck_assert_double_eq(z[c], flow[c]);
    for (size_t g = 0; g < 3; g++) ck_assert(x[g] == output[g] && y[g] == demand[g]);
    ck_assert(va[0] == 90 && va[1] == 79 && va[2] == 61 && jobs[0] == 3 && jobs[1] == 6 && jobs[2] == 1);
    ck_assert(other[0] == 2 && other[1] == 4 && other[2] == 4);

    static economy big; /* sectors in groups of their own are unchanged; all sectors in one group give the whole */
    random_economy(20, &big);
    int32_t each[20], all[20] = {0};
    double flows[400], total = 0;
    for (int32_t i = 0; i < 20; i++) each[i] = i, total += big.x[i];
    const skpi_economy_iotable_source of_big = source(&big);
    out = (skpi_economy_iotable_aggregate_out){.size = sizeof out, .flow = flows};
    ck_assert_int_eq(skpi_economy_iotable_aggregate(&of_big, 20, each, &out), SKPI_OK);
    for (size_t c = 0; c < 400; c++) ck_assert_double_eq(flows[c], big.z[c]);
    out = (skpi_economy_iotable_aggregate_out){.size = sizeof out, .output = x};
    ck_assert_int_eq(skpi_economy_iotable_aggregate(&of_big, 1, all, &out), SKPI_OK);
    ck_near(x[0], total, 1e-10);
}
END_TEST

START_TEST(aggregation_refuses)
{
    economy e = four();
    int32_t group[] = {1, 0, 1, 2};
    double x[3] = {-7}, jobs[3];
    skpi_economy_iotable_source s = source(&e);
    skpi_economy_iotable_aggregate_out out = {.size = sizeof out, .output = x};
#define CALL skpi_economy_iotable_aggregate(&s, 3, group, &out)
    ck_fails(skpi_economy_iotable_aggregate(NULL, 3, group, &out), SKPI_EINVAL, "source");
    ck_fails(skpi_economy_iotable_aggregate(&s, 0, group, &out), SKPI_ENODATA, "n_groups");
    ck_fails(skpi_economy_iotable_aggregate(&s, SIZE_MAX, group, &out), SKPI_ENOMEM, "n_groups");
    ck_fails(skpi_economy_iotable_aggregate(&s, 3, NULL, &out), SKPI_EINVAL, "group");
    ck_fails(skpi_economy_iotable_aggregate(&s, 3, group, NULL), SKPI_EINVAL, "out");
    group[3] = 3;
    ck_fails_at(CALL, SKPI_ENOTFOUND, "group", 3);
    group[3] = -1;
    ck_fails_at(CALL, SKPI_ENOTFOUND, "group", 3);
    group[3] = 1;
    ck_fails(CALL, SKPI_ENODATA, "group");
    group[3] = 2, e.x[0] = e.x[2] = 1e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->output");
    e = four(), e.z[0] = e.z[5] = 1e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->flow");
    e = four(), e.va[0] = 1e308, e.va[3] = -1e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->value_added");
    e = four(), e.y[0] = e.y[1] = 1e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->final_demand");
    e = four(), e.jobs[0] = e.jobs[1] = 1e308;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->jobs");
    const double other[] = {0, 1e308, 1e308, 0};
    e = four(), s.other_input = other;
    ck_fails(CALL, SKPI_EOVERFLOW, "source->other_input");
    s.other_input = NULL, s.jobs = NULL, out.jobs = jobs;
    ck_fails(CALL, SKPI_ENODATA, "out->jobs");
    out.jobs = NULL, out.other_input = jobs;
    ck_fails(CALL, SKPI_ENODATA, "out->other_input");
    ck_assert(x[0] == -7);
#undef CALL
}
END_TEST

UNIT_MAIN("economy_extraction", UNIT_CASE("induced", textbook, induced_refuses),
          UNIT_CASE("extraction", extraction, extraction_of_many, extraction_refuses, extraction_warns),
          UNIT_CASE("aggregation", aggregation, aggregation_refuses))
