/* Files of the container engines, read without trust. Private to container/.
 *
 * All paths are below a root directory, which is the host's root as this process sees it: links are
 * followed inside of it only, absolute ones too, as if it were "/". Whatever is no plain file (a
 * FIFO, a device) is never opened for reading, and a file has at most the size that is asked for.
 */
#ifndef RULEC_CONTAINER_FILE_H
#define RULEC_CONTAINER_FILE_H

#include "json.h"

#include <stddef.h>
#include <stdint.h>

#define RT_FILE_JSON_MAX (16u << 20) /* bytes of a JSON file */

/* The root directory itself, as a descriptor; negative errno. path "" is "/". */
int rt_file_root(const char *path);

/* Opens a plain file for reading; -1: there is none. */
int rt_file_open(int root, const char *path);

/* The bytes of a file, with a NUL behind them, to be freed; NULL: not there, no plain file, larger
 * than max, or no memory. */
char *rt_file_read(int root, const char *path, size_t max, size_t *len);

/* Likewise, as JSON, to be freed with json_decref. The path is made with printf. */
json_t *rt_file_json(int root, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Calls each with the names in a directory in the order of bytes, at most 65536 of them, until it
 * returns true. Returns whether one did. */
bool rt_file_each(int root, const char *path, bool (*each)(void *context, const char *name),
                  void *context);

#endif
