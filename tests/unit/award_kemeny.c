/* Kemeny's orders of many entries beside the best of many local searches of this test's own, which are repeated for some
 * profiles. */
#include "unit/award_jury.h"
#include "award/kemeny.h"

enum { LEAST = 17, BELOW = 31, JUDGES = 9, SEARCHES = 10000, PROFILES = 200 };

/* Judges who put the first entry above the second.  A judge's order is that of the entries' numbers with noise; in a cycle
 * every third judge begins elsewhere. */
static void profile_make(size_t n, int cycle, int32_t *prefer)
{
    memset(prefer, 0, n * n * sizeof *prefer);
    const double noise = 1 + (double)n * jury_random() / 2;
    for (size_t j = 0; j < JUDGES; j++) {
        double score[BELOW];
        for (size_t i = 0; i < n; i++)
            score[i] = (double)((cycle ? i + j % 3 * n / 3 : i) % n) + (cycle ? 1 : noise) * jury_normal();
        for (size_t i = 0; i < n * n; i++) prefer[i] += score[i / n] < score[i % n];
    }
}

static int profile_has_cycle(size_t n, const int32_t *prefer)
{
    int found = 0;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            for (size_t c = 0; prefer[a * n + b] > prefer[b * n + a] && c < n; c++)
                found |= prefer[b * n + c] > prefer[c * n + b] && prefer[c * n + a] > prefer[a * n + c];
    return found;
}

/* From a random order, entries are moved to their best places until none has a better one; returns the cost. */
static int32_t profile_descend(size_t n, const int32_t *prefer, const int32_t *more)
{
    size_t order[BELOW];
    for (size_t i = 0; i < n; i++) {
        const size_t at = (size_t)(jury_random() * (double)(i + 1));
        order[i] = order[at];
        order[at] = i;
    }
    for (size_t still = 0, i = 0; still < n; i = (i + 1) % n) {
        const size_t own = order[i];
        const int32_t *const row = more + own * n;
        int32_t change = 0, best = 0;
        size_t to = i;
        for (size_t j = i; j-- > 0;)
            if ((change -= row[order[j]]) < best) best = change, to = j;
        change = 0;
        for (size_t j = i + 1; j < n; j++)
            if ((change += row[order[j]]) < best) best = change, to = j;
        still = to == i ? still + 1 : 0;
        for (; to > i; i++) order[i] = order[i + 1];
        for (; to < i; i--) order[i] = order[i - 1];
        order[to] = own;
    }
    int32_t cost = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) cost += prefer[order[j] * n + order[i]];
    return cost;
}

static int32_t profile_best(size_t n, const int32_t *prefer)
{
    int32_t more[BELOW * BELOW], best = INT32_MAX; /* by how many more judges the first stands above the second */
    for (size_t i = 0; i < n * n; i++) more[i] = prefer[i] - prefer[i % n * n + i / n];
    for (int k = 0; k < SEARCHES; k++) {
        const int32_t cost = profile_descend(n, prefer, more);
        if (cost < best) best = cost;
    }
    return best;
}

/* The least cost that 10,000 searches found for each profile, as profile_best gives it. */
static const int32_t least[PROFILES] = {
    51, 419,  56,  464,  39, 510,  61, 574,  64, 632,  55, 684,  76, 775,  79, 834,  71, 880,  70, 961,
    59, 1033, 94,  1085, 87, 1197, 87, 1250, 43, 415,  56, 470,  65, 515,  51, 566,  56, 629,  74, 677,
    60, 735,  60,  813,  66, 884,  59, 963,  86, 1034, 77, 1088, 81, 1175, 82, 1269, 45, 414,  50, 464,
    51, 510,  60,  572,  61, 638,  66, 694,  64, 746,  71, 832,  94, 871,  75, 963,  79, 1038, 77, 1090,
    77, 1183, 98,  1266, 50, 418,  56, 480,  59, 520,  48, 558,  64, 629,  51, 687,  68, 731,  76, 820,
    78, 875,  69,  947,  72, 1034, 71, 1108, 92, 1171, 82, 1276, 39, 417,  42, 474,  62, 509,  48, 561,
    52, 643,  64,  685,  77, 760,  70, 824,  72, 880,  72, 949,  72, 1034, 85, 1090, 83, 1178, 72, 1265,
    51, 415,  60,  470,  50, 514,  51, 567,  61, 643,  57, 691,  63, 735,  69, 816,  79, 876,  65, 966,
    84, 1030, 101, 1100, 93, 1165, 91, 1272, 54, 430,  60, 464,  50, 519,  58, 563,  68, 612,  60, 689,
    56, 748,  78,  817,  69, 874,  81, 960,  64, 1022, 81, 1108, 81, 1185, 85, 1283, 56, 417,  54, 467};

START_TEST(as_good_as_many_searches)
{
    int32_t prefer[BELOW * BELOW];
    uint32_t order[2 * BELOW];
    int cycles = 0;
    const int profiles = unit_few(PROFILES);
    for (int p = 0; p < profiles; p++) {
        const size_t n = LEAST + (size_t)p / 2 % (BELOW - LEAST);
        jury_state = 100 + (uint64_t)p;
        profile_make(n, p % 2, prefer);
        cycles += p % 2 && profile_has_cycle(n, prefer);
        for (size_t i = 0; i < n; i++) order[i] = (uint32_t)(n - 1 - i); /* far from the best */
        const skpi__award_kemeny k = {n, prefer, NULL, order, order + n};
        skpi__award_kemeny_search(&k);
        const int64_t cost = skpi__award_kemeny_cost(n, prefer, order);
        ck_assert_msg((double)cost <= 1.005 * least[p], "profile %d: %lld, %d was found", p, (long long)cost, least[p]);
        if (p % 25 == 1) ck_assert_int_eq(profile_best(n, prefer), least[p]);
    }
    ck_assert_int_eq(cycles, profiles / 2);
}
END_TEST

/* Of many entries there are few searches, and each goes on until no entry has a better place. */
START_TEST(no_better_place)
{
    const size_t n = unit_slow() ? 100 : 1500;
    int32_t *prefer = calloc(n * n, sizeof *prefer);
    uint32_t *order = calloc(2 * n, sizeof *order);
    ck_assert(prefer && order);
    jury_state = 7;
    for (size_t a = 0; a < n; a++) {
        order[a] = (uint32_t)a;
        for (size_t b = 0; b < a; b++)
            prefer[a * n + b] = (int32_t)(10 * jury_random()), prefer[b * n + a] = 9 - prefer[a * n + b];
    }
    const skpi__award_kemeny k = {n, prefer, NULL, order, order + n};
    skpi__award_kemeny_search(&k);
    for (size_t i = 0; i < n; i++) {
        int64_t change = 0, lowest = 0;
        for (size_t j = i; j-- > 0;) {
            change += prefer[order[j] * n + order[i]] - prefer[order[i] * n + order[j]];
            lowest = change < lowest ? change : lowest;
        }
        change = 0;
        for (size_t j = i + 1; j < n; j++) {
            change += prefer[order[i] * n + order[j]] - prefer[order[j] * n + order[i]];
            lowest = change < lowest ? change : lowest;
        }
        ck_assert_int_eq(lowest, 0);
    }
    free(prefer);
    free(order);
}
END_TEST

UNIT_MAIN("award_kemeny", UNIT_CASE("search", as_good_as_many_searches, no_better_place))
