/* Projected shares of one place by any method (path.h): the start of a path and its values. */
#include "urban/path.h"
#include "core/check.h"
#include "core/usual.h"
#include "numeric/logistic.h"
#include "urban/converging_width.h"
#include "urban/window.h"

#define ALONE 0.017 /* growth difference of a place that converges and has one observation: the mean of all in 2018 */
#define SHORTEST 4  /* years of observations; with fewer the growth of a converging place is weakly known */

/* The input of one part of a path: a history, or parameters. */
typedef struct source {
    skpi__at at;
    const skpi__urban_rules *rules;
    size_t n; /* number of observations; 0 if parameters are given */
    const double *date, *share;
    double last, urgd; /* the last share; the growth difference if parameters are given */
    int32_t size_class;
    double reach;
    skpi__urban_scurve *keep;        /* where fitted curves are stored; NULL: they are not stored */
    const skpi__urban_scurve *known; /* curves fitted in an earlier pass; NULL: there are none */
} source;

static const double windows_converging[] = {4, 10, 20}, windows_linear[] = {10}, windows_other[] = {5};

size_t skpi__urban_path_windows(const skpi__urban_rules *rules, int32_t method, int cautious, const double **window)
{
    const int converging = method == SKPI_URBAN_METHOD_CONVERGING || cautious;
    size_t n = rules->n_windows;
    *window = rules->window;
    if (!n) {
        *window = converging ? windows_converging : method == SKPI_URBAN_METHOD_LINEAR ? windows_linear : windows_other;
        n = converging ? 3 : 1;
    }
    if (!cautious || method == SKPI_URBAN_METHOD_CONVERGING) return n;
    const double *shortest = *window;
    for (size_t k = 1; k < n; k++)
        if ((*window)[k] < *shortest) shortest = *window + k;
    *window = shortest;
    return 1;
}

static skpi_status path_alone(const source *f)
{
    return skpi__fail(f->at, SKPI_ENODATA, "history->share", f->last,
                      "is the only observation between 0 and 1: a growth difference needs two (or the flag "
                      "SKPI_URBAN_FLAG_FALLBACK)");
}

/* The mean slope over the method's windows, of the logit or of the share. */
static skpi_status path_slope(const source *f, int32_t method, int cautious, double *mean)
{
    const double *window;
    const size_t n = skpi__urban_path_windows(f->rules, method, cautious, &window);
    double sum = 0;
    for (size_t k = 0; k < n; k++)
        sum += method == SKPI_URBAN_METHOD_LINEAR ? skpi__urban_window_points(f->n, f->date, f->share, window[k])
                                                  : skpi__urban_window_logit(f->n, f->date, f->share, window[k]);
    *mean = sum / (double)n;
    if (!isnan(*mean)) return SKPI_OK;
    if (method == SKPI_URBAN_METHOD_CONVERGING || cautious) {
        *mean = ALONE;
        return SKPI_WADJUSTED;
    }
    if (!f->rules->fallback) return path_alone(f);
    *mean = skpi__urban_h(f->rules, f->size_class, f->last);
    if (method == SKPI_URBAN_METHOD_LINEAR) *mean *= f->last * (1 - f->last); /* dp/dt = r p (1 - p) */
    return SKPI_WADJUSTED;
}

/* Whether the history, from its first observation between 0 and 1 on, is too short for a method's growth. */
static int path_short(const source *f, int32_t method, int cautious)
{
    if (method != SKPI_URBAN_METHOD_CONVERGING && !cautious) return 0;
    const size_t first = skpi__urban_window_from(f->n, f->date, f->share, (double)INFINITY, 1, NULL);
    return first < f->n && f->date[f->n - 1] - f->date[first] < SHORTEST - 1e-6;
}

skpi_status skpi__urban_limit(const skpi__urban_rules *rules, int32_t method, int cautious, double *urgd)
{
    const int own = !rules->limited && (method == SKPI_URBAN_METHOD_CONVERGING || cautious);
    const double low = own ? -SKPI__URBAN_LIMIT : rules->urgd_min, high = own ? SKPI__URBAN_LIMIT : rules->urgd_max,
                 given = *urgd;
    if (!own && !rules->limited) return SKPI_OK;
    *urgd = given < low ? low : given > high ? high : given;
    return *urgd != given ? SKPI_WADJUSTED : SKPI_OK;
}

static skpi_status path_overflow(skpi__at at) { return skpi__result(at, "out->urgd", (double)INFINITY); }

/* Position of a method's curve among the curves of a path. */
static size_t path_curve_of(const skpi__urban_rules *rules, int32_t method)
{
    return method == SKPI_URBAN_METHOD_GOMPERTZ && skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_LOGISTIC);
}

size_t skpi__urban_path_curves(const skpi__urban_rules *rules)
{
    return (size_t)skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_LOGISTIC) +
           (size_t)skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_GOMPERTZ);
}

static skpi_status path_begin_curve(const source *f, int32_t method, skpi__urban_scurve *curve)
{
    if (f->known) {
        *curve = f->known[path_curve_of(f->rules, method)];
        return SKPI_OK;
    }
    const int32_t model =
        method == SKPI_URBAN_METHOD_LOGISTIC ? SKPI_SERIES_MODEL_LOGISTIC : SKPI_SERIES_MODEL_GOMPERTZ;
    const skpi_status s = skpi__urban_scurve_fit(model, f->rules->ceiling, f->n, f->date, f->share, curve);
    switch (s) {
    case SKPI_ENODATA:
        return skpi__fail(f->at, s, "history->share", (double)f->n, "observations are too few to fit a curve");
    case SKPI_ESINGULAR: return skpi__refuse(f->at, s, "history->share", "does not determine a curve");
    default:
        if (s < 0) return skpi__refuse(f->at, s, "history->share", "cannot be fitted by a curve");
    }
    if (f->keep) f->keep[path_curve_of(f->rules, method)] = *curve;
    return (skpi_status)(s | (skpi__urban_scurve_limited(curve, f->reach) ? SKPI_WADJUSTED : SKPI_OK));
}

/* Begins the part of one method; cautious is 1 for a half of SKPI_URBAN_METHOD_CAUTIOUS. */
static skpi_status path_begin_part(const source *f, int32_t method, int cautious, skpi__urban_part *part)
{
    const skpi__urban_rules *rules = f->rules;
    double r = f->urgd;
    skpi_status s = SKPI_OK, limited;
    part->method = method;
    switch (method) {
    case SKPI_URBAN_METHOD_LOGISTIC:
    case SKPI_URBAN_METHOD_GOMPERTZ: return path_begin_curve(f, method, &part->as.scurve);
    case SKPI_URBAN_METHOD_LINEAR:
        if ((s = path_slope(f, method, 0, &r)) < 0) return s;
        part->as.linear = (skpi__urban_linear){f->last, r};
        return (skpi_status)(s | (skpi__urban_linear_limited(&part->as.linear, f->reach) ? SKPI_WADJUSTED : SKPI_OK));
    case SKPI_URBAN_METHOD_PERSISTENCE: part->as.decay = skpi__urban_decay_begin(f->last, 0, 0, 1); return SKPI_OK;
    case SKPI_URBAN_METHOD_BOCQUIER:
        part->as.un = skpi__urban_un_begin(rules, f->last, 0, f->size_class, 1);
        return skpi__urban_un_finite(part->as.un, (int32_t)ceil(f->reach)) ? SKPI_OK : path_overflow(f->at);
    default: break;
    }
    if (f->n && (s = path_slope(f, method, cautious, &r)) < 0) return s;
    if (f->n && path_short(f, method, cautious)) s = (skpi_status)(s | SKPI_WWEAKFIT);
    limited = skpi__urban_limit(rules, method, cautious, &r);
    s = (skpi_status)(s | limited);
    if (method == SKPI_URBAN_METHOD_UN) {
        part->as.un = skpi__urban_un_begin(rules, f->last, r, f->size_class, 0);
        return skpi__urban_un_finite(part->as.un, (int32_t)ceil(f->reach)) ? s : path_overflow(f->at);
    }
    part->as.decay = method == SKPI_URBAN_METHOD_CONVERGING
                         ? skpi__urban_decay_begin(f->last, r, rules->converge_to, rules->converge_by)
                     : method == SKPI_URBAN_METHOD_DAMPED ? skpi__urban_decay_begin(f->last, r, 0, rules->damping)
                                                          : skpi__urban_decay_begin(f->last, r, 0, 1);
    return isfinite(skpi__urban_decay_logit(&part->as.decay, f->reach)) ? s : path_overflow(f->at);
}

/* Adds the part of a method, or the two parts of CAUTIOUS. */
static skpi_status path_add(const source *f, int32_t method, double weight, skpi__urban_path *path)
{
    const int cautious = method == SKPI_URBAN_METHOD_CAUTIOUS;
    const int32_t methods[] = {cautious ? (int32_t)SKPI_URBAN_METHOD_CONVERGING : method, SKPI_URBAN_METHOD_UN};
    int32_t warnings = 0;
    for (int k = 0; k <= cautious; k++) {
        const skpi_status s = path_begin_part(f, methods[k], cautious, &path->part[path->n]);
        if (s < 0) return s;
        path->weight[path->n++] = cautious ? .5 * weight : weight;
        warnings |= (int32_t)s;
    }
    return (skpi_status)warnings;
}

/* Warns if a history moved so fast over the windows that its definition of urban may have changed inside them.  Curves
 * and PERSISTENCE, which have no windows, are tested over those of the other methods. */
static int32_t path_unusual(const source *f)
{
    const double *window;
    const size_t n = skpi__urban_path_windows(f->rules, f->rules->method, 0, &window);
    double urgd = 0;
    for (size_t k = 0; k < n; k++) urgd += skpi__urban_window_logit(f->n, f->date, f->share, window[k]) / (double)n;
    if (isnan(urgd)) return SKPI_OK;
    skpi__urban_limit(f->rules, f->rules->method, f->rules->method == SKPI_URBAN_METHOD_CAUTIOUS, &urgd);
    if (fabs(urgd) <= skpi__urgd.most) return SKPI_OK;
    return (int32_t)skpi__warn(
        f->at, "history->share", (double)NAN,
        "gives a growth difference of %g a year, beyond %g (has the definition of urban changed?)", urgd,
        skpi__urgd.most);
}

static skpi_status path_start(const source *f, skpi__urban_path *path)
{
    const skpi__urban_rules *rules = f->rules;
    path->share = path->at_lead = f->last;
    path->lead = 0;
    path->n = 0;
    if (f->last <= 0 || f->last >= 1) return SKPI_OK;
    const int mean = rules->method == SKPI_URBAN_METHOD_MEAN;
    int32_t warnings = 0;
    for (size_t k = 0; k < (mean ? rules->n_mean : 1); k++) {
        const skpi_status s = mean ? path_add(f, rules->mean_method[k], rules->mean_weight[k], path)
                                   : path_add(f, rules->method, 1, path);
        if (s < 0) return s;
        warnings |= (int32_t)s;
    }
    return (skpi_status)(f->n ? warnings | path_unusual(f) : warnings);
}

static int path_converges(int32_t method)
{
    return method == SKPI_URBAN_METHOD_CONVERGING || method == SKPI_URBAN_METHOD_CAUTIOUS;
}

skpi_status skpi__urban_horizon(const skpi__urban_rules *rules, double reach)
{
    int converges = path_converges(rules->method);
    for (size_t k = 0; rules->method == SKPI_URBAN_METHOD_MEAN && k < rules->n_mean; k++)
        converges |= path_converges(rules->mean_method[k]);
    return converges && reach > SKPI__URBAN_CONVERGING_HORIZON ? SKPI_WHORIZON : SKPI_OK;
}

skpi_status skpi__urban_path_begin(skpi__at at, const skpi__urban_rules *rules, double share, double urgd,
                                   int32_t size_class, double reach, skpi__urban_path *path)
{
    const source f = {.at = at, .rules = rules, .last = share, .urgd = urgd, .size_class = size_class, .reach = reach};
    return path_start(&f, path);
}

static source path_source_of(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *h)
{
    return (source){.at = at,
                    .rules = rules,
                    .n = h->n,
                    .date = h->date,
                    .share = h->share,
                    .last = h->share[h->n - 1],
                    .urgd = (double)NAN,
                    .size_class = h->size_class,
                    .reach = h->reach};
}

skpi_status skpi__urban_path_history(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *h,
                                     skpi__urban_scurve *curves, skpi__urban_path *path)
{
    source f = path_source_of(at, rules, h);
    f.keep = curves;
    return path_start(&f, path);
}

void skpi__urban_path_again(const skpi__urban_rules *rules, const skpi__urban_path_source *h,
                            const skpi__urban_scurve *curves, skpi__urban_path *path)
{
    skpi__at quiet = skpi__here("");
    source f;
    quiet.quiet = 1;
    f = path_source_of(quiet, rules, h);
    f.known = curves;
    path_start(&f, path);
}

static double path_part_at(skpi__urban_part *part, double lead, double *urgd)
{
    switch (part->method) {
    case SKPI_URBAN_METHOD_UN:
    case SKPI_URBAN_METHOD_BOCQUIER: return skpi__urban_un_at(&part->as.un, lead, urgd);
    case SKPI_URBAN_METHOD_LINEAR: return skpi__urban_linear_at(&part->as.linear, lead);
    case SKPI_URBAN_METHOD_LOGISTIC:
    case SKPI_URBAN_METHOD_GOMPERTZ: return skpi__urban_scurve_at(&part->as.scurve, lead);
    default: return skpi__urban_decay_at(&part->as.decay, lead, urgd);
    }
}

static double path_share_at(skpi__urban_path *path, double lead)
{
    double share = 0;
    for (size_t k = 0; k < path->n; k++) share += path->weight[k] * path_part_at(&path->part[k], lead, NULL);
    path->lead = lead;
    return path->at_lead = share;
}

/* Growth difference over the year that ends at the lead, or over the years since the last observation if these are less
 * than one. */
static double path_difference(double before, double share, double years)
{
    return before > 0 && before < 1 && share > 0 && share < 1 ? (skpi__logit(share) - skpi__logit(before)) / years
                                                              : (double)NAN;
}

double skpi__urban_path_at(skpi__urban_path *path, double lead, double *urgd)
{
    if (!path->n) {
        if (urgd) *urgd = (double)NAN;
        return path->share;
    }
    const int32_t method = path->part[0].method;
    const int own = path->n == 1 && method != SKPI_URBAN_METHOD_LINEAR && method != SKPI_URBAN_METHOD_LOGISTIC &&
                    method != SKPI_URBAN_METHOD_GOMPERTZ;
    if (own) return path_part_at(&path->part[0], lead, urgd);
    if (!urgd) return path_share_at(path, lead);
    const double year = fmin(lead, 1);
    if (fabs(path->lead - (lead - year)) > 1e-9) path_share_at(path, lead - year);
    const double before = path->at_lead, share = path_share_at(path, lead);
    *urgd = path_difference(before, share, year);
    return share;
}
