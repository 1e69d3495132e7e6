/* Values by kind.  Byte 0 always gives the value of the valid call. */
#include "values.h"
#include "arena.h"
#include "input.h"
#include <float.h>
#include <math.h>
#include <string.h>

size_t values_width(enum type type)
{
    switch (type) {
    case TYPE_CHAR: return 1;
    case TYPE_INT32:
    case TYPE_UINT32: return 4;
    default: return 8;
    }
}

/* Value k of the valid call, whose values begin again behind the last one. */
static slot given_value(const node *n, size_t k)
{
    slot v = {0};
    size_t count = (size_t)n->n_given;
    if (!count) return v;
    if (n->type == TYPE_DOUBLE)
        v.real = ((const double *)n->given)[k % count];
    else if (n->type == TYPE_CHAR)
        v.uint64 = ((const unsigned char *)n->given)[k % count];
    else
        v.int64 = ((const int64_t *)n->given)[k % count];
    if (n->flags & NODE_INCREASING && k >= count)
        v.int64 = ((const int64_t *)n->given)[count - 1] + (int64_t)(k - count + 1);
    return v;
}

/* A value that the kind allows, for a fraction of [0,1]. */
static slot plausible_value(const node *n, double part, size_t k)
{
    slot v = {0};
    double low = n->low, high = n->high, x;
    if (n->n_choices)
        x = n->choice[(size_t)(part * n->n_choices * .999)];
    else if (isfinite(low) && isfinite(high) && (n->type == TYPE_DOUBLE || high - low < 1e6)) {
        x = low + (high - low) * part;
        if (low == 1500 && high == 2400) x = 1970 + 90 * part; /* dates near each other are more of a test */
    } else {
        slot near = given_value(n, k);
        double base = n->type == TYPE_DOUBLE ? near.real : (double)near.int64;
        if (!(fabs(base) > 0 && fabs(base) < 1e9)) base = 1;
        x = n->type == TYPE_DOUBLE ? base * 4 * part * part : base + floor(part * 8) - 2;
        if (part > .9 && low < 0) x = -x;
    }
    if (n->type == TYPE_DOUBLE)
        v.real = x;
    else
        v.int64 = fabs(x) < 9e18 ? (int64_t)x : 0;
    return v;
}

static slot hostile_value(const node *n, unsigned choice, size_t k)
{
    static const double real[] = {
        0,        -0.0,     1,     -1,     .5,     NAN,     INFINITY, -INFINITY, 5e-324,      DBL_MIN,
        DBL_MAX,  -DBL_MAX, 1e300, -1e300, 1e-300, 1e154,   1e-154,   1e17,      1e-17,       1e-9,
        1 - 1e-9, 1 + 1e-9, 41.5,  1500,   2400,   1.7e308, -1.7e308, 1e8,       DBL_EPSILON, 1 - DBL_EPSILON / 2,
        2,        3,        10,    100};
    static const int64_t whole[] = {
        0,          1,           -1,    2,     3,     7777, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, 4294967295,
        4294967296, 17179869184, 1499,  1500,  2400,  2401, 3101,      4101,      5101,      6101,      7101,
        9101,       10101,       11101, 12101, 13101, 8,    16,        512,       1023,      1025};
    slot v = {0};
    unsigned ends = 6;
    if (choice < ends && n->type != TYPE_CHAR) {
        double x = choice & 1 ? n->high : n->low;
        if (n->type == TYPE_DOUBLE) {
            v.real = choice < 2 ? x : nextafter(x, choice < 4 ? -INFINITY : INFINITY);
        } else {
            v.int64 = fabs(x) < 9e18 ? (int64_t)x + (choice < 2 ? 0 : choice < 4 ? -1 : 1) : 0;
        }
        return v;
    }
    choice -= choice < ends ? 0 : ends;
    if (choice >= 48) { /* the value of another place, or any bits */
        if (choice < 56) return given_value(n, k + choice - 47);
        v.uint64 = input_bytes((int)values_width(n->type));
        /* never what outputs hold before a call: a result may be its input */
        if (v.uint64 == ARENA_FILL * UINT64_C(0x0101010101010101)) v.uint64 = 0;
        if (n->type == TYPE_INT32) v.int64 = v.int32;
        return v;
    }
    if (n->type == TYPE_DOUBLE)
        v.real = real[choice % (sizeof real / sizeof *real)];
    else
        v.int64 = whole[choice % (sizeof whole / sizeof *whole)];
    return v;
}

/* The value of one byte: 0 the given one, below 160 an allowed one, then a hostile one. */
static slot byte_value(const node *n, size_t k)
{
    unsigned b = input_byte();
    if (!b) return given_value(n, k);
    return b < 160 ? plausible_value(n, (b - 1) / 158., k) : hostile_value(n, b - 160, k);
}

static void store_value(const node *n, unsigned char *to, size_t k, slot v)
{
    size_t width = values_width(n->type);
    const unsigned char *from = (const unsigned char *)&v;
    for (size_t i = 0; i < width; i++) to[k * width + i] = from[i];
}

static double load_real(const unsigned char *to, size_t k)
{
    double x;
    memcpy(&x, to + 8 * k, 8);
    return x;
}

slot values_number(const node *n)
{
    slot v = byte_value(n, 0);
    if (n->flags & NODE_COSTLY && v.int64 > 3 && (double)v.int64 <= n->high) v.int64 &= 3;
    return v;
}

uint64_t values_count(const node *n, int *huge)
{
    unsigned b = input_byte();
    uint64_t given = (uint64_t)given_value(n, 0).int64;
    if (!given && n->flags & NODE_COSTLY && n->zero > 1000) given = 40; /* what 0 stands for lasts too long */
    if (b < 128 || (n->flags & NODE_ABSENT && b < 192)) return given;
    if (b >= 252 && !(n->flags & NODE_ROOM)) {
        if (n->n_given && isfinite(n->high)) return (uint64_t)n->high + b - 251;
        *huge = 1;
        return SIZE_MAX;
    }
    uint64_t x = b < 224 ? (b - 128) % 9 : b < 240 ? given + b - 232 : (b - 239) * 4;
    if (n->flags & NODE_COSTLY) {
        if (x == 0 && n->zero > 1000) x = 1;
        if (given > 64 && b < 224) x = (uint64_t)(b - 127) * 7;
    }
    return x < 1u << 20 ? x : given;
}

/* Insertion sort: arrays are short. */
static void sort_cells(const node *n, unsigned char *to, size_t cells)
{
    for (size_t i = 1; i < cells; i++)
        for (size_t j = i; j; j--) {
            slot a = {0}, b = {0};
            size_t width = values_width(n->type);
            memcpy(&a, to + (j - 1) * width, width);
            memcpy(&b, to + j * width, width);
            if (n->type == TYPE_DOUBLE ? !(a.real > b.real) : width == 4 ? a.int32 <= b.int32 : a.int64 <= b.int64)
                break;
            store_value(n, to, j - 1, b);
            store_value(n, to, j, a);
        }
}

int values_array(const node *n, unsigned char *to, size_t cells)
{
    unsigned b = input_byte();
    int given = !(n->flags & NODE_ABSENT) && n->n_given;
    if (n->flags & NODE_ABSENT && b < 208) return 0;
    if (b >= 248) return 0;
    if (!given && b < 160) b = 160;
    if (b < 160 || b >= 240)
        for (size_t k = 0; k < cells; k++) store_value(n, to, k, given_value(n, k));
    if (b < 96 || !cells) return 1;
    if (b < 160) { /* some are changed */
        for (unsigned edits = 1 + input_byte() % 4; edits; edits--) {
            size_t k = (cells > 256 ? input_bytes(2) : input_byte()) % cells;
            store_value(n, to, k, byte_value(n, k));
        }
    } else if (b < 208) { /* of the kind */
        uint64_t state = input_bytes(2);
        for (size_t k = 0; k < cells; k++)
            store_value(n, to, k, plausible_value(n, (double)(input_random(&state) >> 11) * 0x1p-53, k));
        if (b >= 192 || n->flags & NODE_INCREASING) sort_cells(n, to, cells);
    } else if (b < 224) { /* all the same */
        slot v = byte_value(n, 0);
        for (size_t k = 0; k < cells; k++) store_value(n, to, k, v);
    } else if (b < 240) { /* each of its own */
        for (size_t k = 0; k < cells; k++) store_value(n, to, k, byte_value(n, k));
    } else if (n->type == TYPE_DOUBLE) { /* of another order of magnitude */
        double factor = ldexp(1, ((int)input_byte() - 128) * 8);
        for (size_t k = 0; k < cells; k++) store_value(n, to, k, (slot){.real = load_real(to, k) * factor});
    }
    return 1;
}

const char *values_text(const node *n, size_t k, char *room, size_t size)
{
    static const char *const other[] = {"",           "0",        "a",     "CO2",
                                        "CH4",        "HFC-134a", "I.1.1", "SKPI_EDOM",
                                        "skpi_table", "01",       "0501",  "\346\225\260\345\255\227",
                                        "\377\376",   "all",      "left",  "no such name"};
    unsigned b = input_byte();
    const char *given = n->n_given ? ((const char *const *)n->given)[k % (size_t)n->n_given] : "";
    if (b < 128) return given;
    if (b >= 250) return NULL;
    size_t length = 0;
    if (b < 160) return other[b % (sizeof other / sizeof *other)];
    if (b < 208) { /* one byte of it is another, or is lacking */
        for (; given && given[length] && length + 2 < size; length++) room[length] = given[length];
        room[length] = room[length + 1] = 0;
        size_t at = length ? input_byte() % length : 0;
        room[at] = (char)input_byte();
    } else {
        unsigned bytes = b == 249 ? 5000 : input_byte() % 40;
        for (; length < bytes && length + 1 < size; length++) room[length] = b == 249 ? 'x' : (char)input_byte();
        room[length] = 0;
    }
    return room;
}
