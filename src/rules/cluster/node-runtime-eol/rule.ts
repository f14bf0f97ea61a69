import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { firstOfAlike, nodeFact, nodeWords } from '../nodes.ts'
import { systemEnd } from '../system-end.ts'
import { RUNTIME_LIFETIMES } from '../system-lifetimes.data.ts'

export const nodeRuntimeEol = defineRule({
  id: 'node-runtime-eol',
  title: 'Run containers by a runtime that is still mended',
  topic: 'kubelet',
  severity: 'high',
  references: [
    {
      title: 'containerd: Versioning and release',
      url: 'https://github.com/containerd/containerd/blob/main/RELEASES.md',
    },
    {
      title: 'Kubernetes: Container Runtimes',
      url: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
    },
  ],
  controls: { 'stig-v2r3': ['V-242443'] },
  facts: [RUNTIME_LIFETIMES],

  subject: ['Node'],
  check(node, scene) {
    const alike = firstOfAlike(node, scene, releaseOf)
    const end = systemEnd(runtimeOf(node), RUNTIME_LIFETIMES.products, scene.today)
    if (alike === undefined || end === undefined) return []
    const message = `${nodeWords(node, alike.count)} runs containers by ${end.what}, whose support ended on ${end.ended}.`
    const place = node.at('status', 'nodeInfo', 'containerRuntimeVersion')
    return [{ place, message, sure: true }]
  },
})

function runtimeOf(node: Resource): string {
  return nodeFact(node, 'containerRuntimeVersion') ?? ''
}

// Patches of one release are one cause.
function releaseOf(node: Resource): string {
  return /^\w+:\/\/\d+\.\d+/.exec(runtimeOf(node))?.[0] ?? ''
}
