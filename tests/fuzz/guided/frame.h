/* One call: its arguments, made from the input's bytes. */
#ifndef GUIDED_FRAME_H
#define GUIDED_FRAME_H
#include "table.h"

/* Handles that belong to one call, each by the line that made it. */
typedef struct family {
    int n;
    int maker[MAX_FAMILY];
    void *handle[MAX_FAMILY];
} family;

typedef struct frame {
    const line *l;
    slot argument[MAX_ARGUMENTS];
    unsigned char *at[MAX_NODES]; /* the memory of a struct or array; NULL if there is none */
    size_t cells[MAX_NODES], bytes[MAX_NODES];
    uint64_t count[MAX_NODES];
    void *handle[MAX_NODES];
    int huge; /* a count is more than memory holds */
    int once; /* a second call would not do the same */
    family own;
} frame;

int frame_build(frame *f, const line *l, const family *outer); /* 0: the input asks for too much */
void frame_store(frame *f, int k, slot v);                     /* the value of a node, where its parent holds it */
void frame_end(frame *f);                                      /* frees the handles that were made for it */
uint64_t frame_length(const frame *f, const axis *a);
int frame_is_array(const node *n); /* whether the node has memory with cells */

#endif
