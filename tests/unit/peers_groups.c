/* Groups of peers: medoids, hierarchies and their cuts. */
#include "unit/unit.h"
#include "core/dispatch.h"
#include "peers/linkage.h"

static void line_distances(size_t n, const double *at, double *d)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) d[i * n + j] = fabs(at[i] - at[j]);
}

/* The least mean distance over all pairs and triples of medoids. */
static double best_of_all(size_t n, const double *d, size_t k)
{
    double best = INFINITY;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a; b < n; b++)
            for (size_t c = k > 2 ? b : a; c < (k > 2 ? n : a + 1); c++) {
                double sum = 0;
                for (size_t i = 0; i < n; i++) sum += fmin(fmin(d[i * n + a], d[i * n + b]), d[i * n + c]);
                best = fmin(best, sum / (double)n);
            }
    return best;
}

START_TEST(medoids_on_a_line)
{
    const double at[] = {0, 1, 2, 10, 11, 12, 40};
    const int32_t right[] = {1, 4, 6}, group[] = {0, 0, 0, 1, 1, 1, 2};
    double d[49], silhouette[7], built, mean;
    int32_t medoid[7], cluster[7];
    skpi_peers_medoids_out out = {sizeof out, 0, medoid, cluster, silhouette, &built, &mean};
    line_distances(7, at, d);
    ck_assert_int_eq(skpi_peers_medoids(7, 3, d, &out), SKPI_OK);
    for (size_t g = 0; g < 3; g++) ck_assert_int_eq(medoid[g], right[g]);
    for (size_t i = 0; i < 7; i++) ck_assert_int_eq(cluster[i], group[i]);
    ck_near(mean, 4. / 7, 1e-15);
    ck_near(silhouette[0], (11 - 1.5) / 11, 1e-15);
    ck_assert_double_eq(silhouette[6], 0);
    ck_assert_int_eq(skpi_peers_medoids(7, 1, d, &out), SKPI_OK);
    ck_assert_int_eq(medoid[0], 3);
    ck_assert_double_eq(built, mean);
    ck_assert_double_eq(silhouette[0], 0);
    ck_assert_int_eq(skpi_peers_medoids(7, 7, d, &out), SKPI_OK);
    for (size_t i = 0; i < 7; i++) {
        ck_assert_int_eq(medoid[i], (int32_t)i);
        ck_assert_int_eq(cluster[i], (int32_t)i);
    }
    ck_assert_double_eq(mean, 0);
    ck_fails(skpi_peers_medoids(7, 8, d, &out), SKPI_ERANGE, "n_medoids");
    ck_fails(skpi_peers_medoids(7, 0, d, &out), SKPI_ENODATA, "n_medoids");
}
END_TEST

/* The mean distance if unit `in` takes the place of medoid number `out`. */
static double mean_after_swap(size_t n, const double *d, size_t k, const int32_t *medoid, size_t out, size_t in)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double near = INFINITY;
        for (size_t g = 0; g < k; g++) near = fmin(near, d[i * n + (g == out ? in : (size_t)medoid[g])]);
        sum += near;
    }
    return sum / (double)n;
}

/* The mean distance after k units were taken, each of which lowers it most. */
static double built_plainly(size_t n, const double *d, size_t k)
{
    int32_t taken[3] = {0, 0, 0};
    double best = INFINITY;
    for (size_t g = 0; g < k; g++) {
        size_t in = 0;
        best = INFINITY;
        for (size_t i = 0; i < n; i++) {
            const double mean = mean_after_swap(n, d, g + 1, taken, g, i);
            if (mean < best) best = mean, in = i;
        }
        taken[g] = (int32_t)in;
    }
    return best;
}

/* Swaps help where build was greedy; no better pair or triple exists in these.  At the end no swap is left that gains.
 * Of units at the same place, the first is a medoid. */
START_TEST(swaps_reach_the_best)
{
    enum { UNITS = 14 };
    double x[UNITS], d[UNITS * UNITS], built, mean;
    int32_t medoid[3];
    size_t helped = 0, best = 0, tried = 0;
    uint32_t state = 7;
    skpi_peers_medoids_out out = {.size = sizeof out, .medoid = medoid, .built = &built, .mean = &mean};
    for (int trial = 0; trial < 400; trial++)
        for (size_t k = 2; k <= 3; k++) {
            for (size_t i = 0; i < UNITS; i++) x[i] = (double)((state = state * 1664525 + 1013904223) >> 20);
            for (size_t i = 0; trial % 2 && i < UNITS / 2; i++) x[i + UNITS / 2] = x[i];
            line_distances(UNITS, x, d);
            ck_assert_int_eq(skpi_peers_medoids(UNITS, k, d, &out), SKPI_OK);
            ck_assert_double_le(mean, built);
            ck_near(built, built_plainly(UNITS, d, k), 1e-9);
            ck_assert_double_ge(mean, best_of_all(UNITS, d, k) - 1e-9);
            for (size_t g = 0; g < k; g++) {
                ck_assert(trial % 2 == 0 || medoid[g] < UNITS / 2);
                for (size_t i = 0; i < UNITS; i++)
                    ck_assert_double_ge(mean_after_swap(UNITS, d, k, medoid, g, i), mean - 1e-9);
            }
            helped += mean < built;
            best += mean <= best_of_all(UNITS, d, k) + 1e-9;
            tried++;
        }
    ck_assert_uint_gt(helped, tried / 10);
    ck_assert_uint_gt(best, tried * 9 / 10);
}
END_TEST

START_TEST(duplicates)
{
    const double at[] = {3, 3, 3, 3, 5};
    double d[25];
    int32_t medoid[4], cluster[5], size[4] = {0, 0, 0, 0};
    skpi_peers_medoids_out out = {.size = sizeof out, .medoid = medoid, .cluster = cluster};
    line_distances(5, at, d);
    ck_assert_int_eq(skpi_peers_medoids(5, 4, d, &out), SKPI_OK);
    for (size_t i = 0; i < 5; i++) size[cluster[i]]++;
    for (int32_t g = 0; g < 4; g++) {
        ck_assert_int_ge(size[g], 1);
        ck_assert_int_eq(cluster[medoid[g]], g);
    }
    ck_assert_int_eq(medoid[3], 4);
}
END_TEST

/* Units that do not differ are in no group rather than in another; a distance of -0 is one of 0. */
START_TEST(no_distance_at_all)
{
    double d[16] = {0}, silhouette[4] = {7, 7, 7, 7};
    int32_t cluster[4];
    skpi_peers_medoids_out out = {.size = sizeof out, .cluster = cluster, .silhouette = silhouette};
    d[1] = -0.;
    ck_assert_int_eq(skpi_peers_medoids(4, 2, d, &out), SKPI_OK);
    for (size_t i = 0; i < 4; i++) ck_assert_double_eq(silhouette[i], 0);
}
END_TEST

/* Two triples about units 0 and 3, and a unit that is .3 from one and .1 + .2 from the other: the lower one has it, however
 * the last digits fall. */
START_TEST(between_two_medoids)
{
    for (int side = 0; side < 2; side++) {
        double d[49];
        int32_t medoid[2], cluster[7];
        skpi_peers_medoids_out out = {.size = sizeof out, .medoid = medoid, .cluster = cluster};
        for (size_t i = 0; i < 7; i++)
            for (size_t j = 0; j < 7; j++) {
                const double near = i % 3 && j % 3 ? .2 : .1, last = i % 3 + j % 3 ? .4 : i + j == 6 ? .3 : .1 + .2;
                d[i * 7 + j] = i == j ? 0 : i == 6 || j == 6 ? last : i / 3 == j / 3 ? near : 1;
            }
        if (side) d[6] = d[42] = .1 + .2, d[27] = d[45] = .3;
        ck_assert_int_eq(skpi_peers_medoids(7, 2, d, &out), SKPI_OK);
        ck_assert(medoid[0] == 0 && medoid[1] == 3);
        for (size_t i = 0; i < 7; i++) ck_assert_int_eq(cluster[i], i / 3 == 1);
    }
}
END_TEST

/* Unit 1 is .3 from its group and .3 from the other on average, .2 .3 .3 .4: its silhouette is 0, and not the last digit. */
START_TEST(silhouette_of_decimals)
{
    static const double row[] = {.3, 0, .4, .2, .3, .3};
    double d[36], silhouette[6];
    skpi_peers_medoids_out out = {.size = sizeof out, .silhouette = silhouette};
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++) {
            const double inner = i == 2 || j == 2 ? .1 : .2;
            d[i * 6 + j] = i == j ? 0 : i == 1 ? row[j] : j == 1 ? row[i] : i && j ? inner : 1;
        }
    ck_assert_int_eq(skpi_peers_medoids(6, 2, d, &out), SKPI_OK);
    ck_assert_double_eq(silhouette[1], 0);
    ck_near(silhouette[0], .7, 1e-15);
}
END_TEST

/* index_reports.json of the cases, ward_five_points: R 4.2.2, hclust. */
START_TEST(five_points)
{
    const double x[] = {.5, -.5, 0, 2, 2}, y[] = {.8660254037844386, .8660254037844386, -1, 0, 2};
    const int32_t linkages[] = {SKPI_PEERS_LINKAGE_WARD, SKPI_PEERS_LINKAGE_AVERAGE, SKPI_PEERS_LINKAGE_COMPLETE,
                                SKPI_PEERS_LINKAGE_SINGLE};
    const double heights[4][4] = {{1, 2, 2.1547005383792515, 3.31234432748968},
                                  {1, 1.9318516525781366, 2, 2.4741631529781083},
                                  {1, 1.9318516525781366, 2, 3.605551275463989},
                                  {1, 1.7320508075688772, 1.8803984643852072, 1.9318516525781366}};
    double d[25], height[4];
    int32_t first[4], second[4], cluster[15];
    const int32_t cut[] = {1, 2, 5}, joins[4][2] = {{0, 1}, {3, 4}, {2, 5}, {6, 7}};
    const int32_t groups[5][3] = {{0, 0, 0}, {0, 0, 1}, {0, 0, 2}, {0, 1, 3}, {0, 1, 4}};
    skpi_peers_hierarchy_out out = {sizeof out, 0, first, second, height, cluster};
    for (size_t i = 0; i < 25; i++) d[i] = hypot(x[i / 5] - x[i % 5], y[i / 5] - y[i % 5]);
    for (size_t k = 4; k-- > 0;) {
        ck_assert_int_eq(skpi_peers_hierarchy(5, 3, d, linkages[k], cut, &out), SKPI_OK);
        for (size_t i = 0; i < 4; i++) ck_near(height[i], heights[k][i], 1e-14);
    }
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(first[i], joins[i][0]);
        ck_assert_int_eq(second[i], joins[i][1]);
    }
    for (size_t i = 0; i < 15; i++) ck_assert_int_eq(cluster[i], groups[i / 3][i % 3]);
}
END_TEST

/* Equal distances: 0 and 1, then 2 and 3 before the new group 4 is looked at. */
START_TEST(equal_distances)
{
    double d[16], height[3];
    int32_t first[3], second[3];
    skpi_peers_hierarchy_out out = {.size = sizeof out, .first = first, .second = second, .height = height};
    for (size_t i = 0; i < 16; i++) d[i] = i % 5 ? 2 : 0;
    for (int32_t linkage = SKPI_PEERS_LINKAGE_SINGLE; linkage <= SKPI_PEERS_LINKAGE_AVERAGE; linkage++) {
        ck_assert_int_eq(skpi_peers_hierarchy(4, 0, d, linkage, NULL, &out), SKPI_OK);
        for (int32_t i = 0; i < 3; i++) {
            ck_assert_int_eq(first[i], 2 * i);
            ck_assert_int_eq(second[i], 2 * i + 1);
            ck_assert_double_eq(height[i], 2);
        }
    }
}
END_TEST

/* Units on a grid, with many equal distances: the same joins in any unit of the distances, at heights that do not fall,
 * though the last digits differ. */
START_TEST(grids_in_other_units)
{
    enum { UNITS = 30, STEPS = UNITS - 1 };
    double d[UNITS * UNITS], height[STEPS], other[STEPS];
    int32_t first[STEPS], second[STEPS], a[STEPS], b[STEPS];
    skpi_peers_hierarchy_out whole = {.size = sizeof whole, .first = first, .second = second, .height = height};
    skpi_peers_hierarchy_out tenths = {.size = sizeof tenths, .first = a, .second = b, .height = other};
    for (int32_t linkage = SKPI_PEERS_LINKAGE_SINGLE; linkage <= SKPI_PEERS_LINKAGE_WARD; linkage++)
        for (size_t k = 0; k < 40; k++) {
            const double unit = k ? (double)k / 7 : 1;
            for (size_t i = 0; i < UNITS; i++)
                for (size_t j = 0; j < UNITS; j++) {
                    const double x = (double)(i * 11 % 6) * unit - (double)(j * 11 % 6) * unit;
                    const double y = (double)(i * 7 % 5) * unit - (double)(j * 7 % 5) * unit;
                    d[i * UNITS + j] = fabs(x) + fabs(y);
                }
            ck_assert_int_eq(skpi_peers_hierarchy(UNITS, 0, d, linkage, NULL, k ? &tenths : &whole), SKPI_OK);
            if (!k) continue;
            ck_assert_mem_eq(a, first, sizeof a);
            ck_assert_mem_eq(b, second, sizeof b);
            for (size_t i = 0; i < STEPS; i++) ck_near(other[i] / unit, height[i], 1e-12);
            for (size_t i = 1; i < STEPS; i++) ck_assert_double_ge(other[i], other[i - 1]);
        }
}
END_TEST

/* A row of several pairs that are tied with the least: the lowest first unit, then the lowest second. */
START_TEST(ties_in_several_rows)
{
    static const double pair[][3] = {{2, 4, 1}, {1, 4, 1 + 2e-16}, {1, 3, 1 + 4e-16}, {0, 5, 1 + 1e-9}};
    double d[36], height[5];
    int32_t first[5], second[5];
    skpi_peers_hierarchy_out out = {.size = sizeof out, .first = first, .second = second, .height = height};
    for (size_t i = 0; i < 36; i++) d[i] = i % 7 ? 2 : 0;
    for (size_t i = 0; i < 4; i++) {
        const size_t a = (size_t)pair[i][0], b = (size_t)pair[i][1];
        d[a * 6 + b] = d[b * 6 + a] = pair[i][2];
    }
    ck_assert_int_eq(skpi_peers_hierarchy(6, 0, d, SKPI_PEERS_LINKAGE_COMPLETE, NULL, &out), SKPI_OK);
    ck_assert(first[0] == 1 && second[0] == 3 && first[1] == 2 && second[1] == 4 && first[2] == 0 && second[2] == 5);
    ck_assert_double_eq(height[0], pair[2][2]);
    ck_assert_double_eq(height[1], pair[2][2]); /* not below it */
}
END_TEST

/* Every step joins the nearest two of all groups, as a search over all pairs finds them. */
START_TEST(always_the_nearest)
{
    enum { UNITS = 40 };
    double x[UNITS], y[UNITS], d[UNITS * UNITS], height[UNITS - 1];
    int32_t first[UNITS - 1], second[UNITS - 1], group[UNITS];
    uint32_t state = 3;
    skpi_peers_hierarchy_out out = {.size = sizeof out, .first = first, .second = second, .height = height};
    for (size_t i = 0; i < UNITS; i++) {
        x[i] = (double)((state = state * 1664525 + 1013904223) >> 22);
        y[i] = (double)((state = state * 1664525 + 1013904223) >> 22);
        group[i] = (int32_t)i;
    }
    for (size_t i = 0; i < UNITS * UNITS; i++) d[i] = hypot(x[i / UNITS] - x[i % UNITS], y[i / UNITS] - y[i % UNITS]);
    ck_assert_int_eq(skpi_peers_hierarchy(UNITS, 0, d, SKPI_PEERS_LINKAGE_AVERAGE, NULL, &out), SKPI_OK);
    for (int32_t step = 0; step < UNITS - 1; step++) {
        double least = INFINITY, own = 0;
        for (int32_t a = 0; a < UNITS + step; a++)
            for (int32_t b = a + 1; b < UNITS + step; b++) {
                double sum = 0, pairs = 0;
                for (size_t i = 0; i < UNITS * UNITS; i++)
                    if (group[i / UNITS] == a && group[i % UNITS] == b) sum += d[i], pairs++;
                if (pairs > 0) least = fmin(least, sum / pairs);
                if (a == first[step] && b == second[step]) own = sum / pairs;
            }
        ck_near(own, least, 1e-11);
        ck_near(height[step], own, 1e-11);
        for (size_t i = 0; i < UNITS; i++)
            if (group[i] == first[step] || group[i] == second[step]) group[i] = UNITS + step;
    }
}
END_TEST

/* Lance's and Williams's formulas on a whole matrix, the nearest two by a search over all pairs. */
static void plain_hierarchy(size_t n, double *d, int32_t linkage, int32_t *first, int32_t *second, double *height)
{
    int32_t *number = malloc(n * sizeof *number);
    double *count = malloc(n * sizeof *count);
    for (size_t i = 0; i < n; i++) number[i] = (int32_t)i, count[i] = 1;
    for (size_t step = 0; step + 1 < n; step++) {
        size_t a = n, b = n;
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++) {
                if (number[i] < 0 || number[i] >= number[j]) continue; /* -1: joined */
                const double own = d[i * n + j], least = a < n ? d[a * n + b] : INFINITY;
                if (own < least ||
                    (own <= least && (number[i] < number[a] || (number[i] == number[a] && number[j] < number[b]))))
                    a = i, b = j;
            }
        first[step] = number[a], second[step] = number[b], height[step] = d[a * n + b];
        for (size_t k = 0; k < n; k++) {
            if (number[k] < 0 || k == a || k == b) continue;
            const double x = d[a * n + k], y = d[b * n + k], both = count[a] + count[b], own = count[k];
            double joined = linkage == SKPI_PEERS_LINKAGE_SINGLE ? fmin(x, y) : fmax(x, y);
            if (linkage == SKPI_PEERS_LINKAGE_AVERAGE) joined = (count[a] * x + count[b] * y) / both;
            if (linkage == SKPI_PEERS_LINKAGE_WARD)
                joined =
                    sqrt(((count[a] + own) * x * x + (count[b] + own) * y * y - own * d[a * n + b] * d[a * n + b]) /
                         (both + own));
            d[a * n + k] = d[k * n + a] = joined;
        }
        number[a] = (int32_t)(n + step), count[a] += count[b], number[b] = -1;
    }
    free(number);
    free(count);
}

/* As many units that rows of joined groups are closed up again and again; for single and complete linkage also in few
 * places, so that many distances are equal. */
START_TEST(as_a_plain_search)
{
    enum { UNITS = 150 };
    static double x[UNITS * 3], d[UNITS * UNITS];
    double height[UNITS - 1], plain_height[UNITS - 1];
    int32_t first[UNITS - 1], second[UNITS - 1], plain_first[UNITS - 1], plain_second[UNITS - 1];
    uint32_t state = 5;
    skpi_peers_hierarchy_out out = {.size = sizeof out, .first = first, .second = second, .height = height};
    for (int32_t linkage = SKPI_PEERS_LINKAGE_SINGLE; linkage <= SKPI_PEERS_LINKAGE_WARD; linkage++)
        for (uint32_t few = 0; few <= (linkage <= SKPI_PEERS_LINKAGE_COMPLETE); few++)
            for (size_t n = 1; n <= UNITS; n += n < 12 ? 1 : 23) {
                for (size_t i = 0; i < 3 * n; i++)
                    x[i] = (double)((state = state * 1664525 + 1013904223) >> (few ? 29 : 8));
                for (size_t i = 0; i < n * n; i++) {
                    const double *const a = x + 3 * (i / n), *const b = x + 3 * (i % n);
                    d[i] = fabs(a[0] - b[0]) + fabs(a[1] - b[1]) + fabs(a[2] - b[2]);
                }
                ck_assert_int_eq(skpi_peers_hierarchy(n, 0, d, linkage, NULL, &out), SKPI_OK);
                plain_hierarchy(n, d, linkage, plain_first, plain_second, plain_height);
                for (size_t i = 0; i + 1 < n; i++) {
                    ck_assert_int_eq(first[i], plain_first[i]);
                    ck_assert_int_eq(second[i], plain_second[i]);
                    ck_near(height[i], plain_height[i], 1e-12 * plain_height[i]);
                }
            }
}
END_TEST

/* Every vector unit gives the same bits, and the first of the least. */
START_TEST(kernels_agree)
{
    enum { MOST = 150 };
    const skpi__linkage_kernel *const plain = skpi__linkage_kernel_at(SKPI__PLAIN);
    double x[MOST], y[MOST], out[MOST], count[MOST], a[MOST], b[MOST];
    uint32_t state = 9;
    for (size_t i = 0; i < MOST; i++) {
        x[i] = (double)((state = state * 1664525 + 1013904223) >> 8) / 3;
        y[i] = (double)((state = state * 1664525 + 1013904223) >> 8) / 7;
        count[i] = (double)(1 + (state >> 30));
        out[i] = state >> 28 ? 0 : INFINITY;
    }
    for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++) {
        const skpi__linkage_kernel *const own = skpi__linkage_kernel_at(v);
        for (size_t n = 0; n <= MOST; n++) {
            plain->single(n, x, y, a), own->single(n, x, y, b);
            ck_assert_mem_eq(a, b, n * sizeof *a);
            plain->complete(n, x, y, a), own->complete(n, x, y, b);
            ck_assert_mem_eq(a, b, n * sizeof *a);
            plain->average(n, x, y, 3, 4, a), own->average(n, x, y, 3, 4, b);
            ck_assert_mem_eq(a, b, n * sizeof *a);
            plain->ward(n, x, y, count, 3, 4, 1e5, a), own->ward(n, x, y, count, 3, 4, 1e5, b);
            ck_assert_mem_eq(a, b, n * sizeof *a);
            plain->scaled(n, x, 1. / 64, 1, a), own->scaled(n, x, 1. / 64, 1, b);
            ck_assert_mem_eq(a, b, n * sizeof *a);
            double least = INFINITY, most = 0;
            size_t place = n;
            for (size_t i = 0; i < n; i++) {
                a[i] = floor(x[i] / 1e6); /* with equal ones */
                if (a[i] + out[i] < least) least = a[place = i];
                most = fmax(most, x[i]);
            }
            ck_assert_uint_eq(own->least(n, a, out), place);
            const double limit = 20; /* of numbers from 0 to 5, or of hardly any */
            place = 0;
            while (place < n && !(x[place] / 1e4 + out[place] <= limit)) place++;
            for (size_t i = 0; i < n; i++) b[i] = x[i] / 1e4;
            ck_assert_uint_eq(own->first(n, b, out, limit), place);
            ck_assert_double_eq(own->most(n, x), most);
        }
    }
}
END_TEST

START_TEST(hierarchies_refused)
{
    double d[] = {0, 1, 1, 0};
    const int32_t cut[] = {3, 0};
    double height[1] = {7};
    skpi_peers_hierarchy_out out = {.size = sizeof out, .height = height};
    ck_fails(skpi_peers_hierarchy(2, 1, d, SKPI_PEERS_LINKAGE_WARD, cut, &out), SKPI_ERANGE, "cut");
    ck_fails(skpi_peers_hierarchy(2, 1, d, SKPI_PEERS_LINKAGE_WARD, cut + 1, &out), SKPI_ERANGE, "cut");
    ck_fails(skpi_peers_hierarchy(2, 0, d, SKPI_PEERS_DISTANCE_EUCLID, NULL, &out), SKPI_EINVAL, "linkage");
    d[1] = d[2] = 1.7e308;
    ck_assert_double_eq(height[0], 7);
    ck_assert_int_eq(skpi_peers_hierarchy(2, 0, d, SKPI_PEERS_LINKAGE_WARD, NULL, &out), SKPI_OK);
    ck_assert_double_eq(height[0], 1.7e308);
    d[1] = d[2] = 0;
    ck_assert_int_eq(skpi_peers_hierarchy(2, 0, d, SKPI_PEERS_LINKAGE_WARD, NULL, &out), SKPI_OK);
    ck_assert_int_eq(skpi_peers_hierarchy(1, 0, d, SKPI_PEERS_LINKAGE_WARD, NULL, &out), SKPI_OK);
}
END_TEST

/* Two pairs, each in one place: Ward's height is sqrt 2 times their distance. */
START_TEST(heights_beyond_a_double)
{
    const double far = 1.7e308;
    const double d[] = {0, 0, far, far, 0, 0, far, far, far, far, 0, 0, far, far, 0, 0};
    double height[3];
    skpi_peers_hierarchy_out out = {.size = sizeof out, .height = height};
    ck_fails(skpi_peers_hierarchy(4, 0, d, SKPI_PEERS_LINKAGE_WARD, NULL, &out), SKPI_EOVERFLOW, "out->height");
    ck_assert_int_eq(skpi_peers_hierarchy(4, 0, d, SKPI_PEERS_LINKAGE_AVERAGE, NULL, &out), SKPI_OK);
}
END_TEST

UNIT_MAIN("peers_groups",
          UNIT_CASE("medoids", medoids_on_a_line, swaps_reach_the_best, duplicates, no_distance_at_all,
                    silhouette_of_decimals, between_two_medoids),
          UNIT_CASE("hierarchy", five_points, equal_distances, grids_in_other_units, ties_in_several_rows,
                    always_the_nearest, as_a_plain_search, kernels_agree, hierarchies_refused, heights_beyond_a_double))
