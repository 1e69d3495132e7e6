/* Tables that contradict each other. */
#ifndef OUTLOOK_CONTRADICTIONS_H
#define OUTLOOK_CONTRADICTIONS_H
#include "input_tables.h"

/* Of each table the columns whose unit nothing would contradict, "gdp (bn CNY)"; empty = none. */
typedef struct unproved {
    char of[TABLES][200];
    int unknown; /* 1: countries.csv is there and does not have the country */
} unproved;

/* Ends the program at the first figure that another table, or the row before, makes impossible. */
void contradictions_tell(const tables *in, unproved *list);

#endif
