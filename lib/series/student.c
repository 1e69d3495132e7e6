/* Quantiles of Student's t: with one or two degrees of freedom in closed form, otherwise by GSL and a further step. */
#include "series/student.h"
#include "core/guard.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

double skpi__student_quantile(double probability, double freedom)
{
    const double p = probability < .5 ? probability : 1 - probability;
    if (p == .5) return 0;
    if (freedom == 1 || freedom == 2) { /* closed form, because GSL loses digits of small probabilities */
        const double lower = freedom == 1 ? -1 / tan(3.141592653589793 * p) : (2 * p - 1) / sqrt(2 * p * (1 - p));
        return probability < .5 ? lower : -lower;
    }
    skpi__gsl_enter();
    double x = gsl_cdf_tdist_Pinv(p, freedom);
    for (int k = 0; k < 3 && isfinite(x); k++) { /* a further step, because GSL stops at about nine digits */
        const double step = (gsl_cdf_tdist_P(x, freedom) - p) / gsl_ran_tdist_pdf(x, freedom);
        if (!(fabs(step) < 1e-6 * fabs(x))) break;
        x -= step;
    }
    const int failed = skpi__gsl_leave();
    return failed ? (double)NAN : probability < .5 ? x : -x;
}
