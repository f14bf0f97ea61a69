/** Verbs that are dangerous on resources of a group. */
export interface Right {
  readonly verbs: readonly string[]
  readonly group: string
  readonly resources: readonly string[]
}

/** Something dangerous that a role may allow. */
export interface Power {
  /** What it lets somebody do, without a subject: `read Secrets`. */
  readonly words: string
  /**
   * Where it counts: anywhere; when it holds in the whole cluster; or outside of namespaces, where the objects live.
   */
  readonly reach: 'any' | 'cluster' | 'outside'
  /**
   * Whether `*` in the verbs gives the power as a written verb does. With `apart` it is the asterisk that is at fault,
   * as it gives more than that.
   */
  readonly star: 'counts' | 'apart'
  readonly rights: readonly Right[]
}

// What a right leads to. Source: Kubernetes, RBAC Good Practices, and the source of its admission and registry packages,
// read 2026-11-24. The high ones lead to the rights of others.

const WORKLOADS = [
  { verbs: ['create', 'update', 'patch'], group: '', resources: ['pods'] },
  { verbs: ['create', 'update', 'patch'], group: '', resources: ['replicationcontrollers'] },
  {
    verbs: ['create', 'update', 'patch'],
    group: 'apps',
    resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
  },
  { verbs: ['create', 'update', 'patch'], group: 'batch', resources: ['jobs', 'cronjobs'] },
]

export const READ_SECRETS: Power = {
  words: 'read Secrets',
  reach: 'any',
  star: 'apart',
  rights: [{ verbs: ['get', 'list', 'watch'], group: '', resources: ['secrets'] }],
}

const ESCALATE: Power = {
  words: 'pass on rights that it has not',
  reach: 'cluster',
  star: 'apart',
  rights: [
    {
      verbs: ['escalate', 'bind'],
      group: 'rbac.authorization.k8s.io',
      resources: ['clusterroles', 'roles'],
    },
  ],
}

const IMPERSONATE: Power = {
  words: 'act as other users',
  reach: 'cluster',
  star: 'apart',
  rights: [
    { verbs: ['impersonate'], group: '', resources: ['users', 'groups', 'serviceaccounts'] },
    {
      verbs: ['impersonate:user-info', 'impersonate:serviceaccount'],
      group: 'authentication.k8s.io',
      resources: ['users', 'groups', 'serviceaccounts'],
    },
  ],
}

export const ENTER_PODS: Power = {
  words: 'enter running pods',
  reach: 'any',
  star: 'apart',
  rights: [
    {
      verbs: ['create', 'get'],
      group: '',
      resources: ['pods/exec', 'pods/attach', 'pods/portforward'],
    },
    { verbs: ['update', 'patch'], group: '', resources: ['pods/ephemeralcontainers'] },
  ],
}

export const USE_KUBELETS: Power = {
  words: 'use the API of every kubelet, past admission and audit',
  reach: 'outside',
  star: 'counts',
  rights: [
    {
      verbs: ['get', 'create', 'update', 'patch', 'delete', 'list', 'watch'],
      group: '',
      resources: ['nodes/proxy'],
    },
  ],
}

export const MAKE_TOKENS: Power = {
  words: 'make tokens of any account',
  reach: 'any',
  star: 'apart',
  rights: [{ verbs: ['create'], group: '', resources: ['serviceaccounts/token'] }],
}

/** For one namespace: for the cluster, to act as accounts is to act as anybody. */
export const TAKE_ACCOUNTS: Power = {
  words: 'take the identity of any account',
  reach: 'any',
  star: 'apart',
  rights: [
    ...MAKE_TOKENS.rights,
    { verbs: ['impersonate'], group: '', resources: ['serviceaccounts'] },
  ],
}

const ISSUE_CERTIFICATES: Power = {
  words: 'issue client certificates for any user name',
  reach: 'outside',
  star: 'apart',
  rights: [{ verbs: ['approve', 'sign'], group: 'certificates.k8s.io', resources: ['signers'] }],
}

export const CHANGE_ADMISSION: Power = {
  words: 'change what the API server asks before it stores an object',
  reach: 'outside',
  star: 'apart',
  rights: [
    {
      verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
      group: 'admissionregistration.k8s.io',
      resources: [
        'mutatingwebhookconfigurations',
        'validatingwebhookconfigurations',
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
        'mutatingadmissionpolicies',
        'mutatingadmissionpolicybindings',
      ],
    },
    {
      verbs: ['create', 'update', 'patch'],
      group: 'apiregistration.k8s.io',
      resources: ['apiservices'],
    },
  ],
}

export const LABEL_NAMESPACES: Power = {
  words: 'change namespace labels',
  reach: 'any',
  star: 'apart',
  rights: [{ verbs: ['update', 'patch'], group: '', resources: ['namespaces'] }],
}

export const RUN_PODS: Power = {
  words: 'run pods',
  reach: 'any',
  star: 'counts',
  rights: WORKLOADS,
}

export const MANAGE_ROLES: Power = {
  words: 'write roles or bindings',
  reach: 'any',
  star: 'counts',
  rights: [
    {
      verbs: ['create', 'update', 'patch'],
      group: 'rbac.authorization.k8s.io',
      resources: ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'],
    },
    {
      verbs: ['escalate', 'bind'],
      group: 'rbac.authorization.k8s.io',
      resources: ['roles', 'clusterroles'],
    },
  ],
}

export const MOVE_PODS: Power = {
  words: 'change nodes or drive pods off them',
  reach: 'outside',
  star: 'counts',
  rights: [
    { verbs: ['update', 'patch', 'delete'], group: '', resources: ['nodes'] },
    { verbs: ['update', 'patch'], group: '', resources: ['nodes/status'] },
    { verbs: ['create'], group: '', resources: ['pods/eviction'] },
  ],
}

export const MAKE_VOLUMES: Power = {
  words: 'make PersistentVolumes of any path of any node',
  reach: 'outside',
  star: 'counts',
  rights: [{ verbs: ['create'], group: '', resources: ['persistentvolumes'] }],
}

export const REROUTE: Power = {
  words: 'reroute traffic or open network rules',
  reach: 'cluster',
  star: 'counts',
  rights: [
    {
      verbs: ['create', 'update', 'patch'],
      group: '',
      resources: ['services', 'services/status', 'endpoints'],
    },
    {
      verbs: ['create', 'update', 'patch'],
      group: 'discovery.k8s.io',
      resources: ['endpointslices'],
    },
    {
      verbs: ['create', 'update', 'patch', 'delete'],
      group: 'networking.k8s.io',
      resources: ['networkpolicies', 'ingresses'],
    },
    {
      verbs: ['create', 'update', 'patch'],
      group: 'gateway.networking.k8s.io',
      resources: [
        'gateways',
        'httproutes',
        'grpcroutes',
        'tlsroutes',
        'tcproutes',
        'referencegrants',
      ],
    },
  ],
}

export const CHANGE_SETTINGS: Power = {
  words: 'change the settings of the cluster itself',
  reach: 'any',
  star: 'counts',
  rights: [{ verbs: ['update', 'patch'], group: '', resources: ['configmaps'] }],
}

export const DELETE_EVENTS: Power = {
  words: 'delete events',
  reach: 'any',
  star: 'apart',
  rights: [
    { verbs: ['delete', 'deletecollection'], group: '', resources: ['events'] },
    { verbs: ['delete', 'deletecollection'], group: 'events.k8s.io', resources: ['events'] },
  ],
}

const DELETE: Power = {
  words: 'delete what is needed',
  reach: 'any',
  star: 'counts',
  rights: [
    {
      verbs: ['delete', 'deletecollection'],
      group: '',
      resources: ['pods', 'persistentvolumeclaims', 'namespaces'],
    },
    { verbs: ['delete', 'deletecollection'], group: 'apps', resources: ['deployments'] },
  ],
}

/** The powers for which a wildcard is at fault, with the word that tells them. */
export const WILDCARD_POWERS: readonly (readonly [string, Power])[] = [
  ['Secrets', READ_SECRETS],
  ['escalation', ESCALATE],
  ['impersonation', IMPERSONATE],
  ['exec', ENTER_PODS],
  ['account tokens', MAKE_TOKENS],
  ['kubelets', USE_KUBELETS],
  ['certificates', ISSUE_CERTIFICATES],
  ['admission', CHANGE_ADMISSION],
  ['namespaces', LABEL_NAMESPACES],
]

/** What a wildcard in `resources` is at fault for besides: with the resource named, another rule tells these. */
export const LESSER_POWERS: readonly (readonly [string, Power])[] = [
  ['workloads', RUN_PODS],
  ['roles', MANAGE_ROLES],
  ['nodes', MOVE_PODS],
  ['volumes', MAKE_VOLUMES],
  ['traffic', REROUTE],
  ['deletion', DELETE],
]
