/* Figures of one thing in two tables (figures.h). */
#include "figures.h"

#include <math.h>
#include <stdlib.h>

#define NEAR .1 /* of the logarithm: 10^p times 0.8 to 1.26 */

/* The slip that makes a figure so many times another of the same thing. */
static const char *figures_slip(double times)
{
    static const struct {
        int power;
        const char *text;
    } slips[] = {{1, "a tenth?"},   {2, "per cent?"},          {3, "a thousand?"},        {4, "ten thousand?"},
                 {6, "a million?"}, {8, "a hundred million?"}, {9, "a thousand million?"}};
    const double power = log10(times), whole = round(power);
    for (size_t k = 0; k < sizeof slips / sizeof *slips && fabs(power - whole) <= NEAR; k++)
        if (abs((int)whole) == slips[k].power) return slips[k].text;
    return "another unit?";
}

int figures_contradict(const figure *first, const figure *second, double least, double most)
{
    const double a = csv_number(first->table, first->row, first->column) * first->unit;
    const double b = csv_number(second->table, second->row, second->column) * second->unit;
    const double times = a / b;
    if (a >= least * b && a <= most * b) return 0;
    csv_warn(first->table, first->row, first->column, "%s is %.*g times the %s of %s:%zu:%zu (%s)",
             csv_raw(first->table, first->row, first->column), times < 1000 ? 4 : 10,
             times < 1000 ? times : round(times), csv_raw(second->table, second->row, second->column),
             csv_name(second->table), csv_line(second->table, second->row), second->column + 1, figures_slip(times));
    return 1;
}
