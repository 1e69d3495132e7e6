/* Options of fits and the values that each model takes. */
#include "series/fit_options.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include <stddef.h>

static const int32_t models[] = {
    SKPI_SERIES_MODEL_PERSISTENCE, SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_LOGIT_LINE, SKPI_SERIES_MODEL_LOGISTIC,
    SKPI_SERIES_MODEL_GOMPERTZ,    SKPI_SERIES_MODEL_BASS, SKPI_SERIES_MODEL_HOLT,       0};

/* A member that only some models use is 0 with the others. */
static skpi_status unused(skpi__at at, int used, const char *name, double value)
{
    if (used || value == 0) return SKPI_OK;
    return skpi__fail(at, SKPI_EINVAL, name, value, "is not used by this model and must be 0");
}

/* A pair of bounds, both 0 = none. */
static skpi_status bounds(skpi__at at, const char *name_min, double min, const char *name_max, double max,
                          double *lower, double *upper)
{
    skpi_status s;
    if ((s = skpi__finite(at, name_min, min)) || (s = skpi__finite(at, name_max, max))) return s;
    if (min == 0 && max == 0) return SKPI_OK;
    if (min > max) return skpi__fail(at, SKPI_EINCONSISTENT, name_min, min, "is above %s = %g", name_max, max);
    *lower = min;
    *upper = max;
    return SKPI_OK;
}

static skpi_status ceiling(skpi__at at, const skpi_series_fit_options *o, skpi__fit_rules *rules)
{
    const int curve = rules->model == SKPI_SERIES_MODEL_LOGISTIC || rules->model == SKPI_SERIES_MODEL_GOMPERTZ ||
                      rules->model == SKPI_SERIES_MODEL_BASS;
    const int logit = rules->model == SKPI_SERIES_MODEL_LOGIT_LINE;
    skpi_status s;
    if ((s = skpi__quantity(at, "options->ceiling", o->ceiling)) ||
        (s = unused(at, curve || logit, "options->ceiling", o->ceiling)) ||
        (s = skpi__quantity(at, "options->ceiling_min", o->ceiling_min)) ||
        (s = unused(at, curve, "options->ceiling_min", o->ceiling_min)) ||
        (s = skpi__quantity(at, "options->ceiling_max", o->ceiling_max)) ||
        (s = unused(at, curve, "options->ceiling_max", o->ceiling_max)) ||
        (s = bounds(at, "options->ceiling_min", o->ceiling_min, "options->ceiling_max", o->ceiling_max, rules->lower,
                    rules->upper)))
        return s;
    if (o->ceiling > 0 && o->ceiling_max > 0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->ceiling", o->ceiling, "is held and bounded at once");
    if (o->ceiling > 0) rules->ceiling = rules->lower[0] = rules->upper[0] = o->ceiling;
    return SKPI_OK;
}

skpi_status skpi__fit_options(skpi__at at, const skpi_series_fit_options *options, skpi__fit_rules *rules, int *anchor)
{
    skpi_series_fit_options o;
    skpi_status s;
    if ((s = SKPI__NEED(at, options, 0, &o)) ||
        (s = skpi__choice(at, "options->model", o.model, models, "a model of a series (enum skpi_series_model)")))
        return s;
    const int s_curve = o.model == SKPI_SERIES_MODEL_LOGISTIC || o.model == SKPI_SERIES_MODEL_GOMPERTZ;
    const int bass = o.model == SKPI_SERIES_MODEL_BASS, holt = o.model == SKPI_SERIES_MODEL_HOLT;
    *rules = skpi__fit_free(o.model);
    if (o.anchor != 0 && (o.anchor != 1 || holt))
        return skpi__fail(at, SKPI_EINVAL, "options->anchor", o.anchor, holt ? "is not 0, with Holt" : "is not 0 or 1");
    *anchor = o.anchor;
    if ((s = ceiling(at, &o, rules)) ||
        (s = bounds(at, "options->speed_min", o.speed_min, "options->speed_max", o.speed_max, &rules->lower[1],
                    &rules->upper[1])) ||
        (s = unused(at, s_curve, "options->speed_min", o.speed_min)) ||
        (s = unused(at, s_curve, "options->speed_max", o.speed_max)) ||
        (s = bounds(at, "options->midpoint_min", o.midpoint_min, "options->midpoint_max", o.midpoint_max,
                    &rules->lower[2], &rules->upper[2])) ||
        (s = unused(at, s_curve, "options->midpoint_min", o.midpoint_min)) ||
        (s = unused(at, s_curve, "options->midpoint_max", o.midpoint_max)))
        return s;
    if (o.launch != 0) {
        if ((s = skpi__date(at, "options->launch", o.launch)) || (s = unused(at, bass, "options->launch", o.launch)))
            return s;
        rules->launch = o.launch;
    }
    if ((s = skpi__share(at, "options->alpha", o.alpha)) || (s = unused(at, holt, "options->alpha", o.alpha)) ||
        (s = skpi__share(at, "options->beta", o.beta)) || (s = unused(at, holt, "options->beta", o.beta)))
        return s;
    if (o.alpha != 0 || o.beta != 0) {
        rules->alpha = o.alpha;
        rules->beta = o.beta;
    }
    return SKPI_OK;
}

static skpi_status date_or_none(skpi__at at, const char *name, double value)
{
    return value == 0 ? SKPI_OK : skpi__date(at, name, value);
}

/* What each model takes, each a bit of models, and what it must be in any case. */
#define BIT(model) (1u << (SKPI_SERIES_MODEL_##model - SKPI_SERIES_MODEL_PERSISTENCE))
#define CURVES (BIT(LOGISTIC) | BIT(GOMPERTZ))
#define MEMBER(name, models, check)                                               \
    {                                                                             \
        "options->" #name, offsetof(skpi_series_fit_options, name), models, check \
    }
static const struct {
    const char *name;
    size_t offset;
    uint32_t models;
    skpi_status (*check)(skpi__at at, const char *name, double value);
} members[] = {
    MEMBER(ceiling, CURVES | BIT(LOGIT_LINE) | BIT(BASS), skpi__quantity),
    MEMBER(ceiling_min, CURVES | BIT(BASS), skpi__quantity),
    MEMBER(ceiling_max, CURVES | BIT(BASS), skpi__quantity),
    MEMBER(speed_min, CURVES, skpi__finite),
    MEMBER(speed_max, CURVES, skpi__finite),
    MEMBER(midpoint_min, CURVES, skpi__finite),
    MEMBER(midpoint_max, CURVES, skpi__finite),
    MEMBER(launch, BIT(BASS), date_or_none),
    MEMBER(alpha, BIT(HOLT), skpi__share),
    MEMBER(beta, BIT(HOLT), skpi__share),
};
enum { MEMBERS = sizeof members / sizeof *members };

static uint32_t model_bit(int32_t model) { return 1u << (model - SKPI_SERIES_MODEL_PERSISTENCE); }

static double *member(skpi_series_fit_options *o, size_t k)
{
    return (double *)(void *)((char *)o + members[k].offset);
}

skpi_status skpi__fit_one_of(skpi__at at, int32_t model, const skpi_series_fit_options *given, skpi__fit_rules *rules,
                             int *anchor)
{
    skpi_series_fit_options o = *given;
    o.model = model;
    if (model == SKPI_SERIES_MODEL_HOLT) o.anchor = 0;
    for (size_t k = 0; k < MEMBERS; k++)
        if (!(members[k].models & model_bit(model))) *member(&o, k) = 0;
    return skpi__fit_options(at, &o, rules, anchor);
}

skpi_status skpi__fit_common(skpi__at at, size_t n_models, const int32_t *model, const skpi_series_fit_options *options,
                             skpi_series_fit_options *given)
{
    uint32_t some = 0;
    skpi__fit_rules rules;
    skpi_status s;
    int anchor;
    if ((s = skpi__array(at, "models", model, n_models, 1))) return s;
    for (size_t k = 0; k < n_models; k++) {
        if ((s = skpi__choice(skpi__element(at, k), "models", model[k], models,
                              "a model of a series (enum skpi_series_model)")))
            return s;
        some |= model_bit(model[k]);
    }
    if ((s = SKPI__TAKE(at, options, 0, given))) return s;
    given->size = sizeof *given; /* NULL is all defaults, and is handed on */
    if (given->model)
        return skpi__fail(at, SKPI_EINVAL, "options->model", given->model, "must be 0: the models are an argument");
    if (given->anchor != 0 && (given->anchor != 1 || some == BIT(HOLT)))
        return skpi__fail(at, SKPI_EINVAL, "options->anchor", given->anchor,
                          given->anchor == 1 ? "is not 0, with Holt" : "is not 0 or 1");
    for (size_t k = 0; k < MEMBERS; k++) {
        const double value = *member(given, k);
        if ((s = members[k].check(at, members[k].name, value))) return s;
        if (n_models > 0 && value != 0 && !(some & members[k].models))
            return skpi__fail(at, SKPI_EINVAL, members[k].name, value,
                              "is not used by any of the models and must be 0");
    }
    for (size_t k = 0; k < n_models; k++)
        if ((s = skpi__fit_one_of(at, model[k], given, &rules, &anchor))) return s;
    return SKPI_OK;
}

static skpi_status check_value(skpi__at at, const skpi__fit_rules *rules, double v)
{
    switch (rules->model) {
    case SKPI_SERIES_MODEL_LOGIT_LINE:
        if (rules->ceiling == 1) return skpi__open_share(at, "y->value", v);
        skpi_status s = skpi__quantity(at, "y->value", v);
        if (s || (v > 0 && v < rules->ceiling)) return s;
        return skpi__fail(at, v > rules->ceiling ? SKPI_ERANGE : SKPI_EDOM, "y->value", v,
                          "is not between 0 and the ceiling %g, ends excluded", rules->ceiling);
    case SKPI_SERIES_MODEL_LOGISTIC:
    case SKPI_SERIES_MODEL_GOMPERTZ:
    case SKPI_SERIES_MODEL_BASS: return skpi__quantity(at, "y->value", v);
    default: return skpi__finite(at, "y->value", v);
    }
}

skpi_status skpi__fit_value(skpi__at at, const skpi__fit_rules *rules, int32_t year, double v)
{
    const skpi_status s = check_value(at, rules, v);
    if (s || rules->model != SKPI_SERIES_MODEL_BASS || isnan(rules->launch) || year >= rules->launch) return s;
    at.row = at.column = -1;
    return skpi__fail(at, SKPI_EDOM, "options->launch", rules->launch, "is after the first value, of %d", (int)year);
}

skpi_status skpi__fit_check(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i)
{
    const size_t least = skpi__fit_least(rules);
    size_t used = 0, first = 0;
    skpi_status s;
    for (size_t j = 0; j < y->m; j++) {
        const double v = y->value[i * y->m + j];
        if (isnan(v)) continue;
        at.column = (int64_t)j;
        if ((s = check_value(at, rules, v))) return s;
        if (!used++) first = j;
    }
    at.column = -1;
    if (used < least)
        return skpi__fail(at, SKPI_ENODATA, "y->value", (double)used, "values: the model needs %zu", least);
    if (rules->model == SKPI_SERIES_MODEL_BASS && !isnan(rules->launch) && y->year[first] < rules->launch)
        return skpi__fail(at, SKPI_EDOM, "options->launch", rules->launch, "is after the first value, of %d",
                          (int)y->year[first]);
    return used < y->m ? SKPI_WMISSING : SKPI_OK;
}

size_t skpi__fit_gather(const skpi_table *y, size_t i, double *t, double *v)
{
    size_t used = 0;
    for (size_t j = 0; j < y->m; j++)
        if (!isnan(y->value[i * y->m + j])) {
            t[used] = (double)y->year[j];
            v[used++] = y->value[i * y->m + j];
        }
    return used;
}

skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, size_t n, const double *t, const double *v,
                          skpi__fit *fit)
{
    const skpi_status s = skpi__fit_series(rules, n, t, v, fit);
    switch (s) {
    case SKPI_ENODATA: /* Holt: the gaps are known only here */
        return skpi__refuse(at, s, "y->value", "has too few values after its last gap: the model needs %zu",
                            skpi__fit_least(rules));
    case SKPI_ESINGULAR: return skpi__refuse(at, s, "y->value", "does not determine the curve");
    case SKPI_EOVERFLOW: return skpi__refuse(at, s, "y->value", "is fitted beyond the range of a double");
    default: return s;
    }
}

skpi_status skpi__probabilities(skpi__at at, size_t n_prob, const double *prob)
{
    skpi_status s = skpi__array(at, "prob", prob, n_prob, 1);
    for (size_t q = 0; !s && q < n_prob; q++) s = skpi__probability(skpi__element(at, q), "prob", prob[q]);
    return s;
}
