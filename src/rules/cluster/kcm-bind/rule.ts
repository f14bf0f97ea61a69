import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\]|localhost)$/

export const kcmBind = defineRule({
  id: 'kcm-bind',
  title: 'Let controller manager and scheduler listen on their machine only',
  topic: 'control-plane-tls',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: kube-controller-manager, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
    },
    {
      title: 'Kubernetes: kube-scheduler, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
    },
  ],
  controls: {
    'cis-1.12': ['1.3.7', '1.4.2'],
    'stig-v2r3': ['V-242384', 'V-242385', 'V-242411', 'V-242412'],
  },

  subject: ['kube-controller-manager', 'kube-scheduler'],
  check(program) {
    const address = program.setting('bind-address')
    const isLocal = LOOPBACK.test(address.value ?? '')
    return complainOnce(faultUnless(address, isLocal, `bind-address is ${address.value}`), {
      what: `The port of ${program.name} can be reached from the network`,
      doubt: `The port of ${program.name} may be reached from the network`,
    })
  },

  fix: {
    risk: 'mayBreak', // monitoring from another machine cannot reach it any more
    edit: (program) => program.set('bind-address', '127.0.0.1'),
  },
})
