import { memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { isExposed } from '../network/exposed-pods.ts'

/** What somebody who takes over a pod gains, in a word or two each; nothing when it is as it should be. */
function powersOf(pod: Pod): readonly string[] {
  const has = (test: (value: unknown) => boolean, ...path: readonly string[]): boolean =>
    pod.containers.some((container) => test(container.get(...path)?.value))
  const isPrivileged = has((value) => value === true, 'securityContext', 'privileged')
  const volumes = pod.list('volumes')
  return [
    ...(isPrivileged ? ['is privileged'] : []),
    ...(isRoot(pod) ? ['may run as root'] : []),
    ...(pod.get('hostNetwork')?.value === true ? ['is in the network of its node'] : []),
    ...(volumes.some(({ value }) => memberOf(value, 'hostPath') !== undefined)
      ? ['has files of its node']
      : []),
    ...(pod.get('automountServiceAccountToken')?.value === false ? [] : ['has a token of the API']),
  ]
}

function isRoot(pod: Pod): boolean {
  return pod.containers.some((container) => {
    const own = container.get('securityContext', 'runAsNonRoot')
    return (own ?? pod.get('securityContext', 'runAsNonRoot'))?.value !== true
  })
}

// More than every pod has that says nothing.
const STRONG = new Set(['is privileged', 'is in the network of its node', 'has files of its node'])

/** Whether any of `pods` is led to from outside of the cluster, or has a power over its node. */
export function isUrgent(pods: readonly Pod[], scene: Scene): boolean {
  return pods.some(
    (pod) => isExposed(pod, scene) || powersOf(pod).some((power) => STRONG.has(power)),
  )
}

/**
 * In which workload a package runs, whether something leads there and what the pod may do, in one sentence without its
 * full stop; the most exposed of several stands for them. Undefined where nothing is known to run it.
 */
export function exposureWords(pods: readonly Pod[], scene: Scene): string | undefined {
  const first = pods.find((pod) => isExposed(pod, scene)) ?? pods[0]
  if (first === undefined) return undefined
  const { kind, name } = first.owner
  const others = pods.length === 1 ? '' : ` and ${pods.length - 1} more`
  const reach = isExposed(first, scene)
    ? 'which a Service, an Ingress or a route leads to from outside of the cluster'
    : 'which nothing leads to from outside of the cluster as far as the files tell'
  const powers = powersOf(first)
  const can = powers.length === 0 ? '' : `; the pod ${listed(powers)}`
  return `It runs in ${kind} ${name}${others}, ${reach}${can}`
}

/** The same in a few words, for messages: where it runs, whether outsiders reach it, what the pod may do. */
export function exposureBrief(pods: readonly Pod[], scene: Scene): string | undefined {
  const first = pods.find((pod) => isExposed(pod, scene)) ?? pods[0]
  if (first === undefined) return undefined
  const { kind, name } = first.owner
  const powers = powersOf(first).map((power) => BRIEF[power] ?? power)
  return [
    `Runs in ${kind} ${name}`,
    ...(isExposed(first, scene) ? ['reached from outside'] : []),
    ...powers,
  ].join(', ')
}

const BRIEF: Readonly<Record<string, string>> = {
  'is privileged': 'privileged',
  'may run as root': 'root',
  'is in the network of its node': 'node network',
  'has files of its node': 'node files',
  'has a token of the API': 'API token',
}

function listed(words: readonly string[]): string {
  const [last = '', ...others] = words.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`
}
