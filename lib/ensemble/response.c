/* Responses (response.h): the model carries a block in which draw i has a shock of 1 in year i, and its last draw none.
 *
 * Where a model is not linear in its shocks, this is the response to a shock of one standard deviation. */
#include "ensemble/response.h"
#include "ensemble/plan.h"

enum { N = SKPI__BLOCK, NONE = N - 1 };

static void response_carry(const skpi__model *m, skpi__model_block *b, int32_t year, size_t k)
{
    b->stream.year = (uint32_t)year;
    b->k = k;
    m->step(m->parameters, b);
}

/* Those of a column; returns 0 if the shock does not move it. */
static int response_of_column(const skpi__model *m, skpi__model_block *b, size_t column, double *z, double *response)
{
    const skpi_ensemble_plan *plan = b->plan;
    const size_t n_years = plan->sizes.n_years;
    const int32_t first_year = plan->sizes.first_year;
    int moved = 0;
    for (size_t base = 0; base < n_years; base += NONE) {
        b->k = 0;
        m->start(m->parameters, b);
        for (size_t k = 0; k < n_years; k++) {
            for (size_t i = 0; i < N; i++) z[i] = base + i == k && i < NONE ? 1 : 0;
            response_carry(m, b, first_year + (int32_t)k, k);
            const double *x = b->column[column];
            for (size_t a = 0; a < plan->n_anchors; a++)
                for (size_t t = base; plan->anchor[a] == k && t <= k && t < base + NONE; t++) {
                    response[a * n_years + t] = x[t - base] - x[NONE];
                    moved |= response[a * n_years + t] != 0;
                }
        }
    }
    return moved;
}

void skpi__response(const skpi__model_block *like, size_t model, uint32_t shock, size_t place,
                    const skpi__response_room *room, double *response)
{
    const skpi_ensemble_plan *plan = like->plan;
    const skpi__model *m = plan->model + model;
    const size_t n_years = plan->sizes.n_years;
    const skpi__probe probe = {shock, room->z};
    skpi__model_block b = {.random = like->random,
                           .kernel = like->kernel,
                           .stream = {.seed = plan->seed, .model = (uint32_t)model},
                           .plan = plan,
                           .probe = &probe,
                           .model = model,
                           .place = place,
                           .scratch = room->scratch,
                           .column = room->at,
                           .word = room->word,
                           .work = room->work};
    b.stream.place = (uint32_t)plan->place_id[place];
    if (m->scratch) m->prepare(m->parameters, place, n_years, room->scratch);
    for (size_t i = 0; i < plan->n_anchors * n_years; i++) response[i] = 0;
    /* parts are the engine's: the model writes nothing into their columns */
    for (size_t c = m->form[0] == SKPI__FORM_PART ? m->n_variables : 0; c < m->n_columns; c++)
        if (response_of_column(m, &b, c, room->z, response)) return;
}
