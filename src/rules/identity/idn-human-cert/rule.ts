import { isKubeconfig, kubeconfigUsers } from '../../../analysis/kubeconfig/kubeconfig.ts'
import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import {
  certificateSubject,
  isForComponent,
  type CertificateSubject,
} from '../client-certificate.ts'

const SIGNER = 'kubernetes.io/kube-apiserver-client'
const DAY_SECONDS = 24 * 60 * 60

export const idnHumanCert = defineRule({
  id: 'idn-human-cert',
  title: 'Let people sign in without client certificates',
  topic: 'authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Hardening Guide, X.509 client certificate authentication',
      url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/#x509-client-certificate-authentication',
    },
    {
      title: 'Kubernetes: Certificates and Certificate Signing Requests, signers',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#kubernetes-signers',
    },
  ],
  controls: {
    'cis-1.12': ['3.1.1'],
    'ms-threat-matrix': ['MS-TA9003'],
    'pci-containers': ['1.3.a', '5.1.a'],
  },

  subject: ['CertificateSigningRequest', 'Config'],
  check(resource, scene) {
    return resource.type === 'Config' ? checkKubeconfig(resource, scene) : checkRequest(resource)
  },
})

function checkRequest(request: Resource): readonly Complaint[] {
  const spec = request.get('spec')?.value
  const seconds = memberOf(spec, 'expirationSeconds')
  if (memberOf(spec, 'signerName') !== SIGNER) return []
  if (typeof seconds === 'number' && seconds <= DAY_SECONDS) return []
  // Parts of the cluster have no other way to sign in.
  if (isForComponent(memberOf(spec, 'request'))) return []
  return [
    {
      place: request.at('spec', 'signerName'),
      message: `The client certificate that "${request.name}" asks for lets in whoever holds it: nothing can revoke it before it ends.`,
      sure: true,
    },
  ]
}

function checkKubeconfig(kubeconfig: Resource, scene: Scene): readonly Complaint[] {
  if (!isKubeconfig(kubeconfig)) return []
  return kubeconfigUsers(kubeconfig).flatMap(({ name, path }) => {
    const certificate = kubeconfig.get(...path, 'client-certificate-data')
    if (certificate === undefined) return []
    const subject = certificateSubject(certificate.value)
    if (subject !== undefined && isHarmless(subject, scene.today)) return []
    return {
      place: certificate.place,
      message:
        subject === undefined
          ? `User "${name}" may sign in by a client certificate, which nothing can revoke: it cannot be read here.`
          : `User "${subject.user}" signs in by a client certificate, which nothing can revoke before ${subject.lastDay}.`,
      sure: subject !== undefined,
    }
  })
}

// Ended, made for a day at most, or a part of the cluster's; who is in system:masters is another rule's matter.
function isHarmless({ user, groups, days, lastDay }: CertificateSubject, today: string): boolean {
  return (
    lastDay < today || days <= 1 || [user, ...groups].some((name) => name.startsWith('system:'))
  )
}
