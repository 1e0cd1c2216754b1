/* The capture programs, see kernel.h for what they read of the kernel. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

SEC("tp_btf/sys_exit")
int system_call_exit(void *context)
{
    (void)context;
    return 0;
}
