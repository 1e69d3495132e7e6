/* A table of names with open addressing, hashed by FNV-1a. */
#include "names.h"

#include "program.h"

#include <stdlib.h>
#include <string.h>

names *names_new(size_t most)
{
    names *all = program_memory(1, sizeof *all);
    all->slots = 16;
    while (all->slots < 2 * most) all->slots *= 2;
    all->name = program_memory(most, sizeof *all->name);
    all->slot = program_memory(all->slots, sizeof *all->slot);
    return all;
}

/* The slot of a name, or the empty one where it would be. */
static size_t names_slot(const names *all, const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
    size_t at = (size_t)hash & (all->slots - 1);
    while (all->slot[at] && strcmp(all->name[all->slot[at] - 1], name) != 0) at = (at + 1) & (all->slots - 1);
    return at;
}

int32_t names_find(const names *all, const char *name) { return (int32_t)all->slot[names_slot(all, name)] - 1; }

int32_t names_add(names *all, const char *name)
{
    const size_t at = names_slot(all, name);
    if (!all->slot[at]) {
        all->name[all->n++] = name;
        all->slot[at] = (uint32_t)all->n;
    }
    return (int32_t)all->slot[at] - 1;
}

void names_free(names *all)
{
    free(all->name);
    free(all->slot);
    free(all);
}
