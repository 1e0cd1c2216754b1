#!/usr/bin/env python3
"""Every system call, performed with known arguments, and the event that the capture programs make of it.

An agent whose one rule asks for all events records this process while it performs the calls (this
file once more, with --act). Then each call is looked for in the recording, with all parameters that
runtime/catalog/events.def gives its event. Calls that have no event of their own are made with
arguments that the kernel refuses; their generic events carry the number.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import ctypes
import json
import os
import platform
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
SELF = os.path.realpath(__file__)
LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long
ANY, R, EMPTY = "any", "result", "empty"
AT_FDCWD = -100

# Made in this process they would end it, stop it, or hurt the machine.
NOT_MADE = {"rt_sigreturn", "exit", "exit_group", "pause", "vhangup", "reboot", "sync", "setgroups", "restart_syscall",
            "setfsuid", "setfsgid", "sched_yield", "uretprobe", "uprobe", "rt_sigsuspend", "swapoff", "acct", "seccomp"}


def catalogue():
    """Calls by name: (number, event number); events by number: [(parameter, type)]."""
    calls, events, current = {}, {}, None
    with open(ROOT + "/runtime/catalog/syscalls.def") as file:
        for match in re.finditer(r"^SYSCALL\((\d+), (\w+), (\d+), (\d+), (\d+)\)", file.read(), re.M):
            calls[match[2]] = (int(match[1]), max(int(match[5]), 1))
    with open(ROOT + "/runtime/catalog/events.def") as file:
        for line in file:
            if match := re.match(r"EVENT\((\d+), ", line):
                current = events.setdefault(int(match[1]), [])
            elif match := re.match(r'\s+PARAM\w*\("([^"]+)", (\w+)', line):
                current.append((match[1], match[2]))
    return calls, events


# --- the calls --------------------------------------------------------------------------------


class Actor:
    def __init__(self, dir):
        self.dir, self.calls, self.done = dir, catalogue()[0], []
        self.keep = []

    def pointer(self, data):
        """Bytes of data in memory that stays."""
        buffer = ctypes.create_string_buffer(data, max(len(data), 1))
        self.keep.append(buffer)
        return ctypes.addressof(buffer)

    def __call__(self, name, arguments, expected, number=None):
        """Makes the call; texts among the arguments become pointers. Notes what its event must hold."""
        plain = []
        for argument in arguments:
            if isinstance(argument, str):
                argument = self.pointer(argument.encode() + b"\0")
            elif isinstance(argument, bytes):
                argument = self.pointer(argument)
            plain.append(ctypes.c_long(argument if argument < 2**63 else argument - 2**64))
        number = self.calls[name][0] if number is None else number
        result = LIBC.syscall(ctypes.c_long(number), *plain)
        if result == -1:
            result = -ctypes.get_errno() if ctypes.get_errno() else -1
        self.note(name, self.calls[name][1], os.getpid(), expected, result)
        return result

    def note(self, name, event, pid, expected, result=None):
        """That thread pid has an event of that number with these parameters."""
        values = [result if value is R else value.hex() if isinstance(value, bytes) else value for value in expected]
        kinds = ["bytes" if isinstance(value, bytes) else "plain" for value in expected]
        self.done.append({"call": name, "event": event, "pid": pid, "values": values, "kinds": kinds})


def text(value):
    return value.encode() + b"\0"


def words(*values):
    return struct.pack(f"<{len(values)}Q", *(value % 2**64 for value in values))


def inet(port, address="127.0.0.1"):
    """struct sockaddr_in, and the address as events carry it."""
    packed = socket.inet_aton(address)
    return struct.pack("<H", 2) + struct.pack(">H", port) + packed + bytes(8), b"\x02" + packed + struct.pack("<H", port)


def act_files(do):
    d, flags = do.dir, os.O_RDWR | os.O_CREAT
    file = do("open", (d + "/a", flags, 0o640), [R, text(d + "/a"), 0x3 | 0x4 | 0x4000, 0o640, ANY, ANY])
    seen = os.fstat(file)
    do("openat", (AT_FDCWD, d + "/a", os.O_RDONLY), [R, -100, text(d + "/a"), 1, 0, ANY, seen.st_ino])
    do("openat2", (AT_FDCWD, d + "/a", words(os.O_RDONLY, 0, 0x4), 24), [R, -100, text(d + "/a"), 1, 0, 0x8, ANY, seen.st_ino])
    do("creat", (d + "/b", 0o600), [R, text(d + "/b"), 0o600, ANY, ANY, 0])
    do("open", (d + "/none", os.O_RDONLY), [-2, text(d + "/none"), 1, 0, 0, 0])
    do("open_by_handle_at", (-1, bytes(16), 0), [R, -1, 1, EMPTY, 0, 0])
    do("write", (file, b"hello", 5), [5, b"hello", file, 5])
    do("write", (file, b"x" * 300, 300), [300, b"x" * 80, file, 300])
    do("lseek", (file, 1, 0), [1, file, 1, 0])
    do("lseek", (file, 2, 1), [3, file, 2, 1])
    do("pread64", (file, do.pointer(bytes(8)), 5, 0), [5, b"hello", file, 5, 0])
    do("pwrite64", (file, b"J", 1, 2), [1, b"J", file, 1, 2])
    do("lseek", (file, 0, 0), [0, file, 0, 0])
    do("read", (file, do.pointer(bytes(8)), 4), [4, b"heJl", file, 4])
    do("read", (-1, do.pointer(bytes(8)), 4), [-9, EMPTY, -1, 4])
    one, two = do.pointer(bytes(2)), do.pointer(bytes(3))
    do("readv", (file, words(one, 2, two, 3), 2), [5, 5, b"oxxxx", file])
    do("writev", (file, words(do.pointer(b"ab"), 2, do.pointer(b"cde"), 3), 2), [5, b"abcde", file, 5])
    do("preadv", (file, words(one, 2), 1, 0, 0), [2, 2, b"he", file, 0])
    do("pwritev", (file, words(do.pointer(b"yz"), 2), 1, 0, 0), [2, b"yz", file, 2, 0])
    out = os.open(d + "/copy", flags)
    do("sendfile", (out, file, 0, 3), [R, 0, out, file, 3])
    do("copy_file_range", (file, 0, out, 0, 3, 0), [R, out, 0, file, 0, 3])
    near, far = os.pipe()
    do("splice", (out, 0, far, 0, 1, 0), [R, out, far, 1, 0])
    do("flock", (file, 2 | 4), [0, file, 6])
    do("stat", (d + "/a", bytes(256)), [0, text(d + "/a")])
    do("lstat", (d + "/a", bytes(256)), [0, text(d + "/a")])
    do("fstat", (file, bytes(256)), [0, file])
    do("newfstatat", (AT_FDCWD, d + "/a", bytes(256), 0x100), [0, -100, text(d + "/a"), 0x100])
    do("access", (d + "/a", 4), [0, text(d + "/a"), 4])
    folder = os.open(d, os.O_RDONLY | os.O_DIRECTORY)
    do("getdents", (folder, do.pointer(bytes(4096)), 4096), [R, folder])
    do("getdents64", (folder, do.pointer(bytes(4096)), 4096), [R, folder])
    do("mkdir", (d + "/dir", 0o700), [0, text(d + "/dir"), 0o700])
    do("mkdirat", (folder, "dir2", 0o711), [0, folder, text("dir2"), 0o711])
    do("rmdir", (d + "/dir2",), [0, text(d + "/dir2")])
    do("link", (d + "/a", d + "/l"), [0, text(d + "/a"), text(d + "/l")])
    do("linkat", (folder, "a", AT_FDCWD, d + "/l2", 0x400), [0, folder, text("a"), -100, text(d + "/l2"), 0x400])
    do("symlink", ("a", d + "/s"), [0, text("a"), text(d + "/s")])
    do("symlinkat", ("a", folder, "s2"), [0, text("a"), folder, text("s2")])
    do("rename", (d + "/l", d + "/m"), [0, text(d + "/l"), text(d + "/m")])
    do("renameat", (folder, "m", folder, "n"), [0, folder, text("m"), folder, text("n")])
    do("renameat2", (folder, "n", folder, "o", 1), [0, folder, text("n"), folder, text("o"), 1])
    do("unlink", (d + "/o",), [0, text(d + "/o")])
    do("unlinkat", (folder, "dir", 0x200), [0, folder, text("dir"), 0x200])
    do("mknod", (d + "/pipe", 0o010600, 0), [0, text(d + "/pipe"), 0o010600, 0])
    do("mknodat", (folder, "pipe2", 0o010600, 0), [0, folder, text("pipe2"), 0o010600, 0])
    do("chmod", (d + "/a", 0o4755), [0, text(d + "/a"), 0o4755])
    do("fchmod", (file, 0o600), [0, file, 0o600])
    do("fchmodat", (folder, "a", 0o640), [0, folder, text("a"), 0o640])
    do("chown", (d + "/a", 3, 4), [0, text(d + "/a"), 3, 4])
    do("lchown", (d + "/s", 5, 6), [0, text(d + "/s"), 5, 6])
    do("fchown", (file, 7, 8), [0, file, 7, 8])
    do("fchownat", (folder, "a", 9, 10, 0x100), [0, folder, text("a"), 9, 10, 0])
    do("getcwd", (do.pointer(bytes(4096)), 4096), [R, text(os.getcwd())])
    do("chdir", (d,), [0, text(d)])
    do("fchdir", (folder,), [0, folder])
    do("chroot", ("/",), [0, text("/")])


def act_descriptors(do):
    pair = do.pointer(bytes(8))
    do("pipe", (pair,), [0, ANY, ANY, ANY])
    do("pipe2", (pair, os.O_CLOEXEC | os.O_NONBLOCK), [0, ANY, ANY, ANY, 0x1040])
    fd = do("dup", (0,), [R, 0])
    do("dup2", (0, fd), [R, 0, fd])
    do("dup3", (0, fd, os.O_CLOEXEC), [R, 0, fd, 0x1000])
    do("fcntl", (0, 0, 50), [R, 0, 1, 50])
    do("fcntl", (fd, 1030, 60), [R, fd, 0x1a, 60])
    do("ioctl", (0, 0x5401, 0), [R, 0, 0x5401, 0])
    do("close", (fd,), [0, fd])
    do("close", (999,), [-9, 999])
    do("close_range", (500, 600, 0), [0, 500, 600, 0])
    do("eventfd", (3,), [R, 3, 0])
    do("eventfd2", (4, os.O_CLOEXEC), [R, 0x1000, 4])
    signals = struct.pack("<Q", 1 << 9)
    do("signalfd", (-1, signals, 8), [R, -1, 0, ANY])
    do("signalfd4", (-1, signals, 8, os.O_NONBLOCK), [R, 0x40, -1, 0])
    do("timerfd_create", (1, 0), [R, 0, 0])
    do("inotify_init", (), [R, 0])
    do("inotify_init1", (os.O_CLOEXEC,), [R, 0x1000])
    do("epoll_create", (7,), [R, 7])
    poll = do("epoll_create1", (os.O_CLOEXEC,), [R, 0x1000])
    do("epoll_wait", (poll, bytes(64), 4, 0), [0, 4])
    do("userfaultfd", (os.O_CLOEXEC,), [R, os.O_CLOEXEC])
    do("memfd_create", ("secret", 1), [R, text("secret"), 1])
    process = do("pidfd_open", (os.getpid(), 0), [R, os.getpid(), 0])
    do("pidfd_getfd", (process, 0, 0), [R, process, 0, 0])
    polled = struct.pack("<ihhihh", 0, 4, 0, 998, 1, 0)
    do("poll", (polled, 2, 0), [R, ANY, 0])
    do("poll", (struct.pack("<ihh", 998, 1, 0), 1, 5), [1, struct.pack("<Hqh", 1, 998, 0x40), 5])
    do("ppoll", (struct.pack("<ihh", 998, 1, 0), 1, words(0, 77), struct.pack("<Q", 0x200), 8),
       [1, struct.pack("<Hqh", 1, 998, 0x40), ANY, 0x200])
    do("select", (0, 0, 0, 0, words(0, 0)), [0])


def act_processes(do):
    pid = os.getpid()
    do("kill", (pid, 0), [0, pid, 0])
    do("tkill", (pid, 0), [0, pid, 0])
    do("tgkill", (pid, pid, 0), [0, pid, pid, 0])
    do("prctl", (15, "renamed"), [0, 15, text("renamed"), 0])
    do("prctl", (4, 1), [0, 4, EMPTY, 1])
    do("ptrace", (16, 0x7fffffff, 0, 0), [R, ANY, ANY, 0xb, 0x7fffffff])
    do("setpgid", (0, 0), [R, 0, 0])
    do("setsid", (), [R])
    do("unshare", (0,), [0, 0])
    do("setns", (-1, 0), [R, -1, 0])
    do("seccomp", (2, 0, struct.pack("<I", 0)), [R, 2, 0])
    data = do.pointer(b"good")
    do("process_vm_readv", (pid, words(do.pointer(bytes(4)), 4), 1, words(data, 4), 1, 0), [4, pid, b"good"])
    do("process_vm_writev", (pid, words(do.pointer(b"evil"), 4), 1, words(data, 4), 1, 0), [4, pid, b"evil"])
    for name in ("getuid", "getgid", "geteuid", "getegid"):
        do(name, (), [0])
    places = [do.pointer(bytes(4)) for _ in range(3)]
    do("getresuid", places, [0, 0, 0, 0])
    do("getresgid", places, [0, 0, 0, 0])
    do("setuid", (0,), [0, 0])
    do("setgid", (0,), [0, 0])
    do("setreuid", (0, -1), [0, 0, 0xffffffff])
    do("setregid", (-1, 0), [0, 0xffffffff, 0])
    do("setresuid", (0, 0, -1), [0, 0, 0, 0xffffffff])
    do("setresgid", (0, -1, 0), [0, 0, 0xffffffff, 0])
    do("capset", (0, 0), [R, ANY, ANY, ANY])
    do("getrlimit", (7, do.pointer(bytes(16))), [0, ANY, ANY, 7])
    do("setrlimit", (4, words(0, 0)), [0, 0, 0, 4])
    do("prlimit64", (0, 4, words(0, 0), bytes(16)), [0, 0, 0, 0, 0, 0, 4])
    do("prlimit64", (pid, 99, 0, 0), [-22, 0, 0, -1, -1, pid, 0xff])
    do("nanosleep", (words(0, 1234), 0), [0, 1234])
    do("execve", (do.dir + "/missing", words(do.pointer(b"name\0"), do.pointer(b"one\0"), do.pointer(b"two\0"), 0),
                  words(do.pointer(b"A=b\0"), 0)),
       [-2, text("name"), b"one\0two\0", pid, pid, os.getppid(), EMPTY, ANY, ANY, ANY, ANY, ANY, ANY, text("renamed"), ANY,
        b"A=b\0", ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, 0, text(os.path.realpath(sys.executable)), ANY, 0,
        text(do.dir + "/missing")])


def act_memory(do):
    size = 1 << 16
    place = do("mmap", (0, size, 3, 0x22, -1, 0), [R, ANY, ANY, ANY, 0, size, 3, 0x2a, -1, 0])
    do("mprotect", (place, 4096, 1), [0, place, 4096, 1])
    do("mlock", (place, 4096), [R, place, 4096])
    do("mlock2", (place, 4096, 1), [R, place, 4096, 1])
    do("munlock", (place, 4096), [R, place, 4096])
    do("mlockall", (0,), [R, 0])
    do("munlockall", (), [R])
    do("munmap", (place, size), [0, ANY, ANY, ANY, place, size])
    do("brk", (0,), [R, ANY, ANY, ANY, 0])
    word = do.pointer(bytes(4))
    do("futex", (word, 1 | 128, 3), [0, word, 0x81, 3])
    sems = do("semget", (0, 2, 0o1600), [R, 0, 2, 0x2000])
    do("semop", (sems, struct.pack("<HhhHhh", 0, 1, 0, 1, 2, 0x800), 2), [0, 2, 0, 1, 0, 1, 2, 1, sems])
    do("semctl", (sems, 1, 16, 5), [0, sems, 1, 0x1000, 5])
    do("semctl", (sems, 0, 0, 0), [0, sems, 0, 4, 0])


def act_sockets(do):
    server = do("socket", (2, 1, 0), [R, 2, 1, 0, ANY])
    address, carried = inet(0)
    do("bind", (server, address, 16), [0, carried, server])
    port = socket.socket(fileno=os.dup(server)).getsockname()[1]
    do("listen", (server, 5), [0, server, 5])
    do("getsockname", (server, do.pointer(bytes(16)), struct.pack("<I", 16)), [])
    do("getpeername", (server, do.pointer(bytes(16)), struct.pack("<I", 16)), [])
    do("setsockopt", (server, 1, 2, struct.pack("<I", 1), 4), [0, server, 1, 2, struct.pack("<BI", 2, 1), 4])
    do("setsockopt", (server, 6, 1, struct.pack("<I", 1), 4), [0, server, 2, 0, struct.pack("<BI", 0, 1), 4])
    do("setsockopt", (server, 1, 20, words(2, 3), 16), [0, server, 1, 0x14, struct.pack("<BQ", 4, 2000003000), 16])
    do("getsockopt", (server, 1, 4, do.pointer(bytes(4)), struct.pack("<I", 4)), [0, server, 1, 4, struct.pack("<Bq", 1, 0), 4])
    client = socket.socket()
    client.bind(("127.0.0.1", 0))
    near = client.getsockname()[1]
    far, far_carried = inet(port)
    tuple_ = inet(near)[1] + far_carried[1:]
    do("connect", (client.fileno(), far, 16), [0, tuple_, client.fileno(), far_carried])
    accepted = do("accept", (server, 0, 0), [R, tuple_, ANY, ANY, 5])
    second = socket.create_connection(("127.0.0.1", port))
    do("accept4", (server, 0, 0, os.O_CLOEXEC), [R, inet(second.getsockname()[1])[1] + far_carried[1:], ANY, ANY, 5, 0x1000])
    do("sendto", (client.fileno(), b"ping", 4, 0, 0, 0), [4, b"ping", client.fileno(), 4, tuple_])
    do("recvfrom", (accepted, do.pointer(bytes(8)), 8, 0, 0, 0), [4, b"ping", tuple_, accepted, 8])
    message = words(0, 0, do.pointer(words(do.pointer(b"pong"), 4)), 1, 0, 0, 0)
    back = far_carried + inet(near)[1][1:]
    do("sendmsg", (accepted, message, 0), [4, b"pong", accepted, 4, back])
    into = words(0, 0, do.pointer(words(do.pointer(bytes(4)), 4)), 1, 0, 0, 0)
    do("recvmsg", (client.fileno(), into, 0), [4, 4, b"pong", back, EMPTY, client.fileno()])
    many = words(0, 0, do.pointer(words(do.pointer(b"many"), 4)), 1, 0, 0, 0, 0)
    do("sendmmsg", (accepted, many, 1, 0), [4, accepted, 4, b"many", back])
    into = words(0, 0, do.pointer(words(do.pointer(bytes(4)), 4)), 1, 0, 0, 0, 0)
    do("recvmmsg", (client.fileno(), into, 1, 0, 0), [4, client.fileno(), 4, b"many", back, EMPTY])
    do("shutdown", (client.fileno(), 2), [0, client.fileno(), 2])
    do("socketpair", (1, 1, 0, do.pointer(bytes(8))), [0, ANY, ANY, ANY, ANY, 1, 1, 0])
    path = do.dir + "/socket"
    unix = socket.socket(socket.AF_UNIX)
    do("bind", (unix.fileno(), struct.pack("<H", 1) + text(path), len(path) + 3), [0, b"\x01" + text(path), unix.fileno()])


def act_kernel(do):
    do("mount", ("from", do.dir + "/nowhere", "nofs", 1, 0), [R, text("from"), text(do.dir + "/nowhere"), text("nofs"), 1])
    do("umount2", (do.dir + "/nowhere", 2), [R, text(do.dir + "/nowhere"), 2])
    do("init_module", (b"no module", 9, "a=1"), [R, b"no module", 9, text("a=1")])
    do("finit_module", (-1, "b=2", 1), [R, -1, text("b=2"), 1])
    do("delete_module", ("rulec_none", os.O_NONBLOCK), [R, text("rulec_none"), ANY])
    do("bpf", (99, 0, 0), [R, 99])
    do("io_uring_setup", (4, bytes(120)), [R, 4, ANY, ANY, ANY, ANY, ANY, ANY])
    do("io_uring_enter", (-1, 1, 2, 0, 0, 0), [R, -1, 1, 2, 0, ANY])
    do("io_uring_register", (-1, 2, 0x1234, 3), [R, -1, 2, 0x1234, 3])
    do("fsconfig", (-1, 1, "key", "value", 0), [R, -1, 1, text("key"), EMPTY, EMPTY, 0])
    do("quotactl", (0x80000700, "/dev/none", 5, bytes(72)),
       [R, text("/dev/none"), EMPTY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x20, 1, 5, 1])
    do("quotactl", (0x80000800, "/dev/none", 6, words(10, 11, 12, 13, 14, 15, 16, 17, 0x3f)),
       [R, text("/dev/none"), EMPTY, 10, 11, 12, 13, 14, 16, 17, 0, 0, 0, 1, 0x40, 1, 6, 1])
    do("keyctl", (10, -3, "user", "rulec", 0), [R, 10, struct.pack("<Bq", 0, -3), b"\x01" + text("user"),
                                               b"\x01" + text("rulec"), struct.pack("<Bq", 0, 0)])
    do("keyctl", (1, "ring", 9, 9, 9), [R, 1, b"\x01" + text("ring")] + [struct.pack("<Bq", 0, 0)] * 3)


PROCEXIT = 186


def exec_event(pid, exe, arguments, environment, comm):
    """The parameters of an exec that succeeded, but for the last one of execve."""
    return [0, text(exe), arguments, pid, pid, os.getpid(), EMPTY, ANY, ANY, ANY, ANY, ANY, ANY, text(comm), ANY,
            environment] + [ANY] * 10 + [0, text(os.path.realpath("/bin/true")), ANY, 0]


def act_births(do):
    own, parent = os.getpid(), os.getppid()
    with open("/proc/self/cmdline", "rb") as file:
        exe, _, arguments = file.read().partition(b"\0")
    with open("/proc/self/comm") as file:
        comm = file.read().strip()
    for name, given in (("fork", ()), ("clone", (17, 0, 0, 0, 0)), ("clone3", (words(0, 0, 0, 0, 17, 0, 0, 0), 64))):
        given = [do.pointer(each) if isinstance(each, bytes) else each for each in given]
        child = LIBC.syscall(ctypes.c_long(do.calls[name][0]), *map(ctypes.c_long, given))
        if child == 0:
            os._exit(3)
        os.waitpid(child, 0)
        facts = [EMPTY] + [ANY] * 6 + [text(comm), ANY, ANY, 0, 0]
        do.note(name, do.calls[name][1], own, [child, exe + b"\0", arguments, own, own, parent] + facts + [own, own, ANY])
        do.note(name, do.calls[name][1], child, [0, exe + b"\0", arguments, child, child, own] + facts + [child, child, ANY])
        do.note("procexit", PROCEXIT, child, [3 << 8, 3, 0, 0, 0])
    child = subprocess.Popen(["/bin/true", "one", "two"], env={"A": "b"})
    child.wait()
    do.note("execve", 293, child.pid, exec_event(child.pid, "/bin/true", b"one\0two\0", b"A=b\0", "true") + [text("/bin/true")])
    program = os.open("/bin/true", os.O_RDONLY)
    child = os.fork()
    if child == 0:
        strings = words(do.pointer(b"innocent\0"), 0)
        LIBC.syscall(ctypes.c_long(322), ctypes.c_long(program), ctypes.c_long(do.pointer(b"\0")),
                     ctypes.c_long(do.pointer(strings)), ctypes.c_long(0), ctypes.c_long(0x1000))
        os._exit(1)
    os.waitpid(child, 0)
    done = exec_event(child, "innocent", EMPTY, EMPTY, "")
    do.note("execveat", 293, child, done[:13] + [ANY] + done[14:] + [text(f"/dev/fd/{program}")])
    child = os.fork()
    if child == 0:
        signal.pause()
    os.kill(child, 9)
    os.waitpid(child, 0)
    do.note("procexit", PROCEXIT, child, [9, 0, 9, 0, 0])


def act_generic(do):
    """In a process of its own for each, as nobody: what the kernel makes of nonsense is its business."""
    for name, (number, event) in do.calls.items():
        if event != 1 or name in NOT_MADE:
            continue
        child = os.fork()
        if child == 0:
            signal.alarm(2)
            os.setresuid(65534, 65534, 65534)
            LIBC.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 6)
            os._exit(0)
        os.waitpid(child, 0)
        do.note(name, 1, child, [ANY, number])


def act(name, dir):
    do = Actor(dir)
    globals()["act_" + name](do)
    with open(f"{dir}/{name}.json", "w") as file:
        json.dump(do.done, file)
    os._exit(0)


# --- the recording ----------------------------------------------------------------------------


def read_capture(path):
    """Event blocks of a .scap file: by thread, its (event number, [bytes])."""
    with open(path, "rb") as file:
        data = file.read()
    at, threads = 0, {}
    while at + 12 <= len(data):
        block, size = struct.unpack_from("<II", data, at)
        if block in (0x216, 0x221):
            begin = at + 10 + (4 if block == 0x221 else 0)
            _, tid, _, event, count = struct.unpack_from("<QQIHI", data, begin)
            lengths = struct.unpack_from(f"<{count}H", data, begin + 26)
            place, parameters = begin + 26 + 2 * count, []
            for length in lengths:
                parameters.append(data[place:place + length])
                place += length
            threads.setdefault(tid, []).append((event, parameters))
        at += size
    return threads


SIGNED = {"INT8", "INT16", "INT32", "INT64", "ERRNO", "FD", "PID"}


def difference(parameter, kind, value, data):
    name, type_ = parameter
    if value == ANY:
        return None
    if value == EMPTY:
        return f"{name} is {data!r}, not empty" if data else None
    if kind == "bytes":
        return None if data == bytes.fromhex(value) else f"{name} is {data!r}, not {bytes.fromhex(value)!r}"
    have = int.from_bytes(data, "little", signed=type_ in SIGNED)
    if not data or have != value and (have - value) % 2 ** (8 * len(data)) != 0:
        return f"{name} is {have if data else 'missing'}, not {value}"
    return None


def check(done, threads, events):
    """What is wrong with the calls of a list; all of them in their order."""
    wrong, at = [], {}
    for call in done:
        mine, best = threads.get(call["pid"], []), "no event"
        wanted = events[call["event"]]
        assert len(wanted) == len(call["values"]), (call, wanted)
        for i in range(at.get(call["pid"], 0), len(mine)):
            event, data = mine[i]
            if event != call["event"]:
                continue
            found = [difference(*each) for each in zip(wanted, call["kinds"], call["values"], data)]
            found = [each for each in found if each]
            if len(data) != len(wanted):
                found.append(f"{len(data)} parameters, not {len(wanted)}")
            if not found:
                at[call["pid"]], best = i + 1, None
                break
            best = "; ".join(found) if best == "no event" or len(found) < best.count(";") + 1 else best
        if best:
            wrong.append(f"{call['call']}: {best}")
    return wrong


RULES = """
- rule: Everything
  desc: asks for every event
  condition: evt.num > 0 and proc.name = nobody-has-this-name
  output: "%evt.type"
  priority: DEBUG
"""


def start(dir):
    with open(dir + "/rules.yaml", "w") as file:
        file.write(RULES)
    done = subprocess.run([ROOT + "/build/bin/rulec", "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent"],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit("rulec build failed:\n" + done.stderr)
    agent = subprocess.Popen([dir + "/agent", "--record", dir + "/all.scap"], stdout=subprocess.DEVNULL,
                             stderr=open(dir + "/messages", "wb"))
    for _ in range(600):
        with open(dir + "/messages") as file:
            messages = file.read()
        if "watching the kernel" in messages:
            return agent
        if agent.poll() is not None:
            print(messages.strip().splitlines()[-1])
            sys.exit(77 if "refused" in messages or "does not describe its types" in messages else 1)
        time.sleep(0.05)
    agent.kill()
    sys.exit("the agent was not ready in time:\n" + messages)


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--act":
        act(sys.argv[2], sys.argv[3])
    if platform.machine() != "x86_64" or os.geteuid() != 0:
        print("watching the kernel needs root, on x86-64")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-calls-"))
    try:
        sys.exit(run(dir))
    finally:
        shutil.rmtree(dir, ignore_errors=True)


def run(dir):
    calls, events = catalogue()
    agent = start(dir)
    names = [name.removeprefix("act_") for name in globals() if name.startswith("act_")]
    done = []
    for name in names:
        os.mkdir(f"{dir}/{name}")
        subprocess.run([os.path.realpath(sys.executable), "-I", SELF, "--act", name, f"{dir}/{name}"], check=True, timeout=120)
        with open(f"{dir}/{name}/{name}.json") as file:
            done.append(json.load(file))
    agent.send_signal(signal.SIGTERM)
    status = agent.wait(60)
    with open(dir + "/messages") as file:
        messages = file.read()
    threads = read_capture(dir + "/all.scap")
    wrong = [line for each in done for line in check(each, threads, events)]
    if status != 0 or "no room" in messages:
        wrong.append(f"the agent ended with status {status}:\n{messages}")
    made = {call["call"] for each in done for call in each}
    left = sorted(set(calls) - made - NOT_MADE)
    for line in wrong:
        print("FAIL ", line)
    print("not made:", " ".join(left + sorted(NOT_MADE)))
    total = sum(len(each) for each in done)
    print(f"{total - len(wrong)} of {total} calls seen as expected, {len(made)} different ones")
    return 1 if wrong else 0


if __name__ == "__main__":
    main()
