/* Means and quantiles of projected values of places in each year, and probabilities of events, by random draws.
 *
 *     cc -o ensemble_fan ensemble_fan.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/fan_aggregates.h"
#include "common/fan_correlation.h"
#include "common/fan_events.h"
#include "common/fan_world.h"
#include "common/program.h"
#include "common/sampling.h"

#include <smartkpi.h>
#include <string.h>

static const char help[] =
    "usage: ensemble_fan MODEL FILE [OPTION ...]\n"
    "       ensemble_fan MODEL --history FILE --end YEAR [--from YEAR] [OPTION ...]\n"
    "       ensemble_fan joint FILE --history FILE [OPTION ...]\n"
    "Draws an ensemble of places and prints means and quantiles, or probabilities of events.\n"
    "\n"
    "  MODEL       urban, carbon, kaya, digital, or joint: several of them, whose draws are the same worlds\n"
    "  FILE        parameters, a row for each place; the columns of all models are place; last_year, whose values\n"
    "              are given; end_year.  Rates and deviations are those of a year.\n"
    "    urban     share, a fraction between 0 and 1; drift of its logit; sigma, the standard deviation of a step\n"
    "    carbon    emission; sigma of its logarithm; and, if wanted, drift; cumulative, the emissions up to then;\n"
    "              tcre, the warming per unit of cumulative emissions, and warming, that of none\n"
    "    kaya      factor_1 to factor_4, or fewer, whose product is the emission; sigma_1 ...; and, if wanted,\n"
    "              drift_1 ..., cumulative, tcre and warming\n"
    "    digital   part_1, part_2, part_3 of a whole, in any unit; sigma_1 and sigma_2 of the logarithms of the\n"
    "              first two over the last; and, if wanted, drift_1, drift_2; correlation of both\n"
    "    all       if wanted, growth, to which the drift fades, and drift_sigma, the standard deviation of a change\n"
    "              of the drift; with numbers where drift has numbers\n"
    "    joint     a row for each place and model, and the column model: urban, carbon, kaya or digital.  Cells of\n"
    "              other models' columns are empty\n"
    "  --history   files with commas between, with a row for each place and year instead of parameters: place;\n"
    "              year; share (urban), emission or co2 (carbon), or part_1, part_2, part_3 (digital).  joint has the\n"
    "              models whose columns are there.  Drift and deviations are estimated from the last 21 years,\n"
    "              or from those since a gap, which is told.\n"
    "              With it, a FILE of joint tells the models that have no history, and the years\n"
    "  --leave-out leaves out places with fewer than six years without a gap, with a warning\n"
    "  --from      last year of the histories that is used (the last one that any has)\n"
    "  --end       last year that is drawn\n"
    "  --path      emissions of a policy, for carbon: columns place, year, emission, with a row for each year that is\n"
    "              drawn, in the unit of the place (co2_unit, if told, must be the same).  Its steps are the drift\n"
    "  --events    prints probabilities instead: event,place,year,probability,standard_error (see below)\n"
    "  --correlation  correlations of the yearly surprises: columns variable_a, variable_b, correlation, in every\n"
    "              place; with place_a and place_b also, between these places.  Others are 0\n"
    "  --common    correlation of each place's surprise with that of the same variable in every other place (0)\n"
    "  --aggregate file of sums over places: columns aggregate, its name; place; variable, if there are several; "
    "weight,\n"
    "              such as the people of the place; and year, if weights change, with a row for each year from\n"
    "              last_year + 1 on.  Emissions are summed in one co2_unit\n"
    "  --draws     number of draws of each place (10000)\n"
    "  --seed      whole number from 0 on (0)\n" SAMPLING_HELP
    "  --threads   number of threads (1); it does not change a digit\n"
    "  --mode      exact (the default): quantiles of the draws; stream: of histograms, with little memory\n"
    "  --dispatch  variant of the code: best (the default), plain, x86-64-v3 or x86-64-v4; it does not change a digit\n"
    "  --help      print this\n"
    "\n" FAN_EVENTS_HELP "\n"
    "Variables are share (urban); emission, cumulative, and warming with tcre (carbon and kaya), and factor_1 ... "
    "(kaya);\n"
    "part_1, part_2, part_3 (digital), each a share of their sum.  Surprises are those of share, emission, factor_1 "
    "...,\n"
    "and part_1 and part_2.  --events, --aggregate, --path, and correlations of places need the same years "
    "everywhere.\n"
    "\n"
    "- is standard input.  Output: place,variable,year,mean,q05,q25,q50,q75,q95 for the years from last_year + 1 to\n"
    "end_year, without the variable if there is one; after the places the aggregates by their names: quantiles of the\n"
    "sum are those of the sums of the draws.\n"
    "The draws of a place depend only on the seed and on its row in the file, with sobol also on all rows.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

/* places of one plan: more would need more memory, fewer would leave threads without work */
enum { TOGETHER = 256 };

typedef struct settings {
    skpi_ensemble_plan_options plan;
    skpi_ensemble_result_run_options run;
    int whole; /* 1: all places are in one plan */
    fan_aggregates *aggregates;
    fan_correlation *correlation;
    fan_events *events; /* NULL of any of these three: none */
} settings;

static int32_t dispatch_of(const char *name)
{
    static const program_word known[] = {{"best", SKPI_ENSEMBLE_DISPATCH_BEST},
                                         {"plain", SKPI_ENSEMBLE_DISPATCH_PLAIN},
                                         {"x86-64-v3", SKPI_ENSEMBLE_DISPATCH_X86_64_V3},
                                         {"x86-64-v4", SKPI_ENSEMBLE_DISPATCH_X86_64_V4}};
    return name ? program_word_value("--dispatch", name, strlen(name), 4, known) : SKPI_ENSEMBLE_DISPATCH_BEST;
}

/* The places from `first` on that are in one plan. */
static fan_group group_at(const fan_world *w, const settings *s, size_t first)
{
    const size_t most = sampling_places(&s->plan, fan_world_shocks(w));
    fan_group g = {.first = first};
    if (s->whole)
        g.n = w->n_places;
    else
        while (first + g.n < w->n_places && g.n < most && g.n < TOGETHER &&
               w->first_year[first + g.n] == w->first_year[first] && w->n_years[first + g.n] == w->n_years[first])
            g.n++;
    return g;
}

/* Makes the plan of each group once, so that every row is checked before the first line is printed. */
static void groups_check(const fan_world *w, const settings *s)
{
    fan_group g = group_at(w, s, 0);
    for (; g.n && g.n < w->n_places; g = group_at(w, s, g.first + g.n)) {
        fan_group_plan(w, &s->plan, &g);
        if (s->correlation) fan_correlation_add(s->correlation, &g);
        skpi_ensemble_plan_free(g.plan);
    }
}

static void group_draw(const fan_world *w, const settings *s, fan_group *g)
{
    skpi_ensemble_result *result = NULL;
    fan_group_plan(w, &s->plan, g);
    if (s->correlation) fan_correlation_add(s->correlation, g);
    if (s->aggregates) fan_aggregates_add(s->aggregates, g);
    if (s->events) fan_events_add(s->events, g);
    if (skpi_ensemble_result_new(g->plan, &result) < 0 || skpi_ensemble_result_run(result, g->plan, &s->run) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (g->first == 0 && !s->events) fan_print_header(w);
    if (!s->events) fan_print(w, g, result);
    if (s->events)
        fan_events_print(s->events, result, &s->plan);
    else if (s->aggregates)
        fan_aggregates_print(s->aggregates, result);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(g->plan);
}

static fan_world *world_read(void)
{
    char **operand;
    fan_histories h = {.paths = program_option("--history"), .leave_out = program_flag("--leave-out")};
    h.from = (int32_t)program_whole("--from", 0, 1500, 2400);
    h.end = (int32_t)program_whole("--end", 0, 1500, 2400);
    if (!h.paths && (h.from || h.end || h.leave_out))
        program_fail(PROGRAM_USAGE, "--from, --end and --leave-out are for --history");
    const size_t n = program_operands(h.paths ? 1 : 2, 2, &operand);
    if (n > 1) h.file = operand[1];
    if (h.paths && !h.end && !h.file) program_fail(PROGRAM_USAGE, "--history needs --end YEAR");
    return h.paths ? fan_world_history(operand[0], &h) : fan_world_read(operand[0], operand[1]);
}

int main(int argc, char **argv)
{
    program_begin(argc, argv, help);
    settings s = {.plan = {.size = sizeof s.plan, .n_prob = FAN_QUANTILES, .prob = fan_prob},
                  .run = {.size = sizeof s.run}};
    s.plan.n_draws = program_whole("--draws", 10000, 1, UINT64_C(1) << 34);
    s.plan.seed = program_whole("--seed", 0, 0, UINT64_MAX);
    s.run.threads = (int32_t)program_whole("--threads", 1, 1, 1024);
    s.plan.mode = fan_mode();
    sampling_read(&s.plan);
    s.run.dispatch = dispatch_of(program_option("--dispatch"));
    const char *sums = program_option("--aggregate"), *events = program_option("--events");
    const char *pairs = program_option("--correlation"), *path = program_option("--path");
    const double common = program_number("--common", 0, 0, 1);
    fan_world *w = world_read();
    if (path) fan_world_path(w, path);
    s.correlation = fan_correlation_read(pairs, common, w);
    s.whole = sums || events || path || common > 0 || fan_correlation_places(s.correlation);
    if (s.whole) fan_world_same_years(w);
    if (sums) s.aggregates = fan_aggregates_read(sums, w);
    if (events) s.events = fan_events_read(events, w, s.aggregates);
    groups_check(w, &s);
    if (!w->n_places) fan_print_header(w);
    for (size_t i = 0; i < w->n_places;) {
        fan_group g = group_at(w, &s, i);
        group_draw(w, &s, &g);
        i += g.n;
    }
    fan_events_free(s.events);
    fan_aggregates_free(s.aggregates);
    fan_correlation_free(s.correlation);
    fan_world_free(w);
    return program_end();
}
