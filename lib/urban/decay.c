/* A growth difference that decays (decay.h).
 *
 * Sources: constant and damped growth differences are usual baselines; the converging form and its constants are this
 * library's own (smartkpi_urban(7)).
 */
#include "urban/decay.h"
#include "core/steps.h"
#include "numeric/damped.h"
#include "numeric/logistic.h"

skpi__urban_decay skpi__urban_decay_begin(double share, double urgd, double to, double by)
{
    return (skpi__urban_decay){share, skpi__logit(share), urgd, to, by};
}

double skpi__urban_decay_logit(const skpi__urban_decay *d, double lead)
{
    return d->logit + d->to * lead + (d->urgd - d->to) * skpi__damped(d->by, lead);
}

double skpi__urban_decay_at(const skpi__urban_decay *d, double lead, double *urgd)
{
    const double logit = skpi__urban_decay_logit(d, lead);
    if (urgd) *urgd = d->to + (d->urgd - d->to) * (d->by < 1 ? pow(d->by, lead) : 1);
    return logit == d->logit ? d->share : skpi__logistic(logit); /* p_0 with all its bits */
}

/* The first lead between a and b at which L is logit, or NaN.  L must be monotone between them. */
static double decay_between(const skpi__urban_decay *d, double logit, double a, double b)
{
    const int rises = skpi__urban_decay_logit(d, b) > skpi__urban_decay_logit(d, a);
    if (rises ? skpi__urban_decay_logit(d, b) < logit : skpi__urban_decay_logit(d, b) > logit) return (double)NAN;
    for (;;) { /* until no double lies inside the bracket */
        SKPI__STEP();
        const double middle = a + .5 * (b - a);
        if (middle <= a || middle >= b) return b;
        if (rises ? skpi__urban_decay_logit(d, middle) < logit : skpi__urban_decay_logit(d, middle) > logit)
            a = middle;
        else
            b = middle;
    }
}

/* The only lead at which L can turn: there r(l) = 0, that is phi^l = g (1 - phi)/((g - r_0) phi (-ln phi)). */
static double decay_turn(const skpi__urban_decay *d)
{
    const double left = d->to * (1 - d->by) / ((d->to - d->urgd) * d->by * -log(d->by));
    return d->by < 1 && left > 0 && left < 1 ? log(left) / log(d->by) : (double)INFINITY;
}

double skpi__urban_decay_reach(const skpi__urban_decay *d, double logit, double most)
{
    const double first = fmin(decay_turn(d), most);
    if (d->logit == logit) return 0;
    if (skpi__urban_decay_logit(d, first) == d->logit && first >= most) return (double)NAN; /* L is constant */
    double lead = (double)NAN;
    const int rises = skpi__urban_decay_logit(d, first) > d->logit;
    if (rises == (logit > d->logit)) lead = decay_between(d, logit, 0, first);
    if (isnan(lead) && first < most) {
        const double low = skpi__urban_decay_logit(d, first);
        if ((skpi__urban_decay_logit(d, most) > low) == (logit > low)) lead = decay_between(d, logit, first, most);
    }
    return lead;
}
