/* The two tables of a composite index: META says what the columns and the nodes are, DATA has one row for each unit.
 *
 * META has the columns level,node,direction,weight,parent,type; rows of the types Indicator and Aggregate are nodes of
 * the tree, others (Denominator, Group) are columns of DATA with another use.  The column Denominator is read if it is
 * asked for.  DATA has the column place and one for each indicator; an empty cell is a missing value. */
#ifndef EXAMPLES_INDEX_TABLES_H
#define EXAMPLES_INDEX_TABLES_H
#include "csv.h"

#include <smartkpi.h>

typedef struct index_tables {
    csv *data, *meta;
    size_t n_units, n_nodes, n_indicators;
    size_t *node_row;    /* n_nodes: rows of META */
    size_t *column;      /* n_indicators: columns of DATA */
    size_t *node_of;     /* n_indicators: their nodes */
    const char **code;   /* n_nodes */
    const char **parent; /* n_nodes */
    int32_t *level;      /* n_nodes */
    int32_t *direction;  /* n_nodes */
    double *weight;      /* n_nodes */
    const char **unit;   /* n_units */
    double *value;       /* n_units x n_indicators */
    double *denominator; /* n_units x n_indicators; NULL: not asked for */
    int32_t *group;      /* n_units; NULL: not asked for */
} index_tables;

index_tables *index_tables_read(const char *data, const char *meta, int denominate, const char *group);
void index_tables_free(index_tables *t);
/* Warns of a unit without any value, which has no rank; fails if its values would be imputed. */
void index_tables_check_units(const index_tables *t, int imputed);
/* Fails unless every parent has a higher level than its children. */
void index_tables_check_levels(const index_tables *t);
/* The number of a node by its code; the program ends if there is none. */
size_t index_tables_node(const index_tables *t, const csv *table, size_t row, size_t column);
/* What the library says, at the cell that it speaks of. */
void index_tables_tell(const index_tables *t, skpi_status status);

#endif
