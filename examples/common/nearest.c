/* Words by the number of letters to be put in, left out, replaced, or exchanged with their neighbour. */
#include "nearest.h"

#include <string.h>

enum { NEAREST_LONG = 40 }; /* longer words are not compared */

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static int letter(char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

/* Distance of Damerau and Levenshtein, by three rows of its table. */
static size_t nearest_distance(const char *a, const char *b)
{
    size_t row[3][NEAREST_LONG + 1];
    const size_t n = strlen(a), m = strlen(b);
    for (size_t j = 0; j <= m; j++) row[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            const int same = letter(a[i - 1]) == letter(b[j - 1]);
            now[j] = least(least(before[j], now[j - 1]) + 1, before[j - 1] + !same);
            if (i > 1 && j > 1 && letter(a[i - 1]) == letter(b[j - 2]) && letter(a[i - 2]) == letter(b[j - 1]))
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return row[n % 3][m];
}

size_t nearest_word(const char *word, size_t n, const char *const *list)
{
    const int numeric = *word >= '0' && *word <= '9'; /* all years are near each other */
    size_t best = n, distance = strlen(word) < 6 ? 1 : strlen(word) / 3;
    for (size_t i = 0; i < n && !numeric && strlen(word) <= NEAREST_LONG; i++) {
        if (strlen(list[i]) > NEAREST_LONG) continue;
        const size_t d = nearest_distance(word, list[i]);
        if (d >= distance + (best == n)) continue;
        distance = d;
        best = i;
    }
    return best;
}

static int same_beginning(const char *a, const char *b)
{
    size_t n = 0;
    while (a[n] && letter(a[n]) == letter(b[n])) n++;
    return n >= 4 && (!a[n] || !b[n]);
}

size_t nearest_beginning(const char *word, size_t n, const char *const *list)
{
    size_t i = 0;
    while (i < n && !same_beginning(word, list[i])) i++;
    return i;
}

int nearest_slip(const char *word, const char *other)
{
    return strlen(word) <= NEAREST_LONG && strlen(other) <= NEAREST_LONG && nearest_distance(word, other) <= 1;
}
