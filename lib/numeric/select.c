/* Selection by partition around a pivot from a sample of the range.
 *
 * Source: R. W. Floyd and R. L. Rivest, Algorithm 489, Communications of the ACM 18 (1975) 173.
 */
#include "numeric/select.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"

static void select_swap(double *a, double *b)
{
    const double t = *a;
    *a = *b;
    *b = t;
}

enum { LARGE = 600, SMALL = 12, NINE = 100 };

static double select_middle(double a, double b, double c)
{
    const double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

static double select_pivot(const double *x, ptrdiff_t n)
{
    const ptrdiff_t step = n / 9;
    if (n < NINE) return select_middle(x[0], x[n / 2], x[n - 1]);
    return select_middle(select_middle(x[0], x[step], x[2 * step]),
                         select_middle(x[3 * step], x[4 * step], x[5 * step]),
                         select_middle(x[6 * step], x[7 * step], x[n - 1]));
}

/* Moves the values below the pivot (if equal is set, those not above it) to the front, and returns their number.  Each
 * value is written to both places and kept in one.  This needs no branch, which would be predicted wrongly half of the
 * time. */
static ptrdiff_t select_split(double *x, ptrdiff_t n, double pivot, int equal)
{
    double rest[LARGE + 1];
    ptrdiff_t front = 0, behind = 0;
    for (ptrdiff_t j = 0; j < n; j++) {
        const double y = x[j];
        const int mine = equal ? y <= pivot : y < pivot;
        x[front] = y;
        rest[behind] = y;
        front += mine;
        behind += !mine;
    }
    memcpy(x + front, rest, (size_t)behind * sizeof *x);
    return front;
}

/* Selects in a range of at most LARGE values.  Most calls have no more. */
static void select_part_small(double *x, ptrdiff_t left, ptrdiff_t right, ptrdiff_t k)
{
    while (right - left >= SMALL) {
        SKPI__STEP();
        const ptrdiff_t n = right - left + 1;
        const double pivot = select_pivot(x + left, n);
        ptrdiff_t front = select_split(x + left, n, pivot, 0);
        if (front == 0) { /* the pivot is the smallest value: move the values equal to it to the front */
            front = select_split(x + left, n, pivot, 1);
            if (k < left + front) return;
        }
        if (k < left + front)
            right = left + front - 1;
        else
            left += front;
    }
    for (ptrdiff_t i = left + 1; i <= right; i++) {
        const double y = x[i];
        ptrdiff_t j = i;
        for (; j > left && x[j - 1] > y; j--) x[j] = x[j - 1];
        x[j] = y;
    }
}

/* Bounds are signed, because the right one may become less than the left one. */
static void select_part(double *x, ptrdiff_t left, ptrdiff_t right, ptrdiff_t k)
{
    while (right > left) {
        SKPI__STEP();
        if (right - left <= LARGE) {
            select_part_small(x, left, right, k);
            return;
        }
        { /* first narrow the range around k by a sample of the range */
            const double n = (double)(right - left + 1), i = (double)(k - left + 1), z = log(n),
                         s = .5 * exp(2 * z / 3);
            const double sd = .5 * sqrt(z * s * (n - s) / n) * (i < n / 2 ? -1 : 1);
            const double low = (double)k - i * s / n + sd, high = (double)k + (n - i) * s / n + sd;
            select_part(x, low > (double)left ? (ptrdiff_t)low : left, high < (double)right ? (ptrdiff_t)high : right,
                        k);
        }
        const double pivot = x[k];
        ptrdiff_t i = left, j = right;
        select_swap(x + left, x + k);
        if (x[right] > pivot) select_swap(x + right, x + left);
        while (i < j) {
            select_swap(x + i, x + j);
            i++;
            j--;
            while (x[i] < pivot) i++;
            while (x[j] > pivot) j--;
        }
        if (x[left] == pivot)
            select_swap(x + left, x + j);
        else
            select_swap(x + ++j, x + right);
        if (j <= k) left = j + 1;
        if (k <= j) right = j - 1;
    }
}

double skpi__select(size_t n, double *x, size_t k)
{
    select_part(x, 0, (ptrdiff_t)n - 1, (ptrdiff_t)k);
    return x[k];
}

double skpi__median(size_t n, double *x)
{
    const size_t k = n / 2;
    const double upper = skpi__select(n, x, k);
    if (n % 2) return upper;
    double lower = x[0]; /* the largest of the values before it */
    for (size_t i = 1; i < k; i++)
        if (x[i] > lower) lower = x[i];
    return lower + (upper - lower) / 2;
}

double skpi__quantile(size_t n, double *x, double prob)
{
    const double place = (double)(n - 1) * prob, below = floor(place), t = place - below;
    const size_t k = (size_t)below;
    const double lower = skpi__select(n, x, k);
    if (k + 1 >= n) return lower;
    const double upper = skpi__select(n - k - 1, x + k + 1, 0), step = upper - lower;
    return t < .5 ? lower + t * step : upper - (1 - t) * step; /* exact at both ends */
}
