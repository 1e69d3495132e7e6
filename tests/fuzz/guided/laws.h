/* What must hold for every call of every function. */
#ifndef GUIDED_LAWS_H
#define GUIDED_LAWS_H
#include "frame.h"

void laws_try(const line *l); /* calls it with arguments made from the input, and aborts if a law is broken */
extern uint64_t laws_calls;   /* the number of calls so far */

#endif
