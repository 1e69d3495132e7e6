/* The constants of the converging method, estimated anew from the errors of earlier forecasts.
 *
 * phi and c follow from the losses of a grid (converging_loss.c), the widths of intervals from the errors of forecasts
 * with them (converging_spread.c).  Both are found from all groups and without each of them.  The standard errors are
 * those of the jackknife that leaves one group out, sqrt((n - 1)/n sum (x_r - mean x)^2): neighbouring places share
 * their errors, and groups do so less.
 * Source: B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans (1982), chapter 3, for the errors; the rest
 * is this library's own.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/struct.h"
#include "numeric/sum.h"
#include "urban/converging_choices.h"
#include "urban/converging_spread.h"
#include "urban/history.h"
#include "urban/window.h"

enum { FIT_LEAST_PAIRS = 50, FIT_LEAST_GROUPS = 3, FIT_AFTER = 6, FIT_BEFORE = 4, FIT_STEP = 2, FIT_ORIGINS = 460 };

/* One set of constants: of all groups, or of all but one. */
typedef struct fit_result {
    skpi__urban_constants constants;
    double *width[2]; /* n_coverage each: converging, cautious; NULL: not wanted */
} fit_result;

typedef struct fit_call {
    skpi__urban_panel panel;
    skpi__urban_grid grid;
    size_t n_coverage;
    const double *coverage;
    skpi_urban_converging_fit_out out;
    double usual_origin[FIT_ORIGINS];
    skpi__urban_pairs pairs;
    size_t n_used;      /* groups that have a pair */
    fit_result *result; /* n_groups + 1: the last is that of all */
    double *loss, *sum, *widths, *room;
} fit_call;

/* Dates that the options leave to the history: known_to, and every second year as origin.  Observations after a known_to
 * that is given are not read. */
static void fit_dates(fit_call *c)
{
    const skpi_urban_history *h = &c->panel.history;
    const double known = c->panel.known_to != 0 ? c->panel.known_to + SKPI__MINUTE : (double)INFINITY;
    double first = (double)INFINITY, last = -(double)INFINITY;
    for (size_t i = 0; i < h->n; i++) {
        if (c->panel.status[i] < 0) continue;
        for (size_t k = h->first[i]; k < h->first[i + 1] && h->date[k] <= known; k++) {
            first = fmin(first, h->date[k]);
            last = fmax(last, h->date[k]);
        }
    }
    if (c->panel.known_to == 0) c->panel.known_to = last;
    if (c->panel.n_origins) return;
    for (double o = ceil(first - SKPI__MINUTE) + FIT_AFTER; o <= last - FIT_BEFORE + SKPI__MINUTE; o += FIT_STEP) {
        SKPI__STEP();
        c->usual_origin[c->panel.n_origins++] = o;
    }
    c->panel.origin = c->usual_origin;
}

static skpi_status fit_enough(skpi__at at, fit_call *c)
{
    for (size_t g = 0; g < c->panel.n_groups; g++) c->n_used += c->pairs.first[g + 1] > c->pairs.first[g];
    if (c->pairs.n < FIT_LEAST_PAIRS)
        return skpi__refuse(at, SKPI_ENODATA, "history", "has %zu pairs of a forecast and a known truth: %d are needed",
                            c->pairs.n, (int)FIT_LEAST_PAIRS);
    if (c->n_used < FIT_LEAST_GROUPS)
        return skpi__refuse(at, SKPI_ENODATA, "group", "has %zu groups with a known truth: %d are needed", c->n_used,
                            (int)FIT_LEAST_GROUPS);
    return SKPI_OK;
}

static int fit_room(fit_call *c)
{
    const size_t results = c->panel.n_groups + 1, cells = skpi__width(c->grid.n_by, c->grid.n_part);
    c->loss = skpi__alloc(results, cells, sizeof *c->loss);
    c->sum = skpi__alloc(cells, 1, sizeof *c->sum);
    c->result = skpi__alloc(results, 1, sizeof *c->result);
    c->widths = skpi__alloc(results, skpi__width(2, c->n_coverage), sizeof *c->widths);
    c->room = skpi__alloc(c->pairs.n, 6, sizeof *c->room);
    return c->loss && c->sum && c->result && c->widths && c->room;
}

/* Which widths are wanted: of all groups together, and with one group left out. */
static int fit_wants(const fit_call *c, int cautious, int without)
{
    const skpi_urban_converging_fit_out *o = &c->out;
    if (!c->n_coverage) return 0;
    if (without)
        return cautious ? o->cautious_width_error || o->without_cautious_width : o->width_error || o->without_width;
    return (cautious ? o->cautious_width : o->width) != NULL;
}

static void fit_results(fit_call *c)
{
    const size_t n_groups = c->panel.n_groups;
    skpi__urban_losses(&c->pairs, n_groups, &c->grid, c->room, c->loss);
    for (size_t g = 0; g <= n_groups; g++) {
        const size_t without = g < n_groups ? g : SIZE_MAX;
        fit_result *r = c->result + g;
        r->constants = skpi__urban_constants_of(n_groups, g, &c->grid, c->loss, c->sum);
        for (int k = 0; k < 2; k++)
            if (fit_wants(c, k, g < n_groups)) r->width[k] = c->widths + (2 * g + (size_t)k) * c->n_coverage;
        skpi__urban_spread(&c->pairs, without, r->constants.by, r->constants.part, c->n_coverage, c->coverage, c->room,
                           r->width);
    }
}

/* The jackknife error of a value, which value(c, g, what) gives without group g. */
static double fit_error(const fit_call *c, double (*value)(const fit_result *r, size_t what), size_t what)
{
    const double n = (double)c->n_used;
    skpi__sum sum = {0, 0}, squares = {0, 0};
    for (size_t g = 0; g < c->panel.n_groups; g++)
        if (c->pairs.first[g + 1] > c->pairs.first[g]) skpi__sum_add(&sum, value(c->result + g, what));
    const double mean = skpi__sum_value(&sum) / n;
    for (size_t g = 0; g < c->panel.n_groups; g++) {
        if (c->pairs.first[g + 1] == c->pairs.first[g]) continue;
        const double off = value(c->result + g, what) - mean;
        skpi__sum_add(&squares, off * off);
    }
    return sqrt((n - 1) / n * skpi__sum_value(&squares));
}

static double fit_value_by(const fit_result *r, size_t what)
{
    (void)what;
    return r->constants.by;
}
static double fit_value_part(const fit_result *r, size_t what)
{
    (void)what;
    return r->constants.part;
}
static double fit_value_width(const fit_result *r, size_t what) { return r->width[0][what]; }
static double fit_value_cautious(const fit_result *r, size_t what) { return r->width[1][what]; }

static void fit_write_constants(const fit_call *c, double mean)
{
    const skpi_urban_converging_fit_out *o = &c->out;
    const size_t n_groups = c->panel.n_groups;
    const skpi__urban_constants *all = &c->result[n_groups].constants;
    const double part_error = fit_error(c, fit_value_part, 0);
    skpi__set(o->by, 0, all->by);
    skpi__set(o->by_error, 0, fit_error(c, fit_value_by, 0));
    skpi__set(o->part, 0, all->part);
    skpi__set(o->part_error, 0, part_error);
    skpi__set(o->to, 0, all->part * mean);
    skpi__set(o->to_error, 0, part_error * fabs(mean));
    skpi__set(o->loss, 0, all->least);
    skpi__set(o->loss_by, 0, all->least_by);
    skpi__set(o->loss_part, 0, all->least_part);
    for (size_t g = 0; g < n_groups; g++) {
        const skpi__urban_constants *one = &c->result[g].constants;
        skpi__set(o->without_by, g, one->by);
        skpi__set(o->without_part, g, one->part);
        skpi__set(o->without_to, g, one->part * mean);
    }
}

static void fit_write_widths(const fit_call *c)
{
    const skpi_urban_converging_fit_out *o = &c->out;
    const size_t n_groups = c->panel.n_groups;
    const fit_result *all = c->result + n_groups;
    for (size_t q = 0; q < c->n_coverage; q++) {
        if (o->width) o->width[q] = all->width[0][q];
        if (o->cautious_width) o->cautious_width[q] = all->width[1][q];
        if (o->width_error) o->width_error[q] = fit_error(c, fit_value_width, q);
        if (o->cautious_width_error) o->cautious_width_error[q] = fit_error(c, fit_value_cautious, q);
        for (size_t g = 0; g < n_groups; g++) {
            const fit_result *one = c->result + g;
            if (o->without_width) o->without_width[g * c->n_coverage + q] = one->width[0][q];
            if (o->without_cautious_width) o->without_cautious_width[g * c->n_coverage + q] = one->width[1][q];
        }
    }
}

static void fit_write(const fit_call *c, const skpi__urban_states *now, const skpi__urban_state *state)
{
    const skpi_urban_converging_fit_out *o = &c->out;
    for (size_t i = 0; i < c->panel.history.n; i++)
        skpi__set_int(o->usable, i, c->panel.status[i] < 0 ? SKPI_NONE : !isnan(state[i].start));
    skpi__set_int(o->place_count, 0, (int32_t)now->n);
    skpi__set_int(o->pair_count, 0, (int32_t)c->pairs.n);
    skpi__set_int(o->group_count, 0, (int32_t)c->n_used);
    skpi__set(o->mean, 0, now->mean);
    for (size_t k = 0; k < 2; k++) skpi__set(o->norm, k, now->norm[k]);
    fit_write_constants(c, now->mean);
    fit_write_widths(c);
}

/* Fits and writes; rows were checked. */
static skpi_status fit_run(skpi__at at, fit_call *c)
{
    const size_t n = c->panel.history.n;
    skpi__urban_state *state = skpi__alloc(n, 1, sizeof *state);
    double *room = skpi__alloc(n, 4, sizeof *room);
    skpi__urban_states now = {.n = 0};
    skpi_status s = state && room ? SKPI_OK : skpi__no_memory(at, "history->n", n);
    fit_dates(c);
    if (!s) {
        now = skpi__urban_states_at(&c->panel, c->panel.known_to, state, room);
        if (!(s = skpi__urban_pairs_make(at, &c->panel, &c->pairs))) s = fit_enough(at, c);
    }
    if (!s && !fit_room(c)) s = skpi__no_memory(at, "n_groups", c->panel.n_groups);
    if (!s) {
        fit_results(c);
        fit_write(c, &now, state);
    }
    free(state);
    free(room);
    free(c->loss);
    free(c->sum);
    free(c->result);
    free(c->widths);
    free(c->room);
    skpi__urban_pairs_free(&c->pairs);
    return s;
}

/* Histories and groups; a row that fails is in group 0, where it counts nothing. */
static skpi_status fit_rows(skpi__rows *r, const fit_call *c, const int32_t *given, int32_t *group)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < r->n && !s; i++) {
        const skpi__at at = skpi__row_at(r, i);
        const int known = given[i] >= 0 && (size_t)given[i] < c->panel.n_groups;
        skpi_status row = skpi__urban_history_check(at, &c->panel.history, i);
        if (!row && !known)
            row = skpi__fail(at, SKPI_ERANGE, "group", given[i], "is none of 0 .. n_groups - 1, %zu groups",
                             c->panel.n_groups);
        group[i] = known ? given[i] : 0;
        if (row) s = skpi__row(r, i, row);
    }
    return s;
}

skpi_status skpi_urban_converging_fit(const skpi_urban_history *history, size_t n_groups, const int32_t *group,
                                      size_t n_coverage, const double *coverage,
                                      const skpi_urban_converging_fit_options *options,
                                      skpi_urban_converging_fit_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    fit_call c = {.n_coverage = n_coverage, .coverage = coverage};
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &c.panel.history))) return s;
    r.n = c.panel.history.n;
    c.panel.n_groups = n_groups;
    if ((s = skpi__count(r.at, "n_groups", n_groups)) || (s = skpi__rows_array(&r, "group", group)) ||
        (s = skpi__array(r.at, "coverage", coverage, n_coverage, 1)) ||
        (s = skpi__probabilities(r.at, "coverage", n_coverage, coverage)) ||
        (s = skpi__urban_choices_take(r.at, options, &c.panel, &c.grid)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)) ||
        (s = skpi__array_size(r.at, "out->without_width", n_groups, n_coverage)) ||
        (s = skpi__urban_history_places(r.at, &c.panel.history)))
        return s;
    int32_t *rows = skpi__alloc(r.n, 2, sizeof *rows); /* the caller's status is written at the end */
    if (!rows) return skpi__no_memory(r.at, "history->n", r.n);
    c.panel.status = rows;
    c.panel.group = rows + r.n;
    if (status) r.status = rows;
    if (!(s = fit_rows(&r, &c, group, rows + r.n)) && !(s = fit_run(r.at, &c))) {
        for (size_t i = 0; status && i < r.n; i++) status[i] = rows[i];
        s = skpi__rows_end(&r);
    }
    free(rows);
    return s;
}
