import { parseVersion } from '../../../model/version.ts'
import { defineRule } from '../../rule.ts'
import { EKS_VERSIONS } from '../eks-versions.data.ts'

export const eksVersionEol = defineRule({
  id: 'eks-version-eol',
  title: 'Run a version of Kubernetes that EKS supports as standard',
  topic: 'offer-and-upgrades',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Understand the Kubernetes version lifecycle on EKS',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    },
    {
      title: 'Amazon EKS: View current cluster upgrade policy',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/view-upgrade-policy.html',
    },
  ],
  facts: [EKS_VERSIONS],

  subject: ['aws_eks_cluster'],
  check(cluster, scene) {
    const field = cluster.get('version')
    const place = cluster.at('version')
    if (field === undefined || !field.resolved) {
      const why =
        field === undefined ? 'Amazon chose it on the day of its making' : 'it is not known'
      const message = `Whether the Kubernetes version of cluster "${cluster.name}" is supported cannot be told: ${why}.`
      return [{ place, message, sure: false }]
    }
    // A number loses its last nought: 1.30 is read as 1.3, which EKS never had.
    const version = parseVersion(String(field.value))
    const trouble = version && troubleOf(version.minor, scene.today)
    if (trouble === undefined) return []
    const message = `Kubernetes ${String(field.value)} of cluster "${cluster.name}" ${trouble}.`
    return [{ place, message, sure: true }]
  },
})

function troubleOf(minor: number, today: string): string | undefined {
  const { versions } = EKS_VERSIONS
  const [oldest] = versions
  if (minor < (oldest?.minor ?? 0)) return 'has left all support of EKS'
  const support = versions.find((version) => version.minor === minor)
  if (support === undefined || today <= support.standard) return undefined
  if (today > support.extended) return `has left all support of EKS on ${support.extended}`
  return `is in extended support since ${support.standard}, which costs extra, and is upgraded by force after ${support.extended}`
}
