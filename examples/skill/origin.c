/* Forecasts of forecast_skill from one origin: every constant is estimated from what was known then. */
#include "skill.h"
#include "../common/program.h"

#include <math.h>
#include <stdlib.h>

static const double origin_minute = 1e-9, origin_window = 4, origin_coverage = .8; /* dates are rounded; years */

/* The places that can be forecast, with what was known of them. */
typedef struct origin_places {
    size_t n;
    size_t *place, *first; /* [n] in the panel; [n + 1] offsets into date and share */
    double *date, *share;
    double *last_date, *last_share, *urgd; /* [n] the last observation, and the URGD over four years before it */
    int32_t *size;                         /* [n] size classes; NULL if they are not known */
} origin_places;

/* The estimates at the origin. */
typedef struct origin_fit {
    int32_t *usable;
    skill_constants *all;
    double *by, *to; /* [n_groups] without the group */
} origin_fit;

static void origin_tell(const skill_panel *panel, int32_t origin, skpi_status s)
{
    if (s < 0) csv_fail(panel->table, CSV_WHOLE, 0, "origin %d: %s", (int)origin, skpi_last_error());
}

static skpi_urban_history origin_history(const origin_places *p, size_t from, size_t n)
{
    return (skpi_urban_history){.size = sizeof(skpi_urban_history),
                                .n = n,
                                .n_observations = p->first[p->n],
                                .first = p->first + from,
                                .date = p->date,
                                .share = p->share};
}

/* Every second year from six years after the first observation on: a forecast counts if its truth was known at the
 * origin.  Sets the count. */
static double *origin_earlier(const skill_panel *panel, int32_t origin, size_t *n)
{
    double first = origin, *year = program_memory((size_t)origin, sizeof *year);
    for (size_t k = 0; k < panel->first[panel->n]; k++) first = fmin(first, panel->date[k]);
    *n = 0;
    for (double o = ceil(first - origin_minute) + 6; o < origin; o += 2) year[(*n)++] = o;
    return year;
}

static origin_fit origin_estimate(const skill_panel *panel, const skill_settings *settings, int32_t origin,
                                  skill_constants *c)
{
    origin_fit f = {program_memory(panel->n, sizeof *f.usable), c, program_memory(panel->n_groups, sizeof *f.by),
                    program_memory(panel->n_groups, sizeof *f.to)};
    int32_t *status = program_memory(panel->n, sizeof *status);
    const skpi_urban_history history = {.size = sizeof history,
                                        .n = panel->n,
                                        .n_observations = panel->first[panel->n],
                                        .first = panel->first,
                                        .date = panel->date,
                                        .share = panel->observed};
    size_t n_earlier;
    double *earlier = origin_earlier(panel, origin, &n_earlier);
    const skpi_urban_converging_fit_options options = {.size = sizeof options,
                                                       .known_to = origin,
                                                       .n_origins = n_earlier,
                                                       .origin = n_earlier ? earlier : NULL,
                                                       .urgd_max = settings->limit};
    skpi_urban_converging_fit_out out = {.size = sizeof out,
                                         .usable = f.usable,
                                         .place_count = &c->places,
                                         .pair_count = &c->pairs,
                                         .mean = &c->mean,
                                         .norm = c->norm,
                                         .by = &c->by,
                                         .part = &c->part,
                                         .to = &c->to,
                                         .width = &c->width,
                                         .cautious_width = &c->cautious_width,
                                         .without_by = f.by,
                                         .without_to = f.to};
    c->origin = origin;
    origin_tell(panel, origin,
                skpi_urban_converging_fit(&history, panel->n_groups, panel->group, 1, &origin_coverage, &options, &out,
                                          status));
    free(earlier);
    free(status);
    return f;
}

static origin_places origin_known(const skill_panel *panel, int32_t origin, const int32_t *usable)
{
    const size_t n = panel->n, all = panel->first[n];
    origin_places p = {.place = program_memory(n, sizeof *p.place),
                       .first = program_memory(n + 1, sizeof *p.first),
                       .date = program_memory(all, sizeof *p.date),
                       .share = program_memory(all, sizeof *p.share),
                       .last_date = program_memory(n, sizeof *p.last_date),
                       .last_share = program_memory(n, sizeof *p.last_share),
                       .urgd = program_memory(n, sizeof *p.urgd),
                       .size = panel->size ? program_memory(n, sizeof *p.size) : NULL};
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (usable[i] != 1) continue;
        for (size_t k = panel->first[i]; k < panel->first[i + 1] && panel->date[k] <= origin + origin_minute; k++) {
            p.date[at] = panel->date[k];
            p.share[at++] = panel->observed[k];
        }
        p.place[p.n] = i;
        if (p.size) p.size[p.n] = panel->size[i];
        p.last_date[p.n] = p.date[at - 1];
        p.last_share[p.n] = p.share[at - 1];
        p.first[++p.n] = at;
    }
    const skpi_urban_history history = origin_history(&p, 0, p.n);
    origin_tell(panel, origin, skpi_urban_window_urgd(&history, 1, &origin_window, p.urgd, NULL));
    return p;
}

/* Forecasts of places from..from + n - 1 for one year. */
static void origin_project(const skill_panel *panel, const origin_places *p, size_t from, size_t n, const skill_cell *c,
                           const skpi_urban_options *options, double *share)
{
    const skpi_urban_history history = origin_history(p, from, n);
    skpi_urban_project_out out = {.size = sizeof out, .share = share + from};
    origin_tell(panel, c->origin,
                skpi_urban_project_history(&history, p->size ? p->size + from : NULL, c->origin + c->horizon, 1,
                                           options, &out, NULL));
}

/* Each group with the constants that the other groups give. */
static void origin_project_groups(const skill_panel *panel, const origin_places *p, const origin_fit *f,
                                  const skill_cell *c, skpi_urban_options options, double *share)
{
    for (size_t from = 0, to; from < p->n; from = to) {
        const int32_t group = panel->group[p->place[from]];
        for (to = from + 1; to < p->n && panel->group[p->place[to]] == group;) to++;
        options.converge_by = f->by[group];
        options.converge_to = f->to[group];
        options.flags = options.converge_to == 0 ? SKPI_URBAN_FLAG_CONVERGE_TO_ZERO : 0;
        origin_project(panel, p, from, to - from, c, &options, share);
    }
}

static void origin_method(const skill_panel *panel, const skill_settings *s, const origin_places *p,
                          const origin_fit *f, enum skill_method method, const skill_cell *c)
{
    double *share = c->forecast + (size_t)method * c->n;
    skpi_urban_options o = {.size = sizeof o, .n_sizes = 1, .n_terms = 2, .norm = f->all->norm};
    if (method != SKILL_UN) o.urgd_min = -(o.urgd_max = s->limit);
    if (method == SKILL_UN_2018) o.n_sizes = o.n_terms = 0, o.norm = NULL;
    if (method == SKILL_UN || method == SKILL_UN_LIMITED || method == SKILL_UN_2018) {
        o.method = SKPI_URBAN_METHOD_UN;
        o.n_windows = 1;
        o.window = &origin_window;
    } else
        o.method = method == SKILL_CONVERGING || method == SKILL_CONVERGING_DEFAULT ? SKPI_URBAN_METHOD_CONVERGING
                                                                                    : SKPI_URBAN_METHOD_CAUTIOUS;
    if (method == SKILL_CONVERGING || method == SKILL_CAUTIOUS)
        origin_project_groups(panel, p, f, c, o, share);
    else
        origin_project(panel, p, 0, p->n, c, &o, share);
}

/* 80 % intervals: of the widths that are re-estimated around re-estimated forecasts, of the library's around its own. */
static void origin_interval(const skill_panel *panel, const origin_places *p, const origin_fit *f,
                            enum skill_method method, const skill_cell *c)
{
    const size_t at = (size_t)method * c->n;
    const int cautious = method == SKILL_CAUTIOUS || method == SKILL_CAUTIOUS_DEFAULT,
              fitted = method == SKILL_CONVERGING || method == SKILL_CAUTIOUS;
    if (method == SKILL_UN || method == SKILL_UN_LIMITED || method == SKILL_UN_2018) {
        for (size_t i = 0; i < c->n; i++) c->low[at + i] = c->high[at + i] = (double)NAN;
        return;
    }
    const skpi_urban_converging_interval_in in = {.size = sizeof in,
                                                  .n = c->n,
                                                  .last_date = p->last_date,
                                                  .last_share = p->last_share,
                                                  .share = c->forecast + at,
                                                  .urgd = p->urgd};
    const skpi_urban_converging_interval_options options = {.size = sizeof options,
                                                            .coverage = origin_coverage,
                                                            .method = cautious ? SKPI_URBAN_METHOD_CAUTIOUS
                                                                               : SKPI_URBAN_METHOD_CONVERGING,
                                                            .width = !fitted    ? 0
                                                                     : cautious ? f->all->cautious_width
                                                                                : f->all->width};
    origin_tell(
        panel, c->origin,
        skpi_urban_converging_interval(&in, c->origin + c->horizon, 1, &options, c->low + at, c->high + at, NULL));
}

static void origin_truth(const skill_panel *panel, const origin_places *p, const skill_cell *c)
{
    size_t column = 0, start = 0;
    while (panel->year[column] != c->origin + c->horizon) column++;
    while (panel->year[start] != c->origin) start++;
    for (size_t i = 0; i < c->n; i++) {
        const double share = panel->share[p->place[i] * panel->m + column];
        c->last[i] = p->last_share[i];
        c->group[i] = panel->group[p->place[i]];
        if (c->people) c->people[i] = panel->people[p->place[i] * panel->m + start];
        c->truth[i] = share > 0 && share < 1 ? SKILL_POINTS * share : (double)NAN;
    }
}

static skill_cell origin_cell(const skill_panel *panel, const origin_places *p, int32_t origin, int32_t horizon)
{
    const size_t methods = p->size ? SKILL_METHODS : SKILL_UN_2018, all = methods * p->n;
    return (skill_cell){.origin = origin,
                        .horizon = horizon,
                        .n = p->n,
                        .n_methods = methods,
                        .last = program_memory(p->n, sizeof(double)),
                        .people = panel->people ? program_memory(p->n, sizeof(double)) : NULL,
                        .group = program_memory(p->n, sizeof(int32_t)),
                        .truth = program_memory(p->n, sizeof(double)),
                        .forecast = program_memory(all, sizeof(double)),
                        .low = program_memory(all, sizeof(double)),
                        .high = program_memory(all, sizeof(double))};
}

size_t skill_origin(const skill_panel *panel, const skill_settings *settings, int32_t origin,
                    skill_constants *constants, skill_cell *cells)
{
    const origin_fit f = origin_estimate(panel, settings, origin, constants);
    origin_places p = origin_known(panel, origin, f.usable);
    size_t n = 0;
    for (size_t h = 0; h < settings->n_horizons; h++) {
        if (origin + settings->horizon[h] > settings->end) continue;
        const skill_cell c = cells[n++] = origin_cell(panel, &p, origin, settings->horizon[h]);
        origin_truth(panel, &p, &c);
        for (enum skill_method m = 0; m < c.n_methods; m++) {
            origin_method(panel, settings, &p, &f, m, &c);
            origin_interval(panel, &p, &f, m, &c);
        }
        for (size_t i = 0; i < c.n_methods * p.n; i++) {
            c.forecast[i] *= SKILL_POINTS;
            c.low[i] *= SKILL_POINTS;
            c.high[i] *= SKILL_POINTS;
        }
    }
    free(f.usable);
    free(f.by);
    free(f.to);
    free(p.place);
    free(p.first);
    free(p.date);
    free(p.share);
    free(p.last_date);
    free(p.last_share);
    free(p.urgd);
    free(p.size);
    return n;
}
