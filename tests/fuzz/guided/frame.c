/* Arguments are made in three rounds: handles, which tell lengths; structs and counts; arrays and all else. */
#include "frame.h"
#include "arena.h"
#include "input.h"
#include "values.h"
#include "ensemble/hash.h"
#include <string.h>

enum { MAX_CELLS = 4096, MAX_TEXT = 5001, MAX_DEPTH = 6 };

static int32_t stop_after; /* calls of the progress function; below 0: it never stops */

static int32_t count_down(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total, (void)user;
    return stop_after >= 0 && stop_after-- == 0;
}

void frame_store(frame *f, int k, slot v)
{
    const node *n = &f->l->nodes[k];
    size_t width = n->role == ROLE_NUMBER || n->role == ROLE_COUNT ? values_width(n->type) : sizeof(void *);
    if (n->parent < 0) {
        f->argument[n->offset] = v;
    } else if (f->at[n->parent] && n->offset + width <= f->bytes[n->parent]) {
        memcpy(f->at[n->parent] + n->offset, &v, width);
    }
}

/* Whether the call can see a node: it is an argument, or its struct is there and long enough. */
static int is_seen(const frame *f, const node *n, size_t width)
{
    if (n->parent < 0) return 1;
    if (f->l->nodes[n->parent].role == ROLE_TABLES) return 1; /* these are made last */
    return f->at[n->parent] && n->offset + width <= f->bytes[n->parent];
}

uint64_t frame_length(const frame *f, const axis *a)
{
    uint64_t length = 0;
    if (a->node >= 0) {
        const node *n = &f->l->nodes[a->node];
        if (a->accessor >= 0) {
            length = f->handle[a->node] ? table_access(a->accessor, f->handle[a->node]) : 0;
        } else {
            length = f->count[a->node];
            if (length > 1u << 20) length = n->n_given ? (uint64_t)((const int64_t *)n->given)[0] : 0;
            if (!length) length = (uint64_t)n->zero;
        }
    }
    return a->number < 0 && length < (uint64_t)-a->number ? 0 : length + (uint64_t)a->number;
}

static size_t cells_of(const frame *f, const node *n)
{
    uint64_t cells = 1;
    for (int i = 0; i < n->n_axes; i++) {
        uint64_t length = frame_length(f, &n->axes[i]);
        if (length > MAX_CELLS) return MAX_CELLS + 1;
        cells *= length;
    }
    return cells > MAX_CELLS ? MAX_CELLS + 1 : (size_t)cells;
}

int frame_is_array(const node *n) { return n->role == ROLE_ARRAY || n->role == ROLE_OUT || n->role == ROLE_ROWS; }

/* A call of another line, of which only the handle is wanted. */
static int call_for_handle(const line *l, family *own, int with_template, void **made)
{
    static int depth;
    if (depth == MAX_DEPTH) return 0;
    frame f; /* not static: makers need makers */
    size_t mark = arena_mark();
    int paused = with_template ? input_pause(1) : 0;
    *made = NULL;
    depth++;
    int good = frame_build(&f, l, own);
    if (good) {
        void *handle = NULL;
        for (int k = 0; k < l->n_nodes; k++)
            if (l->nodes[k].role == ROLE_NEW_HANDLE) frame_store(&f, k, (slot){.pointer = &handle});
        good = l->call(f.argument) >= 0;
        *made = handle;
    }
    /* handles that the call itself asked for live as long as the family */
    for (int k = 0; k < f.own.n; k++) {
        if (own->n < MAX_FAMILY) {
            own->maker[own->n] = f.own.maker[k];
            own->handle[own->n++] = f.own.handle[k];
        }
    }
    depth--;
    if (with_template) input_pause(paused);
    arena_reset(mark);
    return good;
}

static void *find_handle(const family *members, int maker)
{
    for (int k = 0; members && k < members->n; k++)
        if (members->maker[k] == maker) return members->handle[k];
    return NULL;
}

/* The handle of a node: of the family, or made by its recipe. */
static void *make_handle(frame *f, const node *n, const family *outer)
{
    unsigned b = input_byte();
    if (b >= 252) return NULL;
    int maker = n->how.line[0];
    if (!(n->flags & NODE_APART)) {
        void *known = find_handle(&f->own, maker);
        if (!known) known = find_handle(outer, maker);
        if (known) return known;
    }
    family all = f->own;
    for (int k = 0; outer && k < outer->n && all.n < MAX_FAMILY; k++) {
        if (n->flags & NODE_APART && outer->maker[k] == maker) continue;
        all.maker[all.n] = outer->maker[k];
        all.handle[all.n++] = outer->handle[k];
    }
    int before = all.n;
    void *made = NULL;
    if (!call_for_handle(&lines[maker], &all, b < 128, &made) || !made) {
        call_for_handle(&lines[maker], &all, 1, &made);
    }
    if (made && all.n < MAX_FAMILY) {
        all.maker[all.n] = maker;
        all.handle[all.n++] = made;
    }
    for (int k = 1; made && k < n->how.n_lines; k++) {
        void *none;
        if (b >= 128 && b < 136 && input_byte() & 1) continue; /* it does not go through all */
        call_for_handle(&lines[n->how.line[k]], &all, b < 192, &none);
    }
    for (int k = before; k < all.n && f->own.n < MAX_FAMILY; k++) {
        f->own.maker[f->own.n] = all.maker[k];
        f->own.handle[f->own.n++] = all.handle[k];
    }
    return made;
}

void frame_end(frame *f)
{
    while (f->own.n) {
        f->own.n--;
        const line *maker = &lines[f->own.maker[f->own.n]];
        if (maker->end >= 0) table_end(maker->end, f->own.handle[f->own.n]);
    }
}

/* The memory of a struct: whole, shorter, longer, with flags, or none. */
static int build_struct(frame *f, int k)
{
    const node *n = &f->l->nodes[k];
    unsigned b = input_byte();
    size_t size = n->size;
    uint32_t said = (uint32_t)size, flags = 0;
    f->at[k] = NULL;
    if (!is_seen(f, n, sizeof(void *))) return 1;
    if (b >= 250 || (b >= 240 && n->flags & NODE_OPTIONAL)) {
        frame_store(f, k, (slot){0});
        return 1;
    }
    if (b >= 200 && b < 216) flags = n->mask & (uint32_t)input_bytes(2);
    if (b == 248) flags = (uint32_t)input_bytes(4);
    int tail = 0;
    if (b >= 216 && b < 226) { /* shorter */
        size = 8 + input_byte() % (n->size - 7);
        said = (uint32_t)size;
    } else if (b >= 226 && b < 232) { /* longer, known tail or not */
        tail = b < 229 ? 0 : (int)input_byte();
        size += 8;
        said = (uint32_t)size;
    } else if (b == 249) {
        static const uint32_t wrong[] = {0, 7, 4097, 5000, UINT32_MAX};
        said = wrong[input_byte() % 5];
    }
    unsigned char *at = arena_block(size);
    if (!at) return 0;
    f->at[k] = at;
    f->bytes[k] = size;
    if (n->role == ROLE_STRUCT || size > n->size)
        for (size_t i = n->role == ROLE_STRUCT ? 0 : n->size; i < size; i++) at[i] = 0;
    if (size > n->size) at[size - 1] = (unsigned char)tail;
    memcpy(at, &said, 4);
    memcpy(at + 4, &flags, 4);
    frame_store(f, k, (slot){.pointer = at});
    return 1;
}

static void build_count(frame *f, int k)
{
    const node *n = &f->l->nodes[k];
    uint64_t count = values_count(n, &f->huge);
    f->count[k] = is_seen(f, n, values_width(n->type)) ? count : 0;
    frame_store(f, k, (slot){.uint64 = count});
}

/* Where the rows of ragged arrays begin: evenly, if there is another number of rows than in the valid call. */
static void build_offsets(const frame *f, const node *n, unsigned char *at, size_t cells)
{
    uint64_t total = n->n_over ? cells_of(f, &f->l->nodes[n->over[0]]) : 0;
    for (size_t i = 0; i < cells; i++) {
        uint64_t from = cells > 1 ? i * total / (cells - 1) : 0;
        memcpy(at + 8 * i, &from, 8);
    }
}

/* Gives a buffer the checksum in its last word with which the library writes it: without, nearly all would be refused. */
static void seal_buffer(unsigned char *at, size_t size)
{
    uint64_t hash = SKPI__HASH_START, word = 0;
    for (size_t k = 0; k + 16 <= size; k += 8) {
        memcpy(&word, at + k, 8);
        hash = skpi__hash(hash, word);
    }
    if (size >= 8) memcpy(at + (size - 8) / 8 * 8, &hash, 8);
}

static int build_array(frame *f, int k)
{
    const node *n = &f->l->nodes[k];
    size_t cells = cells_of(f, n), width = values_width(n->type);
    if (!is_seen(f, n, sizeof(void *))) return 1;
    if (cells > MAX_CELLS) return 0;
    int given = 1;
    if (n->role != ROLE_ARRAY) {
        unsigned b = input_byte();
        given = n->flags & NODE_ABSENT ? b >= 200 && b < 240
                                       : b < 224 || (b < 254 && !(n->flags & NODE_OPTIONAL) && n->role == ROLE_OUT);
    }
    unsigned char *at = given ? arena_block(cells * width) : NULL;
    if (given && !at) return 0;
    if (n->role == ROLE_ARRAY) {
        int as_given = n->flags & NODE_OFFSETS && cells != (size_t)n->n_given;
        if (!values_array(n, at, cells))
            at = NULL;
        else if (as_given)
            build_offsets(f, n, at, cells);
        else if (n->type == TYPE_CHAR && input_byte() < 192)
            seal_buffer(at, cells);
    }
    f->at[k] = at;
    f->cells[k] = cells;
    f->bytes[k] = cells * width;
    frame_store(f, k, (slot){.pointer = at});
    return 1;
}

static const char *build_text(const node *n, size_t i)
{
    char room[MAX_TEXT];
    const char *text = values_text(n, i, room, sizeof room);
    if (!text) return NULL;
    size_t length = strlen(text);
    unsigned char *at = arena_block(length + 1);
    if (at) memcpy(at, text, length + 1);
    return (char *)at;
}

static int build_pointers(frame *f, int k)
{
    const node *n = &f->l->nodes[k];
    if (!is_seen(f, n, sizeof(void *))) return 1;
    size_t cells = n->n_axes ? cells_of(f, n) : 1;
    if (n->role == ROLE_TEXT) {
        frame_store(f, k, (slot){.pointer = (void *)(uintptr_t)build_text(n, 0)});
        return 1;
    }
    unsigned b = input_byte();
    if (cells > MAX_CELLS / 16) return 0;
    unsigned char *at = b < 250 ? arena_block(cells * sizeof(void *)) : NULL;
    if (!at) return b >= 250;
    int child = 0, n_children = 0;
    for (int j = k + 1; j < f->l->n_nodes; j++) n_children += f->l->nodes[j].parent == k;
    for (size_t i = 0; i < cells; i++) {
        const void *one = NULL;
        if (n->role == ROLE_TEXTS) {
            one = build_text(n, i);
        } else if (n_children) { /* the table again from the first if there are more */
            do child = child + 1 < f->l->n_nodes ? child + 1 : k;
            while (f->l->nodes[child].parent != k);
            one = f->at[child];
        }
        memcpy(at + i * sizeof(void *), &one, sizeof one);
    }
    f->at[k] = at;
    f->cells[k] = cells;
    f->bytes[k] = cells * sizeof(void *);
    frame_store(f, k, (slot){.pointer = at});
    return 1;
}

static int build_rest(frame *f, int k)
{
    const node *n = &f->l->nodes[k];
    unsigned b;
    switch (n->role) {
    case ROLE_NUMBER: frame_store(f, k, values_number(n)); return 1;
    case ROLE_ARRAY:
    case ROLE_OUT:
    case ROLE_ROWS: return build_array(f, k);
    case ROLE_TEXT:
    case ROLE_TEXTS:
    case ROLE_TABLES: return build_pointers(f, k);
    case ROLE_HANDLE: frame_store(f, k, (slot){.pointer = f->handle[k]}); return 1;
    case ROLE_PROGRESS:
        b = input_byte();
        stop_after = b < 160 ? -1 : (int32_t)(b - 160);
        f->once |= b >= 128;
        frame_store(f, k, (slot){.pointer = b < 128 ? NULL : (void *)(uintptr_t)count_down});
        return 1;
    default: return 1;
    }
}

int frame_build(frame *f, const line *l, const family *outer)
{
    memset(f->argument, 0, sizeof f->argument);
    memset(f->at, 0, sizeof f->at);
    memset(f->bytes, 0, sizeof f->bytes);
    memset(f->cells, 0, sizeof f->cells);
    f->l = l;
    f->huge = f->once = 0;
    f->own.n = 0;
    for (int k = 0; k < l->n_nodes; k++)
        if (l->nodes[k].role == ROLE_HANDLE) f->handle[k] = make_handle(f, &l->nodes[k], outer);
    for (int k = 0; k < l->n_nodes; k++) {
        if (l->nodes[k].role == ROLE_STRUCT || l->nodes[k].role == ROLE_FILLED) {
            if (!build_struct(f, k)) return 0;
        } else if (l->nodes[k].role == ROLE_COUNT) {
            build_count(f, k);
        }
    }
    for (int k = 0; f->huge && k < l->n_nodes; k++)
        if (l->nodes[k].role == ROLE_COUNT && !f->count[k]) return 0; /* nothing of it would be in memory */
    for (int k = 0; k < l->n_nodes; k++)
        if (!build_rest(f, k)) return 0;
    return 1;
}
