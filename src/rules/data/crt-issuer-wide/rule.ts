import { isList, isMapping, memberOf } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const crtIssuerWide = defineRule({
  id: 'crt-issuer-wide',
  title: 'Bind the keys of a DNS zone to the names they are for',
  topic: 'certificates',
  severity: 'medium',
  references: [
    {
      title: 'cert-manager: DNS01 solvers, and their selectors',
      url: 'https://cert-manager.io/docs/configuration/acme/#adding-multiple-solver-types',
    },
    {
      title: 'cert-manager: Best practice, issuer scope',
      url: 'https://cert-manager.io/docs/installation/best-practice/',
    },
  ],

  subject: ['cert-manager.io/ClusterIssuer'],
  check(issuer) {
    return issuer.list('spec', 'acme', 'solvers').flatMap(({ value: solver }, index) => {
      if (!holdsKey(memberOf(solver, 'dns01')) || isBound(memberOf(solver, 'selector'))) return []
      return [
        {
          place: issuer.at('spec', 'acme', 'solvers', index, 'selector'),
          message: `ClusterIssuer "${issuer.name}" lets every namespace get certificates for all that its key to the DNS reaches.`,
          sure: true,
        },
      ]
    })
  },
})

// Providers name the Secret with their key in a field of their own, which always ends so.
function holdsKey(dns01: unknown): boolean {
  if (!isMapping(dns01)) return false
  return Object.values(dns01).some(
    (provider) =>
      isMapping(provider) && Object.keys(provider).some((key) => key.endsWith('SecretRef')),
  )
}

function isBound(selector: unknown): boolean {
  return ['dnsZones', 'dnsNames', 'matchLabels'].some((key) => {
    const bound = memberOf(selector, key)
    return (
      (isList(bound) && bound.length > 0) || (isMapping(bound) && Object.keys(bound).length > 0)
    )
  })
}
