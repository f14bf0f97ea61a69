import { onlyFalse } from '../../../analysis/pod-security/answers.ts'
import { setField } from '../../../model/edit.ts'
import type { Container } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { isPrivileged } from '../privileged.ts'

const SETTING = ['securityContext', 'allowPrivilegeEscalation'] as const

export const privilegeEscalation = defineRule({
  id: 'privilege-escalation',
  title: 'Forbid containers to gain privileges',
  topic: 'root-and-capabilities',
  severity: 'medium',
  references: [
    {
      title: 'Linux kernel: No New Privileges Flag',
      url: 'https://docs.kernel.org/userspace-api/no_new_privs.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.6'],
    pss: ['allowPrivilegeEscalation'],
    'mitre-containers': ['T1068'],
    'k8s-app-checklist': ['container/1'],
  },

  subject: 'container',
  check(container) {
    const setting = container.get(...SETTING)
    const answer = answerTo(setting, onlyFalse)
    // The API server refuses false beside privileged mode, and Windows knows no such flag.
    if (answer === 'allowed' || isPrivileged(container) || container.pod.os === 'windows') return []
    const why = setting === undefined ? 'nothing forbids it' : 'allowPrivilegeEscalation is true'
    return [
      {
        place: setting?.place ?? container.at(...SETTING),
        message: `Container "${container.name}" may gain privileges it did not start with: ${answer === 'unclear' ? doubtAbout(setting) : why}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // sudo, su and ping of old need the rights of the file they start
    edit: (container) => (refusesFalse(container) ? [] : [setField(container, SETTING, false)]),
  },
})

// The API server takes these two for a promise that cannot be kept; it only knows the name with CAP_ before it.
function refusesFalse(container: Container): boolean {
  const isUnknown = container.get('securityContext', 'privileged')?.resolved === false
  const added = container.list('securityContext', 'capabilities', 'add')
  return isUnknown || added.some(({ value }) => value === 'CAP_SYS_ADMIN')
}
