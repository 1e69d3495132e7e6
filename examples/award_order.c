/* One order of entries out of the ranks that judges gave: Borda, Copeland or Kemeny.
 *
 * RANKS has the column judge and one column for each entry, 1 = best, equal ranks are ties, an empty cell is an entry
 * that the judge did not rank.  The order is printed from the best down. */
#include "common/cells.h"
#include "common/csv.h"

#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

static int32_t choose_rule(const char *name)
{
    if (!name || strcmp(name, "kemeny") == 0) return SKPI_AWARD_RULE_KEMENY;
    if (strcmp(name, "borda") == 0) return SKPI_AWARD_RULE_BORDA;
    if (strcmp(name, "copeland") == 0) return SKPI_AWARD_RULE_COPELAND;
    program_fail(PROGRAM_USAGE, "--rule: borda, copeland or kemeny is needed, not %s", name);
}

int main(int argc, char **argv)
{
    program_begin(argc, argv,
                  "usage: award_order [--rule borda|copeland|kemeny] RANKS\n"
                  "RANKS: judge and a column for each entry, 1 = best.\n");
    const int32_t rule = choose_rule(program_option("--rule"));
    char **file;
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const size_t judges = csv_rows(t), columns = csv_columns(t), judge = csv_column(t, "judge");
    int32_t *entry = program_memory(judges * columns, sizeof *entry),
            *of = program_memory(judges * columns, sizeof *of);
    int32_t *place = program_memory(columns, sizeof *place);
    double *score = program_memory(judges * columns, sizeof *score), *points = program_memory(columns, sizeof *points);
    skpi_award_scores scores = {.size = sizeof scores, .n_entries = columns - 1, .n_judges = judges};
    skpi_award_order_out out = {.size = sizeof out, .place = place, .points = points};
    if (columns < 2) csv_fail(t, CSV_WHOLE, judge, "no column beside \"judge\": there is no entry");
    csv_least(t, 1, "judge");
    csv_unique(t, 1, &judge);
    csv_compared(t, judge);
    for (size_t c = 0; c < columns; c++)
        if (c != judge) csv_measure(t, c, "an entry");
    for (size_t i = 0; i < judges; i++) {
        const size_t before = scores.n_scores;
        for (size_t c = 0; c < columns; c++) {
            if (c == judge) (void)csv_text(t, i, c);
            if (c == judge || csv_missing(t, i, c)) continue;
            if (csv_positive(t, i, c) > (double)(columns - 1))
                csv_fail(t, i, c, "rank %s is above %zu, the number of entries", csv_raw(t, i, c), columns - 1);
            entry[scores.n_scores] = (int32_t)(c - (c > judge));
            of[scores.n_scores] = (int32_t)i;
            score[scores.n_scores++] = -csv_positive(t, i, c);
        }
        if (scores.n_scores == before) csv_warn(t, i, judge, "\"%s\" ranks no entry", csv_raw(t, i, judge));
    }
    if (!scores.n_scores) csv_fail(t, CSV_WHOLE, judge, "there is no rank");
    scores.entry = entry;
    scores.judge = of;
    scores.score = score;
    const skpi_status status = skpi_award_order(&scores, rule, &out);
    if (status < 0) {
        static const cells_name names[] = {{"scores->n_entries", "the number of entries"},
                                           {"scores->n_judges", "the number of judges"}};
        char words[400];
        cells_named(words, sizeof words, sizeof names / sizeof *names, names);
        csv_fail(t, CSV_WHOLE, judge, "%s", words);
    }
    if (status & SKPI_WNOTCONVERGED)
        csv_warn(t, CSV_WHOLE, judge, "above 16 entries the order is good, perhaps not best");
    puts("entry,rank,points");
    for (int32_t p = 1; p < (int32_t)columns; p++)
        for (size_t c = 0; c < columns; c++) {
            const size_t i = c - (c > judge);
            if (c == judge || place[i] != p) continue;
            csv_put_text(stdout, 1, csv_title(t, c));
            csv_put_number(stdout, 0, p);
            csv_put_number(stdout, 0, points[i]);
            putchar('\n');
        }
    free(entry);
    free(of);
    free(place);
    free(score);
    free(points);
    csv_free(t);
    return program_end();
}
