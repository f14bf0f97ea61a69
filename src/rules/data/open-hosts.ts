import {
  ingressClass,
  ingressHosts,
  type IngressHost,
} from '../../analysis/encryption/ingress-tls.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'

/** The complaints about the hosts of an Ingress that are served in clear, or by a certificate that nobody can tell. */
export function openHosts(ingress: Resource, scene: Scene): readonly Complaint[] {
  const hosts = ingressHosts(ingress, scene)
  const open = hosts.filter(({ cover }) => cover !== 'tls' && cover !== 'elsewhere')
  const hasTls = ingress.list('spec', 'tls').length > 0
  if (open.length > 0)
    return hasTls ? open.map((host) => ofHost(host, ingress)) : [ofAll(open, ingress)]
  return hasTls && hosts.some(({ cover }) => cover === 'tls') ? ofEntries(ingress) : []
}

function ofAll(open: readonly IngressHost[], ingress: Resource): Complaint {
  const sure = open.some(({ cover }) => cover === 'clear')
  const hosts = named(open)
  return {
    place: ingress.at('spec', 'tls'),
    message: sure
      ? `Ingress "${ingress.name}" serves ${hosts} in clear: it has no TLS.`
      : `Ingress "${ingress.name}" may serve ${hosts} in clear: an unrendered template decides.`,
    sure,
  }
}

function ofHost({ host, rule, cover }: IngressHost, ingress: Resource): Complaint {
  const sure = cover === 'clear'
  return {
    place: rule?.place ?? ingress.at('spec', 'tls'),
    message: sure
      ? `Ingress "${ingress.name}" serves ${host} in clear: no entry of its TLS names this host.`
      : `Ingress "${ingress.name}" may serve ${host} in clear: an unrendered template decides.`,
    sure,
  }
}

// Without a Secret nginx falls back to its default certificate, self-signed unless somebody gave it one.
function ofEntries(ingress: Resource): readonly Complaint[] {
  if (!(ingressClass(ingress) ?? 'nginx').includes('nginx')) return []
  return ingress.list('spec', 'tls').flatMap((_, index) => {
    if (ingress.get('spec', 'tls', index, 'secretName') !== undefined) return []
    return {
      place: ingress.at('spec', 'tls', index, 'secretName'),
      message: `Which certificate Ingress "${ingress.name}" serves cannot be told: its TLS names no Secret, so the controller's default is used.`,
      sure: false,
    }
  })
}

function named(open: readonly IngressHost[]): string {
  const [first, ...rest] = [...new Set(open.map(({ host }) => host))]
  if (first === undefined || first === '') return 'every host'
  return rest.length === 0 ? first : `${first} and ${rest.length} more`
}
