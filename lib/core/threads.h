/* Distributes tasks over threads, with progress and cancellation.
 *
 * skpi__parallel runs task(context, i) for i = 0 .. n - 1 on up to `threads` threads (0 and 1: only the calling
 * thread).  After a task has failed, no further task is started.  The status and words of the failed task with the
 * lowest number are returned, as if it had failed in the calling thread.  progress is called only in the calling
 * thread; after it returns anything but 0, no further task is started.  ETHREAD means that a thread could not be
 * started; the threads that were started have ended.  It also ends a call in the child of a fork by progress, where the
 * other threads are not.  The results of a task must not depend on the thread that runs it.
 *
 * A task that may last tells its watch how long it has worked, so that a caller who wants to stop does not wait for its
 * end.  If the answer is 1, the task undoes what it has begun and returns ECANCELED.
 */
#ifndef SKPI_CORE_THREADS_H
#define SKPI_CORE_THREADS_H
#include "core/error.h"

typedef struct skpi__watch skpi__watch;
typedef skpi_status (*skpi__task)(void *context, uint64_t i, skpi__watch *watch);

/* Tells that the task has worked for about so many nanoseconds since the last time.  Once they add up to a millisecond,
 * progress is called in the calling thread.  Returns 1 if the task should stop. */
int skpi__watch_stops(skpi__watch *watch, double nanoseconds);

/* Threads and progress as the caller's options have them, and what these options are called. */
typedef struct skpi__crew {
    int32_t threads;
    skpi_progress progress; /* NULL: none */
    void *user;
    const char *threads_name, *progress_name;
    uint64_t before, after; /* parts of the caller's work that are done, and that follow */
} skpi__crew;
#define SKPI__CREW(options, o) \
    (&(const skpi__crew){(o)->threads, (o)->progress, (o)->user, #options "->threads", #options "->progress", 0, 0})

skpi_status skpi__parallel(skpi__at at, const skpi__crew *crew, uint64_t n, skpi__task task, void *context);

#endif
