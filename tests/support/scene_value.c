/* Values of parameters: from their text in a scene to the bytes that the event carries. The layouts
 * are those of the capture format: see runtime/event.h, and for addresses Falco's driver. */
#include "scene.h"

#include "bytes.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LAST_ERRNO 133

bool scene_number(const char *text, int64_t *out)
{
    char *end;

    errno = 0;
    if (*text == '-')
        *out = strtoll(text, &end, 0);
    else
        *out = (int64_t)strtoull(text, &end, 0);
    return end != text && *end == '\0' && errno == 0;
}

bool scene_endpoint(const char *text, int *family, uint8_t address[16], uint16_t *port)
{
    char host[INET6_ADDRSTRLEN + 2];
    const char *colon = strrchr(text, ':');
    int64_t number;

    if (!colon || (size_t)(colon - text) >= sizeof(host) || !scene_number(colon + 1, &number) ||
        number < 0 || number > UINT16_MAX)
        return false;
    *port = (uint16_t)number;
    size_t len = (size_t)(colon - text);
    memcpy(host, text, len);
    host[len] = '\0';
    memset(address, 0, 16);
    if (host[0] == '[' && len > 2 && host[len - 1] == ']') {
        host[len - 1] = '\0';
        *family = AF_INET6;
        return inet_pton(AF_INET6, host + 1, address) == 1;
    }
    *family = AF_INET;
    return inet_pton(AF_INET, host, address) == 1;
}

bool scene_endpoints(const char *text, int *family, uint8_t source[16], uint16_t *source_port,
                     uint8_t destination[16], uint16_t *destination_port)
{
    char first[64];
    int other;
    const char *arrow = strstr(text, "->");

    if (!arrow || (size_t)(arrow - text) >= sizeof(first))
        return false;
    memcpy(first, text, (size_t)(arrow - text));
    first[arrow - text] = '\0';
    return scene_endpoint(first, family, source, source_port) &&
           scene_endpoint(arrow + 2, &other, destination, destination_port) && other == *family;
}

struct rt_str scene_words(struct rc_arena *arena, const char *text)
{
    size_t len = strlen(text);
    char *words = rc_arena_strndup(arena, text, len);

    for (size_t i = 0; i < len; i++) {
        if (words[i] == ' ')
            words[i] = '\0';
    }
    return (struct rt_str){words, len > 0 ? (uint32_t)len + 1 : 0};
}

static bool find_flag(const struct cat_flag_table *table, const char *name, size_t len,
                      int64_t *out)
{
    for (uint32_t i = 0; table && i < table->nflags; i++) {
        if (strncmp(table->flags[i].name, name, len) == 0 && table->flags[i].name[len] == '\0') {
            *out = table->flags[i].value;
            return true;
        }
    }
    return false;
}

/* "-ENOENT" */
static bool find_errno(const char *text, int64_t *out)
{
    if (text[0] != '-')
        return false;
    for (int i = 1; i <= LAST_ERRNO; i++) {
        const char *name = strerrorname_np(i);
        if (name && strcmp(name, text + 1) == 0) {
            *out = -i;
            return true;
        }
    }
    return false;
}

/* "O_RDWR|O_CREAT", "-ENOENT", "AT_FDCWD", a process, or a number. */
static bool read_number(const struct scene *scene, const struct cat_param *param, const char *text,
                        int64_t *out)
{
    if (scene_number(text, out) || find_errno(text, out))
        return true;
    if (strcmp(text, "AT_FDCWD") == 0) {
        *out = -100;
        return true;
    }
    if (param->type == CAT_TYPE_PID) {
        const struct scene_process *process = scene_process_find(scene, text);
        if (process)
            *out = process->facts.pid;
        return process != NULL;
    }
    *out = 0;
    while (*text != '\0') {
        size_t len = strcspn(text, "|");
        int64_t flag;
        if (!find_flag(param->flags, text, len, &flag))
            return false;
        *out |= flag;
        text += len + (text[len] == '|');
    }
    return true;
}

/* The capture's families: 1 unix, 2 IPv4, 10 IPv6; ports are little endian. */
static uint32_t put_endpoint(uint8_t *out, int family, const uint8_t address[16], uint16_t port)
{
    uint32_t size = family == AF_INET ? 4 : 16;

    memcpy(out, address, size);
    rt_store16(out + size, port);
    return size + 2;
}

static bool put_address(struct rc_arena *arena, const char *text, struct rt_param *out)
{
    int family;
    uint8_t address[16];
    uint16_t port;
    uint8_t *bytes;

    if (text[0] == '/') {
        size_t len = strlen(text) + 1;
        bytes = rc_arena_alloc(arena, 1 + len);
        bytes[0] = AF_UNIX;
        memcpy(bytes + 1, text, len);
        *out = (struct rt_param){bytes, (uint32_t)(1 + len)};
        return true;
    }
    if (!scene_endpoint(text, &family, address, &port))
        return false;
    bytes = rc_arena_alloc(arena, 1 + 16 + 2);
    bytes[0] = (uint8_t)family;
    *out = (struct rt_param){bytes, 1 + put_endpoint(bytes + 1, family, address, port)};
    return true;
}

/* A unix tuple is two kernel addresses and the path. */
static bool put_tuple(struct rc_arena *arena, const char *text, struct rt_param *out)
{
    int family;
    uint8_t source[16], destination[16], *bytes;
    uint16_t source_port, destination_port;

    if (text[0] == '/') {
        size_t len = strlen(text) + 1;
        bytes = rc_arena_alloc(arena, 17 + len);
        bytes[0] = AF_UNIX;
        rt_store64(bytes + 1, 0xffff888000001000);
        rt_store64(bytes + 9, 0xffff888000002000);
        memcpy(bytes + 17, text, len);
        *out = (struct rt_param){bytes, (uint32_t)(17 + len)};
        return true;
    }
    if (!scene_endpoints(text, &family, source, &source_port, destination, &destination_port))
        return false;
    bytes = rc_arena_alloc(arena, 1 + 2 * 18);
    bytes[0] = (uint8_t)family;
    uint32_t len = 1 + put_endpoint(bytes + 1, family, source, source_port);
    len += put_endpoint(bytes + len, family, destination, destination_port);
    *out = (struct rt_param){bytes, len};
    return true;
}

bool scene_value(struct rc_arena *arena, const struct scene *scene, const struct cat_param *param,
                 const char *text, struct rt_param *out, const char **why)
{
    uint32_t size = cat_type_size(param->type);
    int64_t number;
    uint8_t *bytes;

    if (size > 0) {
        *why = "neither a number nor names of its flags, of an error or of a process";
        if (!read_number(scene, param, text, &number))
            return false;
        bytes = rc_arena_alloc(arena, sizeof(number));
        rt_store64(bytes, (uint64_t)number);
        *out = (struct rt_param){bytes, size};
        return true;
    }
    switch (param->type) {
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        *out = (struct rt_param){(const uint8_t *)text, (uint32_t)strlen(text) + 1};
        return true;
    case CAT_TYPE_BYTEBUF:
        *out = (struct rt_param){(const uint8_t *)text, (uint32_t)strlen(text)};
        return true;
    case CAT_TYPE_SOCKADDR:
        *why = "not an address: 1.2.3.4:80, [::1]:80 or a path";
        return put_address(arena, text, out);
    case CAT_TYPE_SOCKTUPLE:
        *why = "not two addresses: 1.2.3.4:80->5.6.7.8:443, or a path";
        return put_tuple(arena, text, out);
    case CAT_TYPE_DYN: /* the first of its forms, a number */
        *why = "not a number";
        if (!scene_number(text, &number))
            return false;
        bytes = rc_arena_alloc(arena, 1 + sizeof(number));
        rt_store64(bytes + 1, (uint64_t)number);
        *out = (struct rt_param){bytes, 1 + sizeof(number)};
        return true;
    default:
        *why = "of a type that scenes cannot say";
        return false;
    }
}
