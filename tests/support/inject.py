"""System calls made by a thread of another process, as if it had been taken over: ptrace stops it in a call that it
waits in, and the same `syscall` instruction is used once more. Only x86-64."""

import ctypes
import os
import signal
import struct
import time

LIBC = ctypes.CDLL(None, use_errno=True)
ATTACH, DETACH, GETREGS, SETREGS, SINGLESTEP = 16, 17, 12, 13, 9
REGISTERS = ("r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss fs_base gs_base "
             "ds es fs gs").split()
ARGUMENTS = ("rdi", "rsi", "rdx", "r10", "r8", "r9")


class Ended(Exception):
    """The call ended the process; `signal` tells by what."""

    def __init__(self, number):
        super().__init__(f"ended by signal {number}")
        self.signal = number


class Busy(Exception):
    """The thread does not wait in a system call."""


def ptrace(request, tid, data=None):
    LIBC.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    LIBC.ptrace.restype = ctypes.c_long
    if LIBC.ptrace(request, tid, None, data) == -1:
        raise OSError(ctypes.get_errno(), f"ptrace {request}")


def wait(tid):
    _, status = os.waitpid(tid, 0x40000000)  # __WALL
    if os.WIFSIGNALED(status):
        raise Ended(os.WTERMSIG(status))
    return os.WSTOPSIG(status)


def registers(tid, values=None):
    buffer = ctypes.create_string_buffer(8 * len(REGISTERS))
    if values is not None:
        buffer.raw = struct.pack(f"<{len(REGISTERS)}Q", *(values[name] & (1 << 64) - 1 for name in REGISTERS))
    ptrace(GETREGS if values is None else SETREGS, tid, buffer)
    return dict(zip(REGISTERS, struct.unpack(f"<{len(REGISTERS)}Q", buffer.raw)))


def inject(tid, number, *arguments):
    """Makes the call in the thread, and returns its result (negative: errno). Texts and bytes are laid on its stack."""
    for _ in range(200):
        try:
            return inject_once(tid, number, *arguments)
        except Busy:
            time.sleep(0.005)
    raise RuntimeError("the thread never waits in a system call")


def inject_once(tid, number, *arguments):
    ptrace(ATTACH, tid)
    wait(tid)
    try:
        before = registers(tid)
        now = dict(before, rax=number, orig_rax=(1 << 64) - 1, rip=before["rip"] - 2)
        at = before["rsp"] - 8192
        with open(f"/proc/{tid}/mem", "r+b", buffering=0) as memory:
            memory.seek(now["rip"])
            if memory.read(2) != b"\x0f\x05":
                raise Busy
            for name, value in zip(ARGUMENTS, arguments):
                if isinstance(value, (str, bytes)):
                    data = value.encode() + b"\0" if isinstance(value, str) else value
                    memory.seek(at)
                    memory.write(data)
                    value, at = at, at + (len(data) + 15 & ~15)
                now[name] = value
        registers(tid, now)
        ptrace(SINGLESTEP, tid)
        stopped = wait(tid)
        if stopped != signal.SIGTRAP:
            ptrace(DETACH, tid, stopped)  # what comes is the end
            raise Ended(stopped)
        result = registers(tid)["rax"]
        # The call that was interrupted is made again.
        registers(tid, dict(before, rip=before["rip"] - 2, rax=before["orig_rax"], orig_rax=(1 << 64) - 1))
    except (Ended, ProcessLookupError):
        raise
    except BaseException:
        ptrace(DETACH, tid)
        raise
    ptrace(DETACH, tid)
    return result - (1 << 64) if result >> 63 else result


def threads(pid):
    return sorted(int(name) for name in os.listdir(f"/proc/{pid}/task"))
