import type { Component } from '../../../analysis/cluster/component.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

export const kubeletSwap = defineRule({
  id: 'kubelet-swap',
  title: 'Keep the memory of pods off the disk',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Swap memory management',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/swap-memory-management/',
    },
  ],
  controls: { nsa: ['B6'] },

  subject: ['kubelet'],
  check(kubelet, scene) {
    const fails = kubelet.setting('failSwapOn')
    const swaps = kubelet.setting('memorySwap.swapBehavior')
    // A kubelet that refuses to start with swap has none.
    if (fails.value === 'true') return []
    // What nobody wrote and nobody can tell is an installer's, and hardly any switches swap on.
    if (!fails.sure) return fails.from === 'default' ? [] : [doubtAbout(fails, DOUBT)]
    if (!swaps.sure) return swaps.from === 'default' ? [] : [doubtAbout(swaps, DOUBT)]
    return complain(kubelet, scene)
  },

  fix: {
    risk: 'mayBreak', // pods that live on swap end when memory runs out
    edit: (kubelet) =>
      kubelet.setting('memorySwap.swapBehavior').from === 'default'
        ? []
        : kubelet.set('memorySwap.swapBehavior', 'NoSwap'),
  },
})

const DOUBT = 'The memory of pods may reach the disk'

function complain(kubelet: Component, scene: Scene): readonly Complaint[] {
  const swaps = kubelet.setting('memorySwap.swapBehavior')
  // Before 1.28 pods use what swap there is, whatever is written.
  const takes = !scene.atLeast(1, 28) || /^(?:Limited|Unlimited)Swap$/.test(swaps.value ?? '')
  if (!takes) return []
  const { place } = swaps.from === 'default' ? kubelet.setting('failSwapOn') : swaps
  const message =
    'The memory of pods, and the Secrets in it, reach the disk, in clear unless swap is encrypted.'
  return [{ place, message, sure: true }]
}
