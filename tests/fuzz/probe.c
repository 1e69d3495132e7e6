/* The probe: what the tests' Python loads.  It is made of the library's own objects, so it exports every public
 * function, and adds the guard's count, which is private to the library.
 */
#include <smartkpi.h>
#include "core/guard.h"

__attribute__((visibility("default"))) uint64_t probe_gsl_swallowed(void);

/* The number of GSL errors that the library's guard has caught so far.  Bad input must not raise any. */
uint64_t probe_gsl_swallowed(void) { return skpi__gsl_swallowed(); }
