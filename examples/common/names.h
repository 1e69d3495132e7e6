/* Numbers for names, from 0 in the order in which the names come first. */
#ifndef EXAMPLES_NAMES_H
#define EXAMPLES_NAMES_H
#include <stddef.h>
#include <stdint.h>

typedef struct names {
    size_t n;
    const char **name; /* n; they belong to the caller */
    uint32_t *slot;    /* 2^bits: 1 + number, 0 where there is none */
    size_t slots;
} names;

names *names_new(size_t most);                          /* room for so many */
int32_t names_add(names *all, const char *name);        /* its number, a new one if it is new */
int32_t names_find(const names *all, const char *name); /* -1 if it is not there */
void names_free(names *all);

#endif
