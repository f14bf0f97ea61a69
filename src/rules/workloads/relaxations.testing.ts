import type { Path, Step } from '../../model/document.ts'
import type { Json } from '../../model/edit.ts'
import type { Settings } from './relaxations.data.ts'

const container = (name: string) => ({
  name,
  image: `registry.example/${name}:1.0.0`,
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
})

/** A pod that restricted takes as it is. */
export const POD: Json = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'app' },
  spec: {
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container('app'), container('other')],
  },
}

/** The pod with these settings. */
export function written(value: Json, settings: Settings): Json {
  return Object.entries(settings).reduce(
    (pod, [path, setting]) => put(pod, pathOf(path), setting),
    value,
  )
}

function pathOf(text: string): Path {
  return text.split('.').flatMap((word): readonly Step[] => {
    const [key = '', index] = word.split(/[[\]]/)
    return index === undefined ? [key] : [key, Number(index)]
  })
}

function put(value: Json, [step, ...rest]: Path, setting: Json): Json {
  if (step === undefined) return setting
  if (isArray(value))
    return value.map((member, index) => (index === step ? put(member, rest, setting) : member))
  const members = typeof value === 'object' && value !== null ? { ...value } : {}
  const next = put(members[step] ?? {}, rest, setting)
  const { [step]: _, ...others } = members
  return next === null ? others : { ...members, [step]: next }
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
