/* Paths as Falco joins them; rt_path_join is declared in state.h. */
#ifndef RULEC_PATH_H
#define RULEC_PATH_H

#include "state.h"

/* Room for any path that rt_path_join makes, with its NUL: Falco keeps no longer ones. */
#define RT_PATH_SIZE 1024

#endif
