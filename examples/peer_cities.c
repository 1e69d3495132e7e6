/* Peer cities from a table of indicators: the nearest cities of each city and how surely they are, cities with the same
 * challenges, or groups.
 *
 * The first column of DATA names the places, every other column is an indicator.  For Gower's distance a column with texts
 * is a category, and an empty cell is missing. */
#include "common/cells.h"
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

enum { DRAWS = 10000 };

typedef struct peer_table {
    csv *data;
    size_t n, m;
    size_t *column; /* of each indicator */
    double *value;
    int32_t *category;
} peer_table;

static const char *unit_name(const peer_table *t, size_t i) { return csv_text(t->data, i, 0); }

/* What the library says, at the cell that it speaks of. */
static void tell(const peer_table *t, skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    char words[400];
    if (status >= 0) return;
    const int known = skpi_last_error_get(&e) == SKPI_OK, value = known && strcmp(e.name, "value") == 0;
    if (known && strcmp(e.name, "distance") == 0 && e.row >= 0 && e.column >= 0)
        csv_fail(t->data, (size_t)e.row, 0, "\"%s\" and \"%s\" have no indicator in common: there is no distance",
                 unit_name(t, (size_t)e.row), unit_name(t, (size_t)e.column));
    const char *name = value && e.column >= 0 ? csv_title(t->data, t->column[e.column])
                       : value && e.row >= 0  ? unit_name(t, (size_t)e.row)
                                              : "the table";
    const cells_name names[] = {{"value", name}, {"n", "the number of places"}, {"; a ridge would help", ""}};
    cells_named(words, sizeof words, sizeof names / sizeof *names, names);
    if (value)
        csv_fail(t->data, e.row >= 0 ? (size_t)e.row : CSV_WHOLE, e.column >= 0 ? t->column[e.column] : 0, "%s", words);
    program_fail(PROGRAM_DATA, "%s: %s", csv_name(t->data), words);
}

/* What an option asks for is no more than there is. */
static void at_most(const peer_table *t, const char *option, uint64_t given, size_t most, const char *what)
{
    if (given > most)
        program_fail(PROGRAM_DATA, "%s %llu is above %zu, the number of %s in %s", option, (unsigned long long)given,
                     most, what, csv_name(t->data));
}

/* ---- the table ---- */

static int is_text(const csv *data, size_t row, size_t column)
{
    char *end;
    const char *text = csv_raw(data, row, column);
    if (csv_missing(data, row, column)) return 0;
    (void)strtod(text, &end);
    return end == text || *end != '\0';
}

static void read_column(peer_table *t, size_t j, int gower, int complete)
{
    const size_t column = t->column[j];
    size_t texts = 0, numbers = 0, first = 0;
    for (size_t i = 0; gower && i < t->n; i++) {
        const int text = is_text(t->data, i, column);
        if (text && !texts++) first = i;
        numbers += !text && !csv_missing(t->data, i, column);
    }
    t->category[j] = texts > 0;
    if (texts && numbers)
        csv_warn(t->data, first, column, "a text among numbers: all of %s are compared as categories",
                 csv_title(t->data, column));
    for (size_t i = 0; i < t->n; i++) {
        double *x = t->value + i * t->m + j;
        size_t like = 0;
        if (!t->category[j]) {
            *x = complete ? csv_number(t->data, i, column) : csv_number_or(t->data, i, column, NAN);
        } else if (csv_missing(t->data, i, column)) {
            *x = NAN;
        } else { /* categories are numbered by the first unit that has them */
            while (strcmp(csv_raw(t->data, like, column), csv_raw(t->data, i, column)) != 0) like++;
            *x = (double)like;
        }
    }
}

static peer_table new_table(const char *path, size_t m)
{
    const size_t name = 0;
    peer_table t = {.data = csv_read(path), .m = m};
    t.n = csv_rows(t.data);
    if (!m) t.m = csv_columns(t.data) - 1;
    if (!t.m)
        csv_fail(t.data, CSV_WHOLE, name, "no column beside \"%s\": there is no indicator", csv_title(t.data, name));
    csv_least(t.data, 2, "place");
    csv_unique(t.data, 1, &name);
    csv_compared(t.data, name);
    t.column = program_memory(t.m, sizeof *t.column);
    t.category = program_memory(t.m, sizeof *t.category);
    t.value = program_memory(t.n * t.m, sizeof *t.value);
    return t;
}

static peer_table read_table(const char *path, int gower)
{
    peer_table t = new_table(path, 0);
    for (size_t j = 0; j < t.m; j++) csv_measure(t.data, t.column[j] = j + 1, "an indicator");
    for (size_t i = 0; i < t.n; i++)
        if (csv_empty(t.data, i, t.m, t.column))
            csv_fail(t.data, i, 0, "\"%s\" has no value of any indicator", unit_name(&t, i));
    for (size_t j = 0; j < t.m; j++) read_column(&t, j, gower, !gower);
    return t;
}

static void free_table(peer_table *t)
{
    csv_free(t->data);
    free(t->column);
    free(t->category);
    free(t->value);
}

/* ---- nearest ---- */

static void print_nearest(const peer_table *t, size_t k, const skpi_peers_distance_options *options,
                          const double *distance, const uint64_t *seed)
{
    const size_t n = t->n;
    int32_t *peer = program_memory(n * k, sizeof *peer);
    double *away = program_memory(n * k, sizeof *away), *stability = program_memory(n * n, sizeof *stability);
    skpi_peers_nearest_out out = {sizeof out, 0, peer, away};
    skpi_peers_stability_options draw = {.size = sizeof draw, .n_draws = DRAWS};
    tell(t, skpi_peers_nearest(n, k, distance, &out));
    if (seed) {
        draw.seed = *seed;
        tell(t, skpi_peers_stability(n, t->m, k, t->value, options, &draw, stability));
    }
    puts(seed ? "place,peer,distance,order,stability" : "place,peer,distance,order");
    for (size_t i = 0; i < n * k; i++) {
        csv_put_text(stdout, 1, unit_name(t, i / k));
        csv_put_text(stdout, 0, unit_name(t, (size_t)peer[i]));
        csv_put_number(stdout, 0, away[i]);
        csv_put_number(stdout, 0, (double)(i % k + 1));
        if (seed) csv_put_number(stdout, 0, stability[i / k * n + (size_t)peer[i]]);
        putchar('\n');
    }
    free(peer);
    free(away);
    free(stability);
}

/* ---- challenges ---- */

static void print_shared(const csv *rules, size_t name, const int32_t *own, const int32_t *other)
{
    const char *between = "";
    size_t length = 1;
    for (size_t j = 0; j < csv_rows(rules); j++) length += strlen(csv_text(rules, j, name)) + 1;
    char *text = program_memory(length, 1);
    for (size_t j = 0; j < csv_rows(rules); j++)
        if (own[j] && other[j]) {
            strcat(text, between);
            strcat(text, csv_text(rules, j, name));
            between = ";";
        }
    csv_put_text(stdout, 0, text);
    free(text);
}

static void print_challenges(const char *path, const char *thresholds, size_t given)
{
    csv *rules = csv_read(thresholds);
    const size_t name = csv_column(rules, "indicator"), sign = csv_column(rules, "direction"),
                 limit = csv_column(rules, "threshold"), m = csv_rows(rules);
    csv_unique(rules, 1, &name);
    if (!m) program_fail(PROGRAM_DATA, "%s: has no indicator", thresholds);
    peer_table t = new_table(path, m);
    const size_t n = t.n;
    at_most(&t, "--k", given, n - 1, "other places");
    const size_t k = given ? given : n > 5 ? 5 : n - 1;
    int32_t *direction = program_memory(m, sizeof *direction), *challenge = program_memory(n * m, sizeof *challenge),
            *peer = program_memory(n * k, sizeof *peer), *shared = program_memory(n * k, sizeof *shared);
    double *threshold = program_memory(m, sizeof *threshold), *distance = program_memory(n * k, sizeof *distance);
    for (size_t j = 0; j < m; j++) {
        const double d = csv_number(rules, j, sign);
        if (d != 1 && d != -1) csv_fail(rules, j, sign, "%g is neither 1 nor -1", d);
        direction[j] = d < 0 ? -1 : 1;
        threshold[j] = csv_number(rules, j, limit);
        t.column[j] = csv_column(t.data, csv_text(rules, j, name));
        read_column(&t, j, 0, 0);
    }
    for (size_t i = 0; i < n; i++)
        if (csv_empty(t.data, i, m, t.column))
            csv_warn(t.data, i, 0, "\"%s\" has no value of any indicator: it has no challenges", unit_name(&t, i));
    skpi_peers_challenge_out out = {sizeof out, 0, challenge, peer, distance, shared};
    tell(&t, skpi_peers_challenge(n, m, k, t.value, direction, threshold, &out));
    puts("place,peer,distance,order,shared,challenges");
    for (size_t i = 0; i < n * k; i++) {
        if (peer[i] == SKPI_NONE) continue;
        csv_put_text(stdout, 1, unit_name(&t, i / k));
        csv_put_text(stdout, 0, unit_name(&t, (size_t)peer[i]));
        csv_put_number(stdout, 0, distance[i]);
        csv_put_number(stdout, 0, (double)(i % k + 1));
        csv_put_number(stdout, 0, shared[i]);
        print_shared(rules, name, challenge + i / k * m, challenge + (size_t)peer[i] * m);
        putchar('\n');
    }
    free(direction);
    free(challenge);
    free(peer);
    free(shared);
    free(threshold);
    free(distance);
    csv_free(rules);
    free_table(&t);
}

/* ---- groups ---- */

/* The unit of a group that is nearest to the others. */
static size_t middle_unit(size_t n, const double *distance, const int32_t *cluster, int32_t group)
{
    size_t best = n;
    double least = INFINITY;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        if (cluster[i] != group) continue;
        for (size_t j = 0; j < n; j++) sum += cluster[j] == group ? distance[i * n + j] : 0;
        if (sum < least) best = i, least = sum;
    }
    return best;
}

static void print_groups(const peer_table *t, const double *distance, int32_t linkage, uint64_t k)
{
    int32_t *cluster = program_memory(t->n, sizeof *cluster);
    const int32_t cut = (int32_t)k;
    if (linkage) {
        skpi_peers_hierarchy_out out = {.size = sizeof out, .cluster = cluster};
        tell(t, skpi_peers_hierarchy(t->n, 1, distance, linkage, &cut, &out));
    } else {
        skpi_peers_medoids_out out = {.size = sizeof out, .cluster = cluster};
        tell(t, skpi_peers_medoids(t->n, (size_t)k, distance, &out));
    }
    puts("place,cluster,medoid");
    for (size_t i = 0; i < t->n; i++) {
        csv_put_text(stdout, 1, unit_name(t, i));
        csv_put_number(stdout, 0, cluster[i] + 1);
        csv_put_text(stdout, 0, unit_name(t, middle_unit(t->n, distance, cluster, cluster[i])));
        putchar('\n');
    }
    free(cluster);
}

/* ---- the command line ---- */

/* "ward,4" */
static int32_t read_tree(const char *text, uint64_t *k)
{
    static const program_word words[] = {{"single", SKPI_PEERS_LINKAGE_SINGLE},
                                         {"complete", SKPI_PEERS_LINKAGE_COMPLETE},
                                         {"average", SKPI_PEERS_LINKAGE_AVERAGE},
                                         {"ward", SKPI_PEERS_LINKAGE_WARD}};
    const size_t length = strcspn(text, ",");
    const int32_t linkage = program_word_value("--tree", text, length, sizeof words / sizeof *words, words);
    char *end = NULL;
    const long groups = text[length] ? strtol(text + length + 1, &end, 10) : 0;
    if (!end || *end || groups < 1 || groups > 1000000)
        program_fail(PROGRAM_USAGE, "--tree: a linkage and a number of groups are needed, ward,4");
    *k = (uint64_t)groups;
    return linkage;
}

int main(int argc, char **argv)
{
    static const program_word words[] = {
        {"euclid", SKPI_PEERS_DISTANCE_EUCLID},           {"manhattan", SKPI_PEERS_DISTANCE_MANHATTAN},
        {"mahalanobis", SKPI_PEERS_DISTANCE_MAHALANOBIS}, {"cosine", SKPI_PEERS_DISTANCE_COSINE},
        {"correlation", SKPI_PEERS_DISTANCE_CORRELATION}, {"gower", SKPI_PEERS_DISTANCE_GOWER}};
    program_begin(argc, argv,
                  "usage: peer_cities [options] DATA\n"
                  "The nearest cities of each city: place,peer,distance,order.\n"
                  "The first column of DATA names the places, every other column is an indicator (year, id, rank are "
                  "warned of).\n"
                  "  --k N              nearest cities of each (5, or all others)\n"
                  "  --distance HOW     euclid, manhattan, mahalanobis, cosine, correlation, gower;\n"
                  "                     gower takes empty cells, and texts as categories\n"
                  "  --stability SEED   in which share of 10,000 drawn weightings a peer is one\n"
                  "  --challenges FILE  peers that fall short of the same thresholds; FILE has the columns\n"
                  "                     indicator, direction (1: short below, -1: short above), threshold\n"
                  "  --groups K         groups about typical cities instead: place,cluster,medoid\n"
                  "  --tree HOW,K       groups of a tree: single, complete, average, ward\n");
    const uint64_t none = UINT64_MAX, seed = program_whole("--stability", none, 0, UINT64_C(1) << 53);
    uint64_t n_groups = program_whole("--groups", 0, 1, 1000000);
    const int groups = n_groups > 0;
    const char *how = program_option("--distance"), *challenges = program_option("--challenges"),
               *tree = program_option("--tree");
    const size_t k = (size_t)program_whole("--k", 0, 1, 1000000); /* 0: not given */
    const int32_t linkage = tree ? read_tree(tree, &n_groups) : 0;
    skpi_peers_distance_options options = {.size = sizeof options};
    char **file;
    if (how) options.method = program_word_value("--distance", how, strlen(how), sizeof words / sizeof *words, words);
    if ((challenges != NULL) + (tree != NULL) + groups + (seed != none) > 1)
        program_fail(PROGRAM_USAGE, "--stability, --challenges, --groups and --tree exclude each other");
    program_operands(1, 1, &file);
    if (challenges) {
        if (how) program_fail(PROGRAM_USAGE, "--distance: challenges have a distance of their own");
        print_challenges(file[0], challenges, k);
        return program_end();
    }
    peer_table t = read_table(file[0], options.method == SKPI_PEERS_DISTANCE_GOWER);
    at_most(&t, "--k", k, t.n - 1, "other places");
    at_most(&t, tree ? "--tree" : "--groups", n_groups, t.n, "places");
    double *distance = program_memory(t.n * t.n, sizeof *distance);
    if (options.method == SKPI_PEERS_DISTANCE_GOWER) options.category = t.category;
    tell(&t, skpi_peers_distance(t.n, t.m, t.value, &options, distance));
    if (n_groups)
        print_groups(&t, distance, linkage, n_groups);
    else
        print_nearest(&t, k ? k : t.n > 5 ? 5 : t.n - 1, &options, distance, seed == none ? NULL : &seed);
    free(distance);
    free_table(&t);
    return program_end();
}
