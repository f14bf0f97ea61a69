import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const privilegedContainer = defineRule({
  id: 'privileged-container',
  title: 'Take privileged mode from containers',
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Linux kernel security constraints, privileged containers',
      url: 'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/#privileged-containers',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.2'],
    pss: ['privileged'],
    'ms-threat-matrix': ['MS-TA9018'],
    'mitre-containers': ['T1611'],
    'k8s-app-checklist': ['container/3'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'container',
  check(container) {
    const setting = container.get('securityContext', 'privileged')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? `Container "${container.name}" is privileged: it is root on the node.`
          : `Container "${container.name}" may be privileged: an unrendered template decides.`,
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what really administers the node needs the one capability or device it used instead
    edit: (_, { place }) => [removePlace(place)],
  },
})
