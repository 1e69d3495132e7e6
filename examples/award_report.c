/* Says how sure the line of an award is, from what award_rank printed: who is surely above, who surely below, and for
 * whom a lot could as well decide. */
#include "common/csv.h"
#include "common/names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: award_report [--out DIR] RANKS ENTRIES\n"
    "Says how sure the line of an award is.\n"
    "\n"
    "  RANKS      what award_rank --winners K printed\n"
    "  ENTRIES    entry,place,track; with a column quality, the truth, the data are synthetic, which is said "
    "everywhere\n"
    "  --out DIR  also write award.csv (each entry) and figures.csv; plots/draw.sh DIR draws them\n"
    "  --help     print this\n"
    "\n"
    "A lot could as well decide where the odds are less than three to one: a probability of 0.25 to 0.75.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

static const double sure = .9, lot = .25; /* a probability from sure on; from lot to 1 - lot */
enum { ADJUSTED, ERROR, RAW, CHANCE, SELECTED, QUALITY, COLUMNS };
static const char *const column_name[COLUMNS] = {"adjusted", "error", "raw", "p_selected", "selected", "quality"};

typedef struct award {
    csv *ranks, *entries;
    size_t n, winners, cities, tracks;
    double *value[COLUMNS]; /* n; quality is NULL if it is not known */
    const char **entry, **city, **track;
    int *best, *raw_wins; /* 1: truly among the best, or a winner by raw means; as many as there are winners */
    double line;          /* half way between the lowest winner and the highest other */
    double lowest, highest;
} award;

typedef struct place {
    double value;
    size_t i;
} place;

static int downwards(const void *a, const void *b)
{
    const place *x = a, *y = b;
    return x->value != y->value ? (x->value < y->value) - (x->value > y->value) : (x->i > y->i) - (x->i < y->i);
}

/* Marks the k highest of n values; of equal ones the first. */
static int *highest(size_t n, const double *value, size_t k)
{
    place *order = program_memory(n, sizeof *order);
    int *out = program_memory(n, sizeof *out);
    for (size_t i = 0; i < n; i++) order[i] = (place){value[i], i};
    qsort(order, n, sizeof *order, downwards);
    for (size_t i = 0; i < k; i++) out[order[i].i] = 1;
    free(order);
    return out;
}

static size_t count_names(size_t n, const char *const *text)
{
    names *all = names_new(n);
    for (size_t i = 0; i < n; i++) names_add(all, text[i]);
    return all->n;
}

static void read_ranks(award *a, const char *path)
{
    const csv *t = a->ranks = csv_read(path);
    size_t column[COLUMNS];
    const size_t name = csv_column(t, "entry");
    a->n = csv_rows(t);
    csv_unique(t, 1, &name);
    a->entry = program_memory(a->n, sizeof *a->entry);
    for (size_t c = 0; c < QUALITY; c++) {
        column[c] = csv_column(t, column_name[c]);
        a->value[c] = program_memory(a->n, sizeof **a->value);
    }
    for (size_t i = 0; i < a->n; i++) {
        a->entry[i] = csv_text(t, i, name);
        for (size_t c = 0; c < QUALITY; c++)
            a->value[c][i] = c == CHANCE || c == SELECTED ? csv_share(t, i, column[c]) : csv_number(t, i, column[c]);
        a->winners += a->value[SELECTED][i] > 0;
    }
    if (!a->winners || a->winners == a->n) csv_fail(t, CSV_WHOLE, column[SELECTED], "there is no line");
    a->lowest = INFINITY;
    a->highest = -INFINITY;
    for (size_t i = 0; i < a->n; i++) {
        const double x = a->value[ADJUSTED][i];
        if (a->value[SELECTED][i] > 0)
            a->lowest = fmin(a->lowest, x);
        else
            a->highest = fmax(a->highest, x);
    }
    if (a->highest > a->lowest)
        csv_fail(t, CSV_WHOLE, column[SELECTED],
                 "has quotas: an entry that does not win has a higher score than a winner");
    a->line = (a->lowest + a->highest) / 2;
}

static void read_entries(award *a, const char *path)
{
    const csv *t = a->entries = csv_read(path);
    const size_t name = csv_column(t, "entry"), city = csv_column(t, "place"), track = csv_column(t, "track"),
                 quality = csv_optional(t, "quality");
    names *known = names_new(csv_rows(t));
    csv_unique(t, 1, &name);
    for (size_t i = 0; i < csv_rows(t); i++) names_add(known, csv_text(t, i, name));
    a->city = program_memory(a->n, sizeof *a->city);
    a->track = program_memory(a->n, sizeof *a->track);
    if (quality != CSV_NONE) a->value[QUALITY] = program_memory(a->n, sizeof **a->value);
    for (size_t i = 0; i < a->n; i++) {
        const int32_t at = names_find(known, a->entry[i]);
        if (at < 0) csv_fail(a->ranks, i, csv_column(a->ranks, "entry"), "%s is not in %s", a->entry[i], csv_name(t));
        a->city[i] = csv_text(t, (size_t)at, city);
        a->track[i] = csv_text(t, (size_t)at, track);
        if (a->value[QUALITY]) a->value[QUALITY][i] = csv_number(t, (size_t)at, quality);
    }
    if (csv_rows(t) > a->n) {
        names *ranked = names_new(a->n);
        for (size_t i = 0; i < a->n; i++) names_add(ranked, a->entry[i]);
        for (size_t i = 0; i < csv_rows(t); i++)
            if (names_find(ranked, csv_text(t, i, name)) < 0)
                csv_fail(t, i, name, "%s is not in %s", csv_text(t, i, name), csv_name(a->ranks));
    }
    a->cities = count_names(a->n, a->city);
    a->tracks = count_names(a->n, a->track);
    a->raw_wins = highest(a->n, a->value[RAW], a->winners);
    if (a->value[QUALITY]) a->best = highest(a->n, a->value[QUALITY], a->winners);
}

static int undecided(const award *a, size_t i) { return a->value[CHANCE][i] >= lot && a->value[CHANCE][i] <= 1 - lot; }
static int wins(const award *a, size_t i) { return a->value[SELECTED][i] > 0; }

/* What is counted: entries, those that win, those that are truly among the best, and what their chances add up to. */
typedef struct tally {
    size_t n, win, best;
    double chance;
} tally;

static void add(tally *t, const award *a, size_t i)
{
    t->n++;
    t->win += (size_t)wins(a, i);
    t->best += a->best ? (size_t)a->best[i] : 0;
    t->chance += a->value[CHANCE][i];
}

typedef struct summary {
    tally above, below, open, winners; /* above: surely; open: a lot could as well decide */
    size_t raw_others, raw_best;       /* winners by raw means: that do not win, that are truly among the best */
    double error;                      /* mean error of an adjusted score */
} summary;

static summary summarise(const award *a)
{
    summary s = {.error = 0};
    for (size_t i = 0; i < a->n; i++) {
        const double p = a->value[CHANCE][i];
        if (p >= sure) add(&s.above, a, i);
        if (p <= 1 - sure) add(&s.below, a, i);
        if (undecided(a, i)) add(&s.open, a, i);
        if (wins(a, i)) add(&s.winners, a, i);
        s.raw_others += (size_t)(a->raw_wins[i] && !wins(a, i));
        s.raw_best += (size_t)(a->best && a->raw_wins[i] && a->best[i]);
        s.error += a->value[ERROR][i] / (double)a->n;
    }
    return s;
}

static void print_summary(const award *a, const summary *s)
{
    const size_t k = a->winners;
    if (a->best) puts("SYNTHETIC DATA: no entry, city, judge or score is real.\n");
    printf("%zu entries of %zu cities in %zu tracks; %zu win.\n", a->n, a->cities, a->tracks, k);
    printf("The line is at an adjusted score of %.1f: the last winner has %.2f, the next entry %.2f.\n", a->line,
           a->lowest, a->highest);
    printf("The error of a score is about %.1f.\n\n", s->error);
    printf("  %3zu entries are surely above (probability of at least %g); %zu of them win\n", s->above.n, sure,
           s->above.win);
    printf("  %3zu are surely below (at most %.2g); %zu of them win\n", s->below.n, 1 - sure, s->below.win);
    printf("  %3zu could as well be decided by a lot (%g to %g); %zu of them win\n\n", s->open.n, lot, 1 - lot,
           s->open.win);
    printf("By the mean of the scores as they are, %zu of the %zu winners would be others.\n", s->raw_others, k);
    if (!a->best) return;
    printf("The truth is known because it is synthetic: %zu of the %zu winners are among the best %zu; by plain\n",
           s->winners.best, k, k);
    printf("means %zu would be.  One jury does not tell which way is better; many do: smartkpi_award(7).\n",
           s->raw_best);
    printf("Of the %zu that a lot could decide %zu are; their probabilities add up to %.1f.\n", s->open.n, s->open.best,
           s->open.chance);
}

/* The open entries, from the best chance down. */
static void print_open(const award *a, const summary *s)
{
    place *order = program_memory(a->n, sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++)
        if (undecided(a, i)) order[n++] = (place){a->value[CHANCE][i], i};
    qsort(order, n, sizeof *order, downwards);
    if (s->open.n)
        puts("\nA lot could as well decide:\n  probability  adjusted  error   mean  wins  entry, city, track");
    for (size_t k = 0; k < n; k++) {
        const size_t i = order[k].i;
        printf("  %11.2f  %8.2f  %5.2f  %5.1f  %-4s  %s, %s, %s\n", a->value[CHANCE][i], a->value[ADJUSTED][i],
               a->value[ERROR][i], a->value[RAW][i], wins(a, i) ? "yes" : "no", a->entry[i], a->city[i], a->track[i]);
    }
    free(order);
}

static void put_figure(FILE *f, const char *key, double value, const char *text)
{
    csv_put_text(f, 1, key);
    csv_put_number(f, 0, value);
    csv_put_text(f, 0, text);
    fputc('\n', f);
}

static void write_figures(const award *a, const summary *s, const char *out)
{
    FILE *f = program_create(out, "figures.csv");
    fputs("key,value,text\npicture,,award\n", f);
    put_figure(f, "data", (double)NAN, a->best ? "synthetic" : "");
    put_figure(f, "entries", (double)a->n, "");
    put_figure(f, "cities", (double)a->cities, "");
    put_figure(f, "tracks", (double)a->tracks, "");
    put_figure(f, "winners", (double)a->winners, "");
    put_figure(f, "line", a->line, "");
    put_figure(f, "error", s->error, "");
    put_figure(f, "sure", sure, "");
    put_figure(f, "lot", lot, "");
    put_figure(f, "above", (double)s->above.n, "");
    put_figure(f, "below", (double)s->below.n, "");
    put_figure(f, "open", (double)s->open.n, "");
    put_figure(f, "open_win", (double)s->open.win, "");
    put_figure(f, "raw_others", (double)s->raw_others, "");
    if (a->best) {
        put_figure(f, "best_winners", (double)s->winners.best, "");
        put_figure(f, "best_raw", (double)s->raw_best, "");
        put_figure(f, "best_open", (double)s->open.best, "");
        put_figure(f, "chance_open", s->open.chance, "");
    }
    program_close(f, "figures.csv");
}

static void write_entries(const award *a, const char *out)
{
    FILE *f = program_create(out, "award.csv");
    fputs("entry,place,track,raw,adjusted,error,probability,wins,open,best,data\n", f);
    for (size_t i = 0; i < a->n; i++) {
        csv_put_text(f, 1, a->entry[i]);
        csv_put_text(f, 0, a->city[i]);
        csv_put_text(f, 0, a->track[i]);
        csv_put_number(f, 0, a->value[RAW][i]);
        csv_put_number(f, 0, a->value[ADJUSTED][i]);
        csv_put_number(f, 0, a->value[ERROR][i]);
        csv_put_number(f, 0, a->value[CHANCE][i]);
        csv_put_number(f, 0, wins(a, i));
        csv_put_number(f, 0, undecided(a, i));
        csv_put_number(f, 0, a->best ? a->best[i] : (double)NAN);
        csv_put_text(f, 0, a->best ? "synthetic" : "");
        fputc('\n', f);
    }
    program_close(f, "award.csv");
}

int main(int argc, char **argv)
{
    char **file;
    award a = {.ranks = NULL};
    program_begin(argc, argv, help);
    const char *out = program_option("--out");
    program_operands(2, 2, &file);
    read_ranks(&a, file[0]);
    read_entries(&a, file[1]);
    const summary s = summarise(&a);
    print_summary(&a, &s);
    print_open(&a, &s);
    if (out) {
        program_make_directory(out);
        write_figures(&a, &s, out);
        write_entries(&a, out);
    }
    return program_end();
}
