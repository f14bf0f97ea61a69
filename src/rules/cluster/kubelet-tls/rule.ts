import type { Component } from '../../../analysis/cluster/component.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { kubeletsAreChecked } from '../kubelet-authority.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const OLD_VERSIONS = ['VersionTLS10', 'VersionTLS11']

// Without forward secrecy, or by a method that is broken. Source: NIST SP 800-52 revision 2.
const WEAK_SUITE = /^TLS_RSA_|_CBC_|_RC4_|3DES/

const VERSION: SettingCheck = {
  name: 'tlsMinVersion',
  isRight: ({ value = '' }) => !OLD_VERSIONS.includes(value),
  fault: ({ value }) => `The kubelet speaks TLS of a version that is given up: ${value}.`,
  doubt: 'The kubelet may speak TLS of a version that is given up',
}

export const kubeletTls = defineRule({
  id: 'kubelet-tls',
  title: 'Let kubelets prove who they are, by current TLS',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: TLS bootstrapping, client and serving certificates',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#client-and-serving-certificates',
    },
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1)',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.9', '4.2.12'], 'stig-v2r3': ['V-242424', 'V-242425'] },

  subject: ['kubelet'],
  check: (kubelet, scene) => [
    ...complainOf(kubelet, VERSION),
    ...checkSuites(kubelet),
    ...checkCertificate(kubelet, scene),
  ],

  fix: {
    risk: 'mayBreak', // clients of another age are refused
    edit: (kubelet, { place }) => {
      const { place: version } = kubelet.setting(VERSION.name)
      return String(version.path) === String(place.path)
        ? kubelet.set(VERSION.name, 'VersionTLS12')
        : []
    },
  },
})

function checkSuites(kubelet: Component): readonly Complaint[] {
  const setting = kubelet.setting('tlsCipherSuites')
  if (setting.from === 'default') return []
  if (!setting.sure) return [doubtAbout(setting, 'The kubelet may take weak ciphers')]
  const [weak] = kubelet.members('tlsCipherSuites').filter((suite) => WEAK_SUITE.test(suite))
  if (weak === undefined) return []
  return [{ place: setting.place, message: `The kubelet takes weak ciphers: ${weak}.`, sure: true }]
}

// Where the API server checks what kubelets serve, this is kubelet-rotate.
function checkCertificate(kubelet: Component, scene: Scene): readonly Complaint[] {
  if (kubeletsAreChecked(scene)) return []
  const own = kubelet.setting('tlsCertFile')
  const asks = kubelet.setting('serverTLSBootstrap')
  if (own.value !== undefined || asks.value === 'true') return []
  if (!own.sure || !asks.sure) {
    return [doubtAbout(asks.sure ? own : asks, 'The kubelet may sign what it serves itself')]
  }
  const message =
    'The kubelet signs the certificate it serves itself: nobody can tell it from somebody in between.'
  return [{ place: asks.place, message, sure: true }]
}
