import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { formatPath } from '../../../model/place.ts'
import { seccompUnconfined } from './rule.ts'

const POD = 'seccomp.security.alpha.kubernetes.io/pod'
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/web'

describe('seccomp-unconfined before Kubernetes 1.27', () => {
  it.each([
    { name: "reads the pod's annotation", annotations: `${POD}: unconfined`, at: POD },
    {
      name: "lets the container's annotation outrank the pod's",
      annotations: `${POD}: runtime/default, ${CONTAINER}: unconfined`,
      at: CONTAINER,
    },
  ])('$name', ({ annotations, at }) => {
    const charges = chargesUnder('1.26', seccompUnconfined, podWith(annotations, '{}'))
    expect(messagesOf(charges)).toEqual([
      'The pod switches seccomp off and may make any system call: the profile is Unconfined.',
    ])
    expect(formatPath(charges[0]?.complaint.place.path ?? [])).toBe(`metadata.annotations["${at}"]`)
    expect(charges[0]?.edits()).toMatchObject([{ kind: 'set', value: 'runtime/default' }])
  })

  it.each([
    { name: 'lets the field outrank the annotation', profile: '{ type: RuntimeDefault }', at: POD },
    {
      name: "lets the container's annotation outrank the pod's field",
      profile: '{ type: Unconfined }',
      at: CONTAINER,
      value: 'localhost/${PROFILE}',
    },
  ])('$name', ({ profile, at, value = 'unconfined' }) => {
    const manifest = podWith(`${at}: "${value}"`, `{ seccompProfile: ${profile} }`)
    expect(chargesUnder('1.26', seccompUnconfined, manifest)).toEqual([])
  })
})

function podWith(annotations: string, securityContext: string): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { ${annotations} } }
spec:
  securityContext: ${securityContext}
  containers: [{ name: web }]
`
}
