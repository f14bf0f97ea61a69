import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule } from '../../rule.ts'
import {
  heldCertificates,
  HOLDING_KINDS,
  holdsCertificates,
  type HeldCertificate,
} from '../held-certificates.ts'

// A certificate is renewed in an hour, an authority in weeks: all that trust it have to learn the new one first.
const SOON_DAYS = { certificate: 30, authority: 365 } as const

export const certExpiry = defineRule({
  id: 'cert-expiry',
  title: "Renew the cluster's certificates before they end",
  topic: 'cluster-certificates',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Certificate Management with kubeadm',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/',
    },
    {
      title: 'Kubernetes: Manual Rotation of CA Certificates',
      url: 'https://kubernetes.io/docs/tasks/tls/manual-rotation-of-ca-certificates/',
    },
  ],

  subject: HOLDING_KINDS,
  concerns: holdsCertificates,
  check: (resource, { today }) =>
    heldCertificates(resource)
      .filter((certificate) => endsSoon(certificate, today))
      .map(({ place, what, notAfter }) => {
        const days = daysBetween(today, notAfter)
        const when = days < 0 ? 'ended on' : 'ends on'
        const message = `${what} ${when} ${notAfter.slice(0, 10)}: nothing that trusts it works from then on.`
        return { place, message, sure: true }
      }),
})

function endsSoon({ notAfter, isCa, isWayIn }: HeldCertificate, today: string): boolean {
  const days = daysBetween(today, notAfter)
  // A kubeconfig that has ended opens nothing, and nobody misses it.
  if (isWayIn && days < 0) return false
  return days < (isCa ? SOON_DAYS.authority : SOON_DAYS.certificate)
}
