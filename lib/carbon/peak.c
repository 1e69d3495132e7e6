/* Rise, plateau, power decline: the path to net zero whose exponent a budget fixes in closed form.
 *
 *   t0 .. tp      E = E0 + (Ep - E0) (t - t0)/(tp - t0)
 *   tp .. tp + w  E = Ep
 *   .. tz         E = R + (Ep - R)(1 - s)^p,  s = (t - tp - w)/D,  D = tz - tp - w
 *   after tz      E = R
 *
 * The integral from t0 to tz is rise + plateau + R D + (Ep - R) D/(p + 1), so that a budget B gives
 * p = (Ep - R) D/(B - rise - plateau - R D) - 1, and p > 0 holds for
 * rise + plateau + R D < B < rise + plateau + Ep D: the limits p -> infinity and p -> 0.
 * Source: derived for this library; the algebra is in smartkpi_carbon(7).
 */
#include "carbon/path.h"
#include "core/check.h"
#include <float.h>

typedef struct peak { /* one row, in the symbols above; td = tp + w as a double, so that the pieces join */
    double t0, e0, r, tp, ep, td, tz, d, p;
    double rise, flat; /* integrals of the first two pieces */
} peak;

static double member(const double *values, size_t i, double absent) { return values ? values[i] : absent; }

static peak row(const skpi_carbon_path *path, size_t i)
{
    peak k = {.t0 = path->t0[i],
              .e0 = path->e0[i],
              .r = member(path->residual, i, 0.0),
              .tp = path->t_peak[i],
              .ep = path->e_peak[i],
              .tz = path->t_net_zero[i],
              .p = member(path->power, i, (double)NAN)};
    k.td = k.tp + member(path->plateau, i, 0.0);
    k.d = k.tz - k.td;
    k.rise = 0.5 * (k.e0 + k.ep) * (k.tp - k.t0);
    k.flat = k.ep * (k.td - k.tp);
    return k;
}

static skpi_status given(const skpi__rows *r, const skpi_carbon_path *path, int32_t by)
{
    skpi_status s;
    if ((s = skpi__given(r, "path->t0", path->t0)) || (s = skpi__given(r, "path->e0", path->e0)) ||
        (s = skpi__given(r, "path->t_peak", path->t_peak)) || (s = skpi__given(r, "path->e_peak", path->e_peak)) ||
        (s = skpi__given(r, "path->t_net_zero", path->t_net_zero)))
        return s;
    return by ? skpi__carbon_absent(r->at, "path->power", path->power, "it is what a budget gives")
              : skpi__given(r, "path->power", path->power);
}

static skpi_status check(skpi__at at, const skpi_carbon_path *path, size_t i, int32_t by)
{
    double t0 = path->t0[i], e0 = path->e0[i], tp = path->t_peak[i], ep = path->e_peak[i], tz = path->t_net_zero[i];
    double residual = member(path->residual, i, 0.0), plateau = member(path->plateau, i, 0.0);
    skpi_status s;
    if ((s = skpi__date(at, "path->t0", t0)) || (s = skpi__quantity(at, "path->e0", e0)) ||
        (s = skpi__finite(at, "path->residual", residual)) ||
        (s = skpi__carbon_bounded(at, "path->residual", residual)) || (s = skpi__date(at, "path->t_peak", tp)) ||
        (s = skpi__quantity(at, "path->e_peak", ep)) || (s = skpi__carbon_bounded(at, "path->e_peak", ep)) ||
        (s = skpi__quantity(at, "path->plateau", plateau)) || (s = skpi__date(at, "path->t_net_zero", tz)))
        return s;
    if (!by && (s = skpi__positive(at, "path->power", path->power[i]))) return s;
    if (tp < t0) return skpi__fail(at, SKPI_ENOTSORTED, "path->t_peak", tp, "is before path->t0 = %g", t0);
    if (ep < e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep, "is below path->e0 = %g: not a peak", e0);
    if (tp == t0 && ep > e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep,
                          "differs from path->e0 = %g, but the peak is at path->t0: no time to rise", e0);
    if (tz <= tp + plateau)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_net_zero", tz, "is not after the end of the plateau, %g",
                          tp + plateau);
    if (ep <= residual)
        return skpi__fail(at, SKPI_EDOM, "path->e_peak", ep, "is not above the residual %g: no decline", residual);
    return SKPI_OK;
}

/* Emission at a date from t0 on, and the integral from t0 to it. */
static void at_date(const peak *k, double t, double *emission, double *integral)
{
    const double fall = (k->ep - k->r) * k->d / (k->p + 1.0);
    if (t < k->tp) {
        double x = t - k->t0, risen = (k->ep - k->e0) * (x / (k->tp - k->t0));
        *emission = fmin(k->e0 + risen, k->ep); /* rounding must not lift it above the peak */
        *integral = x * (k->e0 + 0.5 * risen);
    } else if (t <= k->td) {
        *emission = k->ep;
        *integral = k->rise + k->ep * (t - k->tp);
    } else if (t < k->tz) {
        double s = (t - k->td) / k->d, u = (k->tz - t) / k->d, left = pow(u, k->p);
        /* 1 - (1-s)^(p+1), without cancellation where s is small */
        double gone = s > 0.1 ? 1.0 - u * left : -expm1((k->p + 1.0) * log1p(-s));
        *emission = fmin(k->r + (k->ep - k->r) * left, k->ep);
        *integral = k->rise + k->flat + k->r * (t - k->td) + fall * gone;
    } else {
        *emission = k->r;
        *integral = k->rise + k->flat + k->r * (t - k->td) + fall;
    }
}

static void value(const skpi_carbon_path *path, size_t i, int32_t first_year, size_t n_years, double *emission,
                  double *cumulative)
{
    const peak k = row(path, i);
    for (size_t j = 0; j < n_years; j++) {
        double e, c;
        at_date(&k, (double)first_year + (double)j, &e, &c);
        skpi__put(emission, j, e);
        skpi__put(cumulative, j, c);
    }
}

static void range(const skpi_carbon_path *path, size_t i, int32_t by, double *low, double *high)
{
    const peak k = row(path, i);
    (void)by; /* the budget is all that it can be solved by */
    *low = k.rise + k.flat + k.r * k.d;
    *high = k.rise + k.flat + k.ep * k.d;
}

static double solve(const skpi_carbon_path *path, size_t i, int32_t by, double target)
{
    double low, high;
    range(path, i, by, &low, &high);
    const double p = (high - target) / (target - low); /* the formula above over one denominator: above 0 inside it */
    return p > 0 ? p : DBL_TRUE_MIN;                   /* the quotient fell below the smallest double */
}

static const int32_t conventions[] = {SKPI_CARBON_INTEGRAL, 0};
static const int32_t unknowns[] = {SKPI_CARBON_BY_BUDGET, 0};

const skpi__carbon_shape skpi__carbon_peak_shape = {
    SKPI_CARBON_PEAK, conventions, unknowns, given, check, value, range, solve,
};
