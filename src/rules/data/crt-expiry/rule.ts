import { removeField } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { certificateField, daysBetween, servedCertificate } from '../certificate-texts.ts'
import { parseDuration } from '../duration.ts'

// Less than this leaves no time to find out who renews it, and how.
const SOON_DAYS = 21

// What cert-manager takes for a Certificate that names no duration. Source: its API reference, 1.19; read 2026-11-24.
const USUAL_SECONDS = 2160 * 3600

export const crtExpiry = defineRule({
  id: 'crt-expiry',
  title: 'Renew certificates well before they end',
  topic: 'certificates',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: TLS Secrets',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
    },
    {
      title: 'cert-manager: Certificate resource, renewal',
      url: 'https://cert-manager.io/docs/usage/certificate/',
    },
  ],
  controls: { 'pci-containers': ['5.1.b'] },

  subject: ['Secret', 'cert-manager.io/Certificate'],
  check(resource, scene) {
    return resource.kind === 'Secret' ? ofSecret(resource, scene.today) : ofRequest(resource)
  },

  fix: {
    risk: 'none', // without it cert-manager renews when two thirds of the time are over
    edit: (resource) =>
      resource.kind === 'Certificate' ? [removeField(resource, ['spec', 'renewBefore'])] : [],
  },
})

function ofSecret(secret: Resource, today: string): readonly Complaint[] {
  const certificate = servedCertificate(secret)
  if (certificate === undefined) return []
  const days = daysBetween(today, certificate.notAfter)
  if (days >= SOON_DAYS) return []
  const day = certificate.notAfter.slice(0, 10)
  const when = days < 0 ? `ended on ${day}` : `ends on ${day}, in ${days} days`
  return [
    {
      place: secret.at(...certificateField(secret)),
      message: `The certificate of Secret "${secret.name}" ${when}, and no controller renews it.`,
      sure: true,
    },
  ]
}

function ofRequest(certificate: Resource): readonly Complaint[] {
  const before = certificate.get('spec', 'renewBefore')
  const duration = certificate.get('spec', 'duration')
  const length = duration === undefined ? USUAL_SECONDS : parseDuration(duration.value)
  const lead = parseDuration(before?.value)
  if (before === undefined || lead === undefined || length === undefined || lead < length) return []
  return [
    {
      place: before.place,
      message: `Certificate "${certificate.name}" is to be renewed earlier than it is issued: cert-manager refuses it or renews without end.`,
      sure: true,
    },
  ]
}
