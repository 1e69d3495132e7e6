/* The core without its mechanisms of their own (guard.c, threads.c) and words (words.c): structs, rows, checks, tables, bases. */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "core/usual.h"
#include "unit/unit.h"

static skpi__at here(void) { return skpi__here("skpi_test"); }

/* A struct of an older, the present and a newer version. */
typedef struct grown {
    uint32_t size, flags;
    int32_t a, b;
    double c, unknown;
} grown;
typedef struct today {
    uint32_t size, flags;
    int32_t a, b;
    double c;
} today;

START_TEST(structs_that_grow)
{
    today copy;
    const today *options = NULL;
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_OK);
    ck_assert_uint_eq(copy.size, 0);
    ck_fails(SKPI__STRUCT(here(), options, 0, &copy), SKPI_EINVAL, "options");
    grown g = {.size = sizeof(today), .a = 1, .b = 2, .c = 3, .unknown = 9};
    options = (const today *)&g;
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_OK);
    ck_assert_double_eq(copy.c, 3);
    g.size = offsetof(today, b); /* the size of an older program */
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_OK);
    ck_assert_int_eq(copy.a, 1);
    ck_assert_int_eq(copy.b, 0);
    ck_assert_double_eq(copy.c, 0);
    g.size = sizeof g; /* a newer program that uses its new member */
    ck_fails(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_ESTRUCT, "options->size");
    g.unknown = 0; /* a newer program that does not use it */
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_OK);
    static const uint32_t bad[] = {0, 4, 7, 4097, UINT32_MAX};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        g.size = bad[i];
        ck_fails(SKPI__STRUCT_OR_NULL(here(), options, 0, &copy), SKPI_ESTRUCT, "options->size");
    }
    g.size = sizeof(today);
    g.flags = 3;
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 3, &copy), SKPI_OK);
    ck_fails(SKPI__STRUCT_OR_NULL(here(), options, 1, &copy), SKPI_ESTRUCT, "options->flags");
    ck_assert_int_eq(skpi__reserved(here(), "options->zero", 0), SKPI_OK);
    ck_fails(skpi__reserved(here(), "options->zero", 1), SKPI_ESTRUCT, "options->zero");
    struct {
        uint32_t size, flags;
        double tail[511];
    } most = {.size = 8, .flags = 1}; /* the shortest and the longest struct */
    ck_assert_uint_eq(sizeof most, 4096);
    options = (const today *)(const void *)&most;
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 1, &copy), SKPI_OK);
    ck_assert(copy.size == sizeof copy && copy.flags == 1 && copy.a == 0 && copy.c == 0);
    most.size = sizeof most;
    ck_assert_int_eq(SKPI__STRUCT_OR_NULL(here(), options, 1, &copy), SKPI_OK);
    most.tail[510] = 1;
    ck_fails(SKPI__STRUCT_OR_NULL(here(), options, 1, &copy), SKPI_ESTRUCT, "options->size");
}
END_TEST

/* The caller's size stays, limits what is written, and does not make it longer than the library's own. */
START_TEST(structs_that_are_written)
{
    const today own = {.size = sizeof own, .flags = 5, .a = 1, .b = 2, .c = 3};
    grown g = {.size = offsetof(today, b), .flags = 9, .a = 7, .b = 8, .c = 9, .unknown = 10};
    today *given = (today *)&g;
    SKPI__STRUCT_WRITE(given, &own);
    ck_assert(g.size == offsetof(today, b) && g.flags == 5 && g.a == 1 && g.b == 8 && g.c == 9);
    g.size = sizeof g;
    SKPI__STRUCT_WRITE(given, &own);
    ck_assert(g.size == sizeof g && g.a == 1 && g.b == 2 && g.c == 3 && g.unknown == 10);
}
END_TEST

START_TEST(rows_fail_the_call)
{
    skpi__rows r = skpi__rows_begin("skpi_test", 3, NULL);
    ck_assert_int_eq(skpi__row(&r, 0, SKPI_OK), SKPI_OK);
    ck_assert_int_eq(skpi__row(&r, 1, skpi__share(skpi__row_at(&r, 1), "share", 41.5)), SKPI_ERANGE);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: share[1] = 41.5 is not a fraction in [0,1] (percent?)");
}
END_TEST

START_TEST(rows_have_their_own)
{
    int32_t status[4] = {99, 99, 99, 99};
    skpi__rows r = skpi__rows_begin("skpi_test", 4, status);
    static const double share[] = {.5, 41.5, (double)NAN, .25};
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(skpi__row(&r, i, skpi__share(skpi__row_at(&r, i), "share", share[i])), SKPI_OK);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_ERANGE);
    ck_assert_int_eq(status[2], SKPI_ENOTFINITE);
    ck_assert(skpi__row_good(&r, 3) && !skpi__row_good(&r, 1));
    ck_assert_int_eq(skpi__rows_end(&r), SKPI_WROWS);
    /* the words are about the first bad row */
    ck_assert_str_eq(skpi_last_error(), "skpi_test: share[1] = 41.5 is not a fraction in [0,1] (percent?)");
    r = skpi__rows_begin("skpi_test", 1, NULL);
    skpi__row(&r, 0, SKPI_WADJUSTED);
    skpi__row(&r, 0, SKPI_WHORIZON);
    ck_assert_int_eq(skpi__rows_end(&r), SKPI_WADJUSTED | SKPI_WHORIZON);
    /* a row that warned and then failed has no warning left */
    int32_t own[2];
    r = skpi__rows_begin("skpi_test", 2, own);
    skpi__row(&r, 0, SKPI_WADJUSTED);
    skpi__row(&r, 1, SKPI_WHORIZON);
    skpi__row(&r, 0, skpi__result(skpi__row_at(&r, 0), "out", (double)INFINITY));
    ck_assert_int_eq(skpi__rows_end(&r), SKPI_WROWS | SKPI_WHORIZON);
    ck_assert_int_eq(own[0], SKPI_EOVERFLOW);
}
END_TEST

/* The words for something unusual are those of the first in a call; a failure replaces them. */
START_TEST(unusual_values)
{
    int32_t status[4];
    skpi__rows r = skpi__rows_begin("skpi_test", 4, status);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(
            skpi__row(&r, i, skpi__warn(skpi__row_at(&r, i), "rate", 2.5 + (double)i, "is unusual (%s?)", "percent")),
            SKPI_OK);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: rate[0] = 2.5 is unusual (percent?)");
    skpi_error error = {.size = sizeof error};
    ck_assert_int_eq(skpi_last_error_get(&error), SKPI_OK);
    ck_assert_int_eq(error.status, SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi__rows_end(&r), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi__row(&r, 3, skpi__finite(skpi__row_at(&r, 3), "rate", (double)NAN)), SKPI_OK);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: rate[3] = nan is not a finite number");
    ck_assert_int_eq(skpi__row(&r, 2, skpi__warn(skpi__row_at(&r, 2), "rate", 9, "is unusual")), SKPI_OK);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: rate[3] = nan is not a finite number");
    r.whole = SKPI_WHORIZON; /* a warning of the whole call, beside those of its rows */
    ck_assert_int_eq(skpi__rows_end(&r), SKPI_WROWS | SKPI_WUNUSUAL | SKPI_WHORIZON);
}
END_TEST

/* A call that halves numbers.  Its check refuses negative numbers and warns of 1; its computation warns of 2 and fails
 * for 3. */
typedef struct halves_call {
    const double *x;
    double *half;
    size_t *checked; /* number of rows checked before the first output was written */
} halves_call;

static skpi_status halves_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const halves_call *c = call;
    const skpi_status s = skpi__quantity(at, "x", c->x[i]);
    ck_assert(isnan(c->half[i]) || c->half[i] == -1); /* nothing is written before all rows are checked */
    ++*c->checked;
    if (s) return s;
    *(double *)kept = c->x[i] / 2;
    return c->x[i] == 1 ? SKPI_WADJUSTED : SKPI_OK;
}

static skpi_status halves_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const halves_call *c = call;
    if (c->x[i] == 3) return skpi__result(at, "half", (double)INFINITY);
    c->half[i] = *(double *)kept;
    return c->x[i] == 1 || c->x[i] == 2 ? SKPI_WHORIZON : SKPI_OK;
}

static void halves_fail(const void *call, size_t i) { ((const halves_call *)call)->half[i] = (double)NAN; }

START_TEST(rows_run)
{
    static const skpi__rows_steps steps = {sizeof(double), halves_check, halves_compute, halves_fail};
    static const double x[] = {4, -1, 1, 2, 3, 6};
    double half[] = {-1, -1, -1, -1, -1, -1};
    int32_t status[6];
    size_t checked = 0;
    const halves_call call = {x, half, &checked};
    skpi__rows r = skpi__rows_begin("skpi_test", 6, status);
    ck_assert_int_eq(skpi__rows_run(&r, &steps, &call), SKPI_WROWS | SKPI_WADJUSTED | SKPI_WHORIZON);
    ck_assert_uint_eq(checked, 6);
    ck_assert(half[0] == 2 && half[2] == .5 && half[3] == 1 && half[5] == 3 && isnan(half[1]) && isnan(half[4]));
    static const int32_t known[] = {SKPI_OK,       SKPI_ERANGE,    SKPI_WADJUSTED | SKPI_WHORIZON,
                                    SKPI_WHORIZON, SKPI_EOVERFLOW, SKPI_OK};
    for (size_t i = 0; i < 6; i++) ck_assert_int_eq(status[i], known[i]);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x[1] = -1 is negative");
    /* without row statuses nothing is written if a row is refused, and rows before one that cannot be computed are
     * written */
    for (size_t i = 0; i < 6; i++) half[i] = -1;
    r = skpi__rows_begin("skpi_test", 6, NULL);
    ck_fails_at(skpi__rows_run(&r, &steps, &call), SKPI_ERANGE, "x", 1);
    ck_assert(half[0] == -1);
    r = skpi__rows_begin("skpi_test", 3, NULL);
    ck_fails_at(skpi__rows_run(&r, &steps, &(halves_call){x + 3, half, &checked}), SKPI_EOVERFLOW, "half", 1);
    ck_assert(half[0] == 1 && half[1] != 1);
    r = skpi__rows_begin("skpi_test", 2, NULL);
    ck_assert_int_eq(skpi__rows_run(&r, &steps, &(halves_call){x + 2, half + 2, &checked}),
                     SKPI_WADJUSTED | SKPI_WHORIZON);
    /* no memory for what is kept */
    r = skpi__rows_begin("skpi_test", SIZE_MAX / 8, NULL);
    r.count = "x->n";
    ck_fails(skpi__rows_run(&r, &steps, &call), SKPI_ENOMEM, "x->n");
    r = skpi__rows_begin("skpi_test", 0, NULL);
    ck_assert_int_eq(skpi__rows_run(&r, &steps, &call), SKPI_OK);
}
END_TEST

START_TEST(outputs_not_wanted)
{
    double out[3] = {1, 2, 3};
    skpi__set(out, 1, 5);
    skpi__set_nan(out, 1);
    ck_assert(isnan(out[0]) && out[1] == 5 && out[2] == 3);
    double row[] = {1, 2, 3, 4, 5, 6};
    skpi__set_nan_row(row, 1, 2);
    ck_assert(row[0] == 1 && row[1] == 2 && isnan(row[2]) && isnan(row[3]) && row[4] == 5 && row[5] == 6);
    skpi__set(NULL, 1, 5);
    skpi__set_nan(NULL, 3);
    skpi__set_nan_row(NULL, 1, 3);
}
END_TEST

START_TEST(arrays_and_sizes)
{
    double x = 0;
    skpi__rows r = skpi__rows_begin("skpi_test", 0, NULL);
    ck_assert_int_eq(skpi__rows_array(&r, "x", NULL), SKPI_OK);
    r.n = 1;
    ck_assert_int_eq(skpi__rows_array(&r, "x", &x), SKPI_OK);
    ck_fails(skpi__rows_array(&r, "x", NULL), SKPI_EINVAL, "x");
    r.n = SIZE_MAX;
    ck_fails(skpi__rows_array(&r, "x", &x), SKPI_ENOMEM, "x");
    r.n = SIZE_MAX / 16 + 1;
    ck_fails(skpi__rows_array(&r, "x", &x), SKPI_ENOMEM, "x");
    const unsigned half = 4 * sizeof(size_t); /* half the number of bits of a size_t */
    r.n = (size_t)1 << half;
    ck_fails(skpi__rows_matrix(&r, "x", &x, (size_t)1 << (half - 1)), SKPI_ENOMEM, "x");
    size_t product;
    ck_assert(skpi__mul(0, SIZE_MAX, &product) && product == 0);
    ck_assert(skpi__mul(SIZE_MAX, 0, &product) && product == 0);
    ck_assert(!skpi__mul(SIZE_MAX, 2, &product));
    ck_assert(skpi__alloc(SIZE_MAX / 2, 2, 8) == NULL);
    ck_assert(skpi__alloc_unset(SIZE_MAX / 2, 2, 8) == NULL);
    void *memory = skpi__alloc(0, 5, 8);
    ck_assert_ptr_nonnull(memory);
    free(memory);
}
END_TEST

START_TEST(kinds)
{
    static const int32_t choices[] = {1, 3, 0};
    ck_assert_int_eq(skpi__share(here(), "x", 0), SKPI_OK);
    ck_assert_int_eq(skpi__share(here(), "x", 1), SKPI_OK);
    ck_fails(skpi__share(here(), "x", -1e-300), SKPI_ERANGE, "x");
    ck_fails(skpi__open_share(here(), "x", 0), SKPI_EDOM, "x");
    ck_fails(skpi__open_share(here(), "x", 1), SKPI_EDOM, "x");
    ck_fails(skpi__open_share(here(), "x", 1.5), SKPI_ERANGE, "x");
    ck_fails(skpi__probability(here(), "x", 1), SKPI_ERANGE, "x");
    ck_fails(skpi__probability(here(), "x", 100), SKPI_ERANGE, "x");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x = 100 is not a probability in (0,1)");
    ck_fails(skpi__probability(here(), "x", 95), SKPI_ERANGE, "x");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x = 95 is not a probability in (0,1) (percent?)");
    ck_assert_int_eq(skpi__quantity(here(), "x", 0), SKPI_OK);
    ck_fails(skpi__quantity(here(), "x", -1), SKPI_ERANGE, "x");
    ck_fails(skpi__positive(here(), "x", 0), SKPI_EDOM, "x");
    ck_fails(skpi__divisor(here(), "x", 0), SKPI_EZERODIV, "x");
    ck_fails(skpi__divisor(here(), "x", -1), SKPI_ERANGE, "x");
    ck_fails(skpi__finite(here(), "x", (double)INFINITY), SKPI_ENOTFINITE, "x");
    ck_fails(skpi__result(here(), "x", (double)INFINITY), SKPI_EOVERFLOW, "x");
    ck_assert_int_eq(skpi__year(here(), "x", 1500), SKPI_OK);
    ck_assert_int_eq(skpi__date(here(), "x", 2400), SKPI_OK);
    ck_fails(skpi__date(here(), "x", 2400.5), SKPI_ERANGE, "x");
    ck_fails(skpi__year(here(), "x", 2566), SKPI_ERANGE, "x");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x = 2566 is not a year in 1500..2400 (Buddhist era?)");
    ck_assert_int_eq(skpi__axis(here(), "first_year", 2400, 1), SKPI_OK);
    ck_assert_int_eq(skpi__axis(here(), "first_year", 2400, 0), SKPI_OK);
    ck_fails(skpi__axis(here(), "first_year", 2400, 2), SKPI_ERANGE, "first_year");
    ck_fails(skpi__axis(here(), "first_year", 2000, SIZE_MAX), SKPI_ERANGE, "first_year");
    ck_assert_int_eq(skpi__choice(here(), "x", 3, choices, "a choice"), SKPI_OK);
    ck_fails(skpi__choice(here(), "x", 2, choices, "a choice"), SKPI_EINVAL, "x");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x = 2 is not a choice");
    ck_fails(skpi__choice(here(), "x", SKPI_SERIES_MODEL_LOGISTIC, choices, "a choice"), SKPI_EINVAL, "x");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: x = 9104 is SKPI_SERIES_MODEL_LOGISTIC, not a choice");
    ck_fails(skpi__count(here(), "n", 0), SKPI_ENODATA, "n");
    ck_assert_int_eq(skpi__flag(here(), "x", 0), SKPI_OK);
    ck_assert_int_eq(skpi__flag(here(), "x", 1), SKPI_OK);
    ck_fails(skpi__flag(here(), "x", 2), SKPI_EINVAL, "x");
}
END_TEST

/* Rates that are usual, that warn and that are refused, and the limits of each kind. */
START_TEST(usual_values)
{
    static const struct {
        const skpi__usual *usual;
        double inside, outside, refused; /* 0: nothing is refused */
    } each[] = {{&skpi__growth, -0.1, 0.1000001, 0.5000001},  {&skpi__decline, 0.5, 0.5000001, 0},
                {&skpi__interest, 0.3, 0.3000001, 5.0000001}, {&skpi__urgd, 0.1, -0.1000001, -0.5000001},
                {&skpi__logit_deviation, 0.5, 0.5000001, 0},  {&skpi__yearly_factor, 0.5, 0.4999999, 0},
                {&skpi__yearly_part, 0.1, 0.1000001, 0},      {&skpi__yearly_cut, 0.2, 0.2000001, 0},
                {&skpi__half_width, 1, 1.0000001, 0}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++) {
        ck_assert_int_eq(skpi__rate(here(), "x", each[k].outside, each[k].usual), SKPI_OK);
        ck_assert_int_eq(skpi__unusual(here(), "x", each[k].inside, each[k].usual), SKPI_OK);
        ck_assert_int_eq(skpi__unusual(here(), "x", each[k].outside, each[k].usual), SKPI_WUNUSUAL);
        ck_fails(skpi__rate(here(), "x", (double)NAN, each[k].usual), SKPI_ENOTFINITE, "x");
        if (each[k].refused != 0) ck_fails(skpi__rate(here(), "x", each[k].refused, each[k].usual), SKPI_ERANGE, "x");
    }
    (void)skpi__unusual(here(), "rate", 2.5, &skpi__growth);
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_test: rate = 2.5 is unusual for a growth rate a year: above 0.1 (percent?)");
    (void)skpi__rate(here(), "rate", 2.5, &skpi__growth);
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_test: rate = 2.5 is too large for a growth rate a year: it is beyond 0.5 (percent?)");
    ck_assert(skpi__digits(.29346, 2) == .29 && skpi__digits(-.29346, 3) == -.293 &&
              skpi__digits(1234567, 2) == 1200000);
    ck_assert(skpi__digits(0, 2) == 0 && isnan(skpi__digits((double)NAN, 2)) && skpi__digits(5e-324, 2) == 5e-324);
    ck_assert_int_eq(skpi__urgd_check(here(), "urgd", 0.5, 0.5), SKPI_OK);
    /* near a share of 1 the share hardly moves */
    ck_assert_int_eq(skpi__urgd_check(here(), "urgd", 0.9, 0.99), SKPI_OK);
    ck_fails(skpi__urgd_check(here(), "urgd", -0.51, 0.5), SKPI_ERANGE, "urgd");
}
END_TEST

START_TEST(tables)
{
    static const int32_t year[] = {2000, 2010, 2020}, twice[] = {2000, 2010, 2010}, back[] = {2000, 2010, 2005};
    static const double value[6] = {0};
    skpi_table t = {.size = sizeof t, .n = 2, .m = 3, .year = year, .value = value}, copy, other;
    const skpi_table *gdp = &t, *digital = NULL;
    ck_assert_int_eq(SKPI__TABLE(here(), gdp, &copy), SKPI_OK);
    ck_fails(SKPI__TABLE(here(), digital, &copy), SKPI_EINVAL, "digital");
    t.year = twice;
    ck_fails_at(SKPI__TABLE(here(), gdp, &copy), SKPI_EDUPLICATE, "gdp->year", 2);
    t.year = back;
    ck_fails_at(SKPI__TABLE(here(), gdp, &copy), SKPI_ENOTSORTED, "gdp->year", 2);
    t.year = NULL;
    ck_fails(SKPI__TABLE(here(), gdp, &copy), SKPI_EINVAL, "gdp->year");
    t.year = year;
    t.n = 0;
    ck_fails(SKPI__TABLE(here(), gdp, &copy), SKPI_ENODATA, "gdp->n");
    t.n = SIZE_MAX / 4;
    ck_fails(SKPI__TABLE(here(), gdp, &copy), SKPI_ENOMEM, "gdp->value");
    t.n = 2;
    t.value = NULL;
    ck_fails(SKPI__TABLE(here(), gdp, &copy), SKPI_EINVAL, "gdp->value");
    t.value = value;
    skpi_basis basis = {.size = 3};
    t.basis = &basis;
    ck_fails(SKPI__TABLE(here(), gdp, &copy), SKPI_ESTRUCT, "gdp->basis");
    t.basis = NULL;
    other = t;
    other.year = back;
    ck_fails_at(skpi__same_axes(here(), SKPI__TABLE_NAMES(gdp), &t, SKPI__TABLE_NAMES(digital), &other),
                SKPI_EINCONSISTENT, "digital->year", 2);
    other = t;
    other.m = 2;
    ck_fails(skpi__same_axes(here(), SKPI__TABLE_NAMES(gdp), &t, SKPI__TABLE_NAMES(digital), &other),
             SKPI_EINCONSISTENT, "digital->m");
}
END_TEST

START_TEST(bases)
{
    skpi_basis a = {
        .size = sizeof a, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE, .revision = SKPI_BASIS_REVISION_CENSUS};
    skpi_basis b = {.size = sizeof b,
                    .vintage = 2024,
                    .currency = 156,
                    .scale = 1009,
                    .prices = SKPI_BASIS_PRICES_CURRENT},
               c = {.size = sizeof c};
    char text[512];
    ck_assert_int_eq(skpi_basis_join(&a, &b, &c), SKPI_OK);
    ck_assert_int_eq(skpi_basis_text(&c, text, sizeof text), SKPI_OK);
    ck_assert_str_eq(
        text, "SKPI_DIGITAL_DEFINITION_NBS_CORE; vintage 2024; after census; current prices; currency 156; unit 10^9");
    b.revision = SKPI_BASIS_REVISION_PRELIMINARY;
    ck_fails(skpi_basis_join(&a, &b, &c), SKPI_EDEFMIX, "b");
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_basis_join: b states preliminary, a states after census: figures of different revisions "
                     "must not be mixed");
    ck_assert_int_eq(c.vintage, 2024); /* must be untouched */
    skpi_basis d = {.size = sizeof d, .scale = 1012}, e = {.size = sizeof e, .prices = 2017};
    ck_fails(skpi_basis_join(&d, &b, &c), SKPI_EDEFMIX, "b");
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_basis_join: b states unit 10^9, a states unit 10^12: figures of different units must not "
                     "be mixed");
    ck_fails(skpi_basis_join(&b, &e, &c), SKPI_EDEFMIX, "b");
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_basis_join: b states prices of 2017, a states current prices: figures of different prices "
                     "must not be mixed");
    skpi_basis odd = {.size = sizeof odd, .definition = SKPI_NONE}, cut = {.size = 3};
    ck_fails(skpi_basis_text(&odd, text, sizeof text), SKPI_EINVAL, "basis");
    ck_fails(skpi__join(here(), "a->basis", &cut, "b->basis", &b, &c), SKPI_ESTRUCT, "a->basis");
    ck_fails(skpi__join(here(), "a->basis", &b, "b->basis", &odd, &c), SKPI_EINVAL, "b->basis");
    skpi_basis f = {.size = sizeof f, .gwp = SKPI_SERIES_MODEL_LOGISTIC};
    ck_fails(skpi_basis_join(&a, &f, &c), SKPI_EINVAL, "b");
    ck_assert_str_eq(skpi_last_error(),
                     "skpi_basis_join: b states SKPI_SERIES_MODEL_LOGISTIC as its gwp, which is not a "
                     "constant of an enum skpi_carbon_gwp");
    f.gwp = 0;
    f.prices = 1;
    ck_fails(skpi_basis_text(&f, text, sizeof text), SKPI_EINVAL, "basis");
    f.prices = 0;
    f.definition = SKPI_CARBON_GWP_AR6_100;
    ck_fails(skpi_basis_text(&f, text, sizeof text), SKPI_EINVAL, "basis");
    ck_assert_int_eq(skpi_basis_join(&a, &a, &a), SKPI_OK);
    ck_fails(skpi_basis_text(&c, text, 10), SKPI_EBUFFER, "room");
    ck_fails(skpi_basis_text(&c, NULL, 10), SKPI_EINVAL, "text");
    ck_fails(skpi_basis_text(NULL, text, 10), SKPI_EINVAL, "basis");
    skpi_basis none = {.size = sizeof none};
    ck_assert_int_eq(skpi_basis_text(&none, text, 9), SKPI_OK);
    ck_assert_str_eq(text, "unstated");
    skpi_basis all = {.size = sizeof all,
                      .definition = SKPI_CARBON_DEFINITION_TERRITORIAL,
                      .classification = INT32_MIN,
                      .vintage = INT32_MIN,
                      .revision = SKPI_BASIS_REVISION_CENSUS,
                      .prices = SKPI_BASIS_PRICES_CURRENT,
                      .currency = INT32_MIN,
                      .scale = INT32_MIN,
                      .gwp = SKPI_CARBON_GWP_AR6_100};
    all.flags = SKPI_BASIS_FLAG_LINKED;
    ck_assert_int_eq(skpi_basis_text(&all, text, sizeof text), SKPI_OK); /* the longest text */
    ck_assert_ptr_nonnull(strstr(text, "; linked"));
    none.flags = SKPI_BASIS_FLAG_LINKED;
    ck_assert_int_eq(skpi_basis_text(&none, text, 7), SKPI_OK);
    ck_assert_str_eq(text, "linked");
    ck_assert_int_eq(skpi_basis_join(&none, &a, &c), SKPI_OK); /* a figure made of a linked one is linked too */
    ck_assert_uint_eq(c.flags, SKPI_BASIS_FLAG_LINKED);
    ck_assert_int_eq(skpi_basis_join(&a, &none, &c), SKPI_OK);
    ck_assert_uint_eq(c.flags, SKPI_BASIS_FLAG_LINKED);
    ck_assert_int_eq(skpi_basis_join(&a, &a, &c), SKPI_OK);
    ck_assert_uint_eq(c.flags, 0);
    none.flags = 2;
    ck_fails(skpi_basis_join(&none, &a, &c), SKPI_ESTRUCT, "a->flags");
}
END_TEST

/* Arrays of one block begin at lines of a cache, hold zeros, and do not meet; what no memory holds is refused. */
START_TEST(pieces_of_a_block)
{
    double *x;
    unsigned char *y;
    int32_t *z;
    const skpi__piece pieces[] = {SKPI__PIECE(x, 3, 7), SKPI__PIECE(y, 65, 1), SKPI__PIECE(z, 0, 1)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    ck_assert_ptr_nonnull(block);
    ck_assert_uint_eq((uintptr_t)x % 64 + (uintptr_t)y % 64 + (uintptr_t)z % 64, 0);
    for (size_t i = 0; i < 21; i++) {
        ck_assert(x[i] == 0);
        x[i] = NAN;
    }
    for (size_t i = 0; i < 65; i++) {
        ck_assert_int_eq(y[i], 0);
        y[i] = 255;
    }
    for (size_t i = 0; i < 21; i++) ck_assert(isnan(x[i]));
    ck_assert((unsigned char *)(x + 21) <= y && y + 65 <= (unsigned char *)z);
    free(block);
    const skpi__piece wide[] = {SKPI__PIECE(y, 1, 1), SKPI__PIECE(x, SIZE_MAX / 2, 4)};
    const skpi__piece sum[] = {SKPI__PIECE(y, PTRDIFF_MAX, 1), SKPI__PIECE(y, PTRDIFF_MAX - 200, 1),
                               SKPI__PIECE(x, PTRDIFF_MAX / 16, 1)};
    ck_assert_ptr_null(SKPI__ALLOC_PIECES(wide));
    ck_assert_ptr_null(SKPI__ALLOC_PIECES(sum));
    const skpi__piece long_elements[] = {SKPI__PIECE(x, PTRDIFF_MAX / 4, 1)};
    const skpi__piece together[] = {SKPI__PIECE(x, PTRDIFF_MAX / 16, 1), SKPI__PIECE(x, PTRDIFF_MAX / 16, 1)};
    ck_assert_ptr_null(SKPI__ALLOC_PIECES(long_elements));
    ck_assert_ptr_null(SKPI__ALLOC_PIECES(together));
}
END_TEST

UNIT_MAIN("core", UNIT_CASE("structs", structs_that_grow, structs_that_are_written),
          UNIT_CASE("rows", rows_fail_the_call, rows_have_their_own, rows_run, unusual_values, outputs_not_wanted),
          UNIT_CASE("checks", arrays_and_sizes, pieces_of_a_block, kinds, usual_values),
          UNIT_CASE("tables", tables, bases))
