/* Options of the fit of the converging method (converging_choices.h), with the leads and the grid of the strict
 * evaluation where the caller gives none. */
#include "urban/converging_choices.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "urban/path.h"

static const double usual_lead[] = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40};
static const double usual_by[] = {.80, .84, .87, .89, .90, .91, .93, .95, .97, .985};
static const double usual_part[] = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1};

static skpi_status choices_without_count(skpi__at at, const char *count, const char *array)
{
    return skpi__refuse(at, SKPI_EINVAL, count, "is 0 although %s is given", array);
}

static skpi_status choices_origins(skpi__at at, const skpi_urban_converging_fit_options *o, skpi__urban_panel *panel)
{
    skpi_status s;
    if (!o->n_origins && o->origin) return choices_without_count(at, "options->n_origins", "options->origin");
    if ((s = skpi__array(at, "options->origin", o->origin, o->n_origins, 1))) return s;
    for (size_t k = 0; k < o->n_origins; k++)
        if ((s = skpi__date(skpi__element(at, k), "options->origin", o->origin[k]))) return s;
    panel->n_origins = o->n_origins;
    panel->origin = o->origin;
    return SKPI_OK;
}

static skpi_status choices_leads(skpi__at at, const skpi_urban_converging_fit_options *o, skpi__urban_panel *panel)
{
    skpi_status s;
    panel->n_leads = o->n_leads ? o->n_leads : sizeof usual_lead / sizeof *usual_lead;
    panel->lead = o->n_leads ? o->lead : usual_lead;
    if (!o->n_leads && o->lead) return choices_without_count(at, "options->n_leads", "options->lead");
    if ((s = skpi__array(at, "options->lead", o->lead, o->n_leads, 1))) return s;
    for (size_t k = 0; k < o->n_leads; k++) {
        at.row = (int64_t)k;
        if ((s = skpi__finite(at, "options->lead", o->lead[k]))) return s;
        if (!(o->lead[k] >= 1 && o->lead[k] <= 900))
            return skpi__fail(at, SKPI_ERANGE, "options->lead", o->lead[k], "is no number of years in [1,900]");
        if (k && o->lead[k] == o->lead[k - 1])
            return skpi__fail(at, SKPI_EDUPLICATE, "options->lead", o->lead[k], "is given twice");
        if (k && o->lead[k] < o->lead[k - 1])
            return skpi__fail(at, SKPI_ENOTSORTED, "options->lead", o->lead[k], "comes after %g: leads must increase",
                              o->lead[k - 1]);
    }
    return SKPI_OK;
}

static skpi_status choices_grid(skpi__at at, const skpi_urban_converging_fit_options *o, skpi__urban_grid *grid)
{
    skpi_status s;
    *grid = (skpi__urban_grid){sizeof usual_by / sizeof *usual_by, sizeof usual_part / sizeof *usual_part, usual_by,
                               usual_part};
    if (!o->n_by && o->by) return choices_without_count(at, "options->n_by", "options->by");
    if (!o->n_part && o->part) return choices_without_count(at, "options->n_part", "options->part");
    if ((s = skpi__array(at, "options->by", o->by, o->n_by, 1)) ||
        (s = skpi__array(at, "options->part", o->part, o->n_part, 1)))
        return s;
    for (size_t k = 0; k < o->n_by; k++) {
        if ((s = skpi__finite(skpi__element(at, k), "options->by", o->by[k]))) return s;
        if (!(o->by[k] > 0 && o->by[k] <= 1))
            return skpi__fail(skpi__element(at, k), SKPI_ERANGE, "options->by", o->by[k],
                              "is no factor a year in (0,1]");
    }
    for (size_t k = 0; k < o->n_part; k++) {
        if ((s = skpi__finite(skpi__element(at, k), "options->part", o->part[k]))) return s;
        if (!(o->part[k] >= 0 && o->part[k] <= 10))
            return skpi__fail(skpi__element(at, k), SKPI_ERANGE, "options->part", o->part[k], "is no part in [0,10]");
    }
    if (o->n_by) grid->n_by = o->n_by, grid->by = o->by;
    if (o->n_part) grid->n_part = o->n_part, grid->part = o->part;
    return SKPI_OK;
}

skpi_status skpi__urban_choices_take(skpi__at at, const skpi_urban_converging_fit_options *options,
                                     skpi__urban_panel *panel, skpi__urban_grid *grid)
{
    skpi_urban_converging_fit_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o))) return s;
    if (o.known_to != 0 && (s = skpi__date(at, "options->known_to", o.known_to))) return s;
    panel->known_to = o.known_to;
    panel->limit = o.urgd_max != 0 ? o.urgd_max : SKPI__URBAN_LIMIT;
    if ((s = choices_origins(at, &o, panel)) || (s = choices_leads(at, &o, panel)) || (s = choices_grid(at, &o, grid)))
        return s;
    return skpi__quantity(at, "options->urgd_max", o.urgd_max);
}
