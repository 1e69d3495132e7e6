/* Numbers and paragraphs of the report. */
#include "outlook.h"

#include <math.h>
#include <string.h>

static char *grouped(double value, int decimals)
{
    static char ring[16][48];
    static size_t next;
    char digits[40], *out = ring[next = (next + 1) % 16], *to = out;
    if (isnan(value)) return strcpy(out, "-");
    int n = snprintf(digits, sizeof digits, "%.*f", decimals, value);
    if (n < 0 || n > 30) { /* too large to be grouped */
        snprintf(out, sizeof ring[0], "%.6g", value);
        return out;
    }
    int whole = n - (decimals ? decimals + 1 : 0), begin = digits[0] == '-';
    for (int i = 0; i < n; i++) {
        if (i > begin && i < whole && (whole - i) % 3 == 0) *to++ = ',';
        *to++ = digits[i];
    }
    *to = '\0';
    return out;
}

const char *number(double value, int decimals) { return grouped(value, decimals); }

const char *trimmed(double value, int decimals)
{
    char *text = grouped(value, decimals);
    size_t n = strlen(text);
    if (!strchr(text, '.')) return text;
    while (text[n - 1] == '0') n--;
    text[text[n - 1] == '.' ? n - 1 : n] = '\0';
    return text;
}

const char *percent(double share, int decimals) { return number(100 * share, decimals); }

void heading(const char *text)
{
    printf("\n\n%s\n", text);
    for (size_t i = strlen(text); i; i--) putchar('-');
    putchar('\n');
}

void paragraph(const char *text)
{
    size_t column = 0;
    while (*text) {
        size_t word = strcspn(text, " ");
        if (column && column + 1 + word > 110) {
            putchar('\n');
            column = 0;
        }
        column += (size_t)printf("%s%.*s", column ? " " : "", (int)word, text);
        text += word + (text[word] == ' ');
    }
    putchar('\n');
}

int shown(int32_t year, int full) { return full || year % 5 == 0; }
