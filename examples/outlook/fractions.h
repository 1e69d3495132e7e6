/* Fractions that stand for themselves: whether percent was given, or a fraction divided by 100. */
#ifndef OUTLOOK_FRACTIONS_H
#define OUTLOOK_FRACTIONS_H
#include "input_tables.h"

void fractions_tell(const tables *in);

#endif
