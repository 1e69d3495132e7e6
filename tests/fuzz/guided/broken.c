#include "broken.h"
#include "values.h"
#include <inttypes.h>
#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 24 };

static void print_value(const node *n, const unsigned char *at)
{
    slot v = {0};
    for (size_t i = 0; i < values_width(n->type); i++) ((unsigned char *)&v)[i] = at[i];
    if (n->type == TYPE_DOUBLE)
        fprintf(stderr, " %.17g", v.real);
    else if (n->type == TYPE_INT32)
        fprintf(stderr, " %" PRId32, v.int32);
    else
        fprintf(stderr, " %" PRId64, v.int64);
}

static void print_call(const frame *f)
{
    for (int k = 0; k < f->l->n_nodes; k++) {
        const node *n = &f->l->nodes[k];
        if (n->role == ROLE_NUMBER || n->role == ROLE_COUNT) {
            if (n->parent >= 0 && !f->at[n->parent]) continue;
            fprintf(stderr, "  %s =", n->path);
            print_value(n,
                        n->parent < 0 ? (const unsigned char *)&f->argument[n->offset] : f->at[n->parent] + n->offset);
        } else if (frame_is_array(n) && !f->at[k]) {
            fprintf(stderr, "  %s = NULL", n->path);
        } else if (n->role == ROLE_ARRAY) {
            fprintf(stderr, "  %s[%zu] =", n->path, f->cells[k]);
            for (size_t i = 0; i < f->cells[k] && i < SHOWN; i++) print_value(n, f->at[k] + i * values_width(n->type));
        } else if (n->role == ROLE_STRUCT && !f->at[k]) {
            fprintf(stderr, "  %s = NULL", n->path);
        } else if (n->role == ROLE_STRUCT && (f->bytes[k] != n->size || f->at[k][4])) {
            fprintf(stderr, "  %s has %zu bytes, flags %d", n->path, f->bytes[k], f->at[k][4]);
        } else {
            continue;
        }
        fputc('\n', stderr);
    }
}

void broken(const frame *f, const char *what, int at, int32_t status)
{
    static struct {
        const line *l;
        const char *what;
        int at;
        int32_t status;
    } known[4096];
    static int n_known;
    const char *path = at >= 0 ? f->l->nodes[at].path : "";
    for (int k = 0; k < n_known; k++)
        if (known[k].l == f->l && known[k].what == what && known[k].at == at && (at >= 0 || known[k].status == status))
            return;
    if (n_known < 4096) {
        known[n_known].l = f->l;
        known[n_known].what = what;
        known[n_known].at = at;
        known[n_known++].status = status;
    }
    fprintf(stderr, "BROKEN %s: %s %s (%s)\n  last error: %s\n", f->l->name, what, path, skpi_status_name(status),
            skpi_last_error());
    print_call(f);
    if (!getenv("GUIDED_LIST")) abort();
}
