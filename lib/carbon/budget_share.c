/* A carbon budget shared among places: by population, by emission, by a blend of both, or by population less past
 * emissions.
 *
 *   share_i = (1 - w) E_i/E + w P_i/P,  E, P the sums over the places given
 *   with past emissions: budget P_i/P + sum over past years t of (1 - d)^(T - t) (E_t P_it/P_t - E_it), T the last
 *
 * w = 1 is equal per capita, w = 0 grandfathering.  The debt of a place is what it emitted in past years in excess of
 * an equal share per head.
 * Sources: Raupach et al. 2014, Nature Climate Change 4, 873-879 (sharing index w between inertia and equity); H. D.
 * Matthews, Nature Climate Change 6 (2016) 60-64 (debts and credits); the discount is this library's own.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "core/usual.h"
#include "numeric/product.h"
#include "numeric/sum.h"

enum { FLAGS = SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE };

/* The total of an array, exact to one or two units in the last place however many values it has, so that the shares sum
 * to 1. */
static skpi_status share_total(skpi__at at, const char *name, size_t n, const double *x, double *out)
{
    skpi__sum sum = {0.0, 0.0};
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__quantity(skpi__element(at, i), name, x[i]))) return s;
        skpi__sum_add(&sum, x[i]);
    }
    *out = skpi__sum_value(&sum);
    if ((s = skpi__finite_sum(at, name, *out))) return s;
    return *out > 0 ? SKPI_OK : skpi__refuse(at, SKPI_EZERODIV, name, "sums to 0: it gives no shares");
}

static const skpi__table_names emission_names = {
    "options->history_emission",        "options->history_emission->size", "options->history_emission->flags",
    "options->history_emission->n",     "options->history_emission->m",    "options->history_emission->year",
    "options->history_emission->value", "options->history_emission->basis"};
static const skpi__table_names population_names = {
    "options->history_population",        "options->history_population->size", "options->history_population->flags",
    "options->history_population->n",     "options->history_population->m",    "options->history_population->year",
    "options->history_population->value", "options->history_population->basis"};

typedef struct share_history {
    skpi_table emission, population;
    int with_population;
} share_history;

/* The sum of the values of one year. */
static double share_column(const skpi_table *t, size_t j)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < t->n; i++) skpi__sum_add(&sum, t->value[i * t->m + j]);
    return skpi__sum_value(&sum);
}

static skpi_status share_quantities(skpi__at at, const skpi__table_names *names, const skpi_table *t, int divisor)
{
    skpi_status s;
    for (size_t c = 0; c < t->n * t->m; c++)
        if ((s = skpi__quantity(skpi__cell(at, c / t->m, c % t->m), names->value, t->value[c]))) return s;
    for (size_t j = 0; j < t->m; j++) {
        const double sum = share_column(t, j);
        const skpi__at here = skpi__column(at, j);
        if ((s = skpi__finite_sum(here, names->value, sum))) return s;
        if (divisor && sum == 0)
            return skpi__refuse(here, SKPI_EZERODIV, names->value, "sums to 0: it gives no shares");
    }
    return SKPI_OK;
}

static skpi_status share_history_check(skpi__at at, size_t n, const skpi_carbon_budget_share_options *own,
                                       share_history *h)
{
    skpi_status s;
    if ((s = skpi__table(at, &emission_names, own->history_emission, &h->emission))) return s;
    if (h->emission.n != n)
        return skpi__fail(at, SKPI_EINCONSISTENT, emission_names.n, (double)h->emission.n, "differs from n = %zu", n);
    if ((h->with_population = own->history_population != NULL) &&
        ((s = skpi__table(at, &population_names, own->history_population, &h->population)) ||
         (s = skpi__same_axes(at, &emission_names, &h->emission, &population_names, &h->population))))
        return s;
    for (size_t j = 1; j < h->emission.m; j++)
        if (h->emission.year[j] > h->emission.year[j - 1] + 1 && !(own->flags & FLAGS))
            return skpi__fail(skpi__element(at, j), SKPI_EINCONSISTENT, emission_names.year, h->emission.year[j],
                              "comes after %d: a sum needs every year, or the flag "
                              "SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE",
                              (int)h->emission.year[j - 1]);
    if ((s = share_quantities(at, &emission_names, &h->emission, 0))) return s;
    return h->with_population ? share_quantities(at, &population_names, &h->population, 1) : SKPI_OK;
}

/* The share between column j of a table and the next, at the fraction f of the time between them. */
static double share_between(double before, double after, double f)
{
    return f > 0 ? (1 - f) * before + f * after : before;
}

/* The emission of place i beyond its equal share in a past year, at the fraction f of the time between columns j and j
 * + 1. share is the place's share of the population argument. */
static double share_debt_of_year(const share_history *h, size_t i, size_t j, double f, double persons, double all)
{
    const size_t m = h->emission.m, next = j + (f > 0), row = i * m;
    const skpi_table *e = &h->emission, *p = &h->population;
    const double emitted = share_between(e->value[row + j], e->value[row + next], f);
    const double total = share_between(share_column(e, j), share_column(e, next), f);
    if (!h->with_population) return emitted - skpi__part_of(persons, all, total);
    return emitted - skpi__part_of(share_between(p->value[row + j], p->value[row + next], f),
                                   share_between(share_column(p, j), share_column(p, next), f), total);
}

/* The debt summed over all past years.  Years that the history leaves out are interpolated linearly. */
static double share_debt(const share_history *h, double discount, size_t i, double persons, double all)
{
    const skpi_table *e = &h->emission;
    const double last = e->year[e->m - 1];
    skpi__sum sum = {0, 0};
    for (size_t j = 0; j < e->m; j++) {
        const int32_t gap = j + 1 < e->m ? e->year[j + 1] - e->year[j] : 1;
        for (int32_t k = 0; k < gap; k++)
            skpi__sum_add(&sum, pow(1 - discount, last - e->year[j] - k) *
                                    share_debt_of_year(h, i, j, (double)k / gap, persons, all));
    }
    return skpi__sum_value(&sum);
}

skpi_status skpi_carbon_budget_share(size_t n, const double *population, const double *emission, double budget,
                                     const skpi_carbon_budget_share_options *options, double *allowance)
{
    static const int32_t rules[] = {SKPI_CARBON_BUDGET_RULE_PER_CAPITA, SKPI_CARBON_BUDGET_RULE_GRANDFATHER,
                                    SKPI_CARBON_BUDGET_RULE_BLEND, SKPI_CARBON_BUDGET_RULE_CUMULATIVE, 0};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_budget_share_options own;
    double persons = 1.0, emitted = 1.0;
    share_history past;
    skpi_status s;
    /* checked first, because the rule decides which arrays are read */
    if ((s = SKPI__STRUCT_OR_NULL(at, options, FLAGS, &own))) return s;
    if (!own.rule) own.rule = SKPI_CARBON_BUDGET_RULE_PER_CAPITA;
    if ((s = skpi__count(at, "n", n)) ||
        (s = skpi__choice(at, "options->rule", own.rule, rules, "a rule of sharing (enum skpi_carbon_budget_rule)")) ||
        (s = skpi__reserved(at, "options->zero", own.zero)) || (s = skpi__share(at, "options->weight", own.weight)) ||
        (s = skpi__share(at, "options->discount", own.discount)))
        return s;
    const int cumulative = own.rule == SKPI_CARBON_BUDGET_RULE_CUMULATIVE;
    if (own.rule != SKPI_CARBON_BUDGET_RULE_BLEND && own.weight != 0.0)
        return skpi__fail(at, SKPI_EINVAL, "options->weight", own.weight, "must be 0 unless the rule is the blend");
    if (!cumulative && own.discount != 0.0)
        return skpi__fail(at, SKPI_EINVAL, "options->discount", own.discount,
                          "must be 0 unless the rule is cumulative");
    if (!cumulative && own.history_emission)
        return skpi__refuse(at, SKPI_EINVAL, "options->history_emission", "must be NULL unless the rule is cumulative");
    if (!cumulative && own.history_population)
        return skpi__refuse(at, SKPI_EINVAL, "options->history_population",
                            "must be NULL unless the rule is cumulative");
    const int by_head = own.rule != SKPI_CARBON_BUDGET_RULE_GRANDFATHER;
    const int by_emission =
        own.rule == SKPI_CARBON_BUDGET_RULE_GRANDFATHER || own.rule == SKPI_CARBON_BUDGET_RULE_BLEND;
    if ((by_head && (s = skpi__array(at, "population", population, n, 1))) ||
        (by_emission && (s = skpi__array(at, "emission", emission, n, 1))) ||
        (s = skpi__finite(at, "budget", budget)) || (cumulative && (s = share_history_check(at, n, &own, &past))) ||
        (s = skpi__array(at, "allowance", allowance, n, 1)) ||
        (by_head && (s = share_total(at, "population", n, population, &persons))) ||
        (by_emission && (s = share_total(at, "emission", n, emission, &emitted))))
        return s;
    for (size_t i = 0; cumulative && i < n; i++) { /* every row is checked before the first write */
        const double shared = skpi__part_of(population[i], persons, budget);
        if ((s = skpi__result(skpi__element(at, i), "allowance",
                              shared - share_debt(&past, own.discount, i, population[i], persons))))
            return s;
    }
    const double w = own.rule == SKPI_CARBON_BUDGET_RULE_BLEND ? own.weight : by_head;
    for (size_t i = 0; i < n; i++) {
        /* computed before the write, because allowance may be an input array */
        double shared = by_head ? skpi__part_of(population[i], persons, w * budget) : 0;
        if (by_emission) shared += skpi__part_of(emission[i], emitted, (1 - w) * budget);
        allowance[i] = cumulative ? shared - share_debt(&past, own.discount, i, population[i], persons) : shared;
    }
    return skpi__unusual(at, "options->discount", own.discount, &skpi__yearly_part);
}
