/* Where two series do not fit, the other comparisons say which of them is wrong. */
#include "scale.h"
#include "scale_finding.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SCALE_UNKNOWN = -1000000 }; /* votes that were not counted yet */

static int scale_level(const scale_relation *r, double ratio, double low, double high)
{
    if (ratio >= low && ratio <= high) return SCALE_KEPT;
    return r->slack == SCALE_EVIDENCE || (ratio > low / r->slack && ratio < high * r->slack) ? SCALE_UNUSUAL
                                                                                             : SCALE_BROKEN;
}

/* The position in b of the same row, or in another table or place of the nearest year; b's number where none is near enough. */
static size_t scale_nearest(const scale_series *a, size_t i, const scale_series *b, int32_t apart)
{
    size_t best = b->n;
    for (size_t k = 0; k < b->n; k++) {
        const int years = abs(b->year[k] - a->year[i]);
        if (a->table == b->table && a->place == b->place ? b->row[k] != a->row[i] : years > apart) continue;
        if (best == b->n || years < abs(b->year[best] - a->year[i])) best = k;
    }
    return best;
}

/* The first pair of two series, or the first value of one, that is worse than all before. */
static scale_finding scale_find(const scale *s, const scale_relation *r)
{
    const scale_series *a = &s->series[r->a], *b = r->b == SCALE_ALONE ? NULL : &s->series[r->b];
    scale_finding worst = {.low = r->low, .high = r->high};
    for (size_t i = 0; i < a->n; i++) {
        const size_t k = b ? scale_nearest(a, i, b, r->apart) : 0;
        if (b && k == b->n) continue;
        const double ratio = a->value[i] / (b ? b->value[k] : 1);
        const int level = scale_level(r, ratio, r->low, r->high);
        const size_t count = worst.count + 1;
        if (level > worst.level) worst = (scale_finding){level, count, i, k, ratio, r->low, r->high};
        worst.count = count;
    }
    return worst;
}

/* 1: the value alone is outside of what such a figure can be. */
static int scale_odd(const scale *s, size_t series, double value)
{
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        if (r->a == series && r->b == SCALE_ALONE && !(value >= r->low && value <= r->high)) return 1;
    }
    return 0;
}

/* Of pairs of rows of one series that do not fit: the row that is in most of them and fits least others, the later one of
 * two, with the nearest partner. */
static scale_finding scale_find_own(const scale *s, const scale_relation *r)
{
    const scale_series *a = &s->series[r->a];
    scale_finding worst = {.low = r->low, .high = r->high};
    long most = 0;
    size_t pairs = 0;
    for (size_t i = 0; i < a->n; i++) {
        scale_finding mine = {.level = SCALE_KEPT};
        long score = scale_odd(s, r->a, a->value[i]);
        for (size_t k = 0; k < a->n; k++) {
            const int years = abs(a->year[i] - a->year[k]);
            if (k == i || years > r->apart) continue;
            const double power = years < 1   ? 1
                                 : years < 5 ? years
                                             : 5,
                         low = pow(r->low, power), high = pow(r->high, power), ratio = a->value[i] / a->value[k];
            const int level = scale_level(r, ratio, low, high);
            pairs++;
            score += level == SCALE_KEPT ? -2 : 2;
            if (level > mine.level || (level && level == mine.level && years < abs(a->year[i] - a->year[mine.at_b])))
                mine = (scale_finding){level, 0, i, k, ratio, low, high};
        }
        if (mine.level > worst.level || (mine.level && mine.level == worst.level && score >= most)) {
            worst = mine;
            most = score;
        }
    }
    worst.count = pairs;
    return worst;
}

static int scale_same_column(const scale *s, size_t a, size_t b)
{
    return s->series[a].table == s->series[b].table && s->series[a].column == s->series[b].column;
}

/* 1: both compare the same two columns in the same respect: together they count once. */
static int scale_alike(const scale *s, const scale_relation *e, const scale_relation *r)
{
    if (e->what != r->what && !(e->what && r->what && !strcmp(e->what, r->what))) return 0;
    if (!scale_same_column(s, e->a, r->a) || (e->b == SCALE_ALONE) != (r->b == SCALE_ALONE)) return 0;
    return r->b == SCALE_ALONE || ((e->a == e->b) == (r->a == r->b) && scale_same_column(s, e->b, r->b));
}

/* 1: the series is of this one's column, and of its place unless the whole column is meant. */
static int scale_within(const scale *s, size_t a, size_t series, int whole)
{
    return scale_same_column(s, a, series) && (whole || s->series[a].place == s->series[series].place);
}

/* 1: the comparison would come out differently if this column, or its place, were in another unit. */
static int scale_affected(const scale *s, const scale_relation *r, size_t series, int whole)
{
    const int a = scale_within(s, r->a, series, whole), b = r->b != SCALE_ALONE && scale_within(s, r->b, series, whole);
    return a != b || (!a && r->also && scale_within(s, r->also - 1, series, whole));
}

/* How much speaks for another unit of a column, or of one of its places; evidence decides a tie. */
static int scale_suspected(const scale *s, const scale_finding *f, size_t series, int whole)
{
    int votes = 0;
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        int kept = 1, first = 1;
        if (!f[k].count || !scale_affected(s, r, series, whole)) continue;
        for (size_t i = 0; i < s->n_relations; i++) {
            const scale_relation *e = &s->relation[i];
            if (!f[i].count || !scale_alike(s, e, r) || !scale_affected(s, e, series, whole)) continue;
            first &= i >= k;
            kept &= f[i].level == SCALE_KEPT;
        }
        if (first) votes += kept ? -2 : r->slack == SCALE_EVIDENCE ? 3 : 2;
    }
    return votes;
}

static int scale_votes(const scale *s, const scale_finding *f, size_t series, int *known)
{
    if (known[series] == SCALE_UNKNOWN) {
        const int column = scale_suspected(s, f, series, 1), place = scale_suspected(s, f, series, 0);
        known[series] = column > place ? column : place;
    }
    return known[series];
}

/* The finding to be refused: the one of which most speaks against either side; n_relations where there is none. */
static size_t scale_worst(const scale *s, const scale_finding *f, int *known, int *blame_b)
{
    size_t worst = s->n_relations;
    int most = 0; /* where there is a worst */
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        if (f[k].level != SCALE_BROKEN) continue;
        const int a = scale_votes(s, f, r->a, known),
                  b = r->b == SCALE_ALONE || s->series[r->b].fixed ? a - 1 : scale_votes(s, f, r->b, known),
                  votes = 2 * (a >= b ? a : b) + !r->what; /* of two that say the same, figures of the same thing */
        if (worst < s->n_relations && votes <= most) continue;
        worst = k;
        most = votes;
        *blame_b = b > a;
    }
    return worst;
}

static int scale_doubted(const scale *s, const scale_finding *f, size_t k)
{
    return f[k].level == SCALE_UNUSUAL && s->relation[k].slack != SCALE_EVIDENCE;
}

/* Tells what is unusual once for all places of a column. */
static void scale_doubt(const scale *s, const scale_finding *f, size_t k, int *known)
{
    const scale_relation *r = &s->relation[k];
    size_t more = 0;
    for (size_t i = 0; i < s->n_relations; i++) {
        if (i == k || !scale_doubted(s, f, i) || !scale_alike(s, &s->relation[i], r)) continue;
        if (i < k) return;
        more++;
    }
    const int two = r->b != SCALE_ALONE && r->b != r->a && !s->series[r->b].fixed;
    scale_say(s, r, &f[k], two && scale_votes(s, f, r->b, known) > scale_votes(s, f, r->a, known), more);
}

void scale_tell(const scale *s, int *proved)
{
    scale_finding *f = program_memory(s->n_relations, sizeof *f);
    int *known = program_memory(s->n_series, sizeof *known), blame_b = 0;
    for (size_t i = 0; i < s->n_series; i++) known[i] = SCALE_UNKNOWN;
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        f[k] = r->a == r->b ? scale_find_own(s, r) : scale_find(s, r);
    }
    for (size_t k = 0; k < s->n_relations; k++) /* a row among its own kind is the surest */
        if (s->relation[k].a == s->relation[k].b && f[k].level == SCALE_BROKEN)
            scale_say(s, &s->relation[k], &f[k], 0, 0);
    const size_t worst = scale_worst(s, f, known, &blame_b);
    if (worst < s->n_relations) scale_say(s, &s->relation[worst], &f[worst], blame_b, 0);
    for (size_t k = 0; k < s->n_relations; k++)
        if (scale_doubted(s, f, k)) scale_doubt(s, f, k, known);
    scale_prove(s, f, proved);
    free(f);
    free(known);
}
