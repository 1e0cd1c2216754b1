/* SipHash-2-4. See digest.h. */
#include "digest.h"

#include <string.h>

struct sip {
    uint64_t a, b, c, d;
};

static uint64_t turned(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

static void round_of(struct sip *sip)
{
    sip->a += sip->b;
    sip->b = turned(sip->b, 13) ^ sip->a;
    sip->a = turned(sip->a, 32);
    sip->c += sip->d;
    sip->d = turned(sip->d, 16) ^ sip->c;
    sip->a += sip->d;
    sip->d = turned(sip->d, 21) ^ sip->a;
    sip->c += sip->b;
    sip->b = turned(sip->b, 17) ^ sip->c;
    sip->c = turned(sip->c, 32);
}

static void take(struct sip *sip, uint64_t word)
{
    sip->d ^= word;
    round_of(sip);
    round_of(sip);
    sip->a ^= word;
}

uint64_t rt_digest(const uint64_t key[2], const void *bytes, uint32_t len)
{
    struct sip sip = {
        .a = key[0] ^ 0x736f6d6570736575,
        .b = key[1] ^ 0x646f72616e646f6d,
        .c = key[0] ^ 0x6c7967656e657261,
        .d = key[1] ^ 0x7465646279746573,
    };
    uint64_t last = (uint64_t)(len & 0xff) << 56;
    const uint8_t *at = bytes;
    uint32_t left = len;

    for (; left >= 8; left -= 8, at += 8) {
        uint64_t word;

        memcpy(&word, at, 8); /* little-endian, as all that agents run on */
        take(&sip, word);
    }
    for (uint32_t i = 0; i < left; i++)
        last |= (uint64_t)at[i] << (8 * i);
    take(&sip, last);
    sip.c ^= 0xff;
    for (int i = 0; i < 4; i++)
        round_of(&sip);
    return sip.a ^ sip.b ^ sip.c ^ sip.d;
}
