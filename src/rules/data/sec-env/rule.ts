import type { Path } from '../../../model/document.ts'
import { isList, memberOf, valueAt } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Container } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'

export const secEnv = defineRule({
  id: 'sec-env',
  title: 'Mount Secrets as files rather than as variables',
  topic: 'secrets',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    {
      title: 'Kubernetes: Using Secrets as files from a Pod',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
    },
  ],
  controls: { 'cis-1.12': ['5.4.1'], 'k8s-checklist': ['secrets/6'], 'stig-v2r3': ['V-242415'] },

  subject: 'container',
  check(container) {
    const single = placesOf(container, 'env', ['valueFrom', 'secretKeyRef'])
    const whole = placesOf(container, 'envFrom', ['secretRef'])
    // All variables of a container leak together, so they are one finding.
    const [first, ...others] = [...whole, ...single]
    if (first === undefined) return []
    const more = others.length === 0 ? '' : ` and ${others.length} more`
    return [
      {
        place: first,
        message: `Container "${container.name}" gets a Secret as a variable${more}: child processes, dumps and error pages inherit it.`,
        sure: true,
      },
    ]
  },
})

// The members of a list that name a Secret at `path`.
function placesOf(container: Container, list: 'env' | 'envFrom', path: Path): readonly Place[] {
  const members = memberOf(container.value, list)
  if (!isList(members)) return []
  return members.flatMap((member, index) =>
    (valueAt(member, path) ?? null) === null ? [] : [container.at(list, index, ...path)],
  )
}
