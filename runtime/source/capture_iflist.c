/* Interface lists: the addresses that the recording machine had. */
#include "capture_text.h"

#define MAX_INTERFACE_NAME 255

/* One address. In V2 the entry's length, which stands before it, does not count itself. */
static bool read_entry(struct capture_cursor *entry, struct rt_interface *interface, char *name)
{
    uint16_t type = cursor_u16(entry);
    uint16_t name_len = cursor_u16(entry);
    bool has_speed = type == CAPTURE_IF_IPV4 || type == CAPTURE_IF_IPV6;

    *interface = (struct rt_interface){.name = {name, name_len}};
    switch (type) {
    case CAPTURE_IF_IPV4:
    case CAPTURE_IF_IPV4_NO_SPEED:
        interface->address_len = 4;
        break;
    case CAPTURE_IF_IPV6:
    case CAPTURE_IF_IPV6_NO_SPEED:
        interface->address_len = 16;
        break;
    default:
        return false;
    }
    memcpy(interface->address, cursor_take(entry, interface->address_len), interface->address_len);
    memcpy(interface->netmask, cursor_take(entry, interface->address_len), interface->address_len);
    memcpy(interface->broadcast, cursor_take(entry, interface->address_len),
           interface->address_len);
    if (has_speed)
        cursor_u64(entry);
    if (name_len > MAX_INTERFACE_NAME || name_len > entry->left)
        return false;
    memcpy(name, cursor_take(entry, name_len), name_len);
    name[name_len] = '\0';
    interface->name.len = (uint32_t)strlen(name);
    return !entry->failed;
}

bool capture_read_iflist(struct rt_state *state, uint32_t block_type, struct capture_cursor body)
{
    struct rt_interface interface;
    char name[MAX_INTERFACE_NAME + 1];

    while (body.left >= 4) { /* less is padding */
        if (block_type != CAPTURE_IFLIST_V2) {
            if (!read_entry(&body, &interface, name))
                return false;
        } else {
            uint32_t size = cursor_u32(&body);
            if (size > body.left)
                return false;
            struct capture_cursor entry = {cursor_take(&body, size), size, false};
            if (!read_entry(&entry, &interface, name))
                return false;
        }
        rt_state_add_interface(state, &interface);
    }
    return true;
}
