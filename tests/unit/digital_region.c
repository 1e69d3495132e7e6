/* Regions of a multi-regional input-output table. */
#include "unit/economy_table.h"

typedef struct regions {
    double gdp[MOST], direct[MOST], own_block[MOST], own_products[MOST], all_products[MOST];
} regions;

static skpi_status regions_of(const skpi_economy_iotable *t, size_t n_regions, const int32_t *region,
                              const int32_t *digital, regions *r)
{
    skpi_digital_adb_region_out out = {.size = sizeof out,
                                       .gdp = r->gdp,
                                       .share_direct = r->direct,
                                       .share_own_block = r->own_block,
                                       .share_own_product = r->own_products,
                                       .share_any_product = r->all_products};
    return skpi_digital_adb_region(t, n_regions, region, digital, &out);
}

/* Two regions of three sectors.  M = diag(v) L diag(y), and the same for the own block, were computed in fractions by
 * Python 3; the shares are backward + forward - both. */
START_TEST(two_regions)
{
    const economy e = {.n = 6,
                       .z = {10, 20, 5, 2,  1,  3, 15, 30, 10, 4, 6,  2,  5, 10, 20, 7,  1, 9,
                             3,  2,  1, 20, 10, 8, 1,  5,  2,  9, 40, 12, 6, 0,  4,  11, 5, 30},
                       .x = {120, 180, 140, 100, 160, 150},
                       .va = {77, 111, 94, 46, 92, 84},
                       .y = {79, 113, 88, 56, 91, 94},
                       .digital = {0, 0, 1, 0, 1, 1}};
    const int32_t region[] = {0, 0, 0, 1, 1, 1}, one[6] = {0};
    skpi_economy_iotable *t = NULL;
    regions r;
    shares s;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_int_eq(regions_of(t, 2, region, e.digital, &r), SKPI_OK);
    ck_assert(r.gdp[0] == 282 && r.gdp[1] == 222);
    ck_near(r.direct[0], 94. / 282, 1e-15);
    ck_near(r.own_block[0], 0.3726584706239479, 1e-14);
    ck_near(r.own_products[0], 0.3676096447046265, 1e-14);
    ck_near(r.all_products[0], 0.40552418608230545, 1e-14);
    ck_near(r.own_block[1], 0.8361231641547611, 1e-14);
    ck_near(r.own_products[1], 0.8335134719121252, 1e-14);
    ck_near(r.all_products[1], 0.8371907413267116, 1e-14);
    /* with one region every share is the exact share of the table */
    ck_assert_int_eq(regions_of(t, 1, one, e.digital, &r), SKPI_OK);
    ck_near(r.own_block[0], 0.5956630258923415, 1e-14);
    ck_assert_int_eq(share(t, e.digital, NULL, &s), SKPI_OK);
    ck_near(r.own_block[0], s.s_exact, 1e-14);
    ck_near(r.own_products[0], s.s_exact, 1e-14);
    ck_near(r.all_products[0], s.s_exact, 1e-14);
    skpi_economy_iotable_free(t);
}
END_TEST

/* The sectors of the regions are mixed in the table: the own block gives the exact share of a table of the region
 * alone. */
START_TEST(blocks)
{
    static economy e, own;
    const size_t sizes[] = {9, 24, MOST};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        const size_t n = sizes[k];
        int32_t region[MOST];
        skpi_economy_iotable *t = NULL, *alone = NULL;
        regions r;
        random_economy(n, &e);
        for (size_t i = 0; i < n; i++) region[i] = (int32_t)(i * 7 % 3);
        ck_assert_int_ge(make(&e, &t), 0);
        ck_assert_int_ge(regions_of(t, 3, region, e.digital, &r), 0);
        double gdp = 0, direct = 0;
        for (int32_t of = 0; of < 3; of++) {
            own = (economy){.n = 0};
            size_t member[MOST];
            for (size_t i = 0; i < n; i++)
                if (region[i] == of) member[own.n++] = i;
            for (size_t a = 0; a < own.n; a++) {
                own.x[a] = own.y[a] = e.x[member[a]];
                own.va[a] = e.va[member[a]];
                own.digital[a] = e.digital[member[a]];
                for (size_t b = 0; b < own.n; b++) own.y[a] -= own.z[a * own.n + b] = e.z[member[a] * n + member[b]];
            }
            shares s;
            ck_assert_int_ge(make(&own, &alone), 0);
            ck_assert_int_ge(share(alone, own.digital, NULL, &s), 0);
            ck_near(r.own_block[of], s.s_exact, 1e-13);
            ck_near(r.direct[of], s.s_direct, 1e-14);
            gdp += r.gdp[of], direct += r.direct[of] * r.gdp[of];
            skpi_economy_iotable_free(alone);
        }
        shares all;
        ck_assert_int_ge(share(t, e.digital, NULL, &all), 0);
        ck_near(gdp / all.gdp, 1, 1e-14);
        double everywhere = 0; /* the figures for all products add up over the regions */
        for (size_t of = 0; of < 3; of++) everywhere += r.all_products[of] * r.gdp[of];
        ck_near(everywhere / all.exact, 1, 1e-13);
        ck_near(direct / all.direct, 1, 1e-14);
        skpi_economy_iotable_free(t);
    }
}
END_TEST

START_TEST(region_refuses)
{
    economy e = two();
    int32_t region[] = {0, 1}, digital[] = {0, 1};
    skpi_economy_iotable *t = NULL, *off = NULL;
    regions r = {.gdp = {-7}};
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
#define CALL regions_of(t, 2, region, digital, &r)
    ck_fails(regions_of(NULL, 2, region, digital, &r), SKPI_EINVAL, "table");
    ck_fails(regions_of(t, 0, region, digital, &r), SKPI_ENODATA, "n_regions");
    ck_fails(regions_of(t, SIZE_MAX / 8, region, digital, &r), SKPI_ENOMEM, "n_regions");
    ck_fails(regions_of(t, 2, NULL, digital, &r), SKPI_EINVAL, "region");
    ck_fails(regions_of(t, 2, region, NULL, &r), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_adb_region(t, 2, region, digital, NULL), SKPI_EINVAL, "out");
    region[1] = 2;
    ck_fails_at(CALL, SKPI_ENOTFOUND, "region", 1);
    region[1] = -1;
    ck_fails_at(CALL, SKPI_ENOTFOUND, "region", 1);
    region[1] = 0;
    ck_fails(CALL, SKPI_ENODATA, "region");
    region[1] = 1, digital[1] = 2;
    ck_fails_at(CALL, SKPI_EINVAL, "digital", 1);
    digital[1] = 1;
    ck_assert(r.gdp[0] == -7);
    skpi_economy_iotable_free(t);

    e.va[1] = 0;
    ck_assert_int_ge(make(&e, &t), 0);
    ck_fails_at(CALL, SKPI_EZERODIV, "out->gdp", 1);
    skpi_economy_iotable_free(t);
    e.va[1] = -1;
    ck_assert_int_ge(make(&e, &t), 0);
    ck_fails_at(CALL, SKPI_ERANGE, "out->gdp", 1);
    skpi_economy_iotable_free(t);
    e = two(), e.y[1] = 1660; /* the output is 2 % below that of the table */
    ck_assert_int_ge(make(&e, &off), 0);
    ck_fails_at(regions_of(off, 2, region, digital, &r), SKPI_EINCONSISTENT, "out->gdp", 0);
    skpi_economy_iotable_free(off);
    ck_assert(r.gdp[0] == -7);
    e = (economy){.n = 1, .x = {100}, .va = {100}, .y = {101}}; /* 1 % more than there is, and no more than may be */
    ck_assert_int_ge(make(&e, &off), 0);
    ck_assert_int_ge(regions_of(off, 1, (int32_t[]){0}, (int32_t[]){1}, &r), 0);
    skpi_economy_iotable_free(off);
#undef CALL
}
END_TEST

/* A table without flows warns at each use; the other table has value added at the end of the range of a double. */
START_TEST(region_warns)
{
    economy e = {.n = 2, .x = {100, 150}, .va = {100, 150}, .y = {100, 150}};
    const int32_t region[] = {0, 0}, digital[] = {0, 1};
    skpi_economy_iotable *t = NULL;
    regions r;
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    ck_assert_int_eq(regions_of(t, 1, region, digital, &r), SKPI_WUNUSUAL);
    ck_near(r.own_block[0], .6, 1e-15);
    skpi_economy_iotable_free(t);
    e = (economy){.n = 2, .x = {1e308, 1e308}, .va = {1e308, 1e308}, .y = {1e308, 1e308}};
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    ck_assert_int_eq(regions_of(t, 1, region, digital, &r), SKPI_EOVERFLOW);
    skpi_economy_iotable_free(t);
}
END_TEST

UNIT_MAIN("digital_region", UNIT_CASE("regions", two_regions, blocks, region_refuses, region_warns))
