#!/usr/bin/env python3
"""Random operations on files, directories, descriptors, sockets and processes, by a seed: what the filter's tests let
the kernel see. All names lie in the folder that is given; nothing outside is changed.

usage: random_work.py DIR SEED [OPERATIONS]
"""

import ctypes
import os
import random
import socket
import stat
import sys
import threading

LIBC = ctypes.CDLL(None, use_errno=True)
NAMES = ["passwd", "shadow", "libc.so.6", "null", "stat", "ld.so.cache", "id_rsa"]
AT_FDCWD = -100


class Work:
    def __init__(self, dir, seed):
        self.random = random.Random(seed)
        self.dir = dir
        self.fds = []
        self.dirs = [dir]
        for name in ("etc", "etc/pam.d", "home", "home/x/.ssh"):
            os.makedirs(f"{dir}/{name}", exist_ok=True)
            self.dirs.append(f"{dir}/{name}")
        for each in self.dirs:
            for name in NAMES:
                with open(f"{each}/{name}", "wb") as file:
                    file.write(b"x" * 100)
        os.symlink(f"{dir}/etc", f"{dir}/link")
        self.dirs.append(f"{dir}/link")

    def name(self):
        """A path, in one of the ways to say it."""
        path = f"{self.random.choice(self.dirs)}/{self.random.choice(NAMES + ['missing'])}"
        way = self.random.randrange(8)
        if way == 0:
            return os.path.relpath(path)
        if way == 1:
            return path.replace("/etc", "/etc/../etc", 1)
        if way == 2:
            return os.path.dirname(path) + "//" + os.path.basename(path)
        return path

    def flags(self):
        return self.random.choice([os.O_RDONLY, os.O_RDONLY, os.O_WRONLY, os.O_RDWR | os.O_CREAT, os.O_WRONLY | os.O_TRUNC,
                                   os.O_RDONLY | os.O_CLOEXEC, os.O_RDONLY | os.O_DIRECTORY, os.O_PATH])

    def keep(self, fd):
        self.fds.append(fd)
        while len(self.fds) > 12:
            os.close(self.fds.pop(self.random.randrange(len(self.fds))))

    def fd(self):
        return self.random.choice(self.fds) if self.fds else 0

    # --- what is done ---

    def open(self):
        self.keep(os.open(self.name(), self.flags(), 0o755))

    def open_directory(self):
        where = self.random.choice(self.dirs)
        self.keep(os.open(where, os.O_RDONLY | self.random.choice([os.O_DIRECTORY, 0])))

    def open_below(self):
        folder = os.open(self.random.choice(self.dirs), os.O_RDONLY | os.O_DIRECTORY)
        for _ in range(self.random.randrange(3)):
            step = self.random.choice(["..", "etc", "pam.d", "link", "."])
            try:
                below = os.open(step, os.O_RDONLY | os.O_DIRECTORY, dir_fd=folder)
            except OSError:
                continue
            if self.random.random() < .5:
                os.close(folder)
                folder = below
            else:
                self.keep(below)
        self.keep(folder)
        self.keep(os.open(self.random.choice(NAMES), self.flags(), 0o644, dir_fd=folder))

    def other_opens(self):
        how = (ctypes.c_uint64 * 3)(self.flags(), 0, 0)
        result = LIBC.syscall(437, AT_FDCWD, self.name().encode(), how, 24)
        if result >= 0:
            self.keep(result)
        result = LIBC.syscall(85, f"{self.dir}/{self.random.choice(NAMES)}".encode(), 0o755)
        if result >= 0:
            self.keep(result)

    def close(self):
        if self.fds:
            os.close(self.fds.pop(self.random.randrange(len(self.fds))))

    def close_range(self):
        first = self.random.randrange(20, 60)
        self.keep(os.dup2(self.fd(), first + 1))
        self.fds = [fd for fd in self.fds if not first <= fd <= first + 2]
        LIBC.syscall(436, first, first + 2, self.random.choice([0, 0, 4]))

    def dup(self):
        self.keep(os.dup(self.fd()))

    def dup2(self):
        number = self.random.randrange(30, 40)
        self.fds = [fd for fd in self.fds if fd != number]
        os.dup2(self.fd(), number)
        self.fds.append(number)

    def fcntl(self):
        import fcntl
        self.keep(fcntl.fcntl(self.fd(), self.random.choice([fcntl.F_DUPFD, fcntl.F_DUPFD_CLOEXEC]), 10))
        fcntl.fcntl(self.fd(), fcntl.F_SETFD, self.random.choice([0, 1]))
        fcntl.fcntl(self.fd(), fcntl.F_GETFL)

    def transfer(self):
        fd = self.fd()
        os.pread(fd, 5, 0)
        if stat.S_ISREG(os.fstat(fd).st_mode):  # a copy of what came with the process, as /dev/null, is not to be changed
            os.fchmod(fd, 0o600)
            os.pwrite(fd, b"y", 0)

    def change(self):
        name, other = self.name(), self.name()
        self.random.choice([lambda: os.chmod(name, 0o644), lambda: os.rename(name, other), lambda: os.unlink(name),
                            lambda: os.symlink(name, other + ".l"), lambda: os.link(name, other + ".h"),
                            lambda: os.mkdir(name + ".d"), lambda: os.truncate(name, 3)])()

    def change_below(self):
        folder = os.open(self.random.choice(self.dirs), os.O_RDONLY | os.O_DIRECTORY)
        self.keep(folder)
        name = self.random.choice(NAMES)
        self.random.choice([lambda: os.unlink(name, dir_fd=folder), lambda: os.mkdir("d", dir_fd=folder),
                            lambda: os.symlink("/etc/shadow", f"s{self.random.random()}", dir_fd=folder),
                            lambda: os.chmod(name, 0o700, dir_fd=folder),
                            lambda: os.rename(name, name + "2", src_dir_fd=folder, dst_dir_fd=folder)])()

    def move(self):
        if self.random.random() < .5:
            os.chdir(self.random.choice(self.dirs))
        else:
            folder = os.open(self.random.choice(self.dirs), os.O_RDONLY | os.O_DIRECTORY)
            os.fchdir(folder)
            os.close(folder)

    def pipe(self):
        for fd in os.pipe():
            self.keep(fd)

    def talk(self):
        a, b = socket.socketpair()
        a.send(b"x")
        b.recv(1)
        server = socket.socket()
        server.bind(("127.0.0.1", 0))
        server.listen()
        client = socket.create_connection(server.getsockname())
        peer, _ = server.accept()
        client.send(b"request")
        peer.recv(10)
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.sendto(b"x", ("127.0.0.1", 9))
        self.keep(os.dup(client.fileno()))

    def talk_by_name(self):
        name = f"{self.dir}/socket{self.random.randrange(1 << 30)}"
        server = socket.socket(socket.AF_UNIX)
        server.bind(name)
        server.listen()
        client = socket.socket(socket.AF_UNIX)
        client.connect(name)
        peer, _ = server.accept()
        client.send(b"request")
        peer.recv(10)
        os.close(os.dup(peer.fileno()))
        self.keep(os.dup(client.fileno()))

    def thread(self):
        def run():
            try:
                os.close(os.open(self.name(), os.O_RDONLY))
            except OSError:
                pass
        one = threading.Thread(target=run)
        one.start()
        one.join()

    def child(self):
        child = os.fork()
        if child == 0:
            for _ in range(3):
                self.one()
            os._exit(0)
        os.waitpid(child, 0)

    def program(self):
        os.posix_spawn(self.random.choice(["/bin/true", "/bin/missing"]), ["true", self.dir], os.environ)

    def tail(self):
        child = os.fork()
        if child == 0:
            os.execv("/bin/cat", ["cat", f"{self.dir}/{self.random.choice(NAMES)}"])
        os.waitpid(child, 0)

    def one(self):
        kinds = [self.open, self.open, self.open, self.open_directory, self.open_below, self.open_below, self.other_opens,
                 self.close, self.close, self.close_range, self.dup, self.dup2, self.fcntl, self.transfer, self.transfer,
                 self.change, self.change_below, self.move, self.pipe, self.talk, self.talk_by_name, self.thread, self.child,
                 self.program, self.tail]
        try:
            self.random.choice(kinds)()
        except OSError:
            pass


def main():
    sys.stdout = open(os.devnull, "w")
    os.dup2(sys.stdout.fileno(), 1)
    work = Work(os.path.realpath(sys.argv[1]), int(sys.argv[2]))
    for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 150):
        work.one()


if __name__ == "__main__":
    main()
