/* Options of fits and the values that each model takes.
 *
 * One table says which model uses which option.  The options of a fit are for one model; those of a backtest are for
 * several models and are inside another struct.  Each option therefore has two names in errors.
 */
#include "series/fit_options.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include <math.h>
#include <stddef.h>

static const int32_t models[] = {
    SKPI_SERIES_MODEL_PERSISTENCE, SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_LOGIT_LINE, SKPI_SERIES_MODEL_LOGISTIC,
    SKPI_SERIES_MODEL_GOMPERTZ,    SKPI_SERIES_MODEL_BASS, SKPI_SERIES_MODEL_HOLT,       0};
static const char model_words[] = "a model of a series (enum skpi_series_model)";

static uint32_t model_mask(int32_t model) { return (uint32_t)1 << (model - SKPI_SERIES_MODEL_PERSISTENCE); }

static skpi_status options_date(skpi__at at, const char *name, double value)
{
    return value == 0 ? SKPI_OK : skpi__date(at, name, value);
}

/* The struct in which the options are. */
enum place { ALONE, IN_BACKTEST, PLACES };
#define NAMES(member)                                 \
    {                                                 \
        "options->" #member, "options->fit->" #member \
    }
static const char *const anchor_name[PLACES] = NAMES(anchor), *const model_name[PLACES] = NAMES(model);

#define MASK(model) ((uint32_t)1 << (SKPI_SERIES_MODEL_##model - SKPI_SERIES_MODEL_PERSISTENCE))
#define CURVES (MASK(LOGISTIC) | MASK(GOMPERTZ))
#define ANCHORED (CURVES | MASK(PERSISTENCE) | MASK(LINE) | MASK(LOGIT_LINE) | MASK(BASS)) /* models that use anchor */
#define MEMBER(name, models, check)                                         \
    {                                                                       \
        NAMES(name), offsetof(skpi_series_fit_options, name), models, check \
    }
enum {
    CEILING,
    CEILING_MIN,
    CEILING_MAX,
    SPEED_MIN,
    SPEED_MAX,
    MIDPOINT_MIN,
    MIDPOINT_MAX,
    LAUNCH,
    ALPHA,
    BETA,
    MEMBERS
};
/* Each option: its names, the models that use it, and the check of its value, which does not depend on the model. */
static const struct {
    const char *name[PLACES];
    size_t offset;
    uint32_t models;
    skpi_status (*check)(skpi__at at, const char *name, double value);
} members[MEMBERS] = {
    [CEILING] = MEMBER(ceiling, CURVES | MASK(LOGIT_LINE) | MASK(BASS), skpi__quantity),
    [CEILING_MIN] = MEMBER(ceiling_min, CURVES | MASK(BASS), skpi__quantity),
    [CEILING_MAX] = MEMBER(ceiling_max, CURVES | MASK(BASS), skpi__quantity),
    [SPEED_MIN] = MEMBER(speed_min, CURVES, skpi__finite),
    [SPEED_MAX] = MEMBER(speed_max, CURVES, skpi__finite),
    [MIDPOINT_MIN] = MEMBER(midpoint_min, CURVES, skpi__finite),
    [MIDPOINT_MAX] = MEMBER(midpoint_max, CURVES, skpi__finite),
    [LAUNCH] = MEMBER(launch, MASK(BASS), options_date),
    [ALPHA] = MEMBER(alpha, MASK(HOLT), skpi__share),
    [BETA] = MEMBER(beta, MASK(HOLT), skpi__share),
};

static double *option_of(skpi_series_fit_options *o, size_t k)
{
    return (double *)(void *)((char *)o + members[k].offset);
}

/* Refuses an option that is given although none of the models uses it.  takers and used are masks of models; used = 0
 * allows every option. */
static skpi_status options_used(skpi__at at, enum place place, const char *name, double value, uint32_t takers,
                                uint32_t used)
{
    if (value == 0 || !used || (used & takers)) return SKPI_OK;
    return skpi__fail(at, SKPI_EINVAL, name, value, "is not used by %s and must be 0",
                      place == ALONE ? "this model" : "any of the models");
}

/* Checks each option by itself: its value, and that one of the models in the mask uses it. */
static skpi_status options_check(skpi__at at, enum place place, skpi_series_fit_options *o, uint32_t used)
{
    skpi_status s;
    if ((s = skpi__flag(at, anchor_name[place], o->anchor)) ||
        (s = options_used(at, place, anchor_name[place], o->anchor, ANCHORED, used)))
        return s;
    for (size_t k = 0; k < MEMBERS; k++) {
        const double value = *option_of(o, k);
        if ((s = members[k].check(at, members[k].name[place], value)) ||
            (s = options_used(at, place, members[k].name[place], value, members[k].models, used)))
            return s;
    }
    return SKPI_OK;
}

/* Reads a pair of bounds; if both are 0 there are none. */
static skpi_status options_bounds(skpi__at at, enum place place, skpi_series_fit_options *o, size_t min, double *lower,
                                  double *upper)
{
    const double least = *option_of(o, min), most = *option_of(o, min + 1);
    if (least == 0 && most == 0) return SKPI_OK;
    if (least > most)
        return skpi__fail(at, SKPI_EINCONSISTENT, members[min].name[place], least, "is above %s = %g",
                          members[min + 1].name[place], most);
    *lower = least;
    *upper = most;
    return SKPI_OK;
}

/* The rules for one model, from options that were checked one by one. */
static skpi_status options_rules(skpi__at at, enum place place, skpi_series_fit_options *o, skpi__fit_rules *rules,
                                 int *anchor)
{
    skpi_status s;
    *rules = skpi__fit_free(o->model);
    *anchor = o->anchor;
    if ((s = options_bounds(at, place, o, CEILING_MIN, &rules->lower[0], &rules->upper[0])) ||
        (s = options_bounds(at, place, o, SPEED_MIN, &rules->lower[1], &rules->upper[1])) ||
        (s = options_bounds(at, place, o, MIDPOINT_MIN, &rules->lower[2], &rules->upper[2])))
        return s;
    if (fmax(-rules->lower[1], rules->upper[1]) < SKPI__CURVE_SLOWEST)
        return skpi__fail(at, SKPI_ERANGE, members[SPEED_MAX].name[place], o->speed_max,
                          "leaves with %s = %g only speeds nearer to 0 than %g a year: such curves are level",
                          members[SPEED_MIN].name[place], o->speed_min, SKPI__CURVE_SLOWEST);
    if (o->ceiling > 0 && o->ceiling_max > 0)
        return skpi__fail(at, SKPI_EINCONSISTENT, members[CEILING].name[place], o->ceiling,
                          "must be 0 if the ceiling has bounds");
    if (o->ceiling > 0) rules->ceiling = rules->lower[0] = rules->upper[0] = o->ceiling;
    if (o->launch != 0) rules->launch = o->launch;
    if (o->alpha != 0 || o->beta != 0) {
        rules->alpha = o->alpha;
        rules->beta = o->beta;
    }
    return SKPI_OK;
}

skpi_status skpi__fit_options(skpi__at at, const skpi_series_fit_options *options, skpi__fit_rules *rules, int *anchor)
{
    skpi_series_fit_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT(at, options, 0, &o)) ||
        (s = skpi__choice(at, model_name[ALONE], o.model, models, model_words)) ||
        (s = options_check(at, ALONE, &o, model_mask(o.model))))
        return s;
    return options_rules(at, ALONE, &o, rules, anchor);
}

skpi_status skpi__fit_one_of(skpi__at at, int32_t model, const skpi_series_fit_options *given, skpi__fit_rules *rules,
                             int *anchor)
{
    skpi_series_fit_options o = *given;
    o.model = model;
    if (!(ANCHORED & model_mask(model))) o.anchor = 0;
    for (size_t k = 0; k < MEMBERS; k++)
        if (!(members[k].models & model_mask(model))) *option_of(&o, k) = 0;
    return options_rules(at, IN_BACKTEST, &o, rules, anchor);
}

skpi_status skpi__fit_common(skpi__at at, size_t n_models, const int32_t *model, const skpi_series_fit_options *options,
                             skpi_series_fit_options *given)
{
    static const skpi__struct_names names = {"options->fit", "options->fit->size", "options->fit->flags"};
    uint32_t used = 0;
    skpi__fit_rules rules;
    skpi_status s;
    int anchor;
    for (size_t k = 0; k < n_models; k++) used |= model_mask(model[k]);
    if ((s = skpi__struct_read(at, &names, options, sizeof *given, 0, 0, given))) return s;
    if (given->model)
        return skpi__fail(at, SKPI_EINVAL, model_name[IN_BACKTEST], given->model,
                          "must be 0: the models are an argument");
    if ((s = options_check(at, IN_BACKTEST, given, used))) return s;
    for (size_t k = 0; k < n_models; k++)
        if ((s = skpi__fit_one_of(at, model[k], given, &rules, &anchor))) return s;
    return SKPI_OK;
}

skpi_status skpi__fit_models(skpi__at at, const char *name, size_t n_models, const int32_t *model)
{
    skpi_status s = skpi__array(at, name, model, n_models, 1);
    for (size_t k = 0; !s && k < n_models; k++)
        s = skpi__choice(skpi__element(at, k), name, model[k], models, model_words);
    return s;
}

#define ABOVE_CEILING 1.1 /* a value further above a held ceiling of a curve is no noise */

static skpi_status options_check_value(skpi__at at, const skpi__fit_rules *rules, double v)
{
    skpi_status s;
    switch (rules->model) {
    case SKPI_SERIES_MODEL_LOGIT_LINE:
        if (rules->ceiling == 1) return skpi__open_share(at, "y->value", v);
        if ((s = skpi__quantity(at, "y->value", v)) || (v > 0 && v < rules->ceiling)) return s;
        return skpi__fail(at, v > rules->ceiling ? SKPI_ERANGE : SKPI_EDOM, "y->value", v,
                          "is not between 0 and the ceiling %g, ends excluded", rules->ceiling);
    case SKPI_SERIES_MODEL_LOGISTIC:
    case SKPI_SERIES_MODEL_GOMPERTZ:
    case SKPI_SERIES_MODEL_BASS:
        if ((s = skpi__quantity(at, "y->value", v)) ||
            skpi__reaches(ABOVE_CEILING * skpi__fit_held_ceiling(rules), v, 0))
            return s;
        return skpi__fail(at, SKPI_ERANGE, "y->value", v, "is above the ceiling %g by more than a tenth (percent?)",
                          skpi__fit_held_ceiling(rules));
    default: return skpi__finite(at, "y->value", v);
    }
}

static skpi_status options_late_launch(skpi__at at, const char *name, const skpi__fit_rules *rules, int32_t year)
{
    return skpi__fail(at, SKPI_EDOM, name, rules->launch, "is after the first value, of %d", (int)year);
}

skpi_status skpi__fit_value(skpi__at at, const skpi__fit_rules *rules, int32_t year, double v)
{
    const skpi_status s = options_check_value(at, rules, v);
    if (s || rules->model != SKPI_SERIES_MODEL_BASS || isnan(rules->launch) || year >= rules->launch) return s;
    at.row = at.column = -1;
    return options_late_launch(at, members[LAUNCH].name[IN_BACKTEST], rules, year);
}

/* The number of values of row i from its last unequal step on: those that Holt's method uses. */
static size_t options_run(const skpi_table *y, size_t i)
{
    size_t run = 0;
    int32_t later = 0, step = 0;
    for (size_t j = y->m; j-- > 0;) {
        if (isnan(y->value[i * y->m + j])) continue;
        if (run == 1) step = later - y->year[j];
        if (run > 1 && later - y->year[j] != step) break;
        later = y->year[j];
        run++;
    }
    return run;
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
        if ((s = options_check_value(at, rules, v))) return s;
        if (!used++) first = j;
    }
    at.column = -1;
    if (used < least)
        return skpi__fail(at, SKPI_ENODATA, "y->value", (double)used, "values are too few: the model needs %zu", least);
    if (rules->model == SKPI_SERIES_MODEL_HOLT && options_run(y, i) < least)
        return skpi__refuse(at, SKPI_ENODATA, "y->value", "has too few values after its last gap: the model needs %zu",
                            least);
    if (rules->model == SKPI_SERIES_MODEL_BASS && !isnan(rules->launch) && y->year[first] < rules->launch)
        return options_late_launch(at, members[LAUNCH].name[ALONE], rules, y->year[first]);
    return used < y->m ? SKPI_WMISSING : SKPI_OK;
}
