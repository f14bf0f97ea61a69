/** What one built-in role is made of. `aggregates`: the label whose bearers it gathers; `joins`: the ones it bears. */
export interface BuiltInRole {
  readonly name: string
  /** The namespace of a Role; absent for a ClusterRole. */
  readonly namespace?: string
  readonly aggregates?: string
  readonly joins?: readonly string[]
  readonly rules: readonly BuiltInRule[]
}

/** Texts are lists, parted by spaces. */
export type BuiltInRule =
  | {
      readonly verbs: string
      readonly groups: string
      readonly resources: string
      readonly names?: string
    }
  | { readonly verbs: string; readonly paths: string }

const READ = 'get list watch'
const WRITE = 'create delete deletecollection patch update'
const ALL = `${READ} ${WRITE}`
const AGGREGATE = 'rbac.authorization.k8s.io/aggregate-to-'

/**
 * The ClusterRoles that every cluster has, so that manifests bind to them without writing them. A rule is a line:
 * verbs | API groups (`core` for the core group) | resources | names; or verbs and paths.
 * Source: cluster-roles.yaml (commit 025f2834a128) and namespace-roles.yaml (008b3652959c) of kubernetes/kubernetes,
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata, read 2026-11-24. What feature gates add and the roles of
 * single controllers (`system:controller:*`), to which nobody binds, are left out.
 */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  {
    name: 'cluster-admin',
    rules: [
      { verbs: '*', groups: '*', resources: '*' },
      { verbs: '*', paths: '*' },
    ],
  },
  { name: 'admin', aggregates: `${AGGREGATE}admin`, rules: [] },
  {
    name: 'edit',
    aggregates: `${AGGREGATE}edit`,
    joins: [`${AGGREGATE}admin`],
    rules: [],
  },
  {
    name: 'view',
    aggregates: `${AGGREGATE}view`,
    joins: [`${AGGREGATE}edit`],
    rules: [],
  },
  {
    name: 'system:aggregate-to-admin',
    joins: [`${AGGREGATE}admin`],
    rules: [
      { verbs: 'create', groups: 'authorization.k8s.io', resources: 'localsubjectaccessreviews' },
      { verbs: ALL, groups: 'rbac.authorization.k8s.io', resources: 'rolebindings roles' },
    ],
  },
  {
    name: 'system:aggregate-to-edit',
    joins: [`${AGGREGATE}edit`],
    rules: [
      {
        verbs: READ,
        groups: 'core',
        resources: 'pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy',
      },
      { verbs: 'impersonate', groups: 'core', resources: 'serviceaccounts' },
      {
        verbs: WRITE,
        groups: 'core',
        resources: 'pods pods/attach pods/exec pods/portforward pods/proxy',
      },
      { verbs: 'create', groups: 'core', resources: 'pods/eviction' },
      {
        verbs: WRITE,
        groups: 'core',
        resources:
          'configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets ' +
          'serviceaccounts services services/proxy',
      },
      { verbs: 'create', groups: 'core', resources: 'serviceaccounts/token' },
      {
        verbs: WRITE,
        groups: 'apps',
        resources:
          'daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale ' +
          'statefulsets statefulsets/scale',
      },
      { verbs: WRITE, groups: 'autoscaling', resources: 'horizontalpodautoscalers' },
      { verbs: WRITE, groups: 'batch', resources: 'cronjobs jobs' },
      {
        verbs: WRITE,
        groups: 'extensions',
        resources:
          'daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets ' +
          'replicasets/scale replicationcontrollers/scale',
      },
      { verbs: WRITE, groups: 'policy', resources: 'poddisruptionbudgets' },
      { verbs: WRITE, groups: 'networking.k8s.io', resources: 'ingresses networkpolicies' },
      { verbs: ALL, groups: 'coordination.k8s.io', resources: 'leases' },
    ],
  },
  {
    name: 'system:aggregate-to-view',
    joins: [`${AGGREGATE}view`],
    rules: [
      {
        verbs: READ,
        groups: 'core',
        resources:
          'bindings configmaps endpoints events limitranges namespaces namespaces/status persistentvolumeclaims ' +
          'persistentvolumeclaims/status pods pods/log pods/status replicationcontrollers ' +
          'replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status ' +
          'serviceaccounts services services/status',
      },
      { verbs: READ, groups: 'discovery.k8s.io', resources: 'endpointslices' },
      {
        verbs: READ,
        groups: 'apps',
        resources:
          'controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status ' +
          'replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status',
      },
      {
        verbs: READ,
        groups: 'autoscaling',
        resources: 'horizontalpodautoscalers horizontalpodautoscalers/status',
      },
      { verbs: READ, groups: 'batch', resources: 'cronjobs cronjobs/status jobs jobs/status' },
      {
        verbs: READ,
        groups: 'extensions',
        resources:
          'daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ' +
          'ingresses/status networkpolicies replicasets replicasets/scale replicasets/status ' +
          'replicationcontrollers/scale',
      },
      {
        verbs: READ,
        groups: 'policy',
        resources: 'poddisruptionbudgets poddisruptionbudgets/status',
      },
      {
        verbs: READ,
        groups: 'networking.k8s.io',
        resources: 'ingresses ingresses/status networkpolicies',
      },
    ],
  },
  {
    name: 'system:auth-delegator',
    rules: [
      { verbs: 'create', groups: 'authentication.k8s.io', resources: 'tokenreviews' },
      { verbs: 'create', groups: 'authorization.k8s.io', resources: 'subjectaccessreviews' },
    ],
  },
  {
    name: 'system:basic-user',
    rules: [
      {
        verbs: 'create',
        groups: 'authorization.k8s.io',
        resources: 'selfsubjectaccessreviews selfsubjectrulesreviews',
      },
      { verbs: 'create', groups: 'authentication.k8s.io', resources: 'selfsubjectreviews' },
    ],
  },
  {
    name: 'system:certificates.k8s.io:certificatesigningrequests:nodeclient',
    rules: [
      {
        verbs: 'create',
        groups: 'certificates.k8s.io',
        resources: 'certificatesigningrequests/nodeclient',
      },
    ],
  },
  {
    name: 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
    rules: [
      {
        verbs: 'create',
        groups: 'certificates.k8s.io',
        resources: 'certificatesigningrequests/selfnodeclient',
      },
    ],
  },
  {
    name: 'system:certificates.k8s.io:kube-apiserver-client-approver',
    rules: [
      {
        verbs: 'approve',
        groups: 'certificates.k8s.io',
        resources: 'signers',
        names: 'kubernetes.io/kube-apiserver-client',
      },
    ],
  },
  {
    name: 'system:certificates.k8s.io:kube-apiserver-client-kubelet-approver',
    rules: [
      {
        verbs: 'approve',
        groups: 'certificates.k8s.io',
        resources: 'signers',
        names: 'kubernetes.io/kube-apiserver-client-kubelet',
      },
    ],
  },
  {
    name: 'system:certificates.k8s.io:kubelet-serving-approver',
    rules: [
      {
        verbs: 'approve',
        groups: 'certificates.k8s.io',
        resources: 'signers',
        names: 'kubernetes.io/kubelet-serving',
      },
    ],
  },
  {
    name: 'system:certificates.k8s.io:legacy-unknown-approver',
    rules: [
      {
        verbs: 'approve',
        groups: 'certificates.k8s.io',
        resources: 'signers',
        names: 'kubernetes.io/legacy-unknown',
      },
    ],
  },
  {
    name: 'system:discovery',
    rules: [
      {
        verbs: 'get',
        paths:
          '/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/',
      },
    ],
  },
  {
    name: 'system:heapster',
    rules: [
      { verbs: READ, groups: 'core', resources: 'events namespaces nodes pods' },
      { verbs: READ, groups: 'extensions', resources: 'deployments' },
    ],
  },
  {
    name: 'system:kube-aggregator',
    rules: [{ verbs: READ, groups: 'core', resources: 'endpoints services' }],
  },
  {
    name: 'system:kube-controller-manager',
    rules: [
      { verbs: 'create patch update', groups: 'core events.k8s.io', resources: 'events' },
      { verbs: 'create', groups: 'coordination.k8s.io', resources: 'leases' },
      {
        verbs: 'get update',
        groups: 'coordination.k8s.io',
        resources: 'leases',
        names: 'kube-controller-manager',
      },
      { verbs: 'create get update', groups: 'core', resources: 'secrets serviceaccounts' },
      { verbs: 'delete', groups: 'core', resources: 'secrets' },
      { verbs: 'get', groups: 'core', resources: 'configmaps namespaces' },
      { verbs: 'create', groups: 'authentication.k8s.io', resources: 'tokenreviews' },
      { verbs: 'create', groups: 'authorization.k8s.io', resources: 'subjectaccessreviews' },
      { verbs: 'list watch', groups: '*', resources: '*' },
      { verbs: 'create', groups: 'core', resources: 'serviceaccounts/token' },
    ],
  },
  {
    name: 'system:kube-dns',
    rules: [{ verbs: 'list watch', groups: 'core', resources: 'endpoints services' }],
  },
  {
    name: 'system:kube-scheduler',
    rules: [
      { verbs: 'create patch update', groups: 'core events.k8s.io', resources: 'events' },
      { verbs: 'create', groups: 'coordination.k8s.io', resources: 'leases' },
      {
        verbs: 'get update',
        groups: 'coordination.k8s.io',
        resources: 'leases',
        names: 'kube-scheduler',
      },
      {
        verbs: READ,
        groups: 'core',
        resources:
          'namespaces nodes persistentvolumeclaims persistentvolumes pods replicationcontrollers services',
      },
      { verbs: 'delete', groups: 'core', resources: 'pods' },
      { verbs: 'create', groups: 'core', resources: 'bindings pods/binding' },
      { verbs: 'patch update', groups: 'core', resources: 'pods/status' },
      { verbs: READ, groups: 'apps extensions', resources: 'replicasets' },
      { verbs: READ, groups: 'apps', resources: 'statefulsets' },
      { verbs: READ, groups: 'policy', resources: 'poddisruptionbudgets' },
      { verbs: 'create', groups: 'authentication.k8s.io', resources: 'tokenreviews' },
      { verbs: 'create', groups: 'authorization.k8s.io', resources: 'subjectaccessreviews' },
      {
        verbs: READ,
        groups: 'storage.k8s.io',
        resources: 'csidrivers csinodes csistoragecapacities',
      },
    ],
  },
  {
    name: 'system:kubelet-api-admin',
    rules: [
      { verbs: `${READ} proxy`, groups: 'core', resources: 'nodes' },
      {
        verbs: '*',
        groups: 'core',
        resources: 'nodes/log nodes/metrics nodes/proxy nodes/stats',
      },
    ],
  },
  {
    name: 'system:monitoring',
    rules: [
      {
        verbs: 'get',
        paths: '/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/*',
      },
    ],
  },
  {
    name: 'system:node',
    rules: [
      { verbs: 'create', groups: 'authentication.k8s.io', resources: 'tokenreviews' },
      {
        verbs: 'create',
        groups: 'authorization.k8s.io',
        resources: 'localsubjectaccessreviews subjectaccessreviews',
      },
      { verbs: READ, groups: 'core', resources: 'services configmaps secrets' },
      { verbs: `${READ} create patch update`, groups: 'core', resources: 'nodes' },
      { verbs: 'patch update', groups: 'core', resources: 'nodes/status pods/status' },
      { verbs: 'create patch update', groups: 'core', resources: 'events' },
      { verbs: `${READ} create delete`, groups: 'core', resources: 'pods' },
      { verbs: 'create', groups: 'core', resources: 'pods/eviction serviceaccounts/token' },
      {
        verbs: 'get',
        groups: 'core',
        resources: 'endpoints persistentvolumeclaims persistentvolumes',
      },
      { verbs: 'get patch update', groups: 'core', resources: 'persistentvolumeclaims/status' },
      {
        verbs: `${READ} create`,
        groups: 'certificates.k8s.io',
        resources: 'certificatesigningrequests',
      },
      {
        verbs: 'create delete get patch update',
        groups: 'coordination.k8s.io',
        resources: 'leases',
      },
      { verbs: 'get', groups: 'storage.k8s.io', resources: 'volumeattachments' },
      { verbs: READ, groups: 'storage.k8s.io', resources: 'csidrivers' },
      {
        verbs: 'create delete get patch update',
        groups: 'storage.k8s.io',
        resources: 'csinodes',
      },
      { verbs: READ, groups: 'node.k8s.io', resources: 'runtimeclasses' },
    ],
  },
  {
    name: 'system:node-bootstrapper',
    rules: [
      {
        verbs: `${READ} create`,
        groups: 'certificates.k8s.io',
        resources: 'certificatesigningrequests',
      },
    ],
  },
  {
    name: 'system:node-problem-detector',
    rules: [
      { verbs: 'get', groups: 'core', resources: 'nodes' },
      { verbs: 'patch', groups: 'core', resources: 'nodes/status' },
      { verbs: 'create patch update', groups: 'core events.k8s.io', resources: 'events' },
    ],
  },
  {
    name: 'system:node-proxier',
    rules: [
      { verbs: 'list watch', groups: 'core', resources: 'endpoints services' },
      { verbs: READ, groups: 'core', resources: 'nodes' },
      { verbs: 'create patch update', groups: 'core events.k8s.io', resources: 'events' },
      { verbs: 'list watch', groups: 'discovery.k8s.io', resources: 'endpointslices' },
    ],
  },
  {
    name: 'system:persistent-volume-provisioner',
    rules: [
      {
        verbs: `${READ} create delete`,
        groups: 'core',
        resources: 'persistentvolumes',
      },
      { verbs: `${READ} update`, groups: 'core', resources: 'persistentvolumeclaims' },
      { verbs: READ, groups: 'storage.k8s.io', resources: 'storageclasses' },
      { verbs: 'watch', groups: 'core', resources: 'events' },
      { verbs: 'create patch update', groups: 'core events.k8s.io', resources: 'events' },
    ],
  },
  {
    name: 'system:public-info-viewer',
    rules: [{ verbs: 'get', paths: '/healthz /livez /readyz /version /version/' }],
  },
  {
    name: 'system:service-account-issuer-discovery',
    rules: [{ verbs: 'get', paths: '/.well-known/openid-configuration /openid/v1/jwks' }],
  },
  {
    name: 'system:volume-scheduler',
    rules: [
      {
        verbs: `${READ} patch update`,
        groups: 'core',
        resources: 'persistentvolumeclaims persistentvolumes',
      },
      { verbs: READ, groups: 'storage.k8s.io', resources: 'storageclasses' },
    ],
  },
  {
    name: 'extension-apiserver-authentication-reader',
    namespace: 'kube-system',
    rules: [
      {
        verbs: READ,
        groups: 'core',
        resources: 'configmaps',
        names: 'extension-apiserver-authentication',
      },
    ],
  },
]
