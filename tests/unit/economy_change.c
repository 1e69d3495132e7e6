/* Changes taken apart: shift-share, within and between industries. */
#include <float.h>
#include "unit/unit.h"

enum { MIDPOINT = SKPI_ECONOMY_SPLIT_MIDPOINT, BASE_YEAR = SKPI_ECONOMY_SPLIT_BASE_YEAR };

/* Five sectors, computed with 50 digits (mpmath). */
static const double e0[] = {120, 80, 45.5, 200, 0}, e1[] = {131, 75, 61.25, 221, 9};
static const double n0[] = {12000, 9000, 3100, 26000, 50}, n1[] = {12600, 8300, 3900, 28500, 260};

START_TEST(shift_share)
{
    const double national_[] = {8.1595214356929212, 5.4396809571286142, 3.0938185443668993, 13.599202392821535, 0};
    const double mix_[] = {-2.1595214356929212, -11.661903179350836, 8.6481169395040684, 5.6315668379476954, 0};
    const double local_[] = {5, 1.2222222222222222, 4.0080645161290323, 1.7692307692307692, 9};
    const double competitive_[] = {4.4416749750747757, 1.2214606181455633, 2.4258378710023775, 2.0431704885343968};
    double national[5], mix[5], local[5], competitive[5], allocation[5];
    skpi_economy_shift_share_out out = {.size = sizeof out,
                                        .national = national,
                                        .mix = mix,
                                        .local = local,
                                        .competitive = competitive,
                                        .allocation = allocation};
    ck_assert_int_eq(skpi_economy_shift_share(1, 5, e0, e1, n0, n1, &out, NULL), SKPI_OK);
    for (size_t s = 0; s < 5; s++) {
        ck_near(national[s], national_[s], 1e-13);
        ck_near(mix[s], mix_[s], 1e-13);
        ck_near(local[s], local_[s], 1e-13);
        ck_near(national[s] + mix[s] + local[s], e1[s] - e0[s], 1e-13);
        if (s == 4) continue;
        ck_near(competitive[s], competitive_[s], 1e-13);
        ck_near(competitive[s] + allocation[s], local[s], 1e-13);
    }
    ck_assert(local[4] == 9 && national[4] == 0 && mix[4] == 0); /* a sector that is new to the city */
    ck_assert(isnan(competitive[4]) && isnan(allocation[4]));
    /* the nation as its own city: the mix adds up to 0, and nothing is local */
    ck_assert_int_eq(skpi_economy_shift_share(1, 5, n0, n1, n0, n1, &out, NULL), SKPI_OK);
    double sum = 0;
    for (size_t s = 0; s < 5; s++) {
        ck_near(local[s], 0, 1e-11);
        sum += mix[s];
    }
    ck_near(sum, 0, 1e-11);
    /* a sector that was next to nothing: its growth is beyond a double, and what it would make of the city's is not */
    const double city0[] = {1e-300, 1}, city1[] = {2, 1}, nation0[] = {1e-300, 1}, nation1[] = {1e9, 1};
    ck_assert_int_eq(skpi_economy_shift_share(1, 2, city0, city1, nation0, nation1, &out, NULL), SKPI_OK);
    ck_near(mix[0], 1e9, 1e-3);
}
END_TEST

START_TEST(shift_share_refuses)
{
    double a[] = {1, 2, 3, 4}, b[] = {2, 2, 3, 4}, c[] = {10, 0}, d[] = {11, 5}, x[4] = {-7, -7, -7, -7};
    int32_t status[2];
    skpi_economy_shift_share_out out = {.size = sizeof out, .local = x};
#define CALL skpi_economy_shift_share(2, 2, a, b, c, d, &out, NULL)
    a[1] = 0;
    ck_fails_at(CALL, SKPI_EINCONSISTENT, "city0", 1); /* a sector that the nation does not have */
    ck_assert_double_eq(x[0], -7);
    ck_assert_int_eq(skpi_economy_shift_share(2, 2, a, b, c, d, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINCONSISTENT && x[1] == 2 && isnan(x[2]) && isnan(x[3]));
    a[3] = 0;
    ck_assert_int_eq(CALL, SKPI_OK);
    a[2] = 10.5; /* more than the nation has */
    ck_fails_at(CALL, SKPI_ERANGE, "city0", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is a part larger than the whole, nation0 = 10"));
    a[2] = 3, b[0] = 11.5;
    ck_fails_at(CALL, SKPI_ERANGE, "city1", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is a part larger than the whole, nation1 = 11"));
    b[0] = 11; /* all of it */
    ck_assert_int_eq(CALL, SKPI_OK);
    b[0] = 2;
    c[0] = 0;
    ck_fails(CALL, SKPI_EZERODIV, "nation0");
    c[0] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "nation0", 0);
    c[0] = 10, d[1] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "nation1", 1);
    d[1] = 5, b[2] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "city1", 1);
    b[2] = 3, c[0] = 1e-300, d[0] = 1e300;
    ck_fails(CALL, SKPI_EOVERFLOW, "nation1");
    ck_fails(skpi_economy_shift_share(1, 0, a, b, c, d, &out, NULL), SKPI_ENODATA, "n_sectors");
    ck_fails(skpi_economy_shift_share(1, 2, NULL, b, c, d, &out, NULL), SKPI_EINVAL, "city0");
    ck_fails(skpi_economy_shift_share(1, 2, a, NULL, c, d, &out, NULL), SKPI_EINVAL, "city1");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, NULL, d, &out, NULL), SKPI_EINVAL, "nation0");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, c, NULL, &out, NULL), SKPI_EINVAL, "nation1");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, c, d, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

/* One result after another is larger than a double; the arguments are not.  A city is at most its nation, so that only
 * rounding makes some of them so large. */
START_TEST(shift_share_overflows)
{
#define ALL (1 + 4 * DBL_EPSILON)
    static const struct {
        const char *name;
        double city0[2], city1[2], nation0[2], nation1[2];
    } cases[] = {{"nation0", {1, 1}, {1, 1}, {1e308, 1e308}, {1, 1}},
                 {"city0", {0x1p1023, 0x1p1023}, {1, 1}, {DBL_MAX / 2, DBL_MAX / 2}, {1, 1}},
                 {"out->national", {ALL, 0}, {1, 0}, {1, 0}, {DBL_MAX, 0}},
                 {"out->mix", {1e-10 * ALL, 0}, {1, 0}, {1e-10, 1}, {DBL_MAX, 1}},
                 {"out->local", {1e200 * ALL, 0}, {1, 0}, {1e200, 1e200}, {DBL_MAX, 0}},
                 {"out->competitive", {1e-200, 1e200}, {1e200, 1e200}, {1e200, 1e200}, {1e200, 1e200}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double x[2] = {-7, -7};
        int32_t status = 9;
        skpi_economy_shift_share_out out = {.size = sizeof out, .local = x};
        ck_fails_at(skpi_economy_shift_share(1, 2, cases[i].city0, cases[i].city1, cases[i].nation0, cases[i].nation1,
                                             &out, NULL),
                    SKPI_EOVERFLOW, cases[i].name, i ? 0 : -1);
        ck_assert(x[0] == -7 && x[1] == -7);
        if (!i) continue; /* no row is in error */
        ck_assert_int_eq(skpi_economy_shift_share(1, 2, cases[i].city0, cases[i].city1, cases[i].nation0,
                                                  cases[i].nation1, &out, &status),
                         SKPI_WROWS);
        ck_assert(status == SKPI_EOVERFLOW && isnan(x[0]) && isnan(x[1]));
    }
#undef ALL
}
END_TEST

static skpi_status split(size_t n, size_t n_sectors, const double *value_added0, const double *value_added1,
                         const double *share0, const double *share1, int32_t form, skpi_economy_within_between_out *out,
                         int32_t *status)
{
    const skpi_economy_within_between_in in = {sizeof in, 0, n, n_sectors, value_added0, value_added1, share0, share1};
    return skpi_economy_within_between(&in, form, out, status);
}

/* Three industries, one of them new, computed with 50 digits (mpmath). */
START_TEST(within_between)
{
    const double va0[] = {60, 40, 0}, va1[] = {55, 45, 10}, d0[] = {.1, .2, 0}, d1[] = {.13, .19, .9};
    double change[3], within[3], between[3], interaction[3], sum = 0;
    skpi_economy_within_between_out out = {
        .size = sizeof out, .change = change, .within = within, .between = between, .interaction = interaction};
    ck_assert_int_eq(split(1, 3, va0, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_OK);
    const double within_[] = {0.0165, -0.004045454545454549, 0.04090909090909091};
    const double between_[] = {-0.0115, 0.0017727272727272728, 0.04090909090909091};
    for (size_t s = 0; s < 3; s++) {
        ck_near(within[s], within_[s], 1e-16);
        ck_near(between[s], between_[s], 1e-16);
        ck_near(within[s] + between[s], change[s], 1e-16);
        ck_assert(interaction[s] == 0);
        sum += change[s];
    }
    ck_near(sum, 0.084545454545454543, 1e-15); /* the change of the share */
    ck_assert_int_eq(split(1, 3, va0, va1, d0, d1, BASE_YEAR, &out, NULL), SKPI_OK);
    ck_near(within[0], .018, 1e-16);
    ck_near(between[0], -.01, 1e-16);
    ck_near(interaction[0], -.003, 1e-16);
    ck_assert(within[2] == 0 && between[2] == 0); /* the effect of the new industry is all interaction */
    ck_near(interaction[2], 0.08181818181818182, 1e-16);
    for (size_t s = 0; s < 3; s++) ck_near(within[s] + between[s] + interaction[s], change[s], 1e-16);
}
END_TEST

START_TEST(within_between_refuses)
{
    double va0[] = {1, 1, 1, 1}, va1[] = {2, 1, 1, 1}, d0[] = {.1, .2, .3, .4}, d1[] = {.1, .2, .3, .4};
    double x[4] = {-7, -7, -7, -7};
    int32_t status[2];
    skpi_economy_within_between_out out = {.size = sizeof out, .within = x};
#define CALL split(2, 2, va0, va1, d0, d1, MIDPOINT, &out, NULL)
    d1[3] = 40;
    ck_fails_at(CALL, SKPI_ERANGE, "in->share1", 1);
    d1[3] = .4, d0[0] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "in->share0", 0);
    d0[0] = .1, va0[2] = -1;
    ck_fails_at(CALL, SKPI_EZERODIV, "in->value_added0", 1);
    va0[2] = -2;
    ck_fails_at(CALL, SKPI_ERANGE, "in->value_added0", 1);
    va0[2] = -.5; /* a single value may be negative */
    ck_assert_int_eq(CALL, SKPI_OK);
    va0[2] = 1, va1[2] = 1e308, va1[3] = 1e308, x[0] = -7;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "in->value_added1", 1);
    ck_assert_double_eq(x[0], -7);
    ck_assert_int_eq(split(2, 2, va0, va1, d0, d1, MIDPOINT, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EOVERFLOW && isnan(x[2]) && !isnan(x[0]));
    ck_fails(split(2, 2, va0, va1, d0, d1, 0, &out, NULL), SKPI_EINVAL, "form");
    const double large[] = {1e300, -1e300, 1e-8}, part[] = {.2, .2, .2}, more[] = {.3, .3, .3};
    ck_fails_at(split(1, 3, large, large, part, more, MIDPOINT, &out, NULL), SKPI_EZERODIV, "in->value_added0",
                0); /* so little beside so much is its rounding */
    ck_fails(split(2, 0, va0, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_ENODATA, "in->n_sectors");
    ck_fails(split(2, 2, NULL, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_EINVAL, "in->value_added0");
    ck_fails(split(2, 2, va0, va1, d0, NULL, MIDPOINT, &out, NULL), SKPI_EINVAL, "in->share1");
    ck_fails(split(2, 2, va0, va1, d0, d1, MIDPOINT, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails(skpi_economy_within_between(NULL, MIDPOINT, &out, NULL), SKPI_EINVAL, "in");
#undef CALL
}
END_TEST

UNIT_MAIN("economy_change", UNIT_CASE("shift-share", shift_share, shift_share_refuses, shift_share_overflows),
          UNIT_CASE("within and between", within_between, within_between_refuses))
