/* Distributes tasks over threads; threads.h says what is promised. */
#include "core/threads.h"
#include "core/size.h"
#include "core/thread_record.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct work {
    skpi__task task;
    void *context;
    const skpi__crew *crew;
    uint64_t n;
    atomic_uint_fast64_t next, done;
    atomic_int stop, canceled; /* no further task is started; tasks that run should end too */
    atomic_int waiting;        /* the caller has no task left, and waits for helpers */
    size_t helpers;
    pid_t process;
    int forked;            /* the caller is in the child of a fork, which has no helpers */
    pthread_mutex_t mutex; /* guards the members below */
    pthread_cond_t pulse;  /* a helper has ended, or has worked for a while although the caller waits */
    size_t running;        /* helpers */
    skpi_status failed;
    uint64_t failed_task;
    skpi__error_record record;
} work;

struct skpi__watch { /* of one task in one thread */
    work *work;
    int calling; /* the thread is the caller's */
    double worked;
};

#define PULSE 1e6 /* nanoseconds between two calls of progress within a task */

/* Calls progress in the calling thread.  A caller who wants to stop is not asked again.  If progress has forked, the
 * child comes back without the helpers. */
static void work_report(work *w)
{
    const skpi__crew *const c = w->crew;
    if (!c->progress || atomic_load(&w->canceled)) return;
    const int32_t stops = c->progress(c->before + atomic_load(&w->done), c->before + w->n + c->after, c->user);
    w->forked = w->helpers && getpid() != w->process;
    if (!stops && !w->forked) return;
    atomic_store(&w->canceled, 1);
    atomic_store(&w->stop, 1);
}

static void work_pulse(work *w, size_t ended)
{
    pthread_mutex_lock(&w->mutex);
    w->running -= ended;
    pthread_cond_signal(&w->pulse);
    pthread_mutex_unlock(&w->mutex);
}

/* Waits until the helpers have ended, and reports as often as one of them has worked for a while. */
static void work_wait(work *w)
{
    atomic_store(&w->waiting, 1);
    pthread_mutex_lock(&w->mutex);
    while (w->running) {
        pthread_cond_wait(&w->pulse, &w->mutex);
        if (!w->running) break;
        pthread_mutex_unlock(&w->mutex);
        work_report(w);
        if (w->forked) return;
        pthread_mutex_lock(&w->mutex);
    }
    pthread_mutex_unlock(&w->mutex);
}

int skpi__watch_stops(skpi__watch *watch, double nanoseconds)
{
    watch->worked += nanoseconds;
    if (watch->worked >= PULSE) {
        watch->worked = 0;
        if (watch->calling)
            work_report(watch->work);
        else if (atomic_load(&watch->work->waiting))
            work_pulse(watch->work, 0);
    }
    return atomic_load(&watch->work->canceled);
}

/* Records a failed task.  Tasks are handed out in order, and every task that was handed out is run.  The failed task
 * with the lowest number is therefore the same for every number of threads. */
static void task_fail(work *w, uint64_t i, skpi_status status)
{
    pthread_mutex_lock(&w->mutex);
    if (!w->failed || i < w->failed_task) {
        w->failed = status;
        w->failed_task = i;
        skpi__error_save(&w->record);
    }
    pthread_mutex_unlock(&w->mutex);
    atomic_store(&w->stop, 1);
}

/* Runs the next task; returns 0 if there is none left. */
static int task_step(work *w, int calling)
{
    skpi__watch watch = {w, calling, 0};
    if (atomic_load(&w->stop)) return 0;
    uint64_t i = atomic_fetch_add(&w->next, 1);
    if (i >= w->n) return 0;
    skpi_status s = w->task(w->context, i, &watch);
    if (s == SKPI_ECANCELED && atomic_load(&w->canceled)) return 0;
    if (s < 0)
        task_fail(w, i, s);
    else
        atomic_fetch_add(&w->done, 1);
    return 1;
}

static void *task_helper(void *context)
{
    while (task_step(context, 0)) {
    }
    work_pulse(context, 1);
    return NULL;
}

/* Starts helpers, and returns how many there are.  They take no signal: a handler of the program runs in a thread of
 * the program. */
static size_t task_start(pthread_t *thread, work *w)
{
    sigset_t all, before;
    size_t started = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    w->running = w->helpers;
    while (started < w->helpers && !pthread_create(thread + started, NULL, task_helper, w)) started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* Runs the tasks, and returns how many helpers were started. */
static size_t work_run(work *w, pthread_t *thread)
{
    const size_t started = task_start(thread, w);
    if (started == w->helpers) {
        while (task_step(w, 1))
            if (atomic_load(&w->done) < w->n) work_report(w); /* a stop ends the loop too */
        if (!w->forked) work_wait(w);
    } else {
        atomic_store(&w->stop, 1);
    }
    for (size_t i = 0; !w->forked && i < started; i++) pthread_join(thread[i], NULL);
    if (atomic_load(&w->done) == w->n) work_report(w);
    return started;
}

/* A host may cancel a thread that waits or reports; its helpers would go on without what they work on. */
static size_t work_run_to_end(work *w, pthread_t *thread)
{
    int state;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
    const size_t started = work_run(w, thread);
    pthread_setcancelstate(state, NULL);
    return started;
}

skpi_status skpi__parallel(skpi__at at, const skpi__crew *crew, uint64_t n, skpi__task task, void *context)
{
    const int32_t threads = crew->threads;
    work w = {.task = task,
              .context = context,
              .crew = crew,
              .n = n,
              .helpers = threads > 1 ? (size_t)threads - 1 : 0,
              .process = getpid(),
              .mutex = PTHREAD_MUTEX_INITIALIZER,
              .pulse = PTHREAD_COND_INITIALIZER};
    if (w.helpers >= n) w.helpers = n ? (size_t)n - 1 : 0;
    pthread_t *thread = w.helpers ? skpi__alloc(w.helpers, 1, sizeof *thread) : NULL;
    if (w.helpers && !thread) return skpi__no_memory(at, crew->threads_name, (size_t)threads);
    const size_t started = work_run_to_end(&w, thread);
    free(thread);
    if (w.forked)
        return skpi__fail(at, SKPI_ETHREAD, crew->threads_name, threads, "are not in the child of a fork by progress");
    pthread_cond_destroy(&w.pulse);
    pthread_mutex_destroy(&w.mutex);
    if (started < w.helpers)
        return skpi__fail(at, SKPI_ETHREAD, crew->threads_name, threads, "could not all be started (%zu were)",
                          started + 1);
    if (w.failed) {
        skpi__error_restore(&w.record);
        return w.failed;
    }
    if (atomic_load(&w.canceled)) return skpi__refuse(at, SKPI_ECANCELED, crew->progress_name, "asked to stop");
    return SKPI_OK;
}
