/* Bases of figures: the basis of a figure that is made of two others, and the words for a basis. */
#include "core/basis.h"
#include "core/check.h"
#include "core/constants.h"
#include "core/struct.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* The members that must agree, in the order of the struct, and the enum whose constants name their values. */
static const struct member {
    size_t offset;
    const char *name, *plural, *tag;
} members[] = {
    {offsetof(skpi_basis, definition), "definition", "definitions", "skpi_..._definition"},
    {offsetof(skpi_basis, classification), "classification", "classifications", NULL},
    {offsetof(skpi_basis, vintage), "vintage", "vintages", NULL},
    {offsetof(skpi_basis, revision), "revision", "revisions", "skpi_basis_revision"},
    {offsetof(skpi_basis, prices), "prices", "prices", "skpi_basis_prices"},
    {offsetof(skpi_basis, currency), "currency", "currencies", NULL},
    {offsetof(skpi_basis, scale), "scale", "units", NULL},
    {offsetof(skpi_basis, gwp), "gwp", "warming potentials", "skpi_carbon_gwp"},
};
enum { MEMBERS = sizeof members / sizeof *members };

static int32_t basis_get(const skpi_basis *basis, const struct member *m)
{
    int32_t value;
    memcpy(&value, (const char *)basis + m->offset, sizeof value);
    return value;
}

static void basis_set(skpi_basis *basis, const struct member *m, int32_t value)
{
    memcpy((char *)basis + m->offset, &value, sizeof value);
}

/* Writes the words for one member; "" if the member is not stated. */
static void basis_words(const struct member *m, int32_t value, char *text, size_t room)
{
    static const char *const revisions[] = {"preliminary", "verified", "after census"};
    const char *constant = skpi_constant_name(value);
    text[0] = 0;
    if (!value) return;
    if (m->offset == offsetof(skpi_basis, revision))
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

/* Whether the constant belongs to this enum.  "..." in a tag stands for all but the last word. */
static int constant_is(const skpi__constant_row *row, const char *tag)
{
    return strstr(tag, "...") ? !strcmp(strrchr(row->tag, '_'), strrchr(tag, '_')) : !strcmp(row->tag, tag);
}

/* Checks a member that is a choice: it is 0 (not stated) or a constant of its enum.  prices may also be a base year. */
static skpi_status member_check(skpi__at at, const char *name, const struct member *m, int32_t value)
{
    const skpi__constant_row *row = skpi__constant_of(value);
    const int year = m->offset == offsetof(skpi_basis, prices) && value >= SKPI__YEAR_MIN && value <= SKPI__YEAR_MAX;
    if (!value || !m->tag || year || (row && constant_is(row, m->tag))) return SKPI_OK;
    if (row)
        return skpi__refuse(at, SKPI_EINVAL, name, "states %s as its %s, which is not a constant of an enum %s",
                            row->name, m->name, m->tag);
    return skpi__fail(at, SKPI_EINVAL, name, value, "is stated as its %s, which is not a constant of an enum %s",
                      m->name, m->tag);
}

skpi_status skpi__basis_take(skpi__at at, const skpi__struct_names *names, const skpi_basis *given, int needed,
                             skpi_basis *copy)
{
    skpi_status s = skpi__struct_read(at, names, given, sizeof *copy, SKPI_BASIS_FLAG_LINKED, needed, copy);
    for (size_t i = 0; !s && i < MEMBERS; i++)
        s = member_check(at, names->self, members + i, basis_get(copy, members + i));
    return s;
}

skpi_basis skpi__basis_of(const skpi_basis *given)
{
    skpi_basis copy;
    (void)SKPI__STRUCT_OR_NULL(skpi__here(__func__), given, SKPI_BASIS_FLAG_LINKED, &copy);
    copy.size = sizeof copy;
    return copy;
}

skpi_status skpi__join(skpi__at at, const char *name_a, const skpi_basis *a, const char *name_b, const skpi_basis *b,
                       skpi_basis *joined)
{
    skpi_basis x, y;
    const skpi__struct_names names_a = {name_a, name_a, name_a}, names_b = {name_b, name_b, name_b};
    skpi_status s;
    if ((s = skpi__basis_take(at, &names_a, a, 0, &x)) || (s = skpi__basis_take(at, &names_b, b, 0, &y))) return s;
    for (size_t i = 0; i < MEMBERS; i++) {
        const struct member *m = members + i;
        int32_t in_x = basis_get(&x, m), in_y = basis_get(&y, m);
        if (in_x && in_y && in_x != in_y) {
            char word_x[64], word_y[64];
            basis_words(m, in_x, word_x, sizeof word_x);
            basis_words(m, in_y, word_y, sizeof word_y);
            return skpi__refuse(at, SKPI_EDEFMIX, name_b,
                                "states %s, %s states %s: figures of different %s must not be mixed", word_y, name_a,
                                word_x, m->plural);
        }
        basis_set(&x, m, in_x ? in_x : in_y);
    }
    x.size = sizeof x;
    x.flags |= y.flags; /* a figure that is made of a linked figure is linked too */
    *joined = x;
    return SKPI_OK;
}

skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined)
{
    skpi__at at = skpi__here(__func__);
    skpi_basis x, y, z;
    skpi_status s;
    if ((s = skpi__basis_take(at, SKPI__STRUCT_NAMES(a), a, 1, &x)) ||
        (s = skpi__basis_take(at, SKPI__STRUCT_NAMES(b), b, 1, &y)) ||
        (s = SKPI__STRUCT(at, joined, SKPI_BASIS_FLAG_LINKED, &z)) || (s = skpi__join(at, "a", &x, "b", &y, &z)))
        return s;
    SKPI__STRUCT_WRITE(joined, &z);
    return SKPI_OK;
}

skpi_status skpi_basis_text(const skpi_basis *basis, char *text, size_t room)
{
    skpi__at at = skpi__here(__func__);
    skpi_basis x;
    skpi_status s = skpi__basis_take(at, SKPI__STRUCT_NAMES(basis), basis, 1, &x);
    if (s) return s;
    if ((s = skpi__pointer(at, "text", text))) return s;
    char all[512] = "", one[64];
    size_t length = 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        basis_words(members + i, basis_get(&x, members + i), one, sizeof one);
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
