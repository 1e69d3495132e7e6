/* Reports of broken laws. */
#ifndef GUIDED_BROKEN_H
#define GUIDED_BROKEN_H
#include "frame.h"

/* Prints the call and stops the program; with GUIDED_LIST in the environment it prints each kind once and goes on. */
void broken(const frame *f, const char *what, int node, int32_t status);

#endif
