/* PROMETHEE II: flows of preferences.
 *
 *   pi_ij = sum_k w_k P_k(x_ik - x_jk), of directed values; P rises from 0 at the indifference to 1 at the preference
 *   leaving flow sum_j pi_ij/(n - 1), entering flow sum_j pi_ji/(n - 1), net flow their difference; 0 if n is 1
 *
 * Source: J.-P. Brans and P. Vincke, Management Science 31 (1985) 647.
 */
#include "index/decide_promethee.h"
#include "numeric/decimal.h"
#include "numeric/ranking.h"

/* The preference for the better of two values, between 0 and 1. */
static double promethee_preference(const skpi__index_decision *d, size_t k, double better, double worse)
{
    const double none = d->options.indifference ? d->options.indifference[k] : 0;
    const double full = d->options.preference ? d->options.preference[k] : none;
    if (none > 0 && skpi__tied(better, worse, none)) return 0;
    return better - worse < full ? (better - worse - none) / (full - none) : 1;
}

/* 0 if the flows are the same but for the rounding of their sums. */
static double promethee_net(double leaving, double entering)
{
    const double net = leaving - entering;
    return fabs(net) < skpi__ranking_rounding(fmax(leaving, entering)) ? 0 : net;
}

void skpi__index_decide_promethee(const skpi__index_decision *d)
{
    const size_t n = d->n, m = d->m;
    const double others = n > 1 ? (double)(n - 1) : 1;
    for (size_t i = 0; i < n; i++) {
        if (d->pair) d->pair[i * n + i] = 0;
        for (size_t j = i + 1; j < n; j++) {
            double for_i = 0, for_j = 0;
            for (size_t k = 0; k < m; k++) {
                const double sign = skpi__index_decision_up(d, k) ? 1 : -1;
                const double a = sign * d->value[i * m + k], b = sign * d->value[j * m + k];
                if (skpi__varies(b, a)) for_i += d->weight[k] * promethee_preference(d, k, a, b);
                if (skpi__varies(a, b)) for_j += d->weight[k] * promethee_preference(d, k, b, a);
            }
            d->first[i] += for_i;
            d->second[i] += for_j;
            d->first[j] += for_j;
            d->second[j] += for_i;
            if (!d->pair) continue;
            d->pair[i * n + j] = for_i;
            d->pair[j * n + i] = for_j;
        }
    }
    for (size_t i = 0; i < n; i++) {
        d->first[i] /= others;
        d->second[i] /= others;
        d->score[i] = promethee_net(d->first[i], d->second[i]);
    }
}
