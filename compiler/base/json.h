/* Writing JSON into a buffer. Strings are cut clean: bytes that are no UTF-8 become U+FFFD. */
#ifndef RULEC_JSON_H
#define RULEC_JSON_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

/* Commas are put where they belong: begin and end objects and arrays, and name each member of an
 * object before its value. */
struct rc_json {
    struct rc_strbuf *out;
    bool need_comma;
};

void rc_json_begin(struct rc_json *json, char bracket); /* '{' or '[' */
void rc_json_end(struct rc_json *json, char bracket);   /* '}' or ']' */
void rc_json_key(struct rc_json *json, const char *name);
void rc_json_string(struct rc_json *json, const char *text, size_t len);
void rc_json_cstring(struct rc_json *json, const char *text);
void rc_json_uint(struct rc_json *json, uint64_t number);
void rc_json_bool(struct rc_json *json, bool value);

#endif
