/* The word of a list that a misspelt one was probably meant to be. */
#ifndef EXAMPLES_NEAREST_H
#define EXAMPLES_NEAREST_H
#include <stddef.h>

/* Its position; n where none is near: at most a third of the letters differ. */
size_t nearest_word(const char *word, size_t n, const char *const *list);
/* That of the first which begins with the word, or with which the word begins: "population" and "population_thousand". */
size_t nearest_beginning(const char *word, size_t n, const char *const *list);
/* 1: the words differ by one letter at most, put in, left out, replaced or exchanged with the next, or by case. */
int nearest_slip(const char *word, const char *other);

#endif
