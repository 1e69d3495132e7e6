/* The recursion of the United Nations' method (un.h).
 *
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology, describes the two steps
 * (extrapolate the growth difference of the last two censuses, converge to a world norm over 25 years) without every
 * number; freezing after 25 years and reaching the norm in the 26th reproduces the published annual table.
 *
 * un_block_variant.h takes the same steps for vectors of places, ensemble.c for draws, whose steps have noise; the
 * formulas of r are those of un.h in all three.
 */
#include "urban/un.h"
#include "core/steps.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"

skpi__urban_un skpi__urban_un_begin(const skpi__urban_rules *rules, double share, double urgd, int32_t size_class,
                                    int pure)
{
    skpi__urban_un u = {.rules = rules,
                        .size_class = size_class,
                        .pure = pure,
                        .p = share,
                        .r = pure ? skpi__urban_h(rules, size_class, share) : urgd};
    skpi__logits(1, &share, &u.logit);
    return u;
}

void skpi__urban_un_step(skpi__urban_un *u)
{
    const int32_t j = ++u->year;
    if (u->pure || j <= SKPI__URBAN_UN_FREEZE) u->h = skpi__urban_h(u->rules, u->size_class, u->p);
    if (u->pure)
        u->r = u->h;
    else if (j <= SKPI__URBAN_UN_REACH)
        u->r = SKPI__URBAN_UN_NEARER(u->r, u->h, skpi__urban_un_part(j));
    u->logit += u->r;
    u->p = skpi__logistic(u->logit);
}

double skpi__urban_un_at(skpi__urban_un *u, double lead, double *urgd)
{
    while (u->year + 1 <= lead) {
        SKPI__STEP();
        skpi__urban_un_step(u);
    }
    const double part = lead - u->year;
    skpi__urban_un next = *u;
    if (part > 0) skpi__urban_un_step(&next);
    if (urgd) *urgd = next.r;
    return part > 0 ? skpi__logistic(u->logit + part * next.r) : u->p;
}

double skpi__urban_un_reach(skpi__urban_un u, double logit, int32_t most)
{
    if (u.logit == logit) return 0;
    while (u.year < most) {
        SKPI__STEP();
        const double before = u.logit;
        skpi__urban_un_step(&u);
        if (before < logit ? u.logit >= logit : u.logit <= logit) return u.year - 1 + (logit - before) / u.r;
    }
    return (double)NAN;
}

/* Bounds far below the range of a double exclude an overflow: h is at most the sum of its coefficients, r lies between
 * r_0 and the values of h so far, and a window of 900 years adds up 900 values of r.  The years are computed one by one
 * only where these bounds are exceeded. */
int skpi__urban_un_tame(const skpi__urban_rules *rules, double urgd)
{
    const double safe = 1e100;
    int tame = fabs(urgd) < safe;
    for (size_t k = 0; tame && k < rules->n_sizes * rules->n_terms; k++) tame = fabs(rules->norm[k]) < safe;
    return tame;
}

int skpi__urban_un_finite(skpi__urban_un u, int32_t steps)
{
    if (skpi__urban_un_tame(u.rules, u.r)) return 1;
    for (int32_t j = 0; j < steps; j++) {
        skpi__urban_un_step(&u);
        if (!isfinite(u.r) || !isfinite(u.logit)) return 0;
    }
    return 1;
}
