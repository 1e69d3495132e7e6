/* Kemeny's order.
 *
 * Up to 16 entries: dynamic programming over the sets of entries that are still to be placed (Held and Karp, Journal
 * of the Society for Industrial and Applied Mathematics 10 (1962) 196).  Above: local search that takes an entry out
 * and puts it where the fewest judges are overruled, repeated from the best order so far after some entries were moved
 * at random (Lourenco, Martin and Stutzle, Iterated local search, Handbook of Metaheuristics (2003) 320); the random
 * numbers are those of the library's stream of seed 0.
 */
#include "award/kemeny.h"
#include <string.h>
#include "core/steps.h"
#include "random/stream.h"

enum { HALF = 8, WORK = 30000000, MOST_STARTS = 2000 };

int64_t skpi__award_kemeny_cost(size_t n, const int32_t *prefer, const uint32_t *order)
{
    int64_t cost = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) cost += prefer[order[j] * n + order[i]];
    return cost;
}

typedef int64_t kemeny_half[2][1 << HALF];

/* What set s costs if entry i, which is in it, is the first. */
static int64_t kemeny_first(const skpi__award_kemeny *k, const kemeny_half *half, size_t s, size_t i)
{
    const size_t rest = s & ~((size_t)1 << i);
    return k->cost[rest] + half[i][0][rest & 255] + half[i][1][rest >> HALF];
}

void skpi__award_kemeny_exact(const skpi__award_kemeny *k)
{
    const size_t n = k->n, sets = (size_t)1 << n, all = sets - 1;
    /* half[i][h][s]: judges who put an entry of set s, of the first or the second eight, above entry i; behind the
     * costs, because 64 kB are too much for a stack */
    kemeny_half *const half = (kemeny_half *)(k->cost + sets);
    for (size_t i = 0; i < n; i++)
        for (size_t h = 0; h < 2; h++)
            for (size_t s = 0; s < (size_t)1 << HALF; s++) {
                half[i][h][s] = 0;
                for (size_t j = 0; j < HALF; j++)
                    if ((s >> j & 1) && h * HALF + j < n) half[i][h][s] += k->prefer[(h * HALF + j) * n + i];
            }
    k->cost[0] = 0;
    for (size_t s = 1; s < sets; s++) {
        int64_t least = INT64_MAX;
        for (size_t i = 0; i < n; i++) {
            if (!(s >> i & 1)) continue;
            const int64_t cost = kemeny_first(k, half, s, i);
            if (cost < least) least = cost;
        }
        k->cost[s] = least;
    }
    for (size_t place = 0, s = all; place < n; place++) {
        size_t i = 0; /* one entry of the set is the first of its cheapest order */
        while (!(s >> i & 1) || kemeny_first(k, half, s, i) != k->cost[s]) i++;
        k->order[place] = (uint32_t)i;
        s &= ~((size_t)1 << i);
    }
}

/* What it costs more to have a above b than b above a. */
static int64_t kemeny_above(const skpi__award_kemeny *k, uint32_t a, uint32_t b)
{
    return (int64_t)k->prefer[b * k->n + a] - k->prefer[a * k->n + b];
}

static void kemeny_insert(uint32_t *order, size_t from, size_t to)
{
    const uint32_t own = order[from];
    if (to > from) memmove(order + from, order + from + 1, (to - from) * sizeof *order);
    if (to < from) memmove(order + to + 1, order + to, (from - to) * sizeof *order);
    order[to] = own;
}

/* Moves entries to their best places until none can be moved to a better one. */
static void kemeny_descend(const skpi__award_kemeny *k, uint32_t *order)
{
    for (int moved = 1; moved;) {
        SKPI__STEP();
        moved = 0;
        for (size_t i = 0; i < k->n; i++) {
            int64_t change = 0, best = 0;
            size_t to = i;
            for (size_t j = i; j-- > 0;)
                if ((change += kemeny_above(k, order[i], order[j])) < best) best = change, to = j;
            change = 0;
            for (size_t j = i + 1; j < k->n; j++)
                if ((change -= kemeny_above(k, order[i], order[j])) < best) best = change, to = j;
            if (to == i) continue;
            kemeny_insert(order, i, to);
            moved = 1;
        }
    }
}

void skpi__award_kemeny_search(const skpi__award_kemeny *k)
{
    const size_t n = k->n, starts = WORK / n / n < MOST_STARTS ? WORK / n / n : MOST_STARTS;
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(0);
    uint32_t word[SKPI__BLOCK];
    kemeny_descend(k, k->order);
    int64_t least = skpi__award_kemeny_cost(n, k->prefer, k->order);
    for (size_t start = 0, used = 0; start < starts; start++) {
        memcpy(k->spare, k->order, n * sizeof *k->spare);
        for (size_t move = 0; move < 2 + start % 6; move++, used += 2) {
            if (used % SKPI__BLOCK == 0) kernel->words(&(skpi__stream){.variable = 2}, used / SKPI__BLOCK, word);
            kemeny_insert(k->spare, word[used % SKPI__BLOCK] % n, word[used % SKPI__BLOCK + 1] % n);
        }
        kemeny_descend(k, k->spare);
        const int64_t cost = skpi__award_kemeny_cost(n, k->prefer, k->spare);
        if (cost > least) continue;
        least = cost;
        memcpy(k->order, k->spare, n * sizeof *k->order);
    }
}
