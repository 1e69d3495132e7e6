/* The probe: what the tests' Python loads.  It is made of the library's own objects, so it exports every public
 * function, and adds counts that are private: of the guard, and of the steps of loops that run until they converge
 * (core/steps.h).  The files with such loops are compiled for it with SKPI_PROBE; the linker takes these.
 */
#include <smartkpi.h>
#include <stdatomic.h>
#include "core/guard.h"
#include "core/steps.h"

__attribute__((visibility("default"))) uint64_t probe_gsl_swallowed(void);
__attribute__((visibility("default"))) uint64_t probe_steps(void);

#ifdef SKPI_PROBE
atomic_uint_fast64_t skpi__steps;
#else
static atomic_uint_fast64_t skpi__steps;
#endif

/* The number of GSL errors that the library's guard has caught so far.  Bad input must not raise any. */
uint64_t probe_gsl_swallowed(void) { return skpi__gsl_swallowed(); }

/* The steps since the last call of this function. */
uint64_t probe_steps(void) { return atomic_exchange(&skpi__steps, 0); }
