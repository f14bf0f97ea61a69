import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven } from '../faults.ts'

const NEEDED = [
  'kubelet-certificate-authority',
  'kubelet-client-certificate',
  'kubelet-client-key',
] as const

export const apiKubeletTls = defineRule({
  id: 'api-kubelet-tls',
  title: 'Let API server and kubelets show each other a certificate',
  topic: 'control-plane-tls',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Communication between nodes and the control plane, API server to kubelet',
      url: 'https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/#api-server-to-kubelet',
    },
    {
      title:
        'Kubernetes: Certificate management with kubeadm, enabling signed kubelet serving certificates',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
    },
  ],
  controls: { 'cis-1.12': ['1.2.4', '1.2.5'] },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainOnce(
      NEEDED.flatMap((name) => {
        const setting = apiServer.setting(name)
        return faultUnless(setting, isGiven(setting), `${name} is not set`)
      }),
      {
        what: 'API server and kubelets do not check each other',
        doubt: 'API server and kubelets may not check each other',
      },
    ),
})
