import { partAt } from '../../../analysis/cluster/from-settings.ts'
import { setPlace } from '../../../model/edit.ts'
import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { parseDuration } from '../../data/duration.ts'
import { defineRule, type Complaint } from '../../rule.ts'

const TOKEN_TYPE = 'bootstrap.kubernetes.io/token'
const SECTIONS = ['data', 'stringData'] as const

export const bootToken = defineRule({
  id: 'boot-token',
  title: 'Let tokens by which nodes join end within a day',
  topic: 'cluster-certificates',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Authenticating with Bootstrap Tokens',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    },
    {
      title: 'Kubernetes: kubeadm Configuration (v1beta4), BootstrapToken',
      url: 'https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/',
    },
  ],
  controls: { 'cis-1.12': ['3.1.3'] },

  subject: ['Secret', 'InitConfiguration'],
  concerns: (resource) => resource.type !== 'Secret' || isToken(resource),
  check: (resource) =>
    resource.type === 'Secret' ? checkSecret(resource) : checkKubeadm(resource),

  fix: {
    risk: 'none', // a new token is made when the next node joins
    edit: (_, { place }) => (place.path.at(-1) === 'ttl' ? [setPlace(place, '24h0m0s')] : []),
  },
})

function isToken({ value }: Resource): boolean {
  return memberOf(value, 'type') === TOKEN_TYPE
}

function checkSecret(secret: Resource): readonly Complaint[] {
  if (!isToken(secret)) return []
  const ends = SECTIONS.some((section) => secret.get(section, 'expiration') !== undefined)
  if (ends) return []
  const section = SECTIONS.find((each) => partAt(secret, each) !== undefined) ?? 'stringData'
  const message = `The token of Secret "${secret.name}" never ends: whoever has it may join a node to the cluster.`
  return [{ place: secret.at(section, 'expiration'), message, sure: true }]
}

// Where neither is written the token ends after a day.
function checkKubeadm(file: Resource): readonly Complaint[] {
  return file.list('bootstrapTokens').flatMap((_, index) => {
    const ttl = file.get('bootstrapTokens', index, 'ttl')
    if (ttl === undefined || file.get('bootstrapTokens', index, 'expires') !== undefined) return []
    if (ttl.resolved && !isNever(ttl.value)) return []
    const message = ttl.resolved
      ? 'This token never ends: whoever has it may join a node to the cluster.'
      : 'This token may never end: how long it is taken is not known.'
    return [{ place: ttl.place, message, sure: ttl.resolved }]
  })
}

function isNever(ttl: unknown): boolean {
  return ttl === 0 || ttl === '0' || parseDuration(ttl) === 0
}
