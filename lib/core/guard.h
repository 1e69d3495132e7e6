/* The guard around calls into GSL that can still fail.
 *
 * GSL's error handler belongs to the whole process and aborts by default.  Between skpi__gsl_enter and skpi__gsl_leave
 * an error raised by this thread is counted and not passed on.  An error raised by any other thread goes to the handler
 * that the host had set, or to GSL's default.  The last skpi__gsl_leave restores the host's handler.  Pairs of calls
 * may be nested.  The child of a fork has the host's handler, whichever thread was inside.
 */
#ifndef SKPI_CORE_GUARD_H
#define SKPI_CORE_GUARD_H
#include <stdint.h>

void skpi__gsl_enter(void);
int skpi__gsl_leave(void);          /* GSL's errno of the last error since this thread's enter, 0 = none */
uint64_t skpi__gsl_swallowed(void); /* errors that the guard has kept from the handler in this process so far */

#endif
