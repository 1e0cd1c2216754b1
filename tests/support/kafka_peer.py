"""librdkafka's mock brokers as a process of their own, so that they can be killed at any moment. Run with the library that
kafka_ports.c makes as LD_PRELOAD, they listen at the same ports each time, and keep what they receive.

Prints where the brokers are."""

import ctypes
import signal


def main():
    library = ctypes.CDLL("librdkafka.so.1")
    library.rd_kafka_conf_new.restype = library.rd_kafka_new.restype = ctypes.c_void_p
    library.rd_kafka_handle_mock_cluster.restype = ctypes.c_void_p
    library.rd_kafka_mock_cluster_bootstraps.restype = ctypes.c_char_p
    text = ctypes.create_string_buffer(512)
    conf = ctypes.c_void_p(library.rd_kafka_conf_new())
    library.rd_kafka_conf_set(conf, b"test.mock.num.brokers", b"3", text, ctypes.c_size_t(512))
    handle = ctypes.c_void_p(library.rd_kafka_new(0, conf, text, ctypes.c_size_t(512)))
    cluster = ctypes.c_void_p(library.rd_kafka_handle_mock_cluster(handle))
    print(library.rd_kafka_mock_cluster_bootstraps(cluster).decode(), flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
