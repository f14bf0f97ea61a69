import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { adminNameIn, cloudLinksOf, othersWith, type CloudLink } from '../cloud-link.ts'

export const idnCloudLink = defineRule({
  id: 'idn-cloud-link',
  title: 'Give each application a cloud role of its own',
  topic: 'cloud-identities',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: IAM roles for service accounts',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
    },
    {
      title: 'Google Kubernetes Engine: About Workload Identity Federation',
      url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
    },
    {
      title: 'Azure Kubernetes Service: Microsoft Entra Workload ID overview',
      url: 'https://learn.microsoft.com/en-us/azure/aks/workload-identity-overview',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'], 'mitre-containers': ['T1078'] },

  subject: ['ServiceAccount'],
  check(account, scene) {
    return cloudLinksOf(account).flatMap((link) => complain(link, scene))
  },
})

function complain(link: CloudLink, scene: Scene): readonly Complaint[] {
  const { account, field, identity, isWhole } = link
  const { place } = field
  if (account.name === 'default') {
    const message = `Every pod of namespace "${account.namespace ?? ''}" that names no account is ${identity} in the cloud.`
    return [{ place, message, sure: true }]
  }
  const [other] = othersWith(link, scene)
  if (other !== undefined) {
    const message = `Account "${account.name}" shares ${identity} with account "${other.name}" of namespace "${other.namespace ?? ''}": each may do what both need.`
    return [{ place, message, sure: isWhole }]
  }
  const admin = adminNameIn(link)
  if (admin === undefined) return []
  const message = `The name of ${identity} speaks of an administrator: what it may do in the cloud was not read.`
  return [{ place, message, sure: false }]
}
