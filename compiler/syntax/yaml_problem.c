#include "syntax/yaml_problem.h"

#include <stddef.h>
#include <string.h>

static const struct rc_yaml_problem problems[] = {
    {"could not find expected ':'",
     "a key without a colon; if this goes on with the value above, it must be indented more", true},
    {"did not find expected '-' indicator",
     "an item of the sequence must begin with `- `, indented like the first one", false},
    {"did not find expected key",
     "a key must stand here, indented like the first one of its mapping", false},
    {"did not find expected ',' or ']'", "`,` or `]` is missing in front of this", false},
    {"did not find expected ',' or '}'", "`,` or `}` is missing in front of this", false},
    {"did not find expected node content", "a value is missing in front of this", false},
    {"mapping values are not allowed in this context",
     "a colon and a blank in a value make it a mapping; put the value into quotes, or indent like "
     "the other keys",
     false},
    {"mapping keys are not allowed in this context", "no `?` can stand here", false},
    {"block sequence entries are not allowed in this context",
     "no `- ` can stand here; put the value into quotes, or begin a new line", false},
    {"found character that cannot start any token",
     "no value can begin with this character; put the value into quotes", false},
    {"found a tab character that violates indentation",
     "a tab cannot indent; YAML is indented by spaces", false},
    {"found a tab character where an indentation space is expected",
     "a tab cannot indent; YAML is indented by spaces", false},
    {"found an indentation indicator equal to 0", "the indentation of a block cannot be 0", false},
    {"found unexpected end of stream", "the quote is not closed", true},
    {"found unexpected document indicator", "the quote is not closed before the document ends",
     true},
    {"found unknown escape character", "an unknown escape; a backslash itself is written \\\\",
     false},
    {"did not find expected alphabetic or numeric character",
     "the name of an anchor or alias consists of letters, digits, _ and -; put a value that begins "
     "with & or * into quotes",
     true},
    {"did not find expected comment or line break",
     "the text of a block begins on the next line; only | or > with +, - or a digit stands here",
     false},
};

struct rc_yaml_problem rc_yaml_problem(const char *libyaml)
{
    for (size_t i = 0; libyaml && i < sizeof problems / sizeof problems[0]; i++) {
        if (strcmp(problems[i].libyaml, libyaml) == 0)
            return problems[i];
    }
    return (struct rc_yaml_problem){libyaml, libyaml ? libyaml : "this is no YAML", false};
}
