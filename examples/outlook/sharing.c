/* The budget per head. */
#include "sharing.h"
#include "../common/cells.h"

#include <math.h>
#include <stdlib.h>

void sharing_compute(sharing *p, const urban *u, const cities *c, const carbon *k)
{
    p->year = (int32_t)k->terms.t_budget;
    p->all = history_at(&u->population, p->year);
    if (p->year < c->base || p->year > c->end || isnan(p->all) || k->terms.budget < 0) return;
    p->n = c->rows + 1;
    p->part = program_memory(p->n, sizeof *p->part);
    p->head = program_memory(p->n, sizeof *p->head);
    p->head[p->n - 1] = p->all;
    for (size_t i = 0; i < c->rows; i++) {
        p->head[i] = c->row[i].population[p->year - c->base];
        p->head[p->n - 1] -= p->head[i];
    }
    const cell cells = cell_at("population", c->table, c->row[0].row, c->population);
    cells_tell(skpi_carbon_budget_share(p->n, p->head, NULL, k->terms.budget, NULL, p->part), 1, &cells);
}

enum { PLACE, NAME, NAME_LOCAL, YEAR, POPULATION_COLUMN, CO2, UNIT, PER_HEAD, KIND, COLUMNS };
static const report_column share_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .title = "place", .form = REPORT_TEXT},
    [NAME_LOCAL] = {.key = "name_local", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .form = REPORT_YEAR},
    [POPULATION_COLUMN] = {.key = "population_thousand", .title = "thousand heads"},
    [CO2] = {.key = "co2", .title = "CO2", .decimals = 3},
    [UNIT] = {.key = "co2_unit", .title = "unit", .form = REPORT_TEXT},
    [PER_HEAD] = {.key = "t_per_head", .decimals = 1},
    [KIND] = {.key = "kind", .title = "kind", .form = REPORT_TEXT},
};

void sharing_say(const sharing *p, const carbon *k, report_section *s)
{
    if (p->n)
        report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Shared by heads of %d, which nobody has decided: %s t per head.",
                   (int)p->year, number(1e6 * k->terms.budget * k->unit.gt / p->all, 1));
}

void sharing_report(const sharing *p, const cities *c, const carbon *k, report_section *s)
{
    if (!p->n) {
        s->absent = report_words(s->all, "No heads of %d are known: the budget is not shared.", (int)p->year);
        return;
    }
    const double per_head = 1e6 * k->terms.budget * k->unit.gt / p->all;
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "This is arithmetic and not a target: nobody has shared the budget in this manner. It is shared by the "
               "population of %d, %s t per head. The cities are built-up areas, and emissions often occur elsewhere "
               "than where people live.",
               (int)p->year, number(per_head, 1));
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "carbon_shares", NULL, share_column, COLUMNS);
    for (size_t i = 0; i < p->n; i++) {
        const place *each =
            i < c->rows ? c->row[i].place
                        : &(place){.key = "rest", .name = "other places", .name_local = "", .lang = "", .parent = ""};
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, PLACE, "%s", each->key);
        sheet_say(t, NAME, "%s", each->name);
        sheet_say(t, NAME_LOCAL, "%s", each->name_local);
        sheet_put(t, YEAR, p->year);
        sheet_put(t, POPULATION_COLUMN, p->head[i]);
        sheet_put(t, CO2, p->part[i]);
        sheet_say(t, UNIT, "%s", k->unit.name);
        sheet_put(t, PER_HEAD, 1e6 * p->part[i] * k->unit.gt / p->head[i]);
        sheet_say(t, KIND, "assumed");
    }
    report_figure_add(s, "share_year", p->year);
    report_figure_add(s, "t_per_head", per_head);
}

void sharing_release(sharing *p)
{
    free(p->head);
    free(p->part);
}
