import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { kubeletsAreChecked } from '../kubelet-authority.ts'
import { complainOf, isLeftOut, type SettingCheck } from '../setting-check.ts'

const CLIENT: SettingCheck = {
  name: 'rotateCertificates',
  isRight: ({ value }) => value === 'true',
  fault: () => 'The kubelet does not renew its certificate: on the day it ends the node is lost.',
  doubt: 'The kubelet may not renew its certificate',
}

const SERVER: SettingCheck = {
  name: 'serverTLSBootstrap',
  isRight: ({ value }) => value === 'true',
  fault: () =>
    'The kubelet signs the certificate it serves itself, and the API server will refuse it.',
  doubt: 'The kubelet may serve a certificate that the API server refuses',
}

export const kubeletRotate = defineRule({
  id: 'kubelet-rotate',
  title: 'Let kubelets renew their certificates',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Configure Certificate Rotation for the Kubelet',
      url: 'https://kubernetes.io/docs/tasks/tls/certificate-rotation/',
    },
    {
      title: 'Kubernetes: TLS bootstrapping, certificate rotation',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#certificate-rotation',
    },
  ],
  controls: { 'cis-1.12': ['4.2.10', '4.2.11'] },

  subject: ['kubelet'],
  check(kubelet, scene) {
    const hasOwn = kubelet.setting('tlsCertFile').value !== undefined
    const server = hasOwn || !kubeletsAreChecked(scene) ? [] : complainOf(kubelet, SERVER)
    return [...checkClient(kubelet), ...server]
  },

  fix: {
    risk: 'none', // its requests are signed by themselves
    edit: (kubelet, { place }) =>
      place.path.at(-1) === 'serverTLSBootstrap' ? [] : kubelet.set(CLIENT.name, 'true'),
  },
})

function checkClient(kubelet: Component): readonly Complaint[] {
  const setting = kubelet.setting(CLIENT.name)
  return isLeftOut(kubelet, setting)
    ? [doubtAbout(setting, CLIENT.doubt)]
    : complainOf(kubelet, CLIENT)
}
