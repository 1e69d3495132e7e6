/* What is known of a place when a forecast is made (state.h). */
#include "urban/state.h"
#include "numeric/logistic.h"
#include "urban/huber.h"
#include "urban/path.h"
#include "urban/window.h"

#define STATE_SPAN 4      /* years of a history, at least */
#define STATE_FALL (-.03) /* growth differences count in the mean from here */
#define STATE_RISE .08    /* to here */
#define STATE_EDGE .005   /* a norm is fitted to shares between this and one less this */

skpi__urban_state skpi__urban_state_of(size_t n, const double *date, const double *share, double limit)
{
    static const skpi__urban_state none = {.start = (double)NAN};
    static const skpi__urban_rules rules = {.method = SKPI_URBAN_METHOD_CONVERGING};
    skpi__urban_state s = none;
    const double *window;
    if (n < 2 || !(share[n - 1] > 0 && share[n - 1] < 1)) return none;
    const size_t first = skpi__urban_window_from(n, date, share, (double)INFINITY, 1, NULL);
    if (first == n || date[n - 1] - date[first] < STATE_SPAN - SKPI__MINUTE) return none;
    const size_t n_windows = skpi__urban_path_windows(&rules, SKPI_URBAN_METHOD_CONVERGING, 0, &window);
    for (size_t k = 0; k < n_windows; k++) s.urgd += skpi__urban_window_logit(n, date, share, window[k]);
    s.urgd /= (double)n_windows;
    s.urgd = skpi__urban_within(s.urgd, limit);
    skpi__urban_path_windows(&rules, SKPI_URBAN_METHOD_UN, 1, &window);
    s.start = skpi__urban_window_logit(n, date, share, window[0]);
    s.date = date[n - 1];
    s.share = share[n - 1];
    s.logit = skpi__logit(s.share);
    return s;
}

skpi__urban_states skpi__urban_states_of(size_t n, const skpi__urban_state *state, double *room)
{
    double *const share = room, *const urgd = room + n, norm[2];
    skpi__urban_states all = {0, {(double)NAN, (double)NAN}, 0};
    size_t fitted = 0;
    for (size_t i = 0; i < n; i++) {
        const skpi__urban_state *s = state + i;
        if (isnan(s->start)) continue;
        all.n++;
        all.mean += fmin(fmax(s->urgd, STATE_FALL), STATE_RISE);
        if (s->share <= STATE_EDGE || s->share >= 1 - STATE_EDGE) continue;
        share[fitted] = s->share;
        urgd[fitted++] = s->start;
    }
    all.mean /= (double)all.n;
    if (fitted >= 2 && skpi__urban_huber_fit(fitted, 2, share, urgd, room + 2 * n, norm) >= 0) {
        all.norm[0] = norm[0];
        all.norm[1] = norm[1];
    }
    return all;
}
