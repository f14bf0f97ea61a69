import { memberOf } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { distrustOf } from '../issuers.ts'
import { isPublicHost } from '../public-host.ts'

export const crtSelfsigned = defineRule({
  id: 'crt-selfsigned',
  title: 'Serve public hosts with certificates that browsers trust',
  topic: 'certificates',
  severity: 'medium',
  references: [
    {
      title: 'cert-manager: Annotated Ingress resource',
      url: 'https://cert-manager.io/docs/usage/ingress/',
    },
    {
      title: 'cert-manager: SelfSigned issuer, caveats',
      url: 'https://cert-manager.io/docs/configuration/selfsigned/',
    },
    {
      title: "Let's Encrypt: Staging Environment",
      url: 'https://letsencrypt.org/docs/staging-environment/',
    },
  ],

  subject: ['Ingress', 'Gateway', 'cert-manager.io/Certificate'],
  check(resource, scene) {
    const host = hostsOf(resource).find(isPublicHost)
    const issuer = host === undefined ? undefined : issuerOf(resource)
    if (host === undefined || issuer === undefined) return []
    const reason = distrustOf(issuer.kind, issuer.name, resource.namespace, scene)
    if (reason === undefined) return []
    return [
      {
        place: issuer.place,
        message: `Browsers warn of host "${host}": ${reason}.`,
        sure: true,
      },
    ]
  },
})

interface IssuerName {
  readonly kind: 'Issuer' | 'ClusterIssuer'
  readonly name: string
  readonly place: Place
}

function issuerOf(resource: Resource): IssuerName | undefined {
  if (resource.kind === 'Certificate') {
    // A certificate authority of one's own begins with a certificate that signs itself.
    if (resource.get('spec', 'isCA')?.value === true) return undefined
    const name = resource.get('spec', 'issuerRef', 'name')
    const kind =
      resource.get('spec', 'issuerRef', 'kind')?.value === 'ClusterIssuer'
        ? 'ClusterIssuer'
        : 'Issuer'
    return typeof name?.value === 'string'
      ? { kind, name: name.value, place: name.place }
      : undefined
  }
  return (
    annotated(resource, 'cert-manager.io/cluster-issuer', 'ClusterIssuer') ??
    annotated(resource, 'cert-manager.io/issuer', 'Issuer')
  )
}

function annotated(
  resource: Resource,
  key: string,
  kind: IssuerName['kind'],
): IssuerName | undefined {
  const name = resource.annotations[key]
  return name === undefined
    ? undefined
    : { kind, name, place: resource.at('metadata', 'annotations', key) }
}

function hostsOf(resource: Resource): readonly unknown[] {
  if (resource.kind === 'Certificate')
    return resource.list('spec', 'dnsNames').map(({ value }) => value)
  const list = resource.kind === 'Ingress' ? 'rules' : 'listeners'
  const member = resource.kind === 'Ingress' ? 'host' : 'hostname'
  return resource.list('spec', list).map(({ value }) => memberOf(value, member))
}
