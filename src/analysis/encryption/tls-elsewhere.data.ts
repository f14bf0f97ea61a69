/** Annotations by which TLS ends before the object that carries them, or is asked for there. */
export interface TlsSign {
  readonly annotation: string
  /** What the value must hold, in lower case; empty when any value will do. */
  readonly holds: string
}

/**
 * Signs on an Ingress that its hosts are served over TLS although `spec.tls` does not say so. Sources: the pages of the
 * AWS Load Balancer Controller, GKE Ingress, Application Gateway Ingress Controller, Traefik, ingress-nginx, HAProxy
 * and Kong about annotations. Read 2026-11-24.
 */
export const INGRESS_TLS_SIGNS: readonly TlsSign[] = [
  { annotation: 'alb.ingress.kubernetes.io/certificate-arn', holds: '' },
  { annotation: 'alb.ingress.kubernetes.io/listen-ports', holds: 'https' },
  { annotation: 'networking.gke.io/managed-certificates', holds: '' },
  { annotation: 'networking.gke.io/certmap', holds: '' },
  { annotation: 'ingress.gcp.kubernetes.io/pre-shared-cert', holds: '' },
  { annotation: 'appgw.ingress.kubernetes.io/appgw-ssl-certificate', holds: '' },
  { annotation: 'appgw.ingress.kubernetes.io/appgw-ssl-profile', holds: '' },
  { annotation: 'traefik.ingress.kubernetes.io/router.tls', holds: 'true' },
  { annotation: 'traefik.ingress.kubernetes.io/router.tls.certresolver', holds: '' },
  { annotation: 'traefik.ingress.kubernetes.io/router.entrypoints', holds: 'secure' },
  { annotation: 'nginx.ingress.kubernetes.io/ssl-passthrough', holds: 'true' },
  { annotation: 'haproxy.org/ssl-passthrough', holds: 'true' },
  { annotation: 'haproxy-ingress.github.io/ssl-passthrough', holds: 'true' },
  { annotation: 'konghq.com/protocols', holds: 'https' },
  { annotation: 'route.openshift.io/termination', holds: '' },
]

/** Ingress classes that serve every host over TLS, with certificates of their own. Read 2026-11-24. */
export const TLS_CLASSES: ReadonlySet<string> = new Set([
  'tailscale',
  'cloudflare-tunnel',
  'cloudflared',
  'ngrok',
])

/**
 * Signs on a Service that its load balancer ends TLS. Sources: the pages of the cloud controller managers of AWS,
 * Scaleway, DigitalOcean, Hetzner, OpenStack, Oracle, IBM, Linode and Alibaba about annotations. Read 2026-11-24.
 */
export const SERVICE_TLS_SIGNS: readonly TlsSign[] = [
  { annotation: 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert', holds: '' },
  { annotation: 'service.beta.kubernetes.io/scw-loadbalancer-certificate-ids', holds: '' },
  { annotation: 'service.beta.kubernetes.io/do-loadbalancer-certificate-id', holds: '' },
  { annotation: 'service.beta.kubernetes.io/do-loadbalancer-certificate-name', holds: '' },
  { annotation: 'service.beta.kubernetes.io/do-loadbalancer-tls-passthrough', holds: 'true' },
  { annotation: 'load-balancer.hetzner.cloud/http-certificates', holds: '' },
  { annotation: 'load-balancer.hetzner.cloud/http-managed-certificate-name', holds: '' },
  { annotation: 'loadbalancer.openstack.org/default-tls-container-ref', holds: '' },
  { annotation: 'service.beta.kubernetes.io/oci-load-balancer-tls-secret', holds: '' },
  {
    annotation: 'service.beta.kubernetes.io/linode-loadbalancer-port-443',
    holds: 'tls-secret-name',
  },
  { annotation: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-cert-id', holds: '' },
]
