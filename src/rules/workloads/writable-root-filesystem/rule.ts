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
      title: 'Kubernetes: Configure a Security Context for a Pod or Container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
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
