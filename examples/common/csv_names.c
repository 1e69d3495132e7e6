/* Names in a table that are perhaps none: of totals, of footnotes, and of columns that measure nothing. */
#include "csv.h"

#include <string.h>
#include <strings.h>

enum { NAME_ROOM = 40 };

/* What comes after the beginning of a name that begins with this; NULL: it begins otherwise. */
static const char *name_after(const char *name, const char *beginning)
{
    const size_t length = strlen(beginning);
    return strncmp(name, beginning, length) ? NULL : name + length;
}

/* A space of any width at this place: its length. */
static size_t name_blank(const char *c)
{
    static const char *const blank[] = {" ", "\u00a0", "\u202f", "\u3000"};
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
        if (name_after(c, blank[i])) return strlen(blank[i]);
    return 0;
}

/* The first word of a name, up to a colon, without spaces; 1: there is a colon. */
static int name_word(const char *name, char word[NAME_ROOM])
{
    size_t used = 0;
    const char *c = name;
    while (*c && *c != ':' && !name_after(c, "\uff1a") && used + 1 < NAME_ROOM) {
        const size_t blank = name_blank(c);
        if (blank)
            c += blank;
        else
            word[used++] = *c++;
    }
    word[used] = '\0';
    return *c == ':' || name_after(c, "\uff1a");
}

static int name_is_one(const char *word, size_t n, const char *const *list)
{
    size_t k = 0;
    while (k < n && strcasecmp(word, list[k])) k++;
    return k < n;
}

int csv_names_total(const char *name)
{
    static const char *const total[] = {"total",     "totals",        "grandtotal", "subtotal", "sum",
                                        "average",   "mean",          "median",     "all",      "overall",
                                        "allcities", "nationaltotal", "合计",       "总计",     "小计",
                                        "平均",      "全国",          "总和",       "平均值",   "全部"};
    static const char *const note[] = {"source",   "sources",  "note", "notes", "footnote", "datasource",
                                       "资料来源", "数据来源", "来源", "注",    "备注",     "说明"};
    char word[NAME_ROOM];
    const int colon = name_word(name, word);
    if (name_is_one(word, sizeof total / sizeof *total, total)) return CSV_TOTAL;
    if (colon) word[strcspn(word, "0123456789")] = '\0'; /* "Note 1: ..." */
    return name_is_one(word, sizeof note / sizeof *note, note) ? CSV_FOOTNOTE : 0;
}

void csv_compared(const csv *t, size_t column)
{
    for (size_t i = 0; i < csv_rows(t); i++) {
        const char *name = csv_raw(t, i, column);
        const int what = csv_names_total(name);
        if (what == CSV_TOTAL)
            csv_warn(t, i, column, "\"%s\" is compared like all others: is it a total or a mean of them?", name);
        else if (what)
            csv_warn(t, i, column, "\"%s\" is compared like all others: is it a footnote?", name);
    }
}

int csv_empty(const csv *t, size_t row, size_t n, const size_t *column)
{
    size_t k = 0;
    while (k < n && csv_missing(t, row, column[k])) k++;
    return k == n;
}

void csv_measure(const csv *t, size_t column, const char *what)
{
    static const char *const other[] = {"year", "date", "id",   "code", "no",   "no.",  "nr",   "number", "index",
                                        "rank", "row",  "年份", "年",   "序号", "编号", "代码", "排名",   "名次"};
    char word[NAME_ROOM];
    name_word(csv_title(t, column), word);
    if (name_is_one(word, sizeof other / sizeof *other, other))
        csv_warn(t, CSV_WHOLE, column, "column \"%s\" is read as %s like every other: is it one?", csv_title(t, column),
                 what);
}
