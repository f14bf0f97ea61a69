/** Ingress controllers whose project has ended: no release, and no fix of a flaw, after that day. */
export const RETIRED_CONTROLLERS = {
  sources: [
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    'https://github.com/kubernetes/ingress-nginx',
  ],
  read: '2026-11-24',
  controllers: [
    {
      name: 'ingress-nginx',
      retired: '2026-03-31',
      /** `spec.controller` of its IngressClasses. */
      controller: 'k8s.io/ingress-nginx',
      image: 'ingress-nginx/controller',
      /** The class its charts make. Another controller, of F5, calls its own the same. */
      className: 'nginx',
      annotations: 'nginx.ingress.kubernetes.io/',
      othersAnnotations: ['nginx.org/', 'nginx.com/'],
    },
  ],
} as const
