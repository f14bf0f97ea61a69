import type { DutyId } from '../../model/duty.ts'

/** A part of the chart: components of one neighbourhood. */
interface Area {
  readonly title: string
  readonly sentence: string
}

/** The areas of the map, from the outside to the inside, and then what lies beside. */
export const AREAS = {
  outside: {
    title: 'Outside',
    sentence: 'Where everybody comes from, those who are welcome and those who are not.',
  },
  cloud: {
    title: 'Cloud',
    sentence: 'What the account holds around the cluster; most of it is never seen from inside.',
  },
  'control-plane': {
    title: 'Control plane',
    sentence: 'The programs that decide what runs; who holds them holds everything below.',
  },
  nodes: {
    title: 'Nodes',
    sentence: 'The machines that the pods run on, and the programs that each machine needs.',
  },
  namespaces: {
    title: 'Namespaces',
    sentence: 'The rooms of the cluster: their doors, what runs in them, what they keep.',
  },
  storage: {
    title: 'Storage',
    sentence: 'What all namespaces keep their data on.',
  },
  'third-parties': {
    title: 'Third parties',
    sentence: 'Software of others that the cluster asks, obeys or installs.',
  },
  code: {
    title: 'Code',
    sentence: 'What images are built from, and what runs on the machines of developers.',
  },
  unseen: {
    title: 'Not examined',
    sentence: 'What was asked for and could not be looked at: anything may be in it.',
  },
} as const satisfies Readonly<Record<string, Area>>

/** One area. */
export type AreaId = keyof typeof AREAS

interface KindFacts {
  readonly area: AreaId
  readonly title: string
  /** What it is and what hangs on it, in one sentence for people who never saw one. */
  readonly sentence: string
  /** The duty whose holder runs it; without one the customer does. */
  readonly duty?: DutyId
  /** Drawn also where the estate says nothing of it: no cluster is without. */
  readonly isPartOfAll?: true
}

/** What a map can show, in the order in which it is drawn. */
export const COMPONENT_KINDS = {
  internet: {
    area: 'outside',
    title: 'Internet',
    sentence: 'Everybody: customers with a browser, and programs that try every door they find.',
    isPartOfAll: true,
  },
  users: {
    area: 'outside',
    title: 'People and pipelines',
    sentence: 'Those who sign in to the cluster itself, each with a key that can be lost.',
    isPartOfAll: true,
  },
  account: {
    area: 'cloud',
    title: 'Account',
    sentence:
      'Who may change the cloud, with which keys; it outranks every setting of the cluster.',
    duty: 'cloudAccount',
    isPartOfAll: true,
  },
  cluster: {
    area: 'cloud',
    title: 'Managed cluster',
    sentence: 'What the provider is told to run: version, upgrades, sign-in, logs.',
    duty: 'managedCluster',
  },
  network: {
    area: 'cloud',
    title: 'Networks',
    sentence:
      'Private networks, gateways and firewalls: what reaches the nodes without being asked.',
    duty: 'network',
  },
  balancer: {
    area: 'cloud',
    title: 'Load balancers',
    sentence: 'Public addresses that pass connections on to the nodes.',
    duty: 'network',
  },
  registry: {
    area: 'cloud',
    title: 'Registries',
    sentence: 'Where images lie; who writes to one decides what runs.',
    duty: 'cloudData',
  },
  database: {
    area: 'cloud',
    title: 'Databases',
    sentence: 'Databases, caches and queues that the provider runs beside the cluster.',
    duty: 'cloudData',
  },
  bucket: {
    area: 'cloud',
    title: 'Buckets',
    sentence: 'Files in the cloud, reached by address from anywhere unless that is forbidden.',
    duty: 'cloudData',
  },
  disk: {
    area: 'cloud',
    title: 'Disks and snapshots',
    sentence: 'Disks of the cloud and their copies, which outlive the machines they served.',
    duty: 'cloudData',
  },
  vault: {
    area: 'cloud',
    title: 'Keys and secrets',
    sentence: 'Where keys and passwords are kept outside of the cluster.',
    duty: 'cloudData',
  },
  'other-cloud': {
    area: 'cloud',
    title: 'Other resources',
    sentence: 'What else the account holds; no rule may know it yet.',
  },
  endpoint: {
    area: 'control-plane',
    title: 'API endpoint',
    sentence: 'The address of the API server, and the list of those who may knock.',
    duty: 'apiEndpoint',
  },
  'api-server': {
    area: 'control-plane',
    title: 'API server',
    sentence: 'The only door to the control plane: who are you, may you, is the object acceptable.',
    duty: 'controlPlane',
    isPartOfAll: true,
  },
  rights: {
    area: 'control-plane',
    title: 'Rights',
    sentence: 'Roles of the whole cluster and who holds them: the second question of the door.',
    duty: 'access',
    isPartOfAll: true,
  },
  admission: {
    area: 'control-plane',
    title: 'Admission',
    sentence: 'Policies that refuse or change objects before they are stored: the third question.',
    duty: 'access',
    isPartOfAll: true,
  },
  etcd: {
    area: 'control-plane',
    title: 'etcd',
    sentence: 'The database of the cluster: every object and every Secret lies in it.',
    duty: 'controlPlane',
    isPartOfAll: true,
  },
  'controller-manager': {
    area: 'control-plane',
    title: 'Controller manager',
    sentence: 'Makes what is so into what is written: pods of Deployments, tokens, endpoints.',
    duty: 'controlPlane',
    isPartOfAll: true,
  },
  scheduler: {
    area: 'control-plane',
    title: 'Scheduler',
    sentence: 'Chooses the node of every pod.',
    duty: 'controlPlane',
    isPartOfAll: true,
  },
  pool: {
    area: 'nodes',
    title: 'Node pools',
    sentence: 'Machines of one make: image, disks, addresses, rights in the cloud.',
    duty: 'nodePool',
  },
  node: {
    area: 'nodes',
    title: 'Machines',
    sentence: 'The operating system under the pods; whoever breaks out of one lands here.',
    duty: 'nodeImage',
    isPartOfAll: true,
  },
  kubelet: {
    area: 'nodes',
    title: 'Kubelet',
    sentence: 'Starts and stops the pods of its node, and lets in whoever its own door lets in.',
    duty: 'kubelet',
    isPartOfAll: true,
  },
  runtime: {
    area: 'nodes',
    title: 'Container runtime',
    sentence: 'Draws the line between a container and its node.',
    duty: 'kubelet',
    isPartOfAll: true,
  },
  plugin: {
    area: 'nodes',
    title: 'Network plugin',
    sentence: 'Connects the pods, and keeps apart those that network policies keep apart.',
    duty: 'addons',
    isPartOfAll: true,
  },
  proxy: {
    area: 'nodes',
    title: 'kube-proxy',
    sentence: 'Leads what is sent to a Service to one of its pods.',
    duty: 'addons',
  },
  namespace: {
    area: 'namespaces',
    title: 'Namespace',
    sentence: 'A room of the cluster: what it admits, how much it may take, who may talk to whom.',
  },
  door: {
    area: 'namespaces',
    title: 'Door',
    sentence: 'Ingress, Gateway, LoadBalancer, NodePort: a way in from outside of the cluster.',
  },
  workload: {
    area: 'namespaces',
    title: 'Workload',
    sentence: 'Software as it runs: containers, what they may do, and how often they are there.',
  },
  store: {
    area: 'namespaces',
    title: 'Data store',
    sentence: 'A database or queue that keeps its data in this cluster.',
  },
  volumes: {
    area: 'namespaces',
    title: 'Volumes',
    sentence: 'Claims for disks, which outlive the pods that write to them.',
  },
  secrets: {
    area: 'namespaces',
    title: 'Secrets',
    sentence: 'Passwords, keys and certificates of the namespace, and what makes them.',
  },
  settings: {
    area: 'namespaces',
    title: 'Settings',
    sentence: 'ConfigMaps and other objects that tell software what to do.',
  },
  accounts: {
    area: 'namespaces',
    title: 'Accounts and roles',
    sentence: 'Who the pods are to the API server, and what that lets them do.',
  },
  classes: {
    area: 'storage',
    title: 'Classes and volumes',
    sentence: 'How disks are made for the claims: on what, encrypted or not.',
    duty: 'volumeEncryption',
  },
  backups: {
    area: 'storage',
    title: 'Backups',
    sentence: 'Copies for the day when the data is gone, and where they are sent.',
    duty: 'workloadBackup',
  },
  webhooks: {
    area: 'third-parties',
    title: 'Webhooks',
    sentence: 'Programs that see, change or refuse objects before the API server stores them.',
  },
  extensions: {
    area: 'third-parties',
    title: 'API extensions',
    sentence: 'Kinds and servers of others that answer under the name of the API server.',
  },
  operators: {
    area: 'third-parties',
    title: 'Charts and operators',
    sentence: 'Software that was written elsewhere and installs itself, with rights of its own.',
  },
  images: {
    area: 'third-parties',
    title: 'Image sources',
    sentence: 'The registries that the images come from: nothing stands between them and a node.',
  },
  build: {
    area: 'code',
    title: 'Builds',
    sentence: 'Dockerfiles and compose files: what images are made of before a cluster sees them.',
  },
  unread: {
    area: 'unseen',
    title: 'Not examined',
    sentence: 'Nothing is known of it, so nothing here says that it is well.',
  },
} as const satisfies Readonly<Record<string, KindFacts>>

/** A kind of component. */
export type ComponentKind = keyof typeof COMPONENT_KINDS

/** What is known of a kind. */
export function kindFacts(kind: ComponentKind): KindFacts {
  return COMPONENT_KINDS[kind]
}
