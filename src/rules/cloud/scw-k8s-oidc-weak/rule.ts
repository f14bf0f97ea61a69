import { textOf } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Field, Reader } from '../../../model/part.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { scalewayResource } from '../complain.ts'
import { OPEN_ISSUERS } from '../open-issuers.data.ts'

export const scwK8sOidcWeak = defineRule({
  id: 'scw-k8s-oidc-weak',
  title: 'Mark names from outside when tokens of another issuer are trusted',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Authenticating, OpenID Connect Tokens',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens',
    },
    scalewayResource('scaleway_k8s_cluster'),
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster) {
    const trust = blocksOf(cluster, 'open_id_connect_config')
    return trust?.flatMap((block) => judge(block, cluster.name)) ?? [unknown(cluster, cluster.name)]
  },
})

function judge(trust: Reader, name: string): readonly Complaint[] {
  // Without a claim there are no groups, and user names carry the issuer's address unless a dash switches that off.
  const hasGroups = trust.get('groups_claim') !== undefined
  const groups = trust.get('groups_prefix')
  const users = trust.get('username_prefix')
  return [
    ...(hasGroups ? prefixComplaint(trust, 'groups_prefix', isBare(groups), name) : []),
    ...prefixComplaint(trust, 'username_prefix', users !== undefined && isBare(users), name),
    ...claimComplaint(trust, name),
  ]
}

type Prefix = 'groups_prefix' | 'username_prefix'

function prefixComplaint(
  trust: Reader,
  prefix: Prefix,
  isWeak: boolean,
  name: string,
): readonly Complaint[] {
  const sure = trust.get(prefix)?.resolved ?? true
  if (sure && !isWeak) return []
  const message = sure
    ? `Cluster "${name}" takes names from its issuer as they are: ${prefix} lets them begin with "system:".`
    : `Whether ${prefix} keeps names of the issuer of cluster "${name}" apart cannot be told.`
  return [{ place: trust.at(prefix), message, sure }]
}

// `system:` as a prefix makes every group of the issuer one of Kubernetes' own.
function isBare(prefix: Field | undefined): boolean {
  const text = prefix === undefined ? '' : String(prefix.value)
  return text === '' || text === '-' || text.startsWith('system:')
}

function claimComplaint(trust: Reader, name: string): readonly Complaint[] {
  const issuer = textOf(trust.get('issuer_url'))
  const open = OPEN_ISSUERS.issuers.find(({ url }) => issuer.startsWith(url))
  if (open === undefined || trust.get('required_claim') !== undefined) return []
  const message = `Cluster "${name}" trusts all tokens of ${open.title} for its client: no required_claim says whose.`
  return [{ place: trust.at('required_claim'), message, sure: true }]
}

function unknown(cluster: Reader, name: string): Complaint {
  const message = `Whether names from the issuer of cluster "${name}" are kept apart cannot be told.`
  return { place: cluster.at('open_id_connect_config'), message, sure: false }
}
