/* Curves of growth and their derivatives.
 *
 *   line         a + b (t - t0)
 *   logit line   K logistic(a + b (t - t0))
 *   logistic     K / (1 + exp(-s (t - m)))          Verhulst 1838
 *   Gompertz     K exp(-exp(-s (t - m)))            Gompertz, Phil. Trans. 115 (1825) 513
 *   Bass         m p (1 - E)/(p + q E), E = exp(-(p + q)(t - launch)); 0 before the launch
 *                F. M. Bass, Management Science 15 (1969) 215, cumulative form; p (1 - E)/(p + q E) = F
 */
#include "series/curve.h"
#include "numeric/logistic.h"

size_t skpi__curve_parameters(int32_t model)
{
    switch (model) {
    case SKPI_SERIES_MODEL_PERSISTENCE: return 1;
    case SKPI_SERIES_MODEL_LINE:
    case SKPI_SERIES_MODEL_LOGISTIC:
    case SKPI_SERIES_MODEL_GOMPERTZ: return 3;
    case SKPI_SERIES_MODEL_LOGIT_LINE:
    case SKPI_SERIES_MODEL_BASS: return 4;
    default: return 0;
    }
}

/* level exp(-x): a large level may have a part that is too small for a double by itself. */
static double curve_part(double level, double x)
{
    return x < 700 ? level * exp(-x) : level * exp(-x / 2) * exp(-x / 2);
}
static double curve_logistic(double level, double x)
{
    return x > -700 ? level * skpi__logistic(x) : curve_part(level, -x);
}

double skpi__curve_value(int32_t model, const double *parameter, double t)
{
    const double *p = parameter;
    switch (model) {
    case SKPI_SERIES_MODEL_PERSISTENCE: return p[0];
    case SKPI_SERIES_MODEL_LINE: return p[0] + p[1] * (t - p[2]);
    case SKPI_SERIES_MODEL_LOGIT_LINE: return curve_logistic(p[3], p[0] + p[1] * (t - p[2]));
    case SKPI_SERIES_MODEL_LOGISTIC: return curve_logistic(p[0], p[1] * (t - p[2]));
    case SKPI_SERIES_MODEL_GOMPERTZ: return curve_part(p[0], exp(-p[1] * (t - p[2])));
    case SKPI_SERIES_MODEL_BASS: {
        const double since = t - p[3], total = p[1] + p[2];
        if (since <= 0) return 0;
        return p[0] * (p[1] * -expm1(-total * since) / (p[1] + p[2] * exp(-total * since)));
    }
    default: return (double)NAN;
    }
}

size_t skpi__curve_gradient(int32_t model, const double *parameter, double t, double *gradient)
{
    const double *p = parameter;
    switch (model) {
    case SKPI_SERIES_MODEL_LINE:
    case SKPI_SERIES_MODEL_LOGIT_LINE:
        gradient[0] = 1;
        gradient[1] = t - p[2];
        return 2;
    case SKPI_SERIES_MODEL_LOGISTIC:
    case SKPI_SERIES_MODEL_GOMPERTZ: {
        const double x = p[1] * (t - p[2]), w = exp(-x);
        double steepness; /* dg/dx of the argument x */
        if (model == SKPI_SERIES_MODEL_LOGISTIC) {
            gradient[0] = skpi__logistic(x);
            steepness = gradient[0] * skpi__logistic(-x);
        } else {
            gradient[0] = exp(-w);
            steepness = gradient[0] > 0 ? w * gradient[0] : 0;
        }
        gradient[1] = p[0] * steepness * (t - p[2]);
        gradient[2] = -p[0] * steepness * p[1];
        return 3;
    }
    case SKPI_SERIES_MODEL_BASS: {
        const double since = fmax(t - p[3], 0), total = p[1] + p[2];
        const double left = exp(-total * since), gone = -expm1(-total * since);
        const double below = p[1] + p[2] * left, F = p[1] * gone / below;
        gradient[0] = F;
        gradient[1] = p[0] * (gone + p[1] * since * left - F * (1 - p[2] * since * left)) / below;
        gradient[2] = p[0] * (p[1] * since * left - F * (left - p[2] * since * left)) / below;
        return 3;
    }
    default: return 0;
    }
}

double skpi__curve_inflection(int32_t model, const double *parameter)
{
    const double *p = parameter;
    double date = (double)NAN;
    switch (model) {
    case SKPI_SERIES_MODEL_LOGIT_LINE: date = p[2] - p[0] / p[1]; break;
    case SKPI_SERIES_MODEL_LOGISTIC:
    case SKPI_SERIES_MODEL_GOMPERTZ: date = p[2]; break;
    case SKPI_SERIES_MODEL_BASS: date = p[2] > p[1] ? p[3] + log(p[2] / p[1]) / (p[1] + p[2]) : p[3]; break;
    default: break;
    }
    return isfinite(date) ? date : (double)NAN;
}
