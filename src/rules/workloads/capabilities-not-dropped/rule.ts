import { isText, type Answer } from '../../../analysis/pod-security/answers.ts'
import { addMembers } from '../../../model/edit.ts'
import { isList } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { isAll } from '../capabilities.ts'
import { isPrivileged } from '../privileged.ts'

const DROP = ['securityContext', 'capabilities', 'drop'] as const

export const capabilitiesNotDropped = defineRule({
  id: 'capabilities-not-dropped',
  title: 'Drop all capabilities of containers',
  topic: 'root-and-capabilities',
  severity: 'medium',
  references: [
    {
      title: 'Linux manual, capabilities(7)',
      url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    },
    {
      title: 'Kubernetes: Configure a Security Context for a Pod or Container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.8', '5.2.9'],
    pss: ['capabilities_restricted'],
    'k8s-app-checklist': ['container/4'],
  },

  subject: 'container',
  check(container) {
    const drop = container.get(...DROP)
    const answer = answerTo(drop, judgeDrop)
    // Privileged mode gives every capability back, and Windows has none.
    if (answer === 'allowed' || isPrivileged(container) || container.pod.os === 'windows') return []
    return [
      {
        place: drop?.place ?? container.at(...DROP),
        message:
          answer === 'forbidden'
            ? `Container "${container.name}" keeps the capabilities that runtimes give by default: it does not drop ALL.`
            : `Container "${container.name}" may keep capabilities of root: ${doubtAbout(drop, ...container.list(...DROP))}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what changes owners, binds low ports or switches users as root has to ask for it
    edit: (container) => [addMembers(container, DROP, ['ALL'])],
  },
})

// In any case, as runtimes read it: Pod Security Admission wants capitals, which is for the pod's level to tell.
function judgeDrop(drop: unknown): Answer {
  if (drop === undefined) return 'forbidden'
  if (!isList(drop)) return 'unclear'
  if (drop.some(isAll)) return 'allowed'
  return drop.every(isText) ? 'forbidden' : 'unclear'
}
