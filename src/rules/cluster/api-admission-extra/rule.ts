import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

const PLUGINS: Readonly<Record<string, string>> = {
  EventRateLimit: 'events may flood etcd',
  DenyServiceExternalIPs: 'a Service may claim any address',
}

export const apiAdmissionExtra = defineRule({
  id: 'api-admission-extra',
  title: 'Switch on the plugins against floods and claimed addresses',
  topic: 'api-admission',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Admission Control, EventRateLimit',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#eventratelimit',
    },
    {
      title: 'Kubernetes: Admission Control, DenyServiceExternalIPs',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips',
    },
  ],
  controls: { 'cis-1.12': ['1.2.3', '1.2.9'] },

  subject: ['kube-apiserver'],
  check(apiServer) {
    const on = apiServer.setting('enable-admission-plugins')
    const plugins = apiServer.members('enable-admission-plugins')
    const missing = Object.entries(PLUGINS).filter(([plugin]) => !plugins.includes(plugin))
    const reasons = missing.map(([plugin, risk]) => `${risk} without ${plugin}`)
    return complainOnce(faultUnless(on, missing.length === 0, reasons.join(', ')), {
      what: 'The API server does not limit what tenants may ask for',
      doubt: 'The API server may not limit what tenants ask for',
    })
  },
})
