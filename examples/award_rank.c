/* Ranks the entries of an award: raw and adjusted scores, expected ranks, intervals, and the probability of winning.
 *
 * SCORES has the columns entry,judge,score and perhaps weight; entries and judges have any names.  Without --winners
 * half of the entries win in the draws. */
#include "common/cells.h"
#include "common/csv.h"
#include "common/names.h"

#include <errno.h>
#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

#define DRAWS_MOST (UINT64_C(1) << 31)

typedef struct jury {
    csv *table;
    names *entry, *judge, *track;
    int32_t *entry_of, *judge_of, *track_of; /* rows, rows, entries */
    double *score, *weight;
    int32_t *least, *most; /* tracks */
    skpi_award_scores in;
} jury;

/* The library's words at the figure that they are about, or about an option. */
static _Noreturn void fail(const jury *j)
{
    static const cells_name of_program[] = {{"scores->n_entries", "the number of entries"},
                                            {"scores->n_judges", "the number of judges"},
                                            {"scores->n_scores", "the number of scores"},
                                            {"line->n_winners", "--winners"},
                                            {"options->n_draws", "--draws"},
                                            {": entry_variance must be held, or residual_variance", ""},
                                            {": judge_variance must be held, or residual_variance", ""},
                                            {"(skpi_award_summary numbers them)", "(--parts numbers them)"}};
    skpi_error e = {.size = sizeof e, .name = "", .row = -1};
    char words[400];
    const int known = skpi_last_error_get(&e) == SKPI_OK;
    cells_named(words, sizeof words, sizeof of_program / sizeof *of_program, of_program);
    if (!known || strncmp(e.name, "scores->", 8)) program_fail(PROGRAM_DATA, "%s: %s", csv_name(j->table), words);
    const size_t column = csv_exact(j->table, e.name + 8); /* of those that count there is none */
    if (column == CSV_NONE) csv_fail(j->table, CSV_WHOLE, 0, "%s", words);
    csv_fail(j->table, e.row >= 0 && e.column < 0 ? (size_t)e.row : CSV_WHOLE, column, "%s", words);
}

static void tell(const jury *j, skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    if (status == SKPI_ENODATA && skpi_last_error_get(&e) == SKPI_OK && e.row >= 0 && e.column >= 0)
        csv_fail(j->table, CSV_WHOLE, 0, "%s has no score of %s: agreement needs every score of every judge",
                 j->entry->name[e.row], j->judge->name[e.column]);
    if (status < 0) fail(j);
    if (status & SKPI_WWEAKFIT) csv_warn(j->table, CSV_WHOLE, 0, "a variance is estimated at 0");
    if (status & SKPI_WNOTCONVERGED) csv_warn(j->table, CSV_WHOLE, 0, "the estimate of the variances had not settled");
}

static void read_scores(jury *j, const char *path)
{
    csv *t = j->table = csv_read(path);
    const size_t n = csv_rows(t), key[] = {csv_column(t, "entry"), csv_column(t, "judge")};
    const size_t score = csv_column(t, "score"), weight = csv_optional(t, "weight");
    csv_least(t, 1, "score");
    csv_unique(t, 2, key);
    csv_compared(t, key[0]);
    csv_compared(t, key[1]);
    j->entry = names_new(n);
    j->judge = names_new(n);
    j->entry_of = program_memory(n, sizeof *j->entry_of);
    j->judge_of = program_memory(n, sizeof *j->judge_of);
    j->score = program_memory(n, sizeof *j->score);
    j->weight = program_memory(n, sizeof *j->weight);
    for (size_t i = 0; i < n; i++) {
        j->entry_of[i] = names_add(j->entry, csv_text(t, i, key[0]));
        j->judge_of[i] = names_add(j->judge, csv_text(t, i, key[1]));
        j->score[i] = csv_number(t, i, score);
        j->weight[i] = weight == CSV_NONE ? 1 : csv_positive(t, i, weight);
    }
    j->in = (skpi_award_scores){.size = sizeof j->in,
                                .n_scores = n,
                                .n_entries = j->entry->n,
                                .n_judges = j->judge->n,
                                .entry = j->entry_of,
                                .judge = j->judge_of,
                                .score = j->score,
                                .weight = j->weight};
}

static void read_tracks(jury *j, const char *path)
{
    csv *t = csv_read(path);
    const size_t n = csv_rows(t), entry = csv_column(t, "entry"), track = csv_column(t, "track");
    csv_unique(t, 1, &entry);
    j->track = names_new(n);
    j->track_of = program_memory(j->entry->n, sizeof *j->track_of);
    for (size_t i = 0; i < j->entry->n; i++) j->track_of[i] = -1;
    for (size_t i = 0; i < n; i++) {
        const int32_t at = names_find(j->entry, csv_text(t, i, entry));
        if (at < 0) csv_fail(t, i, entry, "%s has no score", csv_text(t, i, entry));
        j->track_of[at] = names_add(j->track, csv_text(t, i, track));
    }
    for (size_t i = 0; i < j->entry->n; i++)
        if (j->track_of[i] < 0) csv_fail(t, CSV_WHOLE, entry, "%s has no track", j->entry->name[i]);
    j->in.n_tracks = j->track->n;
    j->in.track = j->track_of;
}

static int32_t read_count(const csv *t, size_t row, size_t column)
{
    const double x = csv_number(t, row, column);
    if (x != rint(x) || x < 0 || x > 1e9) csv_fail(t, row, column, "is not a number of winners");
    return (int32_t)x;
}

static void read_quota(jury *j, const char *path, skpi_award_line *line)
{
    csv *t = csv_read(path);
    const size_t track = csv_column(t, "track"), least = csv_column(t, "least"), most = csv_column(t, "most");
    uint64_t sum = 0;
    if (!j->track) program_fail(PROGRAM_USAGE, "--quota needs --tracks");
    csv_unique(t, 1, &track);
    j->least = program_memory(j->track->n, sizeof *j->least);
    j->most = program_memory(j->track->n, sizeof *j->most);
    for (size_t k = 0; k < j->track->n; k++) j->most[k] = INT32_MAX;
    for (size_t i = 0; i < csv_rows(t); i++) {
        const int32_t at = names_find(j->track, csv_text(t, i, track));
        if (at < 0) csv_fail(t, i, track, "%s is the track of no entry", csv_text(t, i, track));
        j->least[at] = read_count(t, i, least);
        j->most[at] = csv_missing(t, i, most) ? INT32_MAX : read_count(t, i, most);
        if (j->least[at] > j->most[at]) csv_fail(t, i, least, "least is above most: %d", (int)j->most[at]);
        sum += (uint64_t)j->least[at];
        if (sum > line->n_winners)
            csv_fail(t, i, least, "least adds up to %llu, above %llu, the number of winners", (unsigned long long)sum,
                     (unsigned long long)line->n_winners);
    }
    line->n_tracks = j->track->n;
    line->least = j->least;
    line->most = j->most;
    csv_free(t);
}

/* A whole number and what follows it; 0: there is none. */
static int whole(const char *text, uint64_t *value, char **end)
{
    errno = 0;
    *value = strtoull(text, end, 10);
    return *text >= '0' && *text <= '9' && !errno;
}

/* "in", "out" or "lot=SEED" */
static void read_ties(skpi_award_line *line, const char *text)
{
    char *end;
    if (strcmp(text, "in") == 0)
        line->tie = SKPI_AWARD_TIE_IN;
    else if (strcmp(text, "out") == 0)
        line->tie = SKPI_AWARD_TIE_OUT;
    else if (strncmp(text, "lot=", 4) == 0 && whole(text + 4, &line->seed, &end) && !*end)
        line->tie = SKPI_AWARD_TIE_LOT;
    else
        program_fail(PROGRAM_USAGE, "--ties: in, out or lot=SEED is needed, not %s", text);
}

static void print_judges(const jury *j, const char *path, const skpi_award_adjust_options *model)
{
    const size_t n = j->judge->n;
    double *leniency = program_memory(n, sizeof *leniency), *error = program_memory(n, sizeof *error);
    int32_t *count = program_memory(n, sizeof *count);
    skpi_award_adjust_out out = {.size = sizeof out, .leniency = leniency, .leniency_error = error};
    skpi_award_summary_out summary = {.size = sizeof summary, .judge_count = count};
    tell(j, skpi_award_adjust(&j->in, model, &out));
    tell(j, skpi_award_summary(&j->in, 0, &summary));
    FILE *file = fopen(path, "wb");
    if (!file) program_fail(PROGRAM_DATA, "%s cannot be written", path);
    fputs("judge,n,leniency,error\n", file);
    for (size_t i = 0; i < n; i++) {
        csv_put_text(file, 1, j->judge->name[i]);
        csv_put_number(file, 0, count[i]);
        csv_put_number(file, 0, leniency[i]);
        csv_put_number(file, 0, error[i]);
        fputc('\n', file);
    }
    program_close(file, path);
    free(leniency);
    free(error);
    free(count);
}

static void print_agreement(const jury *j)
{
    double x[8];
    skpi_award_agreement_out out = {.size = sizeof out, .w = x, .p = x + 1, .icc_one_way = x + 2, .icc_two_way = x + 3};
    out.icc_fixed = x + 4;
    out.icc_one_way_mean = x + 5;
    out.icc_two_way_mean = x + 6;
    out.icc_fixed_mean = x + 7;
    tell(j, skpi_award_agreement(&j->in, &out));
    fprintf(stderr,
            "Kendall's W %.4f (p %.3g); intraclass correlations, one score: %.4f %.4f %.4f, mean: %.4f %.4f %.4f\n",
            x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]);
}

static void print_parts(const jury *j)
{
    int32_t *part = program_memory(j->entry->n, sizeof *part),
            *of_judge = program_memory(j->judge->n, sizeof *of_judge);
    skpi_award_summary_out out = {.size = sizeof out, .entry_part = part, .judge_part = of_judge};
    tell(j, skpi_award_summary(&j->in, 0, &out));
    puts("kind,name,part");
    for (size_t i = 0; i < j->entry->n + j->judge->n; i++) {
        const int entry = i < j->entry->n;
        fputs(entry ? "entry," : "judge,", stdout);
        csv_put_text(stdout, 1, entry ? j->entry->name[i] : j->judge->name[i - j->entry->n]);
        printf(",%d\n", (int)(entry ? part[i] : of_judge[i - j->entry->n]) + 1);
    }
    free(part);
    free(of_judge);
}

static void print_ranks(const jury *j, const skpi_award_adjust_options *model, const skpi_award_line *line,
                        const skpi_award_chance_options *draws)
{
    enum { COLUMNS = 9 };
    const size_t n = j->entry->n;
    double *x = program_memory(n * COLUMNS, sizeof *x);
    int32_t *count = program_memory(n, sizeof *count), *rank = program_memory(n, 2 * sizeof *rank);
    int32_t *selected = program_memory(n, sizeof *selected);
    skpi_award_summary_out summary = {.size = sizeof summary, .entry_count = count, .mean = x, .middle = x + n};
    summary.median = x + 2 * n;
    skpi_award_adjust_out adjust = {.size = sizeof adjust, .adjusted = x + 3 * n, .error = x + 4 * n};
    skpi_award_chance_out chance = {.size = sizeof chance, .expected_rank = x + 5 * n, .low = x + 6 * n};
    chance.high = x + 7 * n;
    chance.probability = x + 8 * n;
    skpi_award_select_out select = {.size = sizeof select, .selected = selected};
    tell(j, skpi_award_summary(&j->in, 0, &summary));
    tell(j, skpi_award_adjust(&j->in, model, &adjust));
    tell(j, skpi_award_chance(&j->in, line, model, draws, &chance));
    tell(j, skpi_index_rank(n, 1, x, 0, rank));
    tell(j, skpi_index_rank(n, 1, x + 3 * n, 0, rank + n));
    if (line->tie) tell(j, skpi_award_select(n, x + 3 * n, NULL, j->track_of, line, &select));
    printf("entry,n,raw,drop_hi_lo,median,adjusted,error,rank_raw,rank_adjusted,expected_rank,rank_low,rank_high,"
           "p_selected%s\n",
           line->tie ? ",selected" : "");
    for (size_t i = 0; i < n; i++) {
        csv_put_text(stdout, 1, j->entry->name[i]);
        csv_put_number(stdout, 0, count[i]);
        for (size_t c = 0; c < 5; c++) csv_put_number(stdout, 0, x[c * n + i]);
        csv_put_number(stdout, 0, rank[i]);
        csv_put_number(stdout, 0, rank[n + i]);
        for (size_t c = 5; c < COLUMNS; c++) csv_put_number(stdout, 0, x[c * n + i]);
        if (line->tie) csv_put_number(stdout, 0, selected[i]);
        putchar('\n');
    }
    free(x);
    free(count);
    free(rank);
    free(selected);
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: award_rank [--model mixed|ls] [--winners K --ties in|out|lot=SEED] [--judges FILE]\n"
        "                  [--tracks FILE] [--quota FILE] [--draws N,SEED] [--agreement] [--parts] SCORES\n"
        "SCORES: entry,judge,score, perhaps weight.  --tracks: entry,track.  --quota: track,least,most;\n"
        "an empty most is no bound.\n"
        "Usual are the mixed model and 10000 draws of seed 0; without --winners half of the entries win in the draws.\n"
        "--judges writes judge,n,leniency,error.  --parts prints who is connected to whom, and nothing else.\n");
    const char *model = program_option("--model"), *judges = program_option("--judges");
    const char *tracks = program_option("--tracks"), *quota = program_option("--quota");
    const char *ties = program_option("--ties"), *draws = program_option("--draws");
    const uint64_t winners = program_whole("--winners", 0, 1, 1000000000);
    const int agreement = program_flag("--agreement"), parts = program_flag("--parts");
    char **file;
    jury j = {.table = NULL};
    skpi_award_adjust_options options = {.size = sizeof options, .model = SKPI_AWARD_MODEL_MIXED};
    skpi_award_line line = {.size = sizeof line, .n_winners = winners};
    skpi_award_chance_options chance = {.size = sizeof chance, .coverage = .9};
    program_operands(1, 1, &file);
    if (model && strcmp(model, "ls") == 0)
        options.model = SKPI_AWARD_MODEL_LEAST_SQUARES;
    else if (model && strcmp(model, "mixed") != 0)
        program_fail(PROGRAM_USAGE, "--model: mixed or ls is needed, not %s", model);
    if (!winners != !ties) program_fail(PROGRAM_USAGE, "--winners and --ties need each other");
    if (ties) read_ties(&line, ties);
    if (draws) {
        char *end;
        if (!whole(draws, &chance.n_draws, &end) || *end != ',' || !chance.n_draws || chance.n_draws > DRAWS_MOST ||
            !whole(end + 1, &chance.seed, &end) || *end)
            program_fail(PROGRAM_USAGE, "--draws: a number up to %llu and a seed are needed, 10000,1",
                         (unsigned long long)DRAWS_MOST);
    }
    read_scores(&j, file[0]);
    if (tracks) read_tracks(&j, tracks);
    if (winners > j.entry->n)
        program_fail(PROGRAM_DATA, "--winners %llu is above %zu, the number of entries in %s",
                     (unsigned long long)winners, j.entry->n, csv_name(j.table));
    if (!winners) line.n_winners = (j.entry->n + 1) / 2;
    if (quota) read_quota(&j, quota, &line);
    if (parts) {
        print_parts(&j);
        return program_end();
    }
    if (agreement) print_agreement(&j);
    if (judges) print_judges(&j, judges, &options);
    print_ranks(&j, &options, &line, &chance);
    return program_end();
}
