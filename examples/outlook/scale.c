/* Series of figures whose scales are compared.  Where two do not fit, the other comparisons say which of them is wrong. */
#include "scale.h"
#include "figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SCALE_KEPT, SCALE_UNUSUAL, SCALE_BROKEN };

/* The pair of figures of a relation that is farthest from what is usual. */
typedef struct scale_finding {
    int level;
    size_t count;      /* pairs that could be compared */
    size_t at_a, at_b; /* positions in the series */
    double ratio, low, high;
} scale_finding;

static void *scale_grown(void *list, size_t n, size_t *room, size_t size)
{
    if (n < *room) return list;
    *room = *room ? 2 * *room : 16;
    void *more = program_memory(*room, size);
    if (n) memcpy(more, list, n * size);
    free(list);
    return more;
}

size_t scale_series_add(scale *s, const csv *t, const void *place, size_t column, size_t unit, enum scale_kind kind)
{
    s->series = scale_grown(s->series, s->n_series, &s->series_room, sizeof *s->series);
    s->series[s->n_series] = (scale_series){.table = t, .place = place, .column = column, .unit = unit, .kind = kind};
    return s->n_series++;
}

void scale_point(scale *s, size_t series, size_t row, int32_t year, double value)
{
    scale_series *a = &s->series[series];
    if (!(value > 0)) return;
    if (a->n == a->room) {
        size_t rooms[] = {a->room, a->room, a->room};
        a->row = scale_grown(a->row, a->n, &rooms[0], sizeof *a->row);
        a->year = scale_grown(a->year, a->n, &rooms[1], sizeof *a->year);
        a->value = scale_grown(a->value, a->n, &rooms[2], sizeof *a->value);
        a->room = rooms[0];
    }
    a->row[a->n] = row;
    a->year[a->n] = year;
    a->value[a->n++] = value;
}

void scale_compare(scale *s, scale_relation r)
{
    if (!s->series[r.a].n || (r.b != SCALE_ALONE && !s->series[r.b].n)) return;
    s->relation = scale_grown(s->relation, s->n_relations, &s->relations_room, sizeof *s->relation);
    s->relation[s->n_relations++] = r;
}

void scale_release(scale *s)
{
    for (size_t i = 0; i < s->n_series; i++) {
        free(s->series[i].row);
        free(s->series[i].year);
        free(s->series[i].value);
    }
    free(s->series);
    free(s->relation);
    *s = (scale){.n_series = 0};
}

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

double scale_value(const scale *s, size_t series, int32_t year, int32_t apart)
{
    const scale_series *b = &s->series[series];
    size_t best = b->n;
    for (size_t k = 0; k < b->n; k++)
        if (abs(b->year[k] - year) <= apart && (best == b->n || abs(b->year[k] - year) < abs(b->year[best] - year)))
            best = k;
    return best < b->n ? b->value[best] : (double)NAN;
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

/* What most probably happened to a figure that is too large or, below 1, too small by a factor. */
static const char *scale_meant(const scale_series *s, size_t row, int steps)
{
    static char words[160];
    static const char *const size[] = {"a thousand", "a million", "a thousand million"};
    static const char *const money[] = {"", "thousand", "mn", "bn", "tn"}, *const co2[] = {"t", "kt", "Mt", "Gt"};
    const char *const *name = s->kind == SCALE_MONEY ? money : co2;
    const int names = s->kind == SCALE_MONEY ? 5 : s->kind == SCALE_CO2 ? 4 : 0;
    int used = snprintf(words, sizeof words, ": %s?", size[abs(steps) - 1]);
    char *more = words + used;
    const size_t room = sizeof words - (size_t)used;
    if (s->kind == SCALE_PEOPLE && abs(steps) == 1)
        snprintf(more, room, " %s instead of thousands?", steps > 0 ? "Persons" : "Millions");
    for (int i = 0; i < names; i++)
        if (!strcmp(csv_raw(s->table, row, s->unit), name[i]) && i - steps >= 0 && i - steps < names)
            snprintf(more, room, " In %s instead of %s?", *name[i - steps] ? name[i - steps] : "single units",
                     *name[i] ? name[i] : "single units");
    return words;
}

/* mine: 1 where the figure is in the numerator. */
static const char *scale_guess(const scale_series *s, size_t row, const scale_finding *f, int mine)
{
    const int up = (f->ratio > f->high) == mine;
    const double away = f->ratio > f->high ? f->ratio / f->high : f->low / f->ratio;
    if (s->kind == SCALE_SHARE) {
        const int high = f->ratio > f->high;
        const double by_100 = high ? f->ratio / 100 : f->ratio * 100, by_10 = high ? f->ratio / 10 : f->ratio * 10;
        if (by_100 >= f->low && by_100 <= f->high) return up ? ": percent?" : ": divided by 100 once too often?";
        return by_10 >= f->low && by_10 <= f->high ? ": a decimal place?" : "";
    }
    for (int steps = 1; steps <= 3; steps++)
        if (away <= pow(1000, steps)) { /* the least that brings it back into the range */
            const double fits = f->ratio > f->high ? f->ratio / pow(1000, steps) : f->ratio * pow(1000, steps);
            return fits >= f->low && fits <= f->high ? scale_meant(s, row, up ? steps : -steps) : "";
        }
    return "";
}

/* A figure and its unit, as they stand in the file. */
static const char *scale_figure(const scale_series *s, size_t row, char *to, size_t room)
{
    const char *unit = csv_raw(s->table, row, s->unit);
    snprintf(to, room, "%.60s%s%.20s", csv_raw(s->table, row, s->column), *unit ? " " : "", unit);
    return to;
}

/* "2,310,000,000", not 2.31e+09. */
static const char *scale_number(double value)
{
    if (!(fabs(value) >= 1000)) return trimmed(value, fabs(value) >= 1 ? 1 : fabs(value) >= 1e-3 ? 4 : 9);
    const double unit = pow(10, floor(log10(fabs(value))) - 2);
    return trimmed(round(value / unit) * unit, 0);
}

static void scale_say(const scale *s, const scale_relation *r, const scale_finding *f, int blame_b)
{
    const scale_series *a = &s->series[r->a], *b = r->b == SCALE_ALONE ? NULL : &s->series[r->b],
                       *own = blame_b ? b : a, *other = blame_b ? a : b;
    const size_t row = own->row[blame_b ? f->at_b : f->at_a],
                 beside = other ? other->row[blame_b ? f->at_a : f->at_b] : 0;
    char mine[100], theirs[100] = "", where[400] = "", text[900];
    const char *guess = scale_guess(own, row, f, !blame_b), *title = csv_title(own->table, own->column);
    scale_figure(own, row, mine, sizeof mine);
    if (other) {
        scale_figure(other, beside, theirs, sizeof theirs);
        snprintf(where, sizeof where, "%.300s%srow %zu", other->table == own->table ? "" : csv_name(other->table),
                 other->table == own->table ? "" : ", ", csv_line(other->table, beside));
    }
    if (!other)
        snprintf(text, sizeof text, "%s %s: %s %s%s%s is %s than is usual, %s to %s%s", title, mine, r->what,
                 scale_number(f->ratio), *r->unit ? " " : "", r->unit, f->ratio > f->high ? "more" : "less",
                 scale_number(f->low), scale_number(f->high), guess);
    else if (!r->what)
        snprintf(text, sizeof text, "%s %s is %s times the %s of %s%s", title, mine,
                 scale_number(blame_b ? 1 / f->ratio : f->ratio), theirs, where, guess);
    else
        snprintf(text, sizeof text, "%s %s, with the %s %s of %s: %s %s%s%s, where %s to %s is usual%s", title, mine,
                 csv_title(other->table, other->column), theirs, where, r->what, scale_number(f->ratio),
                 *r->unit ? " " : "", r->unit, scale_number(f->low), scale_number(f->high), guess);
    if (f->level == SCALE_BROKEN && r->slack != SCALE_EVIDENCE) csv_fail(own->table, row, own->column, "%s", text);
    csv_warn(own->table, row, own->column, "%s", text);
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

static int scale_votes(const scale *s, const scale_finding *f, size_t series)
{
    const int column = scale_suspected(s, f, series, 1), place = scale_suspected(s, f, series, 0);
    return column > place ? column : place;
}

void scale_tell(const scale *s)
{
    scale_finding *f = program_memory(s->n_relations, sizeof *f);
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        f[k] = r->a == r->b ? scale_find_own(s, r) : scale_find(s, r);
    }
    for (size_t k = 0; k < s->n_relations; k++) /* a row among its own kind is the surest */
        if (s->relation[k].a == s->relation[k].b && f[k].level == SCALE_BROKEN) scale_say(s, &s->relation[k], &f[k], 0);
    size_t worst = s->n_relations;
    int most = 0, blame_b = 0; /* where there is a worst */
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        if (f[k].level != SCALE_BROKEN) continue;
        const int a = scale_votes(s, f, r->a), b = r->b == SCALE_ALONE ? a - 1 : scale_votes(s, f, r->b),
                  votes = 2 * (a >= b ? a : b) + !r->what; /* of two that say the same, figures of the same thing */
        if (worst < s->n_relations && votes <= most) continue;
        worst = k;
        most = votes;
        blame_b = b > a;
    }
    if (worst < s->n_relations) scale_say(s, &s->relation[worst], &f[worst], blame_b);
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        if (f[k].level != SCALE_UNUSUAL || r->slack == SCALE_EVIDENCE) continue;
        scale_say(s, r, &f[k],
                  r->b != SCALE_ALONE && r->b != r->a && scale_votes(s, f, r->b) > scale_votes(s, f, r->a));
    }
    free(f);
}
