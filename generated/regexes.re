/* Made by rulec 0.1.0; do not edit. */
#include "regexes.h"

/* How re2c reads: a NUL stands for the end, and the end tells the two apart. */
#define YYCTYPE unsigned char
#define YYPEEK() (at < end ? *at : 0)
#define YYSKIP() (++at)
#define YYBACKUP() (marker = at)
#define YYRESTORE() (at = marker)
#define YYLESSTHAN(n) (end - at < (n))

// .*(base64 +(-d|--decode|-D)|base32 +-d|xxd +-r|openssl +(base64|enc) .*-d).*[|]
// *(/[a-z/]*/)?(ba|da|z|k|a)?sh( .*|$)
bool regex_1(const char *text, uint32_t len)
{
    const unsigned char *at = (const unsigned char *)text, *marker = at;
    const unsigned char *const end = at + len;

    (void)marker;
    /*!re2c
        re2c:yyfill:enable = 0;
        re2c:eof = 0;
        re2c:flags:input = custom;
        (([\u0000-\u0009\u000b-\U0010ffff]){0,} (("base64" (" "){1,} (("-d") | ("--decode") | ("-D"))) | ("base32" (" "){1,} "-d") | ("xxd" (" "){1,} "-r") | ("openssl" (" "){1,} (("base64") | ("enc")) " " ([\u0000-\u0009\u000b-\U0010ffff]){0,} "-d")) ([\u0000-\u0009\u000b-\U0010ffff]){0,} "|" (" "){0,} (("/" ([\u002fa-z]){0,} "/")){0,1} ((("ba") | ("da") | "z" | "k" | "a")){0,1} "sh" ((" " ([\u0000-\u0009\u000b-\U0010ffff]){0,}) | "")) { return at == end; }
        $ { return false; }
        * { return false; }
    */
}

/* (.* )?(-[a-zA-Z]*[ec]|--exec|--sh-exec|--lua-exec)( .*|=.*|$) */
bool regex_2(const char *text, uint32_t len)
{
    const unsigned char *at = (const unsigned char *)text, *marker = at;
    const unsigned char *const end = at + len;

    (void)marker;
    /*!re2c
        re2c:yyfill:enable = 0;
        re2c:eof = 0;
        re2c:flags:input = custom;
        (((([\u0000-\u0009\u000b-\U0010ffff]){0,} " ")){0,1} (("-" ([A-Za-z]){0,} [ce]) | ("--exec") | ("--sh-exec") | ("--lua-exec")) ((" " ([\u0000-\u0009\u000b-\U0010ffff]){0,}) | ("=" ([\u0000-\u0009\u000b-\U0010ffff]){0,}) | "")) { return at == end; }
        $ { return false; }
        * { return false; }
    */
}

