/* What sectors mean to each other: linkages, multipliers, Ghosh, impact, whole matrices. */
#include "unit/economy_table.h"
#include <stddef.h>

typedef struct linkages {
    double backward[2][MOST], power[MOST], power_cv[MOST], forward[2][MOST], sensitivity[MOST], sensitivity_cv[MOST],
        ghosh[2][MOST], output[MOST], value_added[MOST], jobs[MOST], type1_value_added[MOST], type1_jobs[MOST];
} linkages;

static skpi_economy_iotable_linkages_out out_of(linkages *l)
{
    return (skpi_economy_iotable_linkages_out){sizeof(skpi_economy_iotable_linkages_out),
                                               0,
                                               l->backward[0],
                                               l->backward[1],
                                               l->power,
                                               l->power_cv,
                                               l->forward[0],
                                               l->forward[1],
                                               l->sensitivity,
                                               l->sensitivity_cv,
                                               l->ghosh[0],
                                               l->ghosh[1],
                                               l->output,
                                               l->value_added,
                                               l->jobs,
                                               l->type1_value_added,
                                               l->type1_jobs};
}

static linkages linkages_of(const skpi_economy_iotable *t)
{
    linkages l;
    memset(&l, 0, sizeof l);
    skpi_economy_iotable_linkages_out o = out_of(&l);
    ck_assert_int_ge(skpi_economy_iotable_linkages(t, &o), 0);
    return l;
}

/* L = [.95 .25; .2 .85] / .7575, G_ij = L_ij x_j / x_i. */
START_TEST(by_hand)
{
    const economy e = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    const linkages l = linkages_of(t);
    const double det = .7575, direct[] = {.35, .3}, total[] = {1.15 / det, 1.1 / det}, mean = 2.25 / det / 2;
    const double sold[] = {.4, .25}, sales[] = {1.2 / det, 1.05 / det}, allotted[] = {.65, .15};
    const double ghosh[] = {(.95 + .25 * 2) / det, (.2 / 2 + .85) / det};
    const double va[] = {(.6 * .95 + .65 * .2) / det, (.6 * .25 + .65 * .85) / det}, v[] = {.6, .65};
    const double jobs[] = {(.02 * .95 + .005 * .2) / det, (.02 * .25 + .005 * .85) / det}, w[] = {.02, .005};
    /* the coefficient of variation of two numbers a and b is |a - b| / sqrt 2 over (a + b) / 2 */
    const double of_columns[] = {.75 / 1.15, .6 / 1.1}, of_rows[] = {.7 / 1.2, .65 / 1.05};
    for (int i = 0; i < 2; i++) {
        ck_near(l.backward[0][i], direct[i], 1e-16); /* another program gives the totals under this name */
        ck_near(l.backward[1][i], total[i], 1e-15);
        ck_near(l.power[i], total[i] / mean, 1e-15);
        ck_near(l.power_cv[i], of_columns[i] * sqrt(2), 1e-15); /* another program takes the other axis */
        ck_near(l.forward[0][i], sold[i], 1e-16);
        ck_near(l.forward[1][i], sales[i], 1e-15);
        ck_near(l.sensitivity[i], sales[i] / mean, 1e-15);
        ck_near(l.sensitivity_cv[i], of_rows[i] * sqrt(2), 1e-15);
        ck_near(l.ghosh[0][i], allotted[i], 1e-16);
        ck_near(l.ghosh[1][i], ghosh[i], 1e-15);
        ck_assert_double_eq(l.output[i], l.backward[1][i]);
        ck_near(l.value_added[i], va[i], 1e-15);
        ck_near(l.jobs[i], jobs[i], 1e-16);
        ck_near(l.type1_value_added[i], va[i] / v[i], 1e-15);
        ck_near(l.type1_jobs[i], jobs[i] / w[i], 1e-15);
    }
    double inverse[4], embodied[4];
    ck_assert_int_eq(skpi_economy_iotable_inverse(t, inverse), SKPI_OK);
    ck_near(inverse[1], .25 / det, 1e-15); /* row 0, column 1 */
    ck_near(inverse[2], .2 / det, 1e-15);
    ck_assert_int_eq(skpi_economy_iotable_embodied(t, embodied), SKPI_OK);
    ck_near(embodied[1], .6 * .25 / det * 1700, 1e-12);
    ck_near(embodied[2], .65 * .2 / det * 350, 1e-13);
    skpi_economy_iotable_free(t);
}
END_TEST

static double variation(const double *x, size_t n, size_t stride)
{
    double mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) mean += x[i * stride] / (double)n;
    for (size_t i = 0; i < n; i++) squares += (x[i * stride] - mean) * (x[i * stride] - mean);
    return sqrt(squares / ((double)n - 1)) / mean;
}

/* L (I - A) = 1, and every other figure follows from L element by element. */
START_TEST(identities)
{
    static economy e;
    static double m[MOST * MOST], inverse[MOST * MOST], unit[MOST * MOST], g[MOST * MOST];
    const size_t sizes[] = {2, 7, 8, 9, 40, MOST};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        const size_t n = sizes[k];
        random_economy(n, &e);
        skpi_economy_iotable *t = NULL;
        ck_assert_int_eq(make(&e, &t), SKPI_OK);
        ck_assert_int_eq(skpi_economy_iotable_inverse(t, inverse), SKPI_OK);
        ck_assert_int_eq(skpi_economy_iotable_embodied(t, m), SKPI_OK);
        for (size_t i = 0; i < n * n; i++) unit[i] = i % (n + 1) == 0;
        /* the rows of the result are those of G */
        ck_assert_int_eq(skpi_economy_iotable_ghosh(t, n, unit, g), SKPI_OK);
        double sum_m = 0, gdp = 0, sum = 0;
        for (size_t i = 0; i < n; i++) {
            double row_m = 0;
            gdp += e.va[i];
            for (size_t j = 0; j < n; j++) {
                double one = inverse[i * n + j], ghosh = g[i * n + j];
                for (size_t q = 0; q < n; q++) {
                    one -= inverse[i * n + q] * e.z[q * n + j] / e.x[j];
                    ghosh -= g[i * n + q] * e.z[q * n + j] / e.x[q];
                }
                ck_near(one, i == j, 1e-13);
                ck_near(ghosh, i == j, 1e-13);
                row_m += m[i * n + j];
                sum += inverse[i * n + j];
            }
            sum_m += row_m;
            ck_near(row_m / e.va[i], 1, 1e-13);
        }
        ck_near(sum_m / gdp, 1, 1e-13);
        const linkages l = linkages_of(t);
        for (size_t j = 0; j < n; j++) {
            double column = 0, row = 0, sold = 0, bought = 0, allotted = 0, ghosh = 0, va = 0, jobs = 0;
            for (size_t i = 0; i < n; i++) {
                column += inverse[i * n + j], row += inverse[j * n + i], ghosh += g[j * n + i];
                bought += e.z[i * n + j] / e.x[j], sold += e.z[j * n + i] / e.x[i];
                allotted += e.z[j * n + i] / e.x[j];
                va += e.va[i] / e.x[i] * inverse[i * n + j], jobs += e.jobs[i] / e.x[i] * inverse[i * n + j];
            }
            ck_near(l.backward[0][j], bought, 1e-14);
            ck_near(l.backward[1][j], column, 1e-13);
            ck_near(l.power[j], (double)n * column / sum, 1e-13);
            ck_near(l.power_cv[j], variation(inverse + j, n, n), 1e-12);
            ck_near(l.forward[0][j], sold, 1e-14);
            ck_near(l.forward[1][j], row, 1e-13);
            ck_near(l.sensitivity[j], (double)n * row / sum, 1e-13);
            ck_near(l.sensitivity_cv[j], variation(inverse + j * n, n, 1), 1e-12);
            ck_near(l.ghosh[0][j], allotted, 1e-14);
            ck_near(l.ghosh[1][j] / ghosh, 1, 1e-13);
            ck_near(l.output[j], column, 1e-13);
            ck_near(l.value_added[j], va, 1e-13);
            ck_near(l.jobs[j] / jobs, 1, 1e-13);
            ck_near(l.type1_value_added[j] / (va * e.x[j] / e.va[j]), 1, 1e-13);
            ck_near(l.type1_jobs[j] / (jobs * e.x[j] / e.jobs[j]), 1, 1e-13);
        }
        /* each figure asked for alone has the same bits, and nothing else is written */
        double only[MOST];
        static linkages apart;
        skpi_economy_iotable_linkages_out into = out_of(&apart);
        const linkages again = linkages_of(t);
        ck_assert_mem_eq(&again, &l, sizeof l);
        for (ptrdiff_t i = 0; i < 15; i++) {
            skpi_economy_iotable_linkages_out o = {.size = sizeof o};
            (&o.backward_direct)[i] = only;
            ck_assert_int_eq(skpi_economy_iotable_linkages(t, &o), SKPI_OK);
            memcpy((&into.backward_direct)[i], only, n * sizeof *only);
        }
        for (size_t j = 0; j < n; j++) {
            ck_assert_double_eq(apart.power_cv[j], l.power_cv[j]);
            ck_assert_double_eq(apart.sensitivity_cv[j], l.sensitivity_cv[j]);
            ck_assert_double_eq(apart.power[j], l.power[j]);
            ck_assert_double_eq(apart.type1_jobs[j], l.type1_jobs[j]);
        }
        skpi_economy_iotable_free(t);
    }
}
END_TEST

/* Ghosh's model: the primary inputs, x minus purchases, give the output. */
START_TEST(supply)
{
    static economy e;
    random_economy(23, &e);
    const size_t n = e.n;
    skpi_economy_iotable *t = NULL;
    double primary[2 * MOST], output[2 * MOST];
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    for (size_t j = 0; j < n; j++) {
        primary[j] = e.x[j];
        for (size_t i = 0; i < n; i++) primary[j] -= e.z[i * n + j];
        primary[n + j] = -3 * primary[j];
    }
    ck_assert_int_eq(skpi_economy_iotable_ghosh(t, 2, primary, output), SKPI_OK);
    for (size_t j = 0; j < n; j++) {
        ck_near(output[j] / e.x[j], 1, 1e-13);
        ck_near(output[n + j] / e.x[j], -3, 3e-13);
    }
    ck_assert_int_eq(skpi_economy_iotable_ghosh(t, 2, primary, primary), SKPI_OK); /* in place */
    ck_assert_mem_eq(primary, output, 2 * n * sizeof *output);
    ck_assert_int_eq(skpi_economy_iotable_ghosh(t, 0, NULL, NULL), SKPI_OK);
    ck_fails(skpi_economy_iotable_ghosh(NULL, 1, primary, output), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_ghosh(t, 1, NULL, output), SKPI_EINVAL, "primary");
    ck_fails(skpi_economy_iotable_ghosh(t, 1, primary, NULL), SKPI_EINVAL, "output");
    ck_fails(skpi_economy_iotable_ghosh(t, SIZE_MAX, primary, output), SKPI_ENOMEM, "primary");
    primary[n + 4] = NAN;
    ck_fails_at(skpi_economy_iotable_ghosh(t, 2, primary, output), SKPI_ENOTFINITE, "primary", 1);
    for (size_t j = 0; j < n; j++) primary[n + j] = 1.7e308;
    output[n] = output[0] = -7;
    ck_fails_at(skpi_economy_iotable_ghosh(t, 2, primary, output), SKPI_EOVERFLOW, "output", 1);
    ck_assert(output[0] != -7 && output[n] == -7);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(impact)
{
    enum { DEMANDS = 11 };
    static economy e;
    static double demand[DEMANDS * MOST], output[DEMANDS * MOST], va[DEMANDS * MOST], jobs[DEMANDS * MOST],
        solved[DEMANDS * MOST];
    random_economy(30, &e);
    const size_t n = e.n;
    double total[3][DEMANDS];
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    for (size_t i = 0; i < n; i++)
        for (size_t d = 0; d < DEMANDS; d++) demand[d * n + i] = d == 0 ? e.y[i] : (i % DEMANDS == d) - .25 * (i == d);
    skpi_economy_iotable_impact_out o = {sizeof o, 0, output, va, jobs, total[0], total[1], total[2]};
    ck_assert_int_eq(skpi_economy_iotable_impact(t, DEMANDS, demand, &o), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, DEMANDS, demand, solved), SKPI_OK);
    ck_assert_mem_eq(output, solved, DEMANDS * n * sizeof *output);
    const linkages l = linkages_of(t);
    for (size_t d = 0; d < DEMANDS; d++) {
        double sum[3] = {0, 0, 0}, by_multiplier[3] = {0, 0, 0};
        for (size_t i = 0; i < n; i++) {
            ck_near(va[d * n + i], output[d * n + i] * e.va[i] / e.x[i], 1e-12);
            ck_near(jobs[d * n + i], output[d * n + i] * e.jobs[i] / e.x[i], 1e-12);
            sum[0] += output[d * n + i], sum[1] += va[d * n + i], sum[2] += jobs[d * n + i];
            by_multiplier[0] += l.output[i] * demand[d * n + i];
            by_multiplier[1] += l.value_added[i] * demand[d * n + i];
            by_multiplier[2] += l.jobs[i] * demand[d * n + i];
        }
        for (int q = 0; q < 3; q++) {
            ck_near(total[q][d] / sum[q], 1, 1e-13);
            ck_near(total[q][d] / by_multiplier[q], 1, 1e-12);
        }
    }
    double x = 0, gdp = 0, people = 0; /* all of the table's final demand */
    for (size_t i = 0; i < n; i++) x += e.x[i], gdp += e.va[i], people += e.jobs[i];
    ck_near(total[0][0] / x, 1, 1e-13);
    ck_near(total[1][0] / gdp, 1, 1e-13);
    ck_near(total[2][0] / people, 1, 1e-13);
    double only = -7;
    skpi_economy_iotable_impact_out one = {.size = sizeof one, .total_value_added = &only};
    ck_assert_int_eq(skpi_economy_iotable_impact(t, 1, demand, &one), SKPI_OK);
    ck_assert_double_eq(only, total[1][0]);
    o.output = demand; /* in place */
    ck_assert_int_eq(skpi_economy_iotable_impact(t, DEMANDS, demand, &o), SKPI_OK);
    ck_assert_mem_eq(demand, solved, DEMANDS * n * sizeof *output);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(impact_refuses)
{
    economy e = two();
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    double demand[] = {1, 2, 3, 4}, output[4] = {-7, -7, -7, -7}, total[2] = {-7, -7}, jobs[4];
    skpi_economy_iotable_impact_out o = {.size = sizeof o, .output = output, .total_value_added = total};
    ck_fails(skpi_economy_iotable_impact(NULL, 2, demand, &o), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_impact(t, 2, NULL, &o), SKPI_EINVAL, "demand");
    ck_fails(skpi_economy_iotable_impact(t, SIZE_MAX, demand, &o), SKPI_ENOMEM, "demand");
    ck_fails(skpi_economy_iotable_impact(t, 2, demand, NULL), SKPI_EINVAL, "out");
    o.flags = 1;
    ck_fails(skpi_economy_iotable_impact(t, 2, demand, &o), SKPI_ESTRUCT, "out->flags");
    o.flags = 0, demand[3] = INFINITY;
    ck_fails_at(skpi_economy_iotable_impact(t, 2, demand, &o), SKPI_ENOTFINITE, "demand", 1);
    ck_assert(output[0] == -7 && total[0] == -7);
    demand[3] = 1.7e308;
    ck_fails_at(skpi_economy_iotable_impact(t, 2, demand, &o), SKPI_EOVERFLOW, "out->output", 1);
    ck_assert(output[0] != -7 && output[2] == -7 && total[1] == -7);
    demand[2] = 0, demand[3] = 1.25e308; /* each output is a double, but their sum is not */
    o.total_output = total;
    ck_fails_at(skpi_economy_iotable_impact(t, 2, demand, &o), SKPI_EOVERFLOW, "out->total_output", 1);
    ck_assert_double_eq(total[1], -7);
    ck_assert_int_eq(skpi_economy_iotable_impact(t, 0, NULL, &o), SKPI_OK);
    skpi_economy_iotable_free(t);
    /* a table without jobs, and the struct of a program that was compiled before jobs existed */
    for (int old = 0; old < 2; old++) {
        skpi_economy_iotable_source s = source(&e);
        if (old)
            s.size = offsetof(skpi_economy_iotable_source, jobs);
        else
            s.jobs = NULL;
        ck_assert_int_eq(skpi_economy_iotable_new(&s, &t), SKPI_OK);
        o = (skpi_economy_iotable_impact_out){.size = sizeof o, .jobs = jobs};
        ck_fails(skpi_economy_iotable_impact(t, 1, e.y, &o), SKPI_ENODATA, "out->jobs");
        o = (skpi_economy_iotable_impact_out){.size = sizeof o, .total_jobs = jobs};
        ck_fails(skpi_economy_iotable_impact(t, 1, e.y, &o), SKPI_ENODATA, "out->total_jobs");
        skpi_economy_iotable_linkages_out l = {.size = sizeof l, .multiplier_jobs = jobs};
        ck_fails(skpi_economy_iotable_linkages(t, &l), SKPI_ENODATA, "out->multiplier_jobs");
        l = (skpi_economy_iotable_linkages_out){.size = sizeof l, .type1_jobs = jobs};
        ck_fails(skpi_economy_iotable_linkages(t, &l), SKPI_ENODATA, "out->type1_jobs");
        l = (skpi_economy_iotable_linkages_out){.size = sizeof l, .backward_total = jobs};
        ck_assert_int_eq(skpi_economy_iotable_linkages(t, &l), SKPI_OK);
        skpi_economy_iotable_free(t);
    }
}
END_TEST

/* A sector without any flows has no type I multiplier and 1 on the diagonal of L and G, and changes nothing for the
 * others. */
START_TEST(idle_sector)
{
    economy e = two_and_idle();
    const economy small = two();
    skpi_economy_iotable *t = NULL, *t_small = NULL;
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_assert_int_eq(make(&small, &t_small), SKPI_OK);
    const linkages l = linkages_of(t), s = linkages_of(t_small);
    ck_assert(isnan(l.type1_value_added[1]) && isnan(l.type1_jobs[1]) && l.value_added[1] == 0 && l.jobs[1] == 0);
    ck_assert(l.backward[0][1] == 0 && l.backward[1][1] == 1 && l.forward[0][1] == 0 && l.forward[1][1] == 1);
    ck_assert(l.ghosh[0][1] == 0 && l.ghosh[1][1] == 1);
    ck_near(l.power_cv[1], sqrt(3), 1e-15); /* its column is 0, 1, 0 */
    ck_near(l.sensitivity_cv[1], sqrt(3), 1e-15);
    for (size_t i = 0; i < 2; i++) {
        ck_near(l.backward[1][2 * i], s.backward[1][i], 1e-15);
        ck_near(l.ghosh[1][2 * i], s.ghosh[1][i], 1e-15);
        ck_near(l.type1_value_added[2 * i], s.type1_value_added[i], 1e-15);
        ck_near(l.type1_jobs[2 * i], s.type1_jobs[i], 1e-15);
    }
    double inverse[9];
    ck_assert_int_eq(skpi_economy_iotable_inverse(t, inverse), SKPI_OK);
    ck_assert(inverse[1] == 0 && inverse[3] == 0 && inverse[4] == 1 && inverse[5] == 0 && inverse[7] == 0);
    const double put_in[] = {0, 5, 0};
    double output[3], va[3];
    ck_assert_int_eq(skpi_economy_iotable_ghosh(t, 1, put_in, output), SKPI_OK);
    ck_assert(output[0] == 0 && output[1] == 5 && output[2] == 0);
    skpi_economy_iotable_impact_out o = {.size = sizeof o, .output = output, .value_added = va};
    ck_assert_int_eq(skpi_economy_iotable_impact(t, 1, put_in, &o), SKPI_OK);
    ck_assert(output[1] == 5 && va[0] == 0 && va[1] == 0 && va[2] == 0);
    skpi_economy_iotable_free(t);
    skpi_economy_iotable_free(t_small);
}
END_TEST

/* Figures that do not exist: with a single sector, and with cells so negative that a sum of L is below 0. */
START_TEST(undefined)
{
    economy one = {.n = 1, .z = {50}, .x = {100}, .va = {50}, .y = {50}, .jobs = {1}};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_eq(make(&one, &t), SKPI_OK);
    linkages l = linkages_of(t);
    ck_near(l.backward[1][0], 2, 1e-15);
    ck_near(l.power[0], 1, 1e-15);
    ck_assert(isnan(l.power_cv[0]) && isnan(l.sensitivity_cv[0]));
    skpi_economy_iotable_free(t);
    economy e = {.n = 2, .z = {0, -300, 10, 0}, .x = {100, 100}, .va = {90, 400}, .y = {400, 90}, .jobs = {1, 1}};
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL); /* L = [1 -3; .1 1] / 1.3 */
    l = linkages_of(t);
    ck_near(l.backward[1][1], -2 / 1.3, 1e-15);
    ck_near(l.backward[1][0], 1.1 / 1.3, 1e-15);
    ck_assert(isnan(l.power[0]) && isnan(l.power[1]) && isnan(l.sensitivity[0]) && isnan(l.sensitivity[1]));
    ck_near(l.power_cv[0], .9 / 1.1 * sqrt(2), 1e-15);
    ck_near(l.sensitivity_cv[1], .9 / 1.1 * sqrt(2), 1e-15);
    ck_assert(isnan(l.power_cv[1]) && isnan(l.sensitivity_cv[0]));
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(refuses)
{
    economy e = two();
    skpi_economy_iotable *t = NULL;
    double inverse[4] = {-7, -7, -7, -7}, power[2] = {-7, -7};
    skpi_economy_iotable_linkages_out o = {.size = sizeof o, .power = power};
    ck_assert_int_eq(make(&e, &t), SKPI_OK);
    ck_fails(skpi_economy_iotable_linkages(NULL, &o), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_linkages(t, NULL), SKPI_EINVAL, "out");
    o.flags = 2;
    ck_fails(skpi_economy_iotable_linkages(t, &o), SKPI_ESTRUCT, "out->flags");
    o.flags = 0, o.size = 4;
    ck_fails(skpi_economy_iotable_linkages(t, &o), SKPI_ESTRUCT, "out->size");
    o.size = sizeof o;
    ck_fails(skpi_economy_iotable_inverse(NULL, inverse), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_inverse(t, NULL), SKPI_EINVAL, "inverse");
    ck_fails(skpi_economy_iotable_embodied(NULL, inverse), SKPI_EINVAL, "table");
    ck_fails(skpi_economy_iotable_embodied(t, NULL), SKPI_EINVAL, "embodied");
    ck_assert(inverse[0] == -7 && power[0] == -7);
    skpi_economy_iotable_free(t);
    e.va[0] = 1e-310; /* a sector with hardly any value added of its own */
    ck_assert_int_eq(make(&e, &t), SKPI_WUNUSUAL);
    double type1[2] = {-7, -7};
    o = (skpi_economy_iotable_linkages_out){.size = sizeof o, .power = power, .type1_value_added = type1};
    ck_fails_at(skpi_economy_iotable_linkages(t, &o), SKPI_EOVERFLOW, "out->type1_value_added", 0);
    ck_assert(power[0] == -7 && type1[0] == -7);
    skpi_economy_iotable_free(t);
    economy large = {.n = 1, .z = {0}, .x = {1e-10}, .va = {1e290}, .y = {1e10}};
    ck_assert_int_eq(make(&large, &t), SKPI_WUNUSUAL);
    ck_fails_at(skpi_economy_iotable_embodied(t, inverse), SKPI_EOVERFLOW, "embodied", 0);
    skpi_economy_iotable_free(t);
}
END_TEST

/* A sum of jobs beyond the range of a double, where each part is inside. */
START_TEST(multipliers_beyond_a_double)
{
    economy e = {.n = 2, .x = {1, 1}, .va = {1, .01}, .y = {.4, .61}, .jobs = {1.2e308, 1.2e308}};
    e.z[1] = .6, e.z[3] = .39; /* L = [1 .98; 0 1.64] */
    skpi_economy_iotable *t = NULL;
    double jobs[2] = {-7, -7};
    skpi_economy_iotable_linkages_out o = {.size = sizeof o, .multiplier_jobs = jobs};
    ck_assert_int_ge(make(&e, &t), 0);
    ck_fails(skpi_economy_iotable_linkages(t, &o), SKPI_EOVERFLOW, "out->multiplier_jobs");
    ck_assert(jobs[0] == -7 && jobs[1] == -7);
    skpi_economy_iotable_free(t);
}
END_TEST

UNIT_MAIN("economy_linkages",
          UNIT_CASE("linkages", by_hand, identities, idle_sector, undefined, refuses, multipliers_beyond_a_double),
          UNIT_CASE("vectors", supply, impact, impact_refuses))
