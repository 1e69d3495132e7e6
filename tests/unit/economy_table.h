/* Input-output tables for the unit tests: a textbook's, a random one, and the shares of one. */
#ifndef SKPI_ECONOMY_TABLE_H
#define SKPI_ECONOMY_TABLE_H
#include "unit/unit.h"

enum { MOST = 60 };

typedef struct economy { /* a table and room for its numbers */
    size_t n;
    double z[MOST * MOST], x[MOST], va[MOST], y[MOST], r[MOST], jobs[MOST];
    int32_t digital[MOST];
} economy;

static inline skpi_economy_iotable_source source(const economy *e)
{
    return (skpi_economy_iotable_source){.size = sizeof(skpi_economy_iotable_source),
                                         .n_sectors = e->n,
                                         .flow = e->z,
                                         .output = e->x,
                                         .value_added = e->va,
                                         .final_demand = e->y,
                                         .jobs = e->jobs};
}

static inline skpi_status make(const economy *e, skpi_economy_iotable **t)
{
    const skpi_economy_iotable_source s = source(e);
    return skpi_economy_iotable_new(&s, t);
}

typedef struct shares {
    double gdp, direct, backward, forward, diagonal, block, investment, published, exact, s_direct, s_published,
        s_exact;
} shares;

static inline skpi_status share(const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                                shares *s)
{
    skpi_digital_adb_out o = {sizeof o,        0,          &s->gdp,        &s->direct,    &s->backward, &s->forward,
                              &s->diagonal,    &s->block,  &s->investment, &s->published, &s->exact,    &s->s_direct,
                              &s->s_published, &s->s_exact};
    return skpi_digital_adb(t, digital, investment, &o);
}

static inline shares shares_of(const economy *e)
{
    skpi_economy_iotable *t = NULL;
    shares s;
    ck_assert_int_eq(make(e, &t), SKPI_OK);
    ck_assert_int_eq(share(t, e->digital, e->r, &s), SKPI_OK);
    skpi_economy_iotable_free(t);
    return s;
}

/* Miller & Blair (2009), table 2.3: Z = [150 500; 200 100], f = (350, 1700), x = (1000, 2000), L = [.95 .25; .2 .85] /
 * .7575, printed as [1.2541 .3300; .2640 1.1221].  Value added is 600 and 1300 here, and the rest is imports; jobs are
 * 20 and 10. */
static inline economy two(void)
{
    economy e = {.n = 2,
                 .z = {150, 500, 200, 100},
                 .x = {1000, 2000},
                 .va = {600, 1300},
                 .y = {350, 1700},
                 .r = {.1, 0},
                 .jobs = {20, 10},
                 .digital = {0, 1}};
    return e;
}

/* The same with a third sector, number 1, which neither buys nor sells. */
static inline economy two_and_idle(void)
{
    return (economy){.n = 3,
                     .z = {150, 0, 500, /**/ 0, 0, 0, /**/ 200, 0, 100},
                     .x = {1000, 0, 2000},
                     .va = {600, 0, 1300},
                     .y = {350, 0, 1700},
                     .r = {.1, 0, 0},
                     .jobs = {20, 0, 10},
                     .digital = {0, 1, 1}};
}

/* A table of n sectors from a linear congruential sequence; about a third of the sectors are digital. */
static inline void random_economy(size_t n, economy *e)
{
    uint64_t state = 20231122 + n;
    *e = (economy){.n = n};
    for (size_t j = 0; j < n; j++) {
        double bought = 0;
        state = state * 6364136223846793005u + 1442695040888963407u;
        e->x[j] = 100 + (double)(state >> 40) * 0x1p-24 * 900;
        for (size_t i = 0; i < n; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            bought += e->z[i * n + j] = (double)(state >> 40) * 0x1p-24 * e->x[j] / (double)(2 * n);
        }
        e->va[j] = .8 * (e->x[j] - bought);
        e->r[j] = (double)(state >> 50) * 0x1p-16;
        e->jobs[j] = e->x[j] / (double)(10 + (state >> 60));
        e->digital[j] = state >> 33 & 3 ? 0 : 1;
    }
    for (size_t i = 0; i < n; i++) {
        e->y[i] = e->x[i];
        for (size_t j = 0; j < n; j++) e->y[i] -= e->z[i * n + j];
    }
}

#endif
