/** Annotations of Ingresses whose text goes into the controller's own configuration as it is. */
export const SNIPPET_ANNOTATIONS = {
  sources: [
    'https://github.com/kubernetes/ingress-nginx/blob/main/docs/user-guide/nginx-configuration/annotations.md',
    'https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/',
    'https://haproxy-ingress.github.io/docs/configuration/keys/',
  ],
  read: '2026-11-24',
  keys: [
    'haproxy-ingress.github.io/config-backend',
    'haproxy.org/backend-config-snippet',
    'nginx.ingress.kubernetes.io/auth-snippet',
    'nginx.ingress.kubernetes.io/configuration-snippet',
    'nginx.ingress.kubernetes.io/modsecurity-snippet',
    'nginx.ingress.kubernetes.io/server-snippet',
    'nginx.ingress.kubernetes.io/stream-snippet',
    'nginx.org/location-snippets',
    'nginx.org/server-snippets',
  ],
} as const
