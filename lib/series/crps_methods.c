/* Mean scores of the distributions that several methods forecast (crps.h). */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "series/crps.h"
#include "series/score.h"

/* The forecasts of one method, and room: n scores, and the draws of one forecast. */
typedef struct crps_method {
    skpi_series_crps_in in; /* its arrays are those of the method */
    const double *weight;   /* of the probabilities */
    double *room, *draws;
} crps_method;

static int crps_complete(size_t n, const double *x)
{
    size_t k = 0;
    while (k < n && !isnan(x[k])) k++;
    return k == n;
}

static double crps_quantiles(const crps_method *m)
{
    const size_t n_prob = m->in.prob ? m->in.n_prob : 0;
    size_t n = 0;
    for (size_t i = 0; m->in.quantile && n_prob > 0 && i < m->in.n; i++) {
        const double *q = m->in.quantile + i * n_prob;
        if (!isnan(m->in.truth[i]) && crps_complete(n_prob, q))
            m->room[n++] = skpi__crps_quantiles(n_prob, m->in.prob, m->weight, q, m->in.truth[i]);
    }
    return skpi__score_mean(n, m->room);
}

static double crps_normals(const crps_method *m)
{
    size_t n = 0;
    for (size_t i = 0; m->in.mean && i < m->in.n; i++)
        if (!isnan(m->in.truth[i]) && !isnan(m->in.mean[i]) && !isnan(m->in.deviation[i]))
            m->room[n++] = skpi__crps_normal(m->in.mean[i], m->in.deviation[i], m->in.truth[i]);
    return skpi__score_mean(n, m->room);
}

static double crps_draws(const crps_method *m)
{
    size_t n = 0;
    for (size_t i = 0; m->in.draw && m->in.n_draws > 0 && i < m->in.n; i++) {
        const double *draw = m->in.draw + i * m->in.n_draws;
        if (!isnan(m->in.truth[i]) && crps_complete(m->in.n_draws, draw))
            m->room[n++] = skpi__crps_draws(m->in.n_draws, draw, m->in.truth[i], m->draws);
    }
    return skpi__score_mean(n, m->room);
}

static skpi_status crps_check_quantiles(skpi__at at, const crps_method *m, size_t i)
{
    const double *q = m->in.quantile + i * m->in.n_prob;
    skpi_status s;
    for (size_t k = 0; k < m->in.n_prob; k++) {
        if ((s = skpi__score_value(at, "in->quantile", q[k], m->in.truth[i]))) return s;
        if (k > 0 && q[k] < q[k - 1])
            return skpi__fail(at, SKPI_EINCONSISTENT, "in->quantile", q[k], "is below %g, of a lower probability",
                              q[k - 1]);
    }
    if (isnan(m->in.truth[i]) || !crps_complete(m->in.n_prob, q)) return SKPI_OK;
    return skpi__result(at, "in->quantile",
                        skpi__crps_quantiles(m->in.n_prob, m->in.prob, m->weight, q, m->in.truth[i]));
}

static skpi_status crps_check_normal(skpi__at at, const crps_method *m, size_t i)
{
    const double mean = m->in.mean[i], deviation = m->in.deviation[i], truth = m->in.truth[i];
    skpi_status s;
    if ((s = skpi__score_value(at, "in->mean", mean, truth)) ||
        (!isnan(deviation) && (s = skpi__quantity(at, "in->deviation", deviation))))
        return s;
    if (isnan(truth) || isnan(mean) || isnan(deviation)) return SKPI_OK;
    return skpi__result(at, "in->mean", skpi__crps_normal(mean, deviation, truth));
}

static skpi_status crps_check(skpi__at at, const crps_method *m)
{
    skpi_status s;
    for (size_t i = 0; i < m->in.n; i++) {
        at.column = (int64_t)i;
        if (m->in.quantile && (s = crps_check_quantiles(at, m, i))) return s;
        if (m->in.mean && (s = crps_check_normal(at, m, i))) return s;
        for (size_t k = 0; m->in.draw && k < m->in.n_draws; k++)
            if ((s = skpi__score_value(at, "in->draw", m->in.draw[i * m->in.n_draws + k], m->in.truth[i]))) return s;
    }
    return SKPI_OK;
}

/* The arrays of all methods. */
static skpi_status crps_arrays(skpi__at at, const skpi_series_crps_in *in)
{
    const size_t quantiles = skpi__width(in->n, in->n_prob), draws = skpi__width(in->n, in->n_draws);
    skpi_status s;
    if ((s = skpi__count(at, "in->n", in->n)) || (s = skpi__array(at, "in->truth", in->truth, in->n, 1)) ||
        (s = skpi__array_size(at, "in->n_methods", in->n_methods, in->n)))
        return s;
    if (in->quantile && !in->prob)
        return skpi__refuse(at, SKPI_EINVAL, "in->prob", "is NULL: the quantiles have no probabilities");
    if ((in->prob && (s = skpi__probabilities_increase(at, "in->prob", in->n_prob, in->prob))) ||
        (in->quantile && (s = skpi__array(at, "in->quantile", in->quantile, in->n_methods, quantiles))))
        return s;
    if (!in->mean != !in->deviation)
        return skpi__refuse(at, SKPI_EINVAL, in->mean ? "in->deviation" : "in->mean", "is NULL: both or none");
    if (in->draw && (s = skpi__array(at, "in->draw", in->draw, in->n_methods, draws))) return s;
    for (size_t i = 0; i < in->n; i++)
        if ((s = skpi__score_value(skpi__element(at, i), "in->truth", in->truth[i], (double)NAN))) return s;
    return SKPI_OK;
}

static void crps_take(const skpi_series_crps_in *in, size_t k, crps_method *m)
{
    const size_t at = k * in->n;
    m->in = *in;
    if (in->quantile) m->in.quantile += at * in->n_prob;
    if (in->mean) m->in.mean += at;
    if (in->deviation) m->in.deviation += at;
    if (in->draw) m->in.draw += at * in->n_draws;
}

skpi_status skpi_series_crps(const skpi_series_crps_in *in, skpi_series_crps_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_series_crps_in x;
    skpi_series_crps_out o;
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, &x)) || (s = crps_arrays(at, &x)) || (s = SKPI__STRUCT(at, out, 0, &o))) return s;
    const size_t n_prob = x.prob ? x.n_prob : 0, n_draws = x.draw ? x.n_draws : 0;
    double *room = skpi__alloc(x.n, 1, sizeof *room), *draws = skpi__alloc(n_draws, 1, sizeof *draws);
    double *weight = skpi__alloc(n_prob, 1, sizeof *weight);
    crps_method m = {.weight = weight, .room = room, .draws = draws};
    if (!room || !draws || !weight)
        s = !room    ? skpi__no_memory(at, "in->n", x.n)
            : !draws ? skpi__no_memory(at, "in->n_draws", n_draws)
                     : skpi__no_memory(at, "in->n_prob", n_prob);
    else
        skpi__crps_weights(n_prob, x.prob, weight);
    for (size_t k = 0; k < x.n_methods && !s; k++) {
        crps_take(&x, k, &m);
        s = crps_check(skpi__element(at, k), &m);
    }
    for (size_t k = 0; k < x.n_methods && !s; k++) {
        crps_take(&x, k, &m);
        skpi__set(o.quantile_crps, k, crps_quantiles(&m));
        skpi__set(o.normal_crps, k, crps_normals(&m));
        skpi__set(o.draw_crps, k, crps_draws(&m));
    }
    free(room);
    free(draws);
    free(weight);
    return s;
}
