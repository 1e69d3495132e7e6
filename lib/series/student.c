/* Quantiles of Student's t: with one or two degrees of freedom in closed form, otherwise by a search.  It calls what of
 * GSL raises no error, because GSL's error handler is the host's. */
#include "series/student.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#define STUDENT_FAR 1e-12

/* The quantile of a probability so small that the density may be 0: by halving the interval of its logarithm. */
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

/* The quantile of another probability below 1/2: by Newton's steps from the normal quantile, which is nearer to 0.  ln P
 * is a concave function of ln(-x), so that the steps end for any start. */
static double student_near(double p, double freedom)
{
    double x = gsl_cdf_ugaussian_Pinv(p), step = 1;
    for (int k = 0; k < 40 && fabs(step) > 1e-5; k++) { /* never taken: that so many steps are too few */
        const double below = gsl_cdf_tdist_P(x, freedom);
        step = log(below / p) * below / (-x * gsl_ran_tdist_pdf(x, freedom));
        x *= exp(step);
    }
    return x;
}

double skpi__student_quantile(double probability, double freedom)
{
    const double p = probability < .5 ? probability : 1 - probability;
    if (isnan(freedom)) return freedom; /* GSL would raise an error */
    if (p == .5) return 0;
    if (freedom == 1 || freedom == 2) { /* closed form, because GSL loses digits of small probabilities */
        const double lower = freedom == 1 ? -1 / tan(3.141592653589793 * p) : (2 * p - 1) / sqrt(2 * p * (1 - p));
        return probability < .5 ? lower : -lower;
    }
    double x = p < STUDENT_FAR ? student_far(p, freedom) : student_near(p, freedom);
    const double last = (gsl_cdf_tdist_P(x, freedom) - p) / gsl_ran_tdist_pdf(x, freedom);
    if (fabs(last) < 1e-6 * fabs(x)) x -= last; /* not where the density is 0 */
    return probability < .5 ? x : -x;
}
