/* Entries of lists that programmes share: how many, which one has a code, and what is known of one.
 *
 * The table is made from lib/catalogue/[a-z]*.csv; each row of these files has its source. */
#include <smartkpi/catalogue.h>
#include "catalogue/entries.h"
#include "core/check.h"
#include "core/struct.h"

static const char entry_lists[] = "a list (enum skpi_catalogue_list)";

/* The list with that number, NULL if there is none. */
static const skpi__catalogue_list *entry_list(int32_t list)
{
    for (const skpi__catalogue_list *l = skpi__catalogue_lists; l->entry; l++)
        if (l->list == list) return l;
    return NULL;
}

/* The next letter of a code that counts, as a small letter; codes are ASCII. */
static char entry_letter(const char **code)
{
    while (**code == ' ' || **code == '\t') ++*code;
    const char c = **code;
    if (c) ++*code;
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int entry_same(const char *a, const char *b)
{
    char c;
    while ((c = entry_letter(&a)) == entry_letter(&b))
        if (!c) return 1;
    return 0;
}

skpi_status skpi_catalogue_count(int32_t list, int32_t *count)
{
    const skpi__at at = skpi__here(__func__);
    const skpi__catalogue_list *const found = entry_list(list);
    skpi_status s;
    if (!found) return skpi__no_choice(at, "list", list, entry_lists);
    if ((s = skpi__pointer(at, "count", count))) return s;
    *count = found->count;
    return SKPI_OK;
}

skpi_status skpi_catalogue_find(int32_t list, const char *code, int32_t *number)
{
    const skpi__at at = skpi__here(__func__);
    const skpi__catalogue_list *const found = entry_list(list);
    skpi_status s;
    if (!found) return skpi__no_choice(at, "list", list, entry_lists);
    if ((s = skpi__pointer(at, "code", code)) || (s = skpi__pointer(at, "number", number))) return s;
    for (int32_t i = 0; i < found->count; i++)
        if (entry_same(code, found->entry[i].code)) {
            *number = i;
            return SKPI_OK;
        }
    return skpi__refuse(at, SKPI_ENOTFOUND, "code", "\"%s\" is not in the list", code);
}

skpi_status skpi_catalogue_entry(int32_t list, int32_t number, skpi_catalogue_entry_out *out)
{
    const skpi__at at = skpi__here(__func__);
    const skpi__catalogue_list *const found = entry_list(list);
    skpi_catalogue_entry_out mine;
    skpi_status s;
    if (!found) return skpi__no_choice(at, "list", list, entry_lists);
    if (number < 0 || number >= found->count)
        return skpi__fail(at, SKPI_ENOTFOUND, "number", number, "is not in the list, which has %d entries",
                          (int)found->count);
    if ((s = SKPI__STRUCT(at, out, 0, &mine))) return s;
    SKPI__STRUCT_WRITE(out, &found->entry[number]);
    return SKPI_OK;
}
