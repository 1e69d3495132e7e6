/* One ensemble drawn by the ranks of an MPI job: each draws a part, and the results are merged along a tree of sends.
 *
 *     mpicc -o ensemble_mpi ensemble_mpi.c ../common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 *     mpirun -n 3 ./ensemble_mpi cities.csv --draws 100000 --mode stream
 *
 * Rank 0 prints the lines that one process gives.  No file is written: results travel as bytes.
 */
#include "../common/program.h"
#include "../common/walk_plan.h"

#include <mpi.h>
#include <stdlib.h>

static const char help[] =
    "usage: mpirun -n RANKS ensemble_mpi FILE [--draws N] [--seed S] [--mode exact|stream] [--threads K]\n"
    "Draws an ensemble of urban shares in an MPI job, a part a rank, and prints means and quantiles.\n"
    "\n" WALK_PLAN_HELP
    "  --threads  number of threads of each rank (1); neither it nor the number of ranks changes a digit\n"
    "  --help     print this\n"
    "\n"
    "Every rank reads FILE.  Output: place,year,mean,q05,q25,q50,q75,q95, the lines of ensemble_fan.\n"
    "Exit status: 0 success, 1 bad data, 2 wrong usage.\n";

enum { TAG_SIZE = 1, TAG_BYTES = 2, PIECE = 1 << 30 }; /* a message has at most INT_MAX bytes */

static int piece(uint64_t left) { return left < PIECE ? (int)left : PIECE; }

static void result_send(const skpi_ensemble_result *result, int to)
{
    size_t size;
    char *bytes = walk_plan_bytes(result, &size);
    const uint64_t total = size;
    MPI_Send(&total, 1, MPI_UINT64_T, to, TAG_SIZE, MPI_COMM_WORLD);
    for (uint64_t at = 0; at < total; at += PIECE)
        MPI_Send(bytes + at, piece(total - at), MPI_BYTE, to, TAG_BYTES, MPI_COMM_WORLD);
    free(bytes);
}

static skpi_ensemble_result *result_receive(const walk_plan *w, int from, const char *name)
{
    uint64_t total;
    MPI_Recv(&total, 1, MPI_UINT64_T, from, TAG_SIZE, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    char *bytes = program_memory((size_t)total, 1);
    for (uint64_t at = 0; at < total; at += PIECE)
        MPI_Recv(bytes + at, piece(total - at), MPI_BYTE, from, TAG_BYTES, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    skpi_ensemble_result *result = walk_plan_result(w, name, (size_t)total, bytes);
    free(bytes);
    return result;
}

/* Rank 0 gets the sum of all results.  In round `step`, ranks that are odd multiples of it send their sum to the rank
 * `step` below and are done: with n ranks no rank waits for more than log2 n others. */
static void tree_merge(const walk_plan *w, skpi_ensemble_result *result, int rank, int ranks)
{
    for (int step = 1; step < ranks; step *= 2) {
        if (rank & step) {
            result_send(result, rank - step);
            return;
        }
        if (rank + step < ranks) {
            char name[32];
            snprintf(name, sizeof name, "rank %d", rank + step);
            walk_plan_merge(result, name, result_receive(w, rank + step, name));
        }
    }
}

int main(int argc, char **argv)
{
    char **operand;
    int rank, ranks;
    program_begin(argc, argv, help);
    walk_plan w = walk_plan_begin();
    const int32_t threads = (int32_t)program_whole("--threads", 1, 1, 1024);
    program_operands(1, 1, &operand);
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    /* Rank 0 reads first: if the file is bad, its words are printed once, and mpirun ends the others. */
    if (rank) MPI_Barrier(MPI_COMM_WORLD);
    walk_plan_read(&w, operand[0]);
    if (!rank) MPI_Barrier(MPI_COMM_WORLD);
    skpi_ensemble_result *result = walk_plan_draw(&w, (uint64_t)rank, (uint64_t)ranks, threads);
    tree_merge(&w, result, rank, ranks);
    if (!rank) walk_plan_print(&w, result);
    skpi_ensemble_result_free(result);
    walk_plan_free(&w);
    MPI_Finalize();
    return program_end();
}
