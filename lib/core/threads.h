/* Tasks over threads, progress and cancel.
 *
 * skpi__parallel runs task(context, i) for i = 0 .. n - 1 on up to threads threads (0 = 1: the calling thread alone).
 * A task that fails stops the hand-out of further ones; the status and words of the lowest that failed are returned, as
 * if it had failed in the calling thread; progress is called in the calling thread only, and no further task is begun
 * after a return other than 0.  ETHREAD: a thread could not be started (those that were have ended).  What a
 * task computes must not depend on which thread runs it.
 */
#ifndef SKPI_CORE_THREADS_H
#define SKPI_CORE_THREADS_H
#include "core/error.h"

typedef skpi_status (*skpi__task)(void *context, uint64_t i);

skpi_status skpi__parallel(skpi__at at, int32_t threads, uint64_t n, skpi__task task, void *context,
                           skpi_progress progress, void *user);

#endif
