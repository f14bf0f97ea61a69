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
      title: 'Pod Security Standards, Restricted: Capabilities',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.8 and 5.2.9',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'Kubernetes: Application Security Checklist, container security context',
      url: 'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

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
