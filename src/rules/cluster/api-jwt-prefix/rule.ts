import { placeBelow } from '../../../analysis/cluster/commands.ts'
import { isList, isPlaceholder, memberOf, valueAt, type Field } from '../../../model/part.ts'
import { defineRule, type Complaint } from '../../rule.ts'

const MAPPED = ['username', 'groups'] as const

export const apiJwtPrefix = defineRule({
  id: 'api-jwt-prefix',
  title: 'Let no token name its owner as Kubernetes names its own',
  topic: 'api-authentication',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Authentication configuration from a file',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration',
    },
    {
      title: 'Kubernetes: kube-apiserver Configuration (v1), AuthenticationConfiguration',
      url: 'https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/#apiserver-config-k8s-io-v1-AuthenticationConfiguration',
    },
  ],

  subject: ['AuthenticationConfiguration'],
  check: (file) =>
    file
      .list('jwt')
      .flatMap((issuer) => [
        ...checkIssuer(issuer),
        ...MAPPED.flatMap((name) => checkName(issuer, name)),
      ]),
})

function checkIssuer({ value, place }: Field): readonly Complaint[] {
  const url = valueAt(value, ['issuer', 'url'])
  const audiences = valueAt(value, ['issuer', 'audiences'])
  const complain = (field: string, message: string): Complaint => ({
    place: placeBelow(place, 'issuer', field),
    message,
    sure: true,
  })
  return [
    ...(typeof url === 'string' && !isPlaceholder(url) && !url.startsWith('https://')
      ? [
          complain(
            'url',
            'The keys of this issuer are fetched without TLS, so that tokens can be forged.',
          ),
        ]
      : []),
    ...(isPlaceholder(audiences) || (isList(audiences) && audiences.length > 0)
      ? []
      : [complain('audiences', 'Tokens for any other service are taken: no audience is named.')]),
  ]
}

function checkName({ value, place }: Field, name: (typeof MAPPED)[number]): readonly Complaint[] {
  const mapping = valueAt(value, ['claimMappings', name])
  if (mapping === undefined || isRefused(value, name)) return []
  const at = (field: string) => placeBelow(place, 'claimMappings', name, field)
  const who = name === 'groups' ? 'groups' : 'users'
  if (memberOf(mapping, 'expression') !== undefined) {
    const message = `A token may name system: ${who}: what this expression gives is not known.`
    return [{ place: at('expression'), message, sure: false }]
  }
  const prefix = memberOf(mapping, 'prefix') ?? ''
  if (prefix !== '' && !isPlaceholder(prefix)) return []
  const message = isPlaceholder(prefix)
    ? `A token may name system: ${who}: the prefix is not known before it is rendered.`
    : `A token may name system: ${who}: their prefix is empty, and no rule refuses them.`
  return [{ place: at('prefix'), message, sure: prefix === '' }]
}

// A rule about the user such as `!user.username.startsWith('system:')`.
function isRefused(issuer: unknown, name: (typeof MAPPED)[number]): boolean {
  const rules = memberOf(issuer, 'userValidationRules')
  if (!isList(rules)) return false
  return rules.some((rule) => {
    const expression = memberOf(rule, 'expression')
    if (typeof expression !== 'string') return false
    return expression.includes('system:') && expression.includes(name)
  })
}
