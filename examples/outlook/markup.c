/* Text in HTML and SVG. */
#include "markup.h"
#include "language.h"

#include <string.h>

/* The character of Unicode at a text in UTF-8, and its bytes. */
static unsigned long markup_letter(const char *text, size_t *bytes)
{
    const unsigned char *s = (const unsigned char *)text;
    *bytes = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (strlen(text) < *bytes) *bytes = 1;
    unsigned long letter = *bytes == 1 ? s[0] : s[0] & (0xFFu >> (*bytes + 1));
    for (size_t i = 1; i < *bytes; i++) letter = letter << 6 | (s[i] & 0x3F);
    return letter;
}

/* Control characters, line ends, and marks that turn what follows from right to left. */
static int letter_control(unsigned long c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c < 0x202F) || (c >= 0x2066 && c < 0x206A);
}

/* Hebrew, Arabic and the other scripts that are written from right to left. */
static int letter_leftward(unsigned long c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
           (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

/* Bytes of the words from right to left that begin here: to their last letter, or the quote that closes one in them. */
static size_t leftward_bytes(const char *text)
{
    size_t end = 0, bytes;
    int open = 0;
    for (size_t at = 0; text[at]; at += bytes) {
        const unsigned long c = markup_letter(text + at, &bytes);
        if (letter_leftward(c) || (c == '"' && open)) end = at + bytes;
        if (c == '"') open = !open;
        if ((c < 0x80 && ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) || c == '(') break;
        if ((c == ',' || c == ';' || c == ':') && text[at + 1] == ' ') break; /* a list of the report goes on */
    }
    return end;
}

/* Bytes of the words of one language that begin here: to their last letter. */
static size_t language_bytes(const char *text, const char *language)
{
    size_t end = 0, bytes;
    for (size_t at = 0; text[at]; at += bytes) {
        const unsigned long c = markup_letter(text + at, &bytes);
        const char *its = letter_language(c);
        if (its == language)
            end = at + bytes;
        else if (its || (c < 0x80 && c != ' ' && c != '-' && c != '\''))
            break;
    }
    return end;
}

/* element: what marks a language, NULL = nothing does; words: 1 = the report's own, whose names from right to left stand
 * alone.  Only what is neither is written as it is, CO2 included. */
static void markup_put(FILE *f, const char *text, size_t left, int words, const char *element)
{
    for (size_t n; left; text += n, left -= n) {
        const unsigned long c = markup_letter(text, &n);
        const int leftward = words && letter_leftward(c);
        if ((words || element) && left >= 3 && !strncmp(text, "CO2", 3)) {
            fputs("CO₂", f);
            n = 3;
        } else if (leftward || (element && letter_language(c))) { /* figures after a name must not be drawn into it */
            const char *language = element ? letter_language(c) : NULL;
            n = leftward ? leftward_bytes(text) : language_bytes(text, language);
            if (n > left) n = left;
            if (language) fprintf(f, "<%s lang=\"%s\">", element, language);
            if (leftward) fputs("\xE2\x81\xA8", f); /* U+2068, first strong isolate */
            markup_put(f, text, n, 0, NULL);
            if (leftward) fputs("\xE2\x81\xA9", f); /* U+2069, pop directional isolate */
            if (language) fprintf(f, "</%s>", element);
        } else if (c == '&')
            fputs("&amp;", f);
        else if (c == '<')
            fputs("&lt;", f);
        else if (c == '>')
            fputs("&gt;", f);
        else if (c == '"')
            fputs("&quot;", f);
        else if (c == '\'')
            fputs("&#39;", f);
        else if (letter_control(c))
            fputc(' ', f);
        else
            fwrite(text, 1, n, f);
    }
}

void markup_text(FILE *f, const char *text) { markup_put(f, text, strlen(text), 0, NULL); }

void markup_words(FILE *f, const char *text) { markup_put(f, text, strlen(text), 1, NULL); }

void markup_name(FILE *f, const char *text) { markup_put(f, text, strlen(text), 0, "span"); }

void markup_prose(FILE *f, const char *text) { markup_put(f, text, strlen(text), 1, "span"); }

void markup_drawn(FILE *f, const char *text) { markup_put(f, text, strlen(text), 1, "tspan"); }

void markup_language(const char *text, const char *language)
{
    for (size_t n; *text; text += n) letter_language_set(markup_letter(text, &n), language);
}
