/* What a figure means, joined and in words. */
#include "core/constants.h"
#include "core/struct.h"
#include "core/table.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* The members that must agree, in the order of the struct, and the enum whose constants name their values. */
static const struct member {
    size_t offset;
    const char *name, *tag;
} members[] = {
    {offsetof(skpi_basis, definition), "definition", "_definition"},
    {offsetof(skpi_basis, classification), "classification", NULL},
    {offsetof(skpi_basis, vintage), "vintage", NULL},
    {offsetof(skpi_basis, revision), "revision", "skpi_basis_revision"},
    {offsetof(skpi_basis, prices), "prices", NULL},
    {offsetof(skpi_basis, currency), "currency", NULL},
    {offsetof(skpi_basis, scale), "scale", NULL},
    {offsetof(skpi_basis, gwp), "gwp", "_gwp"},
};
enum { MEMBERS = sizeof members / sizeof *members };

static int32_t get(const skpi_basis *basis, const struct member *m)
{
    int32_t value;
    memcpy(&value, (const char *)basis + m->offset, sizeof value);
    return value;
}

static void set(skpi_basis *basis, const struct member *m, int32_t value)
{
    memcpy((char *)basis + m->offset, &value, sizeof value);
}

/* Words of one stated member, "" for an unstated one. */
static void words(const struct member *m, int32_t value, char *text, size_t room)
{
    static const char *const revisions[] = {"preliminary", "verified", "after census"};
    const char *constant = skpi_constant_name(value);
    text[0] = 0;
    if (!value) return;
    if (value >= SKPI_BASIS_REVISION_PRELIMINARY && value <= SKPI_BASIS_REVISION_CENSUS)
        snprintf(text, room, "%s", revisions[value - SKPI_BASIS_REVISION_PRELIMINARY]);
    else if (m->offset == offsetof(skpi_basis, prices))
        value == SKPI_BASIS_PRICES_CURRENT ? snprintf(text, room, "current prices")
                                           : snprintf(text, room, "prices of %d", (int)value);
    else if (m->offset == offsetof(skpi_basis, scale))
        snprintf(text, room, "unit 10^%lld", (long long)value - SKPI_BASIS_SCALE_ONE);
    else if (constant)
        snprintf(text, room, "%s", constant);
    else
        snprintf(text, room, "%s %d", m->name, (int)value);
}

/* " (...)": the constant of a value, else what it stands for; "" where the number says it. */
static void meaning(const struct member *m, int32_t value, char *text, size_t room)
{
    const char *constant = skpi_constant_name(value);
    char said[48];
    words(m, value, said, sizeof said);
    if (constant)
        snprintf(text, room, " (%s)", constant);
    else if (m->offset == offsetof(skpi_basis, prices) || m->offset == offsetof(skpi_basis, scale))
        snprintf(text, room, " (%s)", said);
    else
        text[0] = 0;
}

skpi_status skpi__join(skpi__at at, const char *name_a, const skpi_basis *a, const char *name_b, const skpi_basis *b,
                       skpi_basis *joined)
{
    skpi_basis x, y;
    const skpi__struct_names names_a = {name_a, name_a, name_a}, names_b = {name_b, name_b, name_b};
    skpi_status s;
    if ((s = skpi__take(at, &names_a, a, sizeof x, SKPI_BASIS_FLAG_LINKED, 0, &x)) ||
        (s = skpi__take(at, &names_b, b, sizeof y, SKPI_BASIS_FLAG_LINKED, 0, &y)))
        return s;
    for (size_t i = 0; i < MEMBERS; i++) {
        const struct member *m = members + i;
        int32_t in_x = get(&x, m), in_y = get(&y, m);
        if (in_x && in_y && in_x != in_y) {
            char word_x[64], word_y[64];
            meaning(m, in_x, word_x, sizeof word_x);
            meaning(m, in_y, word_y, sizeof word_y);
            return skpi__fail(at, SKPI_EDEFMIX, name_b, in_y, "is its %s%s, but %s has %d%s: they must not be mixed",
                              m->name, word_y, name_a, (int)in_x, word_x);
        }
        set(&x, m, in_x ? in_x : in_y);
    }
    x.size = sizeof x;
    x.flags |= y.flags; /* what is made of a linked figure is one */
    *joined = x;
    return SKPI_OK;
}

/* Given:    a, b     two meanings, 0 = unstated
 * Returned: joined   stated members of either (may be a or b); linked if one of them is
 * Status:   SKPI_OK, SKPI_EINVAL (NULL), SKPI_ESTRUCT (size, flags, tail), SKPI_EDEFMIX (two stated members differ)
 */
skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined)
{
    skpi__at at = skpi__here(__func__);
    skpi_basis x, y, z;
    skpi_status s;
    if ((s = SKPI__NEED(at, a, SKPI_BASIS_FLAG_LINKED, &x)) || (s = SKPI__NEED(at, b, SKPI_BASIS_FLAG_LINKED, &y)) ||
        (s = SKPI__NEED(at, joined, SKPI_BASIS_FLAG_LINKED, &z)) || (s = skpi__join(at, "a", &x, "b", &y, &z)))
        return s;
    SKPI__GIVE(joined, &z);
    return SKPI_OK;
}

/* Given:    basis    a meaning
 *           room     bytes in text
 * Returned: text     its stated members, joined by "; "; "unstated" if there are none
 * Status:   SKPI_OK, SKPI_EINVAL (NULL), SKPI_ESTRUCT (size, flags, tail), SKPI_EBUFFER (512 bytes are enough)
 */
skpi_status skpi_basis_text(const skpi_basis *basis, char *text, size_t room)
{
    skpi__at at = skpi__here(__func__);
    skpi_basis x;
    skpi_status s = SKPI__NEED(at, basis, SKPI_BASIS_FLAG_LINKED, &x);
    if (s) return s;
    if (!text) return skpi__refuse(at, SKPI_EINVAL, "text", "is NULL");
    char all[512] = "", one[64];
    size_t length = 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        words(members + i, get(&x, members + i), one, sizeof one);
        if (one[0]) length += (size_t)snprintf(all + length, sizeof all - length, "%s%s", length ? "; " : "", one);
    }
    if (x.flags & SKPI_BASIS_FLAG_LINKED)
        length += (size_t)snprintf(all + length, sizeof all - length, "%slinked", length ? "; " : "");
    if (!length) length = (size_t)snprintf(all, sizeof all, "unstated");
    if (room <= length)
        return skpi__fail(at, SKPI_EBUFFER, "room", (double)room, "is too small: %zu bytes are needed", length + 1);
    memcpy(text, all, length + 1);
    return SKPI_OK;
}
