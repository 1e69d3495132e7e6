/* Figures whose scales do not fit, in words: both, what is usual, and which unit was probably meant. */
#include "scale_finding.h"
#include "figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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
    /* 1 t of carbon is 3.664 t of CO2; a wide range would not tell such a factor from others */
    const double co2 = f->ratio > f->high ? f->ratio / 3.664 : f->ratio * 3.664;
    if (s->kind == SCALE_CO2 && f->high < 3 * f->low && co2 >= f->low && co2 <= f->high)
        return ": is one of them carbon, not CO2?";
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

void scale_say(const scale *s, const scale_relation *r, const scale_finding *f, int blame_b, size_t more)
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
    if (more)
        csv_warn(own->table, row, own->column, "%s (and %zu more in this column)", text, more);
    else
        csv_warn(own->table, row, own->column, "%s", text);
}
