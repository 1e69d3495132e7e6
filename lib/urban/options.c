/* Options of the urban module and the world norm.
 *
 * The default norm is that of the World Urbanization Prospects 2018, hypothetical growth differences per year that fall
 * with the urban share, one line for areas of two million inhabitants or more and one for smaller ones.  The United
 * Nations print that there are two groups, not the coefficients: these reproduce the published table (2018 Revision,
 * annual percentage urban, 1950-2050).
 */
#include "urban/options.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"

static const double norm_2018[2 * 2] = {0.0325482, -0.0153540,  /* large */
                                        0.0192491, -0.0033061}; /* small */

static skpi_status take_norm(skpi__at at, const skpi_urban_options *o, skpi__urban_rules *rules)
{
    if (!o->n_norm) {
        if (o->norm) return skpi__refuse(at, SKPI_EINVAL, "options->n_norm", "is 0 although options->norm is given");
        rules->n_norm = 2;
        rules->norm = norm_2018;
        return SKPI_OK;
    }
    skpi_status s = skpi__array(at, "options->norm", o->norm, 2, o->n_norm);
    for (size_t law = 0; !s && law < 2; law++)
        for (size_t k = 0; !s && k < o->n_norm; k++)
            s = skpi__finite(skpi__cell(at, law, k), "options->norm", o->norm[law * o->n_norm + k]);
    rules->n_norm = o->n_norm;
    rules->norm = o->norm;
    return s;
}

static const int32_t all_methods[] = {
    SKPI_URBAN_METHOD_UN,          SKPI_URBAN_METHOD_DAMPED,     SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_LINEAR,
    SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_LOGISTIC,   SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_BOCQUIER,
    SKPI_URBAN_METHOD_MEAN,        SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS, 0};
static const char a_method[] = "an urban method (enum skpi_urban_method)";

static int uses(const skpi__urban_rules *rules, int32_t method)
{
    if (rules->method == method) return 1;
    for (size_t k = 0; k < rules->n_methods; k++)
        if (rules->methods[k] == method) return 1;
    return 0;
}

static skpi_status take_limits(skpi__at at, const skpi_urban_options *o, skpi__urban_rules *rules)
{
    skpi_status s;
    if ((s = skpi__finite(at, "options->urgd_min", o->urgd_min)) ||
        (s = skpi__finite(at, "options->urgd_max", o->urgd_max)))
        return s;
    if (o->urgd_min > o->urgd_max)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->urgd_min", o->urgd_min, "is above options->urgd_max = %g",
                          o->urgd_max);
    rules->limited = o->urgd_min != 0 || o->urgd_max != 0;
    rules->urgd_min = o->urgd_min;
    rules->urgd_max = o->urgd_max;
    return SKPI_OK;
}

/* A factor a year: 1 never decays, above it grows without end. */
static skpi_status factor(skpi__at at, const char *name, double value)
{
    const skpi_status s = skpi__quantity(at, name, value);
    return s || value <= 1 ? s : skpi__fail(at, SKPI_ERANGE, name, value, "is above 1: a factor a year in (0,1]");
}

static skpi_status take_shape(skpi__at at, const skpi_urban_options *o, skpi__urban_rules *rules)
{
    skpi_status s;
    if ((s = factor(at, "options->damping", o->damping)) ||
        (s = skpi__finite(at, "options->converge_to", o->converge_to)))
        return s;
    if ((o->flags & SKPI_URBAN_FLAG_CONVERGE_TO_ZERO) && o->converge_to != 0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->converge_to", o->converge_to,
                          "is given beside the flag SKPI_URBAN_FLAG_CONVERGE_TO_ZERO");
    if ((s = factor(at, "options->converge_by", o->converge_by)) ||
        (s = skpi__share(at, "options->ceiling", o->ceiling)))
        return s;
    rules->damping = o->damping > 0 ? o->damping : 0.97;
    rules->converge_to = o->converge_to != 0 || (o->flags & SKPI_URBAN_FLAG_CONVERGE_TO_ZERO) ? o->converge_to : 0.015;
    rules->converge_by = o->converge_by > 0 ? o->converge_by : 0.9;
    rules->ceiling = o->ceiling;
    return SKPI_OK;
}

static skpi_status take_windows(skpi__at at, const skpi_urban_options *o, skpi__urban_rules *rules)
{
    if (!o->n_windows && o->window)
        return skpi__refuse(at, SKPI_EINVAL, "options->n_windows", "is 0 although options->window is given");
    skpi_status s = skpi__array(at, "options->window", o->window, o->n_windows, 1);
    for (size_t k = 0; !s && k < o->n_windows; k++)
        s = skpi__positive(skpi__element(at, k), "options->window", o->window[k]);
    rules->n_windows = o->n_windows;
    rules->window = o->window;
    return s;
}

/* The methods of a mean, each once, and their weights made to add up to 1. */
static skpi_status take_mean(skpi__at at, const skpi_urban_options *o, skpi__urban_rules *rules)
{
    double total = 0, most = 0;
    skpi_status s;
    if (rules->method != SKPI_URBAN_METHOD_MEAN) return SKPI_OK;
    if ((s = skpi__some(at, "options->n_methods", o->n_methods)) ||
        (s = skpi__array(at, "options->methods", o->methods, o->n_methods, 1)))
        return s;
    for (size_t k = 0; k < o->n_methods; k++) {
        const skpi__at here = skpi__element(at, k);
        if ((s = skpi__choice(here, "options->methods", o->methods[k], all_methods, a_method))) return s;
        if (o->methods[k] == SKPI_URBAN_METHOD_MEAN)
            return skpi__fail(here, SKPI_EINVAL, "options->methods", o->methods[k], "is the mean itself");
        for (size_t j = 0; j < k; j++)
            if (o->methods[j] == o->methods[k])
                return skpi__fail(here, SKPI_EDUPLICATE, "options->methods", o->methods[k], "is there twice");
    }
    if ((s = skpi__fits(at, "options->weights", o->n_methods, 1))) return s;
    for (size_t k = 0; o->weights && k < o->n_methods; k++) {
        if ((s = skpi__quantity(skpi__element(at, k), "options->weights", o->weights[k]))) return s;
        most = o->weights[k] > most ? o->weights[k] : most;
    }
    if (o->weights && most <= 0)
        return skpi__fail(at, SKPI_EZERODIV, "options->weights", 0, "is what all weights add up to");
    rules->n_methods = o->n_methods;
    rules->methods = o->methods;
    for (size_t k = 0; k < o->n_methods; k++) total += rules->weight[k] = o->weights ? o->weights[k] / most : 1;
    for (size_t k = 0; k < o->n_methods; k++) rules->weight[k] /= total;
    return SKPI_OK;
}

skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options, skpi__urban_rules *rules)
{
    skpi_urban_options o;
    skpi_status s;
    *rules = (skpi__urban_rules){.n_norm = 0};
    if ((s = SKPI__TAKE(at, options, SKPI_URBAN_FLAG_FALLBACK | SKPI_URBAN_FLAG_CONVERGE_TO_ZERO, &o))) return s;
    rules->method = o.method ? o.method : SKPI_URBAN_METHOD_UN;
    rules->fallback = (o.flags & SKPI_URBAN_FLAG_FALLBACK) != 0;
    if ((s = skpi__choice(at, "options->method", rules->method, all_methods, a_method)) ||
        (s = skpi__hole(at, "options->zero", o.zero)) || (s = take_norm(at, &o, rules)) ||
        (s = take_limits(at, &o, rules)) || (s = take_shape(at, &o, rules)) || (s = take_windows(at, &o, rules)) ||
        (s = take_mean(at, &o, rules)))
        return s;
    if (!o.n_norm && uses(rules, SKPI_URBAN_METHOD_BOCQUIER))
        return skpi__refuse(at, SKPI_EINVAL, "options->norm",
                            "is NULL: SKPI_URBAN_METHOD_BOCQUIER has no norm of its own");
    return SKPI_OK;
}

skpi_status skpi__urban_rules_memoryless(skpi__at at, const skpi__urban_rules *rules)
{
    static const int32_t remember[] = {SKPI_URBAN_METHOD_LINEAR, SKPI_URBAN_METHOD_LOGISTIC,
                                       SKPI_URBAN_METHOD_GOMPERTZ};
    for (size_t k = 0; k < sizeof remember / sizeof *remember; k++)
        if (uses(rules, remember[k]))
            return skpi__fail(at, SKPI_EINVAL,
                              rules->method == SKPI_URBAN_METHOD_MEAN ? "options->methods" : "options->method",
                              remember[k], "needs a history: skpi_urban_project_history");
    return SKPI_OK;
}

skpi_status skpi__urban_laws(skpi__at at, size_t n, const int32_t *law, const skpi_urban_options *options, int history)
{
    skpi__at quiet = at;
    skpi__urban_rules rules;
    const skpi_status s = skpi__fits(at, "law", n, 1);
    if (s || law || !n) return s;
    quiet.quiet = 1;
    if (skpi__urban_rules_take(quiet, options, &rules)) return SKPI_OK;
    if ((history && rules.fallback) || uses(&rules, SKPI_URBAN_METHOD_UN) || uses(&rules, SKPI_URBAN_METHOD_BOCQUIER) ||
        uses(&rules, SKPI_URBAN_METHOD_CAUTIOUS))
        return skpi__refuse(at, SKPI_EINVAL, "law", "is NULL although the norm is used");
    return SKPI_OK;
}

skpi_status skpi__urban_law(skpi__at at, const char *name, int32_t law)
{
    static const int32_t laws[] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL, 0};
    return skpi__choice(at, name, law, laws, "a law of the world norm (enum skpi_urban_size)");
}

double skpi__urban_h(const skpi__urban_rules *rules, int32_t law, double p)
{
    const double *c = rules->norm + (law == SKPI_URBAN_SIZE_SMALL ? rules->n_norm : 0);
    double h = c[rules->n_norm - 1];
    for (size_t k = rules->n_norm - 1; k-- > 0;) h = h * p + c[k];
    return h;
}
