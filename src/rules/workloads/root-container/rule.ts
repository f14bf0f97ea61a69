import { setPlace } from '../../../model/edit.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { userOf } from '../root-ids.ts'
import { effective, speaker } from '../security-context.ts'

const SETTING = ['securityContext', 'runAsNonRoot'] as const

export const rootContainer = defineRule({
  id: 'root-container',
  title: 'Run containers as a user other than root',
  topic: 'root-and-capabilities',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Configure a Security Context for a Pod or Container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  controls: {
    nsa: ['A1'],
    'cis-1.12': ['5.2.7'],
    pss: ['runAsNonRoot'],
    'k8s-checklist': ['images/2', 'images/7'],
    'k8s-app-checklist': ['pod/1'],
    'pci-containers': ['12.3.a'],
  },

  subject: 'container',
  check(container, scene) {
    // Since policy v1.35 a pod in its own user namespace is exempt: root inside is nobody outside (KEP-127).
    if (scene.atLeast(1, 35) && container.pod.get('hostUsers')?.value === false) return []
    // Windows has no root; a container that asks for user 0 is told so by root-user-id, and one that asks for another
    // does not run as root.
    if (container.pod.os === 'windows' || typeof userOf(container) === 'number') return []

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
