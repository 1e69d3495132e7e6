/* The quadratic programme by an active set (nonnegative_qp.h).
 *
 * Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23, on the matrix of products: the unknown whose
 * gradient is steepest joins the set of those above 0; on the way to the minimum over this set, unknowns that reach 0 leave
 * it.  Every minimum is below the one before it, so that no set comes back and the search ends.  A column that depends on
 * those of the set joins along the direction that changes t'w and not w'Rw, until another one leaves: duplicates and
 * sums of columns need no rule of their own.  The factor of R over the set is Cholesky's.
 */
#include "numeric/nonnegative_qp.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "core/steps.h"

#define DEPENDENT 1e-12 /* a squared pivot of a column that depends on others: R has a diagonal of 1 */
#define STILL 1e-10     /* of the largest step: a step that is rounding */
enum { MOST = 20 };     /* sets for each unknown; far fewer are needed */
enum { OUT, IN, BARRED };

typedef struct qp {
    size_t k, p; /* unknowns; those in the set: held[0 .. p) */
    const double *r, *t;
    double *w;
    const skpi__qp_room *room;
} qp;

/* Row i of the factor, for held[i]; returns the squared pivot. */
static double qp_factor_row(const qp *q, size_t i)
{
    const size_t k = q->k;
    double *const l = q->room->factor;
    const double *row = q->r + q->room->held[i] * k;
    double pivot = row[q->room->held[i]];
    for (size_t j = 0; j < i; j++) {
        double v = row[q->room->held[j]];
        for (size_t c = 0; c < j; c++) v -= l[i * k + c] * l[j * k + c];
        l[i * k + j] = v / l[j * k + j];
        pivot -= l[i * k + j] * l[i * k + j];
    }
    l[i * k + i] = sqrt(fmax(0, pivot));
    return pivot;
}

/* Solves L x = y and L'x = y over the set, in place. */
static void qp_forward(const qp *q, double *x)
{
    const double *l = q->room->factor;
    for (size_t i = 0; i < q->p; i++) {
        for (size_t j = 0; j < i; j++) x[i] -= l[i * q->k + j] * x[j];
        x[i] /= l[i * q->k + i];
    }
}
static void qp_back(const qp *q, double *x)
{
    const double *l = q->room->factor;
    for (size_t i = q->p; i-- > 0;) {
        x[i] /= l[i * q->k + i];
        for (size_t j = 0; j < i; j++) x[j] -= l[i * q->k + j] * x[i];
    }
}

/* The minimum over the set, refined once by its residual. */
static void qp_solve(const qp *q, double *z)
{
    double *const rest = q->room->spare + q->k;
    for (size_t i = 0; i < q->p; i++) z[i] = q->t[q->room->held[i]];
    qp_forward(q, z);
    qp_back(q, z);
    for (size_t i = 0; i < q->p; i++) {
        const double *row = q->r + q->room->held[i] * q->k;
        rest[i] = q->t[q->room->held[i]];
        for (size_t j = 0; j < q->p; j++) rest[i] -= row[q->room->held[j]] * z[j];
    }
    qp_forward(q, rest);
    qp_back(q, rest);
    for (size_t i = 0; i < q->p; i++) z[i] += rest[i];
}

/* Lets the unknowns of the set that are 0 leave, and factors again from the first of them on. */
static void qp_leave(qp *q)
{
    size_t kept = 0, first = q->p;
    for (size_t i = 0; i < q->p; i++) {
        const size_t at = q->room->held[i];
        if (q->w[at] > 0) {
            q->room->held[kept++] = at;
        } else {
            q->room->place[at] = OUT;
            first = i < first ? i : first;
        }
    }
    q->p = kept;
    for (size_t i = first; i < kept; i++) qp_factor_row(q, i);
}

/* Moves the set by `far` steps, or only until the first unknown is 0.  Returns how far. */
static double qp_move(const qp *q, const double *step, double far)
{
    size_t first = q->p;
    for (size_t i = 0; i < q->p; i++)
        if (step[i] < 0 && q->w[q->room->held[i]] <= -step[i] * far) {
            far = q->w[q->room->held[i]] / -step[i];
            first = i;
        }
    if (!isfinite(far)) return far;
    for (size_t i = 0; i < q->p; i++) {
        double *const w = q->w + q->room->held[i];
        *w = i == first ? 0 : fmax(0, *w + far * step[i]);
    }
    return far;
}

/* The unknown outside the set with the steepest gradient, for its t, or k if no gradient is above rounding. */
static size_t qp_next(const qp *q)
{
    double most = 0, sum = 0;
    size_t next = q->k;
    for (size_t j = 0; j < q->p; j++) sum += q->w[q->room->held[j]];
    for (size_t i = 0; i < q->k; i++) {
        if (q->room->place[i] != OUT) continue;
        double g = q->t[i];
        for (size_t j = 0; j < q->p; j++) g -= q->r[i * q->k + q->room->held[j]] * q->w[q->room->held[j]];
        if (g > 8 * DBL_EPSILON * (q->t[i] + sum) && g / q->t[i] > most) {
            most = g / q->t[i];
            next = i;
        }
    }
    return next;
}

/* Lets an unknown join the set.  Returns 0 if it can grow without end. */
static int qp_join(qp *q, size_t next)
{
    double *const step = q->room->spare;
    for (;;) {
        SKPI__STEP();
        q->room->held[q->p] = next;
        if (qp_factor_row(q, q->p) > DEPENDENT) break;
        double largest = 1;
        memcpy(step, q->room->factor + q->p * q->k, q->p * sizeof *step);
        qp_back(q, step);
        for (size_t i = 0; i < q->p; i++) largest = fmax(largest, fabs(step[i]));
        for (size_t i = 0; i < q->p; i++) step[i] = fabs(step[i]) > STILL * largest ? -step[i] : 0;
        const double far = qp_move(q, step, (double)INFINITY);
        if (!isfinite(far)) return 0;
        q->w[next] += far;
        qp_leave(q);
    }
    q->p++;
    q->room->place[next] = IN;
    return 1;
}

/* Moves to the minimum over the set, from which unknowns leave on the way. */
static void qp_descend(qp *q)
{
    double *const z = q->room->spare;
    while (q->p) {
        SKPI__STEP();
        int inside = 1;
        qp_solve(q, z);
        for (size_t i = 0; i < q->p; i++) inside = inside && z[i] > 0;
        if (inside) {
            for (size_t i = 0; i < q->p; i++) q->w[q->room->held[i]] = z[i];
            return;
        }
        for (size_t i = 0; i < q->p; i++) z[i] -= q->w[q->room->held[i]];
        qp_move(q, z, 1);
        qp_leave(q);
    }
}

int skpi__nonnegative_qp(size_t k, const double *r, const double *t, double *w, const skpi__qp_room *room)
{
    qp q = {k, 0, r, t, w, room};
    memset(w, 0, k * sizeof *w);
    for (size_t i = 0; i < k; i++) room->place[i] = OUT;
    for (size_t set = 0; set < MOST * k; set++) {
        SKPI__STEP();
        const size_t next = qp_next(&q);
        if (next == k) return 1;
        if (!qp_join(&q, next)) return 0;
        qp_descend(&q);
        if (room->place[next] == OUT) { /* its gradient was rounding */
            room->place[next] = BARRED;
            continue;
        }
        for (size_t i = 0; i < k; i++)
            if (room->place[i] == BARRED) room->place[i] = OUT;
    }
    return 1; /* only rounding brings sets back: at the minimum up to rounding */
}
