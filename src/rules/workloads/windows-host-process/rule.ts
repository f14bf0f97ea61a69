import { windowsHostProcess as hostProcessCheck } from '../../../analysis/pod-security/checks/windows-host-process.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { blamedFields } from '../pod-security-check.ts'

export const windowsHostProcess = defineRule({
  id: 'windows-host-process',
  title: 'Do not run Windows containers as processes of the node',
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes, Create a Windows HostProcess Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.10'],
    pss: ['windowsHostProcess'],
    'mitre-containers': ['T1611'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod, scene) =>
    blamedFields(hostProcessCheck, pod, scene).map(({ place, sure }) => ({
      place,
      message: sure
        ? 'A Windows container runs as a process of the node, outside of any isolation.'
        : 'A Windows container may run as a process of the node: what is written there cannot be told.',
      sure,
    })),

  fix: {
    risk: 'mayBreak', // what administers the Windows node cannot do so from an ordinary container
    edit: (_, { place }) => [removePlace(place)],
  },
})
