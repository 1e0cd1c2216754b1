/* JSON that somebody else wrote: parsed within bounds, read without trust. Private to container/.
 *
 * jansson does the parsing. Before it sees a text, the text is measured: jansson makes an object of
 * some 250 bytes out of two bytes of text and recurses into what is nested, so a small file could
 * ask for much memory and a deep stack. The getters take what has the right type and the default
 * otherwise. Nothing is const here because jansson's loops over objects take nothing that is.
 */
#ifndef RULEC_CONTAINER_JSON_H
#define RULEC_CONTAINER_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#define RT_JSON_DEPTH 64     /* most levels of objects and arrays */
#define RT_JSON_NODES 250000 /* most values */

/* NULL: it is no JSON, too deep or too much. To be freed with json_decref. */
json_t *rt_json_parse(const char *text, size_t len);

/* The member of that name, of that kind; NULL if it is not there. object may be NULL. */
json_t *rt_json_object(json_t *object, const char *name);
json_t *rt_json_array(json_t *object, const char *name);
/* "" if it is not there, or no text. */
const char *rt_json_text(json_t *object, const char *name);
/* False if it is not there, or no boolean. */
bool rt_json_true(json_t *object, const char *name);
/* True for an element that is a string of this text. */
bool rt_json_is(json_t *item, const char *text);

#endif
