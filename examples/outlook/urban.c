/* The country's urban share by the UN method with its 80 % range, by two other methods and in the UN's table, and the
 * urban and rural population. */
#include "outlook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const definition_word[] = {"national", "degurba"};

/* The history: consecutive years, the last one being the last observation. */
static void urban_history(outlook *o, int32_t last, double share)
{
    const csv *t = o->table[URBAN_HISTORY];
    const size_t year = country_years(o, URBAN_HISTORY), value = csv_column(t, "share"), n = csv_rows(t);
    if (!n) csv_fail(t, CSV_WHOLE, 0, "no observation");
    o->first_shown = csv_year(t, 0, year);
    o->years = n + (size_t)(LAST_YEAR - last);
    o->year = program_memory(o->years, sizeof *o->year);
    for (size_t i = 0; i < n; i++) {
        o->year[i] = (year_row){.year = country_year(o, URBAN_HISTORY, i),
                                .share = csv_share(t, i, value),
                                .low = NAN,
                                .high = NAN,
                                .converging = NAN,
                                .cautious = NAN,
                                .published = NAN,
                                .urban = NAN,
                                .rural = NAN,
                                .observed = 1};
    }
    if (o->year[n - 1].year != last)
        csv_fail(t, n - 1, year, "the last year is not last_year of %s, %d", csv_name(o->table[URBAN]), (int)last);
    if (fabs(o->year[n - 1].share - share) > 0)
        csv_fail(t, n - 1, value, "the last share is not that of %s, %.17g", csv_name(o->table[URBAN]), share);
}

/* Pace behind the last observation: as given, or from the share two years before. */
static double urban_pace(const outlook *o, size_t row, size_t column, int32_t last, double share)
{
    const csv *t = o->table[URBAN], *h = o->table[URBAN_HISTORY];
    if (!csv_missing(t, row, column)) return csv_number(t, row, column);
    for (size_t i = 0; o->year[i].observed && i < csv_rows(h); i++)
        if (o->year[i].year == last - 2) {
            double before = last - 2, now = last, urgd = NAN;
            const cell cells[] = {cell_at("share0", h, i, csv_column(h, "share"))}; /* or share1 */
            cells_tell(skpi_urban_urgd(1, &before, &o->year[i].share, &now, &share, &urgd, NULL), 1, cells);
            return urgd;
        }
    csv_fail(t, row, column, "urgd is empty, and %s has no year %d to find it from", csv_name(h), (int)last - 2);
}

/* Total population from BASE_YEAR, without a gap. */
static void urban_total(outlook *o)
{
    static const char *const kind[] = {"observed", "projected", "assumed"};
    const csv *t = o->table[POPULATION];
    const size_t year = country_years(o, POPULATION), value = csv_column(t, "population_thousand"),
                 kinds = csv_column(t, "kind");
    o->totals = csv_rows(t);
    o->total = program_memory(o->totals, sizeof *o->total);
    o->total_kind = program_memory(o->totals, sizeof *o->total_kind);
    for (size_t i = 0; i < o->totals; i++) {
        only_country(o, POPULATION, i);
        int32_t y = csv_year(t, i, year);
        if (y != BASE_YEAR + (int32_t)i)
            csv_fail(t, i, year, "year %d where %d is needed: no gaps, from %d on", (int)y, BASE_YEAR + (int)i,
                     BASE_YEAR);
        o->total[i] = csv_positive(t, i, value);
        o->total_kind[i] = kind[csv_choice(t, i, kinds, 3, kind)];
    }
    if (o->totals < LAST_CITY_YEAR - BASE_YEAR + 1)
        csv_fail(t, CSV_WHOLE, year, "the cities need every year from %d to %d", BASE_YEAR, LAST_CITY_YEAR);
}

static void urban_un(outlook *o, size_t row, int32_t last, double share, double urgd, int32_t size_class)
{
    static const double prob[] = {0.10, 0.90};
    static const skpi_urban_error_quantile_options errors = {.size = sizeof errors,
                                                             .source = SKPI_URBAN_ERROR_SOURCE_REALTIME};
    const csv *t = o->table[URBAN];
    const cell cells[] = {cell_at("in->last_year", t, row, csv_column(t, "last_year")),
                          cell_at("in->share", t, row, csv_column(t, "share")),
                          cell_at("in->urgd", t, row, csv_column(t, "urgd"))};
    size_t n = (size_t)(LAST_YEAR - last), first = o->years - n;
    double *value = program_memory(n, sizeof *value);
    skpi_urban_project_out out = {.size = sizeof out, .share = value};
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &last, .share = &share, .urgd = &urgd, .size_class = &size_class};
    cells_tell(skpi_urban_project(&in, last + 1, n, NULL, &out, NULL), 3, cells);
    for (size_t i = 0; i < n; i++) {
        year_row *y = &o->year[first + i];
        double range[2];
        *y = (year_row){.year = last + 1 + (int32_t)i, .share = value[i], .published = NAN, .urban = NAN, .rural = NAN};
        /* one year a call: its status tells whether this year lies beyond the calibrated horizon */
        const skpi_urban_error_quantile_in one = {.size = sizeof one, .n = 1, .last_year = &last, .share = &value[i]};
        skpi_status s = skpi_urban_error_quantile(&one, y->year, 1, 2, prob, &errors, range, NULL);
        cells_tell(s, 3, cells);
        y->low = range[0];
        y->high = range[1];
        y->beyond = (s & SKPI_WHORIZON) != 0;
    }
    free(value);
}

/* The same years by the converging and the cautious method, which look at the history itself. */
static void urban_other_methods(outlook *o, int32_t last, int32_t size_class)
{
    static const double window[] = {5, 10, 20}; /* the history is annual */
    size_t n = (size_t)(LAST_YEAR - last), before = o->years - n, first[] = {0, before};
    double *date = program_memory(before, sizeof *date), *share = program_memory(before, sizeof *share);
    double *value = program_memory(n, sizeof *value);
    for (size_t i = 0; i < before; i++) {
        date[i] = o->year[i].year;
        share[i] = o->year[i].share;
    }
    skpi_urban_history history = {
        .size = sizeof history, .n = 1, .n_observations = before, .first = first, .date = date, .share = share};
    skpi_urban_options options = {.size = sizeof options, .n_windows = 3, .window = window};
    skpi_urban_project_out out = {.size = sizeof out, .share = value};
    const csv *t = o->table[URBAN_HISTORY];
    const cell cells = cell_by_column("history->share", t, 0, csv_column(t, "share"), NULL);
    for (int cautious = 0; cautious < 2; cautious++) {
        options.method = cautious ? SKPI_URBAN_METHOD_CAUTIOUS : SKPI_URBAN_METHOD_CONVERGING;
        skpi_status s = skpi_urban_project_history(&history, &size_class, last + 1, n, &options, &out, NULL);
        if (s != SKPI_ENODATA) cells_tell(s, 1, &cells);
        for (size_t i = 0; i < n; i++)
            *(cautious ? &o->year[before + i].cautious : &o->year[before + i].converging) = s < 0 ? NAN : value[i];
    }
    free(date);
    free(share);
    free(value);
}

static void urban_published(outlook *o)
{
    const csv *t = o->table[URBAN_PUBLISHED];
    const size_t year = country_years(o, URBAN_PUBLISHED), value = csv_column(t, "share");
    for (size_t i = 0; i < csv_rows(t); i++) {
        only_country(o, URBAN_PUBLISHED, i);
        int32_t y = csv_year(t, i, year);
        double share = csv_share(t, i, value);
        for (size_t k = 0; k < o->years; k++)
            if (o->year[k].year == y) o->year[k].published = share;
    }
}

void compute_urban(outlook *o)
{
    const csv *t = o->table[URBAN];
    size_t row = only_row(o, URBAN), year = csv_column(t, "last_year"), share = csv_column(t, "share"),
           urgd = csv_column(t, "urgd");
    csv_choice(t, row, csv_column(t, "definition"), 2, definition_word);
    csv_column(t, "source");
    int32_t last = csv_year(t, row, year);
    double p = csv_share(t, row, share);
    if (last >= LAST_YEAR || last > BASE_YEAR)
        csv_fail(t, row, year, "last_year %d is not before %d, the base year of the cities", (int)last, BASE_YEAR + 1);
    int32_t size_class = csv_positive(t, row, csv_column(t, "population_2018_thousand")) >= 2000
                             ? SKPI_URBAN_SIZE_LARGE
                             : SKPI_URBAN_SIZE_SMALL;
    o->urban_last = last;
    urban_history(o, last, p);
    urban_total(o);
    urban_un(o, row, last, p, urban_pace(o, row, urgd, last, p), size_class);
    urban_other_methods(o, last, size_class);
    urban_published(o);
    for (size_t i = 0; i < o->years; i++) {
        year_row *y = &o->year[i];
        if (y->year < BASE_YEAR || (size_t)(y->year - BASE_YEAR) >= o->totals) continue;
        const cell people = cell_at("population", o->table[POPULATION], (size_t)(y->year - BASE_YEAR),
                                    csv_column(o->table[POPULATION], "population_thousand"));
        cells_tell(skpi_urban_population(1, 1, &y->share, &o->total[y->year - BASE_YEAR], &y->urban, &y->rural), 1,
                   &people);
    }
}

static const char *year_note(const outlook *o, const year_row *y)
{
    if (y->year == o->urban_last) return "observed, last";
    if (y->observed) return "observed";
    if (y->year > LAST_TABLE_YEAR) return "projected, beyond the UN table";
    return y->beyond ? "projected, range extrapolated" : "projected";
}

void print_urban(const outlook *o, int full)
{
    char text[900];
    const csv *t = o->table[URBAN];
    int32_t beyond = 0;
    for (size_t i = o->years; i--;)
        if (o->year[i].beyond) beyond = o->year[i].year;
    heading("2. Urban share and city populations");
    snprintf(text, sizeof text,
             "%s, %s definition of urban, projected from the last observation, %d, by the method of the United Nations "
             "(World Urbanization "
             "Prospects 2018). Figures by other definitions (Degree of Urbanisation) must not be compared with these. "
             "The 80 %% range comes from the errors of forecasts from earlier revisions of the record, compared with "
             "later ones. How well it holds depends on the next revision: such ranges held 75 to 92 %% of the later "
             "values, and 51 %% of those of a revision that was left out of them. The method reproduces the UN's table "
             "to 2050 within 0.02 percentage points for 217 of 219 areas.",
             o->place[0].name, csv_raw(t, 0, csv_column(t, "definition")), (int)o->urban_last);
    paragraph(text);
    if (strcmp(csv_raw(t, 0, csv_column(t, "definition")), "national"))
        paragraph(
            "The method and its range were made for national definitions; they have not been tested for this one.");
    if (beyond) {
        snprintf(text, sizeof text,
                 "From %d on the range is extrapolated beyond the horizon of these errors (SKPI_WHORIZON); after %d "
                 "the projection itself goes beyond the UN table.",
                 (int)beyond, LAST_TABLE_YEAR);
        paragraph(text);
    }
    paragraph(
        "The table also has the converging method, in which the growth difference of three past windows decays towards "
        "1.5 % per year, the mean of both methods (cautious), and the figures that the UN publish. In tests on the "
        "past both were better for single places; weighted by population nothing is proved, and sudden accelerations "
        "are missed. The cautious figure is the one to quote.");
    printf("\n  %4s %8s  %-13s %10s %8s %9s %12s %12s  %s\n", "year", "urban %", "80 % range", "converging", "cautious",
           "UN table", "urban, thou.", "rural, thou.", "kind");
    for (size_t i = 0; i < o->years; i++) {
        const year_row *y = &o->year[i];
        if (!shown(y->year, full) && y->year != o->urban_last && y->year != BASE_YEAR) continue;
        char range[40] = "-";
        if (!y->observed) snprintf(range, sizeof range, "%s to %s", percent(y->low, 1), percent(y->high, 1));
        printf("  %4d %8s  %-13s %10s %8s %9s %12s %12s  %s\n", (int)y->year, percent(y->share, 3), range,
               percent(y->converging, 1), percent(y->cautious, 1), percent(y->published, 3), number(y->urban, 0),
               number(y->rural, 0), year_note(o, y));
    }
}

void write_urban(const outlook *o, const char *directory)
{
    FILE *f = program_create(directory, "urban.csv");
    fputs("place,year,share_percent,low_percent,high_percent,converging_percent,cautious_percent,published_percent,"
          "urban_thousand,rural_thousand,kind,note\n",
          f);
    for (size_t i = 0; i < o->years; i++) {
        const year_row *y = &o->year[i];
        csv_put_text(f, 1, o->place[0].key);
        fprintf(f, ",%d", (int)y->year);
        csv_put_number(f, 0, 100 * y->share);
        csv_put_number(f, 0, 100 * y->low);
        csv_put_number(f, 0, 100 * y->high);
        csv_put_number(f, 0, 100 * y->converging);
        csv_put_number(f, 0, 100 * y->cautious);
        csv_put_number(f, 0, 100 * y->published);
        csv_put_number(f, 0, y->urban);
        csv_put_number(f, 0, y->rural);
        csv_put_text(f, 0, y->observed ? "observed" : "projected");
        csv_put_text(f, 0,
                     y->observed                 ? ""
                     : y->year > LAST_TABLE_YEAR ? "beyond the UN table"
                     : y->beyond                 ? "range beyond its calibrated horizon"
                                                 : "");
        fputc('\n', f);
    }
    program_close(f, "urban.csv");
}
