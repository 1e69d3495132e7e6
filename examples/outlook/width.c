/* Width of a text on a terminal: letters of Chinese take two columns, marks of Thai and Arabic none. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* wcwidth, newlocale */
#endif
#include "width.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

static size_t width_by_locale(const char *text)
{
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t width = 0, left = strlen(text);
    while (left) {
        wchar_t letter;
        size_t n = mbrtowc(&letter, text, left, &state);
        if (n == 0 || n > left) return width + left; /* not a text */
        const int columns = wcwidth(letter);
        width += columns > 0 ? (size_t)columns : 0;
        text += n;
        left -= n;
    }
    return width;
}

size_t text_width(const char *text)
{
    static locale_t utf8;
    static const char *const known[] = {"C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; !utf8 && i < sizeof known / sizeof *known; i++)
        utf8 = newlocale(LC_CTYPE_MASK, known[i], (locale_t)0);
    if (!utf8) { /* characters */
        size_t n = 0;
        for (; *text; text++) n += (*text & 0xC0) != 0x80;
        return n;
    }
    locale_t before = uselocale(utf8);
    const size_t width = width_by_locale(text);
    uselocale(before);
    return width;
}
