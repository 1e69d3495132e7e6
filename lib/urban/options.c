/* Options of the urban module and the world norm.
 *
 * The default norm is that of the World Urbanization Prospects 2018, hypothetical growth differences per year that fall
 * with the urban share, one line for areas with two million inhabitants or more and one for smaller ones.  The United
 * Nations state that there are two groups, but not the coefficients; those here reproduce the published table (2018
 * Revision, annual percentage urban, 1950-2050).
 */
#include "urban/options.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/usual.h"

enum { SIZES_2018 = 2, TERMS_2018 = 2 };
static const double norm_2018[SIZES_2018 * TERMS_2018] = {0.0325482, -0.0153540,  /* large */
                                                          0.0192491, -0.0033061}; /* small */

#define NAMES(x)                                                                                                \
    {                                                                                                           \
        {x, x "->size", x "->flags"}, x "->method", x "->zero", x "->n_sizes", x "->n_terms", x "->norm",       \
            x "->urgd_min", x "->urgd_max", x "->damping", x "->converge_to", x "->converge_by", x "->ceiling", \
            x "->n_windows", x "->window", x "->n_mean", x "->mean_method", x "->mean_weight"                   \
    }
const skpi__urban_option_names skpi__urban_options_names = NAMES("options");
const skpi__urban_option_names skpi__urban_project_names = NAMES("options->project");

#define NO_LIMIT 1e6 /* a limit of the growth difference that is this large means no limit */
static const skpi__usual urgd_limit = {"a limit of growth differences a year", "percent", -0.5, 0.5, 0};

/* One reading of options: the options, the position for errors, and the names of their members. */
typedef struct reading {
    skpi__at at;
    const skpi__urban_option_names *names;
    const skpi_urban_options *o;
} reading;

/* Refuses an array that is given although its count is 0. */
static skpi_status options_without_count(const reading *r, const char *count, const char *array)
{
    return skpi__refuse(r->at, SKPI_EINVAL, count, "is 0 although %s is given", array);
}

static skpi_status options_norm(const reading *r, skpi__urban_rules *rules)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    if (!o->n_sizes && !o->n_terms) {
        if (o->norm) return options_without_count(r, name->n_sizes, name->norm);
        rules->n_sizes = SIZES_2018;
        rules->n_terms = TERMS_2018;
        rules->norm = norm_2018;
        return SKPI_OK;
    }
    if (!o->n_sizes) return options_without_count(r, name->n_sizes, name->n_terms);
    if (o->n_sizes > SKPI__URBAN_SIZES_MOST)
        return skpi__fail(r->at, SKPI_ERANGE, name->n_sizes, (double)o->n_sizes,
                          "is not a number of size classes, 1 or 2");
    if (!o->n_terms) return options_without_count(r, name->n_terms, name->n_sizes);
    skpi_status s = skpi__array(r->at, name->norm, o->norm, o->n_sizes, o->n_terms);
    for (size_t i = 0; !s && i < o->n_sizes; i++)
        for (size_t k = 0; !s && k < o->n_terms; k++)
            s = skpi__finite(skpi__cell(r->at, i, k), name->norm, o->norm[i * o->n_terms + k]);
    rules->n_sizes = o->n_sizes;
    rules->n_terms = o->n_terms;
    rules->norm = o->norm;
    return s;
}

static const int32_t all_methods[] = {
    SKPI_URBAN_METHOD_UN,          SKPI_URBAN_METHOD_DAMPED,     SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_LINEAR,
    SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_LOGISTIC,   SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_BOCQUIER,
    SKPI_URBAN_METHOD_MEAN,        SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS, 0};
static const char a_method[] = "an urban method (enum skpi_urban_method)";

skpi_status skpi__urban_method_check(skpi__at at, const char *name, int32_t method)
{
    return skpi__choice(at, name, method, all_methods, a_method);
}

int skpi__urban_rules_use(const skpi__urban_rules *rules, int32_t method)
{
    if (rules->method == method) return 1;
    for (size_t k = 0; k < rules->n_mean; k++)
        if (rules->mean_method[k] == method) return 1;
    return 0;
}

static skpi_status options_limits(const reading *r, skpi__urban_rules *rules)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    skpi_status s;
    if ((s = skpi__finite(r->at, name->urgd_min, o->urgd_min)) ||
        (s = skpi__finite(r->at, name->urgd_max, o->urgd_max)))
        return s;
    if (o->urgd_min > o->urgd_max)
        return skpi__fail(r->at, SKPI_EINCONSISTENT, name->urgd_min, o->urgd_min, "is above %s = %g", name->urgd_max,
                          o->urgd_max);
    rules->limited = o->urgd_min != 0 || o->urgd_max != 0;
    rules->urgd_min = o->urgd_min;
    rules->urgd_max = o->urgd_max;
    return SKPI_OK;
}

static skpi_status options_shape(const reading *r, skpi__urban_rules *rules)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    const int to_zero = (o->flags & SKPI_URBAN_FLAG_CONVERGE_TO_ZERO) != 0;
    skpi_status s;
    if ((s = skpi__factor(r->at, name->damping, o->damping)) ||
        (s = skpi__rate(r->at, name->converge_to, o->converge_to, &skpi__urgd)))
        return s;
    if (to_zero && o->converge_to != 0)
        return skpi__fail(r->at, SKPI_EINCONSISTENT, name->converge_to, o->converge_to,
                          "must be 0 with SKPI_URBAN_FLAG_CONVERGE_TO_ZERO");
    if ((s = skpi__factor(r->at, name->converge_by, o->converge_by)) ||
        (s = skpi__share(r->at, name->ceiling, o->ceiling)))
        return s;
    rules->damping = o->damping > 0 ? o->damping : 0.97;
    rules->converge_to = o->converge_to != 0 || to_zero ? o->converge_to : 0.015;
    rules->converge_by = o->converge_by > 0 ? o->converge_by : 0.9;
    rules->ceiling = o->ceiling;
    return SKPI_OK;
}

static skpi_status options_windows(const reading *r, skpi__urban_rules *rules)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    if (!o->n_windows && o->window) return options_without_count(r, name->n_windows, name->window);
    skpi_status s = skpi__array(r->at, name->window, o->window, o->n_windows, 1);
    for (size_t k = 0; !s && k < o->n_windows; k++)
        s = skpi__positive(skpi__element(r->at, k), name->window, o->window[k]);
    rules->n_windows = o->n_windows;
    rules->window = o->window;
    return s;
}

static skpi_status options_mean_methods(const reading *r)
{
    const char *const name = r->names->mean_method;
    const skpi_urban_options *o = r->o;
    skpi_status s;
    for (size_t k = 0; k < o->n_mean; k++) {
        const skpi__at here = skpi__element(r->at, k);
        if ((s = skpi__urban_method_check(here, name, o->mean_method[k]))) return s;
        if (o->mean_method[k] == SKPI_URBAN_METHOD_MEAN)
            return skpi__fail(here, SKPI_EINVAL, name, o->mean_method[k], "is the mean itself");
        for (size_t j = 0; j < k; j++)
            if (o->mean_method[j] == o->mean_method[k])
                return skpi__fail(here, SKPI_EDUPLICATE, name, o->mean_method[k], "is given twice");
    }
    return SKPI_OK;
}

/* Reads the methods of a mean, each of which may stand once, and scales their weights to the sum 1. */
static skpi_status options_mean(const reading *r, skpi__urban_rules *rules)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    const size_t n = o->n_mean;
    double total = 0, most = 0;
    skpi_status s;
    if (!o->n_mean && (o->mean_method || o->mean_weight))
        return options_without_count(r, name->n_mean, o->mean_method ? name->mean_method : name->mean_weight);
    if (rules->method == SKPI_URBAN_METHOD_MEAN && (s = skpi__count(r->at, name->n_mean, n))) return s;
    if ((s = skpi__array(r->at, name->mean_method, o->mean_method, n, 1)) || (s = options_mean_methods(r))) return s;
    for (size_t k = 0; o->mean_weight && k < n; k++) {
        if ((s = skpi__quantity(skpi__element(r->at, k), name->mean_weight, o->mean_weight[k]))) return s;
        most = o->mean_weight[k] > most ? o->mean_weight[k] : most;
    }
    if (o->mean_weight && most <= 0)
        return skpi__fail(r->at, SKPI_EZERODIV, name->mean_weight, 0, "is the sum of all weights");
    if (rules->method != SKPI_URBAN_METHOD_MEAN) return SKPI_OK;
    rules->n_mean = n;
    rules->mean_method = o->mean_method;
    for (size_t k = 0; k < n; k++) total += rules->mean_weight[k] = o->mean_weight ? o->mean_weight[k] / most : 1;
    for (size_t k = 0; k < n; k++) rules->mean_weight[k] /= total;
    return SKPI_OK;
}

/* SKPI_WUNUSUAL if a checked option has an unusual value.  Options that are 0 are skipped: 0 stands for their
 * defaults. */
static int32_t options_unusual(const reading *r)
{
    const skpi__urban_option_names *name = r->names;
    const skpi_urban_options *o = r->o;
    skpi_status s = SKPI_OK;
    if ((fabs(o->urgd_min) < NO_LIMIT && (s = skpi__unusual(r->at, name->urgd_min, o->urgd_min, &urgd_limit))) ||
        (fabs(o->urgd_max) < NO_LIMIT && (s = skpi__unusual(r->at, name->urgd_max, o->urgd_max, &urgd_limit))) ||
        (o->damping != 0 && (s = skpi__unusual(r->at, name->damping, o->damping, &skpi__yearly_factor))) ||
        (s = skpi__unusual(r->at, name->converge_to, o->converge_to, &skpi__urgd)) ||
        (o->converge_by != 0 && (s = skpi__unusual(r->at, name->converge_by, o->converge_by, &skpi__yearly_factor))))
        return (int32_t)s;
    return SKPI_OK;
}

skpi_status skpi__urban_rules_read(skpi__at at, const skpi__urban_option_names *names,
                                   const skpi_urban_options *options, skpi__urban_rules *rules)
{
    skpi_urban_options o;
    const reading r = {at, names, &o};
    skpi_status s;
    *rules = (skpi__urban_rules){.n_terms = 0};
    if ((s = skpi__struct_read(at, &names->frame, options, sizeof o,
                               SKPI_URBAN_FLAG_FALLBACK | SKPI_URBAN_FLAG_CONVERGE_TO_ZERO, 0, &o)))
        return s;
    rules->method = o.method ? o.method : SKPI_URBAN_METHOD_UN;
    rules->fallback = (o.flags & SKPI_URBAN_FLAG_FALLBACK) != 0;
    if ((s = skpi__urban_method_check(at, names->method, rules->method)) ||
        (s = skpi__reserved(at, names->zero, o.zero)) || (s = options_norm(&r, rules)) ||
        (s = options_limits(&r, rules)) || (s = options_shape(&r, rules)) || (s = options_windows(&r, rules)) ||
        (s = options_mean(&r, rules)))
        return s;
    if (!o.n_sizes && skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_BOCQUIER))
        return skpi__refuse(at, SKPI_EINVAL, names->norm, "is NULL: SKPI_URBAN_METHOD_BOCQUIER has no norm of its own");
    rules->norm_checked = o.n_sizes && (skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_UN) ||
                                        skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_BOCQUIER) ||
                                        skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_CAUTIOUS));
    rules->unusual = options_unusual(&r);
    return SKPI_OK;
}

/* The growth difference after the limits.  A limit may only reduce its magnitude: otherwise the value stays as it was
 * given. */
static double urgd_limited(const skpi__urban_rules *rules, double urgd)
{
    const double limited = fmin(fmax(urgd, rules->urgd_min), rules->urgd_max);
    return rules->limited && fabs(limited) < fabs(urgd) ? limited : urgd;
}

skpi_status skpi__urban_urgd_check(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                   double share)
{
    const skpi_status s = skpi__finite(at, name, urgd);
    return s ? s : skpi__urgd_check(at, name, urgd_limited(rules, urgd), share);
}

skpi_status skpi__urban_urgd_unusual(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                     double share)
{
    if (share == 0 || share == 1) return SKPI_OK; /* the growth difference is not used */
    return skpi__unusual(at, name, urgd_limited(rules, urgd), &skpi__urgd);
}

skpi_status skpi__urban_norm_check(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share)
{
    const double h = rules->norm_checked ? skpi__urban_h(rules, size_class, share) : 0;
    if (fabs(h) <= skpi__urgd.limit) return SKPI_OK;
    return skpi__fail(at, SKPI_ERANGE, "options->norm", h, "is the norm at a share of %g: %s must be within %g (%s?)",
                      share, skpi__urgd.what, skpi__urgd.limit, skpi__urgd.hint);
}

skpi_status skpi__urban_norm_unusual(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share)
{
    const double h = rules->norm_checked ? skpi__urban_h(rules, size_class, share) : 0;
    return skpi__unusual(at, "options->norm", h, &skpi__urgd);
}

skpi_status skpi__urban_rules_memoryless(skpi__at at, const skpi__urban_rules *rules)
{
    static const int32_t remember[] = {SKPI_URBAN_METHOD_LINEAR, SKPI_URBAN_METHOD_LOGISTIC,
                                       SKPI_URBAN_METHOD_GOMPERTZ};
    for (size_t k = 0; k < sizeof remember / sizeof *remember; k++)
        if (skpi__urban_rules_use(rules, remember[k]))
            return skpi__fail(at, SKPI_EINVAL,
                              rules->method == SKPI_URBAN_METHOD_MEAN ? "options->mean_method" : "options->method",
                              remember[k], "needs a history: call skpi_urban_project_history");
    return SKPI_OK;
}

skpi_status skpi__urban_sizes_given(skpi__at at, const char *name, size_t n, const int32_t *size_class,
                                    const skpi__urban_rules *rules, int history)
{
    if (size_class || !n || rules->n_sizes < 2) return SKPI_OK;
    if ((history && rules->fallback) || skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_UN) ||
        skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_BOCQUIER) ||
        skpi__urban_rules_use(rules, SKPI_URBAN_METHOD_CAUTIOUS))
        return skpi__refuse(at, SKPI_EINVAL, name, "is NULL although a norm of two size classes is used");
    return SKPI_OK;
}

skpi_status skpi__urban_size_check(skpi__at at, const char *name, int32_t size_class)
{
    static const int32_t sizes[] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL, 0};
    return skpi__choice(at, name, size_class, sizes, "a size class (enum skpi_urban_size)");
}
