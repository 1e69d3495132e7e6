#include "urban/converging_width.h"
#include <math.h>
#define CALM 0.05   /* width of a place that does not move, and its growth where it is not known */
#define FASTEST 0.1 /* growth differences count as far as this */
#define POWER 0.95  /* of the lead */
#define LEVEL -0.2  /* power of 4 p (1 - p), which is at least */
#define EDGE 0.08
double skpi__urban_converging_shape(double last, double urgd, double lead)
{
    const double speed = isnan(urgd) ? CALM : fmin(fabs(urgd), FASTEST);
    return hypot(CALM, speed) * pow(lead, POWER) * pow(fmax(4 * last * (1 - last), EDGE), LEVEL);
}
