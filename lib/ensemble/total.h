/* Sums of whole numbers in 128 bits: any order of addition gives the same sum. */
#ifndef SKPI_ENSEMBLE_TOTAL_H
#define SKPI_ENSEMBLE_TOTAL_H
#include <stdint.h>

typedef struct skpi__total { /* high 2^64 + low, two's complement */
    uint64_t low, high;
} skpi__total;

static inline void skpi__total_join(skpi__total *t, skpi__total more)
{
    t->low += more.low;
    t->high += more.high + (t->low < more.low);
}
static inline void skpi__total_add(skpi__total *t, int64_t value)
{
    skpi__total_join(t, (skpi__total){(uint64_t)value, value < 0 ? UINT64_MAX : 0});
}
static inline double skpi__total_value(skpi__total t)
{
    const int negative = t.high >> 63 != 0;
    if (negative) {
        t.low = -t.low;
        t.high = ~t.high + (t.low == 0);
    }
    const double size = (double)t.high * 0x1p64 + (double)t.low;
    return negative ? -size : size;
}

#endif
