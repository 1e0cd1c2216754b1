#!/usr/bin/env python3
"""Rules in any number, like those that sites write: what growth is measured with.

usage: make_rules.py N [--seed S] > rules.yaml

The shapes and how often each comes are those of Falco's own rule files; names, paths, addresses and
command lines are put together from parts, so that nearly every rule has literals of its own. The same N
and seed give the same bytes, and a smaller N a beginning of them.
"""

import argparse
import json
import random
import sys

PRODUCTS = """nginx apache tomcat kafka redis postgres mysql mongo elastic logstash kibana grafana prometheus consul
vault nomad envoy istio linkerd harbor gitlab jenkins sonar nexus artifactory keycloak rabbit nats minio ceph
gluster cassandra influx telegraf fluentd vector loki tempo jaeger zipkin argo flux tekton spinnaker drone airflow
spark flink hadoop hive presto trino druid superset metabase jupyter mlflow ray dask celery gunicorn uvicorn puma
sidekiq unicorn passenger haproxy traefik caddy varnish squid bind unbound dnsmasq chrony postfix dovecot exim
openvpn wireguard strongswan zeek suricata snort osquery wazuh clam falco sysdig datadog newrelic dynatrace splunk
zabbix nagios icinga checkmk puppet chef salt ansible terraform packer vagrant docker podman crio containerd
buildah skopeo kubelet etcd coredns calico cilium flannel weave antrea rook longhorn velero""".split()
PARTS = """agent server worker client proxy gateway backup sync report index cache queue store loader export import
monitor probe helper runner builder signer updater janitor rotate archive mirror bridge relay broker""".split()
DIRS = ("/etc", "/opt", "/usr/local/lib", "/usr/share", "/var/lib", "/srv", "/usr/lib", "/home/deploy", "/var/www")
FILES = """config.yaml credentials.json id_rsa token secret.key tls.crt tls.key settings.ini app.conf .env users.db
license.dat policy.xml shadow.bak keystore.jks session.dat pg_hba.conf my.cnf htpasswd""".split()
SUFFIXES = """.pem .key .p12 .pfx .kdbx .ovpn .tfstate .rdb .sql .bak .dump .jks .crt .war .so .ko .service""".split()
OPTIONS = """--insecure --no-verify --privileged --unsafe --debug-port --exec --shell --allow-root --disable-auth
--listen --reverse --bind --token --password --dump-all --skip-tls --raw --inject --attach --trace""".split()
EVENTS = """unlink unlinkat rename renameat mkdir rmdir chmod fchmodat link symlink""".split()

HEAD = """- macro: opened_for_writing
  condition: (evt.type in (open, openat, openat2) and evt.is_open_write=true and fd.typechar='f' and fd.num>=0)
- macro: opened_for_reading
  condition: (evt.type in (open, openat, openat2) and evt.is_open_read=true and fd.typechar='f' and fd.num>=0)
- macro: process_started
  condition: (evt.type in (execve, execveat) and evt.failed=false)
- macro: connects_out
  condition: (evt.type in (connect, sendto, sendmsg) and fd.typechar in (4, 6) and evt.failed=false)
- list: package_managers
  items: [apt, apt-get, dpkg, yum, dnf, rpm, zypper, apk]
- macro: in_a_container
  condition: (container.id != host)
"""
OUTPUT = ("%s (user=%%user.name process=%%proc.name command=%%proc.cmdline parent=%%proc.pname file=%%fd.name "
          "type=%%evt.type)")


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, words):
        return self.random.choice(words)

    def name(self):
        return f"{self.pick(PRODUCTS)}-{self.pick(PARTS)}{self.pick(('', '', '-' + str(self.random.randrange(100))))}"

    def names(self, most):
        return ", ".join(sorted({self.name() for _ in range(self.random.randint(1, most))}))

    def directory(self):
        return f"{self.pick(DIRS)}/{self.name()}"

    def file(self):
        return f"{self.directory()}/{self.pick(FILES)}"

    def files(self, most):
        return ", ".join(sorted({self.file() for _ in range(self.random.randint(1, most))}))

    def phrase(self):
        return f"{self.name()} {self.pick(OPTIONS)}"

    def address(self):
        return f"{self.random.randint(1, 223)}.{self.random.randrange(256)}.{self.random.randrange(256)}." \
               f"{self.random.randint(1, 254)}"

    def condition(self):
        shapes = (
            (18, lambda: f"opened_for_writing and fd.name startswith {self.directory()}/ and not proc.name in "
                         f"({self.names(4)})"),
            (14, lambda: f"opened_for_reading and fd.name in ({self.files(4)}) and not proc.name in ({self.names(3)})"),
            (12, lambda: f"process_started and proc.name in ({self.names(3)}) and not proc.pname in ({self.names(4)})"),
            (10, lambda: f'process_started and proc.cmdline contains "{self.phrase()}"'),
            (6, lambda: f'process_started and proc.name = {self.name()} and proc.args contains "{self.pick(OPTIONS)}"'),
            (6, lambda: f"opened_for_writing and fd.name pmatch ({self.directory()}, {self.directory()}) and "
                        f"not proc.name in (package_managers)"),
            (5, lambda: f"opened_for_reading and fd.name endswith {self.name()}{self.pick(SUFFIXES)} and user.uid != 0"),
            (5, lambda: f"connects_out and fd.sip in ({self.address()}, {self.address()}) and "
                        f"not proc.name in ({self.names(2)})"),
            (4, lambda: f"connects_out and fd.sport = {self.random.randint(1024, 65535)} and proc.name = {self.name()}"),
            (4, lambda: f"process_started and proc.exepath startswith {self.directory()}/ and "
                        f"not proc.aname in ({self.names(2)})"),
            (4, lambda: f"evt.type in ({self.pick(EVENTS)}, {self.pick(EVENTS)}) and fs.path.name startswith "
                        f"{self.directory()}/ and evt.failed=false"),
            (4, lambda: f"in_a_container and process_started and proc.exepath = {self.directory()}/bin/{self.name()}"),
            (3, lambda: f"opened_for_writing and fd.directory in ({self.directory()}, {self.directory()}) and "
                        f"fd.filename = {self.pick(FILES)}"),
            (2, lambda: f'opened_for_reading and fd.name contains "/{self.name()}/" and proc.name != {self.name()}'),
            (2, lambda: f"process_started and proc.pname = {self.name()} and user.name = {self.pick(PRODUCTS)}"),
            (1, lambda: f"process_started and proc.cmdline glob '*{self.name()} *{self.pick(OPTIONS)}*'"),
        )
        draw = self.random.randrange(sum(weight for weight, _ in shapes))
        for weight, make in shapes:
            draw -= weight
            if draw < 0:
                return make()
        raise AssertionError

    def rule(self, number):
        priority = self.pick(("WARNING", "NOTICE", "CRITICAL", "ERROR", "INFO"))
        name = f"Watch {self.name()} {number}"
        return (f"- rule: {name}\n  desc: {name}, made up\n  condition: {json.dumps(self.condition())}\n"
                f"  output: {json.dumps(OUTPUT % name)}\n  priority: {priority}\n"
                f"  tags: [{self.pick(('host', 'container'))}, {self.pick(('process', 'filesystem', 'network'))}]\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int, help="how many rules")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    maker = Maker(options.seed)
    sys.stdout.write(HEAD)
    for number in range(1, options.n + 1):
        sys.stdout.write(maker.rule(number))


if __name__ == "__main__":
    main()
