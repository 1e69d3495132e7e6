#include "arena.h"

enum { ROOM = 1 << 19, GAP = 32 };

/* Of the address sanitizer's runtime. */
void __asan_poison_memory_region(const volatile void *address, size_t size);
void __asan_unpoison_memory_region(const volatile void *address, size_t size);

static _Alignas(64) unsigned char room[ROOM];
static _Alignas(64) unsigned char images[ARENA_IMAGES][ROOM];
static size_t used, unpoisoned = ROOM;

size_t arena_mark(void) { return used; }

void arena_reset(size_t mark)
{
    size_t to = used > unpoisoned ? used : unpoisoned;
    if (to > mark) __asan_poison_memory_region(room + mark, to - mark);
    unpoisoned = 0;
    used = mark;
}

unsigned char *arena_block(size_t size)
{
    size_t whole = (size + 15) / 16 * 16;
    if (size > ROOM / 2 || used + GAP + whole + GAP > ROOM) return NULL;
    unsigned char *block = room + used + GAP;
    for (size_t k = 0; k < (GAP + whole + GAP) / 8; k++)
        ((volatile uint64_t *)(void *)(room + used))[k] = 0x5a5a5a5a5a5a5a5au;
    __asan_unpoison_memory_region(block, size);
    used += GAP + whole;
    return block;
}

/* Words are volatile: a call of memcpy would be stopped at the forbidden bytes. */
static void move_words(unsigned char *to, const unsigned char *from)
{
    for (size_t k = 0; k < (used + GAP) / 8; k++)
        ((volatile uint64_t *)(void *)to)[k] = ((const volatile uint64_t *)(const void *)from)[k];
}

void arena_keep(enum arena_image image) { move_words(images[image], room); }
void arena_restore(void) { move_words(room, images[ARENA_BEFORE]); }

const unsigned char *arena_image_of(enum arena_image image, const unsigned char *at)
{
    return images[image] + (at - room);
}

const unsigned char *arena_differs(enum arena_image image, const unsigned char *from, const unsigned char *to)
{
    const unsigned char *other = arena_image_of(image, from);
    size_t n = (size_t)(to - from), k = 0;
    if (((uintptr_t)from & 7) == 0)
        while (k + 8 <= n &&
               *(const uint64_t *)(const void *)(from + k) == *(const uint64_t *)(const void *)(other + k))
            k += 8;
    for (; k < n; k++)
        if (from[k] != other[k]) return from + k;
    return NULL;
}

const unsigned char *arena_first(void) { return room; }
const unsigned char *arena_end(void) { return room + used + GAP; }
