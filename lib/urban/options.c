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

skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options, skpi__urban_rules *rules)
{
    static const int32_t methods[] = {SKPI_URBAN_UN, 0};
    skpi_urban_options o;
    skpi_status s;
    if ((s = SKPI__TAKE(at, options, 0, &o))) return s;
    rules->method = o.method ? o.method : SKPI_URBAN_UN;
    if ((s = skpi__choice(at, "options->method", rules->method, methods, "an urban method (enum skpi_urban_method)")) ||
        (s = skpi__hole(at, "options->zero", o.zero)) || (s = take_norm(at, &o, rules)) ||
        (s = skpi__finite(at, "options->urgd_min", o.urgd_min)) ||
        (s = skpi__finite(at, "options->urgd_max", o.urgd_max)))
        return s;
    if (o.urgd_min > o.urgd_max)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->urgd_min", o.urgd_min, "is above options->urgd_max = %g",
                          o.urgd_max);
    rules->limited = o.urgd_min != 0 || o.urgd_max != 0;
    rules->urgd_min = o.urgd_min;
    rules->urgd_max = o.urgd_max;
    return SKPI_OK;
}

skpi_status skpi__urban_law(skpi__at at, const char *name, int32_t law)
{
    static const int32_t laws[] = {SKPI_URBAN_LARGE, SKPI_URBAN_SMALL, 0};
    return skpi__choice(at, name, law, laws, "a law of the world norm (enum skpi_urban_law)");
}

double skpi__urban_h(const skpi__urban_rules *rules, int32_t law, double p)
{
    const double *c = rules->norm + (law == SKPI_URBAN_SMALL ? rules->n_norm : 0);
    double h = c[rules->n_norm - 1];
    for (size_t k = rules->n_norm - 1; k-- > 0;) h = h * p + c[k];
    return h;
}
