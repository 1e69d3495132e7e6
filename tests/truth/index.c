/* Closed formulas of composite indices, peers and juries beside __float128 (truth.h). */
#include "truth/truth.h"

enum { TRUTH_UNITS = 6, TRUTH_COLUMNS = 4 };

/* The moments of a column of n values, one in m. */
typedef struct truth_column {
    quad low, high, sum, mean, sd, size;
} truth_column;
static truth_column truth_moments(size_t n, size_t m, const double *x)
{
    truth_column c = {.low = x[0], .high = x[0]};
    quad square = 0;
    for (size_t i = 0; i < n; i++) {
        const quad v = x[i * m];
        c.low = v < c.low ? v : c.low;
        c.high = truth_larger(c.high, v);
        c.size = truth_larger(c.size, fabsq(v));
        c.sum += v;
    }
    c.mean = c.sum / n;
    for (size_t i = 0; i < n; i++) square += (x[i * m] - c.mean) * (x[i * m] - c.mean);
    c.sd = sqrtq(square / (n - 1));
    return c;
}
/* Values of units: of one size in a column, not all the same. */
static double *truth_units(truth *t, size_t n, size_t m)
{
    double *x = truth_room(t, n * m);
    for (size_t j = 0; j < m; j++) {
        const double unit = truth_quantity(t, "unit");
        for (size_t i = 0; i < n; i++)
            x[i * m + j] = fmin(unit, DBL_MAX / 4) * (i < 2 ? 1 + (double)i : truth_between(t, "value", 0.5, 3));
    }
    return x;
}

static void truth_index_describe(truth *t)
{
    const size_t n = truth_count(t, "n", 4, TRUTH_UNITS);
    const double *x = truth_units(t, n, 1);
    double got[6];
    skpi_index_describe_out out = {.size = sizeof out,
                                   .low = &got[0],
                                   .high = &got[1],
                                   .mean = &got[2],
                                   .sd = &got[3],
                                   .skewness = &got[4],
                                   .kurtosis = &got[5]};
    if (!truth_given(t, skpi_index_describe(n, 1, x, &out))) return;
    const truth_column c = truth_moments(n, 1, x);
    quad s2 = 0, s3 = 0, s4 = 0;
    for (size_t i = 0; i < n; i++) {
        const quad d = x[i] - c.mean;
        s2 += d * d;
        s3 += d * d * d;
        s4 += d * d * d * d;
    }
    const quad k = n, r = k * s4 / (s2 * s2);
    const quad skew = sqrtq(k * (k - 1)) / (k - 2) * sqrtq(k) * s3 / powq(s2, 1.5Q);
    const quad tails = (k - 1) / ((k - 2) * (k - 3)) * ((k + 1) * (r - 3) + 6), spread = c.size / c.sd;
    const quad want[] = {c.low, c.high, c.mean, c.sd, skew, tails};
    const quad term[] = {0, 0, 0, c.size, k * spread, k * k * spread};
    for (size_t i = 0; i < 6; i++) truth_is(t, "figure", got[i], want[i], term[i]);
}
static void truth_index_rank(truth *t)
{
    const size_t n = truth_count(t, "n", 1, TRUTH_UNITS);
    const double *x = truth_many(t, n, truth_number, "score");
    int32_t rank[TRUTH_UNITS];
    if (!truth_given(t, skpi_index_rank(n, 1, x, 0, rank))) return;
    for (size_t i = 0; i < n; i++) {
        int32_t above = 1;
        for (size_t j = 0; j < n; j++) above += x[j] > x[i];
        truth_same(t, "rank", rank[i], above);
    }
}

static quad truth_pearson(size_t n, size_t m, const double *x, const double *y)
{
    const truth_column a = truth_moments(n, m, x), b = truth_moments(n, m, y);
    quad sum = 0;
    for (size_t i = 0; i < n; i++) sum += (x[i * m] - a.mean) * (y[i * m] - b.mean);
    return sum / (n - 1) / a.sd / b.sd;
}
static void truth_index_structure(truth *t)
{
    const size_t n = truth_count(t, "n", 3, TRUTH_UNITS), m = truth_count(t, "m", 2, TRUTH_COLUMNS);
    const double *x = truth_units(t, n, m);
    double got[TRUTH_COLUMNS * TRUTH_COLUMNS];
    skpi_index_structure_out out = {.size = sizeof out, .correlation = got};
    if (!truth_given(t, skpi_index_structure(n, m, x, SKPI_INDEX_CORRELATION_PEARSON, &out))) return;
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < m; j++) {
            const truth_column a = truth_moments(n, m, x + i), b = truth_moments(n, m, x + j);
            truth_is(t, "correlation", got[i * m + j], truth_pearson(n, m, x + i, x + j),
                     truth_larger(a.size / a.sd, b.size / b.sd));
        }
}

/* Entropy, deviation and CRITIC on the directed scale from 0 to 1. */
static void truth_index_weight(truth *t)
{
    static const int32_t methods[] = {SKPI_INDEX_WEIGHT_ENTROPY, SKPI_INDEX_WEIGHT_DEVIATION, SKPI_INDEX_WEIGHT_CRITIC};
    const size_t n = truth_count(t, "n", 3, TRUTH_UNITS), m = truth_count(t, "m", 2, TRUTH_COLUMNS),
                 method = truth_count(t, "method", 0, 2);
    const double *x = truth_units(t, n, m);
    int32_t direction[TRUTH_COLUMNS];
    for (size_t j = 0; j < m; j++) direction[j] = truth_count(t, "up", 0, 1) ? 1 : -1;
    double weight[TRUTH_COLUMNS];
    if (!truth_given(t, skpi_index_weight(n, m, x, direction, methods[method], NULL, weight))) return;
    quad w[TRUTH_COLUMNS], all = 0, size = 1;
    for (size_t j = 0; j < m; j++) {
        const truth_column c = truth_moments(n, m, x + j);
        quad y[TRUTH_UNITS], sum = 0, entropy = 0;
        for (size_t i = 0; i < n; i++) {
            y[i] = (x[i * m + j] - c.low) / (c.high - c.low);
            if (direction[j] < 0) y[i] = 1 - y[i];
            sum += y[i];
        }
        for (size_t i = 0; i < n; i++)
            if (y[i] > 0) entropy -= y[i] / sum * logq(y[i] / sum) / logq((quad)n);
        w[j] = c.sd / (c.high - c.low);
        if (method == 0) w[j] = 1 - entropy;
        for (size_t k = 0; method == 2 && k < m; k++) {
            if (k == 0) w[j] = 0;
            w[j] += c.sd / (c.high - c.low) * (1 - direction[j] * direction[k] * truth_pearson(n, m, x + j, x + k));
        }
        all += w[j];
        size = truth_larger(size, c.size / (c.high - c.low));
    }
    for (size_t j = 0; j < m; j++)
        truth_is(t, "weight", weight[j], w[j] / all,
                 method == 1 ? w[j] / all * size : size * size / truth_larger(all, 1e-6Q));
}

/* Weights by geometric means of the rows, and the consistency of two criteria. */
static void truth_index_pairwise(truth *t)
{
    const size_t m = truth_count(t, "m", 1, TRUTH_COLUMNS);
    double a[TRUTH_COLUMNS * TRUTH_COLUMNS], geometric[TRUTH_COLUMNS];
    const double limit = t->regime == TRUTH_REALISTIC ? 9 : 1e9;
    for (size_t i = 0; i < m; i++)
        for (size_t j = i; j < m; j++) {
            a[i * m + j] = i == j ? 1 : truth_between(t, "comparison", 1 / limit, limit);
            a[j * m + i] = 1 / a[i * m + j];
        }
    skpi_index_pairwise_out out = {.size = sizeof out, .geometric = geometric};
    if (!truth_given(t, skpi_index_pairwise(1, m, a, &out, NULL))) return;
    quad w[TRUTH_COLUMNS], all = 0;
    for (size_t i = 0; i < m; i++) {
        quad logs = 0;
        for (size_t j = 0; j < m; j++) logs += logq(a[i * m + j]);
        all += w[i] = expq(logs / m);
    }
    for (size_t i = 0; i < m; i++) truth_is(t, "geometric", geometric[i], w[i] / all, w[i] / all * (1 + logq(limit)));
}

/* Whether two units of a column differ by no more than rounding, which the library takes as equal. */
static bool truth_units_alike(size_t n, size_t m, const double *x)
{
    for (size_t j = 0; j < m; j++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++)
                if (truth_alike(x[i * m + j], x[k * m + j])) return true;
    return false;
}

/* TOPSIS, VIKOR, PROMETHEE II without thresholds. */
static void truth_index_decide(truth *t)
{
    const size_t n = truth_count(t, "n", 2, TRUTH_UNITS), m = truth_count(t, "m", 1, TRUTH_COLUMNS);
    const double *x = truth_units(t, n, m), *weight = truth_many(t, m, truth_quantity, "weight");
    const int32_t method = truth_integer(t, "method", SKPI_INDEX_DECIDE_TOPSIS, SKPI_INDEX_DECIDE_PROMETHEE);
    double first[TRUTH_UNITS], second[TRUTH_UNITS];
    skpi_index_decide_out out = {.size = sizeof out, .first = first, .second = second};
    if (truth_units_alike(n, m, x) || !truth_given(t, skpi_index_decide(n, m, x, weight, NULL, method, NULL, &out)))
        return;
    quad all = 0;
    for (size_t j = 0; j < m; j++) all += weight[j];
    for (size_t i = 0; i < n; i++) {
        quad best = 0, worst = 0, size = 0, more = 0, less = 0, largest = 0, sum = 0, most = 0;
        for (size_t j = 0; j < m; j++) {
            const truth_column c = truth_moments(n, m, x + j);
            quad length = 0;
            for (size_t k = 0; k < n; k++) length += (quad)x[k * m + j] * x[k * m + j];
            const quad w = weight[j] / all, v = w / sqrtq(length), y = x[i * m + j],
                       gap = w * (c.high - y) / (c.high - c.low);
            best += v * v * (c.high - y) * (c.high - y);
            worst += v * v * (y - c.low) * (y - c.low);
            size += v * c.size;
            sum += gap;
            most = truth_larger(most, w * c.size / (c.high - c.low));
            largest = truth_larger(largest, gap);
            for (size_t k = 0; k < n; k++) {
                more += w * (y > x[k * m + j]) / (n - 1);
                less += w * (y < x[k * m + j]) / (n - 1);
            }
        }
        if (method == SKPI_INDEX_DECIDE_TOPSIS) {
            truth_is(t, "to the best", first[i], sqrtq(best), size);
            truth_is(t, "to the worst", second[i], sqrtq(worst), size);
        } else if (method == SKPI_INDEX_DECIDE_VIKOR) {
            truth_is(t, "S", first[i], sum, most);
            truth_is(t, "R", second[i], largest, most);
        } else {
            truth_is(t, "leaving", first[i], more, 0);
            truth_is(t, "entering", second[i], less, 0);
        }
    }
}

/* Two indicators below a root: min-max to 0..100 or z-scores, and their mean; weights of the whole. */
static skpi_index_tree *truth_tree(const double *weight, int32_t aggregate)
{
    const char *const code[] = {"root", "a", "b"}, *const parent[] = {"", "root", "root"};
    const int32_t aggregates[] = {aggregate, 0, 0};
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = 3, .code = code, .parent = parent, .weight = weight, .aggregate = aggregates};
    skpi_index_tree *tree = NULL;
    return skpi_index_tree_new(&in, &tree) < 0 ? NULL : tree;
}
static void truth_index_tree_shape(truth *t)
{
    const double *weight = truth_many(t, 3, truth_quantity, "weight");
    skpi_index_tree *tree = truth_tree(weight, SKPI_INDEX_AGGREGATE_ARITHMETIC);
    if (!tree) return;
    double effective[3];
    skpi_index_tree_shape_out out = {.size = sizeof out, .effective = effective};
    if (truth_given(t, skpi_index_tree_shape(tree, &out)))
        for (size_t i = 1; i < 3; i++)
            truth_is(t, "effective", effective[i], weight[i] / ((quad)weight[1] + weight[2]), 0);
    skpi_index_tree_free(tree);
}
static void truth_index_tree_compute(truth *t)
{
    const size_t n = truth_count(t, "n", 3, TRUTH_UNITS);
    const double *x = truth_units(t, n, 2), *weight = truth_many(t, 3, truth_quantity, "weight");
    const bool z = truth_count(t, "z", 0, 1);
    const int32_t aggregate =
        z ? SKPI_INDEX_AGGREGATE_ARITHMETIC
          : truth_integer(t, "aggregate", SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_HARMONIC);
    skpi_index_tree *tree = truth_tree(weight, aggregate);
    if (!tree) return;
    const skpi_index_data data = {.size = sizeof data, .n_units = n, .n_indicators = 2, .value = x};
    const skpi_index_options o = {.size = sizeof o,
                                  .normalise = z ? SKPI_INDEX_NORMALISE_ZSCORE : SKPI_INDEX_NORMALISE_MINMAX,
                                  .score_low = z ? 0 : 1,
                                  .score_high = z ? 0 : 100};
    double score[3 * TRUTH_UNITS];
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    const quad w = weight[1] / ((quad)weight[1] + weight[2]);
    if (truth_given(t, skpi_index_tree_compute(tree, &data, &o, &out)))
        for (size_t i = 0; i < n; i++) {
            quad s[2], size = 0;
            for (size_t j = 0; j < 2; j++) {
                const truth_column c = truth_moments(n, 2, x + j);
                const quad spread = z ? c.sd : c.high - c.low;
                s[j] = z ? (x[2 * i + j] - c.mean) / spread : 1 + 99 * (x[2 * i + j] - c.low) / spread;
                size = truth_larger(size, (z ? 1 : 99) * c.size / spread);
                truth_is(t, "indicator", score[3 * i + 1 + j], s[j], size);
            }
            quad root = w * s[0] + (1 - w) * s[1];
            if (aggregate == SKPI_INDEX_AGGREGATE_GEOMETRIC) root = expq(w * logq(s[0]) + (1 - w) * logq(s[1]));
            if (aggregate == SKPI_INDEX_AGGREGATE_HARMONIC) root = 1 / (w / s[0] + (1 - w) / s[1]);
            truth_is(t, "root", score[3 * i], root, size * truth_larger(1, fabsq(root)));
        }
    skpi_index_tree_free(tree);
}

/* Distances of two units: the page of skpi_peers_distance. */
static void truth_peers_distance(truth *t)
{
    static const int32_t methods[] = {SKPI_PEERS_DISTANCE_EUCLID, SKPI_PEERS_DISTANCE_MANHATTAN,
                                      SKPI_PEERS_DISTANCE_COSINE, SKPI_PEERS_DISTANCE_GOWER};
    const size_t n = truth_count(t, "n", 3, TRUTH_UNITS), m = truth_count(t, "m", 1, TRUTH_COLUMNS),
                 k = truth_count(t, "method", 0, 3);
    const double *x = truth_units(t, n, m);
    double got[TRUTH_UNITS * TRUTH_UNITS], weight[TRUTH_COLUMNS];
    for (size_t j = 0; j < m; j++)
        weight[j] = 1 + 999 * truth_share(t, "weight"); /* of one size, whatever the regime */
    const skpi_peers_distance_options o = {.size = sizeof o, .method = methods[k], .weight = weight};
    if (!truth_given(t, skpi_peers_distance(n, m, x, &o, got))) return;
    for (size_t i = 0; i < n * n; i++) {
        quad euclid = 0, straight = 0, gower = 0, all = 0, xy = 0, xx = 0, yy = 0, size[4] = {0, 0, 1, 1};
        for (size_t j = 0; j < m; j++) {
            const truth_column c = truth_moments(n, m, x + j);
            const quad a = x[i / n * m + j], b = x[i % n * m + j], w = weight[j], d = fabsq(a - b);
            euclid += w * (d / c.sd) * (d / c.sd);
            straight += w * d;
            gower += w * d / (c.high - c.low);
            all += w;
            xy += w * a * b;
            xx += w * a * a;
            yy += w * b * b;
            size[0] += sqrtq(w) * c.size / c.sd;
            size[1] += w * c.size;
            size[3] = truth_larger(size[3], c.size / (c.high - c.low));
        }
        const quad want[] = {sqrtq(euclid), straight, 1 - xy / sqrtq(xx * yy), gower / all};
        truth_is(t, "distance", got[i], i / n == i % n ? 0 : want[k], size[k]);
    }
}
static void truth_peers_nearest(truth *t)
{
    const size_t n = truth_count(t, "n", 2, TRUTH_UNITS);
    double d[TRUTH_UNITS * TRUTH_UNITS] = {0}, distance[TRUTH_UNITS];
    int32_t peer[TRUTH_UNITS];
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) d[i * n + j] = d[j * n + i] = truth_quantity(t, "distance");
    skpi_peers_nearest_out out = {.size = sizeof out, .peer = peer, .distance = distance};
    if (!truth_given(t, skpi_peers_nearest(n, 1, d, &out))) return;
    for (size_t i = 0; i < n; i++) {
        size_t best = i == 0;
        for (size_t j = 0; j < n; j++)
            if (j != i && d[i * n + j] < d[i * n + best]) best = j;
        const size_t found = (size_t)peer[i]; /* of those that are as near but for rounding a lower one */
        const int alike = found < best && found != i && d[i * n + found] <= d[i * n + best] * (1 + 0x1p-39);
        truth_same(t, "peer", peer[i], (int64_t)(alike ? found : best));
        truth_is(t, "distance", distance[i], d[i * n + (alike ? found : best)], 0);
    }
}
static void truth_peers_gap(truth *t)
{
    const double *x = truth_many(t, 4, truth_number, "value");
    const int32_t direction = truth_count(t, "up", 0, 1) ? 1 : -1;
    const int32_t peer[] = {1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2};
    double median[4], gap[4];
    skpi_peers_gap_out out = {.size = sizeof out, .median = median, .gap = gap};
    if (!truth_given(t, skpi_peers_gap(4, 1, 3, x, &direction, peer, &out))) return;
    for (size_t i = 0; i < 4; i++) {
        const double a = x[peer[3 * i]], b = x[peer[3 * i + 1]], c = x[peer[3 * i + 2]];
        const quad middle = fmax(fmin(a, b), fmin(fmax(a, b), c));
        truth_is(t, "median", median[i], middle, 0);
        truth_is(t, "gap", gap[i], direction * (x[i] - middle), 0);
    }
}

/* A jury in which every judge scored every entry. */
static skpi_award_scores truth_jury(truth *t, size_t *n, size_t *k, int32_t *number)
{
    *n = truth_count(t, "n_entries", 2, TRUTH_UNITS);
    *k = truth_count(t, "n_judges", 2, TRUTH_COLUMNS);
    double *score = truth_room(t, *n * *k);
    const double unit = fmin(truth_quantity(t, "unit"), DBL_MAX / 16);
    for (size_t i = 0; i < *n * *k; i++) {
        score[i] = unit * (truth_count(t, "whole", 0, 1) ? truth_integer(t, "score", 1, 10)
                                                         : truth_between(t, "score", 1, 10));
        number[i] = (int32_t)(i / *k);
        number[*n * *k + i] = (int32_t)(i % *k);
    }
    return (skpi_award_scores){.size = sizeof(skpi_award_scores),
                               .n_scores = *n * *k,
                               .n_entries = *n,
                               .n_judges = *k,
                               .entry = number,
                               .judge = number + *n * *k,
                               .score = score};
}
static void truth_award_summary(truth *t)
{
    size_t n, k;
    int32_t number[2 * TRUTH_UNITS * TRUTH_COLUMNS];
    const skpi_award_scores s = truth_jury(t, &n, &k, number);
    double mean[TRUTH_UNITS], sd[TRUTH_UNITS];
    skpi_award_summary_out out = {.size = sizeof out, .mean = mean, .sd = sd};
    if (!truth_given(t, skpi_award_summary(&s, 0, &out))) return;
    for (size_t i = 0; i < n; i++) {
        const truth_column c = truth_moments(k, 1, s.score + i * k);
        truth_is(t, "mean", mean[i], c.mean, 0);
        truth_is(t, "sd", sd[i], c.sd, c.size);
    }
}
/* Whether a judge gives two scores that are the same but for their rounding. */
static bool truth_near(size_t n, size_t k, const double *score)
{
    for (size_t a = 0; a < n * k; a++)
        for (size_t b = a % k; b < a; b += k)
            if (truth_alike(score[a], score[b])) return true;
    return false;
}
/* Kendall and Babington Smith (1939), Shrout and Fleiss (1979). */
static void truth_award_agreement(truth *t)
{
    size_t n, k;
    int32_t number[2 * TRUTH_UNITS * TRUTH_COLUMNS];
    const skpi_award_scores s = truth_jury(t, &n, &k, number);
    double got[7];
    skpi_award_agreement_out out = {.size = sizeof out,
                                    .w = &got[0],
                                    .entry_square = &got[1],
                                    .judge_square = &got[2],
                                    .residual_square = &got[3],
                                    .icc_two_way = &got[4],
                                    .icc_fixed = &got[5],
                                    .icc_two_way_mean = &got[6]};
    size_t differ = 0; /* judges to whom all entries are the same show nothing, which is refused */
    for (size_t c = k; c < n * k; c++) differ += s.score[c] != s.score[c % k];
    if (!differ || truth_near(n, k, s.score) || !truth_given(t, skpi_award_agreement(&s, &out))) return;
    quad all = 0, row[TRUTH_UNITS] = {0}, column[TRUTH_COLUMNS] = {0}, ranks[TRUTH_UNITS] = {0}, ties = 0, total = 0,
         r = 0, c = 0, spread = 0;
    for (size_t i = 0; i < n * k; i++) {
        quad below = 0, same = 0;
        for (size_t j = 0; j < n; j++) {
            below += s.score[j * k + i % k] < s.score[i];
            same += s.score[j * k + i % k] == s.score[i];
        }
        ranks[i / k] += below + (same + 1) / 2;
        ties += same * same - 1; /* t^3 - t of a group of t */
        row[i / k] += (quad)s.score[i] / k;
        column[i % k] += (quad)s.score[i] / n;
        all += (quad)s.score[i] / (n * k);
    }
    for (size_t i = 0; i < n; i++) {
        const quad away = ranks[i] - (quad)k * (n + 1) / 2;
        spread += away * away;
        r += k * (row[i] - all) * (row[i] - all) / (n - 1);
    }
    for (size_t j = 0; j < k; j++) c += n * (column[j] - all) * (column[j] - all) / (k - 1);
    for (size_t i = 0; i < n * k; i++) {
        const quad e = s.score[i] - row[i / k] - column[i % k] + all;
        total += e * e / ((n - 1) * (k - 1));
    }
    const quad m = n, q = k, e = total, one = r + (q - 1) * e + q * (c - e) / m, size = all * all + r + c + e;
    const quad want[] = {12 * spread / (q * q * (m * m * m - m) - q * ties),
                         r,
                         c,
                         e,
                         (r - e) / one,
                         (r - e) / (r + (q - 1) * e),
                         (r - e) / (r + (c - e) / m)};
    const quad bottom[] = {1, 1, 1, 1, fabsq(one), r + (q - 1) * e, fabsq(r + (c - e) / m)};
    for (size_t i = 0; i < 7; i++)
        if (i < 4 || bottom[i] > size / 64)
            truth_is(t, "agreement", got[i], want[i],
                     i == 0  ? 0
                     : i < 4 ? size
                             : size / bottom[i] * (1 + fabsq(want[i])));
}

/* Points for every entry that a judge puts below; a tie is half a point. */
static void truth_award_order(truth *t)
{
    size_t n, k;
    int32_t number[2 * TRUTH_UNITS * TRUTH_COLUMNS];
    const skpi_award_scores s = truth_jury(t, &n, &k, number);
    double points[TRUTH_UNITS];
    skpi_award_order_out out = {.size = sizeof out, .points = points};
    if (truth_near(n, k, s.score) || !truth_given(t, skpi_award_order(&s, SKPI_AWARD_RULE_BORDA, &out))) return;
    for (size_t i = 0; i < n; i++) {
        quad sum = 0;
        for (size_t c = 0; c < n * k; c++)
            if (c / k != i)
                sum += (s.score[c] < s.score[i * k + c % k]) + 0.5Q * (s.score[c] == s.score[i * k + c % k]);
        truth_is(t, "points", points[i], sum, 0);
    }
}
/* The root of the mean squared difference of z-scores over the challenges of a unit, which all share. */
static void truth_peers_challenge(truth *t)
{
    const size_t n = truth_count(t, "n", 3, TRUTH_UNITS), m = truth_count(t, "m", 1, TRUTH_COLUMNS);
    const double *x = truth_units(t, n, m);
    double threshold[TRUTH_COLUMNS], distance[TRUTH_UNITS];
    for (size_t j = 0; j < m; j++) threshold[j] = DBL_MAX; /* every unit falls short everywhere */
    int32_t peer[TRUTH_UNITS];
    skpi_peers_challenge_out out = {.size = sizeof out, .peer = peer, .distance = distance};
    if (truth_units_alike(n, m, x) || !truth_given(t, skpi_peers_challenge(n, m, 1, x, NULL, threshold, &out))) return;
    for (size_t i = 0; i < n; i++) {
        quad d[TRUTH_UNITS], least = HUGE_VALQ, size = 0;
        for (size_t k = 0; k < n; k++) {
            quad sum = 0;
            for (size_t j = 0; j < m; j++) {
                const truth_column c = truth_moments(n, m, x + j);
                const quad z = ((quad)x[i * m + j] - x[k * m + j]) / c.sd;
                sum += z * z / m;
                size = truth_larger(size, c.size / c.sd);
            }
            d[k] = sqrtq(sum);
            if (k != i && d[k] < least) least = d[k];
        }
        size_t first = 0; /* of those that are tied */
        while (first == i || d[first] > least * (1 + 1e-12Q)) first++;
        truth_is(t, "distance", distance[i], d[first], size);
    }
}

const truth_formula truth_index[] = {
    TRUTH(index_describe, 4, 4, 4),   TRUTH(index_rank, 0, 0, 0),
    TRUTH(index_structure, 1, 2, 2),  TRUTH(index_weight, 4, 4, 4),
    TRUTH(index_pairwise, 2, 4, 4),   TRUTH(index_decide, 4, 4, 4),
    TRUTH(index_tree_shape, 2, 2, 2), TRUTH(index_tree_compute, 4, 4, 8),
    TRUTH(peers_distance, 2, 4, 4),   TRUTH(peers_challenge, 2, 2, 2),
    TRUTH(peers_nearest, 0, 0, 0),    TRUTH(peers_gap, 1, 1, 1),
    TRUTH(award_summary, 2, 8, 8),    TRUTH(award_order, 0, 0, 0),
    TRUTH(award_agreement, 4, 4, 4),  {0},
};
