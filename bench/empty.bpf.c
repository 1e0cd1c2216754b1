/* The floor for bench/kernel.py: a program on the hook that does nothing. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

SEC("tp_btf/sys_exit")
int empty(void *context)
{
    (void)context;
    return 0;
}
