/**
 * Programs whose work it is to take connections from everybody and to pass on what is allowed: names that they, or the
 * charts they come with, write as `app.kubernetes.io/name`, `app`, `istio` or `k8s-app` into their Services' selectors.
 */
export const FRONT_DOORS = {
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    'https://gateway-api.sigs.k8s.io/implementations/',
  ],
  read: '2026-11-24',
  names: [
    'ambassador',
    'apisix',
    'contour',
    'emissary-ingress',
    'envoy',
    'haproxy-ingress',
    'ingress-nginx',
    'ingressgateway',
    'istio-gateway',
    'istio-ingress',
    'istio-ingressgateway',
    'kong',
    'kubernetes-ingress',
    'nginx-gateway',
    'nginx-ingress',
    'skipper-ingress',
    'traefik',
    'voyager',
  ],
} as const
