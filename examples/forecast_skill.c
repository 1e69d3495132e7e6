/* Tests forecasts of urban shares strictly: at each origin every constant is estimated from the errors that were known
 * then, and from other groups of places.
 *
 *     cc -o forecast_skill forecast_skill.c skill/[a-z]*.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/csv.h"
#include "common/program.h"
#include "skill/skill.h"

#include <errno.h>
#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>

static const char help[] =
    "usage: forecast_skill [OPTION ...] SHARES\n"
    "Forecasts the urban share of each place from many origins in the past, and prints how far the forecasts\n"
    "were from the shares of later years, in percentage points, and how often 80 % intervals held them.\n"
    "\n"
    "  SHARES            percent urban, rounded and annual: columns \"place\" and one for each year, named by\n"
    "                    the year; may have the columns \"group\" and \"last_date\" (date of the last\n"
    "                    observation; empty: the last year); if there is a column\n"
    "                    \"kind\", rows whose kind is \"aggregate\" are left out\n"
    "  --groups FILE     the groups, from another file with the columns \"place\" and \"group\"\n"
    "  --last FILE       the dates of last observations, in the same way\n"
    "  --populations F   populations in the form of SHARES, in any unit: also weighs each error by the population\n"
    "                    in the year of the origin\n"
    "  --sizes FILE      the size classes, large or small, in the same way, in a column \"size_class\"; others\n"
    "                    are small: also compares with the norm of 2018, which knows the future\n"
    "  --end YEAR        the last year that is read; the default is the last of SHARES\n"
    "  --origins A,B[,S] from A to B, every S years; the default is from 20 years after the first year to the\n"
    "                    shortest horizon before the end, every 2\n"
    "  --horizons H,...  years ahead, at most 8; the default is 10,18,28\n"
    "  --intervals YEAR  the first origin whose intervals count in the summary; the default is A + 6\n"
    "  --limit R         the growth difference at the start is within -R..R per year, also where constants are\n"
    "                    estimated; the default is 0.1\n"
    "  --rounding R      half a unit of the last digit, as a share; the default is 0.000005, three decimals\n"
    "  --levels          also by the last observation: below 25, 25 to 50, 50 to 75, above 75 %\n"
    "  --out DIR         also write skill.csv (each origin), skill_summary.csv (what is printed) and\n"
    "                    skill_constants.csv (what was known at each origin), and figures.csv, which says that\n"
    "                    there is a picture: plots/draw.sh DIR draws it\n"
    "  --help            print this\n"
    "\n"
    "Methods: un_limited and un, the recursion of the United Nations with the norm of the origin, its start\n"
    "limited or not; converging and cautious, with constants from other groups; converging_default and\n"
    "cautious_default, with the library's constants, which were chosen with hindsight; with sizes un_2018,\n"
    "un_limited with the norm of 2018.  A negative percentage says that the error is smaller than that of the\n"
    "recursion; low and high are its 95 % range when the groups are drawn again.  Every place counts alike but in\n"
    "the weighted figures: by population nothing is proved (smartkpi_forecast(7)).  The table is today's: where it\n"
    "was revised, every method looks better than it was.  - is standard input.  Output, one line a horizon, level\n"
    "and method: n, rmse_points, mae_points, bias_points; percent, low and high of against_un_limited, against_un,\n"
    "against_un_2018 and weighted_against_un_limited; weighted_rmse_points, coverage80 (a share; empty: no\n"
    "interval), interval_score80_points.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

enum { AFTER_FIRST = 20, STEP = 2, INTERVALS_AFTER = 6, LEVELS = 5, FIRST = 1500, LAST = 2400, FAR = 200 };
static const int32_t usual_horizons[] = {10, 18, 28};
static const char *const method_word[SKILL_METHODS] = {
    "un_limited", "un", "converging", "cautious", "converging_default", "cautious_default", "un_2018"};
static const struct {
    const char *word;
    double least, most;
} level[LEVELS] = {{"all", 0, 1}, {"below25", 0, .25}, {"25to50", .25, .5}, {"50to75", .5, .75}, {"above75", .75, 1}};

/* Whole numbers with commas between them; returns how many. */
static size_t whole_list(const char *option, const char *text, long least, long most, size_t room, int32_t *value)
{
    size_t n = 0;
    for (const char *at = text;; at++) {
        char *end;
        errno = 0;
        const long number = strtol(at, &end, 10);
        if (errno || end == at || (*end && *end != ',') || number < least || number > most || n == room)
            program_fail(PROGRAM_USAGE, "%s \"%s\" is not a list of at most %zu numbers from %ld to %ld (see --help)",
                         option, text, room, least, most);
        value[n++] = (int32_t)number;
        if (!*(at = end)) return n;
    }
}

static void read_horizons(const char *text, skill_settings *s)
{
    s->n_horizons = sizeof usual_horizons / sizeof *usual_horizons;
    for (size_t h = 0; h < s->n_horizons; h++) s->horizon[h] = usual_horizons[h];
    if (text) s->n_horizons = whole_list("--horizons", text, 1, FAR, SKILL_HORIZONS, s->horizon);
    for (size_t h = 1; h < s->n_horizons; h++)
        if (s->horizon[h] <= s->horizon[h - 1])
            program_fail(PROGRAM_USAGE, "--horizons \"%s\" does not increase (see --help)", text);
}

static void read_origins(const char *text, const skill_panel *panel, skill_settings *s)
{
    int32_t origin[3] = {panel->year[0] + AFTER_FIRST, s->end - s->horizon[0], STEP};
    if (text && whole_list("--origins", text, 1, LAST, 3, origin) < 2)
        program_fail(PROGRAM_USAGE, "--origins \"%s\" has no last year (see --help)", text);
    s->first_origin = origin[0];
    s->last_origin = origin[1];
    s->step = origin[2];
    if (s->first_origin > s->last_origin || s->first_origin < panel->year[0] || s->last_origin + s->horizon[0] > s->end)
        program_fail(text ? PROGRAM_USAGE : PROGRAM_DATA,
                     "the years %d to %d have no origins %d to %d with a truth %d years later", (int)panel->year[0],
                     (int)s->end, (int)s->first_origin, (int)s->last_origin, (int)s->horizon[0]);
    if (!s->intervals_from) s->intervals_from = s->first_origin + INTERVALS_AFTER;
}

static void put_numbers(FILE *f, size_t n, const double *value)
{
    for (size_t i = 0; i < n; i++) csv_put_number(f, 0, value[i]);
    fputc('\n', f);
}

static double against(const double *rmse, size_t method, size_t baseline)
{
    return method == baseline ? (double)NAN : SKILL_POINTS * (rmse[method] / rmse[baseline] - 1);
}

/* What the summary compares with. */
static const struct {
    const char *word;
    size_t method;
    int weighted;
} baseline[] = {{"against_un_limited", SKILL_UN_LIMITED, 0},
                {"against_un", SKILL_UN, 0},
                {"against_un_2018", SKILL_UN_2018, 0},
                {"weighted_against_un_limited", SKILL_UN_LIMITED, 1}};
enum { BASELINES = sizeof baseline / sizeof *baseline };

/* The percentages of all methods against each baseline, and their ranges. */
typedef struct comparison {
    double percent[SKILL_METHODS], low[SKILL_METHODS], high[SKILL_METHODS];
} comparison;

static comparison compare(size_t n, const skill_cell *cells, const skill_scores *r, int32_t horizon, size_t k, size_t b,
                          size_t n_groups)
{
    const skill_question q = {horizon, level[k].least, level[k].most, baseline[b].method, baseline[b].weighted};
    comparison c;
    for (size_t m = 0; m < SKILL_METHODS; m++) {
        c.percent[m] = against(q.weighted ? r->weighted : r->rmse, m, q.baseline);
        c.low[m] = c.high[m] = (double)NAN;
    }
    if (n && (!q.weighted || cells->people)) skill_ranges(n, cells, &q, n_groups, c.low, c.high);
    return c;
}

static void put_summary(FILE *f, const skill_settings *s, size_t n, const skill_cell *cells, size_t levels,
                        size_t n_groups)
{
    fputs("horizon,level,method,n,rmse_points,mae_points,bias_points", f);
    for (size_t b = 0; b < BASELINES; b++)
        fprintf(f, ",%s_percent,%s_low,%s_high", baseline[b].word, baseline[b].word, baseline[b].word);
    fputs(",weighted_rmse_points,coverage80,interval_score80_points\n", f);
    for (size_t h = 0; h < s->n_horizons; h++)
        for (size_t k = 0; k < levels; k++) {
            const skill_scores r = skill_score(n, cells, s->horizon[h], 0, level[k].least, level[k].most),
                               late = skill_score(n, cells, s->horizon[h], s->intervals_from, level[k].least,
                                                  level[k].most);
            comparison c[BASELINES];
            for (size_t b = 0; b < BASELINES; b++) c[b] = compare(n, cells, &r, s->horizon[h], k, b, n_groups);
            for (size_t m = 0; m < cells->n_methods; m++) {
                const double score[] = {r.count[m], r.rmse[m], r.mae[m], r.bias[m]};
                const double rest[] = {r.weighted[m], late.coverage[m], late.interval_score[m]};
                csv_put_number(f, 1, s->horizon[h]);
                csv_put_text(f, 0, level[k].word);
                csv_put_text(f, 0, method_word[m]);
                for (size_t i = 0; i < sizeof score / sizeof *score; i++) csv_put_number(f, 0, score[i]);
                for (size_t b = 0; b < BASELINES; b++) {
                    csv_put_number(f, 0, c[b].percent[m]);
                    csv_put_number(f, 0, c[b].low[m]);
                    csv_put_number(f, 0, c[b].high[m]);
                }
                put_numbers(f, sizeof rest / sizeof *rest, rest);
            }
        }
}

static void put_origins(FILE *f, size_t n, const skill_cell *cells)
{
    fputs("origin,horizon,method,n,rmse_points,mae_points,bias_points,coverage80,interval_score80_points\n", f);
    for (size_t k = 0; k < n; k++) {
        const skill_scores r = skill_score(1, &cells[k], cells[k].horizon, 0, 0, 1);
        for (size_t m = 0; m < cells[k].n_methods; m++) {
            const double value[] = {r.count[m], r.rmse[m], r.mae[m], r.bias[m], r.coverage[m], r.interval_score[m]};
            csv_put_number(f, 1, cells[k].origin);
            csv_put_number(f, 0, cells[k].horizon);
            csv_put_text(f, 0, method_word[m]);
            put_numbers(f, sizeof value / sizeof *value, value);
        }
    }
}

static void put_constants(FILE *f, size_t n, const skill_constants *c)
{
    fputs("origin,places,pairs,mean_urgd,norm_constant,norm_slope,converge_by,part,converge_to,width80,"
          "cautious_width80\n",
          f);
    for (size_t k = 0; k < n; k++) {
        const double value[] = {c[k].places, c[k].pairs, c[k].mean, c[k].norm[0], c[k].norm[1],
                                c[k].by,     c[k].part,  c[k].to,   c[k].width,   c[k].cautious_width};
        csv_put_number(f, 1, c[k].origin);
        put_numbers(f, sizeof value / sizeof *value, value);
    }
}

static void write_files(const char *out, const skill_settings *s, size_t levels, size_t n_groups, size_t n_cells,
                        const skill_cell *cells, size_t n, const skill_constants *constants)
{
    program_make_directory(out);
    FILE *f = program_create(out, "skill_summary.csv");
    put_summary(f, s, n_cells, cells, levels, n_groups);
    program_close(f, "skill_summary.csv");
    f = program_create(out, "skill.csv");
    put_origins(f, n_cells, cells);
    program_close(f, "skill.csv");
    f = program_create(out, "skill_constants.csv");
    put_constants(f, n, constants);
    program_close(f, "skill_constants.csv");
    f = program_create(out, "figures.csv");
    fputs("key,value,text\npicture,,skill\n", f);
    program_close(f, "figures.csv");
}

int main(int argc, char **argv)
{
    char **operand;
    skill_settings s = {.end = 0};
    program_begin(argc, argv, help);
    skill_files files = {.groups = program_option("--groups"),
                         .last = program_option("--last"),
                         .populations = program_option("--populations"),
                         .sizes = program_option("--sizes")};
    const char *out = program_option("--out"), *origins = program_option("--origins");
    const size_t levels = program_flag("--levels") ? LEVELS : 1;
    s.end = (int32_t)program_whole("--end", 0, FIRST, LAST);
    s.intervals_from = (int32_t)program_whole("--intervals", 0, FIRST, LAST);
    s.limit = program_number("--limit", .1, 0, 1);
    s.rounding = program_number("--rounding", 5e-6, 0, .01);
    read_horizons(program_option("--horizons"), &s);
    program_operands(1, 1, &operand);

    files.shares = operand[0];
    skill_panel panel = skill_panel_read(&files, &s);
    read_origins(origins, &panel, &s);
    const size_t n = (size_t)((s.last_origin - s.first_origin) / s.step) + 1;
    skill_constants *constants = program_memory(n, sizeof *constants);
    skill_cell *cells = program_memory(n * s.n_horizons, sizeof *cells);
    size_t n_cells = 0;
    for (size_t k = 0; k < n; k++)
        n_cells += skill_origin(&panel, &s, s.first_origin + (int32_t)k * s.step, &constants[k], cells + n_cells);

    put_summary(stdout, &s, n_cells, cells, levels, panel.n_groups);
    if (out) write_files(out, &s, levels, panel.n_groups, n_cells, cells, n, constants);
    for (size_t k = 0; k < n_cells; k++) skill_cell_free(&cells[k]);
    free(cells);
    free(constants);
    skill_panel_free(&panel);
    return program_end();
}
