/* Means and quantiles of projected values of places in each year, by random draws of a model.
 *
 *     cc -o ensemble_fan ensemble_fan.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/fan_aggregates.h"
#include "common/program.h"
#include "common/sampling.h"
#include "common/walks.h"

#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: ensemble_fan MODEL FILE [--aggregate FILE] [--draws N] [--seed S] [--threads K] [--mode exact|stream]\n"
    "                    [--dispatch NAME] [--sampling plain|antithetic|sobol] [--anchors YEAR,...]\n"
    "Draws an ensemble of places and prints means and quantiles.\n"
    "\n"
    "  MODEL       urban: the logit of the urban share follows a random walk with drift\n"
    "  FILE        columns place; share, a fraction between 0 and 1, in last_year; drift, the growth difference, and\n"
    "              sigma, the standard deviation of a step, both per year in logits; last_year; end_year\n"
    "  --aggregate file of sums over places: columns aggregate, its name; place, a name of FILE; weight, such as the\n"
    "              people of the place; and year, if weights change, with a row for each year from last_year + 1 on.\n"
    "              All places of FILE then have the same last_year and end_year\n"
    "  --draws     number of draws of each place (10000)\n"
    "  --seed      whole number from 0 on (0)\n" SAMPLING_HELP
    "  --threads   number of threads (1); it does not change a digit\n"
    "  --mode      exact (the default): quantiles of the draws; stream: of histograms, with little memory\n"
    "  --dispatch  variant of the code: best (the default), plain, x86-64-v3 or x86-64-v4; it does not change a digit\n"
    "  --help      print this\n"
    "\n"
    "- is standard input.  Output: place,year,mean,q05,q25,q50,q75,q95 for the years from last_year + 1 to end_year;\n"
    "after the places the aggregates by their names: quantiles of the sum are those of the sums of the draws.\n"
    "The draws of a place depend only on the seed and on its row in the file, with sobol also on the rows before it.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

/* places of one plan: more would need more memory, fewer would leave threads without work */
enum { TOGETHER = 256 };

typedef struct settings {
    skpi_ensemble_plan_options plan;
    skpi_ensemble_result_run_options run;
    fan_aggregates *aggregates; /* NULL: none */
} settings;
typedef struct group { /* neighbouring rows with the same years, which form one plan */
    size_t first, n, years;
    int32_t first_year;
    double *mean, *quantile;
    uint64_t *id;
    skpi_ensemble_result *result;
} group;

static int32_t dispatch_of(const char *name)
{
    static const struct {
        const char *name;
        int32_t dispatch;
    } known[] = {{"best", SKPI_ENSEMBLE_DISPATCH_BEST},
                 {"plain", SKPI_ENSEMBLE_DISPATCH_PLAIN},
                 {"x86-64-v3", SKPI_ENSEMBLE_DISPATCH_X86_64_V3},
                 {"x86-64-v4", SKPI_ENSEMBLE_DISPATCH_X86_64_V4}};
    for (size_t i = 0; name && i < sizeof known / sizeof *known; i++)
        if (!strcmp(name, known[i].name)) return known[i].dispatch;
    if (name) program_fail(PROGRAM_USAGE, "--dispatch \"%s\" is not a variant of the code (see --help)", name);
    return SKPI_ENSEMBLE_DISPATCH_BEST;
}

/* The rows from first on that fit into one plan: with aggregates all, which then must have the same years. */
static group group_at(const csv *t, const walk_columns *c, const settings *s, size_t first)
{
    const size_t most = s->aggregates ? SIZE_MAX : sampling_places(&s->plan);
    group g = {.first = first, .first_year = walk_first_year(t, c, first), .years = walk_n_years(t, c, first)};
    while (first + g.n < csv_rows(t) && g.n < most && (g.n < TOGETHER || s->aggregates) &&
           walk_first_year(t, c, first + g.n) == g.first_year && walk_n_years(t, c, first + g.n) == g.years)
        g.n++;
    if (s->aggregates && g.n < csv_rows(t))
        csv_fail(t, g.n, walk_first_year(t, c, g.n) == g.first_year ? c->end_year : c->last_year,
                 "is not that of the first row, as --aggregate needs");
    return g;
}

static void group_draw(const csv *t, const walk_columns *c, const settings *s, group *g)
{
    skpi_ensemble_plan_options options = s->plan;
    skpi_ensemble_plan *plan = NULL;
    for (size_t i = 0; i < g->n; i++) g->id[i] = g->first + i;
    options.n_places = g->n;
    options.place_id = g->id;
    if (skpi_ensemble_plan_new(g->first_year, g->years, &options, &plan) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    const int32_t model = walk_add(plan, t, c, g->first, g->n);
    if (s->aggregates) fan_aggregates_add(s->aggregates, plan, model);
    if (skpi_ensemble_result_new(plan, &g->result) < 0 || skpi_ensemble_result_run(g->result, plan, &s->run) < 0 ||
        skpi_ensemble_result_mean(g->result, model, 0, g->mean) < 0 ||
        skpi_ensemble_result_quantile(g->result, model, 0, WALK_QUANTILES, walk_prob, g->quantile) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    skpi_ensemble_plan_free(plan);
}

static void group_fan(const csv *t, const walk_columns *c, const settings *s, group *g)
{
    g->id = program_memory(g->n, sizeof *g->id);
    g->mean = program_memory(g->n * g->years, sizeof *g->mean);
    g->quantile = program_memory(g->n * g->years * WALK_QUANTILES, sizeof *g->quantile);
    group_draw(t, c, s, g);
    walk_print(t, c, g->first, g->n, g->years, g->mean, g->quantile);
    if (s->aggregates) fan_aggregates_print(s->aggregates, g->result, WALK_QUANTILES, walk_prob);
    skpi_ensemble_result_free(g->result);
    free(g->quantile);
    free(g->mean);
    free(g->id);
}

int main(int argc, char **argv)
{
    char **operand;
    program_begin(argc, argv, help);
    settings s = {.plan = {.size = sizeof s.plan, .n_prob = WALK_QUANTILES, .prob = walk_prob},
                  .run = {.size = sizeof s.run}};
    s.plan.n_draws = program_whole("--draws", 10000, 1, UINT64_C(1) << 34);
    s.plan.seed = program_whole("--seed", 0, 0, UINT64_MAX);
    s.run.threads = (int32_t)program_whole("--threads", 1, 1, 1024);
    s.plan.mode = walk_mode();
    sampling_read(&s.plan);
    s.run.dispatch = dispatch_of(program_option("--dispatch"));
    const char *sums = program_option("--aggregate");
    program_operands(2, 2, &operand);
    if (strcmp(operand[0], "urban"))
        program_fail(PROGRAM_USAGE, "\"%s\" is not a model: urban (see --help)", operand[0]);
    csv *t = csv_read(operand[1]);
    const walk_columns c = walk_columns_read(t); /* all rows are checked before the first line is printed */
    if (sums && csv_rows(t))
        s.aggregates = fan_aggregates_read(sums, t, c.place, walk_first_year(t, &c, 0), walk_n_years(t, &c, 0));
    puts(WALK_HEADER);
    for (size_t i = 0; i < csv_rows(t);) {
        group g = group_at(t, &c, &s, i);
        group_fan(t, &c, &s, &g);
        i += g.n;
    }
    fan_aggregates_free(s.aggregates);
    csv_free(t);
    return program_end();
}
