import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { nodeFact } from '../nodes.ts'
import { POOL_LABELS } from '../pool-labels.data.ts'

export const nodeKernelOld = defineRule({
  id: 'node-kernel-old',
  title: 'Run the same kernel on all nodes of a pool',
  topic: 'node-system',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Nodes',
      url: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
    },
    {
      title: 'Scaleway: Kubernetes shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/',
    },
  ],

  subject: ['Node'],
  check(node, scene) {
    const kernel = nodeFact(node, 'kernelVersion')
    const newest = newestOf(node, scene)
    if (kernel === undefined || newest === undefined || !isOlder(kernel, newest)) return []
    const message = `Node "${node.name}" runs kernel ${kernel}, others of its pool ${newest}: it was not restarted or replaced since.`
    return [{ place: node.at('status', 'nodeInfo', 'kernelVersion'), message, sure: true }]
  },
})

// Nodes of one pool with one system, of which the image is the same but for its age.
function newestOf(node: Resource, scene: Scene): string | undefined {
  const pool = poolOf(node)
  if (pool === undefined) return undefined
  const image = nodeFact(node, 'osImage')
  return scene
    .ofKind('Node')
    .filter((other) => poolOf(other) === pool && nodeFact(other, 'osImage') === image)
    .flatMap((other) => nodeFact(other, 'kernelVersion') ?? [])
    .reduce<string | undefined>(
      (newest, kernel) => (newest === undefined || isOlder(newest, kernel) ? kernel : newest),
      undefined,
    )
}

function poolOf({ labels }: Resource): string | undefined {
  const label = POOL_LABELS.labels.find((each) => Object.hasOwn(labels, each))
  return label === undefined ? undefined : labels[label]
}

// `6.8.0-60-generic`: the numbers, from the left.
function isOlder(kernel: string, other: string): boolean {
  const own = numbersIn(kernel)
  const others = numbersIn(other)
  const differing = own.findIndex((number, index) => number !== others[index])
  return differing !== -1 && (own[differing] ?? 0) < (others[differing] ?? 0)
}

function numbersIn(kernel: string): readonly number[] {
  return (kernel.match(/\d+/g) ?? []).slice(0, 4).map(Number)
}
