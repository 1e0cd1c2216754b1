#!/usr/bin/env python3
"""A large capture from a small one: the event blocks, N times.

    repeat.py CAPTURE OUT N

The blocks before the first event stand once, then come the events N times. The times of each round
are moved on, so that time never runs backwards; everything else is as it was. OUT is plain,
CAPTURE plain or gzip. Prints the number of events of OUT.
"""

import gzip
import struct
import sys

# Where the time stands behind a block's start: header, CPU number, flags where the block has them.
EVENT_TIME_AT = {0x204: 10, 0x208: 14, 0x216: 10, 0x217: 14, 0x221: 10, 0x222: 14}
GAP_NS = 1000000  # between two rounds


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def blocks(data):
    """(type, offset, length) of each block."""
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        if length < 12 or at + length > len(data):
            raise ValueError(f"the capture is damaged at byte {at}")
        yield kind, at, length
        at += length


def repeat(source, target, times):
    """Writes target; the number of its events."""
    data = read(source)
    head, events, places, moments = bytearray(), bytearray(), [], []
    for kind, at, length in blocks(data):
        if kind in EVENT_TIME_AT:
            place = at + EVENT_TIME_AT[kind]
            places.append(len(events) + EVENT_TIME_AT[kind])
            moments.append(struct.unpack_from("<Q", data, place)[0])
            events += data[at:at + length]
        elif not places:
            head += data[at:at + length]
    if not places:
        raise ValueError(f"{source} holds no events")
    step = max(moments) - min(moments) + GAP_NS
    with open(target, "wb") as out:
        out.write(head)
        for number in range(times):
            for place, moment in zip(places, moments):
                struct.pack_into("<Q", events, place, moment + number * step)
            out.write(events)
    return len(places) * times


if __name__ == "__main__":
    if len(sys.argv) != 4 or not sys.argv[3].isdigit():
        sys.exit("usage: repeat.py CAPTURE OUT N")
    print(repeat(sys.argv[1], sys.argv[2], int(sys.argv[3])))
