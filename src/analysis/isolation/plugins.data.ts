/**
 * Network plugins by the last name of their node agents' images, and whether they enforce NetworkPolicy.
 * Amazon's agent is no sign: it is always there, and a switch of its own says whether it works.
 */
export const PLUGINS = {
  sources: [
    'https://github.com/flannel-io/flannel/blob/master/Documentation/netpol.md',
    'https://kubernetes.io/docs/concepts/cluster-administration/addons/',
    'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html',
  ],
  read: '2026-11-24',
  enforcing: [
    'antrea-agent-ubuntu',
    'antrea-ubuntu',
    'azure-npm',
    'cilium',
    'hardened-calico',
    'kube-network-policies',
    'kube-ovn',
    'kube-router',
    'mirrored-calico-node',
    'mirrored-cilium-cilium',
    'ovn-kube',
    'weave-npc',
  ],
  /** Since 0.25.5 it may bring kube-network-policies along, in a container of its own. */
  flannel: ['flannel', 'mirrored-flannel-flannel', 'mirrored-flannelcni-flannel'],
} as const
