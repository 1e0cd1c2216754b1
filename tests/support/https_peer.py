"""An HTTPS server that asks for a certificate, as a process of its own, so that it can be killed at any moment.

    https_peer.py CERTIFICATES PORT FILE

Each body is a line of FILE before it is answered. When it listens it says so."""

import os
import re
import socket
import ssl
import sys


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


def requests(secure):
    """Head and body of each request, until the peer is gone. Who asks for the next has answered the one before."""
    data = b""
    while True:
        while b"\r\n\r\n" not in data:
            more = secure.recv(65536)
            if not more:
                return
            data += more
        head, data = data.split(b"\r\n\r\n", 1)
        length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])
        while len(data) < length:
            more = secure.recv(65536)
            if not more:
                return
            data += more
        yield head, data[:length]
        data = data[length:]


def serve(secure, file):
    for _, body in requests(secure):
        os.write(file, body + b"\n")
        secure.sendall(ANSWER)


def main(directory, port, path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{directory}/server.crt", f"{directory}/server.key")
    context.load_verify_locations(f"{directory}/ca.crt")
    context.verify_mode = ssl.CERT_REQUIRED
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", int(port)))
    listener.listen(16)
    print("listening", flush=True)
    while True:
        connection, _ = listener.accept()
        try:
            with context.wrap_socket(connection, server_side=True) as secure:
                serve(secure, file)
        except (ssl.SSLError, ConnectionError):
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
