#!/bin/bash
# A few harmless things that the rules in rules/ are about. Each cleans up behind itself.
set -u
name=rulec-demo-$$
work=$(mktemp -d /tmp/rulec-demo-XXXXXX)
trap 'rm -rf "$work" /etc/$name /dev/shm/$name /usr/local/bin/$name' EXIT

cat /etc/shadow >/dev/null 2>&1
ln -s /etc/shadow "$work/link"
touch /etc/$name 2>/dev/null
cp /bin/true /usr/local/bin/$name 2>/dev/null
cp /bin/true /dev/shm/$name && /dev/shm/$name
cp /bin/true "$work/program" && chmod u+s "$work/program"
mkdir "$work/.ssh" && touch "$work/.ssh/authorized_keys"
bash -c 'echo dHJ1ZQo= | base64 -d | sh'
# A program that exists in memory only: memfd_create, write, execute.
perl -e '
    my $name = "demo";
    my $fd = syscall(319, $name, 0);
    exit if $fd < 0;
    open(my $in, "<", "/bin/true") or exit;
    open(my $out, ">&=", $fd) or exit;
    { local $/; print {$out} <$in>; }
    $out->flush();
    exec { "/proc/self/fd/$fd" } "demo";' 2>/dev/null
true
