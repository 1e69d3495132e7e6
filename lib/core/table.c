/* The frame of a table; table.h says what is checked. */
#include "core/basis.h"
#include "core/table.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"

skpi_status skpi__table(skpi__at at, const skpi__table_names *names, const skpi_table *given, skpi_table *copy)
{
    const skpi__struct_names self = {names->self, names->size, names->flags};
    const skpi__struct_names basis = {names->basis, names->basis, names->basis};
    skpi_basis unused;
    skpi_status s = skpi__struct_read(at, &self, given, sizeof *copy, 0, 1, copy);
    if (s || (s = skpi__count(at, names->n, copy->n)) || (s = skpi__count(at, names->m, copy->m)) ||
        (s = skpi__array(at, names->year, copy->year, copy->m, 1)) ||
        (s = skpi__array(at, names->value, copy->value, copy->n, copy->m)) ||
        (s = skpi__years(at, names->year, copy->m, copy->year)))
        return s;
    return skpi__basis_take(at, &basis, copy->basis, 0, &unused);
}

skpi_status skpi__same_axes(skpi__at at, const skpi__table_names *names_a, const skpi_table *a,
                            const skpi__table_names *names_b, const skpi_table *b)
{
    if (a->n != b->n)
        return skpi__fail(at, SKPI_EINCONSISTENT, names_b->n, (double)b->n, "differs from %s = %zu", names_a->n, a->n);
    if (a->m != b->m)
        return skpi__fail(at, SKPI_EINCONSISTENT, names_b->m, (double)b->m, "differs from %s = %zu", names_a->m, a->m);
    for (size_t j = 0; j < a->m; j++)
        if (a->year[j] != b->year[j])
            return skpi__fail(skpi__inner(at, j), SKPI_EINCONSISTENT, names_b->year, b->year[j],
                              "differs from %d in %s", (int)a->year[j], names_a->year);
    return SKPI_OK;
}
