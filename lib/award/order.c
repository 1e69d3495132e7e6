/* One order out of those of the judges, from the judges on each side of every pair of entries. */
#include "award/jury.h"
#include <math.h>
#include <stdlib.h>
#include "award/kemeny.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/ranking.h"

typedef struct order_call {
    const skpi__award_jury *jury;
    int32_t rule;
    size_t n;        /* entries with a score */
    size_t *entry;   /* n: their numbers */
    int32_t *prefer; /* n x n */
    int32_t *both;   /* n x n: judges of both entries */
    double *points;  /* n */
    skpi__ranked *room;
    int32_t *place;  /* n */
    uint32_t *order; /* 2 n */
    int64_t *cost;   /* of sets */
    void *block;
} order_call;

/* Compares two entries at the judges that they have in common; the judges of an entry rise. */
static void order_pair(order_call *c, size_t a, size_t b)
{
    const skpi__award_jury *jury = c->jury;
    size_t r = jury->start[c->entry[a]], s = jury->start[c->entry[b]];
    while (r < jury->start[c->entry[a] + 1] && s < jury->start[c->entry[b] + 1]) {
        const size_t x = jury->row[r], y = jury->row[s];
        const int32_t left = jury->in.judge[x], right = jury->in.judge[y];
        r += left <= right;
        s += right <= left;
        if (left != right) continue;
        c->both[a * c->n + b]++;
        c->prefer[a * c->n + b] += skpi__varies(jury->in.score[y], jury->in.score[x]);
        c->prefer[b * c->n + a] += skpi__varies(jury->in.score[x], jury->in.score[y]);
    }
}

static void order_points(order_call *c)
{
    const size_t n = c->n;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < a; b++) {
            order_pair(c, a, b);
            const int32_t above = c->prefer[a * n + b], below = c->prefer[b * n + a];
            const double tied = (double)(c->both[a * n + b] - above - below) / 2;
            const double won = (above > below) - (above < below);
            c->points[a] += c->rule == SKPI_AWARD_RULE_COPELAND ? won : above + tied;
            c->points[b] += c->rule == SKPI_AWARD_RULE_COPELAND ? -won : below + tied;
        }
}

/* The order of the points, under Kemeny's rule that of least cost. */
static int32_t order_places(order_call *c)
{
    const size_t n = c->n;
    const skpi__award_kemeny k = {n, c->prefer, c->cost, c->order, c->order + n};
    skpi__ranking(n, NULL, c->points, 1, 0, SKPI_NONE, c->room, c->place);
    skpi__ranking_sort(n, NULL, c->points, 1, c->room);
    for (size_t i = 0; i < n; i++) c->order[i] = (uint32_t)c->room[i].at;
    if (c->rule != SKPI_AWARD_RULE_KEMENY) return 0;
    if (n <= SKPI__AWARD_KEMENY_EXACT)
        skpi__award_kemeny_exact(&k);
    else
        skpi__award_kemeny_search(&k);
    for (size_t i = 0; i < n; i++) {
        c->place[c->order[i]] = (int32_t)i + 1;
        c->points[i] = NAN;
    }
    return n > SKPI__AWARD_KEMENY_EXACT ? SKPI_WNOTCONVERGED : 0;
}

static void order_write(const order_call *c, const skpi_award_order_out *out)
{
    const size_t all = c->jury->in.n_entries;
    for (size_t i = 0; i < all; i++) {
        skpi__set_int(out->place, i, SKPI_NONE);
        skpi__set(out->points, i, NAN);
    }
    for (size_t i = 0; out->prefer && i < all * all; i++) out->prefer[i] = 0;
    for (size_t i = 0; i < c->n; i++) {
        skpi__set_int(out->place, c->entry[i], c->place[i]);
        skpi__set(out->points, c->entry[i], c->points[i]);
        for (size_t j = 0; j < c->n; j++)
            skpi__set_int(out->prefer, c->entry[i] * all + c->entry[j], c->prefer[i * c->n + j]);
    }
    skpi__set(out->cost, 0, (double)skpi__award_kemeny_cost(c->n, c->prefer, c->order));
}

static skpi_status order_run(skpi__at at, order_call *c, const skpi_award_order_out *out)
{
    const size_t n = c->n, costs = c->rule == SKPI_AWARD_RULE_KEMENY && n <= SKPI__AWARD_KEMENY_EXACT
                                       ? SKPI__AWARD_KEMENY_ROOM(n)
                                       : 0;
    const skpi__piece pieces[] = {
        SKPI__PIECE(c->entry, n, 1),  SKPI__PIECE(c->prefer, n, n),          SKPI__PIECE(c->both, n, n),
        SKPI__PIECE(c->points, n, 1), SKPI__PIECE(c->room, n, SKPI__RANKED), SKPI__PIECE(c->place, n, 1),
        SKPI__PIECE(c->order, n, 2),  SKPI__PIECE(c->cost, costs, 1)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    if (!c->block) return skpi__no_memory(at, "scores->n_entries", c->jury->in.n_entries);
    for (size_t i = 0, k = 0; i < c->jury->in.n_entries; i++)
        if (c->jury->start[i + 1] > c->jury->start[i]) c->entry[k++] = i;
    order_points(c);
    const int32_t warnings = order_places(c);
    order_write(c, out);
    return (skpi_status)(warnings | skpi__award_jury_warnings(c->jury));
}

static skpi_status order_check(skpi__at at, const skpi__award_jury *jury, int32_t rule, skpi_award_order_out *out,
                               skpi_award_order_out *to)
{
    static const int32_t rules[] = {SKPI_AWARD_RULE_BORDA, SKPI_AWARD_RULE_COPELAND, SKPI_AWARD_RULE_KEMENY, 0};
    skpi_status s;
    if ((s = skpi__choice(at, "rule", rule, rules, "a rule for one order (enum skpi_award_rule)")) ||
        (s = SKPI__STRUCT(at, out, 0, to)))
        return s;
    return skpi__array_size(at, "scores->n_entries", jury->in.n_entries, jury->in.n_entries);
}

skpi_status skpi_award_order(const skpi_award_scores *scores, int32_t rule, skpi_award_order_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi__award_jury jury;
    skpi_award_order_out to;
    skpi_status s = skpi__award_jury_new(at, scores, &jury);
    if (!s) s = order_check(at, &jury, rule, out, &to);
    if (!s) {
        order_call c = {.jury = &jury, .rule = rule, .n = jury.entries};
        s = order_run(at, &c, &to);
        free(c.block);
    }
    skpi__award_jury_free(&jury);
    return s;
}
