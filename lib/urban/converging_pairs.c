/* Pairs of a forecast and a truth (converging_pairs.h).
 *
 * A place has a state at an origin if the last of at least two observations up to it lies between 0 and 1 and is not
 * more than 20 years old, and if the first one is at least 4 years older than the last.  The truth of a target is read
 * from the straight line of the logit between the observations around it; it is known from the later of them on.
 */
#include "urban/converging_pairs.h"
#include "core/size.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "urban/converging_width.h"
#include "urban/huber.h"
#include "urban/path.h"
#include "urban/window.h"
#include <stdlib.h>

#define PAIRS_MINUTE 1e-9     /* years: dates are rounded */
#define PAIRS_OLDEST 20       /* years of a last observation before an origin */
#define PAIRS_SPAN 4          /* years of a history, at least */
#define PAIRS_FALL (-.03)     /* growth differences count in the mean from here */
#define PAIRS_RISE .08        /* to here */
#define PAIRS_EDGE .005       /* a norm is fitted to shares from here to one less this */
#define PAIRS_HALF_LIFE 10    /* years of the weight of an origin */
#define PAIRS_SLOW .999       /* annual factor */

/* The observations of a place that are known at a date. */
typedef struct pairs_place {
    size_t n;
    const double *date, *share;
} pairs_place;

static pairs_place pairs_known(const skpi__urban_panel *panel, size_t i, double date)
{
    const skpi_urban_history *h = &panel->history;
    const size_t first = h->first[i];
    pairs_place p = {h->first[i + 1] - first, h->date + first, h->share + first};
    if (panel->status && panel->status[i] < 0) p.n = 0;
    while (p.n && p.date[p.n - 1] > date + PAIRS_MINUTE) p.n--;
    return p;
}

/* The rules of converging with all its defaults. */
static skpi__urban_rules pairs_rules(void)
{
    skpi__urban_rules rules = {.method = SKPI_URBAN_METHOD_CONVERGING};
    return rules;
}

static skpi__urban_state pairs_state(const pairs_place *p, double date)
{
    static const skpi__urban_state none = {.start = (double)NAN};
    const skpi__urban_rules rules = pairs_rules();
    const size_t last = p->n - 1;
    const double *window;
    skpi__urban_state s = none;
    if (p->n < 2 || !(p->share[last] > 0 && p->share[last] < 1) || date - p->date[last] > PAIRS_OLDEST + PAIRS_MINUTE)
        return none;
    const size_t first = skpi__urban_window_from(p->n, p->date, p->share, (double)INFINITY, 1, NULL);
    if (first == p->n || p->date[last] - p->date[first] < PAIRS_SPAN - PAIRS_MINUTE) return none;
    const size_t n = skpi__urban_path_windows(&rules, rules.method, 0, &window);
    for (size_t k = 0; k < n; k++) s.urgd += skpi__urban_window_logit(p->n, p->date, p->share, window[k]);
    s.urgd /= (double)n;
    skpi__urban_limit(&rules, rules.method, 0, &s.urgd);
    skpi__urban_path_windows(&rules, SKPI_URBAN_METHOD_UN, 1, &window);
    s.start = skpi__urban_window_logit(p->n, p->date, p->share, window[0]);
    s.date = p->date[last];
    s.share = p->share[last];
    s.logit = skpi__logit(s.share);
    return s;
}

skpi__urban_states skpi__urban_states_at(const skpi__urban_panel *panel, double date, skpi__urban_state *state,
                                         double *room)
{
    const size_t n = panel->history.n;
    double *const share = room, *const urgd = room + n;
    skpi__urban_states all = {0, {(double)NAN, (double)NAN}, 0};
    size_t fitted = 0;
    double norm[2];
    for (size_t i = 0; i < n; i++) {
        const pairs_place place = pairs_known(panel, i, date);
        const skpi__urban_state s = state[i] = pairs_state(&place, date);
        if (isnan(s.start)) continue;
        all.n++;
        all.mean += fmin(fmax(s.urgd, PAIRS_FALL), PAIRS_RISE);
        if (s.share <= PAIRS_EDGE || s.share >= 1 - PAIRS_EDGE) continue;
        share[fitted] = s.share;
        urgd[fitted++] = s.start;
    }
    all.mean /= (double)all.n;
    if (fitted >= 2 && skpi__urban_huber_fit(fitted, 2, share, urgd, room + 2 * n, norm) >= 0) {
        all.norm[0] = norm[0];
        all.norm[1] = norm[1];
    }
    return all;
}

/* The logit of a place at a date, from its known observations; NaN: none around it is known and between 0 and 1. */
static double pairs_truth(const pairs_place *p, double date)
{
    size_t k = 0;
    while (k < p->n && p->date[k] < date) k++;
    if (k == p->n || !(p->share[k] > 0 && p->share[k] < 1)) return (double)NAN;
    const double after = skpi__logit(p->share[k]);
    if (p->date[k] == date) return after;
    if (!k || !(p->share[k - 1] > 0 && p->share[k - 1] < 1)) return (double)NAN;
    const double before = skpi__logit(p->share[k - 1]);
    return before + (after - before) * ((date - p->date[k - 1]) / (p->date[k] - p->date[k - 1]));
}

/* All pairs of one state, behind those that there are. */
static void pairs_add(const skpi__urban_panel *panel, const pairs_place *place, const skpi__urban_state *s,
                      const skpi__urban_states *all, double origin, skpi__urban_pairs *pairs)
{
    skpi__urban_rules rules = pairs_rules();
    double start = s->start;
    rules.n_sizes = 1;
    rules.n_terms = 2;
    rules.norm = all->norm;
    skpi__urban_limit(&rules, SKPI_URBAN_METHOD_UN, 1, &start);
    skpi__urban_un un = skpi__urban_un_begin(&rules, s->share, start, SKPI_URBAN_SIZE_LARGE, 0);
    for (size_t k = 0; k < panel->n_leads; k++) {
        const size_t at = pairs->n;
        const double truth = pairs_truth(place, origin + panel->lead[k]);
        if (isnan(truth)) continue;
        pairs->lead[at] = origin + panel->lead[k] - s->date;
        pairs->logit[at] = s->logit;
        pairs->urgd[at] = s->urgd;
        pairs->mean[at] = all->mean;
        pairs->truth_logit[at] = truth;
        pairs->truth[at] = skpi__logistic(truth);
        pairs->un[at] = skpi__urban_un_at(&un, pairs->lead[at], NULL);
        pairs->shape[at] = skpi__urban_converging_shape(s->share, s->start, pairs->lead[at]);
        pairs->weight[at] = exp2((origin - panel->known_to) / PAIRS_HALF_LIFE);
        pairs->n++;
    }
}

/* Places in the order of their groups; first: where each group's begin, n_groups + 1 values. */
static void pairs_order(const skpi__urban_panel *panel, size_t *first, size_t *order)
{
    const size_t n = panel->history.n;
    for (size_t g = 0; g <= panel->n_groups; g++) first[g] = 0;
    for (size_t i = 0; i < n; i++) first[panel->group[i] + 1]++;
    for (size_t g = 0; g < panel->n_groups; g++) first[g + 1] += first[g];
    for (size_t i = 0; i < n; i++) order[first[panel->group[i]]++] = i;
    for (size_t g = panel->n_groups; g > 0; g--) first[g] = first[g - 1];
    first[0] = 0;
}

/* The pairs of place i. */
static void pairs_place_add(const skpi__urban_panel *panel, size_t i, const skpi__urban_state *state,
                            const skpi__urban_states *all, skpi__urban_pairs *pairs)
{
    const pairs_place place = pairs_known(panel, i, panel->known_to);
    for (size_t o = 0; o < panel->n_origins; o++)
        if (!isnan(state[o * panel->history.n + i].start) && !isnan(all[o].norm[0]))
            pairs_add(panel, &place, &state[o * panel->history.n + i], &all[o], panel->origin[o], pairs);
}

/* No fewer than there are. */
static size_t pairs_most(const skpi__urban_panel *panel, const skpi__urban_state *state)
{
    size_t most = 0;
    for (size_t i = 0; i < panel->history.n; i++) {
        const pairs_place place = pairs_known(panel, i, panel->known_to);
        for (size_t o = 0; o < panel->n_origins; o++)
            for (size_t k = 0; !isnan(state[o * panel->history.n + i].start) && k < panel->n_leads; k++)
                most += place.n && panel->origin[o] + panel->lead[k] <= place.date[place.n - 1];
    }
    return most;
}

enum { PAIRS_ARRAYS = 9 };

static int pairs_room(const skpi__urban_panel *panel, size_t most, skpi__urban_pairs *pairs)
{
    double **const array[PAIRS_ARRAYS] = {&pairs->lead,        &pairs->logit, &pairs->urgd,  &pairs->mean,  &pairs->truth,
                                          &pairs->truth_logit, &pairs->un,    &pairs->shape, &pairs->weight};
    double *memory = skpi__alloc(most, PAIRS_ARRAYS, sizeof *memory);
    pairs->memory = memory;
    pairs->first = skpi__alloc(panel->n_groups + 1, 1, sizeof *pairs->first);
    for (size_t k = 0; memory && k < PAIRS_ARRAYS; k++) *array[k] = memory + k * most;
    return memory && pairs->first;
}

/* The pairs of all places, one group after another; first: as pairs_order's. */
static void pairs_fill(const skpi__urban_panel *panel, const skpi__urban_state *state, const skpi__urban_states *all,
                       size_t *order, skpi__urban_pairs *pairs)
{
    size_t begins = 0;
    pairs_order(panel, pairs->first, order);
    for (size_t g = 0; g < panel->n_groups; g++) {
        const size_t ends = pairs->first[g + 1];
        pairs->first[g] = pairs->n;
        for (size_t k = begins; k < ends; k++) pairs_place_add(panel, order[k], state, all, pairs);
        begins = ends;
    }
    pairs->first[panel->n_groups] = pairs->n;
}

skpi_status skpi__urban_pairs_make(skpi__at at, const skpi__urban_panel *panel, skpi__urban_pairs *pairs)
{
    const size_t n = panel->history.n;
    skpi__urban_state *state = skpi__alloc(n, panel->n_origins, sizeof *state);
    skpi__urban_states *all = skpi__alloc(panel->n_origins, 1, sizeof *all);
    double *room = skpi__alloc(n, 4, sizeof *room);
    size_t *order = skpi__alloc(n, 1, sizeof *order);
    int enough = state && all && room && order;
    for (size_t o = 0; enough && o < panel->n_origins; o++)
        all[o] = skpi__urban_states_at(panel, panel->origin[o], state + o * n, room);
    if (enough && (enough = pairs_room(panel, pairs_most(panel, state), pairs)))
        pairs_fill(panel, state, all, order, pairs);
    free(state);
    free(all);
    free(room);
    free(order);
    return enough ? SKPI_OK : skpi__no_memory(at, "history->n", n);
}

/* As skpi__urban_decay_years, but for factors near 1: there 1 - phi^l would lose its digits. */
void skpi__urban_pairs_years(const skpi__urban_pairs *p, double by, double *years)
{
    if (by > PAIRS_SLOW) {
        for (size_t i = 0; i < p->n; i++) years[i] = skpi__urban_decay_years(by, p->lead[i]);
        return;
    }
    const double rate = log(by), scale = by / (1 - by);
    for (size_t i = 0; i < p->n; i++) years[i] = fmax(p->lead[i] * rate, -SKPI__EXP_FAR);
    skpi__exps(p->n, years, years);
    for (size_t i = 0; i < p->n; i++) years[i] = (1 - years[i]) * scale;
}

void skpi__urban_pairs_free(skpi__urban_pairs *pairs)
{
    free(pairs->first);
    free(pairs->memory);
}
