/* The verdict in words. */
#include "verdict.h"

#include <math.h>

static const char *const factor_name[FACTORS + 1] = {"population", "GDP per head", "energy per GDP", "CO2 per energy",
                                                     "together"};
static const char *verdict_signed(double value, int decimals)
{
    static char ring[8][50];
    static size_t next;
    char *out = ring[next = (next + 1) % 8];
    snprintf(out, sizeof ring[0], "%s%s", value > 0 ? "+" : "", number(value, decimals));
    return out;
}

/* A chance as it is written; what is smaller than its digits show is told as a bound. */
static const char *verdict_chance(double p)
{
    static char text[40];
    if (isnan(p)) return "unknown";
    snprintf(text, sizeof text, p < 0.0001 ? "< 0.0001" : "%.4f", p);
    return text;
}

static const char *verdict_date(double year)
{
    static char ring[4][30];
    static size_t next;
    char *out = ring[next = (next + 1) % 4];
    snprintf(out, sizeof ring[0], isnan(year) ? "-" : fabs(year) < 1e6 ? "%.1f" : "%.3g", year);
    return out;
}

static void say_peak(const outlook *o)
{
    const verdict *v = &o->verdict;
    char text[800], since[200];
    if (v->since == 0)
        snprintf(since, sizeof since,
                 "This is the last year; no later year can be tested, and Mann-Kendall's p and Sen's slope since the "
                 "maximum are unknown.");
    else
        snprintf(since, sizeof since,
                 "In the %d years since then Mann-Kendall's p is %s, Sen's slope %s Mt per year, and the last value "
                 "differs from the maximum by %s %%.",
                 (int)v->since, verdict_chance(v->p), isnan(v->slope) ? "unknown" : verdict_signed(v->slope, 1),
                 verdict_signed(100 * v->below, 1));
    printf("\nHas the CO2 of %s peaked: %s\n", o->place[0].name, peak_word(v->peaked));
    snprintf(text, sizeof text,
             "The largest value of %d-%d is %s Mt in %d. %s A country has peaked if its maximum is at least five years "
             "old and the years since fall significantly (p < 0.05). In the last %d years Sen's slope is %s Mt per "
             "year, p %s.  ",
             (int)v->first_year, (int)v->last_year, number(v->peak, 1), (int)v->peak_year, since, (int)v->window,
             verdict_signed(v->recent_slope, 1), verdict_chance(v->recent_p));
    paragraph(text);
    if (v->peak_before > v->last_year)
        snprintf(text, sizeof text,
                 "The goal is a peak before %d, so that the maximum may be as late as %d. The last figure is that of "
                 "%d; it does not say what comes later.",
                 (int)v->peak_before, (int)v->peak_before - 1, (int)v->last_year);
    else
        snprintf(text, sizeof text, "The goal was a peak before %d, and that year is over; the maximum was in %d.",
                 (int)v->peak_before, (int)v->peak_year);
    paragraph(text);
}

static void say_goal_table(const verdict *v, int full)
{
    printf("\n  year  %19s  %18s  %9s  %22s\n", "CO2 per GDP, g/US$", "on target path", "CO2, Mt",
           "on target path, Mt");
    for (size_t i = 0; i < v->rows; i++) {
        const verdict_row *r = &v->row[i];
        if (!shown(r->year, full) && r->year != v->last_year && r->year != v->base_year && r->year != v->target_year)
            continue;
        printf("  %d  %19s  %18s  %9s  %22s   %s\n", (int)r->year, number(r->intensity, 1), number(r->way_intensity, 1),
               number(r->emission, 0), number(r->way_emission, 0),
               !r->observed              ? "assumed"
               : isnan(r->way_intensity) ? "observed"
                                         : "observed; path assumed");
    }
}

static void say_goal(const outlook *o, int full)
{
    const verdict *v = &o->verdict;
    const track *a = &v->by_gdp[0], *b = &v->by_gdp[1];
    char text[900], one[60], other[60];
    printf("\nThe goal for %d: %s\n", (int)v->target_year, track_word(a->verdict));
    snprintf(text, sizeof text,
             "The goal is CO2 per GDP %s %% below %d in %d, which is %s g per US$ of 2015. In %d it was %s g, %s %% "
             "below. The target path has a constant annual cut from %d on.",
             trimmed(100 * v->cut, 3), (int)v->base_year, (int)v->target_year, number(v->target, 1), (int)v->last_year,
             number(v->row[v->last_year - v->first_year].intensity, 1), percent(v->done, 1), (int)v->base_year);
    paragraph(text);
    say_goal_table(v, full);
    snprintf(one, sizeof one, "%d-%d", (int)(v->last_year - a->used + 1), (int)v->last_year);
    snprintf(other, sizeof other, "%d-%d", (int)(v->last_year - b->used + 1), (int)v->last_year);
    printf("\n  %-34s  %9s  %9s  %9s\n", "", "required", one, other);
    printf("  %-34s  %9s  %9s  %9s\n", "annual cut, compound, %", percent(a->required_compound, 2),
           percent(a->achieved_compound, 2), percent(b->achieved_compound, 2));
    printf("  %-34s  %9s  %9s  %9s\n", "annual cut, g/US$", number(a->required, 2), number(a->achieved, 2),
           number(b->achieved, 2));
    printf("  %-34s  %9s  %9s  %9s\n", "achieved/required, g/US$", "", number(a->ratio, 3), number(b->ratio, 3));
    printf("  %-34s  %9s  %9s  %9s\n", "achieved/required, compound", "", number(a->ratio_compound, 3),
           number(b->ratio_compound, 3));
    printf("  %-34s  %9s  %9s  %9s\n", "goal reached at this rate", "", verdict_date(a->crossing),
           verdict_date(b->crossing));
    printf("  %-34s  %9s  %9s  %9s\n", "overshoot until the goal, g/US$ x yr", "", number(a->overshoot, 1),
           number(b->overshoot, 1));
    printf("  %-34s  %9s  %9s  %9s\n\n", "verdict", "", track_word(a->verdict), track_word(b->verdict));
    paragraph("A goal is on track if at least 95 % of the required annual cut, in g/US$, is achieved. The overshoot is "
              "measured against the straight line from the last year to the goal.");
    snprintf(one, sizeof one, "a cut of %s %% per year is still required", percent(v->cut_required, 2));
    snprintf(text, sizeof text,
             "Since %d the cut was %s %% per year; %s. From %d to %d, emissions were %s Mt of CO2 %s than on the "
             "target path.",
             (int)v->base_year, percent(v->cut_so_far, 2),
             v->cut_required > 0                                       ? one
             : v->by_gdp[0].verdict == SKPI_CARBON_VERDICT_ALREADY_MET ? "no further cut is required"
                                                                       : "the year of the goal is over",
             (int)v->base_year, (int)v->last_year, number(fabs(v->beyond), 0), v->beyond < 0 ? "less" : "more");
    paragraph(text);
    if (isnan(v->allowed)) return;
    snprintf(text, sizeof text,
             "A goal per GDP does not limit CO2: if GDP grows by %s %% per year (assumed), it allows %s Mt in %d; if "
             "GDP grows by more than %s %%, CO2 may rise although the goal is met.",
             trimmed(100 * v->growth, 3), number(v->allowed, 0), (int)v->target_year, percent(v->flat_growth, 2));
    paragraph(text);
}

static void say_path(const outlook *o)
{
    const verdict *v = &o->verdict;
    const track *a = &v->by_path;
    char text[900];
    if (isnan(v->path_then)) return;
    snprintf(text, sizeof text,
             "The path of section 3 (assumed; with cement) has %.4g Gt in %d. From %.0f on this is %s %s Mt per year. "
             "By the trend of the last %d years CO2 %s by %s Mt per year; if this continues, emissions to %d are %s Gt "
             "%s than on the straight line to that level.",
             v->path_then, (int)v->target_year, o->t0, a->required < 0 ? "a rise of no more than" : "a cut of",
             number(1000 * fabs(a->required), 1), (int)a->used, a->achieved < 0 ? "rose" : "fell",
             number(1000 * fabs(a->achieved), 1), (int)v->target_year, number(fabs(a->overshoot), 2),
             a->overshoot < 0 ? "less" : "more");
    paragraph(text);
    if (!(v->path_growth > 0)) return;
    snprintf(text, sizeof text,
             "If CO2 from energy changes as that path does, the goal per GDP is met only if GDP grows by %s %% per "
             "year or more.",
             percent(v->path_growth, 2));
    paragraph(text);
}

/* Does the assumed division decide which factor lags? */
static const char *say_settled(const verdict *v)
{
    const int energy = v->gap[1][2] * v->gap[2][2] < 0, co2 = v->gap[1][3] * v->gap[2][3] < 0;
    return energy && co2
               ? "in this range both parts change their sign, so that these figures do not determine which factor lags"
           : energy ? "in this range the part of energy per GDP changes its sign"
           : co2    ? "in this range the part of CO2 per energy changes its sign"
                    : "in this range no part changes its sign";
}

static void say_why(const outlook *o)
{
    const verdict *v = &o->verdict;
    const verdict_row *last = &v->row[v->last_year - v->first_year];
    char text[900], heads[3][40];
    printf("\nCauses: Mt of CO2 per year by Kaya's factors (LMDI-I, additive)\n");
    snprintf(heads[0], sizeof heads[0], "%d-%d", (int)v->first_year, (int)v->last_year);
    snprintf(heads[1], sizeof heads[1], "excess");
    snprintf(heads[2], sizeof heads[2], "range");
    printf("\n  %-16s  %10s  %12s  %14s  %16s\n", "", heads[0], "ends only", heads[1], heads[2]);
    for (size_t f = 0; f <= FACTORS; f++) {
        const double a = v->gap[1][f], b = v->gap[2][f];
        char range[90];
        snprintf(range, sizeof range, "%s to %s", verdict_signed(a < b ? a : b, 0), verdict_signed(a < b ? b : a, 0));
        printf("  %-16s  %10s  %12s  %14s  %16s\n", factor_name[f], verdict_signed(last->change[f], 1),
               f < FACTORS ? verdict_signed(v->ends[f], 1) : verdict_signed(last->change[f], 1),
               verdict_signed(last->gap[f], 1), f == 2 || f == 3 ? range : "");
    }
    printf("\n");
    snprintf(text, sizeof text,
             "%d-%d is added up year by year. From the two ends alone the total is the same, but its parts differ, "
             "because the weights do not depend on the years in between.",
             (int)v->first_year, (int)v->last_year);
    paragraph(text);
    snprintf(text, sizeof text,
             "The excess is CO2 of %d less the target path of that year, %s Mt of %s. The target path has the actual "
             "population and GDP per head, which a goal per GDP does not set, so that their part is 0. Of the cut (of "
             "its logarithm), %s %% are attributed to energy per GDP and the remaining part to CO2 per energy; this is "
             "assumed, because the goal does not divide the cut (from %d to %d it was divided %s to %s). The range is "
             "for %s to %s %%: %s. The "
             "sum does not depend on this assumption.",
             (int)v->last_year, verdict_signed(last->gap[FACTORS], 1), number(last->emission, 1),
             trimmed(100 * v->part[0], 3), (int)v->base_year, (int)v->last_year, percent(v->part_so_far, 0),
             percent(1 - v->part_so_far, 0), trimmed(100 * v->part[1], 3), trimmed(100 * v->part[2], 3),
             say_settled(v));
    paragraph(text);
}

void print_verdict(const outlook *o, int full)
{
    char text[500];
    heading("4. Verdict: the peak, the goal, and why");
    snprintf(text, sizeof text,
             "CO2 from energy in %d-%d excludes cement and is therefore less than in section 3; the two are not "
             "combined. Goals and their assumptions are in %s.",
             (int)o->verdict.first_year, (int)o->verdict.last_year, csv_name(o->table[CARBON_GOALS]));
    paragraph(text);
    say_peak(o);
    say_goal(o, full);
    say_path(o);
    say_why(o);
}
