/* Text in HTML and SVG. */
#include "markup.h"

#include <string.h>

/* The bytes of a control character of Unicode at text: C0, DEL, C1; 0 = another character. */
static size_t markup_control(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x20 || s[0] == 0x7F) return 1;
    return s[0] == 0xC2 && s[1] >= 0x80 && s[1] < 0xA0 ? 2 : 0;
}

static void markup_put(FILE *f, const char *text, int words)
{
    for (size_t n; *text; text += n) {
        n = 1;
        if (words && !strncmp(text, "CO2", 3)) {
            fputs("CO₂", f);
            n = 3;
        } else if (*text == '&')
            fputs("&amp;", f);
        else if (*text == '<')
            fputs("&lt;", f);
        else if (*text == '>')
            fputs("&gt;", f);
        else if (*text == '"')
            fputs("&quot;", f);
        else if (*text == '\'')
            fputs("&#39;", f);
        else if (markup_control(text)) {
            n = markup_control(text);
            fputc(' ', f);
        } else
            fputc(*text, f);
    }
}

void markup_text(FILE *f, const char *text) { markup_put(f, text, 0); }

void markup_words(FILE *f, const char *text) { markup_put(f, text, 1); }
