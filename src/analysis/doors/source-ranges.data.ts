/** Annotations by which the controllers of Ingress and Route objects let some addresses in alone, as lists of CIDRs. */
export const SOURCE_RANGES = {
  sources: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#whitelist-source-range',
    'https://haproxy-ingress.github.io/docs/configuration/keys/#allowlist',
    'https://docs.okd.io/latest/networking/ingress_load_balancing/routes/nw-configuring-routes.html',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#inbound-cidrs',
  ],
  read: '2026-11-25',
  annotations: [
    'nginx.ingress.kubernetes.io/whitelist-source-range',
    'nginx.ingress.kubernetes.io/allowlist-source-range',
    'haproxy-ingress.github.io/allowlist-source-range',
    'haproxy-ingress.github.io/whitelist-source-range',
    'haproxy.router.openshift.io/ip_whitelist',
    'haproxy.router.openshift.io/ip_allowlist',
    'alb.ingress.kubernetes.io/inbound-cidrs',
  ],
} as const
