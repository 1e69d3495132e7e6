/* The memory of one call.  Every block lies between bytes that the address sanitizer forbids and that are compared after
 * the call, because code without a sanitizer may write there too. */
#ifndef GUIDED_ARENA_H
#define GUIDED_ARENA_H
#include "table.h"

enum { ARENA_FILL = 0x5a }; /* what outputs hold before a call */

size_t arena_mark(void);
void arena_reset(size_t mark);
unsigned char *arena_block(size_t size); /* filled with ARENA_FILL; NULL if there is no more room */
/* The image of the arena as it is now: what a call begins with, and what it ended with. */
enum arena_image { ARENA_BEFORE, ARENA_AFTER, ARENA_IMAGES };
void arena_keep(enum arena_image image);
void arena_restore(void); /* as it was before */
/* The position of the first byte of [from, to) that differs from an image; NULL if there is none. */
const unsigned char *arena_differs(enum arena_image image, const unsigned char *from, const unsigned char *to);
const unsigned char *arena_image_of(enum arena_image image, const unsigned char *at);
const unsigned char *arena_first(void);
const unsigned char *arena_end(void);

#endif
