/* The commands of rulec: each takes the arguments behind its own name (argv[0] is the name) and
 * returns the exit status: 0 clean, 1 the rules have errors, 2 wrong usage, 70 a bug in rulec. */
#ifndef RULEC_COMMANDS_H
#define RULEC_COMMANDS_H

int rc_cmd_check(int argc, char **argv);
int rc_cmd_build(int argc, char **argv);
int rc_cmd_run(int argc, char **argv);

/* The help texts of the commands, as `rulec help CMD` prints them. */
extern const char rc_help_check[];
extern const char rc_help_build[];
extern const char rc_help_run[];

enum rc_exit { RC_EXIT_OK = 0, RC_EXIT_RULES = 1, RC_EXIT_USAGE = 2, RC_EXIT_BUG = 70 };

#endif
