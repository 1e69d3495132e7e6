/* The recursion of the United Nations' method, one year a step, for one place.
 *
 * From the last observation (L_0 = logit p_0, growth difference r_0), with h the world norm:
 *   j <= 25: h_j = h(p_{j-1}), afterwards h_j = h_25
 *   j <= 26: r_j = r_{j-1} + (h_j - r_{j-1})/(27 - j), so that r_26 = h_25; afterwards r_j = r_26
 *   L_j = L_{j-1} + r_j, p_j = logistic L_j
 * A share of exactly 0 or 1, which stays in all later years, does not come here (path.h).
 * Between whole years L is linear.
 *
 * The pure form (Bocquier) has no growth difference of its own: r_j = h(p_{j-1}) every year, never frozen.
 */
#ifndef SKPI_URBAN_UN_H
#define SKPI_URBAN_UN_H
#include "urban/options.h"

#define SKPI__URBAN_UN_FREEZE 25 /* year of the recursion after which the norm is frozen */
#define SKPI__URBAN_UN_REACH 26  /* year of the recursion in which r reaches the norm */

/* The two formulas of the recursion that are the same for one place, a vector of places, and draws: r_j, and the part of
 * its distance to the norm that r moves in year j. */
#define SKPI__URBAN_UN_NEARER(r, h, part) ((r) + ((h) - (r)) * (part))
static inline double skpi__urban_un_part(int32_t j)
{
    static const double part[SKPI__URBAN_UN_REACH] = {1. / 26, 1. / 25, 1. / 24, 1. / 23, 1. / 22, 1. / 21, 1. / 20,
                                                      1. / 19, 1. / 18, 1. / 17, 1. / 16, 1. / 15, 1. / 14, 1. / 13,
                                                      1. / 12, 1. / 11, 1. / 10, 1. / 9,  1. / 8,  1. / 7,  1. / 6,
                                                      1. / 5,  1. / 4,  1. / 3,  1. / 2,  1};
    return j <= SKPI__URBAN_UN_REACH ? part[j - 1] : 0;
}

typedef struct skpi__urban_un {
    const skpi__urban_rules *rules;
    int32_t size_class;
    int32_t year; /* j, the number of steps done */
    int pure;
    double p, logit, r, h;
} skpi__urban_un;

skpi__urban_un skpi__urban_un_begin(const skpi__urban_rules *rules, double share, double urgd, int32_t size_class,
                                    int pure);
void skpi__urban_un_step(skpi__urban_un *u);
/* 1 if r_0 and the norm are so small that no number of steps can overflow. */
int skpi__urban_un_tame(const skpi__urban_rules *rules, double urgd);
/* 1 if the state stays finite for this number of steps. */
int skpi__urban_un_finite(skpi__urban_un u, int32_t steps);

/* Returns the share, and writes the growth difference to *urgd, at a lead in years that is not below u->year.  The
 * state moves to the last whole year before the lead. */
double skpi__urban_un_at(skpi__urban_un *u, double lead, double *urgd);
/* The first lead at which the share has this logit; NaN if there is none up to the lead most. */
double skpi__urban_un_reach(skpi__urban_un u, double logit, int32_t most);

#endif
