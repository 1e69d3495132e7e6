/* Juries for the unit tests of awards: a complete table of known answers, and random juries. */
#ifndef SKPI_AWARD_JURY_TEST_H
#define SKPI_AWARD_JURY_TEST_H
#include "unit/unit.h"

enum { MOST = 4000 };

typedef struct jury {
    size_t n, entries, judges;
    int32_t entry[MOST], judge[MOST];
    double score[MOST], weight[MOST];
} jury;

static inline skpi_award_scores jury_scores(const jury *j)
{
    const skpi_award_scores s = {.size = sizeof s,
                                 .n_scores = j->n,
                                 .n_entries = j->entries,
                                 .n_judges = j->judges,
                                 .entry = j->entry,
                                 .judge = j->judge,
                                 .score = j->score};
    return s;
}
static inline void jury_add(jury *j, size_t entry, size_t judge, double score)
{
    j->entry[j->n] = (int32_t)entry;
    j->judge[j->n] = (int32_t)judge;
    j->weight[j->n] = 1;
    j->score[j->n++] = score;
}
/* A table of entries x judges, row by row. */
static inline jury jury_table(size_t entries, size_t judges, const double *score)
{
    jury j = {.entries = entries, .judges = judges};
    for (size_t i = 0; i < entries; i++)
        for (size_t k = 0; k < judges; k++) jury_add(&j, i, k, score[i * judges + k]);
    return j;
}

/* Numbers from a generator of Lehmer's, 16807 mod 2^31 - 1. */
static uint64_t jury_state;
static inline double jury_random(void)
{
    jury_state = jury_state * 16807 % 2147483647;
    return (double)jury_state / 2147483647;
}
static inline double jury_normal(void)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) sum += jury_random();
    return sum;
}

/* Each entry has so many judges, drawn without one twice; the first is another for neighbouring entries, and the second
 * his neighbour, so that all are connected. */
static inline jury jury_any(uint64_t seed, size_t entries, size_t judges, size_t each, double sd_entry, double sd_judge,
                            double sd)
{
    jury j = {.entries = entries, .judges = judges};
    double leniency[100];
    jury_state = seed;
    for (size_t k = 0; k < judges; k++) leniency[k] = sd_judge * jury_normal();
    for (size_t i = 0; i < entries; i++) {
        const double quality = 60 + sd_entry * jury_normal();
        uint32_t has[100] = {0};
        for (size_t k = 0; k < each; k++) {
            size_t judge = (i + k) % judges;
            if (k > 1)
                for (judge = (size_t)(jury_random() * (double)judges); has[judge];) judge = (judge + 1) % judges;
            has[judge] = 1;
            jury_add(&j, i, judge, quality + leniency[judge] + sd * jury_normal());
        }
    }
    return j;
}

#endif
