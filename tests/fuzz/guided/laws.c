/* The laws.  A call
 *   - returns only statuses that its contract names, and its rows too;
 *   - leaves its inputs alone, and after a failure its outputs;
 *   - after a success has written every output, with values of its kind, NaN or infinities only where the contract
 *     says so;
 *   - raises no error of GSL, and the words of its error are its own;
 *   - gives the same bits if an output is left out, alone, or written over an input that it may be;
 *   - gives each row the bits and status that the row has alone, unless the row repeats an earlier one.
 * Sanitizers see the rest. */
#include "laws.h"
#include "arena.h"
#include "broken.h"
#include "input.h"
#include "values.h"
#include <gsl/gsl_errno.h>
#include <math.h>
#include <smartkpi.h>
#include <string.h>

enum { NUMERIC_FIRST = -49, NUMERIC_LAST = -40 };

uint64_t laws_calls;
static uint64_t gsl_errors;

static void count_gsl_error(const char *reason, const char *file, int at, int number)
{
    (void)reason, (void)file, (void)at, (void)number;
    gsl_errors++;
}

static int32_t call(const frame *f)
{
    laws_calls++;
    return f->l->call(f->argument);
}

static int is_output(const node *n)
{
    return n->role == ROLE_OUT || n->role == ROLE_ROWS || n->role == ROLE_FILLED || n->role == ROLE_NEW_HANDLE;
}

static int is_named(const line *l, int32_t status)
{
    if (status >= 0) return !(status & ~l->warnings);
    for (int k = 0; k < l->n_failures; k++)
        if (l->failures[k] == status) return 1;
    return 0;
}

static void check_words(const frame *f, int32_t status)
{
    skpi_error e = {.size = sizeof e};
    if (skpi_last_error_get(&e)) return;
    if (e.status != status)
        broken(f, "the last error has another status", -1, e.status);
    else if (strcmp(e.function, f->l->function) != 0)
        broken(f, "the last error names another function", -1, status);
}

/* Nothing but outputs has changed.  The arena is afterwards as it was before the call, the image AFTER as behind it. */
static void check_memory(const frame *f, int32_t status)
{
    int kept = status < 0 && status != SKPI_ECANCELED &&
               (f->l->flags & LINE_STRICT || status < NUMERIC_FIRST || status > NUMERIC_LAST);
    arena_keep(ARENA_AFTER);
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (!is_output(n) || !f->at[k]) continue;
        if (kept && arena_differs(ARENA_BEFORE, f->at[k], f->at[k] + f->bytes[k]))
            broken(f, "it fails and has written", k, status);
        const unsigned char *before = arena_image_of(ARENA_BEFORE, f->at[k]);
        for (size_t i = 0; i < f->bytes[k]; i++) f->at[k][i] = before[i];
    }
    const unsigned char *at = arena_differs(ARENA_BEFORE, arena_first(), arena_end());
    for (int k = 0; at && k < f->l->n_nodes; k++)
        if (f->at[k] && at >= f->at[k] && at < f->at[k] + f->bytes[k]) broken(f, "it changes its input", k, status);
    if (at) broken(f, "it writes outside its outputs", -1, status);
    arena_restore();
}

static int32_t status_of_row(const frame *f, int rows, size_t row)
{
    int32_t status;
    memcpy(&status, arena_image_of(ARENA_AFTER, f->at[rows] + 4 * row), 4);
    return status;
}

static int rows_node(const frame *f)
{
    for (int k = 0; k < f->l->n_nodes; k++)
        if (f->l->nodes[k].role == ROLE_ROWS) return k;
    return -1;
}

static int by_row(const frame *f, const node *n)
{
    for (int k = 0; n->n_axes && k < f->l->n_row_counts; k++)
        if (n->axes[0].node == f->l->row_counts[k] && n->axes[0].accessor < 0 && !n->axes[0].number) return 1;
    return 0;
}

/* A cell of an output after a success: written, and a number; in a row that failed there is none. */
static void check_cell(const frame *f, int k, const unsigned char *at, int failed)
{
    const node *n = &f->l->nodes[k];
    size_t width = values_width(n->type), i = 0;
    while (i < width && at[i] == ARENA_FILL) i++;
    if (i == width) {
        if (!(n->flags & NODE_PARTLY)) broken(f, "it succeeds and has not written", k, 0);
    } else if (n->type == TYPE_DOUBLE) {
        double x;
        memcpy(&x, at, 8);
        if (failed && !isnan(x)) broken(f, "a number stands in a failed row of", k, 0);
        if (failed) return;
        if (!isfinite(x) && !(n->flags & NODE_ANY_VALUE))
            broken(f, isnan(x) ? "NaN stands in" : "infinity stands in", k, 0);
        if (x < n->low || x > n->high) broken(f, "a value outside its kind stands in", k, 0);
    } else if (n->type == TYPE_INT32) {
        int32_t x;
        memcpy(&x, at, 4);
        if (failed && x != SKPI_NONE) broken(f, "a number stands in a failed row of", k, 0);
        int known = !n->n_choices || x == SKPI_NONE || failed;
        for (int j = 0; j < n->n_choices; j++) known |= n->choice[j] == x;
        if (!known) broken(f, "no constant of its enum stands in", k, x);
    }
}

static void check_outputs(const frame *f, int32_t status)
{
    int rows = rows_node(f), any_failed = 0;
    if (rows >= 0 && f->at[rows])
        for (size_t i = 0; i < f->cells[rows]; i++) {
            int32_t s = status_of_row(f, rows, i);
            if (!is_named(f->l, s) || (s >= 0 && s & SKPI_WROWS))
                broken(f, "a row has a status that the contract does not name", -1, s);
            any_failed |= s < 0;
        }
    if (rows >= 0 && !f->at[rows]) rows = -1;
    if (any_failed != (status & SKPI_WROWS)) broken(f, "SKPI_WROWS does not agree with the rows", -1, status);
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (n->role != ROLE_OUT || !f->at[k] || n->type == TYPE_CHAR || !f->cells[k]) continue;
        size_t width = values_width(n->type);
        int each = rows >= 0 && by_row(f, n) && f->cells[rows];
        size_t per_row = each ? f->cells[k] / f->cells[rows] : 1;
        for (size_t i = 0; i < f->cells[k]; i++)
            check_cell(f, k, arena_image_of(ARENA_AFTER, f->at[k] + i * width),
                       each && status_of_row(f, rows, i / per_row) < 0);
    }
}

/* The outputs of another call are those of the first.  Which: the node, or all that are not NULL and not `but`.  Row
 * statuses are compared elsewhere. */
static void check_same(const frame *f, const char *what, int which, int but)
{
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (!is_output(n) || n->role == ROLE_ROWS || !f->at[k] || k == but || (which >= 0 && k != which)) continue;
        if (arena_differs(ARENA_AFTER, f->at[k], f->at[k] + f->bytes[k])) broken(f, what, k, 0);
    }
}

/* A warning may be of an output that is not wanted any more. */
static int is_part(int32_t got, int32_t status) { return got >= 0 ? !(got & ~status) : got == status; }

static int rows_are_part(const frame *f)
{
    int rows = rows_node(f);
    for (size_t i = 0; rows >= 0 && f->at[rows] && i < f->cells[rows]; i++) {
        int32_t got;
        memcpy(&got, f->at[rows] + 4 * i, sizeof got);
        if (!is_part(got, status_of_row(f, rows, i))) return 0;
    }
    return 1;
}

/* One output is left out, or all others are. */
static void try_without(frame *f, int32_t status)
{
    int choice[MAX_NODES], n = 0;
    if (status & SKPI_WROWS) return; /* a row that failed may have failed in one output alone */
    for (int k = 0; k < f->l->n_nodes; k++)
        if (f->l->nodes[k].role == ROLE_OUT && f->l->nodes[k].flags & NODE_OPTIONAL && f->at[k]) choice[n++] = k;
    if (!n) return;
    int one = choice[input_byte() % (unsigned)n];
    slot none = {0}, saved[MAX_ARGUMENTS];
    memcpy(saved, f->argument, sizeof saved);
    frame_store(f, one, none);
    int32_t got = call(f);
    if (!is_part(got, status) || !rows_are_part(f))
        broken(f, "another status without", one, got);
    else
        check_same(f, "other bits without an output in", -1, one);
    memcpy(f->argument, saved, sizeof saved);
    arena_restore();
    if (n == 1) return;
    for (int i = 0; i < n; i++)
        if (choice[i] != one) frame_store(f, choice[i], none);
    got = call(f);
    if (!is_part(got, status) || !rows_are_part(f))
        broken(f, "another status for alone", one, got);
    else
        check_same(f, "other bits alone in", one, -1);
    memcpy(f->argument, saved, sizeof saved);
    arena_restore();
}

/* An output is written over an input that it may be. */
static void try_over(frame *f, int32_t status)
{
    slot saved[MAX_ARGUMENTS];
    memcpy(saved, f->argument, sizeof saved);
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (n->role != ROLE_OUT || !n->n_over || !f->at[k]) continue;
        int over = n->over[input_byte() % (unsigned)n->n_over];
        if (!f->at[over] || f->bytes[over] != f->bytes[k]) continue;
        frame_store(f, k, (slot){.pointer = f->at[over]});
        int32_t got = call(f);
        if (got != status) broken(f, "another status written over an input for", k, got);
        const unsigned char *after = arena_image_of(ARENA_AFTER, f->at[k]);
        for (size_t i = 0; i < f->bytes[k] && status >= 0; i++)
            if (f->at[over][i] != after[i]) {
                broken(f, "other bits over an input in", k, got);
                break;
            }
        memcpy(f->argument, saved, sizeof saved);
        arena_restore();
    }
}

/* Whether a row can be called alone: rows are told by counts that are axes of nothing else. */
static int has_rows(const frame *f, int rows)
{
    const line *l = f->l;
    if (rows < 0 || !f->cells[rows] || l->flags & LINE_COMPARED || f->huge || !l->n_row_counts) return 0;
    for (int k = 0; k < l->n_row_counts; k++)
        if (l->nodes[l->row_counts[k]].role != ROLE_COUNT) return 0;
    for (int k = 0; k < l->n_nodes; k++) {
        const node *n = &l->nodes[k];
        if (n->flags & NODE_OFFSETS && f->at[k]) return 0;
        for (int i = 0; i < n->n_axes; i++)
            for (int j = 0; j < l->n_row_counts; j++)
                if (n->axes[i].node == l->row_counts[j] && (i || n->axes[0].number || n->axes[0].accessor >= 0))
                    return 0;
    }
    return 1;
}

static void try_row(frame *f)
{
    int rows = rows_node(f);
    if (!has_rows(f, rows)) return;
    size_t n = f->cells[rows], row = input_byte() % n;
    int32_t status = f->at[rows] ? status_of_row(f, rows, row) : 0;
    slot saved[MAX_ARGUMENTS];
    memcpy(saved, f->argument, sizeof saved);
    for (int k = 0; k < f->l->n_row_counts; k++)
        if (f->count[f->l->row_counts[k]]) frame_store(f, f->l->row_counts[k], (slot){.uint64 = 1});
    for (int k = 0; k < f->l->n_nodes; k++)
        if (f->at[k] && by_row(f, &f->l->nodes[k]) && f->l->nodes[k].role != ROLE_STRUCT)
            frame_store(f, k, (slot){.pointer = f->at[k] + f->bytes[k] / n * row});
    frame_store(f, rows, (slot){0});
    int32_t got = call(f);
    const int repeats = got >= 0 && status == SKPI_EDUPLICATE; /* an earlier row, which is not there */
    if (!repeats && (got < 0 ? got != status : status < 0)) broken(f, "a row alone has another status", -1, got);
    for (int k = 0; k < f->l->n_nodes && got >= 0 && !repeats; k++) {
        if (f->l->nodes[k].role != ROLE_OUT || !f->at[k] || !by_row(f, &f->l->nodes[k])) continue;
        const unsigned char *from = f->at[k] + f->bytes[k] / n * row;
        if (arena_differs(ARENA_AFTER, from, from + f->bytes[k] / n))
            broken(f, "a row alone has other bits in", k, got);
    }
    memcpy(f->argument, saved, sizeof saved);
    arena_restore();
}

/* Without row statuses the first bad row fails the call. */
static void try_no_rows(frame *f, int32_t status)
{
    int rows = rows_node(f);
    if (rows < 0 || !f->at[rows]) return;
    int32_t first = 0;
    for (size_t i = 0; i < f->cells[rows] && first >= 0; i++) first = status_of_row(f, rows, i);
    slot saved[MAX_ARGUMENTS];
    memcpy(saved, f->argument, sizeof saved);
    frame_store(f, rows, (slot){0});
    int32_t got = call(f);
    if (first < 0 ? got >= 0 : got != status)
        broken(f, "another status without row statuses", -1, got);
    else if (got >= 0)
        check_same(f, "other bits without row statuses in", -1, -1);
    memcpy(f->argument, saved, sizeof saved);
    arena_restore();
}

static void try_laws(frame *f)
{
    void *made = NULL;
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (n->role == ROLE_NEW_HANDLE && input_byte() < 250) {
            f->at[k] = arena_block(sizeof(void *));
            f->bytes[k] = f->at[k] ? sizeof(void *) : 0;
            frame_store(f, k, (slot){.pointer = f->at[k]});
        }
        if (n->role == ROLE_NEW_HANDLE || (n->role == ROLE_HANDLE && n->flags & NODE_CHANGED)) f->once = 1;
    }
    arena_keep(ARENA_BEFORE);
    int32_t status = call(f);
    check_memory(f, status);
    if (!(f->l->flags & LINE_PLAIN)) {
        if (!is_named(f->l, status)) broken(f, "it returns a status that the contract does not name", -1, status);
        if (status < 0)
            check_words(f, status);
        else
            check_outputs(f, status);
        for (int k = 0; k < f->l->n_nodes && status >= 0; k++)
            if (f->l->nodes[k].role == ROLE_NEW_HANDLE && f->at[k]) {
                memcpy(&made, arena_image_of(ARENA_AFTER, f->at[k]), sizeof made);
                if (f->l->end >= 0) table_end(f->l->end, made);
            }
        if (!f->once && status >= 0) {
            unsigned which = input_byte(); /* 0: all; the fuzzer may leave out some, for speed */
            if (!(which & 1)) try_without(f, status);
            if (!(which & 2)) try_over(f, status);
            if (!(which & 4)) try_row(f);
            if (!(which & 8)) try_no_rows(f, status);
        }
    }
    if (gsl_errors) broken(f, "an error of GSL at the host's handler", -1, status);
    gsl_errors = 0;
}

void laws_try(const line *l)
{
    static frame f;
    static int begun;
    if (!begun) gsl_set_error_handler(count_gsl_error);
    begun = 1;
    arena_reset(0);
    if (frame_build(&f, l, NULL)) try_laws(&f);
    frame_end(&f);
}
