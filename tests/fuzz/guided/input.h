/* The bytes of one input, taken one after another; after the last one all are 0, so that the empty input is the valid
 * call. */
#ifndef GUIDED_INPUT_H
#define GUIDED_INPUT_H
#include "table.h"

void input_begin(const uint8_t *bytes, size_t n);
unsigned input_byte(void);
uint64_t input_bytes(int n);            /* little-endian */
size_t input_taken(void);               /* the number of bytes asked for so far */
int input_pause(int paused);            /* while it is paused all bytes are 0; gives what it was before */
uint64_t input_random(uint64_t *state); /* the next number after a state */

#endif
