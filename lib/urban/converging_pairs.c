/* Pairs of a forecast and a truth (converging_pairs.h).
 *
 * A place counts at an origin if it has a state (state.h) that is not more than 20 years old.  The truth of a target is
 * read from the straight line of the logit between the observations around it; it is known from the later of them on.
 */
#include "urban/converging_pairs.h"
#include "core/size.h"
#include "numeric/damped.h"
#include "numeric/exps.h"
#include "numeric/groups.h"
#include "numeric/logistic.h"
#include "urban/converging_width.h"
#include "urban/path.h"
#include "urban/window.h"
#include <stdlib.h>

#define PAIRS_OLDEST 20    /* years of a last observation before an origin */
#define PAIRS_HALF_LIFE 10 /* years of the weight of an origin */
#define PAIRS_SLOW .999    /* annual factor */

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
    if (panel->status[i] < 0) p.n = 0;
    while (p.n && p.date[p.n - 1] > date + SKPI__MINUTE) p.n--;
    return p;
}

skpi__urban_states skpi__urban_states_at(const skpi__urban_panel *panel, double date, skpi__urban_state *state,
                                         double *room)
{
    for (size_t i = 0; i < panel->history.n; i++) {
        const pairs_place place = pairs_known(panel, i, date);
        state[i] = skpi__urban_state_of(place.n, place.date, place.share, panel->limit);
        if (date - state[i].date > PAIRS_OLDEST + SKPI__MINUTE) state[i].start = (double)NAN;
    }
    return skpi__urban_states_of(panel->history.n, state, room);
}

/* The logit of a place at a date after its first observation, from those that are known; NaN: none around it is known and
 * between 0 and 1. */
static double pairs_truth(const pairs_place *p, double date)
{
    size_t k = 0;
    while (k < p->n && p->date[k] < date - SKPI__MINUTE) k++;
    if (k == p->n || !(p->share[k] > 0 && p->share[k] < 1)) return (double)NAN;
    const double after = skpi__logit(p->share[k]);
    if (p->date[k] <= date + SKPI__MINUTE) return after;
    if (!(p->share[k - 1] > 0 && p->share[k - 1] < 1)) return (double)NAN;
    const double before = skpi__logit(p->share[k - 1]);
    return before + (after - before) * ((date - p->date[k - 1]) / (p->date[k] - p->date[k - 1]));
}

/* All pairs of one state, behind those that there are. */
static void pairs_add(const skpi__urban_panel *panel, const pairs_place *place, const skpi__urban_state *s,
                      const skpi__urban_states *all, double origin, skpi__urban_pairs *pairs)
{
    const skpi__urban_rules rules = {
        .method = SKPI_URBAN_METHOD_CAUTIOUS, .n_sizes = 1, .n_terms = 2, .norm = all->norm};
    const double start = skpi__urban_within(s->start, panel->limit);
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
                most += place.n && panel->origin[o] + panel->lead[k] <= place.date[place.n - 1] + SKPI__MINUTE;
    }
    return most;
}

enum { PAIRS_ARRAYS = 9 };

static int pairs_room(const skpi__urban_panel *panel, size_t most, skpi__urban_pairs *pairs)
{
    double **const array[PAIRS_ARRAYS] = {&pairs->lead, &pairs->logit, &pairs->urgd,
                                          &pairs->mean, &pairs->truth, &pairs->truth_logit,
                                          &pairs->un,   &pairs->shape, &pairs->weight};
    double *memory = skpi__alloc(most, PAIRS_ARRAYS, sizeof *memory);
    pairs->memory = memory;
    pairs->first = skpi__alloc(panel->n_groups + 1, 1, sizeof *pairs->first);
    for (size_t k = 0; memory && k < PAIRS_ARRAYS; k++) *array[k] = memory + k * most;
    return memory && pairs->first;
}

/* The pairs of all places, one group after another. */
static void pairs_fill(const skpi__urban_panel *panel, const skpi__urban_state *state, const skpi__urban_states *all,
                       size_t *order, skpi__urban_pairs *pairs)
{
    size_t begins = 0;
    skpi__groups_order(panel->history.n, panel->group, panel->n_groups, pairs->first, order);
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

/* skpi__damped of every lead.  For factors near 1, where 1 - phi^l would lose its digits, it is called itself. */
void skpi__urban_pairs_years(const skpi__urban_pairs *p, double by, double *years)
{
    if (by > PAIRS_SLOW) {
        for (size_t i = 0; i < p->n; i++) years[i] = skpi__damped(by, p->lead[i]);
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
