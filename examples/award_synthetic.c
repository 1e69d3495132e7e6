/* Makes a jury whose truth is known: entries of cities in tracks, judges of unlike severity, five scores an entry.
 *
 * score = quality of the entry + leniency of the judge + residual, in whole points.  All numbers follow from the seed, by
 * the library's stream of normal numbers (skpi_ensemble_draw), on every machine.  Nothing in it is real. */
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>

static const char help[] =
    "usage: award_synthetic [OPTION ...] --out DIR\n"
    "Makes a synthetic jury: DIR/scores.csv (entry,judge,score) and DIR/entries.csv (entry,place,track,quality).\n"
    "\n"
    "  --seed S     any whole number; the default is 2023\n"
    "  --entries N  the default is 188\n"
    "  --cities N   the default is 41; each has an entry, and some have many\n"
    "  --tracks N   the default is 5; their means differ, and half of the judges of an entry are of its track\n"
    "  --judges N   the default is 40\n"
    "  --each N     scores of an entry; the default is 5, or all judges if they are fewer\n"
    "  --help       print this\n"
    "\n"
    "Standard deviations: entries of a track 8, means of tracks 4, judges 5, residuals 6 points.\n"
    "Exit status: 0 success, 1 a file cannot be written, 2 wrong usage.\n";

/* What is drawn; each has its own numbers. */
enum { MEAN = 1, QUALITY, CITY, LENIENCY, RESIDUAL, CHOICE };
enum { YEAR = 2023, MOST = 100000 };
static const double middle = 60, track_sd = 4, entry_sd = 8, judge_sd = 5, residual_sd = 6;
static const double own = 1; /* of a judge's chance to be chosen, in standard deviations, if the track is his own */

typedef struct jury {
    uint64_t seed;
    size_t entries, cities, tracks, judges, each;
} jury;

static double normal(const jury *j, int32_t what, size_t of, size_t k)
{
    double z;
    const skpi_status s = skpi_ensemble_draw(1, j->seed, 0, of, YEAR, what, k, &z);
    if (s < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    return z;
}

static FILE *table_begin(const char *out, const char *name, const jury *j, const char *header)
{
    FILE *f = program_create(out, name);
    fprintf(f,
            "# SYNTHETIC: made by examples/award_synthetic, seed %llu; no entry, city, judge or score is real.\n"
            "%s\n",
            (unsigned long long)j->seed, header);
    return f;
}

static double quality(const jury *j, size_t i)
{
    return middle + track_sd * normal(j, MEAN, i % j->tracks, 0) + entry_sd * normal(j, QUALITY, i, 0);
}

/* The first entries are of different cities; later ones are more often of the first cities. */
static size_t city(const jury *j, size_t i)
{
    const double share = .5 * erfc(normal(j, CITY, i, 0) / sqrt(2));
    return i < j->cities ? i : (size_t)fmin((double)j->cities * share * share, (double)j->cities - 1);
}

typedef struct choice {
    double key;
    size_t judge;
} choice;

static int by_key(const void *a, const void *b)
{
    const double x = ((const choice *)a)->key, y = ((const choice *)b)->key;
    return (x < y) - (x > y);
}

static int by_judge(const void *a, const void *b)
{
    const size_t x = ((const choice *)a)->judge, y = ((const choice *)b)->judge;
    return (x > y) - (x < y);
}

static void write_scores(const char *out, const jury *j)
{
    FILE *f = table_begin(out, "scores.csv", j, "entry,judge,score");
    choice *all = program_memory(j->judges, sizeof *all);
    for (size_t i = 0; i < j->entries; i++) {
        for (size_t k = 0; k < j->judges; k++)
            all[k] = (choice){normal(j, CHOICE, i, k) + (k % j->tracks == i % j->tracks ? own : 0), k};
        qsort(all, j->judges, sizeof *all, by_key);
        qsort(all, j->each, sizeof *all, by_judge);
        for (size_t k = 0; k < j->each; k++) {
            const double score = quality(j, i) + judge_sd * normal(j, LENIENCY, all[k].judge, 0) +
                                 residual_sd * normal(j, RESIDUAL, i, all[k].judge);
            fprintf(f, "Entry %03zu,Judge %02zu,%.0f\n", i + 1, all[k].judge + 1, fmax(0, fmin(100, round(score))));
        }
    }
    free(all);
    program_close(f, "scores.csv");
}

static void write_entries(const char *out, const jury *j)
{
    FILE *f = table_begin(out, "entries.csv", j, "entry,place,track,quality");
    for (size_t i = 0; i < j->entries; i++)
        fprintf(f, "Entry %03zu,City %02zu,Track %zu,%.4f\n", i + 1, city(j, i) + 1, i % j->tracks + 1, quality(j, i));
    program_close(f, "entries.csv");
}

static size_t at_most(size_t usual, size_t most) { return usual < most ? usual : most; }

int main(int argc, char **argv)
{
    char **none;
    program_begin(argc, argv, help);
    const char *out = program_option("--out");
    jury j = {.seed = program_whole("--seed", YEAR, 0, UINT64_MAX / 2)};
    j.entries = program_whole("--entries", 188, 2, MOST);
    j.cities = program_whole("--cities", at_most(41, j.entries), 1, j.entries);
    j.tracks = program_whole("--tracks", at_most(5, j.entries), 1, j.entries);
    j.judges = program_whole("--judges", 40, 2, MOST);
    j.each = program_whole("--each", at_most(5, j.judges), 1, j.judges);
    program_operands(0, 0, &none);
    if (!out) program_fail(PROGRAM_USAGE, "--out is needed (see --help)");
    program_make_directory(out);
    write_scores(out, &j);
    write_entries(out, &j);
    return program_end();
}
