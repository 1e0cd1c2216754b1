/* Operators, modifiers and transformers of the condition language: one X-macro table each. */
#ifndef RULEC_OPERATORS_H
#define RULEC_OPERATORS_H

/* X(ID, spelling): `=` is an alias of `==`. */
#define CAT_OPERATORS(X)                                                                           \
    X(EXISTS, "exists")                                                                            \
    X(EQ, "==")                                                                                    \
    X(NE, "!=")                                                                                    \
    X(LT, "<")                                                                                     \
    X(LE, "<=")                                                                                    \
    X(GT, ">")                                                                                     \
    X(GE, ">=")                                                                                    \
    X(CONTAINS, "contains")                                                                        \
    X(ICONTAINS, "icontains")                                                                      \
    X(BCONTAINS, "bcontains")                                                                      \
    X(STARTSWITH, "startswith")                                                                    \
    X(BSTARTSWITH, "bstartswith")                                                                  \
    X(ENDSWITH, "endswith")                                                                        \
    X(GLOB, "glob")                                                                                \
    X(IGLOB, "iglob")                                                                              \
    X(REGEX, "regex")                                                                              \
    X(IN, "in")                                                                                    \
    X(INTERSECTS, "intersects")                                                                    \
    X(PMATCH, "pmatch")

enum cat_operator {
#define X(id, spelling) CAT_OP_##id,
    CAT_OPERATORS(X)
#undef X
        CAT_OP__COUNT
};

/* How a list on the right of an ordinary operator counts: `proc.name startswith anyof (a, b)`. */
#define CAT_MODIFIERS(X)                                                                           \
    X(NONE, "")                                                                                    \
    X(ONEOF, "oneof")                                                                              \
    X(ANYOF, "anyof")                                                                              \
    X(ALLOF, "allof")

enum cat_modifier {
#define X(id, spelling) CAT_MOD_##id,
    CAT_MODIFIERS(X)
#undef X
        CAT_MOD__COUNT
};

/* X(ID, spelling). VAL is the val() of a right side: it changes nothing. */
#define CAT_TRANSFORMERS(X)                                                                        \
    X(VAL, "val")                                                                                  \
    X(TOLOWER, "tolower")                                                                          \
    X(TOUPPER, "toupper")                                                                          \
    X(B64, "b64")                                                                                  \
    X(BASENAME, "basename")                                                                        \
    X(LEN, "len")                                                                                  \
    X(JOIN, "join")                                                                                \
    X(CONCAT, "concat")                                                                            \
    X(GETOPT, "getopt")

enum cat_transformer {
#define X(id, spelling) CAT_TRANSFORM_##id,
    CAT_TRANSFORMERS(X)
#undef X
        CAT_TRANSFORM__COUNT
};

extern const char *const cat_operator_names[CAT_OP__COUNT];
extern const char *const cat_modifier_names[CAT_MOD__COUNT];
extern const char *const cat_transformer_names[CAT_TRANSFORM__COUNT];

#endif
