/* Tables that contradict each other. */
#ifndef OUTLOOK_CONTRADICTIONS_H
#define OUTLOOK_CONTRADICTIONS_H
#include "input_tables.h"

/* Ends the program at the first figure that another table, or the row before, makes impossible. */
void contradictions_tell(const tables *in);

#endif
