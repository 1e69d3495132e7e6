/* Shares and solves by input-output: known answers, identities, many threads. */
#include "unit/economy_table.h"
#include <pthread.h>

START_TEST(by_hand)
{
    const economy e = two();
    const shares s = shares_of(&e);
    const double det = .7575, v1 = .6, v2 = .65;
    ck_near(s.gdp, 1900, 1e-12);
    ck_near(s.direct, 1300, 1e-12);
    ck_near(s.backward, (v1 * .25 + v2 * .85) / det * 1700, 1e-11);
    ck_near(s.forward, 1300, 1e-11);
    ck_near(s.diagonal, v2 * .85 / det * 1700, 1e-11);
    ck_near(s.investment, v1 * .95 / det * 350 * .1, 1e-12);
    ck_near(s.exact, 1300 + v1 * .25 / det * 1700 + v1 * .95 / det * 35, 1e-11);
    ck_near(s.s_exact, s.exact / 1900, 1e-16);
    ck_near(s.s_direct, 1300. / 1900, 1e-16);
    /* with one digital sector only the diagonal is counted twice */
    ck_near(s.published, s.exact, 1e-11);
    ck_near(s.diagonal, s.block, 1e-11);
    skpi_economy_iotable *t = NULL;
    const double unit[] = {1, 0, 0, 1};
    double l[4];
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_uint_eq(skpi_economy_iotable_n_sectors(t), 2);
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, 2, unit, l), SKPI_OK);
    ck_near(l[0], .95 / det, 1e-15);
    ck_near(l[1], .2 / det, 1e-15); /* column 0 of L */
    ck_near(l[2], .25 / det, 1e-15);
    ck_near(l[3], .85 / det, 1e-15);
    skpi_economy_iotable_free(t);
    skpi_economy_iotable_free(NULL);
}
END_TEST

/* All terms against M = diag(v) L diag(y), element by element: L y = x; row sums of M are va; the sum of M is that of
 * va. */
START_TEST(identities)
{
    static economy e;
    static double l[MOST * MOST], unit[MOST * MOST];
    const size_t sizes[] = {3, 8, 9, 40, MOST};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        const size_t n = sizes[k];
        random_economy(n, &e);
        e.digital[0] = e.digital[n - 1] = 1, e.digital[1] = 0;
        skpi_economy_iotable *t = NULL;
        double x[MOST];
        ck_assert_int_eq(make(&e, &t), SKPI_OK);
        ck_assert_int_eq(skpi_economy_iotable_leontief(t, 1, e.y, x), SKPI_OK);
        for (size_t i = 0; i < n; i++) ck_near(x[i] / e.x[i], 1, 1e-13);
        memset(unit, 0, sizeof unit);
        for (size_t i = 0; i < n; i++) unit[i * n + i] = 1;
        ck_assert_int_eq(skpi_economy_iotable_leontief(t, n, unit, l), SKPI_OK); /* row j of l is column j of L */
        shares s, b = {0};
        for (size_t i = 0; i < n; i++) {
            double row = 0;
            for (size_t j = 0; j < n; j++) {
                const double m = e.va[i] / e.x[i] * l[j * n + i] * e.y[j];
                row += m;
                if (e.digital[j]) b.backward += m;
                if (e.digital[i]) b.forward += m;
                if (e.digital[i] && i == j) b.diagonal += m;
                if (e.digital[i] && e.digital[j]) b.block += m;
                if (!e.digital[i] && !e.digital[j]) b.investment += m * e.r[j];
            }
            ck_near(row / e.va[i], 1, 1e-13);
            b.gdp += row;
        }
        ck_assert_int_eq(share(t, e.digital, e.r, &s), SKPI_OK);
        ck_near(s.gdp / b.gdp, 1, 1e-13);
        ck_near(s.backward / b.backward, 1, 1e-13);
        ck_near(s.forward / b.forward, 1, 1e-13);
        ck_near(s.diagonal / b.diagonal, 1, 1e-13);
        ck_near(s.block / b.block, 1, 1e-13);
        ck_near(s.investment / b.investment, 1, 1e-13);
        ck_near(s.s_published, (b.backward + b.forward - b.diagonal + b.investment) / b.gdp, 1e-13);
        ck_near(s.s_exact, (b.backward + b.forward - b.block + b.investment) / b.gdp, 1e-13);
        ck_assert(s.published - s.exact > 0 && s.exact > s.direct);
        ck_near(s.published - s.exact, s.block - s.diagonal, 1e-9);
        /* without the diagonal the numbers are the same */
        double exact;
        const skpi_digital_adb_out only = {.size = sizeof only, .share_exact = &exact};
        skpi_digital_adb_out o = only;
        ck_assert_int_eq(skpi_digital_adb(t, e.digital, e.r, &o), SKPI_OK);
        ck_assert_double_eq(exact, s.s_exact);
        skpi_economy_iotable_free(t);
    }
}
END_TEST

START_TEST(all_and_none)
{
    static economy e;
    random_economy(20, &e);
    for (size_t i = 0; i < e.n; i++) e.digital[i] = 1;
    shares s = shares_of(&e);
    ck_near(s.s_exact, 1, 1e-14);
    ck_near(s.s_direct, 1, 1e-14);
    for (size_t i = 0; i < e.n; i++) e.digital[i] = 0, e.r[i] = 0;
    s = shares_of(&e);
    ck_assert(s.exact == 0 && s.published == 0 && s.direct == 0);
}
END_TEST

/* The results depend neither on the order of the sectors nor on the unit of money, and investment NULL stands for 0. */
START_TEST(invariance)
{
    static economy e, p;
    random_economy(31, &e);
    p.n = e.n;
    for (size_t i = 0; i < e.n; i++) {
        const size_t to = (i * 12 + 5) % e.n;
        p.x[to] = e.x[i] * 1e9, p.va[to] = e.va[i] * 1e9, p.y[to] = e.y[i] * 1e9, p.r[to] = e.r[i];
        p.digital[to] = e.digital[i];
        for (size_t j = 0; j < e.n; j++) p.z[to * e.n + (j * 12 + 5) % e.n] = e.z[i * e.n + j] * 1e9;
    }
    const shares a = shares_of(&e), b = shares_of(&p);
    ck_near(a.s_exact, b.s_exact, 1e-14);
    ck_near(a.s_published, b.s_published, 1e-14);
    ck_near(a.s_direct, b.s_direct, 1e-14);
    memset(e.r, 0, sizeof e.r);
    const double zero = shares_of(&e).s_exact;
    skpi_economy_iotable *t = NULL;
    shares c;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_int_eq(share(t, e.digital, NULL, &c), SKPI_OK);
    skpi_economy_iotable_free(t);
    ck_assert_double_eq(c.s_exact, zero);
}
END_TEST

START_TEST(share_refuses)
{
    economy e = two();
    skpi_economy_iotable *t = NULL;
    shares s;
    double exact = -7;
    skpi_digital_adb_out o = {.size = sizeof o, .share_exact = &exact};
    const int32_t bad[] = {0, 2};
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_fails(skpi_digital_adb(NULL, e.digital, NULL, &o), SKPI_EINVAL, "table");
    ck_fails(skpi_digital_adb(t, NULL, NULL, &o), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_adb(t, e.digital, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails_at(skpi_digital_adb(t, bad, NULL, &o), SKPI_EINVAL, "digital", 1);
    ck_fails_at(skpi_digital_adb(t, e.digital, (double[]){.1, 7}, &o), SKPI_ERANGE, "investment", 1);
    ck_fails_at(skpi_digital_adb(t, e.digital, (double[]){NAN, .1}, &o), SKPI_ENOTFINITE, "investment", 0);
    o.flags = 1;
    ck_fails(skpi_digital_adb(t, e.digital, NULL, &o), SKPI_ESTRUCT, "out->flags");
    o.flags = 0;
    skpi_economy_iotable_free(t);
    e.va[0] = e.va[1] = 0;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_fails(skpi_digital_adb(t, e.digital, NULL, &o), SKPI_EZERODIV, "out->gdp");
    skpi_economy_iotable_free(t);
    e = two(), e.y[0] *= 1000; /* another unit: the rows do not add up to the output */
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    ck_fails(share(t, e.digital, e.r, &s), SKPI_EINCONSISTENT, "out->gdp");
    skpi_economy_iotable_free(t);
    e = two(), e.y[0] += 5; /* a small imbalance is accepted but shows: forward differs from direct */
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_int_eq(share(t, e.digital, e.r, &s), SKPI_OK);
    ck_assert(s.forward - s.direct > .5);
    skpi_economy_iotable_free(t);
    ck_assert_double_eq(exact, -7);
}
END_TEST

START_TEST(solve)
{
    const economy e = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    double demand[22], output[22], bad[] = {1, 1, 1, NAN};
    for (size_t i = 0; i < 22; i++) demand[i] = (double)i * (i % 2 ? 1 : -1);
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, 11, demand, output), SKPI_OK);
    for (size_t k = 0; k < 11; k++) {
        ck_near(output[2 * k], (.95 * demand[2 * k] + .25 * demand[2 * k + 1]) / .7575, 1e-13);
        ck_near(output[2 * k + 1], (.2 * demand[2 * k] + .85 * demand[2 * k + 1]) / .7575, 1e-13);
    }
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, 11, demand, demand), SKPI_OK); /* in place */
    ck_assert_mem_eq(demand, output, sizeof demand);
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, 0, NULL, NULL), SKPI_OK);
    ck_fails(skpi_economy_iotable_leontief(NULL, 1, demand, output), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_leontief(t, 1, NULL, output), SKPI_EINVAL, "demand");
    ck_fails(skpi_economy_iotable_leontief(t, 1, demand, NULL), SKPI_EINVAL, "output");
    ck_fails(skpi_economy_iotable_leontief(t, SIZE_MAX, demand, output), SKPI_ENOMEM, "demand");
    ck_fails_at(skpi_economy_iotable_leontief(t, 2, bad, output), SKPI_ENOTFINITE, "demand", 1);
    output[0] = output[2] = -7;
    bad[3] = 1.7e308;
    ck_fails_at(skpi_economy_iotable_leontief(t, 2, bad, output), SKPI_EOVERFLOW, "output", 1);
    ck_near(output[0], 1.2 / .7575, 1e-15);
    ck_assert_double_eq(output[2], -7);
    skpi_economy_iotable_free(t);
}
END_TEST

typedef struct reader {
    const skpi_economy_iotable *table;
    const economy *e;
    shares s;
    int wrong;
} reader;

static void *read_often(void *argument)
{
    reader *r = argument;
    for (int i = 0; i < 50; i++) {
        shares s;
        double x[MOST];
        r->wrong |= share(r->table, r->e->digital, r->e->r, &s) != SKPI_OK || memcmp(&s, &r->s, sizeof s);
        r->wrong |=
            skpi_economy_iotable_leontief(r->table, 1, r->e->y, x) != SKPI_OK || fabs(x[7] / r->e->x[7] - 1) > 1e-13;
    }
    return NULL;
}

/* One handle is used by many threads. */
START_TEST(threads)
{
    enum { THREADS = 6 };
    static economy e;
    random_economy(40, &e);
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    reader first = {.table = t, .e = &e}, readers[THREADS];
    ck_assert_int_eq(share(t, e.digital, e.r, &first.s), SKPI_OK);
    pthread_t ids[THREADS];
    for (int i = 0; i < THREADS; i++) {
        readers[i] = first;
        ck_assert_int_eq(pthread_create(ids + i, NULL, read_often, readers + i), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(ids[i], NULL);
        ck_assert_int_eq(readers[i].wrong, 0);
    }
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(share_overflows)
{
    const double flow[4] = {0}, large[] = {1e308, 1e308};
    const int32_t digital[] = {0, 1};
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = 2,
                                                .flow = flow,
                                                .output = large,
                                                .value_added = large,
                                                .final_demand = large};
    skpi_economy_iotable *t = NULL;
    double exact;
    skpi_digital_adb_out o = {.size = sizeof o, .share_exact = &exact};
    ck_assert_int_eq(skpi_economy_iotable_new(&source, &t), SKPI_WUNUSUAL); /* no flows */
    ck_fails(skpi_digital_adb(t, digital, NULL, &o), SKPI_EOVERFLOW, "out->gdp");
    skpi_economy_iotable_free(t);
}
END_TEST

UNIT_MAIN("economy_table",
          UNIT_CASE("shares", by_hand, identities, all_and_none, invariance, share_refuses, share_overflows),
          UNIT_CASE("solves", solve, threads))
