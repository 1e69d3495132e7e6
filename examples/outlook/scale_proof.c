/* Which figures another unit of a column would contradict.  Figures that are compared with each other make a group; all of
 * one kind may be in another unit together, so a group of one kind proves nothing, unless it has a fixed table. */
#include "scale_finding.h"

#include <stdlib.h>

#define PROOF_WIDEST 1e6 /* high over low: a wider range would let another unit pass */

static size_t proof_group(size_t *group, size_t i)
{
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
}

static void proof_unite(size_t *group, size_t a, size_t b) { group[proof_group(group, a)] = proof_group(group, b); }

static int proof_compares(const scale *s, const scale_relation *r, const scale_finding *f)
{
    return f->count && r->a != r->b && r->slack != SCALE_EVIDENCE && r->high / r->low < PROOF_WIDEST &&
           s->series[r->a].kind != SCALE_SHARE;
}

static int proof_same(const scale_series *a, const scale_series *b)
{
    return a->table == b->table && a->column == b->column && a->place == b->place;
}

void scale_prove(const scale *s, const scale_finding *f, int *proved)
{
    size_t *group = program_memory(s->n_series, sizeof *group);
    int *fixed = program_memory(s->n_series, sizeof *fixed);
    for (size_t i = 0; i < s->n_series; i++) group[i] = i;
    for (size_t i = 0; i < s->n_series; i++)
        for (size_t k = 0; k < i; k++)
            if (proof_same(&s->series[i], &s->series[k])) proof_unite(group, i, k);
    for (size_t k = 0; k < s->n_relations; k++) {
        const scale_relation *r = &s->relation[k];
        if (!proof_compares(s, r, &f[k])) continue;
        if (r->b != SCALE_ALONE) proof_unite(group, r->a, r->b);
        if (r->also) proof_unite(group, r->a, r->also - 1);
    }
    for (size_t i = 0; i < s->n_series; i++) fixed[proof_group(group, i)] |= s->series[i].fixed;
    for (size_t k = 0; k < s->n_relations;
         k++) { /* the range of a quotient that stands alone comes from a table, too */
        const scale_relation *r = &s->relation[k];
        if (r->b == SCALE_ALONE && r->also && proof_compares(s, r, &f[k])) fixed[proof_group(group, r->a)] = 1;
    }
    for (size_t i = 0; i < s->n_series; i++) {
        const scale_series *a = &s->series[i];
        proved[i] = !a->n || a->kind == SCALE_SHARE || fixed[proof_group(group, i)];
        for (size_t k = 0; k < s->n_series && !proved[i]; k++)
            proved[i] = s->series[k].n && s->series[k].kind != a->kind && s->series[k].kind != SCALE_SHARE &&
                        proof_group(group, i) == proof_group(group, k);
    }
    free(group);
    free(fixed);
}
