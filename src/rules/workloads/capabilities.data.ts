/**
 * The capabilities with which a container leaves its walls or harms all programs of its node, each with what it does
 * there: the end of the sentence "Container X adds NAME, which ...". Written without CAP_, as manifests write them.
 * The rest of the kernel's capabilities act within the container or on little more.
 */
export const DANGEROUS_CAPABILITIES = {
  source: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  read: '2026-11-24',
  powers: {
    ALL: 'holds every other one, and with them the node',
    BPF: 'loads programs into the kernel that all containers of the node share',
    CHECKPOINT_RESTORE: 'reads what other processes have mapped and chooses the ids of new ones',
    DAC_READ_SEARCH: 'opens any file of the disk under the container by its handle',
    MAC_ADMIN: "changes the node's AppArmor or Smack policy",
    MAC_OVERRIDE: "ignores the node's mandatory access rules where Smack sets them",
    NET_ADMIN: 'rewrites the addresses, routes and firewall rules of its network',
    PERFMON: 'watches what the kernel and other processes do through its performance counters',
    SYSLOG: "reads the kernel's log and the addresses that exploits look for there",
    SYS_ADMIN: 'mounts file systems and does most of what root of the node does',
    SYS_BOOT: 'loads another kernel for the node to start',
    SYS_MODULE: 'loads code of its own into the kernel of the node',
    SYS_PTRACE: 'reads and changes the memory of any process it sees',
    SYS_RAWIO: "reaches the node's memory and hardware past the kernel",
    SYS_TIME: 'sets the clock of the node for everything on it',
  },
} as const
