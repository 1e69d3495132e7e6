/* Peer cities in the report. */
#include "peers.h"
#include "width.h"

#include <math.h>

enum { SHORT_ROWS = 5, SHORT_PEERS = 3, SHORT_WIDTH = 64 };
#define SURE .5 /* of the weightings: below this a peer rests on the choice of weights */

/* The columns of the short table. */
enum { SHORT_CITY, SHORT_LIST, SHORT_COLUMNS };

/* A line a city: "Hong Kong 100, Beijing 100, Moscow 72". */
static void peers_short(const peers *p, report_section *s)
{
    const city_index *x = p->index;
    const size_t k = p->n_peers < SHORT_PEERS ? p->n_peers : SHORT_PEERS;
    report *r = s->all;
    report_column *column = report_memory(r, SHORT_COLUMNS, sizeof *column);
    column[SHORT_CITY] = (report_column){.title = "city", .form = REPORT_TEXT};
    column[SHORT_LIST] = (report_column){
        .title = report_words(r, "nearest of %zu others; %% of weightings that keep %s", x->n - 1,
                              p->n_peers == 1 ? "it so" : report_words(r, "each in the first %zu", p->n_peers)),
        .form = REPORT_TEXT};
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, NULL, NULL, column, SHORT_COLUMNS);
    for (size_t i = 0; i < p->rows; i++) {
        const char *list = "";
        for (size_t q = 0; q < k; q++) {
            const peer *each = &p->peer[i * p->n_peers + q];
            const char *more = report_words(r, "%s%s%s %s", list, q ? ", " : "", x->city[each->city].name,
                                            percent(each->stability, 0));
            if (q && text_width(more) > SHORT_WIDTH) break;
            list = more;
        }
        sheet_row(t, i < SHORT_ROWS ? REPORT_ALWAYS : REPORT_FULL);
        sheet_say(t, SHORT_CITY, "%s", x->city[p->city[i]].name);
        sheet_say(t, SHORT_LIST, "%s", list);
    }
}

enum { PLACE, NAME, ORDER, PEER, PEER_NAME, DISTANCE, STABILITY, AHEAD, LEAD, COLUMNS };
static const report_column peer_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .title = "city", .form = REPORT_TEXT},
    [ORDER] = {.key = "order", .title = "order"},
    [PEER] = {.key = "peer", .form = REPORT_TEXT},
    [PEER_NAME] = {.key = "peer_name", .title = "peer", .form = REPORT_TEXT},
    [DISTANCE] = {.key = "distance", .title = "distance", .decimals = 2},
    [STABILITY] = {.key = "stability_percent", .title = "stays, %"},
    [AHEAD] = {.key = "ahead", .title = "ahead most in", .form = REPORT_TEXT},
    [LEAD] = {.key = "lead", .title = "by", .form = REPORT_SIGNED, .decimals = REPORT_TRIMMED + 2},
};

static void peers_table(const peers *p, report_section *s)
{
    const city_index *x = p->index;
    report_sheet *t =
        report_sheet_add(s, REPORT_FULL, "peers", "Each peer, and what it does better", peer_column, COLUMNS);
    for (size_t i = 0; i < p->rows * p->n_peers; i++) {
        const peer *each = &p->peer[i];
        const index_city *c = &x->city[p->city[i / p->n_peers]], *other = &x->city[each->city];
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, PLACE, "%s", c->key);
        sheet_say(t, NAME, "%s", c->name);
        sheet_put(t, ORDER, (double)(i % p->n_peers + 1));
        sheet_say(t, PEER, "%s", other->key);
        sheet_say(t, PEER_NAME, "%s", other->name);
        sheet_put(t, DISTANCE, each->distance);
        sheet_put(t, STABILITY, in_percent(each->stability));
        sheet_say(t, AHEAD, "%s", each->ahead < x->m ? x->dimension[each->ahead].name : "nothing");
        sheet_put(t, LEAD, each->lead);
    }
}

/* Peers whose choice hangs on the weights: "Moscow for Beijing". */
static const char *peers_unsure(const peers *p, report *r)
{
    const char *list = "";
    for (size_t i = 0; i < p->rows * p->n_peers; i++) {
        const index_city *city = p->index->city;
        if (p->peer[i].stability < SURE)
            list = report_words(r, "%s%s%s for %s", list, *list ? ", " : "", city[p->peer[i].city].name,
                                city[p->city[i / p->n_peers]].name);
    }
    return list;
}

void peers_report(const peers *p, const tables *in, report_section *s)
{
    const city_index *x = p->index;
    if (!p->rows) {
        s->absent =
            report_words(s->all, "No city of %s is of %s: no peers.", table_file(INDEX_CITIES), in->place->name);
        return;
    }
    peers_short(p, s);
    const char *unsure = peers_unsure(p, s->all);
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "Near 100, cities are alike whatever counts; under 50, only by the choice of weights.");
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "A peer has nearly the same scores, dimension by dimension: ask it what it did where it is ahead. The "
               "percentage says in how many of 100 weightings of the dimensions, drawn anywhere, it is again %s"
               "%s%s.",
               p->n_peers == 1 ? "the nearest" : report_words(s->all, "among the %zu nearest", p->n_peers),
               *unsure ? "; not to be relied on: " : "", unsure);
    peers_table(p, s);
    report_say(
        s, REPORT_METHOD, REPORT_FULL,
        "Peers are the nearest by the Euclidean distance of z-scores in the %zu dimensions of the index, each of "
        "the same weight. Stability comes from %s draws of weights that add up to 1, uniform among all such "
        "weights. Size, income and climate are in no dimension: peers may differ in them.",
        x->m, number((double)p->draws, 0));
    for (size_t j = 0; j < x->m; j++) report_source_add(s, row_source(x->dimensions, x->dimension[j].row));
}
