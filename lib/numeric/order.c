/* Order statistics through bins (order.h). */
#include "numeric/order.h"
#include <string.h>
#include "numeric/select.h"

/* TARGETS bins that hold wanted ranks are handled in one round; more bins take further rounds. */
enum { TARGETS = 16, SORTED = 48, STRIDE = 32 };

skpi__rank skpi__rank_of(uint64_t n, double prob)
{
    const double place = (double)(n - 1) * prob;
    uint64_t low = (uint64_t)place;
    if (low > n - 1) low = n - 1;
    return (skpi__rank){low, low + 1 < n ? low + 1 : low, place - (double)low};
}

typedef struct target {
    uint64_t before; /* values in lower bins */
    double *value, *end;
} target;

static void order_sort(double *x, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const double v = x[i];
        size_t j = i;
        for (; j && x[j - 1] > v; j--) x[j] = x[j - 1];
        x[j] = v;
    }
}

/* Collects the values whose flags are set, each after the earlier values of its bin.  Few flags are set; 32 of them are
 * therefore read at a time. */
static void order_collect(size_t n, const double *x, const uint16_t *id, const uint8_t *flag, size_t k,
                          const uint16_t *bin, target *to)
{
    for (size_t i = 0; i < n; i += STRIDE) {
        uint64_t eight[4];
        memcpy(eight, flag + i, sizeof eight);
        if (!(eight[0] | eight[1] | eight[2] | eight[3])) continue;
        for (size_t l = i; l < i + STRIDE && l < n; l++) {
            if (!flag[l]) continue;
            size_t t = 0;
            while (t + 1 < k && bin[t] != id[l]) t++;
            *to[t].end++ = x[l];
        }
    }
}

void skpi__order(const skpi__block_kernel *kernel, size_t n, const double *x, const uint16_t *id,
                 const uint32_t count[SKPI__BINS], size_t n_rank, const uint64_t *rank, const skpi__order_room *room,
                 double *value)
{
    const size_t whole = (n + SKPI__BLOCK_VALUES - 1) / SKPI__BLOCK_VALUES * SKPI__BLOCK_VALUES;
    uint64_t before = 0;
    uint32_t stride[SKPI__BINS / STRIDE];
    size_t first = 0, b = 0;
    for (size_t g = 0; g < SKPI__BINS / STRIDE; g++) {
        stride[g] = 0;
        for (size_t i = 0; i < STRIDE; i++) stride[g] += count[g * STRIDE + i];
    }
    while (first < n_rank) {
        uint16_t bin[TARGETS];
        target to[TARGETS];
        size_t k = 0, last = first, used = 0, of[TARGETS];
        for (; last < n_rank; last++) {
            while (before + count[b] <= rank[last]) {
                if (b % STRIDE == 0 && before + stride[b / STRIDE] <= rank[last]) {
                    before += stride[b / STRIDE];
                    b += STRIDE;
                } else {
                    before += count[b++];
                }
            }
            if (k == 0 || bin[k - 1] != b) {
                if (k == TARGETS) break;
                bin[k] = (uint16_t)b;
                of[k] = last;
                to[k++] = (target){before, room->scratch + used, room->scratch + used};
                used += count[b];
            }
        }
        kernel->flag(whole, id, k, bin, room->flag);
        order_collect(n, x, id, room->flag, k, bin, to);
        for (size_t t = 0; t < k; t++) {
            const size_t held = (size_t)(to[t].end - to[t].value), end = t + 1 < k ? of[t + 1] : last;
            size_t ordered = 0; /* ranks increase, so that the values before this position are the least of the bin */
            if (held <= SORTED) order_sort(to[t].value, held);
            for (size_t j = of[t]; j < end; j++) {
                const size_t at = (size_t)(rank[j] - to[t].before);
                if (held > SORTED && at >= ordered) {
                    (void)skpi__select(held - ordered, to[t].value + ordered, at - ordered);
                    ordered = at + 1;
                }
                value[j] = to[t].value[at];
            }
        }
        first = last;
    }
}
