/**
 * Where the controllers of Ingress and Gateway classes usually run: the namespace and labels of their own installation
 * manifests or charts. Sources: the projects' charts, values and labels.
 */
export const CONTROLLERS = {
  sources: [
    'https://kubernetes.github.io/ingress-nginx/deploy/',
    'https://github.com/traefik/traefik-helm-chart',
    'https://github.com/haproxytech/helm-charts',
    'https://projectcontour.io/getting-started/',
    'https://docs.konghq.com/kubernetes-ingress-controller/latest/install/helm/',
    'https://istio.io/latest/docs/setup/additional-setup/gateway/',
  ],
  read: '2026-11-24',
  classes: new Map([
    ['nginx', { namespace: 'ingress-nginx', names: ['ingress-nginx'] }],
    ['traefik', { namespace: 'traefik', names: ['traefik'] }],
    [
      'haproxy',
      { namespace: 'haproxy-controller', names: ['kubernetes-ingress', 'haproxy-ingress'] },
    ],
    ['contour', { namespace: 'projectcontour', names: ['contour', 'envoy'] }],
    ['kong', { namespace: 'kong', names: ['kong', 'gateway'] }],
    ['istio', { namespace: 'istio-system', names: ['istio-ingressgateway', 'istio-ingress'] }],
    ['openshift', { namespace: 'openshift-ingress', names: ['router'] }],
  ]),
} as const
