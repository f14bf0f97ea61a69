import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { isPrivileged } from '../privileged.ts'
import { judgeProfile, seccompProfile } from '../profile.ts'
import { speaker } from '../security-context.ts'

export const seccompUnconfined = defineRule({
  id: 'seccomp-unconfined',
  title: 'Do not switch seccomp off',
  topic: 'kernel-confinement',
  severity: 'high',
  references: [
    {
      title: "Kubernetes: Restrict a Container's Syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
  ],
  controls: {
    'cis-1.12': ['5.6.2'],
    pss: ['seccompProfile_baseline', 'seccompProfile_restricted'],
    'k8s-checklist': ['pod-security/5'],
    'k8s-app-checklist': ['linux/1'],
  },

  subject: 'container',
  check(container, scene) {
    // Windows has no seccomp, and privileged mode switches it off whatever is written.
    if (container.pod.os === 'windows' || isPrivileged(container)) return []
    const profile = seccompProfile(container, scene)
    if (profile === undefined) return []
    const answer = answerTo(profile, judgeProfile)
    if (answer === 'allowed') return []
    const who = speaker(container, profile)
    return [
      {
        place: profile.place,
        message:
          answer === 'forbidden'
            ? `${who} switches seccomp off and may make any system call: the profile is Unconfined.`
            : `${who} may switch seccomp off: ${doubtAbout(profile)}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // whoever switched it off may have had a call refused
    edit: (_, { place }) => [
      setPlace(place, place.path.at(-1) === 'type' ? 'RuntimeDefault' : 'runtime/default'),
    ],
  },
})
