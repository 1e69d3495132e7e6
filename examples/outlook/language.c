/* The language of a letter: where a script serves many languages, the most frequent, unless another is given. */
#include "language.h"

#include <stddef.h>

static const struct {
    unsigned long first, last;
    int script;
} range[] = {{0x370, 0x400, 0},    {0x1F00, 0x2000, 0},  {0x400, 0x530, 1},     {0x530, 0x590, 2},
             {0x590, 0x600, 3},    {0xFB1D, 0xFB50, 3},  {0x600, 0x780, 4},     {0xFB50, 0xFE00, 4},
             {0xFE70, 0xFF00, 4},  {0x900, 0x980, 5},    {0x980, 0xA00, 6},     {0xB80, 0xC00, 7},
             {0xC00, 0xC80, 8},    {0xD80, 0xE00, 9},    {0xE00, 0xE80, 10},    {0xE80, 0xF00, 11},
             {0x1000, 0x10A0, 12}, {0x10A0, 0x1100, 13}, {0x1200, 0x13A0, 14},  {0x1780, 0x1800, 15},
             {0x1100, 0x1200, 16}, {0xAC00, 0xD7B0, 16}, {0x3040, 0x3100, 17},  {0x2E80, 0x3000, 18},
             {0x3400, 0xA000, 18}, {0xF900, 0xFB00, 18}, {0x20000, 0x32000, 18}};
static const char *language[] = {"el", "und-Cyrl", "hy", "he", "ar", "hi", "bn", "ta", "te", "si",
                                 "th", "lo",       "my", "ka", "am", "km", "ko", "ja", "zh"};

static size_t letter_range(unsigned long letter)
{
    size_t i = 0;
    while (i < sizeof range / sizeof *range && (letter < range[i].first || letter >= range[i].last)) i++;
    return i;
}

const char *letter_language(unsigned long letter)
{
    const size_t i = letter_range(letter);
    return i < sizeof range / sizeof *range ? language[range[i].script] : NULL;
}

void letter_language_set(unsigned long letter, const char *given)
{
    const size_t i = letter_range(letter);
    if (i < sizeof range / sizeof *range) language[range[i].script] = given;
}
