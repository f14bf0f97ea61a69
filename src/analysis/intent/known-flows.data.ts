import type { Protocol } from '../reach/connection-set.ts'

/** What a well-known program connects to besides what it is told, by the last name of its image. */
export interface KnownFlow {
  readonly images: readonly string[]
  /** `peers`: other pods of the same workload; `outside`: the host below, or any. */
  readonly to: 'peers' | 'apiServer' | 'outside' | 'nodes'
  readonly ports: readonly (readonly [Protocol, number])[]
  readonly host?: string
  readonly why: string
  readonly source: string
}

/** Read 2026-11-24, each at its source. */
export const KNOWN_FLOWS: readonly KnownFlow[] = [
  {
    images: ['rabbitmq'],
    to: 'peers',
    ports: [
      ['TCP', 4369],
      ['TCP', 25_672],
    ],
    why: 'nodes of RabbitMQ find and talk to one another',
    source: 'https://www.rabbitmq.com/docs/networking',
  },
  {
    images: ['elasticsearch', 'opensearch'],
    to: 'peers',
    ports: [['TCP', 9300]],
    why: 'nodes of the cluster talk to one another',
    source:
      'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/networking-settings',
  },
  {
    images: ['cassandra', 'scylla'],
    to: 'peers',
    ports: [
      ['TCP', 7000],
      ['TCP', 7001],
    ],
    why: 'nodes of the ring gossip',
    source: 'https://cassandra.apache.org/doc/latest/cassandra/managing/operating/security.html',
  },
  {
    images: ['zookeeper'],
    to: 'peers',
    ports: [
      ['TCP', 2888],
      ['TCP', 3888],
    ],
    why: 'servers follow and elect a leader',
    source: 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html',
  },
  {
    images: ['etcd'],
    to: 'peers',
    ports: [['TCP', 2380]],
    why: 'members of the cluster replicate',
    source: 'https://etcd.io/docs/latest/op-guide/configuration/',
  },
  {
    images: ['nats', 'nats-server'],
    to: 'peers',
    ports: [['TCP', 6222]],
    why: 'servers of the cluster route to one another',
    source: 'https://docs.nats.io/running-a-nats-service/configuration/clustering',
  },
  {
    images: ['clamav'],
    to: 'outside',
    host: 'database.clamav.net',
    ports: [['TCP', 443]],
    why: 'the scanner updates its signatures',
    source: 'https://docs.clamav.net/manual/Usage/SignatureManagement.html',
  },
  {
    images: ['cert-manager-controller'],
    to: 'outside',
    ports: [['TCP', 443]],
    why: 'certificates are asked of an ACME server',
    source: 'https://cert-manager.io/docs/configuration/acme/',
  },
  {
    images: ['external-dns'],
    to: 'outside',
    ports: [['TCP', 443]],
    why: 'records are written at the DNS provider',
    source: 'https://kubernetes-sigs.github.io/external-dns/latest/',
  },
  {
    images: ['external-secrets'],
    to: 'outside',
    ports: [['TCP', 443]],
    why: 'secrets are read at their provider',
    source: 'https://external-secrets.io/latest/introduction/overview/',
  },
  {
    images: ['velero'],
    to: 'outside',
    ports: [['TCP', 443]],
    why: 'backups go to a bucket',
    source: 'https://velero.io/docs/main/supported-providers/',
  },
  {
    images: ['argocd'],
    to: 'outside',
    ports: [
      ['TCP', 22],
      ['TCP', 443],
    ],
    why: 'repositories are cloned',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/',
  },
  {
    images: ['source-controller'],
    to: 'outside',
    ports: [
      ['TCP', 22],
      ['TCP', 443],
    ],
    why: 'repositories and charts are fetched',
    source: 'https://fluxcd.io/flux/components/source/',
  },
  {
    images: ['cluster-autoscaler'],
    to: 'outside',
    ports: [['TCP', 443]],
    why: "nodes are ordered from the cloud's API",
    source: 'https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler',
  },
  {
    images: [
      'cert-manager-cainjector',
      'cert-manager-controller',
      'cert-manager-webhook',
      'cluster-autoscaler',
      'external-dns',
      'external-secrets',
      'kube-state-metrics',
      'metrics-server',
      'source-controller',
      'velero',
    ],
    to: 'apiServer',
    ports: [['TCP', 443]],
    why: 'it watches objects of the cluster',
    source: 'https://kubernetes.io/docs/concepts/architecture/controller/',
  },
  {
    images: ['metrics-server'],
    to: 'nodes',
    ports: [['TCP', 10_250]],
    why: 'usage is read from the kubelets',
    source: 'https://kubernetes-sigs.github.io/metrics-server/',
  },
]
