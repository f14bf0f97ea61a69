import { onlyTrue } from '../../../analysis/pod-security/answers.ts'
import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'

const SETTING = ['securityContext', 'readOnlyRootFilesystem'] as const

export const writableRootFilesystem = defineRule({
  id: 'writable-root-filesystem',
  title: 'Make the root file system of containers read-only',
  topic: 'read-only-root',
  severity: 'medium',
  references: [
    {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, immutable container file systems',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    {
      title: 'Kubernetes: Application Security Checklist, container security context',
      url: 'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
    },
    {
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9012 Backdoor container',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Backdoor%20container/',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check(container) {
    const setting = container.get(...SETTING)
    const answer = answerTo(setting, onlyTrue)
    // Containers of Windows need to write to theirs.
    if (answer === 'allowed' || container.pod.os === 'windows') return []
    return [
      {
        place: setting?.place ?? container.at(...SETTING),
        message:
          answer === 'forbidden'
            ? `Container "${container.name}" may change its own programs and files: its root file system is writable.`
            : `Container "${container.name}" may have a writable root file system: ${doubtAbout(setting)}.`,
        sure: answer === 'forbidden',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what writes outside of its volumes, to /tmp above all, needs an emptyDir there
    edit: (container) => [setField(container, SETTING, true)],
  },
})
