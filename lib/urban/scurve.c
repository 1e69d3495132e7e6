/* Logistic and Gompertz curves of the share (scurve.h); the fit is that of lib/series. */
#include "urban/scurve.h"
#include "series/model.h"
#include <math.h>

skpi_status skpi__urban_scurve_fit(int32_t model, double ceiling, size_t n, const double *date, const double *share,
                                   skpi__urban_scurve *curve)
{
    skpi__fit_rules rules = skpi__fit_free(model);
    skpi__fit fit;
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, share[i]);
    rules.lower[0] = ceiling > 0 ? ceiling : most >= .9999 ? 1 : 1.0001 * most;
    rules.upper[0] = ceiling > 0 ? ceiling : 1.0001;
    rules.lower[1] = 1e-4;
    rules.upper[1] = .3;
    rules.lower[2] = 1700;
    rules.upper[2] = 2200;
    const skpi_status s = skpi__fit_series(&rules, n, date, share, &fit);
    if (s < 0) return s;
    *curve = (skpi__urban_scurve){.model = model, .share = share[n - 1], .date = date[n - 1]};
    for (int k = 0; k < SKPI__CURVE_MOST; k++) curve->parameter[k] = fit.parameter[k];
    curve->at_date = skpi__curve_value(model, curve->parameter, curve->date);
    return s;
}

static double scurve_value(const skpi__urban_scurve *c, double lead)
{
    return lead > 0 ? c->share + (skpi__curve_value(c->model, c->parameter, c->date + lead) - c->at_date) : c->share;
}

double skpi__urban_scurve_at(const skpi__urban_scurve *curve, double lead)
{
    return fmax(0, fmin(1, scurve_value(curve, lead)));
}

int skpi__urban_scurve_limited(const skpi__urban_scurve *curve, double lead)
{
    const double p = scurve_value(curve, lead);
    return p < 0 || p > 1;
}
