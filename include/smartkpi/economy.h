/* Economy: input-output tables, location quotients, balancing, supply and use, capital, prices, shift-share.  Shares
 * are fractions.  Money is in the caller's unit, the same throughout a call. */
#ifndef SMARTKPI_ECONOMY_H
#define SMARTKPI_ECONOMY_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* -------------------------------------------------------------------------------------------- input-output tables z
 * are flows, x output, y final demand: A_ij = z_ij / x_j, L = (I - A)^-1; B_ij = z_ij / x_i, G = (I - B)^-1. */

/** An input-output table, factored once.  Any number of threads may use it at the same time. */
typedef struct skpi_economy_iotable skpi_economy_iotable;
/** What the figures of an input-output table are taken for, the most telling reading first.  From TOTAL to
 * OUTPUT_IS_FINAL_DEMAND skpi_economy_iotable_new refuses the table. */
enum skpi_economy_reading {
    SKPI_ECONOMY_READING_CONSISTENT = 8701,                  /* nothing speaks against the table */
    SKPI_ECONOMY_READING_TOTAL = 8702,                       /* a sector is the sum of others */
    SKPI_ECONOMY_READING_TRANSPOSED = 8703,                  /* flows are those of the columns to the rows */
    SKPI_ECONOMY_READING_COEFFICIENTS = 8704,                /* flows are input coefficients */
    SKPI_ECONOMY_READING_COEFFICIENTS_PERCENT = 8705,        /* flows are input coefficients in per cent */
    SKPI_ECONOMY_READING_OUTPUT_COEFFICIENTS = 8706,         /* flows are output coefficients */
    SKPI_ECONOMY_READING_FLOW_UNIT = 8707,                   /* all flows are in another unit */
    SKPI_ECONOMY_READING_OUTPUT_UNIT = 8708,                 /* output is in another unit */
    SKPI_ECONOMY_READING_OUTPUT_IS_VALUE_ADDED = 8709,       /* output and value added have changed places */
    SKPI_ECONOMY_READING_OUTPUT_IS_FINAL_DEMAND = 8710,      /* output and final demand have changed places */
    SKPI_ECONOMY_READING_FINAL_DEMAND_IS_VALUE_ADDED = 8711, /* final demand and value added have changed places */
    SKPI_ECONOMY_READING_FINAL_DEMAND_UNIT = 8712,           /* final demand is in another unit */
    SKPI_ECONOMY_READING_COUNTED_TWICE = 8713,               /* a column is counted twice: a subtotal, an "of which" */
    SKPI_ECONOMY_READING_COLUMN_UNIT = 8714,                 /* a column is in another unit */
    SKPI_ECONOMY_READING_ROW_FLOW_UNIT = 8715,               /* the flows of a row are in another unit */
    SKPI_ECONOMY_READING_ROW_OUTPUT_UNIT = 8716,             /* the output of a sector is in another unit */
    SKPI_ECONOMY_READING_ROW_DEMAND_UNIT = 8717,             /* the final demand of a sector is in another unit */
    SKPI_ECONOMY_READING_VALUE_ADDED_UNIT = 8718,            /* value added is in another unit */
    SKPI_ECONOMY_READING_IMPORTS = 8719,                     /* nearly all rows exceed the output */
    SKPI_ECONOMY_READING_ROWS = 8720,                        /* rows do not add up to the output */
    SKPI_ECONOMY_READING_COLUMNS = 8721,                     /* columns with other inputs do not */
    SKPI_ECONOMY_READING_VALUE_ADDED = 8722,                 /* value added of a sector does not fit its output */
    SKPI_ECONOMY_READING_FEW_FLOWS = 8723,                   /* flows are less than 1 % of the output */
    SKPI_ECONOMY_READING_NEGATIVE_DEMAND = 8724              /* negative final demand is more than 5 % of the output */
};
/** Flows between sectors, their output and its uses, all in one unit of money.
 *
 * `EZERODIV`   output is 0 although the sector has flows, value added, jobs or other inputs.
 * `EOVERFLOW`  flow over output is beyond the range of a double.
 */
typedef struct skpi_economy_iotable_source {
    uint32_t size, flags;
    size_t n_sectors;           /* count of sectors; at least 1. */
    const double *flow;         /* [n_sectors][n_sectors] number: domestic sales of the row's sector to the column's. */
    const double *output;       /* [n_sectors] quantity: gross output of the sector. */
    const double *value_added;  /* [n_sectors] number: its output less all its intermediate inputs. */
    const double *final_demand; /* [n_sectors] number: its sales to final uses. */
    const double *jobs;         /* [n_sectors] quantity of people employed; NULL = not known. */
    const double *other_input;  /* [n_sectors] number: imports and taxes less subsidies that it buys with its inputs, so
                                 * that columns add up to the output; NULL = not known. */
} skpi_economy_iotable_source;
/** Findings in a table. */
typedef struct skpi_economy_iotable_source_check_out {
    uint32_t size, flags;
    int32_t *total_row;      /* [n_sectors] flag: 1 = the row looks like the sum of all other rows, or of those before
                            * it. */
    int32_t *total_column;   /* [n_sectors] flag: the same for the column. */
    double *imbalance;       /* [n_sectors] number: (flows sold + final demand - output) / output; NaN where the sector
                              * has final demand and no output. */
    double *spectral_radius; /* quantity: spectral radius of the input coefficients; below 1 the economy is
                              * productive; infinite = beyond the range of a double. */
    double *condition;       /* quantity: condition number of I - A in the 1-norm; infinite = I - A is singular. */
    double *unit_slip;       /* number: power of ten by which value added must be multiplied to fit output less flows; 0
                              * if it fits; NaN where that cannot be determined. */
    double *flow_slip;       /* number: power of ten by which flows must be multiplied to fit output less final demand;
                              * 0 if they fit; NaN where that cannot be determined. */
    int32_t *reading;        /* enum skpi_economy_reading: what contradicts the table most. */
    int32_t *n_unbalanced;   /* integer: rows that do not add up to the output, within a thousandth and rounding. */
    int32_t *worst_row;      /* integer: the row that is farthest from it; SKPI_NONE if all add up. */
    int32_t *repeated;       /* integer: column of which the differences of the rows are a multiple; SKPI_NONE if of
                              * none. */
    double *repeated_factor; /* number: that multiple, 1 of a column counted twice; NaN if there is none. */
} skpi_economy_iotable_source_check_out;
/** Checks an input-output table before it is used: balances, totals left among the sectors, units, productivity and
 * condition.
 *
 * `source`  flow, output, value_added, final_demand of the sectors, as for skpi_economy_iotable_new.
 * `out`     findings; that a table is not productive is a finding and not a failure.
 *
 * `WUNUSUAL`   figures of source contradict each other: out->reading says how.
 * `EOVERFLOW`  out->imbalance is beyond the range of a double.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2 and 4.2; Higham, Accuracy and Stability of
 * Numerical Algorithms (2nd ed. 2002), 7.1.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_source_check(const skpi_economy_iotable_source *source,
                                                         skpi_economy_iotable_source_check_out *out);
/** A table of fewer sectors: what skpi_economy_iotable_new takes. */
typedef struct skpi_economy_iotable_aggregate_out {
    uint32_t size, flags;
    double *flow;         /* [n_groups][n_groups] number: sales of the row to the column, its own to itself included. */
    double *output;       /* [n_groups] quantity: all that the group makes. */
    double *value_added;  /* [n_groups] number: its value added. */
    double *final_demand; /* [n_groups] number: what it sells to others than sectors. */
    double *jobs;         /* [n_groups] quantity of people employed. */
    double *other_input;  /* [n_groups] number: imports and taxes less subsidies that it buys. */
} skpi_economy_iotable_aggregate_out;
/** Adds up sectors of an input-output table to groups.
 *
 * `source`                    flow, output, value_added, final_demand of the sectors, perhaps jobs and other_input.
 * `n_groups`                  count of groups; at least 1.
 * `group[source->n_sectors]`  index of the group of each sector; every group has one.
 * `out`                       sums over the groups, the table's unit.
 *
 * `ENOTFOUND`  group is not in 0 to n_groups - 1.
 * `ENODATA`    group leaves a group without sectors; out->jobs is wanted of a source without jobs; out->other_input is
 *              wanted of a source without source->other_input.
 * `EOVERFLOW`  source->flow, source->output, source->value_added, source->final_demand, source->jobs or
 *              source->other_input adds up to more than a double holds.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 4.9.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_aggregate(const skpi_economy_iotable_source *source, size_t n_groups,
                                                      const int32_t *group, skpi_economy_iotable_aggregate_out *out);
/** Factors an input-output table.
 *
 * `source`  flow, output, value_added and final_demand of the sectors, and jobs if they are known; all are copied.
 * `table`   new handle: skpi_economy_iotable_free ends it.
 *
 * `WUNUSUAL`        figures of source contradict each other; every later use of table says so again.
 * `EINCONSISTENT`   source->flow has a total among the sectors; source->flow or source->output adds up only when it is
 *                   read otherwise: transposed, as coefficients, in another unit.
 * `ENOTPRODUCTIVE`  source->flow uses up more than is made, so that the spectral radius of A is 1 or more.
 * `ESINGULAR`       source->flow makes I - A singular: some sectors use up exactly what they make.
 * `EOVERFLOW`       source->value_added, source->final_demand or source->jobs is so large, or source->jobs so small
 *                   beside the output, that a result is beyond the range of a double.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2; Berman and Plemmons, Nonnegative Matrices in the
 * Mathematical Sciences (1994), chapter 6, theorem 2.3.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_new(const skpi_economy_iotable_source *source,
                                                skpi_economy_iotable **table);
/** Frees a table; NULL is allowed. */
SKPI_API void skpi_economy_iotable_free(skpi_economy_iotable *table);
/** Number of sectors of a table; 0 if it is NULL. */
SKPI_API size_t skpi_economy_iotable_n_sectors(const skpi_economy_iotable *table);

/** Output of each sector that meets final demands, with all direct and indirect inputs (Leontief): x = L y.
 *
 * `table`                                the table.
 * `n_demands`                            count of demands.
 * `demand[n_demands][table->n_sectors]`  number: final demand for the product of each sector.
 * `output[n_demands][table->n_sectors]`  number: output of each sector; may be demand.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `EOVERFLOW`  output is beyond the range of a double; the outputs of earlier demands are written.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_leontief(const skpi_economy_iotable *table, size_t n_demands,
                                                     const double *demand, double *output);
/** Output that primary inputs allow when each sector sells in fixed proportions (Ghosh): x' = p'G.
 *
 * `table`                                the table.
 * `n_inputs`                             count of vectors of primary inputs.
 * `primary[n_inputs][table->n_sectors]`  number: primary input of each sector, which it does not buy from the sectors:
 *                                        value added, imports, taxes.
 * `output[n_inputs][table->n_sectors]`   number: output of each sector; it is the primary input where the table has no
 *                                        output; may be primary.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `EOVERFLOW`  output is beyond the range of a double; the outputs of earlier vectors are written.
 *
 * Source: Ghosh, Economica 25 (1958) 58; Miller and Blair, Input-Output Analysis (2nd ed. 2009), 12.1.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_ghosh(const skpi_economy_iotable *table, size_t n_inputs,
                                                  const double *primary, double *output);

/** Effects of final demands in each sector and in total.  Value added and jobs are 0 where the table has no output. */
typedef struct skpi_economy_iotable_impact_out {
    uint32_t size, flags;
    double *output;            /* [n_demands][table->n_sectors] number: output of each sector; may be demand. */
    double *value_added;       /* [n_demands][table->n_sectors] number: value added of each sector in that output. */
    double *jobs;              /* [n_demands][table->n_sectors] number of people employed in each sector for that
                                * output. */
    double *total_output;      /* [n_demands] number: sum of output over the sectors. */
    double *total_value_added; /* [n_demands] number: sum of value_added. */
    double *total_jobs;        /* [n_demands] number: sum of jobs. */
} skpi_economy_iotable_impact_out;
/** Effects of final demands, directly and through all suppliers: output, value added and jobs.
 *
 * `table`                                the table, with jobs if jobs are wanted.
 * `n_demands`                            count of demands.
 * `demand[n_demands][table->n_sectors]`  number: final demand for the domestic product of each sector, or a change of
 *                                        it.
 * `out`                                  effects.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `ENODATA`    out->jobs or out->total_jobs is wanted of a table without jobs.
 * `EOVERFLOW`  an effect is beyond the range of a double; the effects of earlier demands are written.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 6.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_impact(const skpi_economy_iotable *table, size_t n_demands,
                                                   const double *demand, skpi_economy_iotable_impact_out *out);

/** Linkages, dispersions and multipliers of each sector. v is value added over output, w is jobs over output. */
typedef struct skpi_economy_iotable_linkages_out {
    uint32_t size, flags;
    double *backward_direct;        /* [table->n_sectors] number: sum of the column of A. */
    double *backward_total;         /* [table->n_sectors] number: sum of the column of L. */
    double *power;                  /* [table->n_sectors] number: power of dispersion, the sum of the column over the
                                     * mean of all such sums; NaN if L does not add up to more than 0. */
    double *power_cv;               /* [table->n_sectors] number: coefficient of variation of the column of L; NaN if
                                     * the column does not add up to more than 0, or there is only one sector. */
    double *forward_direct;         /* [table->n_sectors] number: sum of the row of A. */
    double *forward_total;          /* [table->n_sectors] number: sum of the row of L. */
    double *sensitivity;            /* [table->n_sectors] number: sensitivity of dispersion, as power, for the row of
                                     * L. */
    double *sensitivity_cv;         /* [table->n_sectors] number: as power_cv, for the row of L. */
    double *ghosh_direct;           /* [table->n_sectors] number: sum of the row of B. */
    double *ghosh_total;            /* [table->n_sectors] number: sum of the row of G. */
    double *multiplier_output;      /* [table->n_sectors] number: output for a unit of final demand, 1'L. */
    double *multiplier_value_added; /* [table->n_sectors] number: value added for a unit of final demand, v'L. */
    double *multiplier_jobs;        /* [table->n_sectors] number: jobs for a unit of final demand, w'L. */
    double *type1_value_added;      /* [table->n_sectors] number: v'L / v; NaN where v is 0. */
    double *type1_jobs;             /* [table->n_sectors] number: w'L / w; NaN where w is 0. */
} skpi_economy_iotable_linkages_out;
/** Linkages, dispersions and multipliers of each sector. power_cv and sensitivity_cv need all of L; the other outputs
 * need four solves.
 *
 * `table`  the table, with jobs if jobs are wanted.
 * `out`    numbers without a unit, except multiplier_jobs, which is in jobs per unit of money.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `ENODATA`    out->multiplier_jobs or out->type1_jobs is wanted of a table without jobs.
 * `ENOMEM`     table has too many sectors.
 * `EOVERFLOW`  a result is beyond the range of a double.
 *
 * Source: Rasmussen, Studies in Inter-Sectoral Relations (1956); Jones, Quarterly Journal of Economics 90 (1976) 323;
 * Miller and Blair, Input-Output Analysis (2nd ed. 2009), 6.2 and 12.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_linkages(const skpi_economy_iotable *table,
                                                     skpi_economy_iotable_linkages_out *out);
/** What households are paid and what they buy. */
typedef struct skpi_economy_iotable_induced_in {
    uint32_t size, flags;
    const double *labour_income; /* [table->n_sectors] quantity: income of households from work in each sector. */
    const double *consumption;   /* [table->n_sectors] number: what households buy of the domestic product of each. */
    double income;               /* quantity: all income that they live on; 0 = the sum of labour_income and own. */
    double own;                  /* quantity: what households pay to households; 0 = none. */
} skpi_economy_iotable_induced_in;
/** Multipliers of each sector with what households spend of their income (type II). */
typedef struct skpi_economy_iotable_induced_out {
    uint32_t size, flags;
    double *multiplier_output;      /* [table->n_sectors] number: output of all sectors for a unit of final demand. */
    double *multiplier_income;      /* [table->n_sectors] number: income of households for a unit of final demand. */
    double *multiplier_value_added; /* [table->n_sectors] number: value added for a unit of final demand. */
    double *multiplier_jobs;        /* [table->n_sectors] number: jobs for a unit of final demand. */
    double *type2_income;           /* [table->n_sectors] number: multiplier_income over the labour income of a unit of
                                     * output; NaN where that is 0. */
    double *type2_value_added;      /* [table->n_sectors] number: as type2_income, of value added. */
    double *type2_jobs;             /* [table->n_sectors] number: as type2_income, of jobs. */
    double *ratio;                  /* number: type II over type I of income, the same in every sector. */
} skpi_economy_iotable_induced_out;
/** Multipliers that follow the income of households, which is spent again (type II): the table is closed with a row and
 * a column of households.
 *
 * `table`  the table, with jobs if jobs are wanted; its final demand still has the consumption of households.
 * `in`     labour_income, consumption, perhaps income and own, in the money of the table.
 * `out`    numbers without a unit, but for multiplier_jobs: jobs for a unit of money.
 *
 * `WUNUSUAL`        in->labour_income is more in all than the value added of the table; in->consumption is more in all
 *                   than the final demand of the table; figures of table contradict each other, as
 *                   skpi_economy_iotable_new warned.
 * `EZERODIV`        in->income is 0, and so is the sum of in->labour_income and in->own; in->labour_income is above 0 in
 *                   a sector without output.
 * `ENODATA`         out->multiplier_jobs or out->type2_jobs is wanted of a table without jobs.
 * `ENOTPRODUCTIVE`  in->consumption brings households as much income as they spend, or more.
 * `ENOMEM`          table has too many sectors.
 * `EOVERFLOW`       in->labour_income, in->consumption, in->income or in->own is too large; a result is beyond the
 *                   range of a double.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.5 and 6.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_induced(const skpi_economy_iotable *table,
                                                    const skpi_economy_iotable_induced_in *in,
                                                    skpi_economy_iotable_induced_out *out);
/** What is taken from a sector in a hypothetical extraction. */
enum skpi_economy_extraction {
    SKPI_ECONOMY_EXTRACTION_BOTH = 8801,   /* its row and its column: it neither buys nor sells */
    SKPI_ECONOMY_EXTRACTION_COLUMN = 8802, /* its column: it buys from no sector, itself included */
    SKPI_ECONOMY_EXTRACTION_ROW = 8803     /* its row: it sells to no sector, itself included */
};
/** What is taken away, and whether final demand for the sector goes with it. */
typedef struct skpi_economy_iotable_extraction_options {
    uint32_t size, flags;
    int32_t removed;     /* enum skpi_economy_extraction; 0 = SKPI_ECONOMY_EXTRACTION_BOTH. */
    int32_t keep_demand; /* flag: 1 = the final demand for its product stays. */
} skpi_economy_iotable_extraction_options;
/** Output that is lost without each sector, of L y, the output that the table's final demand needs. */
typedef struct skpi_economy_iotable_extraction_out {
    uint32_t size, flags;
    double *loss;      /* [table->n_sectors] number: in all sectors; NaN where the others alone are not productive. */
    double *elsewhere; /* [table->n_sectors] number: in the other sectors; NaN as loss. */
    double *share;     /* [table->n_sectors] number: loss over the output of all sectors; NaN as loss. */
} skpi_economy_iotable_extraction_out;
/** Output lost without a sector, each sector in its turn (hypothetical extraction).
 *
 * `table`    the table.
 * `options`  what is taken away; NULL = row, column and final demand.
 * `out`      output lost.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `EZERODIV`   out->share is of an output that adds up to 0.
 * `ENOMEM`     table has too many sectors.
 * `EOVERFLOW`  out->loss or another result is beyond the range of a double.
 *
 * Source: Dietzenbacher, van der Linden and Steenge, Economic Systems Research 5 (1993) 185; Miller and Blair,
 * Input-Output Analysis (2nd ed. 2009), 12.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_extraction(const skpi_economy_iotable *table,
                                                       const skpi_economy_iotable_extraction_options *options,
                                                       skpi_economy_iotable_extraction_out *out);

/** The Leontief inverse L. It is rarely needed, because the functions above solve without it and faster.
 *
 * `table`  the table.
 * `inverse[table->n_sectors][table->n_sectors]`  number: output of the row's sector for a unit of final demand for the
 *                                                column's.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `ENOMEM`     table has too many sectors.
 *
 * Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_inverse(const skpi_economy_iotable *table, double *inverse);
/** Value added of each sector in the final demand for each sector: diag(v) L diag(y).  Where the table adds up, a row
 * sums to the value added of its sector, and all cells sum to GDP.
 *
 * `table`  the table.
 * `embodied[table->n_sectors][table->n_sectors]`  number: value added of the row's sector in the final demand for the
 *                                                 column's.
 *
 * `WUNUSUAL`   figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `ENOMEM`     table has too many sectors.
 * `EOVERFLOW`  embodied is beyond the range of a double; the earlier columns are written.
 *
 * Source: Johnson and Noguera, Journal of International Economics 86 (2012) 224, for one economy.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_embodied(const skpi_economy_iotable *table, double *embodied);

/* ---------------------------------------------------------------------------------------- tables made from others */

/** Location quotient, which says how much of the nation's input coefficient the city's own sectors supply. */
enum skpi_economy_quotient {
    SKPI_ECONOMY_QUOTIENT_SLQ = 8101,  /* simple: the seller's share of the city's jobs over its share of the nation's
                                        * jobs */
    SKPI_ECONOMY_QUOTIENT_CILQ = 8102, /* cross-industry: the seller's SLQ over the buyer's; SLQ on the diagonal */
    SKPI_ECONOMY_QUOTIENT_FLQ = 8103,  /* Flegg: CILQ times a factor below 1 that depends on the city's size */
    SKPI_ECONOMY_QUOTIENT_AFLQ = 8104  /* augmented FLQ: larger where the city is specialised in the buyer */
};
/** Coefficients of a city. */
typedef struct skpi_economy_location_quotient_out {
    uint32_t size, flags;
    double *coefficient; /* [n_sectors][n_sectors] number: min(1, quotient) times the national one; may be
                          * coefficient. */
    double *quotient; /* [n_sectors][n_sectors] quantity: location quotient before it is capped at 1; 0 where the city
                       * has no jobs in the row's sector or, except with SLQ, in the column's; infinite = beyond the
                       * range of a double. */
    double *slq;      /* [n_sectors] quantity: simple location quotient; NaN where the nation has no jobs. */
    double *factor;   /* quantity: factor that depends on the city's size; 1 for SLQ and CILQ. */
} skpi_economy_location_quotient_out;
/** Input coefficients of a city from those of its nation, by location quotients of employment.
 *
 * `n_sectors`                          count of sectors; at least 1.
 * `coefficient[n_sectors][n_sectors]`  number: national input coefficients; the row's sector sells to the column's.
 * `city[n_sectors]`                    quantity: jobs of the city.
 * `nation[n_sectors]`                  quantity: jobs of the nation, including those of the city.
 * `quotient`                           enum skpi_economy_quotient.
 * `delta`                              share: exponent of the size factor, 0.2 to 0.35 in most studies; only for
 *                                      quotient = FLQ, AFLQ; 0 = a factor of 1.
 * `out`                                coefficients and quotients.
 *
 * `WUNUSUAL`   coefficient is above 1 or below -1, or adds up to more than 1.001 in a column: it may be in percent.
 * `ERANGE`     city is above nation.
 * `EZERODIV`   city adds up to 0.
 * `EOVERFLOW`  city or nation adds up to more than a double holds; out->slq is beyond the range of a double.
 *
 * Source: Flegg and Webber, Regional Studies 31 (1997) 795 and 34 (2000) 563; Flegg and Tohmo, Regional Studies 47
 * (2013) 703.
 */
SKPI_CHECK skpi_status skpi_economy_location_quotient(size_t n_sectors, const double *coefficient, const double *city,
                                                      const double *nation, int32_t quotient, double delta,
                                                      skpi_economy_location_quotient_out *out);

/** Method by which a table is scaled to totals. */
enum skpi_economy_scaling {
    SKPI_ECONOMY_SCALING_RAS = 8201, /* rows and columns are scaled in turn; no cell may be negative */
    SKPI_ECONOMY_SCALING_GRAS = 8202 /* the same for tables with negative cells; signs are kept */
};
/** Method of scaling, and limits of the iteration. */
typedef struct skpi_economy_ras_options {
    uint32_t size, flags;
    int32_t scaling;      /* enum skpi_economy_scaling; 0 = SKPI_ECONOMY_SCALING_RAS. */
    int32_t n_iterations; /* integer: largest number of iterations; at least 0; 0 = 1000. */
    double tolerance;     /* quantity: largest accepted residual; 0 = 1e-12. */
} skpi_economy_ras_options;
/** The scaled table. */
typedef struct skpi_economy_ras_out {
    uint32_t size, flags;
    double *cell;          /* [n_rows][n_columns] number: the scaled table, with the zeros and signs of start; may be
                            * start. */
    double *residual;      /* quantity: largest error of a row total in the last table, over the largest row total; if
                            * all row totals are 0, over the largest column total or cell. */
    int32_t *n_iterations; /* integer: number of iterations. */
} skpi_economy_ras_out;
/** Scales a table to given totals of its rows and columns.
 *
 * `n_rows`                    count of rows; at least 1.
 * `n_columns`                 count of columns; at least 1.
 * `start[n_rows][n_columns]`  number: the table to start from.
 * `row_total[n_rows]`         number: required sum of each row.
 * `column_total[n_columns]`   number: required sum of each column.
 * `options`                   scaling, n_iterations, tolerance; NULL = RAS, 1000 iterations, 1e-12.
 * `out`                       the table and its remaining error.
 *
 * `WNOTCONVERGED`  zeros of start forbid the totals, or options->n_iterations is too small; out->cell is the last
 *                  table.
 * `EDOM`           start is below 0 (RAS).
 * `EINCONSISTENT`  row_total and column_total add up to different sums, by more than 1e-10 of the sum of |row_total| or
 *                  of |column_total|: if they were rounded, multiply one of them by the quotient of their sums.
 * `EINFEASIBLE`    row_total or column_total has a sign that no cell of its row or column has.
 * `EOVERFLOW`      row_total or column_total adds up to more than a double holds; start has cells too far from the
 *                  totals.
 *
 * Source: Stone and Brown, A Computable Model of Economic Growth (1962); Junius and Oosterhaven, Economic Systems
 * Research 15 (2003) 87; Lenzen, Wood and Gallego, Economic Systems Research 19 (2007) 461.
 */
SKPI_CHECK skpi_status skpi_economy_ras(size_t n_rows, size_t n_columns, const double *start, const double *row_total,
                                        const double *column_total, const skpi_economy_ras_options *options,
                                        skpi_economy_ras_out *out);

/** Supply and use tables of one economy, in one unit of money at basic prices. */
typedef struct skpi_economy_supply_use_in {
    uint32_t size, flags;
    size_t n_industries;       /* count of industries; at least 1. */
    size_t n_commodities;      /* count of commodities; at least 1. */
    size_t n_categories;       /* count of categories of final use; at least 1. */
    const double *make;        /* [n_industries][n_commodities] number: output of the commodity by the industry. */
    const double *use;         /* [n_commodities][n_industries] number: use of the domestic commodity by the
                                * industry. */
    const double *final_use;   /* [n_commodities][n_categories] number: final use of the domestic commodity. */
    const double *other_input; /* [n_industries] number: imports used, and taxes less subsidies on products; NULL =
                                * 0. */
} skpi_economy_supply_use_in;
/** Tolerance of the balance. */
typedef struct skpi_economy_supply_use_options {
    uint32_t size, flags;
    double tolerance; /* quantity: largest accepted imbalance of a commodity, over the largest output of a commodity;
                       * 0 = 1e-9. */
} skpi_economy_supply_use_options;
/** A table of industries. flow, output, value_added and final_demand are the inputs of skpi_economy_iotable_new. */
typedef struct skpi_economy_supply_use_out {
    uint32_t size, flags;
    double *flow;         /* [n_industries][n_industries] number: sales of the row's industry to the column's. */
    double *final_use;    /* [n_industries][n_categories] number: sales of the industry to the category. */
    double *final_demand; /* [n_industries] number: row sums of final_use. */
    double *output;       /* [n_industries] number: gross output of the industry. */
    double *value_added;  /* [n_industries] number: its output less all its inputs. */
    double *market_share; /* [n_industries][n_commodities] number: the industry's part of the output of the commodity; 0
                           * where no industry makes it. */
} skpi_economy_supply_use_out;
/** Makes an input-output table of industries from supply and use tables by the fixed product sales structure, model D:
 * each commodity is sold in the same proportions whichever industry made it.
 *
 * `in`       make, use and final_use; other_input may be given too.
 * `options`  tolerance of the balance; NULL = 1e-9.
 * `out`      the table.
 *
 * `EZERODIV`       in->use or in->final_use uses a commodity that no industry makes.
 * `EINCONSISTENT`  in->use and in->final_use of a commodity do not add up to its output (the error names the worst
 *                  commodity and the tolerance that it needs); in->make has a total among its rows or columns.
 * `EOVERFLOW`      a sum or a result is beyond the range of a double.
 *
 * Source: Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 11; United Nations, Handbook on Supply
 * and Use Tables and Input-Output Tables (2018), chapter 12.
 */
SKPI_CHECK skpi_status skpi_economy_supply_use(const skpi_economy_supply_use_in *in,
                                               const skpi_economy_supply_use_options *options,
                                               skpi_economy_supply_use_out *out);

/* --------------------------------------------------------------------------------------------------------- capital An
 * asset of life T that is not retired provides the part h(a) = (T - a)/(T - beta a) of its initial services at age a.
 * Lives are normally distributed around T with a standard deviation of T/4. */

/** Profile by which the services of an asset decline with its age. */
enum skpi_economy_profile {
    SKPI_ECONOMY_PROFILE_SURVIVAL = 8301, /* h of an asset of mean life, times the part of assets not yet retired */
    SKPI_ECONOMY_PROFILE_COHORT = 8302,   /* the mean of h over assets with different lives */
    SKPI_ECONOMY_PROFILE_GEOMETRIC = 8303 /* a constant annual rate of decline, 2/life */
};
/** Services of an asset at ages 0, 1, 2 ... years, as a part of those of a new asset.
 *
 * `n`                       count of kinds of assets.
 * `n_ages`                  count of ages.
 * `life[n]`                 positive: mean service life in years.
 * `beta[n]`                 number: form of the decline: 1 none before the end of life, 0 a straight line, below 0
 *                           faster at first; at most 1; NULL = 0.5.
 * `profile`                 enum skpi_economy_profile.
 * `efficiency[n][n_ages]`   share of the services of a new asset; 1 at age 0.
 * `status[n]`               row status.
 *
 * `EDOM`  life is below 2 (GEOMETRIC).
 *
 * Source: OECD, Measuring Capital (2nd ed. 2009); United States Bureau of Labor Statistics, Bulletin 2178 (1983).
 */
SKPI_CHECK skpi_status skpi_economy_capital_efficiency(size_t n, size_t n_ages, const double *life, const double *beta,
                                                       int32_t profile, double *efficiency, int32_t *status);

/** Profile of efficiency, the range of lives and forms, and the stock that was there before. */
typedef struct skpi_economy_capital_stock_options {
    uint32_t size, flags;
    double life_spread; /* number in (0,1): stocks are also computed with lives of life times 1 minus and plus this; 0 =
                         * 2/7. */
    double beta_spread; /* quantity: stocks are also computed with beta minus and plus this, but not above 1; 0 =
                         * 0.25. */
    int32_t profile;    /* enum skpi_economy_profile; 0 = SKPI_ECONOMY_PROFILE_COHORT. */
    int32_t zero;       /* 0. */
    const double *opening;     /* [n] quantity: stock at the beginning of the year of the first known investment, in the
                                * unit of investment; NULL = none is known, or the start of GEOMETRIC. */
    const double *opening_age; /* [n] quantity: age in years of all of opening at that time, which GEOMETRIC does not
                                * use; NULL = 0, new. */
} skpi_economy_capital_stock_options;
/** Stocks at the end of each year. */
typedef struct skpi_economy_capital_stock_out {
    uint32_t size, flags;
    double *stock;     /* [n][m] quantity: in the unit of investment; NaN before the first known investment, and as long
                        * as an asset of a missing investment would still be in use. */
    double *life_low;  /* [n][m] quantity: the stock if lives are shorter; NaN as stock, and where GEOMETRIC has none,
                        * or nothing of opening would be left at its age. */
    double *life_high; /* [n][m] quantity: the stock if lives are longer; NaN as stock. */
    double *beta_low;  /* [n][m] quantity: the stock if beta is lower; NaN as stock. */
    double *beta_high; /* [n][m] quantity: the stock if beta is higher; NaN as stock. */
    int32_t *complete; /* [n] year from which stocks are complete: no asset from before the first known investment
                        * would still be in use.  An earlier stock is a lower bound; SKPI_NONE if it is no year of the
                        * table. */
} skpi_economy_capital_stock_out;
/** Stocks of capital by the perpetual inventory method, also with other lives and other forms of decline.
 *
 * `investment`  table of quantity: investment at constant prices in every year, one row for each place or asset; NaN =
 *               missing.
 * `life[n]`     positive: mean service life in years.
 * `beta[n]`     number: form of the decline, as in skpi_economy_capital_efficiency; at most 1; NULL = 0.5.
 * `options`     profile, life_spread, beta_spread, opening, opening_age; NULL = COHORT, 2/7, 0.25, no opening stock.
 * `out`         stocks, and the first year in which they are complete.
 * `status[n]`   row status.
 *
 * `WMISSING`   a value is missing.
 * `WUNUSUAL`   investment->value has a break in a row: a step far beyond its usual change.
 * `EDEFMIX`    investment->basis states current prices.
 * `EINVAL`     options->opening is NULL although options->opening_age is given.
 * `ENODATA`    investment->year leaves out a year; investment->value has no value in a row; investment->value has a
 *              single value in a row (GEOMETRIC without opening).
 * `EDOM`       life is below 2 (GEOMETRIC); investment->value begins with 0 (GEOMETRIC without opening);
 *              investment->value falls by 2/life a year or faster (GEOMETRIC without opening); options->opening_age is
 *              so high that nothing is left (all but GEOMETRIC).
 * `EOVERFLOW`  out->stock is beyond the range of a double.
 *
 * Source: OECD, Measuring Capital (2nd ed. 2009).
 */
SKPI_CHECK skpi_status skpi_economy_capital_stock(const skpi_table *investment, const double *life, const double *beta,
                                                  const skpi_economy_capital_stock_options *options,
                                                  skpi_economy_capital_stock_out *out, int32_t *status);

/** User cost of capital: the cost of the services of one unit in a year, from the second year on.
 *
 * `n`                      count of assets.
 * `n_steps`                count of steps from one year to the next.
 * `price[n][n_steps + 1]`  positive: price of new capital goods, in money or as an index.
 * `rate[n][n_steps]`       interest: nominal rate of return in each year, compound; in a step in which the price rises,
 *                          what is usual is higher by that rise.
 * `depreciation[n]`        share of its price that an asset loses in a year.
 * `cost[n][n_steps]`       number in the unit of price: return and depreciation, less the gain in price.
 * `status[n]`              row status.
 *
 * `WNEGATIVE`  the gain in price is larger than return and depreciation; the cost is below 0 and has no meaning.
 * `EOVERFLOW`  cost is beyond the range of a double.
 *
 * Source: Hall and Jorgenson, American Economic Review 57 (1967) 391; OECD, Measuring Capital (2nd ed. 2009).
 */
SKPI_CHECK skpi_status skpi_economy_capital_user_cost(size_t n, size_t n_steps, const double *price, const double *rate,
                                                      const double *depreciation, double *cost, int32_t *status);
/** Contribution of capital to the growth of income from each year to the next: mean share times growth of quantity.
 *
 * `n`                         count of assets.
 * `n_steps`                   count of steps from one year to the next.
 * `share[n][n_steps + 1]`     share of the asset's services in income (user cost times stock over income); NaN =
 *                             missing.
 * `quantity[n][n_steps + 1]`  positive: stock, or any index of the quantity of the asset's services; NaN = missing.
 * `contribution[n][n_steps]`  number: contribution in log points, as a fraction; NaN where one of its four figures is
 *                             missing.
 * `status[n]`                 row status.
 *
 * `WMISSING`  a share or a quantity is missing.
 *
 * Source: Jorgenson and Griliches, Review of Economic Studies 34 (1967) 249.
 */
SKPI_CHECK skpi_status skpi_economy_capital_contribution(size_t n, size_t n_steps, const double *share,
                                                         const double *quantity, double *contribution, int32_t *status);

/* ---------------------------------------------------------------------------------------------------------- prices */

/** Formula by which a chained index goes from one year to the next. */
enum skpi_economy_index {
    SKPI_ECONOMY_INDEX_LASPEYRES = 8401, /* weights of the earlier year */
    SKPI_ECONOMY_INDEX_PAASCHE = 8402,   /* weights of the later year */
    SKPI_ECONOMY_INDEX_FISHER = 8403,    /* the geometric mean of both */
    SKPI_ECONOMY_INDEX_TORNQVIST = 8404  /* changes of logarithms, weighted by mean shares in value */
};
/** Chained indices, 1 in the first year. */
typedef struct skpi_economy_chain_index_out {
    uint32_t size, flags;
    double *quantity; /* [n][m] quantity: index of quantities. */
    double *price;    /* [n][m] quantity: index of prices by the same formula. */
} skpi_economy_chain_index_out;
/** Chained indices of quantity and price of aggregates of goods.
 *
 * `n`                     count of aggregates.
 * `n_goods`               count of goods of each; at least 1.
 * `m`                     count of years; at least 1.
 * `value[n][n_goods][m]`  quantity: value at current prices.
 * `price[n][n_goods][m]`  divisor: price of the good, in money or as an index, also in years in which it is not traded.
 * `form`                  enum skpi_economy_index.
 * `out`                   indices.
 * `status[n]`             row status.
 *
 * `EZERODIV`   value is 0 in all goods of a year.
 * `EDOM`       value of a good is 0 in one year and not in the next, or the reverse (TORNQVIST).
 * `EOVERFLOW`  value adds up to more than a double holds; an index is beyond the range of a double.
 *
 * Source: ILO and others, Consumer Price Index Manual (2004), chapters 1 and 15; Tornqvist, Bank of Finland Monthly
 * Bulletin 10 (1936) 1.
 */
SKPI_CHECK skpi_status skpi_economy_chain_index(size_t n, size_t n_goods, size_t m, const double *value,
                                                const double *price, int32_t form, skpi_economy_chain_index_out *out,
                                                int32_t *status);

/** Method by which value added is brought to constant prices. */
enum skpi_economy_deflation {
    SKPI_ECONOMY_DEFLATION_DOUBLE = 8501,   /* output and input are each deflated by their own price */
    SKPI_ECONOMY_DEFLATION_SINGLE = 8502,   /* value added is deflated by the price of output */
    SKPI_ECONOMY_DEFLATION_TORNQVIST = 8503 /* real value added is an index, 1 in the first year; it is never
                                             * negative */
};
/** Output and intermediate input of n industries or places in m years. */
typedef struct skpi_economy_double_deflation_in {
    uint32_t size, flags;
    size_t n;                   /* count of industries or places. */
    size_t m;                   /* count of years; at least 1. */
    const double *output;       /* [n][m] quantity: gross output at current prices. */
    const double *output_price; /* [n][m] divisor: price index of it. */
    const double *input;        /* [n][m] quantity: intermediate input at current prices. */
    const double *input_price;  /* [n][m] divisor: price index of it. */
} skpi_economy_double_deflation_in;
/** Real value added. */
typedef struct skpi_economy_double_deflation_out {
    uint32_t size, flags;
    double *real;     /* [n][m] number: real value added at the prices of the base of the price indices; TORNQVIST: an
                   * index, 1 in the first year. */
    double *deflator; /* [n][m] quantity: nominal over real value added (TORNQVIST: 1 in the first year); NaN where one
                       * of the two is not above 0. */
} skpi_economy_double_deflation_out;
/** Real value added and its implicit deflator.
 *
 * `in`         output, output_price, input, input_price of each row.
 * `form`       enum skpi_economy_deflation.
 * `out`        real value added and deflator.
 * `status[n]`  row status.
 *
 * `WNEGATIVE`  real value added is below 0: the prices have moved far apart since their base.
 * `EDOM`       in->output is not above in->input (TORNQVIST); in->input is 0 in one year and not in the next, or the
 *              reverse (TORNQVIST).
 * `EOVERFLOW`  a result is beyond the range of a double.
 *
 * Source: United Nations and others, System of National Accounts 2008, chapter 15; Schreyer, Measuring Productivity
 * (OECD, 2001).
 */
SKPI_CHECK skpi_status skpi_economy_double_deflation(const skpi_economy_double_deflation_in *in, int32_t form,
                                                     skpi_economy_double_deflation_out *out, int32_t *status);

/* --------------------------------------------------------------------------------------------- changes taken apart */

/** Parts of the change of each sector of a city. national, mix and local add up to the change; competitive and
 * allocation add up to local. */
typedef struct skpi_economy_shift_share_out {
    uint32_t size, flags;
    double *national; /* [n][n_sectors] number: change if the sector had grown as the whole nation did. */
    double *mix;      /* [n][n_sectors] number: additional change because the sector grew faster in the nation than the
                       * nation as a whole. */
    double *local;    /* [n][n_sectors] number: remaining change; the whole change in a sector that the city did not
                       * have in the base year. */
    double *competitive; /* [n][n_sectors] number: local change if the city had the nation's mix of sectors; NaN in a
                          * sector that the city did not have in the base year. */
    double *allocation;  /* [n][n_sectors] number: local less competitive; NaN in a sector that the city did not have in
                          * the base year. */
} skpi_economy_shift_share_out;
/** Shift-share analysis: the parts of a city's change that are due to the nation, to the city's mix of sectors, and to
 * the city itself.
 *
 * `n`                    count of cities.
 * `n_sectors`            count of sectors; at least 1.
 * `city0[n][n_sectors]`  quantity: jobs or value added in the base year.
 * `city1[n][n_sectors]`  quantity: the same in the last year.
 * `nation0[n_sectors]`   quantity: the same of the nation in the base year.
 * `nation1[n_sectors]`   quantity: the same of the nation in the last year.
 * `out`                  parts of the change.
 * `status[n]`            row status.
 *
 * `ERANGE`         city0 is above nation0, or city1 above nation1.
 * `EZERODIV`       nation0 adds up to 0.
 * `EINCONSISTENT`  city0 is above 0 in a sector where the nation has nothing.
 * `EOVERFLOW`      a sum or a part is beyond the range of a double.
 *
 * Source: Dunn, Papers of the Regional Science Association 6 (1960) 97; Esteban-Marquillas, Regional and Urban
 * Economics 2 (1972) 249.
 */
SKPI_CHECK skpi_status skpi_economy_shift_share(size_t n, size_t n_sectors, const double *city0, const double *city1,
                                                const double *nation0, const double *nation1,
                                                skpi_economy_shift_share_out *out, int32_t *status);

/** Form in which the change of a product of weight and share is split. */
enum skpi_economy_split {
    SKPI_ECONOMY_SPLIT_MIDPOINT = 8601, /* the change of each times the mean of the other; there is no interaction */
    SKPI_ECONOMY_SPLIT_BASE_YEAR = 8602 /* the change of each times the other in the base year, and an interaction */
};
/** Industries of n places in two years, and the share of some part, for example the digital one, in each industry. */
typedef struct skpi_economy_within_between_in {
    uint32_t size, flags;
    size_t n;                   /* count of places. */
    size_t n_sectors;           /* count of sectors; at least 1. */
    const double *value_added0; /* [n][n_sectors] number: value added in the base year. */
    const double *value_added1; /* [n][n_sectors] number: value added in the last year. */
    const double *share0;       /* [n][n_sectors] share of the part in the industry in the base year. */
    const double *share1;       /* [n][n_sectors] share of the part in the industry in the last year. */
} skpi_economy_within_between_in;
/** Parts of the change in each sector: within, between and interaction add up to change. */
typedef struct skpi_economy_within_between_out {
    uint32_t size, flags;
    double *change;      /* [n][n_sectors] number: contribution of the sector to the change of the place's share. */
    double *within;      /* [n][n_sectors] number: effect of the change of the share in the industry. */
    double *between;     /* [n][n_sectors] number: effect of the change of the industry's weight. */
    double *interaction; /* [n][n_sectors] number: effect of both changes together; 0 with MIDPOINT. */
} skpi_economy_within_between_out;
/** Splits the change of a share in the whole economy into changes within industries and shifts between them.
 *
 * `in`         value added of each industry and the share in it, in two years.
 * `form`       enum skpi_economy_split.
 * `out`        parts of the change.
 * `status[n]`  row status.
 *
 * `EZERODIV`   in->value_added0 adds up to 0; in->value_added1 adds up to 0.
 * `ERANGE`     in->value_added0 or in->value_added1 adds up to less than 0.
 * `EOVERFLOW`  in->value_added0 or in->value_added1 adds up to more than a double holds.
 *
 * Source: Foster, Haltiwanger and Krizan, in New Developments in Productivity Analysis (NBER, 2001), 303; Griliches and
 * Regev, Journal of Econometrics 65 (1995) 175.
 */
SKPI_CHECK skpi_status skpi_economy_within_between(const skpi_economy_within_between_in *in, int32_t form,
                                                   skpi_economy_within_between_out *out, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
