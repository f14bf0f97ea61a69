import type { Resource } from '../../../model/resource.ts'
import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import {
  heldCertificates,
  HOLDING_KINDS,
  holdsCertificates,
  type HeldCertificate,
} from '../held-certificates.ts'
import { validityPeriods, VALIDITY_KINDS } from '../validity-periods.ts'

// A leap year is no fault. Ten years are what kubeadm gives an authority.
const LONGEST_DAYS = { certificate: 366, authority: 3653 } as const
const LEAST_RSA_BITS = 2048

export const certWeak = defineRule({
  id: 'cert-weak',
  title: "Make the cluster's certificates strong and short-lived",
  topic: 'cluster-certificates',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: kubeadm Configuration (v1beta4), ClusterConfiguration',
      url: 'https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/',
    },
    {
      title: 'Kubernetes: PKI certificates and requirements',
      url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
    },
  ],
  controls: { 'stig-v2r3': ['V-245544'] },

  subject: [...HOLDING_KINDS, ...VALIDITY_KINDS],
  concerns: (resource) => VALIDITY_KINDS.includes(resource.type) || holdsCertificates(resource),
  check: (resource, { today }) => [...checkPeriods(resource), ...checkHeld(resource, today)],
})

function checkPeriods(resource: Resource): readonly Complaint[] {
  return validityPeriods(resource).flatMap(({ field, days, isCa }) => {
    const longest = isCa ? LONGEST_DAYS.authority : LONGEST_DAYS.certificate
    if (days !== undefined && days <= longest) return []
    const what = isCa ? 'Authorities' : 'Certificates'
    const message =
      days === undefined
        ? `${what} of the cluster may last too long: what is written is not known.`
        : `${what} of the cluster last ${days} days: what is stolen works for as long.`
    return [{ place: field.place, message, sure: days !== undefined }]
  })
}

function checkHeld(resource: Resource, today: string): readonly Complaint[] {
  return heldCertificates(resource).flatMap((certificate) => {
    const weakness = weaknessOf(certificate)
    if (weakness === undefined || daysBetween(today, certificate.notAfter) < 0) return []
    return [{ place: certificate.place, message: `${certificate.what} ${weakness}.`, sure: true }]
  })
}

function weaknessOf(certificate: HeldCertificate): string | undefined {
  const { keyType, keyBits = Infinity, signatureAlgorithm = '' } = certificate
  if (keyType === 'rsa' && keyBits < LEAST_RSA_BITS) return `has an RSA key of ${keyBits} bits only`
  // Nobody checks the signature that an authority puts under its own name.
  if (/sha1|md5/i.test(signatureAlgorithm) && !certificate.isSelfSigned)
    return 'is signed in a way that can be forged'
  const days = daysBetween(certificate.notBefore, certificate.notAfter)
  const longest = certificate.isCa ? LONGEST_DAYS.authority : LONGEST_DAYS.certificate
  return days > longest ? `lasts ${days} days: what is stolen works for as long` : undefined
}
