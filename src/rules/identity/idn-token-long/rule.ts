import { setPlace } from '../../../model/edit.ts'
import { isMapping, memberOf, type Field } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'

const DAY_SECONDS = 24 * 60 * 60
const HOUR_SECONDS = 60 * 60

export const idnTokenLong = defineRule({
  id: 'idn-token-long',
  title: 'Let projected tokens live for a day at most',
  topic: 'account-tokens',
  severity: 'medium',
  references: [
    {
      title:
        'Kubernetes: Configure Service Accounts for Pods, ServiceAccount token volume projection',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection',
    },
    {
      title: 'Kubernetes: Projected Volumes, serviceAccountToken projected volumes',
      url: 'https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken',
    },
  ],
  controls: { 'mitre-containers': ['T1528'], 'k8s-checklist': ['secrets/5'] },

  subject: 'pod',
  check(pod) {
    const lifetimes = pod
      .list('volumes')
      .flatMap(({ value }, volume) => (isProjected(value) ? lifetimesIn(pod, volume) : []))
    return lifetimes.filter(mayBeLong).map((lifetime) => ({
      place: lifetime.place,
      message: isNumber(lifetime.value)
        ? `The projected token lives for ${inDays(Number(lifetime.value))}: a stolen copy serves as long.`
        : 'The projected token may live for more than a day: how long cannot be told.',
      sure: isNumber(lifetime.value),
    }))
  },

  fix: {
    risk: 'mayBreak', // a program that reads the token only once, when it starts, needs a restart or a change
    edit: (_, { place }) => [setPlace(place, HOUR_SECONDS)],
  },
})

function isProjected(volume: unknown): boolean {
  return isMapping(memberOf(volume, 'projected'))
}

function lifetimesIn(pod: Pod, volume: number): readonly Field[] {
  const sources = ['volumes', volume, 'projected', 'sources'] as const
  return pod
    .list(...sources)
    .flatMap(
      (_, index) => pod.get(...sources, index, 'serviceAccountToken', 'expirationSeconds') ?? [],
    )
}

function mayBeLong({ value }: Field): boolean {
  return !isNumber(value) || value > DAY_SECONDS
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function inDays(seconds: number): string {
  const days = Math.round(seconds / DAY_SECONDS)
  return days > 1 ? `${days} days` : 'more than a day'
}
