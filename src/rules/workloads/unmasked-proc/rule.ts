import { oneOf, unsetOr } from '../../../analysis/pod-security/answers.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { isPrivileged } from '../privileged.ts'
import { excuseOwnUsers } from '../user-namespace.ts'

const judgeProcMount = unsetOr(oneOf('Default'))

export const unmaskedProc = defineRule({
  id: 'unmasked-proc',
  title: 'Keep the masks over /proc of containers',
  topic: 'kernel-confinement',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Configure a Security Context, Managing access to /proc',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access',
    },
  ],
  controls: { pss: ['procMount', 'procMount_restricted'] },

  subject: 'container',
  check(container, scene) {
    const { pod } = container
    const setting = container.get('securityContext', 'procMount')
    // Privileged mode lifts the masks whatever is written, and Windows has no /proc.
    if (setting === undefined || pod.os === 'windows' || isPrivileged(container)) return []
    const answer = excuseOwnUsers(answerTo(setting, judgeProcMount), pod, scene)
    if (answer === 'allowed') return []
    return [
      {
        place: setting.place,
        message:
          answer === 'forbidden'
            ? `Container "${container.name}" sees all of /proc, the parts that runtimes hide or protect included.`
            : `Container "${container.name}" may see all of /proc: ${doubtAbout(setting, pod.get('hostUsers'))}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // containers started inside this one can no longer mount a /proc of their own
    edit: (_, { place }) => [removePlace(place)],
  },
})
