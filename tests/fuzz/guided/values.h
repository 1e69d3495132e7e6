/* Numbers and texts for the arguments of a call: mostly what their kind allows, some hostile. */
#ifndef GUIDED_VALUES_H
#define GUIDED_VALUES_H
#include "table.h"

size_t values_width(enum type type);             /* bytes of one value */
slot values_number(const node *n);               /* a number by value */
uint64_t values_count(const node *n, int *huge); /* huge: more than memory holds, and no array has that length */
/* Fills an array; 0 if it is to be NULL. */
int values_array(const node *n, unsigned char *to, size_t cells);
/* The text k of an argument, of which at most `room` bytes are used; NULL if it is to be NULL. */
const char *values_text(const node *n, size_t k, char *room, size_t size);

#endif
