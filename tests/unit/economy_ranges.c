/* Input-output tables at the limits: sums beyond the range of a double, sectors without output, negative cells. */
#include "unit/economy_table.h"

/* A table whose other inputs are what the columns leave, and without jobs. */
static skpi_status ranges_make(const economy *e, skpi_economy_iotable **t)
{
    double other[MOST];
    skpi_economy_iotable_source s = source(e);
    for (size_t j = 0; j < e->n; j++) {
        other[j] = e->x[j] - e->va[j];
        for (size_t i = 0; i < e->n; i++) other[j] -= e->z[i * e->n + j];
    }
    s.other_input = other;
    s.jobs = NULL;
    return skpi_economy_iotable_new(&s, t);
}

enum { CHAIN = 22 };

/* Sectors 0 and 1 sell only to 2, and from then on each only to the next, so that each needs 2^46 of the one before for
 * an output of 1: the last column of L has first * 2^1012 and second * 2^1012, and other rows have less. */
static economy chain_economy(size_t n, double first, double second)
{
    economy e = {.n = n};
    for (size_t i = n; i-- > 0;) {
        const size_t to = i < 2 ? 2 : i + 1;
        const double a = i == 0 ? first : i == 1 ? second : 0x1p46;
        if (to < n) e.z[i * n + to] = a * e.x[to];
        e.y[i] = to < n ? fabs(e.z[i * n + to]) : 0x1p-900;
        e.x[i] = (to < n ? e.z[i * n + to] : 0) + e.y[i];
    }
    return e;
}

START_TEST(columns_without_a_sum)
{
    enum { LAST = 2 + CHAIN };
    const economy e = chain_economy(LAST + 1, 0x1.8p11, 0x1.4p11);
    const double income[LAST + 1] = {1}, nothing[LAST + 1] = {0};
    double x[LAST + 1] = {7};
    skpi_economy_iotable *t = NULL;
    skpi_economy_iotable_linkages_out linkages = {.size = sizeof linkages, .power = x};
    skpi_economy_iotable_extraction_out extraction = {.size = sizeof extraction, .loss = x};
    skpi_economy_iotable_induced_out induced = {.size = sizeof induced, .multiplier_output = x};
    const skpi_economy_iotable_induced_in in = {.size = sizeof in, .labour_income = income, .consumption = nothing};
    ck_assert_int_ge(ranges_make(&e, &t), 0);
    ck_fails(skpi_economy_iotable_linkages(t, &linkages), SKPI_EOVERFLOW, "out->backward_total");
    ck_fails(skpi_economy_iotable_extraction(t, NULL, &extraction), SKPI_EOVERFLOW, "out->loss");
    ck_fails(skpi_economy_iotable_induced(t, &in, &induced), SKPI_EOVERFLOW, "out->multiplier_output");
    ck_assert(x[0] == 7 && x[LAST] == 0);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Value added of 1e150 by an output of 1e-50, all of which goes into a demand of 1e200. */
START_TEST(embodied_beyond_a_double)
{
    const economy e = {.n = 2, .z = {0, 1e200, 0, 0}, .x = {1e-50, 1e200}, .va = {1e150, 0}, .y = {-1e200, 1e200}};
    double embodied[4] = {7, 7, 7, 7}, added[2] = {7, 7};
    const double demand[] = {1e150, 0};
    skpi_economy_iotable_impact_out out = {.size = sizeof out, .value_added = added};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_ge(ranges_make(&e, &t), 0);
    ck_fails(skpi_economy_iotable_embodied(t, embodied), SKPI_EOVERFLOW, "embodied");
    ck_fails(skpi_economy_iotable_impact(t, 1, demand, &out), SKPI_EOVERFLOW, "out->value_added");
    ck_assert(embodied[0] == 7 && added[0] == 7);
    /* of many demands the first fails, which is solved with others */
    double many[40] = {1e200}, sum[20] = {7};
    skpi_economy_iotable_impact_out sums = {.size = sizeof sums, .total_value_added = sum};
    ck_fails(skpi_economy_iotable_impact(t, 20, many, &sums), SKPI_EOVERFLOW, "out->value_added");
    ck_assert(sum[0] == 7);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Quotients of a sector with a small output. */
START_TEST(quotients_beyond_a_double)
{
    const economy small = {.n = 2, .x = {1e-3, 1}, .va = {1e308, 1}, .y = {1e-3, 1}};
    const economy idle = {.n = 2, .z = {0, 0, 0, 1e200}, .x = {0, 1e-200}, .y = {0, 1}};
    economy e = {.n = 2, .x = {1e-3, 1}, .va = {1e-3, 0}, .y = {1e-3, 1}};
    const double income[] = {1e307, 0}, unpaid[] = {0, 1}, nothing[2] = {0}, large[] = {1e308, 0};
    skpi_economy_iotable *t = NULL;
    ck_fails_at(ranges_make(&small, &t), SKPI_EOVERFLOW, "source->value_added", 0);
    ck_fails_at(ranges_make(&idle, &t), SKPI_EOVERFLOW, "source->flow", 1);
    ck_assert_ptr_null(t);
    double x[2] = {7, 7};
    skpi_economy_iotable_induced_out out = {.size = sizeof out, .multiplier_income = x};
    skpi_economy_iotable_induced_in in = {.size = sizeof in, .labour_income = income, .consumption = nothing};
    ck_assert_int_ge(ranges_make(&e, &t), 0);
    ck_fails_at(skpi_economy_iotable_induced(t, &in, &out), SKPI_EOVERFLOW, "in->labour_income", 0);
    in.labour_income = large, in.own = 1e308;
    ck_fails(skpi_economy_iotable_induced(t, &in, &out), SKPI_EOVERFLOW, "in->income");
    ck_assert(x[0] == 7);
    in.labour_income = unpaid, in.own = 0; /* an output of 1 without value added and flows is an output */
    ck_assert_int_ge(skpi_economy_iotable_induced(t, &in, &out), 0);
    ck_assert(x[0] == 0 && x[1] == 1);
    skpi_economy_iotable_free(t);
}
END_TEST

/* All output is lost without a sector whose output is 1e300, beside other sectors that leave 1e-20 in all. */
START_TEST(shares_of_next_to_nothing)
{
    const economy e = {.n = 3, .x = {1.7e308, 1.7e308, 1.7e308}, .y = {1e300, -1e300, 1e-20}};
    double share[3] = {7, 7, 7};
    skpi_economy_iotable_extraction_out out = {.size = sizeof out, .share = share};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_ge(ranges_make(&e, &t), 0);
    ck_fails_at(skpi_economy_iotable_extraction(t, NULL, &out), SKPI_EOVERFLOW, "out->share", 0);
    ck_assert(share[0] == 7);
    skpi_economy_iotable_free(t);
}
END_TEST

/* The largest sum of a column and the failure that names it, with a sector that has no output. */
START_TEST(productive_beside_idle)
{
    /* A = [.5 -.5; .5 .5]: 1 is an eigenvalue of |A|, and those of A are (1 +- i)/2 */
    const economy turning = {.n = 3,
                             .z = {50, -50, 0, /**/ 50, 50, 0, /**/ 0, 0, 0},
                             .x = {100, 100, 0},
                             .va = {0, 100, 0},
                             .y = {100, 0, 0}};
    const economy using_up = {.n = 2, .z = {200, 0, 0, 0}, .x = {100, 0}, .va = {-100, 0}, .y = {-100, 0}};
    double radius = 7, inverse[9];
    skpi_economy_iotable_source s = source(&turning);
    skpi_economy_iotable_source_check_out out = {.size = sizeof out, .spectral_radius = &radius};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_ge(make(&turning, &t), 0);
    ck_assert_int_ge(skpi_economy_iotable_inverse(t, inverse), 0);
    const double expected[] = {1, -1, 0, 1, 1, 0, 0, 0, 1};
    for (size_t c = 0; c < 9; c++) ck_near(inverse[c], expected[c], 1e-15);
    skpi_economy_iotable_free(t);
    ck_assert_int_ge(skpi_economy_iotable_source_check(&s, &out), 0);
    ck_near(radius, sqrt(.5), 1e-14);
    t = NULL;
    ck_fails(make(&using_up, &t), SKPI_ENOTPRODUCTIVE, "source->flow");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "the sum of column 0"));
    ck_assert_ptr_null(t);
}
END_TEST

/* An element of L has no double; with a negative cell another is the difference of two such. */
START_TEST(inverse_beyond_a_double)
{
    enum { LAST = 3 + CHAIN };
    for (int negative = 0; negative < 2; negative++) {
        economy e = chain_economy(LAST + 1, 0x1p46, 0x1p45);
        double radius = 7, condition = 7;
        if (negative) { /* 2 sells a negative part, and 0 what 1 and 2 make */
            e.z[2 * e.n + 3] *= -1;
            e.z[1 * e.n + 3] = 0x1p46 * e.x[3], e.z[1 * e.n + 2] = 0;
            e.z[0 * e.n + 1] = e.x[1];
            e.z[0 * e.n + 2] = e.x[2];
        }
        skpi_economy_iotable *t = NULL;
        skpi_economy_iotable_source s = source(&e);
        skpi_economy_iotable_source_check_out out = {
            .size = sizeof out, .spectral_radius = &radius, .condition = &condition};
        if (!negative) ck_fails(make(&e, &t), SKPI_ENOTPRODUCTIVE, "source->flow");
        ck_assert_int_ge(skpi_economy_iotable_source_check(&s, &out), 0);
        ck_assert(isinf(condition) && radius == 0);
    }
}
END_TEST

/* The condition of a table with this corner, a x a sectors; all others sell to final demand alone. */
static double condition_of_many(size_t a, const double *corner)
{
    enum { MANY = 201 };
    static double z[MANY * MANY], x[MANY];
    double condition = 7;
    const skpi_economy_iotable_source s = {
        .size = sizeof s, .n_sectors = MANY, .flow = z, .output = x, .value_added = x, .final_demand = x};
    skpi_economy_iotable_source_check_out out = {.size = sizeof out, .condition = &condition};
    for (size_t c = 0; c < MANY * MANY; c++) z[c] = c / MANY < a && c % MANY < a ? corner[c / MANY * a + c % MANY] : 0;
    for (size_t i = 0; i < MANY; i++) x[i] = 1;
    ck_assert_int_ge(skpi_economy_iotable_source_check(&s, &out), 0);
    return condition;
}

/* More than 200 sectors, of which some cells are negative: the estimate takes all its solves; sums have no double. */
START_TEST(conditions_of_many_sectors)
{
    enum { LONG = 30 };
    static const double turning[] = {-.25, .25, -.75, .5, 0, -.5, -.25, .25, .25};
    static double chain[(LONG + 1) * (LONG + 1)];
    ck_near(condition_of_many(3, turning), 48. / 7, 1e-13); /* 2 and 24/7 */
    for (size_t i = 3; i < LONG; i++) chain[i * (LONG + 1) + i + 1] = 0x1p40;
    chain[1] = chain[2] = 1;
    chain[1 * (LONG + 1) + 3] = 0x1p40;
    chain[2 * (LONG + 1) + 3] = -0x1p40;
    ck_assert(isinf(condition_of_many(LONG + 1, chain)));
}
END_TEST

/* A row of flows that is the sum of others is a total if value added, or final demand, is so as well. */
START_TEST(totals_by_any_vector)
{
    economy e = {.n = 3, .z = {1, 2, 1, 3, 4, 1, 4, 6, 1}, .x = {20, 30, 70}, .va = {5, 6, 11}, .y = {16, 22, 59}};
    skpi_economy_iotable *t = NULL;
    ck_fails(make(&e, &t), SKPI_EINCONSISTENT, "source->flow");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is the sum of other sectors in row 2"));
    e.va[2] = 60, e.y[2] = 38;
    ck_fails(make(&e, &t), SKPI_EINCONSISTENT, "source->flow");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is the sum of other sectors in row 2"));
    e.y[2] = 59;
    ck_assert_int_ge(make(&e, &t), 0);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Without jobs and other inputs there is nothing of them to add up. */
START_TEST(groups_without_jobs)
{
    const economy e = two();
    const int32_t group[] = {0, 0};
    double output = 7, flow = 7;
    skpi_economy_iotable_source s = source(&e);
    skpi_economy_iotable_aggregate_out out = {.size = sizeof out, .output = &output, .flow = &flow};
    s.jobs = NULL;
    ck_assert_int_eq(skpi_economy_iotable_aggregate(&s, 1, group, &out), SKPI_OK);
    ck_assert(output == 3000 && flow == 950);
}
END_TEST

UNIT_MAIN("economy_ranges",
          UNIT_CASE("overflows", columns_without_a_sum, embodied_beyond_a_double, quotients_beyond_a_double,
                    shares_of_next_to_nothing, inverse_beyond_a_double, conditions_of_many_sectors),
          UNIT_CASE("sources", productive_beside_idle, totals_by_any_vector, groups_without_jobs))
