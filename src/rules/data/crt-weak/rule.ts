import { setPlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { certificateField, daysBetween, servedCertificate } from '../certificate-texts.ts'
import { weakRequests, weaknessOf } from '../weak-certificates.ts'

// From here on crt-expiry speaks: a certificate that has to be replaced anyway is not worth a second finding.
const SOON_DAYS = 21

export const crtWeak = defineRule({
  id: 'crt-weak',
  title: 'Use strong keys that change with each certificate',
  topic: 'certificates',
  severity: 'medium',
  references: [
    {
      title: 'cert-manager: Certificate resource, the private key',
      url: 'https://cert-manager.io/docs/usage/certificate/',
    },
    {
      title: 'CA/Browser Forum: Baseline Requirements for TLS server certificates',
      url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
    },
  ],
  controls: { 'pci-containers': ['5.1.b'] },

  subject: ['Secret', 'cert-manager.io/Certificate'],
  check(resource, scene) {
    if (resource.kind === 'Secret') return ofSecret(resource, scene.today)
    return weakRequests(resource).map(({ place, reason }) => ({
      place,
      message: `Certificate "${resource.name}" ${reason}.`,
      sure: true,
    }))
  },

  fix: {
    risk: 'none', // cert-manager issues anew, and those who mount the Secret get the new key as at each renewal
    edit: (resource, { place }) =>
      weakRequests(resource)
        .filter((request) => request.place.path.at(-1) === place.path.at(-1))
        .map((request) => setPlace(request.place, request.better)),
  },
})

function ofSecret(secret: Resource, today: string): readonly Complaint[] {
  const certificate = servedCertificate(secret)
  if (certificate === undefined || daysBetween(today, certificate.notAfter) < SOON_DAYS) return []
  const weakness = weaknessOf(certificate)
  if (weakness === undefined) return []
  return [
    {
      place: secret.at(...certificateField(secret)),
      message: `The certificate of Secret "${secret.name}" ${weakness}.`,
      sure: true,
    },
  ]
}
