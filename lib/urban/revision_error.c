/* Errors of forecasts in real time: made from an older revision of a record, and compared with a newer one.
 *
 *   e = logit(newer share of a year) - logit(cautious forecast from the older history),   l years after its end
 * In a bin of leads each pair of revisions weighs the same, in it each place, in it each error.  The quantiles of |e|
 * are smoothed by |e|_q = a_q + b_q l: least squares over the bins with the weights 1/quantile^2, a and b not negative.
 * a is above 0 because a record that is revised is revised at its last observation too.  The sign of the errors differs
 * from one revision to the next, and so only their size is used.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/groups.h"
#include "numeric/logistic.h"
#include "numeric/sum.h"
#include "numeric/weighted_quantile.h"
#include "urban/history.h"
#include "urban/path.h"
#include "urban/state.h"
#include "urban/window.h"

typedef struct revision_call {
    skpi_urban_history history;
    skpi_table truth;
    const int32_t *pair;
    size_t n_bins, n_coverage;
    const double *bin, *coverage;
    skpi_urban_revision_error_out out;
    skpi__urban_state *state, *own; /* [n] of the places, and of those of one pair */
    size_t *first, *order;          /* places by their pairs */
    double *error;                  /* [n][m], NaN where there is none */
    double *norm;                   /* [n][2] of each pair */
    double *room;                   /* 6 n m values, and no fewer than 4 n */
    double *lead, *quantile, *line; /* [n_bins], [n_bins][n_coverage], [2][n_coverage] */
    int32_t *count;                 /* [2][n_bins]: errors, places */
} revision_call;

/* The norm of each pair, from its places. */
static void revision_norms(const revision_call *c)
{
    const size_t n = c->history.n;
    skpi__groups_order(n, c->pair, n, c->first, c->order);
    for (size_t g = 0; g < n; g++) {
        const size_t from = c->first[g], found = c->first[g + 1] - from;
        for (size_t k = 0; k < found; k++) c->own[k] = c->state[c->order[from + k]];
        const skpi__urban_states all = skpi__urban_states_of(found, c->own, c->room);
        for (size_t k = 0; k < 2; k++) c->norm[2 * g + k] = all.norm[k];
    }
}

/* Whether a lead is in the bins from the first on, and before the end. */
static int revision_within(const revision_call *c, size_t first, size_t end, double lead)
{
    return lead > c->bin[first] + SKPI__MINUTE && lead <= c->bin[end] + SKPI__MINUTE;
}

/* The errors of place i. */
static void revision_place(const revision_call *c, const skpi__urban_rules *defaults, size_t i)
{
    const size_t from = c->history.first[i], m = c->truth.m;
    const double *p = c->truth.value + i * m;
    skpi__urban_rules rules = *defaults;
    skpi__urban_path path;
    const skpi__urban_path_source source = {.n = c->history.first[i + 1] - from,
                                            .date = c->history.date + from,
                                            .share = c->history.share + from,
                                            .size_class = SKPI_URBAN_SIZE_LARGE};
    rules.norm = c->norm + 2 * c->pair[i];
    skpi__set_nan_row(c->error, i, m);
    if (isnan(c->state[i].start) || isnan(rules.norm[0])) return;
    skpi__urban_path_again(&rules, &source, NULL, &path);
    for (size_t j = 0; j < m; j++) {
        const double lead = c->truth.year[j] - c->state[i].date;
        if (!revision_within(c, 0, c->n_bins, lead) || !(p[j] > 0 && p[j] < 1)) continue;
        const double forecast = skpi__urban_path_at(&path, lead, NULL);
        if (forecast > 0 && forecast < 1) c->error[i * m + j] = skpi__logit(p[j]) - skpi__logit(forecast);
    }
}

/* Errors of place i in bin k, behind those that there are; how many. */
static size_t revision_collect(const revision_call *c, size_t k, size_t i, double *size, double *lead)
{
    const size_t m = c->truth.m;
    size_t n = 0;
    for (size_t j = 0; j < m; j++) {
        const double l = c->truth.year[j] - c->state[i].date, e = c->error[i * m + j];
        if (isnan(e) || !revision_within(c, k, k + 1, l)) continue;
        size[n] = fabs(e);
        lead[n++] = l;
    }
    return n;
}

/* One bin: its quantiles and its mean lead.  Weights are those of a pair until all pairs are counted. */
static skpi_status revision_bin(skpi__at at, const revision_call *c, size_t k)
{
    const size_t cells = c->history.n * c->truth.m;
    double *const size = c->room, *const lead = size + cells, *const weight = lead + cells;
    size_t n = 0, all_places = 0, pairs = 0;
    skpi__sum leads = {0, 0};
    for (size_t g = 0; g < c->history.n; g++) {
        const size_t begins = n;
        size_t places = 0;
        for (size_t a = c->first[g]; a < c->first[g + 1]; a++) {
            const size_t found = revision_collect(c, k, c->order[a], size + n, lead + n);
            for (size_t e = n; e < n + found; e++) weight[e] = 1 / (double)found;
            n += found;
            places += found > 0;
        }
        for (size_t e = begins; e < n; e++) weight[e] /= (double)places;
        all_places += places;
        pairs += places > 0;
    }
    if (!n)
        return skpi__fail(skpi__element(at, k), SKPI_ENODATA, "bin", c->bin[k],
                          "begins a bin, to %g years, without an error", c->bin[k + 1]);
    for (size_t e = 0; e < n; e++) skpi__sum_add(&leads, weight[e] * lead[e]);
    c->lead[k] = skpi__sum_value(&leads) / (double)pairs;
    c->count[k] = (int32_t)n;
    c->count[c->n_bins + k] = (int32_t)all_places;
    skpi__weighted_quantiles(n, size, weight, c->n_coverage, c->coverage, weight + cells,
                             c->quantile + k * c->n_coverage);
    return SKPI_OK;
}

/* a and b of coverage q; SKPI_EZERODIV: half the errors of a bin are 0. */
static skpi_status revision_line(skpi__at at, const revision_call *c, size_t q)
{
    double w = 0, wl = 0, wll = 0, wy = 0, wly = 0;
    for (size_t k = 0; k < c->n_bins; k++) {
        const double y = c->quantile[k * c->n_coverage + q], l = c->lead[k];
        if (!(y > 0))
            return skpi__fail(skpi__element(at, q), SKPI_EZERODIV, "coverage", c->coverage[q],
                              "is that of errors of 0 from %g to %g years", c->bin[k], c->bin[k + 1]);
        const double weight = 1 / (y * y);
        w += weight;
        wl += weight * l;
        wll += weight * l * l;
        wy += weight * y;
        wly += weight * l * y;
    }
    const double mean = wl / w, slope = (wly - mean * wy) / (wll - mean * wl), constant = wy / w - slope * mean;
    c->line[q] = slope < 0 ? wy / w : constant < 0 ? 0 : constant;
    c->line[c->n_coverage + q] = slope < 0 ? 0 : constant < 0 ? wly / wll : slope;
    return SKPI_OK;
}

static void revision_write(const revision_call *c)
{
    const skpi_urban_revision_error_out *o = &c->out;
    for (size_t k = 0; k < c->n_bins; k++) {
        skpi__set(o->lead, k, c->lead[k]);
        skpi__set_int(o->error_count, k, c->count[k]);
        skpi__set_int(o->place_count, k, c->count[c->n_bins + k]);
    }
    for (size_t k = 0; k < c->n_bins * c->n_coverage; k++) skpi__set(o->quantile, k, c->quantile[k]);
    for (size_t q = 0; q < c->n_coverage; q++) {
        skpi__set(o->at_0, q, c->line[q]);
        skpi__set(o->per_year, q, c->line[c->n_coverage + q]);
    }
    for (size_t k = 0; k < c->history.n * c->truth.m; k++) skpi__set(o->error, k, c->error[k]);
}

static int revision_room(revision_call *c)
{
    const size_t n = c->history.n, cells = skpi__width(n, c->truth.m);
    c->state = skpi__alloc(n, 2, sizeof *c->state);
    c->own = c->state + n;
    c->first = skpi__alloc(skpi__width(2, n) + 1, 1, sizeof *c->first);
    c->order = c->first + n + 1;
    c->error = skpi__alloc(cells, 1, sizeof *c->error);
    c->norm = skpi__alloc(n, 2, sizeof *c->norm);
    c->room = skpi__alloc(cells, 6, sizeof *c->room);
    c->lead = skpi__alloc(c->n_bins, 1, sizeof *c->lead);
    c->quantile = skpi__alloc(c->n_bins, c->n_coverage, sizeof *c->quantile);
    c->line = skpi__alloc(c->n_coverage, 2, sizeof *c->line);
    c->count = skpi__alloc(c->n_bins, 2, sizeof *c->count);
    return c->state && c->first && c->error && c->norm && c->room && c->lead && c->quantile && c->line && c->count;
}

static skpi_status revision_run(skpi__at at, revision_call *c)
{
    skpi__urban_rules rules;
    skpi_status s = revision_room(c) ? SKPI_OK : skpi__no_memory(at, "history->n", c->history.n);
    (void)skpi__urban_rules_take(at, NULL, &rules); /* those of no options */
    if (!s) {
        rules.method = SKPI_URBAN_METHOD_CAUTIOUS;
        rules.n_sizes = 1;
        rules.n_terms = 2;
        for (size_t i = 0; i < c->history.n; i++) {
            const size_t from = c->history.first[i], n = c->history.first[i + 1] - from;
            c->state[i] = skpi__urban_state_of(n, c->history.date + from, c->history.share + from, SKPI__URBAN_LIMIT);
        }
        revision_norms(c);
        for (size_t i = 0; i < c->history.n; i++) revision_place(c, &rules, i);
        for (size_t k = 0; !s && k < c->n_bins; k++) s = revision_bin(at, c, k);
        for (size_t q = 0; !s && q < c->n_coverage; q++) s = revision_line(at, c, q);
        if (!s) revision_write(c);
    }
    free(c->state);
    free(c->first);
    free(c->error);
    free(c->norm);
    free(c->room);
    free(c->lead);
    free(c->quantile);
    free(c->line);
    free(c->count);
    return s;
}

static skpi_status revision_bins(skpi__at at, size_t n_bins, const double *bin)
{
    skpi_status s;
    for (size_t k = 0; k <= n_bins; k++) {
        at.row = (int64_t)k;
        if ((s = skpi__quantity(at, "bin", bin[k]))) return s;
        if (k && bin[k] == bin[k - 1]) return skpi__fail(at, SKPI_EDUPLICATE, "bin", bin[k], "is given twice");
        if (k && bin[k] < bin[k - 1])
            return skpi__fail(at, SKPI_ENOTSORTED, "bin", bin[k], "comes after %g: bins must increase", bin[k - 1]);
    }
    return SKPI_OK;
}

/* The values of history, truth and pair. */
static skpi_status revision_values(skpi__at at, const revision_call *c)
{
    const size_t n = c->history.n, m = c->truth.m;
    skpi_status s;
    if (c->truth.n != n)
        return skpi__fail(at, SKPI_EINCONSISTENT, "truth->n", (double)c->truth.n, "is not history->n = %zu", n);
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__urban_history_check(skpi__element(at, i), &c->history, i))) return s;
    for (size_t i = 0; i < n * m; i++)
        if (!isnan(c->truth.value[i]) &&
            (s = skpi__share(skpi__cell(at, i / m, i % m), "truth->value", c->truth.value[i])))
            return s;
    for (size_t i = 0; i < n; i++)
        if (c->pair[i] < 0 || (size_t)c->pair[i] >= n)
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "pair", c->pair[i],
                              "is none of 0 .. history->n - 1, %zu places", n);
    return SKPI_OK;
}

skpi_status skpi_urban_revision_error(const skpi_urban_history *history, const skpi_table *truth, const int32_t *pair,
                                      size_t n_bins, const double *bin, size_t n_coverage, const double *coverage,
                                      skpi_urban_revision_error_out *out)
{
    const skpi__at at = skpi__here(__func__);
    revision_call c = {.pair = pair, .n_bins = n_bins, .bin = bin, .n_coverage = n_coverage, .coverage = coverage};
    skpi_status s;
    if ((s = skpi__urban_history_take(at, history, &c.history)) || (s = SKPI__TABLE(at, truth, &c.truth)) ||
        (s = skpi__array(at, "pair", pair, c.history.n, 1)))
        return s;
    if (n_bins < 2)
        return skpi__fail(at, SKPI_ENODATA, "n_bins", (double)n_bins, "is below 2: a straight line needs two bins");
    if ((s = skpi__array(at, "bin", bin, n_bins, 1)) || (s = skpi__array(at, "coverage", coverage, n_coverage, 1)) ||
        (s = SKPI__STRUCT(at, out, 0, &c.out)) || (s = skpi__array_size(at, "out->quantile", n_bins, n_coverage)) ||
        (s = skpi__array_size(at, "out->error", c.history.n, c.truth.m)) ||
        (s = skpi__urban_history_places(at, &c.history)) || (s = revision_values(at, &c)) ||
        (s = revision_bins(at, n_bins, bin)) || (s = skpi__probabilities(at, "coverage", n_coverage, coverage)))
        return s;
    return revision_run(at, &c);
}
