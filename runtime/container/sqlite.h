/* SQLite databases, read without trust: Podman's db.sql. Private to container/.
 *
 * Only what is needed: the row of a table whose first column is a given text. SQLite itself is not
 * linked: a reader of two kinds of pages is small, and takes no word of SQL from a file that
 * somebody else wrote. A file is pages of equal size; a table is a tree of interior and leaf pages,
 * whose cells are rows; a long row goes on in a chain of overflow pages. The table sqlite_schema,
 * at page 1, names the pages of all others. (Layout: sqlite.org/fileformat2.html.)
 *
 * Podman may write while this reads. A transaction first keeps the old pages in a file beside it,
 * the journal, and changes a counter in page 1: if there is no journal and the counter is the same
 * before and after, what was read is whole.
 */
#ifndef RULEC_CONTAINER_SQLITE_H
#define RULEC_CONTAINER_SQLITE_H

#include "pages.h"

#include <stdbool.h>

struct rt_sqlite {
    struct rt_pages *pages;
    int root;
    const char *path; /* borrowed */
    uint32_t page_size;
    uint32_t usable;  /* bytes of a page */
    uint32_t changes; /* the counter */
    bool torn;        /* there was a journal */
};

/* False: it is not there, or no SQLite database of UTF-8; nothing is to be closed then. */
bool rt_sqlite_open(struct rt_sqlite *sqlite, int root, const char *path);

/* The text in a column (0 is the first) of the row of the table whose first column is `key`; good
 * until rt_sqlite_close. Nothing if there is none. */
struct rt_piece rt_sqlite_text(struct rt_sqlite *sqlite, const char *table, const char *key,
                               uint32_t column);

/* Frees what was read. False: somebody has written in the meantime. */
bool rt_sqlite_close(struct rt_sqlite *sqlite);

#endif
