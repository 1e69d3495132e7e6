/* What the fuzzer knows of a function: its arguments as nodes of a tree in the order of the signature, members behind
 * their struct.  tables.py makes these from the contracts in the public headers and from the valid calls of
 * tests/fuzz/calls.
 */
#ifndef GUIDED_TABLE_H
#define GUIDED_TABLE_H
#include <stddef.h>
#include <stdint.h>

enum {
    MAX_ARGUMENTS = 24, /* of a function */
    MAX_NODES = 160,    /* of a line */
    MAX_AXES = 4,
    MAX_FAMILY = 64 /* handles that belong to one call */
};

enum role {
    ROLE_NUMBER,     /* one number by value */
    ROLE_COUNT,      /* a number that arrays may have as an axis */
    ROLE_ARRAY,      /* numbers, or bytes, that the call reads */
    ROLE_TEXT,       /* a text that the call reads */
    ROLE_TEXTS,      /* an array of texts */
    ROLE_STRUCT,     /* a struct of which each member is a node */
    ROLE_FILLED,     /* a struct whose members the call writes */
    ROLE_TABLES,     /* an array of pointers to structs, which are nodes */
    ROLE_OUT,        /* an array that the call writes */
    ROLE_ROWS,       /* row statuses */
    ROLE_HANDLE,     /* a handle that the call reads or changes */
    ROLE_NEW_HANDLE, /* where the call writes a new handle */
    ROLE_PROGRESS,   /* a function that is told the progress */
    ROLE_NOTHING     /* always 0 */
};

enum type { TYPE_DOUBLE, TYPE_INT32, TYPE_UINT32, TYPE_INT64, TYPE_UINT64, TYPE_CHAR, TYPE_POINTER };

enum node_flag {
    NODE_OPTIONAL = 1,   /* it may be NULL */
    NODE_MISSING = 2,    /* NaN is allowed */
    NODE_ABSENT = 4,     /* NULL, or 0, in the valid call */
    NODE_INCREASING = 8, /* years and horizons */
    NODE_ANY_VALUE = 16, /* of an output: NaN or infinite values may stand in it */
    NODE_CHANGED = 32,   /* of a handle: the call changes it */
    NODE_APART = 64,     /* of a handle: made anew even if the call has one of its kind already */
    NODE_OFFSETS = 128,  /* where the rows of ragged arrays begin */
    NODE_COSTLY = 256,   /* a number that costs time and that no array measures */
    NODE_PARTLY = 512,   /* of an output: the last elements may not be written */
    NODE_ROOM = 1024     /* a count of which the call believes that the array has so many elements */
};

/* The length of an axis: what the count, or the accessor of a handle, gives, plus a number. */
typedef struct axis {
    int node, accessor; /* -1: none */
    int64_t number;
} axis;

/* How a handle is made: by the calls of lines, of which the first makes it. */
typedef struct recipe {
    int n_lines;
    const int *line;
} recipe;

typedef struct node {
    const char *path;
    enum role role;
    enum type type;
    unsigned flags;
    int parent;    /* node of the struct or array that holds it; -1: it is an argument */
    size_t offset; /* in its parent; of an argument its position */
    size_t size;   /* of a struct */
    uint32_t mask; /* known flags of a struct */
    int n_axes;
    axis axes[MAX_AXES];
    double low, high, zero; /* allowed ends; what 0 means (of a count) */
    int n_choices, n_given, n_over;
    const double *choice;
    const void *given; /* of the valid call: double, int64_t, const char * or bytes */
    const int *over;   /* inputs over which this output may be written */
    recipe how;
} node;

typedef union slot {
    void *pointer;
    double real;
    int32_t int32;
    uint32_t uint32;
    int64_t int64;
    uint64_t uint64;
    size_t size;
} slot;

enum line_flag {
    LINE_STRICT = 1,   /* nothing is written after a numerical failure either */
    LINE_COMPARED = 2, /* rows are compared with each other */
    LINE_PLAIN = 4,    /* it returns no status */
    LINE_SLOW = 8      /* a call lasts as long as hundreds of others, and is made less often */
};

/* A function with a valid call; a function may have several lines. */
typedef struct line {
    const char *name, *function, *module;
    unsigned flags;
    uint32_t hash; /* of the name */
    int32_t (*call)(const slot *a);
    int n_nodes, n_arguments;
    const node *nodes;
    int n_failures;
    const int32_t *failures; /* that its contract names */
    int32_t warnings;
    int n_row_counts;
    const int *row_counts;
    int end; /* of a maker: the function that frees what it makes; -1: none */
} line;

extern const line lines[];
extern const int n_lines;
extern const char *const modules[];
extern const int n_modules;
uint64_t table_access(int accessor, const void *handle);
void table_end(int end, void *handle);

#endif
