/* What makes an input-output table unfit, and what peers let pass in silence. */
#include "economy/flow_totals.h"
#include "unit/economy_table.h"

/* A sector without any figures changes nothing.  A sector with inputs or value added but without output is refused;
 * other programs set its column to zero, or its coefficient to 5, without a warning. */
START_TEST(idle_sector)
{
    economy e = two_and_idle();
    const economy small = two();
    const shares a = shares_of(&e), b = shares_of(&small);
    ck_near(a.s_exact, b.s_exact, 1e-15);
    ck_near(a.s_published, b.s_published, 1e-15);
    skpi_economy_iotable *t = NULL;
    e.z[0 * 3 + 1] = 5;
    ck_fails_at(make(&e, &t), SKPI_EZERODIV, "source->output", 1);
    e.z[0 * 3 + 1] = 0, e.z[1 * 3 + 2] = 5;
    ck_fails_at(make(&e, &t), SKPI_EZERODIV, "source->output", 1);
    e.z[1 * 3 + 2] = 0, e.va[1] = 1;
    ck_fails_at(make(&e, &t), SKPI_EZERODIV, "source->output", 1);
    e.va[1] = 0, e.jobs[1] = 1;
    ck_fails_at(make(&e, &t), SKPI_EZERODIV, "source->output", 1);
    e.jobs[1] = 0, e.x[0] = 1e-300, e.va[0] = 0, e.jobs[0] = 1e300;
    for (size_t i = 0; i < 3; i++) e.z[i] = e.z[3 * i] = 0;
    ck_fails_at(make(&e, &t), SKPI_EOVERFLOW, "source->jobs", 0);
    ck_assert_ptr_null(t);
}
END_TEST

/* A table with coefficients a, outputs of 100, and the final demand that balances it. */
static economy of_coefficients(size_t n, const double *a)
{
    economy e = {.n = n};
    for (size_t i = 0; i < n; i++) {
        e.x[i] = e.y[i] = 100, e.va[i] = 50;
        for (size_t j = 0; j < n; j++) e.z[i * n + j] = 100 * a[i * n + j], e.y[i] -= 100 * a[i * n + j];
    }
    return e;
}

START_TEST(productive_or_not)
{
    const struct {
        const char *what;
        size_t n;
        skpi_status status;
        double a[9];
    } cases[] = {
        {"a peer returns a negative inverse", 2, SKPI_ENOTPRODUCTIVE, {.6, .5, .7, .6}},
        {"just productive", 2, SKPI_OK, {.5, .499999, .5, .5}},
        {"just not", 2, SKPI_ENOTPRODUCTIVE, {.5, .500001, .5, .5}},
        {"a column sum above 1 alone", 2, SKPI_OK, {.2, 2, .1, .1}},
        {"column sums of .976", 2, SKPI_OK, {.5, .476, .476, .5}},
        {"part of the economy", 3, SKPI_ENOTPRODUCTIVE, {.1, 0, .1, 0, 1.2, 0, .2, 0, .1}},
        {"all sold to each other", 2, SKPI_ESINGULAR, {.5, .5, .5, .5}},
        {"a negative cell, columns below 1", 2, SKPI_OK, {.5, -.4, .2, .3}},
        {"negative cells, |A| productive", 2, SKPI_OK, {.1, -1.5, .3, .1}},
        {"negative cells, |A| not, radius .89", 2, SKPI_OK, {.63, -.63, .63, .63}},
        {"negative cells, radius 1.19", 2, SKPI_ENOTPRODUCTIVE, {.84, -.84, .84, .84}},
        {"radius 1.2 of a negative eigenvalue", 2, SKPI_ENOTPRODUCTIVE, {-1.2, 0, 0, .1}},
        {"negative cells, columns of 1, eigenvalue -1",
         3,
         SKPI_ENOTPRODUCTIVE,
         {-.5, -.25, -.25, -.25, -.5, -.125, -.25, -.25, -.625}},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        const economy e = of_coefficients(cases[c].n, cases[c].a);
        skpi_economy_iotable *t = NULL;
        const skpi_status s = make(&e, &t);
        /* the valid ones of these tables are unusual */
        const skpi_status wanted = s > 0 ? SKPI_WUNUSUAL : cases[c].status;
        ck_assert_msg(s == wanted && (s > 0) <= (cases[c].status == SKPI_OK), "%s: %s", cases[c].what,
                      skpi_status_name(s));
        if (c == 0) { /* the column with the largest sum, by which the sectors use up more than they make */
            skpi_error told = {.size = sizeof told};
            ck_assert_int_eq(skpi_last_error_get(&told), SKPI_OK);
            ck_assert_int_eq(told.column, 0);
            ck_near(told.value, 1.3, 1e-15);
        }
        ck_assert((t != NULL) == (s >= 0));
        if (s < 0) {
            ck_assert_ptr_nonnull(strstr(skpi_last_error(), "source->flow"));
            skpi_error at = {.size = sizeof at};
            ck_assert_int_eq(skpi_last_error_get(&at), SKPI_OK);
            ck_assert_int_ge(at.column, 0);
        }
        skpi_economy_iotable_free(t);
    }
}
END_TEST

/* Adds sector n as the total of the others, as in a published table that is read with its margins. */
static void with_total(const economy *e, int row, int column, economy *to)
{
    const size_t n = e->n, m = n + 1;
    *to = (economy){.n = m};
    for (size_t i = 0; i < n; i++) {
        to->x[i] = e->x[i], to->va[i] = e->va[i], to->y[i] = e->y[i], to->digital[i] = e->digital[i];
        to->x[n] += e->x[i], to->va[n] += e->va[i], to->y[n] += e->y[i];
        for (size_t j = 0; j < n; j++) {
            to->z[i * m + j] = e->z[i * n + j];
            /* rounded, so that like a published total it does not add up exactly */
            if (row) to->z[n * m + j] += round(e->z[i * n + j] * 10) / 10;
            if (column) to->z[i * m + n] += e->z[i * n + j];
            if (row && column) to->z[n * m + n] += e->z[i * n + j];
        }
    }
}

START_TEST(totals)
{
    static economy e, with;
    random_economy(12, &e);
    int32_t row[14], column[14];
    skpi_economy_iotable_source_check_out o = {.size = sizeof o, .total_row = row, .total_column = column};
    skpi_economy_iotable_source s = source(&e);
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    for (size_t i = 0; i < e.n; i++) ck_assert(row[i] == 0 && column[i] == 0);
    for (int kind = 1; kind < 4; kind++) {
        with_total(&e, kind & 1, kind & 2, &with);
        s = source(&with);
        ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_WUNUSUAL);
        for (int i = 0; i < 13; i++) {
            ck_assert_int_eq(row[i], i == 12 && kind & 1);
            ck_assert_int_eq(column[i], i == 12 && kind & 2);
        }
        skpi_economy_iotable *t = NULL;
        ck_fails(make(&with, &t), SKPI_EINCONSISTENT, "source->flow");
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), kind & 1 ? "row 12" : "column 12"));
        ck_assert_ptr_null(t);
    }
    /* a total in front is the sum of all other sectors */
    static economy front;
    with_total(&e, 1, 1, &with);
    front = (economy){.n = 13};
    for (size_t i = 0; i < 13; i++) {
        const size_t from = (i + 12) % 13;
        front.x[i] = with.x[from], front.va[i] = with.va[from], front.y[i] = with.y[from];
        for (size_t j = 0; j < 13; j++) front.z[i * 13 + j] = with.z[from * 13 + (j + 12) % 13];
    }
    s = source(&front);
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_WUNUSUAL);
    for (int i = 0; i < 13; i++) ck_assert(row[i] == (i == 0) && column[i] == (i == 0));
    skpi_economy_iotable *t = NULL;
    ck_fails(make(&front, &t), SKPI_EINCONSISTENT, "source->flow");
    /* a total in the middle is the sum of the sectors before it */
    static economy both;
    with_total(&e, 1, 1, &with);
    both = (economy){.n = 14};
    for (size_t i = 0; i < 14; i++) {
        const size_t from = i < 13 ? i : 3;
        both.x[i] = with.x[from], both.va[i] = with.va[from], both.y[i] = with.y[from];
        for (size_t j = 0; j < 14; j++) both.z[i * 14 + j] = with.z[from * 13 + (j < 13 ? j : 3)];
    }
    s = source(&both);
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_WUNUSUAL);
    for (int i = 0; i < 14; i++) ck_assert(row[i] == (i == 12) && column[i] == (i == 12));
    /* totals do not hide a wrong unit of value added */
    double slip;
    skpi_economy_iotable_source_check_out o_slip = {.size = sizeof o_slip, .unit_slip = &slip};
    for (size_t i = 0; i < 14; i++) both.va[i] /= 10;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_slip), SKPI_WUNUSUAL);
    ck_assert_double_eq(slip, 1);
    o_slip.flow_slip = &slip, slip = -7;
    for (size_t i = 0; i < 14 * 14; i++) both.z[i] *= 100;
    o_slip.unit_slip = NULL;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_slip), SKPI_WUNUSUAL);
    ck_assert_double_eq(slip, -2);
    ck_fails(make(&both, &t), SKPI_EINCONSISTENT, "source->flow");
    /* lines that are totals only as rows, or only as columns, count neither with their flows nor with their output */
    for (int kind = 1; kind < 3; kind++) {
        static economy one, two, three;
        with_total(&e, kind & 1, kind & 2, &one);
        with_total(&one, kind & 1, kind & 2, &two); /* the sum of those before it, the first total among them */
        with_total(&two, kind & 1, kind & 2, &three);
        for (size_t i = 12; i < 15; i++) three.x[i] = 1e7 * three.x[i], three.y[i] = 0;
        s = source(&three);
        double flow_slip = -7, unit_slip = -7;
        int32_t rows[15], columns[15];
        skpi_economy_iotable_source_check_out o_one = {.size = sizeof o_one,
                                                       .flow_slip = &flow_slip,
                                                       .unit_slip = &unit_slip,
                                                       .total_row = rows,
                                                       .total_column = columns};
        ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_one), SKPI_WUNUSUAL);
        for (int i = 0; i < 15; i++) ck_assert((kind & 1 ? rows : columns)[i] == (i >= 12));
        ck_assert_msg(flow_slip == 0 && unit_slip == 0, "%g %g", flow_slip, unit_slip);
    }
    /* sectors with the same sales are not totals */
    const double alike[] = {.2, .1, .2, .1};
    economy same = of_coefficients(2, alike);
    ck_assert_int_ge(make(&same, &t), 0);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(check_by_hand)
{
    economy e = two();
    skpi_economy_iotable_source s = source(&e);
    double imbalance[3], radius, condition, slip;
    skpi_economy_iotable_source_check_out o = {.size = sizeof o,
                                               .imbalance = imbalance,
                                               .spectral_radius = &radius,
                                               .condition = &condition,
                                               .unit_slip = &slip};
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    ck_assert(imbalance[0] == 0 && imbalance[1] == 0 && slip == 0);
    ck_near(radius, (.2 + sqrt(.21)) / 2, 1e-15); /* trace .2, determinant -.0425 */
    ck_near(condition, 1.2 * 1.15 / .7575, 1e-14);
    /* the same with sectors that buy nothing: the column with the largest sum is not among the last */
    economy ten = {.n = 10};
    for (size_t i = 0; i < 10; i++) ten.x[i] = i < 2 ? e.x[i] : 1;
    for (size_t i = 0; i < 4; i++) ten.z[i / 2 * 10 + i % 2] = e.z[i];
    const skpi_economy_iotable_source s_ten = source(&ten);
    skpi_economy_iotable_source_check_out o_ten = o;
    o_ten.imbalance = NULL, condition = -7;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s_ten, &o_ten), SKPI_WUNUSUAL); /* no final demand */
    ck_near(condition, 1.2 * 1.15 / .7575, 1e-14);
    e.y[1] = 1900;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_WUNUSUAL);
    ck_near(imbalance[1], .1, 1e-16);
    /* value added in units of 1000 or 10 of the flows, or in thousandths */
    const struct {
        double factor, slip;
    } slips[] = {{10, -1}, {1000, -3}, {.1, 1}, {1e-3, 3}, {.5, 0}};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        e = two();
        for (int j = 0; j < 2; j++) e.va[j] *= slips[i].factor;
        const skpi_status wanted = slips[i].slip != 0 ? SKPI_WUNUSUAL : SKPI_OK;
        ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), wanted);
        ck_assert_double_eq(slip, slips[i].slip);
    }
    /* flows in such units: the table balances when they are converted */
    double flow_slip;
    skpi_economy_iotable_source_check_out o_flow = {.size = sizeof o_flow, .flow_slip = &flow_slip};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        e = two();
        for (int j = 0; j < 4; j++) e.z[j] *= slips[i].factor;
        ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_flow), SKPI_WUNUSUAL);
        ck_assert_double_eq(flow_slip, slips[i].slip);
    }
    e = two(), e.y[0] = e.y[1] = 1700; /* more than the output */
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_flow), SKPI_WUNUSUAL);
    ck_assert(isnan(flow_slip));
    e = two();
    for (int j = 0; j < 4; j++) e.z[j] = 0;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o_flow), SKPI_WUNUSUAL);
    ck_assert(isnan(flow_slip));
    /* the value added of such sectors is a tenth of their output; the inputs explain the difference, so no slip is
     * reported */
    const double deep[] = {.45, .5, .5, .45};
    e = of_coefficients(2, deep);
    for (int j = 0; j < 2; j++) e.va[j] = 5;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    ck_assert_double_eq(slip, 0);
    e = two(), e.va[0] = e.va[1] = 0;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    ck_assert(isnan(slip));
    /* what new refuses is only a finding here */
    const double a[] = {.5, .5, .5, .5};
    e = of_coefficients(2, a);
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_WUNUSUAL);
    ck_near(radius, 1, 1e-15);
    ck_assert(condition > 1e15);
    economy idle = {.n = 3,
                    .z = {150, 0, 500, /**/ 0, 0, 0, /**/ 200, 0, 100},
                    .x = {1000, 0, 2000},
                    .va = {600, 0, 1300},
                    .y = {350, 7, 1700}};
    s = source(&idle);
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    ck_assert(isnan(imbalance[1]) && imbalance[2] == 0);
}
END_TEST

/* Condition of a table with that many sectors, and that of its inverse; one cell of the inverse is negative if
 * wanted. */
static void conditions(size_t n, int negative, double *told, double *exact)
{
    double *z = calloc(n * n, sizeof *z), *x = calloc(n, sizeof *x), *rest = calloc(2 * n, sizeof *rest);
    double *inverse = calloc(n * n, sizeof *inverse), size = 0, size_inverse = 0;
    uint64_t state = 7;
    for (size_t i = 0; i < n; i++) x[i] = 100 + (double)(i * i % 31);
    for (size_t c = 0; c < n * n; c++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        z[c] = (double)(state >> 40) * 0x1p-24 / (double)n * x[c % n];
    }
    if (negative) z[3 * n + n - 1] *= -3;
    for (size_t i = 0; i < n; i++) {
        rest[i] = rest[n + i] = x[i];
        for (size_t j = 0; j < n; j++) rest[i] -= z[i * n + j], rest[n + i] -= z[j * n + i];
    }
    const skpi_economy_iotable_source s = {
        .size = sizeof s, .n_sectors = n, .flow = z, .output = x, .value_added = rest + n, .final_demand = rest};
    skpi_economy_iotable_source_check_out o = {.size = sizeof o, .condition = told};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(skpi_economy_iotable_source_check(&s, &o), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_new(&s, &t), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_inverse(t, inverse), SKPI_OK);
    for (size_t j = 0; j < n; j++) {
        double sum = 0, sum_inverse = 0;
        for (size_t i = 0; i < n; i++) {
            sum += fabs((i == j) - z[i * n + j] / x[j]);
            sum_inverse += fabs(inverse[i * n + j]);
        }
        size = fmax(size, sum), size_inverse = fmax(size_inverse, sum_inverse);
    }
    *exact = size * size_inverse;
    skpi_economy_iotable_free(t);
    free(inverse), free(rest), free(x), free(z);
}

/* The condition is the same from one solve, from all columns, and from Hager's five solves. */
START_TEST(condition_by_size)
{
    for (size_t n = 9; n < 500; n = 6 * n + 11)
        for (int negative = 0; negative < 2; negative++) {
            double told = -7, exact;
            conditions(n, negative, &told, &exact);
            ck_near(told / exact, 1, 1e-13);
        }
}
END_TEST

START_TEST(source_refuses)
{
    economy e = two();
    skpi_economy_iotable_source s = source(&e);
    skpi_economy_iotable *t = NULL;
    double radius = -7;
    skpi_economy_iotable_source_check_out o = {.size = sizeof o, .spectral_radius = &radius};
#define BOTH(status, name, row)                                                    \
    do {                                                                           \
        ck_fails_at(skpi_economy_iotable_new(&s, &t), status, name, row);          \
        ck_assert_ptr_null(t);                                                     \
        ck_fails_at(skpi_economy_iotable_source_check(&s, &o), status, name, row); \
        ck_assert_double_eq(radius, -7);                                           \
        e = two(), s = source(&e);                                                 \
    } while (0)
    e.z[2] = NAN;
    BOTH(SKPI_ENOTFINITE, "source->flow", 1);
    e.z[1] = INFINITY;
    ck_assert_int_eq(skpi_economy_iotable_new(&s, &t), SKPI_ENOTFINITE);
    skpi_error at = {.size = sizeof at};
    ck_assert_int_eq(skpi_last_error_get(&at), SKPI_OK);
    ck_assert(at.row == 0 && at.column == 1);
    e = two(), e.x[1] = NAN;
    BOTH(SKPI_ENOTFINITE, "source->output", 1);
    e.x[0] = -1;
    BOTH(SKPI_ERANGE, "source->output", 0);
    e.va[1] = NAN;
    BOTH(SKPI_ENOTFINITE, "source->value_added", 1);
    e.y[0] = INFINITY;
    BOTH(SKPI_ENOTFINITE, "source->final_demand", 0);
    e.jobs[0] = -1;
    BOTH(SKPI_ERANGE, "source->jobs", 0);
    e.jobs[1] = NAN;
    BOTH(SKPI_ENOTFINITE, "source->jobs", 1);
    e.x[1] = 0;
    BOTH(SKPI_EZERODIV, "source->output", 1);
    e.x[0] = 5e-324;
    BOTH(SKPI_EOVERFLOW, "source->flow", 0);
    s.n_sectors = 0;
    BOTH(SKPI_ENODATA, "source->n_sectors", -1);
    s.n_sectors = SIZE_MAX / 2;
    BOTH(SKPI_ENOMEM, "source->flow", -1);
    s.flow = NULL;
    BOTH(SKPI_EINVAL, "source->flow", -1);
    s.output = NULL;
    BOTH(SKPI_EINVAL, "source->output", -1);
    s.value_added = NULL;
    BOTH(SKPI_EINVAL, "source->value_added", -1);
    s.final_demand = NULL;
    BOTH(SKPI_EINVAL, "source->final_demand", -1);
    s.size = 3;
    BOTH(SKPI_ESTRUCT, "source->size", -1);
    s.flags = 1;
    BOTH(SKPI_ESTRUCT, "source->flags", -1);
    ck_fails(skpi_economy_iotable_new(NULL, &t), SKPI_EINVAL, "source");
    ck_fails(skpi_economy_iotable_new(&s, NULL), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_source_check(NULL, &o), SKPI_EINVAL, "source");
    ck_fails(skpi_economy_iotable_source_check(&s, NULL), SKPI_EINVAL, "out");
#undef BOTH
}
END_TEST

static uint64_t state = 20261130;
static double uniform(double a, double b) /* a small generator that gives the same cases on every machine */
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return a + (b - a) * ((double)(state >> 11) * 0x1p-53);
}

/* Whether line t without its cell on the diagonal is the sum of the others, or of those before it, as the header says. */
static int is_total(size_t n, const double *flow, int column, size_t t)
{
    double size = 0, from_others = 0, from_earlier = 0;
    size_t filled = 0, earlier = 0;
    for (size_t i = 0; i < n; i++) {
        double own = 0;
        for (size_t j = 0; j < n; j++) own += i == j ? 0 : fabs(column ? flow[j * n + i] : flow[i * n + j]);
        filled += i != t && own > 0;
        earlier += i < t && own > 0;
    }
    for (size_t j = 0; j < n; j++) {
        double others = 0, before = 0;
        if (j == t) continue;
        for (size_t i = 0; i < n; i++) {
            const double z = i == t ? 0 : column ? flow[j * n + i] : flow[i * n + j];
            others += z, before += i < t ? z : 0;
        }
        const double own = column ? flow[j * n + t] : flow[t * n + j];
        size += fabs(own), from_others += fabs(others - own), from_earlier += fabs(before - own);
    }
    return size > 0 && ((filled > 1 && 1000 * from_others <= size) || (earlier > 1 && 1000 * from_earlier <= size));
}

START_TEST(totals_by_definition)
{
    enum { LARGEST = 11 };
    double flow[LARGEST * LARGEST], work[SKPI__FLOW_TOTALS_WORK * LARGEST];
    int32_t flag[LARGEST];
    size_t all = 0;
    for (int trial = 0; trial < unit_trials(4000); trial++) {
        const size_t n = 2 + (size_t)trial % (LARGEST - 1), to = (size_t)uniform(0, (double)n);
        const int column = trial / 10 % 2, rest = trial / 20 % 2;
        const double off = trial % 3 ? 1 : 1 + uniform(-2e-3, 2e-3);
        for (size_t c = 0; c < n * n; c++) flow[c] = uniform(0, 1) < .3 ? 0 : uniform(-.2, 1);
        for (size_t i = 0; i < n && trial % 4 == 0; i++) /* most lines are empty */
            for (size_t j = 0; j < n && uniform(0, 1) < .6; j++) flow[column ? j * n + i : i * n + j] = 0;
        for (size_t j = 0; j < n; j++) { /* a line that is the sum of the others, or of those before it */
            double sum = 0;
            for (size_t i = 0; i < (rest ? n : to); i++)
                sum += i == to ? 0 : column ? flow[j * n + i] : flow[i * n + j];
            flow[column ? j * n + to : to * n + j] = off * sum;
        }
        const size_t found = skpi__flow_totals(n, flow, column, work, flag);
        size_t flags = 0;
        for (size_t t = 0; t < n; t++) {
            ck_assert_int_eq(flag[t], is_total(n, flow, column, t));
            flags += flag[t] == 1;
        }
        ck_assert_uint_eq(found, flags);
        all += found;
    }
    ck_assert(unit_slow() || all > 1000);
}
END_TEST

UNIT_MAIN("economy_source", UNIT_CASE("tables", idle_sector, productive_or_not, totals, totals_by_definition,
                                      check_by_hand, condition_by_size, source_refuses))
