/* The recursion of the United Nations' method, one year a step, for one place.
 *
 * From the last observation (L_0 = logit p_0, growth difference r_0), with h the world norm:
 *   j <= 25: h_j = h(p_{j-1}), afterwards h_j = h_25
 *   j <= 26: r_j = r_{j-1} + (h_j - r_{j-1})/(27 - j), so that r_26 = h_25; afterwards r_j = r_26
 *   L_j = L_{j-1} + r_j, p_j = logistic L_j
 * A share of exactly 0 or 1 stays in all later years, and has no growth difference (NaN).
 * Between whole years L is linear.
 *
 * The pure form (Bocquier) has no growth difference of its own: r_j = h(p_{j-1}) every year, never frozen.
 */
#ifndef SKPI_URBAN_UN_H
#define SKPI_URBAN_UN_H
#include "urban/options.h"

#define SKPI__URBAN_UN_FREEZE 25 /* the norm is frozen after this year */
#define SKPI__URBAN_UN_REACH 26  /* and reached in this one */

typedef struct skpi__urban_un {
    const skpi__urban_rules *rules;
    int32_t size_class;
    int32_t year; /* j: steps done */
    int absorbed; /* p is 0 or 1 */
    int pure;
    double p, logit, r, h;
} skpi__urban_un;

skpi__urban_un skpi__urban_un_begin(const skpi__urban_rules *rules, double share, double urgd, int32_t size_class,
                                    int pure);
void skpi__urban_un_step(skpi__urban_un *u);
/* 1 if neither r_0 nor the norm is so large that any number of steps could overflow. */
int skpi__urban_un_tame(const skpi__urban_rules *rules, double urgd);
/* 1 if so many steps stay finite. */
int skpi__urban_un_finite(skpi__urban_un u, int32_t steps);

/* Share and growth difference at a lead in years, not below u->year; the state moves to the last whole year before. */
double skpi__urban_un_at(skpi__urban_un *u, double lead, double *urgd);
/* The lead, at most so many years, at which the share first has this logit; NaN: none. */
double skpi__urban_un_reach(skpi__urban_un u, double logit, int32_t most);

#endif
