import type { Pod } from '../../model/pod.ts'
import { parseQuantity, type Quantity } from '../../model/quantity.ts'
import type { Scene } from '../../model/scene.ts'
import { rangeDefault } from '../../rules/workloads/limit-range.ts'
import { countQuota, isBoundedBy } from '../../rules/workloads/namespace-bounds.ts'
import { gapOf, type Bound, type ResourceName } from '../../rules/workloads/resources.ts'
import type { Chapter, Draft, Manifest } from './draft.ts'
import { homelessNote, homesOf, namesOf, type Home } from './homes.ts'

/**
 * Gives every namespace a LimitRange for what its containers do not say, and a quota of twice the pods of today. No
 * default is below what a container without a limit requests: the API server would refuse its pod.
 */
export function draftResources(scene: Scene): Draft {
  return {
    chapters: homesOf(scene).flatMap((home) => [
      ...rangeFor(home, scene),
      ...quotaFor(home, scene),
    ]),
    notes: homelessNote(scene),
  }
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'] as const satisfies readonly ResourceName[]

// Little enough for any node and enough for most small services; what a program needs has to be measured.
const START: Readonly<Record<Bound, Readonly<Record<ResourceName, string>>>> = {
  requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
  limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '1Gi' },
}

function rangeFor(home: Home, scene: Scene): readonly Chapter[] {
  const wanted = RESOURCES.filter((resource) => isWanted(home, resource, scene))
  if (wanted.length === 0) return []
  const entries = (bound: Bound): Manifest =>
    Object.fromEntries(wanted.map((resource) => [resource, startFor(home, bound, resource)]))
  const silent = home.pods.filter((pod) => wanted.some((resource) => leaves(pod, resource, scene)))
  return [
    {
      why: [
        `${home.name}: defaults for containers that say nothing.`,
        ...(silent.length === 0 ? [] : [`They will hold: ${namesOf(silent)}. Measure first.`]),
      ],
      manifests: [
        {
          apiVersion: 'v1',
          kind: 'LimitRange',
          metadata: { name: freeName(home, scene), namespace: home.name },
          spec: {
            limits: [
              {
                type: 'Container',
                defaultRequest: entries('requests'),
                default: entries('limits'),
              },
            ],
          },
        },
      ],
    },
  ]
}

function isWanted(home: Home, resource: ResourceName, scene: Scene): boolean {
  return (
    rangeDefault(home.name, 'limits', resource, scene) === undefined &&
    rangeDefault(home.name, 'requests', resource, scene) === undefined
  )
}

function leaves(pod: Pod, resource: ResourceName, scene: Scene): boolean {
  return pod.containers.some(
    (container) => gapOf(container, 'limits', resource, scene) !== undefined,
  )
}

function startFor(home: Home, bound: Bound, resource: ResourceName): string {
  const start = START[bound][resource]
  if (bound === 'requests') return start
  const requests = home.pods.flatMap((pod) =>
    pod.containers
      .filter((container) => container.get('resources', 'limits', resource) === undefined)
      .flatMap((container) => requestOf(container.get('resources', 'requests', resource)?.value)),
  )
  return requests.reduce((most, request) => (isMore(request, most) ? request : most), start)
}

function requestOf(value: unknown): readonly string[] {
  return parseQuantity(value) === undefined ? [] : [String(value)]
}

function isMore(one: string, other: string): boolean {
  return amount(one) > amount(other)
}

function amount(text: string): Quantity {
  return parseQuantity(text) ?? 0n
}

function freeName({ name }: Home, scene: Scene): string {
  return scene.find('LimitRange', name, 'containers') === undefined
    ? 'containers'
    : 'more-containers'
}

function quotaFor(home: Home, scene: Scene): readonly Chapter[] {
  const isBounded =
    home.namespace !== undefined && isBoundedBy('ResourceQuota', home.namespace, scene)
  if (isBounded === true || scene.inNamespace('ResourceQuota', home.name).length > 0) return []
  return [
    {
      why: [`${home.name}: room for twice the pods of today.`],
      manifests: [{ ...countQuota(home.name, scene) }],
    },
  ]
}
