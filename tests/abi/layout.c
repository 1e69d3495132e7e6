/* The binary interface, pinned: what programs were compiled with must stay.  Lines are added (layout.py --append) and
 * never changed: a struct that grows gets a further SIZE line, so the first says what a release had at least. */
#include <smartkpi.h>

#define VALUE(name, value) _Static_assert((name) == (value), #name)
#define MEMBER(type, member, at, kind)                                                                     \
    _Static_assert(offsetof(type, member) == (at) && _Generic(&((type *)0)->member, kind *: 1, default: 0), \
                   #type "." #member)
#define SIZE(type, bytes) _Static_assert(sizeof(type) >= (bytes), #type)

/* next constant */

#ifdef __LP64__
/* next member or size */
#endif
