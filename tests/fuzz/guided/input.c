#include "input.h"

static const uint8_t *bytes;
static size_t n_bytes, taken;
static int is_paused;

void input_begin(const uint8_t *from, size_t n)
{
    bytes = from;
    n_bytes = n;
    taken = 0;
    is_paused = 0;
}

unsigned input_byte(void)
{
    if (is_paused) return 0;
    taken++;
    return taken <= n_bytes ? bytes[taken - 1] : 0;
}

uint64_t input_bytes(int n)
{
    uint64_t x = 0;
    for (int k = 0; k < n; k++) x |= (uint64_t)input_byte() << 8 * k;
    return x;
}

size_t input_taken(void) { return taken; }

int input_pause(int paused)
{
    int before = is_paused;
    is_paused = paused;
    return before;
}

uint64_t input_random(uint64_t *state)
{
    uint64_t x = *state += 0x9e3779b97f4a7c15u; /* splitmix64 */
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}
