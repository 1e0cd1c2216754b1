/* Archives that packages are made of: tar (POSIX ustar), ar as dpkg has it, gzip. Written by rulec
 * itself, so that a package needs no tools and the same input gives the same bytes: all files
 * belong to root and have one time.
 */
#ifndef RULEC_ARCHIVE_H
#define RULEC_ARCHIVE_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Of all files: SOURCE_DATE_EPOCH, or the beginning of 1980. Seconds since 1970. */
long long rc_archive_time(void);

/* A directory or a file at the end of a tar archive; path without a slash in front, of at most 99
 * bytes. mode: 0755 and the like. */
void rc_tar_directory(struct rc_strbuf *tar, const char *path);
void rc_tar_file(struct rc_strbuf *tar, const char *path, unsigned mode, const void *data,
                 size_t len);

/* The end of a tar archive. */
void rc_tar_finish(struct rc_strbuf *tar);

/* The beginning of an ar archive, and a file in it; a name of at most 15 bytes. */
void rc_ar_begin(struct rc_strbuf *ar);
void rc_ar_file(struct rc_strbuf *ar, const char *name, const struct rc_strbuf *data);

/* Appends data as gzip. False: no memory. */
bool rc_gzip(struct rc_strbuf *out, const struct rc_strbuf *data);

#endif
