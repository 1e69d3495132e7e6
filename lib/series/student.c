/* Quantiles of Student's t: with one or two degrees of freedom in closed form, otherwise by GSL and a further step. */
#include "series/student.h"
#include "core/guard.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* The quantile of a probability so small that GSL's search for it fails: by halving the interval of its logarithm. */
static double student_far(double p, double freedom)
{
    double near = 0, far = log(1e300); /* of -x, with at least 3 degrees of freedom */
    for (int k = 0; k < 64; k++) {
        const double middle = near + (far - near) / 2;
        if (gsl_cdf_tdist_P(-exp(middle), freedom) > p)
            near = middle;
        else
            far = middle;
    }
    return -exp(near + (far - near) / 2);
}

double skpi__student_quantile(double probability, double freedom)
{
    const double p = probability < .5 ? probability : 1 - probability;
    if (p == .5) return 0;
    if (freedom == 1 || freedom == 2) { /* closed form, because GSL loses digits of small probabilities */
        const double lower = freedom == 1 ? -1 / tan(3.141592653589793 * p) : (2 * p - 1) / sqrt(2 * p * (1 - p));
        return probability < .5 ? lower : -lower;
    }
    skpi__gsl_enter();
    double x = p < 1e-12 ? student_far(p, freedom) : gsl_cdf_tdist_Pinv(p, freedom);
    for (int k = 0; k < 3 && isfinite(x); k++) { /* a further step, because GSL stops at about nine digits */
        const double step = (gsl_cdf_tdist_P(x, freedom) - p) / gsl_ran_tdist_pdf(x, freedom);
        if (!(fabs(step) < 1e-6 * fabs(x))) break;
        x -= step;
    }
    const int failed = skpi__gsl_leave();
    return failed ? (double)NAN : probability < .5 ? x : -x;
}
