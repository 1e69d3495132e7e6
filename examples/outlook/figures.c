/* How the report writes figures. */
#include "figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *figure_grouped(double value, int decimals)
{
    static char ring[32][48];
    static size_t next;
    char digits[40], *out = ring[next = (next + 1) % 32], *to = out;
    if (isnan(value)) return strcpy(out, "-");
    int n = snprintf(digits, sizeof digits, "%.*f", decimals, value);
    if (n < 0 || n > 30) { /* too large to be grouped */
        snprintf(out, sizeof ring[0], "%.6g", value);
        return out;
    }
    int whole = n - (decimals ? decimals + 1 : 0), begin = digits[0] == '-';
    if (begin && strspn(digits + 1, "0.") == (size_t)n - 1) { /* no "-0.0" */
        memmove(digits, digits + 1, (size_t)n--);
        whole--;
        begin = 0;
    }
    for (int i = 0; i < n; i++) {
        if (i > begin && i < whole && (whole - i) % 3 == 0) *to++ = ',';
        *to++ = digits[i];
    }
    *to = '\0';
    return out;
}

const char *trimmed(double value, int decimals)
{
    char *text = figure_grouped(value, decimals);
    size_t n = strlen(text);
    if (!strchr(text, '.')) return text;
    while (text[n - 1] == '0') n--;
    text[text[n - 1] == '.' ? n - 1 : n] = '\0';
    return text;
}

const char *number(double value, int decimals)
{
    return decimals >= REPORT_TRIMMED ? trimmed(value, decimals - REPORT_TRIMMED) : figure_grouped(value, decimals);
}

const char *percent(double share, int decimals) { return number(100 * share, decimals); }

const char *signed_number(double value, int decimals)
{
    static char ring[16][50];
    static size_t next;
    char *out = ring[next = (next + 1) % 16];
    snprintf(out, sizeof ring[0], "%s%s", value > 0 ? "+" : "", number(value, decimals));
    return out;
}

double in_percent(double share)
{
    char text[40];
    if (isnan(share)) return share;
    snprintf(text, sizeof text, "%.15g", 100 * share); /* 58, not 57.99999999999999 */
    return strtod(text, NULL);
}
