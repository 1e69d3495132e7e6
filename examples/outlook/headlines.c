/* The five figures at the top: each with its range, its kind and its source. */
#include "outlook.h"

#include <math.h>
#include <string.h>

static int at = 1;

static void headline(const char *figure, const char *what, const char *kind, const char *range, const char *source)
{
    printf("\n  %d  %-18s %s: %s\n", at++, figure, kind, what);
    printf("     %-18s %s\n     %-18s %s\n", "range", range, "source", source);
}

static const char *headline_source(const outlook *o, enum table t, size_t row)
{
    return csv_raw(o->table[t], row, csv_column(o->table[t], "source"));
}

/* The latest figure of a place, a quotient of the core before any other. */
static const digital_row *latest(const outlook *o, int city)
{
    const digital_row *best = NULL;
    for (size_t i = 0; i < o->digitals; i++) {
        const digital_row *d = &o->digital[i];
        int core = !isnan(d->share) && !strcmp(d->scope, "core"),
            other = best && !isnan(best->share) && !strcmp(best->scope, "core");
        if (d->place->is_city != city || (city && best && d->place != best->place)) continue;
        if (!best || core > other || (core == other && d->year >= best->year)) best = d;
    }
    return best;
}

static void headline_digital(const outlook *o, int city)
{
    const digital_row *d = latest(o, city);
    char figure[60], what[200], range[120];
    if (!d) {
        headline("unknown", city ? "no city's digital economy is known" : "the country's digital economy is not known",
                 "observed", "-", csv_name(o->table[DIGITAL]));
        return;
    }
    int floor_only = !strcmp(d->bound, "at_least");
    snprintf(figure, sizeof figure, "%s%s %%",
             floor_only  ? "at least "
             : *d->bound ? "about "
                         : "",
             trimmed(100 * (isnan(d->share) ? d->published : d->share), *d->bound ? 1 : 3));
    snprintf(what, sizeof what, "digital economy in the GDP of %s, %d, %s", d->place->name, (int)d->year, d->label);
    if (floor_only)
        snprintf(range, sizeof range, "a lower bound; no upper bound is known%s",
                 strcmp(d->scope, "unstated") ? "" : "; definition unstated");
    else if (isnan(d->low))
        snprintf(range, sizeof range, "no other definition is known for this year");
    else
        snprintf(range, sizeof range, "%s to %s %% by definition", trimmed(100 * d->low, 3), trimmed(100 * d->high, 3));
    headline(figure, what, "observed", range, headline_source(o, DIGITAL, d->row));
}

static void headline_urban(const outlook *o)
{
    char figure[60], what[200], range[120], source[200];
    for (size_t i = 0; i < o->years; i++) {
        const year_row *y = &o->year[i];
        if (y->year != LAST_TABLE_YEAR) continue;
        snprintf(figure, sizeof figure, "%s %%", percent(y->share, 3));
        snprintf(what, sizeof what, "urban share of %s in %d, %s definition", o->place[0].name, (int)y->year,
                 csv_raw(o->table[URBAN], 0, csv_column(o->table[URBAN], "definition")));
        snprintf(range, sizeof range, "%s to %s %% (80 %% range%s)", percent(y->low, 1), percent(y->high, 1),
                 y->beyond ? ", extrapolated" : "");
        snprintf(source, sizeof source, "method of the UN from the share of %d, %s", (int)o->urban_last,
                 headline_source(o, URBAN, 0));
        headline(figure, what, "projected", range, source);
    }
}

static void city(const outlook *o)
{
    char figure[60], what[200], range[120], source[200];
    if (!o->cities) {
        headline("unknown", "the file has no population of a city", "projected", "-", csv_name(o->table[CITIES]));
        return;
    }
    const city_row *c = &o->city[0];
    double a = c->population[LAST_CITY_YEAR - BASE_YEAR], b = c->other[LAST_CITY_YEAR - BASE_YEAR];
    snprintf(figure, sizeof figure, "%s thousand", number(a, 0));
    snprintf(what, sizeof what, "inhabitants of %s in %d, built-up area", c->place->name, LAST_CITY_YEAR);
    if (isnan(b) || !c->own_first)
        snprintf(range, sizeof range, "unknown: there is only one growth rate");
    else
        snprintf(range, sizeof range, "%s to %s thousand, depending on the first growth rate (a sensitivity)",
                 number(a < b ? a : b, 0), number(a < b ? b : a, 0));
    snprintf(source, sizeof source, "method of the UN from %s", headline_source(o, CITIES, 0));
    headline(figure, what, "projected", range, source);
}

static void carbon(const outlook *o)
{
    char figure[60], what[200], range[120], source[200];
    snprintf(figure, sizeof figure, "%.3f C", o->best);
    snprintf(what, sizeof what, "warming by %.0f from %g Gt of CO2 of %s, %.0f to %.0f", o->t_net_zero, o->budget,
             o->place[0].name, o->t0, o->t_net_zero);
    snprintf(range, sizeof range, "%.3f to %.3f C (likely)", o->cool, o->warm);
    snprintf(source, sizeof source, "IPCC AR6 response; %s", headline_source(o, CARBON, 0));
    headline(figure, what, "assumed", range, source);
}

void print_headlines(const outlook *o)
{
    printf("City outlook: %s", o->place[0].name);
    for (size_t i = 1; i < o->places; i++) printf("%s %s", i > 1 ? "," : " with", o->place[i].name);
    printf("\nlibsmartkpi %s.  Each row is observed (published, or a quotient of published figures),\n"
           "projected (by a method, from observations) or assumed (a choice).\n\nFive figures",
           skpi_version());
    headline_digital(o, 0);
    headline_digital(o, 1);
    headline_urban(o);
    city(o);
    carbon(o);
}
