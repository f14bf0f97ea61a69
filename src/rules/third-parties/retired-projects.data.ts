/** A project that its makers gave up as a whole. */
export interface RetiredProject {
  readonly project: string
  /** The repositories of its images: the end of their path, in any registry. */
  readonly images: readonly string[]
  /** The day of the last fix that could have been made: the repository was closed, or support ended. */
  readonly ended: string
  readonly source: string
  /** What its makers, or most of its users, turned to. */
  readonly instead: string
}

/** Projects that are met in clusters still. Read on the day; each has its own source. */
export const RETIRED_PROJECTS = {
  read: '2026-11-24',
  projects: [
    {
      project: 'Ingress NGINX',
      images: [
        'ingress-nginx/controller',
        'ingress-nginx/controller-chroot',
        'kubernetes-ingress-controller/nginx-ingress-controller',
        'kubernetes-ingress-controller/nginx-ingress-controller-amd64',
      ],
      ended: '2026-03-31',
      source: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
      instead: 'an implementation of the Gateway API',
    },
    {
      project: 'Kubernetes Dashboard',
      images: [
        'kubernetesui/dashboard',
        'kubernetesui/dashboard-api',
        'kubernetesui/dashboard-auth',
        'kubernetesui/dashboard-web',
        'kubernetesui/metrics-scraper',
        'kubernetesui/dashboard-metrics-scraper',
        'k8s.gcr.io/kubernetes-dashboard-amd64',
        'google_containers/kubernetes-dashboard-amd64',
      ],
      ended: '2026-01-21',
      source: 'https://github.com/kubernetes-retired/dashboard',
      instead: 'Headlamp',
    },
    {
      project: 'Heapster',
      images: [
        'k8s.gcr.io/heapster',
        'k8s.gcr.io/heapster-amd64',
        'google_containers/heapster',
        'google_containers/heapster-amd64',
      ],
      ended: '2018-12-01',
      source: 'https://github.com/kubernetes-retired/heapster',
      instead: 'the metrics server',
    },
    {
      project: 'Flux 1',
      images: [
        'fluxcd/flux',
        'weaveworks/flux',
        'fluxcd/helm-operator',
        'weaveworks/helm-operator',
      ],
      ended: '2022-11-01',
      source: 'https://github.com/fluxcd/flux/issues/3645',
      instead: 'Flux 2',
    },
    {
      project: 'Open Service Mesh',
      images: [
        'openservicemesh/osm-controller',
        'openservicemesh/osm-injector',
        'openservicemesh/osm-bootstrap',
        'openservicemesh/sidecar-init',
        'openservicemesh/init',
      ],
      ended: '2023-07-11',
      source: 'https://github.com/openservicemesh/osm',
      instead: 'a mesh that is maintained',
    },
    {
      project: 'Weave Net',
      images: ['weaveworks/weave-kube', 'weaveworks/weave-npc'],
      // The archive's own day is not told; the landscape of its foundation took it out on this one.
      ended: '2024-09-08',
      source: 'https://github.com/cncf/landscape/pull/4023',
      instead: 'a network plugin that is maintained',
    },
    {
      project: 'kaniko',
      images: ['kaniko-project/executor', 'kaniko-project/warmer'],
      ended: '2025-06-03',
      source: 'https://github.com/GoogleContainerTools/kaniko/releases',
      instead: 'BuildKit or Buildah without root',
    },
    {
      project: 'Grafana Agent',
      images: ['grafana/agent', 'grafana/agent-operator', 'grafana/agentctl'],
      ended: '2025-11-01',
      source: 'https://github.com/grafana-cold-storage/agent/releases/tag/v0.44.3',
      instead: 'Grafana Alloy',
    },
    {
      project: 'Promtail',
      images: ['grafana/promtail'],
      ended: '2026-03-02',
      source: 'https://grafana.com/docs/loki/latest/send-data/promtail/',
      instead: 'Grafana Alloy',
    },
    {
      project: 'MinIO, community edition',
      images: ['minio/minio'],
      ended: '2026-04-25',
      source: 'https://github.com/pgsty/minio/issues/35',
      instead: 'a maintained fork or another store',
    },
    {
      project: 'MinIO Operator',
      images: ['minio/operator', 'minio/k8s-operator'],
      ended: '2026-03-20',
      source: 'https://github.com/minio/operator/releases/tag/v4.2.12',
      instead: 'another store',
    },
    {
      project: 'kiam',
      images: ['uswitch/kiam'],
      ended: '2024-03-05',
      source: 'https://github.com/uswitch/kiam',
      instead: 'EKS Pod Identity or IAM roles for service accounts',
    },
    {
      project: 'AAD Pod Identity',
      images: ['aad-pod-identity/nmi', 'aad-pod-identity/mic'],
      ended: '2023-10-12',
      source: 'https://github.com/Azure/aad-pod-identity/releases/tag/v1.7.5-rc.0',
      instead: 'Microsoft Entra Workload ID',
    },
  ],
} as const satisfies { readonly read: string; readonly projects: readonly RetiredProject[] }
