/* The functions over rows that R calls, and the table of them. */
#include "rows.h"

#include <string.h>

static skpi_status urban_urgd(const rows *r)
{
    return skpi_urban_urgd(r->n, r->number[0], r->number[1], r->number[2], r->number[3], r->result[0], r->status);
}

static skpi_status urban_size_class(const rows *r)
{
    return skpi_urban_size_class(r->n, r->number[0], r->one[1], r->result_whole[0], r->status);
}

static skpi_status urban_doubling_time(const rows *r)
{
    return skpi_urban_doubling_time(r->n, r->number[0], r->result[0], r->result[1], r->status);
}

static skpi_status urban_stages(const rows *r)
{
    skpi_urban_stages_out out = {.size = sizeof out,
                                 .start_date = r->result[0],
                                 .start_share = r->result[1],
                                 .middle_date = r->result[2],
                                 .middle_share = r->result[3],
                                 .end_date = r->result[4],
                                 .end_share = r->result[5],
                                 .top_speed = r->result[6]};
    return skpi_urban_stages(r->n, r->number[0], r->number[1], r->number[2], &out, r->status);
}

static skpi_status urban_project(const rows *r)
{
    const skpi_urban_project_in in = {.size = sizeof in,
                                      .n = r->n,
                                      .last_year = r->whole[0],
                                      .share = r->number[1],
                                      .urgd = r->number[2],
                                      .size_class = r->whole[3]};
    const skpi_urban_options options = {.size = sizeof options,
                                        .method = r->one_whole[6],
                                        .damping = r->one[7],
                                        .converge_to = r->one[8],
                                        .converge_by = r->one[9]};
    skpi_urban_project_out out = {.size = sizeof out, .share = r->result[0], .urgd = r->result[1]};
    return skpi_urban_project(&in, r->one_whole[4], (size_t)r->one_whole[5], &options, &out, r->status);
}

/* The arguments of every function of paths begin with the 18 of the path: shape, convention, t0, e0, and columns that
 * may be NULL. */
#define PATH_ARGUMENTS "wwddDDDDDDDDDDDDDD"

static skpi_carbon_path path(const rows *r)
{
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path),
                              .n = r->n,
                              .shape = r->one_whole[0],
                              .convention = r->one_whole[1],
                              .t0 = r->number[2],
                              .e0 = r->number[3],
                              .residual = r->number[4],
                              .t_peak = r->number[5],
                              .e_peak = r->number[6],
                              .plateau = r->number[7],
                              .t_net_zero = r->number[8],
                              .power = r->number[9],
                              .rate = r->number[10],
                              .growth = r->number[11],
                              .mitigation = r->number[12],
                              .t_mid = r->number[13],
                              .t_end = r->number[14],
                              .t_budget = r->number[15],
                              .t_waypoint = r->number[16],
                              .waypoint = r->number[17]};
}

static skpi_status carbon_path_value(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_value(&p, r->one_whole[18], (size_t)r->one_whole[19], r->result[0], r->result[1],
                                  r->status);
}

static skpi_status carbon_path_total(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_total(&p, r->one_whole[18], (size_t)r->one_whole[19], r->result[0], r->status);
}

static skpi_status carbon_path_solve(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_solve(&p, r->one_whole[18], r->number[19], r->result[0], r->status);
}

static skpi_status carbon_path_range(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_range(&p, r->one_whole[18], r->result[0], r->result[1], r->status);
}

static skpi_status carbon_path_peak(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_peak(&p, r->result[0], r->result[1], r->status);
}

static skpi_status carbon_path_net_zero(const rows *r)
{
    const skpi_carbon_path p = path(r);
    return skpi_carbon_path_net_zero(&p, r->number[18], r->result[0], r->result[1], r->status);
}

static skpi_status carbon_kaya(const rows *r)
{
    return skpi_carbon_kaya(r->n, r->number[0], r->number[1], r->number[2], r->number[3], r->result[0], r->status);
}

static skpi_status carbon_target_contraction(const rows *r)
{
    return skpi_carbon_target_contraction(r->n, r->number[0], r->one[1], r->number[2], r->result[0], r->status);
}

static skpi_status carbon_warming(const rows *r)
{
    return skpi_carbon_warming(r->n, 0, r->number[0], NULL, r->result[0], NULL);
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__})

const rows_function rows_functions[] = {
    {"urban_urgd", "dddd", "d", 0, NAMES("urgd"), urban_urgd},
    {"urban_size_class", "dx", "i", 0, NAMES("size_class"), urban_size_class},
    {"urban_doubling_time", "d", "dd", 0, NAMES("doubling", "halving"), urban_doubling_time},
    {"urban_stages", "ddd", "ddddddd", 0,
     NAMES("start_date", "start_share", "middle_date", "middle_share", "end_date", "end_share", "top_speed"),
     urban_stages},
    {"urban_project", "iddIwywxxx", "DD", 0, NAMES("share", "urgd"), urban_project},
    {"carbon_path_value", PATH_ARGUMENTS "wy", "DD", 0, NAMES("emission", "cumulative"), carbon_path_value},
    {"carbon_path_total", PATH_ARGUMENTS "wy", "D", 0, NAMES("total"), carbon_path_total},
    {"carbon_path_solve", PATH_ARGUMENTS "wd", "d", 0, NAMES("unknown"), carbon_path_solve},
    {"carbon_path_range", PATH_ARGUMENTS "w", "dd", 0, NAMES("low", "high"), carbon_path_range},
    {"carbon_path_peak", PATH_ARGUMENTS, "dd", 0, NAMES("t_peak", "e_peak"), carbon_path_peak},
    {"carbon_path_net_zero", PATH_ARGUMENTS "D", "dd", 0, NAMES("first", "permanent"), carbon_path_net_zero},
    {"carbon_kaya", "dddd", "D", 4, NAMES("factor"), carbon_kaya},
    {"carbon_target_contraction", "dxd", "d", 0, NAMES("emission"), carbon_target_contraction},
    {"carbon_warming", "d", "d", 0, NAMES("warming"), carbon_warming},
    {NULL, NULL, NULL, 0, NULL, NULL},
};

const rows_function *rows_find(const char *name)
{
    const rows_function *f = rows_functions;
    while (f->name && strcmp(f->name, name)) f++;
    return f->name ? f : NULL;
}
