/* The addresses among the fields of fds. */
#ifndef RULEC_FIELD_FD_H
#define RULEC_FIELD_FD_H

#include "../engine.h"

/* fd.ip, fd.cip, fd.sport, fd.lnet, fd.is_server, ... of an fd that is there. */
void rt_extract_fd_address(struct rt_eval *eval, const struct rt_fd *fd,
                           const struct rt_field_ref *ref, struct rt_values *out);

#endif
