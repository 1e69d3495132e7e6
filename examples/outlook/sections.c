/* The sections of the outlook, in the order of the report. */
#include "sections.h"
#include "markup.h"

#include <string.h>

enum { TABLES_A_SECTION = 5 };

typedef struct section_tables {
    const char *key, *title, *without;                        /* without: "no gdp.csv: no ..." */
    enum table need[TABLES_A_SECTION], use[TABLES_A_SECTION]; /* PLACES, which every section needs, ends a list */
} section_tables;

static const section_tables section_of[SECTIONS] = {
    [SECTION_DIGITAL] = {"digital",
                         "Digital economy (broad and core count different things: never join them)",
                         "digital economy",
                         {DIGITAL},
                         {GDP}},
    [SECTION_INVESTMENT] = {"investment",
                            "Investment in digital projects",
                            "effects of an investment",
                            {INVESTMENT, IO_SECTORS, IO_FLOWS},
                            {GDP}},
    [SECTION_URBAN] = {"urban",
                       "Urban share",
                       "urban share",
                       {URBAN_HISTORY},
                       {POPULATION, URBAN_OBSERVED, URBAN_PUBLISHED, URBAN_EARLIER}},
    [SECTION_CITIES] = {"cities",
                        "City populations (built-up areas: never divide a municipality's GDP or CO2 by them)",
                        "city populations",
                        {CITIES, URBAN_HISTORY, POPULATION},
                        {PLACES}},
    [SECTION_CARBON] = {"carbon",
                        "CO2: the path to net zero under a budget",
                        "CO2 path",
                        {CARBON, CARBON_HISTORY},
                        {CARBON_WAYPOINTS, CARBON_SINCE}},
    [SECTION_SHARING] = {"sharing",
                         "The budget per head",
                         "budget per head",
                         {CARBON, CARBON_HISTORY, CITIES, URBAN_HISTORY, POPULATION},
                         {PLACES}},
    [SECTION_CITY_PEAKS] =
        {"city_peaks", "CO2 of municipalities: has it peaked?", "peaks of cities", {CARBON_CITIES}, {PLACES}},
    [SECTION_VERDICT] =
        {"verdict", "Verdict on the goals for CO2", "verdict", {CARBON_KAYA, CARBON_GOALS}, {CARBON, CARBON_HISTORY}},
    [SECTION_INDEX] =
        {"index", "City index: how far its ranks hold", "city index", {INDEX_CITIES, INDEX_DIMENSIONS}, {PLACES}},
    [SECTION_PEERS] = {"peers", "Peer cities: which to ask", "peer cities", {INDEX_CITIES, INDEX_DIMENSIONS}, {PLACES}},
};

/* The names of a list of tables between two texts; nothing where the list is empty. */
static size_t help_tables(char *to, size_t room, const enum table *t, const char *begin, const char *end)
{
    size_t used = 0;
    for (size_t k = 0; k < TABLES_A_SECTION && t[k] != PLACES; k++)
        used += (size_t)snprintf(to + used, room - used, "%s%s", k ? ", " : begin, table_name[t[k]]);
    if (used) used += (size_t)snprintf(to + used, room - used, "%s", end);
    return used;
}

char *sections_help(const char *begin, const char *end)
{
    const size_t room = strlen(begin) + strlen(end) + SECTIONS * 300;
    char *help = program_memory(room, 1);
    size_t used = (size_t)snprintf(help, room, "%s", begin);
    for (int s = 0; s < SECTIONS; s++) {
        used += (size_t)snprintf(help + used, room - used, "  %-25s", section_of[s].without);
        used += help_tables(help + used, room - used, section_of[s].need, " ", "");
        used += help_tables(help + used, room - used, section_of[s].use, " (", ")");
        used += (size_t)snprintf(help + used, room - used, "\n");
    }
    snprintf(help + used, room - used, "%s", end);
    return help;
}

static int section_there(const tables *in, int s)
{
    for (size_t k = 0; k < TABLES_A_SECTION && section_of[s].need[k] != PLACES; k++)
        if (!table_given(in, section_of[s].need[k])) return 0;
    return 1;
}

static void section_columns(const tables *in, int s)
{
    for (size_t k = 0; k < TABLES_A_SECTION && section_of[s].need[k] != PLACES; k++)
        table_columns(in, section_of[s].need[k]);
    for (size_t k = 0; k < TABLES_A_SECTION && section_of[s].use[k] != PLACES; k++)
        if (table_given(in, section_of[s].use[k])) table_columns(in, section_of[s].use[k]);
}

void sections_compute(outlook *o, int *there)
{
    const tables *in = &o->in;
    for (int s = 0; s < SECTIONS; s++)
        if ((there[s] = section_there(in, s))) section_columns(in, s);
    contradictions_tell(in, &o->unproved);
    if (there[SECTION_DIGITAL]) digital_compute(&o->digital, in);
    if (there[SECTION_INVESTMENT]) investments_compute(&o->investments, in);
    if (there[SECTION_URBAN]) urban_compute(&o->urban, in);
    if (there[SECTION_CITIES]) cities_compute(&o->cities, in, &o->urban);
    if (there[SECTION_CARBON]) carbon_compute(&o->carbon, in);
    if (there[SECTION_SHARING]) sharing_compute(&o->sharing, &o->urban, &o->cities, &o->carbon);
    if (there[SECTION_CITY_PEAKS]) city_peaks_compute(&o->city_peaks, in);
    if (there[SECTION_VERDICT]) verdict_compute(&o->verdict, in, there[SECTION_CARBON] ? &o->carbon : NULL);
    if (there[SECTION_INDEX]) city_index_compute(&o->city_index, in);
    if (there[SECTION_PEERS]) peers_compute(&o->peers, &o->city_index);
}

/* "No gdp.csv: no digital economy.", or "gdp.csv has no rows: no digital economy." */
static const char *section_absent(report *r, const tables *in, int s)
{
    const char *none = "", *empty = "";
    size_t empties = 0;
    for (size_t k = 0; k < TABLES_A_SECTION && section_of[s].need[k] != PLACES; k++) {
        const enum table t = section_of[s].need[k];
        if (table_given(in, t)) continue;
        if (!in->table[t]) {
            none = report_words(r, "%s%s%s", *none ? none : "No ", *none ? ", " : "", table_file(t));
            continue;
        }
        empty = report_words(r, "%s%s%s", empty, *empty ? ", " : "", table_file(t));
        empties++;
    }
    if (empties) empty = report_words(r, "%s%s %s no rows", *none ? "; " : "", empty, empties > 1 ? "have" : "has");
    return report_words(r, "%s%s: no %s.", none, empty, section_of[s].without);
}

static int table_listed(const enum table *list, enum table t)
{
    for (size_t k = 0; k < TABLES_A_SECTION && list[k] != PLACES; k++)
        if (list[k] == t) return 1;
    return 0;
}

/* "No section uses population.csv." */
static const char *tables_unused(report *r, const tables *in, const int *there)
{
    const char *list = "";
    for (int t = PLACES + 1; t < TABLES; t++) {
        int used = t == COUNTRIES || !table_given(in, (enum table)t);
        for (int s = 0; s < SECTIONS && !used; s++)
            used = there[s] &&
                   (table_listed(section_of[s].need, (enum table)t) || table_listed(section_of[s].use, (enum table)t));
        if (!used) list = report_words(r, "%s%s%s", list, *list ? ", " : "", table_file((enum table)t));
    }
    return *list ? report_words(r, "No section uses %s: see --help for what else is needed.", list) : NULL;
}

/* 1: a section that is not there needs the table, and says why. */
static int table_told(const int *there, enum table t)
{
    int told = 0;
    for (int s = 0; s < SECTIONS; s++) told |= !there[s] && table_listed(section_of[s].need, t);
    return told;
}

/* "urban_observed.csv has no rows: nothing is taken from it." */
static const char *tables_empty(report *r, const tables *in, const int *there)
{
    const char *list = "";
    size_t n = 0;
    for (int t = PLACES + 1; t < TABLES; t++) {
        if (!in->table[t] || csv_rows(in->table[t]) || table_told(there, (enum table)t)) continue;
        list = report_words(r, "%s%s%s", list, n++ ? ", " : "", table_file((enum table)t));
    }
    return n ? report_words(r, "%s %s no rows: nothing is taken from %s.", list, n > 1 ? "have" : "has",
                            n > 1 ? "them" : "it")
             : NULL;
}

/* Beside the figures of a section: which of its units nothing would contradict, of each table once. */
static void section_unproved(report *r, const outlook *o, int s, int *said)
{
    const enum table *const lists[] = {section_of[s].need, section_of[s].use};
    const place *p = o->in.place;
    const char *list = "", *unknown = "";
    if (o->unproved.unknown && p->is_city && !*p->parent)
        unknown = report_words(r, " (places.csv names no country as parent of %s)", p->name);
    else if (o->unproved.unknown)
        unknown = report_words(r, " (countries.csv has no %s)", p->is_city ? p->parent : p->name);
    for (size_t l = 0; l < 2; l++)
        for (size_t k = 0; k < TABLES_A_SECTION && lists[l][k] != PLACES; k++) {
            const enum table t = lists[l][k];
            if (said[t]++ || !*o->unproved.of[t]) continue;
            list = report_words(r, "%s%s%s of %s", list, *list ? "; " : "", o->unproved.of[t], table_file(t));
        }
    if (*list)
        report_say(&r->section[s], REPORT_RESULT, REPORT_ALWAYS, "Units that nothing here could contradict: %s%s.",
                   list, unknown);
}

/* What was warned of while the tables were read and computed with. */
static void report_doubts(report *r)
{
    while (csv_warning(r->doubts)) r->doubts++;
    r->doubt = report_memory(r, r->doubts, sizeof *r->doubt);
    for (size_t k = 0; k < r->doubts; k++) r->doubt[k] = report_words(r, "%s", csv_warning(k));
}

void sections_report(const outlook *o, const int *there, report *r)
{
    const tables *in = &o->in;
    report_begin(r, SECTIONS);
    report_doubts(r);
    for (size_t i = 0; i < in->places; i++)
        if (*in->place[i].lang) {
            markup_language(in->place[i].name, in->place[i].lang);
            markup_language(in->place[i].name_local, in->place[i].lang);
        }
    const char *title = report_words(r, "City outlook: %s", in->place[0].name);
    for (size_t i = 1; i < in->places; i++)
        title = report_words(r, "%s%s %s", title, i > 1 ? "," : " with", in->place[i].name);
    r->title = title;
    r->subtitle = report_words(r, "libsmartkpi %s; observed: published, projected: by a method, assumed: a choice.",
                               skpi_version());
    for (int s = 0; s < SECTIONS; s++) {
        r->section[s].key = section_of[s].key;
        r->section[s].title = section_of[s].title;
        if (!there[s]) r->section[s].absent = section_absent(r, in, s);
    }
    r->unused = tables_unused(r, in, there);
    r->empty = tables_empty(r, in, there);
    report_figure_text(&r->section[0], "subject", in->place[0].name);
    report_figure_text(&r->section[0], "subject_key", in->place[0].key); /* where no font has the name */
    report_figure_text(&r->section[0], "subject_local", in->place[0].name_local);
    if (there[SECTION_DIGITAL]) digital_report(&o->digital, in, &r->section[SECTION_DIGITAL]);
    if (there[SECTION_INVESTMENT]) investments_report(&o->investments, in, &r->section[SECTION_INVESTMENT]);
    if (there[SECTION_URBAN]) urban_report(&o->urban, in, &r->section[SECTION_URBAN]);
    if (there[SECTION_CITIES]) cities_report(&o->cities, &r->section[SECTION_CITIES]);
    if (there[SECTION_CARBON]) carbon_report(&o->carbon, in, &r->section[SECTION_CARBON]);
    if (there[SECTION_SHARING]) sharing_say(&o->sharing, &o->carbon, &r->section[SECTION_CARBON]);
    if (there[SECTION_SHARING]) sharing_report(&o->sharing, &o->cities, &o->carbon, &r->section[SECTION_SHARING]);
    if (there[SECTION_CITY_PEAKS]) city_peaks_report(&o->city_peaks, &r->section[SECTION_CITY_PEAKS]);
    if (there[SECTION_VERDICT])
        verdict_report(&o->verdict, in, there[SECTION_CARBON] ? &o->carbon : NULL, &r->section[SECTION_VERDICT]);
    if (there[SECTION_INDEX]) city_index_report(&o->city_index, &r->section[SECTION_INDEX]);
    if (there[SECTION_PEERS]) peers_report(&o->peers, in, &r->section[SECTION_PEERS]);
    int said[TABLES] = {0};
    for (int s = 0; s < SECTIONS; s++)
        if (there[s]) section_unproved(r, o, s, said);
}

void sections_release(outlook *o)
{
    digital_release(&o->digital);
    investments_release(&o->investments);
    urban_release(&o->urban);
    cities_release(&o->cities);
    carbon_release(&o->carbon);
    sharing_release(&o->sharing);
    city_peaks_release(&o->city_peaks);
    verdict_release(&o->verdict);
    city_index_release(&o->city_index);
    peers_release(&o->peers);
    tables_release(&o->in);
    csv_warnings_free();
}
