import { setPlace } from '../../../model/edit.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { effective, speaker } from '../security-context.ts'

const SETTING = ['securityContext', 'runAsNonRoot'] as const
const USER = ['securityContext', 'runAsUser'] as const

export const rootContainer = defineRule({
  id: 'root-container',
  title: 'Run containers as a user other than root',
  topic: 'root-and-capabilities',
  severity: 'high',
  references: [
    {
      title: 'Pod Security Standards, Restricted: Running as Non-root',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.7',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, non-root containers',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check(container, scene) {
    // Since policy v1.35 a pod in its own user namespace is exempt: root inside is nobody outside (KEP-127).
    if (scene.atLeast(1, 35) && container.pod.get('hostUsers')?.value === false) return []
    // Windows has no root; and a container that asks for user 0 is told so by root-user-id.
    if (container.pod.os === 'windows' || effective(container, USER)?.value === 0) return []

    const setting = effective(container, SETTING)
    if (setting?.value === true) return []

    return [
      {
        place: setting?.place ?? container.at(...SETTING),
        message: `${speaker(container, setting)} may run as root: ${reason(setting)}.`,
        sure: setting?.resolved ?? true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // an image that insists on root will not start any more
    edit: (_, { place }) => [setPlace(place, true)],
  },
})

function reason(setting: Field | undefined): string {
  // Silence is a fault too: the image then decides, and most images decide for root.
  if (setting === undefined) return 'nothing forbids it'
  return setting.resolved ? 'runAsNonRoot is not true' : 'an unrendered template decides'
}
