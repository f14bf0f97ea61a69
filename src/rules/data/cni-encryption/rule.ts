import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { declaresPersonal } from '../data-class.ts'
import { pluginGap } from '../network-plugin.ts'

export const cniEncryption = defineRule({
  id: 'cni-encryption',
  title: 'Encrypt what passes between nodes',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Cilium: transparent encryption',
      url: 'https://docs.cilium.io/en/stable/security/network/encryption/',
    },
    {
      title: 'Calico: encrypt data in transit',
      url: 'https://docs.tigera.io/calico/latest/network-policy/encrypt-cluster-pod-traffic',
    },
    {
      title: 'Flannel: backends, WireGuard',
      url: 'https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md#wireguard',
    },
  ],

  subject: [
    'ConfigMap',
    'crd.projectcalico.org/FelixConfiguration',
    'projectcalico.org/FelixConfiguration',
  ],
  check(config, scene) {
    // Between nodes of one's own network this is a matter of what passes: only personal data asks for it.
    const gap = pluginGap(config, scene)
    if (gap === undefined || !declaresPersonal(scene)) return []
    return [
      {
        place: gap.place,
        message: `Personal data passes between nodes in clear: ${gap.plugin} does not encrypt, and no mesh does.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // every node needs WireGuard in its kernel, an open UDP port between nodes, and a smaller MTU
    edit: (config, { place }, scene) => {
      const wanted = pluginGap(config, scene)?.wanted
      return wanted === undefined ? [] : [setPlace(place, wanted)]
    },
  },
})
