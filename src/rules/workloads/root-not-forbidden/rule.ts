import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { choosesUser } from '../root-ids.ts'
import { effective, speaker } from '../security-context.ts'

const SETTING = ['securityContext', 'runAsNonRoot'] as const

export const rootNotForbidden = defineRule({
  id: 'root-not-forbidden',
  title: 'Forbid root where another user is chosen',
  topic: 'root-and-capabilities',
  severity: 'low',
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
    'k8s-app-checklist': ['pod/1'],
  },

  subject: 'container',
  check(container, scene) {
    // Since policy v1.35 a pod in its own user namespace is exempt (KEP-127).
    if (scene.atLeast(1, 35) && container.pod.get('hostUsers')?.value === false) return []
    if (container.pod.os === 'windows' || !choosesUser(container)) return []
    const setting = effective(container, SETTING)
    if (setting?.value === true) return []
    const isSure = setting?.resolved ?? true
    return [
      {
        place: setting?.place ?? container.at(...SETTING),
        message: isSure
          ? `${speaker(container, setting)} names a user, but nothing refuses root when that line is lost: the restricted level wants both.`
          : `${speaker(container, setting)} names a user, and whether root is refused an unrendered template decides.`,
        sure: isSure,
      },
    ]
  },

  fix: {
    risk: 'none', // the user that is named is not root
    edit: (_, { place }) => [setPlace(place, true)],
  },
})
