import { unsetOrNonZero } from '../../../analysis/pod-security/answers.ts'
import { removePlace, setPlace } from '../../../model/edit.ts'
import type { Place } from '../../../model/place.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { rootIds } from '../root-ids.ts'
import { effective, speaker } from '../security-context.ts'
import { excuseOwnUsers } from '../user-namespace.ts'

const USER = ['securityContext', 'runAsUser'] as const

export const rootUserId = defineRule({
  id: 'root-user-id',
  title: 'Give containers a user id other than 0',
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
    pss: ['runAsUser'],
    'k8s-checklist': ['images/2', 'images/7'],
    'k8s-app-checklist': ['pod/2'],
    'pci-containers': ['12.3.a'],
  },

  subject: 'container',
  check(container, scene) {
    const { pod } = container
    const user = effective(container, USER)
    if (user === undefined || pod.os === 'windows') return []
    const answer = excuseOwnUsers(answerTo(user, unsetOrNonZero), pod, scene)
    if (answer === 'allowed') return []
    const who = speaker(container, user)
    return [
      {
        place: user.place,
        message:
          answer === 'forbidden'
            ? `${who} asks for the root user: runAsUser is 0.`
            : `${who} may run as root: ${doubtAbout(user, pod.get('hostUsers'))}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what only works as root will not start any more
    edit: (container, { place }) => [
      ...rootIds(container, USER).map((user) => removePlace(user.place)),
      setPlace(beside(place, 'runAsNonRoot'), true),
    ],
  },
})

function beside({ document, path }: Place, name: string): Place {
  return { document, path: [...path.slice(0, -1), name] }
}
