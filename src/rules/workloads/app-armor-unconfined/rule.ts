import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { isPrivileged } from '../privileged.ts'
import { appArmorProfiles, judgeProfile } from '../profile.ts'
import { speaker } from '../security-context.ts'

export const appArmorUnconfined = defineRule({
  id: 'app-armor-unconfined',
  title: 'Do not switch AppArmor off',
  topic: 'kernel-confinement',
  severity: 'medium',
  references: [
    {
      title: "Kubernetes: Restrict a Container's Access to Resources with AppArmor",
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
  ],
  controls: {
    pss: ['appArmorProfile'],
    'k8s-checklist': ['pod-security/6'],
    'k8s-app-checklist': ['linux/2'],
  },

  subject: 'container',
  check(container) {
    // Windows has no AppArmor, and privileged mode gets no profile unless one of the node's is named.
    if (container.pod.os === 'windows' || isPrivileged(container)) return []
    const profile = appArmorProfiles(container)[0]
    if (profile === undefined) return []
    const answer = answerTo(profile, judgeProfile)
    if (answer === 'allowed') return []
    const who = speaker(container, profile)
    return [
      {
        place: profile.place,
        message:
          answer === 'forbidden'
            ? `${who} switches AppArmor off: nothing denies it mounts and writes to /proc and /sys any more.`
            : `${who} may switch AppArmor off: ${doubtAbout(profile)}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // mounting and writing below /proc and /sys are refused again
    // Without a word the runtime applies its profile where the node has AppArmor; asked for, others refuse the pod.
    edit: (container) =>
      appArmorProfiles(container)
        .filter(({ value }) => value === 'Unconfined')
        .map(({ place }) => removePlace(place)),
  },
})
