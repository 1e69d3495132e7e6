/* Peer cities: the cities of an index that resemble those of the report, and how surely. */
#ifndef OUTLOOK_PEERS_H
#define OUTLOOK_PEERS_H
#include "city_index.h"

typedef struct peer {
    size_t city; /* of the index */
    double distance, stability;
    size_t ahead; /* dimension in which it is ahead most; m = in none */
    double lead;  /* by so many points of the table */
} peer;

typedef struct peers {
    const city_index *index;
    size_t *city; /* rows: cities of the report, from the first rank on */
    size_t rows, n_peers;
    peer *peer; /* rows x n_peers, the nearest first */
    uint64_t draws;
} peers;

void peers_compute(peers *p, const city_index *x);
void peers_report(const peers *p, const tables *in, report_section *s);
void peers_release(peers *p);

#endif
