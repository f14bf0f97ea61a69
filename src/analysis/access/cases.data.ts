// Questions to the authorizer with answers reasoned by hand from the documentation and the source of Kubernetes,
// read 2026-11-24:
// docs/reference/access-authn-authz/rbac, plugin/pkg/auth/authorizer/rbac, pkg/registry/rbac/validation/rule.go,
// pkg/apis/rbac/v1/evaluation_helpers.go, staging/src/k8s.io/apiserver/pkg/endpoints/request/requestinfo.go.

/** A question: `who` asks for `ask` (`VERB [GROUP:]RESOURCE [NAME] [@NAMESPACE]`, or `VERB /PATH`). */
interface AccessCase {
  readonly who: string
  readonly ask: string
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly why: string
}

/** An estate and what is asked of it. */
export interface AccessCases {
  readonly estate: string
  readonly manifest: string
  readonly cases: readonly AccessCase[]
}

export const ACCESS_CASES: readonly AccessCases[] = [
  {
    estate: 'a Role bound in its namespace',
    manifest: `
kind: Role
metadata: { name: reader, namespace: shop }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list] }
---
kind: RoleBinding
metadata: { name: reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects:
  - { kind: User, name: jane }
  - { kind: Group, name: ops }
  - { kind: ServiceAccount, name: web, namespace: shop }
  - { kind: ServiceAccount, name: build, namespace: ci }
  - { kind: ServiceAccount, name: local }
`,
    cases: [
      {
        who: 'user jane',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'the user is named and the rule has verb, group and resource',
      },
      {
        who: 'user jane',
        ask: 'list pods @shop',
        answer: 'yes',
        why: 'every verb of the rule counts',
      },
      {
        who: 'user jane',
        ask: 'watch pods @shop',
        answer: 'no',
        why: 'watch is a verb of its own, not part of list',
      },
      {
        who: 'user jane',
        ask: 'delete pods web @shop',
        answer: 'no',
        why: 'the rule has no delete, and rules only add',
      },
      {
        who: 'user jane',
        ask: 'get pods web @mail',
        answer: 'no',
        why: 'a RoleBinding gives rights in its own namespace only',
      },
      {
        who: 'user jane',
        ask: 'list pods',
        answer: 'no',
        why: 'a list over all namespaces carries no namespace, so no RoleBinding is looked at',
      },
      {
        who: 'user jane',
        ask: 'get pods/log web @shop',
        answer: 'no',
        why: 'a resource does not include its subresources',
      },
      {
        who: 'user jane',
        ask: 'get apps:pods web @shop',
        answer: 'no',
        why: 'the rule names the core group only',
      },
      {
        who: 'user Jane',
        ask: 'get pods web @shop',
        answer: 'no',
        why: 'user names are compared letter by letter',
      },
      {
        who: 'user joe in ops',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'one of the groups is enough',
      },
      {
        who: 'group ops',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'every member of the group may',
      },
      {
        who: 'user ops',
        ask: 'get pods web @shop',
        answer: 'no',
        why: 'a user with the name of a group is not in the group',
      },
      {
        who: 'group jane',
        ask: 'get pods web @shop',
        answer: 'no',
        why: 'a group with the name of a user is not that user',
      },
      {
        who: 'account shop/web',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'the account of the same namespace is named',
      },
      {
        who: 'account mail/web',
        ask: 'get pods web @shop',
        answer: 'no',
        why: 'the same name in another namespace is another account',
      },
      {
        who: 'account ci/build',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'a RoleBinding may name accounts of other namespaces',
      },
      {
        who: 'account ci/build',
        ask: 'get pods web @ci',
        answer: 'no',
        why: 'the right is valid where the binding is, not where the account is',
      },
      {
        who: 'account shop/local',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'the authorizer takes the namespace of the binding for one that is not written',
      },
      {
        who: 'user system:serviceaccount:shop:web',
        ask: 'get pods web @shop',
        answer: 'yes',
        why: 'that is the user name of the account',
      },
      {
        who: 'user web',
        ask: 'get pods web @shop',
        answer: 'no',
        why: 'an account is no user of its bare name',
      },
    ],
  },
  {
    estate: 'a ClusterRole bound in one namespace and elsewhere for the cluster',
    manifest: `
kind: ClusterRole
metadata: { name: keeper }
rules:
  - { apiGroups: [""], resources: [secrets, nodes, namespaces], verbs: [get, list, watch, patch] }
  - { nonResourceURLs: [/metrics], verbs: [get] }
---
kind: RoleBinding
metadata: { name: keeper, namespace: shop }
roleRef: { kind: ClusterRole, name: keeper }
subjects: [{ kind: User, name: one }]
---
kind: ClusterRoleBinding
metadata: { name: keeper }
roleRef: { kind: ClusterRole, name: keeper }
subjects: [{ kind: User, name: all }]
`,
    cases: [
      {
        who: 'user one',
        ask: 'get secrets db @shop',
        answer: 'yes',
        why: 'a RoleBinding may refer to a ClusterRole',
      },
      {
        who: 'user one',
        ask: 'get secrets db @mail',
        answer: 'no',
        why: 'then the ClusterRole is valid in that namespace only',
      },
      {
        who: 'user one',
        ask: 'list secrets',
        answer: 'no',
        why: 'a list over all namespaces is asked of ClusterRoleBindings only',
      },
      {
        who: 'user one',
        ask: 'get nodes n1',
        answer: 'no',
        why: 'nodes live outside of namespaces, where a RoleBinding gives nothing',
      },
      {
        who: 'user one',
        ask: 'patch namespaces shop',
        answer: 'yes',
        why: 'a request about one Namespace counts as one inside of it',
      },
      {
        who: 'user one',
        ask: 'patch namespaces mail',
        answer: 'no',
        why: 'the other Namespace is outside of the binding',
      },
      {
        who: 'user one',
        ask: 'list namespaces',
        answer: 'no',
        why: 'a list of Namespaces is inside of none',
      },
      {
        who: 'user one',
        ask: 'get /metrics',
        answer: 'no',
        why: 'paths are asked of ClusterRoleBindings only',
      },
      { who: 'user all', ask: 'get secrets db @shop', answer: 'yes', why: 'the whole cluster' },
      { who: 'user all', ask: 'get secrets db @mail', answer: 'yes', why: 'the whole cluster' },
      { who: 'user all', ask: 'list secrets', answer: 'yes', why: 'all namespaces at once' },
      { who: 'user all', ask: 'get nodes n1', answer: 'yes', why: 'outside of namespaces too' },
      { who: 'user all', ask: 'get nodes/proxy n1', answer: 'no', why: 'a subresource not named' },
      { who: 'user all', ask: 'patch namespaces mail', answer: 'yes', why: 'every Namespace' },
      { who: 'user all', ask: 'get /metrics', answer: 'yes', why: 'the very path' },
      { who: 'user all', ask: 'get /metrics/', answer: 'no', why: 'paths are compared as texts' },
      { who: 'user all', ask: 'post /metrics', answer: 'no', why: 'the verb is another' },
      {
        who: 'user all',
        ask: 'get /metrics/slis',
        answer: 'no',
        why: 'a path does not include those below',
      },
    ],
  },
  {
    estate: 'wildcards in every position',
    manifest: `
kind: ClusterRole
metadata: { name: verbs }
rules: [{ apiGroups: [""], resources: [configmaps], verbs: ["*"] }]
---
kind: ClusterRole
metadata: { name: groups }
rules: [{ apiGroups: ["*"], resources: [pods], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: resources }
rules: [{ apiGroups: [apps], resources: ["*"], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: subresource }
rules: [{ apiGroups: ["*"], resources: ["*/scale"], verbs: [update] }]
---
kind: ClusterRole
metadata: { name: trailing }
rules: [{ apiGroups: [""], resources: ["pods/*"], verbs: [create] }]
---
kind: ClusterRole
metadata: { name: prefix }
rules: [{ apiGroups: [""], resources: ["pod*"], verbs: ["ge*"], resourceNames: ["web-*"] }]
---
kind: ClusterRole
metadata: { name: paths }
rules:
  - { nonResourceURLs: ["/healthz/*", "/debug*", "/logs**"], verbs: [get] }
---
kind: ClusterRole
metadata: { name: allpaths }
rules: [{ nonResourceURLs: ["*"], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: middle }
rules: [{ nonResourceURLs: ["/apis/*/v1"], verbs: ["*"] }]
${[
  'verbs',
  'groups',
  'resources',
  'subresource',
  'trailing',
  'prefix',
  'paths',
  'allpaths',
  'middle',
]
  .map(
    (name) => `---
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef: { kind: ClusterRole, name: ${name} }
subjects: [{ kind: User, name: ${name} }]
`,
  )
  .join('')}`,
    cases: [
      { who: 'user verbs', ask: 'delete configmaps a @x', answer: 'yes', why: '`*` is every verb' },
      {
        who: 'user verbs',
        ask: 'impersonate configmaps a @x',
        answer: 'yes',
        why: '`*` is also every verb that is no verb of the API',
      },
      { who: 'user verbs', ask: 'get secrets a @x', answer: 'no', why: 'the resource is another' },
      { who: 'user groups', ask: 'get pods a @x', answer: 'yes', why: '`*` holds the core group' },
      {
        who: 'user groups',
        ask: 'get metrics.k8s.io:pods a @x',
        answer: 'yes',
        why: '`*` is every group',
      },
      {
        who: 'user groups',
        ask: 'get apps:deployments a @x',
        answer: 'no',
        why: 'another resource',
      },
      {
        who: 'user resources',
        ask: 'get apps:deployments a @x',
        answer: 'yes',
        why: '`*` is every resource of the group',
      },
      {
        who: 'user resources',
        ask: 'get apps:deployments/scale a @x',
        answer: 'yes',
        why: '`*` holds the subresources as well',
      },
      { who: 'user resources', ask: 'get pods a @x', answer: 'no', why: 'another group' },
      {
        who: 'user subresource',
        ask: 'update apps:deployments/scale a @x',
        answer: 'yes',
        why: '`*/scale` is that subresource of every resource',
      },
      {
        who: 'user subresource',
        ask: 'update apps:deployments a @x',
        answer: 'no',
        why: '`*/scale` does not hold the resource itself',
      },
      {
        who: 'user subresource',
        ask: 'update apps:deployments/status a @x',
        answer: 'no',
        why: 'another subresource',
      },
      {
        who: 'user trailing',
        ask: 'create pods/exec a @x',
        answer: 'no',
        why: '`pods/*` stands for nothing: only an asterisk before the slash is known',
      },
      { who: 'user trailing', ask: 'create pods @x', answer: 'no', why: 'nor for the resource' },
      { who: 'user prefix', ask: 'get pods web-1 @x', answer: 'no', why: 'there are no patterns' },
      { who: 'user paths', ask: 'get /healthz/etcd', answer: 'yes', why: 'below the prefix' },
      { who: 'user paths', ask: 'get /healthz', answer: 'no', why: 'the prefix ends in a slash' },
      { who: 'user paths', ask: 'get /healthz/', answer: 'yes', why: 'the prefix itself' },
      { who: 'user paths', ask: 'get /debug', answer: 'yes', why: '`*` may stand for nothing' },
      { who: 'user paths', ask: 'get /debugger', answer: 'yes', why: 'a prefix knows no slashes' },
      { who: 'user paths', ask: 'get /logs/a', answer: 'yes', why: 'all final asterisks are cut' },
      { who: 'user paths', ask: 'get /metrics', answer: 'no', why: 'no prefix fits' },
      { who: 'user allpaths', ask: 'get /metrics', answer: 'yes', why: '`*` is every path' },
      { who: 'user allpaths', ask: 'post /metrics', answer: 'no', why: 'but only for that verb' },
      {
        who: 'user allpaths',
        ask: 'get pods a @x',
        answer: 'no',
        why: 'a rule about paths gives no resources',
      },
      {
        who: 'user middle',
        ask: 'get /apis/apps/v1',
        answer: 'no',
        why: 'an asterisk counts at the end only',
      },
      { who: 'user middle', ask: 'get /apis/*/v1', answer: 'yes', why: 'the very text' },
      {
        who: 'user verbs',
        ask: 'get /metrics',
        answer: 'no',
        why: 'a rule about resources gives no paths',
      },
    ],
  },
  {
    estate: 'rights limited by name',
    manifest: `
kind: Role
metadata: { name: named, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: ["*"], resourceNames: [db, mail] }
  - { apiGroups: [""], resources: [pods/exec], verbs: [create], resourceNames: [web-0] }
  - { apiGroups: [""], resources: [configmaps], verbs: [get], resourceNames: [] }
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [web] }
---
kind: RoleBinding
metadata: { name: named, namespace: shop }
roleRef: { kind: Role, name: named }
subjects: [{ kind: User, name: jane }]
`,
    cases: [
      { who: 'user jane', ask: 'get secrets db @shop', answer: 'yes', why: 'the name is listed' },
      {
        who: 'user jane',
        ask: 'get secrets mail @shop',
        answer: 'yes',
        why: 'any name of the list',
      },
      { who: 'user jane', ask: 'get secrets tls @shop', answer: 'no', why: 'not in the list' },
      {
        who: 'user jane',
        ask: 'delete secrets db @shop',
        answer: 'yes',
        why: 'a delete has a name',
      },
      {
        who: 'user jane',
        ask: 'list secrets @shop',
        answer: 'no',
        why: 'a list has no name unless it filters by one',
      },
      {
        who: 'user jane',
        ask: 'list secrets db @shop',
        answer: 'yes',
        why: 'a list with the field selector metadata.name=db has that name',
      },
      {
        who: 'user jane',
        ask: 'watch secrets db @shop',
        answer: 'yes',
        why: 'a watch with that field selector likewise',
      },
      {
        who: 'user jane',
        ask: 'create secrets @shop',
        answer: 'no',
        why: 'a create has no name when it is judged, so a list of names never allows it',
      },
      {
        who: 'user jane',
        ask: 'deletecollection secrets @shop',
        answer: 'no',
        why: 'nor has a deletecollection',
      },
      {
        who: 'user jane',
        ask: 'create pods/exec web-0 @shop',
        answer: 'yes',
        why: 'a create of a subresource has the name of its object',
      },
      { who: 'user jane', ask: 'create pods/exec web-1 @shop', answer: 'no', why: 'another pod' },
      {
        who: 'user jane',
        ask: 'get configmaps any @shop',
        answer: 'yes',
        why: 'an empty list of names limits nothing',
      },
      {
        who: 'user jane',
        ask: 'create serviceaccounts/token web @shop',
        answer: 'yes',
        why: 'tokens of the named account',
      },
      {
        who: 'user jane',
        ask: 'create serviceaccounts/token default @shop',
        answer: 'no',
        why: 'not those of others',
      },
    ],
  },
  {
    estate: 'groups that Kubernetes fills itself',
    manifest: `
kind: ClusterRole
metadata: { name: look }
rules: [{ apiGroups: [""], resources: [nodes], verbs: [list] }]
${[
  'system:authenticated',
  'system:unauthenticated',
  'system:serviceaccounts',
  'system:serviceaccounts:shop',
]
  .map(
    (group, index) => `---
kind: ClusterRole
metadata: { name: r${index} }
rules: [{ apiGroups: [test], resources: [r${index}], verbs: [get] }]
---
kind: ClusterRoleBinding
metadata: { name: b${index} }
roleRef: { kind: ClusterRole, name: r${index} }
subjects: [{ kind: Group, name: "${group}" }]
`,
  )
  .join('')}`,
    cases: [
      { who: 'user jane', ask: 'get test:r0 a', answer: 'yes', why: 'she is authenticated' },
      { who: 'user jane', ask: 'get test:r1 a', answer: 'no', why: 'and so not unauthenticated' },
      { who: 'user jane', ask: 'get test:r2 a', answer: 'no', why: 'she is no account' },
      {
        who: 'user jane in ops',
        ask: 'get test:r0 a',
        answer: 'yes',
        why: 'other groups do not matter',
      },
      { who: 'group ops', ask: 'get test:r0 a', answer: 'yes', why: 'members are authenticated' },
      {
        who: 'user system:anonymous',
        ask: 'get test:r1 a',
        answer: 'yes',
        why: 'the anonymous user is in system:unauthenticated',
      },
      { who: 'user system:anonymous', ask: 'get test:r0 a', answer: 'no', why: 'and only there' },
      {
        who: 'group system:unauthenticated',
        ask: 'get test:r0 a',
        answer: 'no',
        why: 'nobody is both',
      },
      { who: 'group system:unauthenticated', ask: 'get test:r1 a', answer: 'yes', why: 'named' },
      {
        who: 'account shop/web',
        ask: 'get test:r0 a',
        answer: 'yes',
        why: 'accounts are authenticated',
      },
      { who: 'account shop/web', ask: 'get test:r2 a', answer: 'yes', why: 'one of all accounts' },
      { who: 'account shop/web', ask: 'get test:r3 a', answer: 'yes', why: 'one of its namespace' },
      { who: 'account mail/web', ask: 'get test:r2 a', answer: 'yes', why: 'one of all accounts' },
      { who: 'account mail/web', ask: 'get test:r3 a', answer: 'no', why: 'of another namespace' },
      {
        who: 'user system:serviceaccount:shop:web',
        ask: 'get test:r3 a',
        answer: 'yes',
        why: 'the same account by its user name',
      },
      {
        who: 'user system:serviceaccount:shop',
        ask: 'get test:r2 a',
        answer: 'no',
        why: 'not the form of an account',
      },
      {
        who: 'group system:serviceaccounts:shop',
        ask: 'get test:r2 a',
        answer: 'yes',
        why: 'all accounts of a namespace are accounts',
      },
      {
        who: 'group system:serviceaccounts',
        ask: 'get test:r3 a',
        answer: 'no',
        why: 'not all accounts are of that namespace',
      },
      {
        who: 'group system:masters',
        ask: 'delete nodes n1',
        answer: 'yes',
        why: 'the API server asks no authorizer about this group',
      },
      {
        who: 'user jane in system:masters',
        ask: 'get /x',
        answer: 'yes',
        why: 'nor about its members',
      },
      { who: 'user system:masters', ask: 'get nodes n1', answer: 'no', why: 'a user is no group' },
    ],
  },
  {
    estate: 'built-in roles that nobody wrote',
    manifest: ['cluster-admin', 'admin', 'edit', 'view', 'system:node', 'system:auth-delegator']
      .map(
        (role) => `
kind: ClusterRoleBinding
metadata: { name: all-${role} }
roleRef: { kind: ClusterRole, name: "${role}" }
subjects: [{ kind: User, name: "${role}" }]
---
kind: RoleBinding
metadata: { name: one-${role}, namespace: shop }
roleRef: { kind: ClusterRole, name: "${role}" }
subjects: [{ kind: User, name: "shop-${role}" }]
`,
      )
      .join('---'),
    cases: [
      { who: 'user cluster-admin', ask: 'get secrets a @x', answer: 'yes', why: 'everything' },
      {
        who: 'user cluster-admin',
        ask: 'escalate rbac.authorization.k8s.io:clusterroles a',
        answer: 'yes',
        why: 'everything',
      },
      { who: 'user cluster-admin', ask: 'delete /any', answer: 'yes', why: 'and all paths' },
      {
        who: 'user shop-cluster-admin',
        ask: 'delete apps:deployments a @shop',
        answer: 'yes',
        why: 'everything in one namespace',
      },
      {
        who: 'user shop-cluster-admin',
        ask: 'delete apps:deployments a @x',
        answer: 'no',
        why: 'and nothing elsewhere',
      },
      {
        who: 'user shop-cluster-admin',
        ask: 'get nodes n1',
        answer: 'no',
        why: 'nor outside of namespaces',
      },
      { who: 'user view', ask: 'get pods a @x', answer: 'yes', why: 'view reads workloads' },
      { who: 'user view', ask: 'get pods/log a @x', answer: 'yes', why: 'and logs' },
      { who: 'user view', ask: 'get configmaps a @x', answer: 'yes', why: 'and ConfigMaps' },
      {
        who: 'user view',
        ask: 'get secrets a @x',
        answer: 'no',
        why: 'but no Secrets: they hold tokens',
      },
      {
        who: 'user view',
        ask: 'get rbac.authorization.k8s.io:roles a @x',
        answer: 'no',
        why: 'nor roles',
      },
      { who: 'user view', ask: 'create pods @x', answer: 'no', why: 'it writes nothing' },
      { who: 'user edit', ask: 'get secrets a @x', answer: 'yes', why: 'edit reads Secrets' },
      { who: 'user edit', ask: 'get pods a @x', answer: 'yes', why: 'edit gathers view' },
      { who: 'user edit', ask: 'create pods/exec a @x', answer: 'yes', why: 'and enters pods' },
      {
        who: 'user edit',
        ask: 'impersonate serviceaccounts a @x',
        answer: 'yes',
        why: 'and acts as accounts',
      },
      {
        who: 'user edit',
        ask: 'create serviceaccounts/token a @x',
        answer: 'yes',
        why: 'and makes tokens',
      },
      {
        who: 'user edit',
        ask: 'create rbac.authorization.k8s.io:rolebindings @x',
        answer: 'no',
        why: 'but binds nothing',
      },
      {
        who: 'user edit',
        ask: 'update resourcequotas a @x',
        answer: 'no',
        why: 'nor lifts quotas',
      },
      {
        who: 'user edit',
        ask: 'update endpoints a @x',
        answer: 'no',
        why: 'not since 1.22 (CVE-2021-25740)',
      },
      { who: 'user edit', ask: 'patch namespaces a', answer: 'no', why: 'nor edits Namespaces' },
      {
        who: 'user admin',
        ask: 'create rbac.authorization.k8s.io:rolebindings @x',
        answer: 'yes',
        why: 'admin manages roles',
      },
      {
        who: 'user admin',
        ask: 'get pods a @x',
        answer: 'yes',
        why: 'admin gathers edit, which gathers view',
      },
      {
        who: 'user admin',
        ask: 'bind rbac.authorization.k8s.io:clusterroles cluster-admin',
        answer: 'no',
        why: 'but passes on only what it has',
      },
      { who: 'user admin', ask: 'get nodes n1', answer: 'no', why: 'nodes belong to no namespace' },
      {
        who: 'user shop-admin',
        ask: 'get secrets a @shop',
        answer: 'yes',
        why: 'the usual way to give admin',
      },
      { who: 'user shop-admin', ask: 'get secrets a @x', answer: 'no', why: 'one namespace' },
      {
        who: 'user system:node',
        ask: 'get secrets a @x',
        answer: 'yes',
        why: 'bound by hand, the role of kubelets reads all Secrets',
      },
      {
        who: 'user system:auth-delegator',
        ask: 'create authentication.k8s.io:tokenreviews',
        answer: 'yes',
        why: 'it checks tokens',
      },
      {
        who: 'user system:auth-delegator',
        ask: 'get secrets a @x',
        answer: 'no',
        why: 'and nothing else',
      },
    ],
  },
  {
    estate: 'aggregation',
    manifest: `
kind: ClusterRole
metadata: { name: monitoring }
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: { example.com/monitoring: "true" }
    - matchExpressions: [{ key: team, operator: In, values: [sre, ops] }]
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get] }
---
kind: ClusterRole
metadata: { name: endpoints, labels: { example.com/monitoring: "true" } }
rules: [{ apiGroups: [""], resources: [endpoints], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: alerts, labels: { team: sre } }
rules: [{ apiGroups: [test], resources: [alerts], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: other, labels: { example.com/monitoring: "false" } }
rules: [{ apiGroups: [test], resources: [others], verbs: [get] }]
---
kind: Role
metadata: { name: local, namespace: shop, labels: { example.com/monitoring: "true" } }
rules: [{ apiGroups: [test], resources: [locals], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: wide }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { example.com/level: two } }] }
rules: []
---
kind: ClusterRole
metadata: { name: middle, labels: { example.com/level: two } }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { example.com/level: one } }, { matchLabels: { example.com/level: two } }] }
rules: []
---
kind: ClusterRole
metadata: { name: leaf, labels: { example.com/level: one } }
rules: [{ apiGroups: [test], resources: [leaves], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: certificates-view, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }
rules: [{ apiGroups: [cert-manager.io], resources: [certificates], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: everything }
aggregationRule: { clusterRoleSelectors: [{}] }
rules: []
---
kind: ClusterRole
metadata: { name: hidden }
aggregationRule: { clusterRoleSelectors: "\${SELECTORS}" }
rules: []
${['monitoring', 'wide', 'view', 'admin', 'everything', 'hidden']
  .map(
    (name) => `---
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef: { kind: ClusterRole, name: ${name} }
subjects: [{ kind: User, name: ${name} }]
`,
  )
  .join('')}`,
    cases: [
      {
        who: 'user monitoring',
        ask: 'get endpoints a @x',
        answer: 'yes',
        why: 'gathered by label',
      },
      {
        who: 'user monitoring',
        ask: 'get test:alerts a @x',
        answer: 'yes',
        why: 'by any selector, by expression too',
      },
      {
        who: 'user monitoring',
        ask: 'get test:others a @x',
        answer: 'no',
        why: 'the label has another value',
      },
      {
        who: 'user monitoring',
        ask: 'get test:locals a @x',
        answer: 'no',
        why: 'only ClusterRoles are gathered',
      },
      {
        who: 'user monitoring',
        ask: 'get secrets a @x',
        answer: 'unknown',
        why: 'the controller replaces rules of its own, sooner or later',
      },
      {
        who: 'user wide',
        ask: 'get test:leaves a @x',
        answer: 'yes',
        why: 'gathered over two steps',
      },
      {
        who: 'user view',
        ask: 'get cert-manager.io:certificates a @x',
        answer: 'yes',
        why: 'built-in roles gather too',
      },
      {
        who: 'user admin',
        ask: 'get cert-manager.io:certificates a @x',
        answer: 'yes',
        why: 'view is gathered by edit, edit by admin',
      },
      {
        who: 'user everything',
        ask: 'delete nodes n1',
        answer: 'yes',
        why: 'an empty selector gathers cluster-admin',
      },
      {
        who: 'user hidden',
        ask: 'get pods a @x',
        answer: 'unknown',
        why: 'a placeholder says what is gathered',
      },
    ],
  },
  {
    estate: 'what cannot be read',
    manifest: `
kind: ClusterRoleBinding
metadata: { name: foreign }
roleRef: { kind: ClusterRole, name: not-read }
subjects: [{ kind: User, name: jane }]
---
kind: RoleBinding
metadata: { name: foreign, namespace: shop }
roleRef: { kind: Role, name: not-read }
subjects: [{ kind: User, name: joe }]
---
kind: ClusterRole
metadata: { name: half }
rules:
  - { apiGroups: [""], resources: [pods, "\${RESOURCE}"], verbs: [get] }
  - { apiGroups: [apps], resources: [deployments], verbs: "{{ .Values.verbs }}" }
  - "{{ .Values.rule }}"
---
kind: RoleBinding
metadata: { name: half, namespace: shop }
roleRef: { kind: ClusterRole, name: half }
subjects: [{ kind: User, name: ann }]
---
kind: RoleBinding
metadata: { name: somewhere, namespace: "\${NAMESPACE}" }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: User, name: bob }]
---
kind: ClusterRoleBinding
metadata: { name: any-role }
roleRef: { kind: ClusterRole, name: "\${ROLE}" }
subjects: [{ kind: User, name: eve }]
---
kind: ClusterRoleBinding
metadata: { name: refused }
roleRef: { kind: Role, name: half }
subjects: [{ kind: User, name: dan }]
---
kind: RoleBinding
metadata: { name: anybody, namespace: open }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: "\${ACCOUNT}", namespace: open }]
---
kind: ClusterRoleBinding
metadata: { name: homeless }
roleRef: { kind: ClusterRole, name: system:monitoring }
subjects: [{ kind: ServiceAccount, name: web }]
`,
    cases: [
      { who: 'user jane', ask: 'get pods a @x', answer: 'unknown', why: 'the role was not read' },
      { who: 'user jane', ask: 'get /any', answer: 'unknown', why: 'it may say anything' },
      { who: 'user joe', ask: 'get pods a @shop', answer: 'unknown', why: 'the Role was not read' },
      { who: 'user joe', ask: 'get pods a @x', answer: 'no', why: 'but gives nothing elsewhere' },
      {
        who: 'user ann',
        ask: 'get pods a @shop',
        answer: 'yes',
        why: 'the part that can be read is enough',
      },
      {
        who: 'user ann',
        ask: 'get secrets a @shop',
        answer: 'unknown',
        why: 'a placeholder may be that resource',
      },
      {
        who: 'user ann',
        ask: 'delete apps:deployments a @shop',
        answer: 'unknown',
        why: 'a placeholder may be that verb',
      },
      {
        who: 'user ann',
        ask: 'delete nodes n1',
        answer: 'no',
        why: 'the binding is of one namespace, whatever the rule is',
      },
      {
        who: 'user bob',
        ask: 'get pods a @shop',
        answer: 'unknown',
        why: 'a placeholder says where it holds',
      },
      {
        who: 'user bob',
        ask: 'get secrets a @shop',
        answer: 'no',
        why: 'view reads no Secrets anywhere',
      },
      {
        who: 'user eve',
        ask: 'get secrets a @shop',
        answer: 'unknown',
        why: 'a placeholder names the role',
      },
      {
        who: 'user dan',
        ask: 'get pods a @shop',
        answer: 'no',
        why: 'a ClusterRoleBinding cannot refer to a Role',
      },
      {
        who: 'user zoe',
        ask: 'get pods a @open',
        answer: 'unknown',
        why: 'a placeholder may name anybody',
      },
      { who: 'user zoe', ask: 'get secrets a @open', answer: 'no', why: 'what it gives is known' },
      { who: 'user zoe', ask: 'get pods a @shop', answer: 'no', why: 'and where' },
      {
        who: 'user zoe',
        ask: 'get /metrics',
        answer: 'unknown',
        why: 'an account without a namespace is nobody certain',
      },
    ],
  },
  {
    estate: 'many bindings of one subject',
    manifest: `
kind: Role
metadata: { name: reader, namespace: shop }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
kind: Role
metadata: { name: reader, namespace: mail }
rules: [{ apiGroups: [""], resources: [services], verbs: [get] }]
---
kind: RoleBinding
metadata: { name: a, namespace: shop }
roleRef: { kind: Role, name: reader }
subjects: [{ kind: User, name: jane }]
---
kind: RoleBinding
metadata: { name: b, namespace: mail }
roleRef: { kind: Role, name: reader }
subjects: [{ kind: Group, name: staff }]
---
kind: ClusterRole
metadata: { name: reader }
rules: [{ apiGroups: [""], resources: [nodes], verbs: [get] }]
---
kind: ClusterRoleBinding
metadata: { name: c }
roleRef: { kind: ClusterRole, name: reader }
subjects:
---
kind: Role
metadata: { name: empty, namespace: shop }
rules:
---
kind: RoleBinding
metadata: { name: d, namespace: shop }
roleRef: { kind: Role, name: empty }
subjects: [{ kind: User, name: jim }]
---
kind: Role
metadata: { name: nogroup, namespace: shop }
rules: [{ resources: [pods], verbs: [get] }]
---
kind: RoleBinding
metadata: { name: e, namespace: shop }
roleRef: { kind: Role, name: nogroup }
subjects: [{ kind: User, name: tom }]
`,
    cases: [
      { who: 'user jane in staff', ask: 'get pods a @shop', answer: 'yes', why: 'her own binding' },
      {
        who: 'user jane in staff',
        ask: 'get services a @mail',
        answer: 'yes',
        why: "her group's binding: rights add up",
      },
      {
        who: 'user jane in staff',
        ask: 'get services a @shop',
        answer: 'no',
        why: 'the Role of that name in the other namespace is another',
      },
      {
        who: 'user jane in staff',
        ask: 'get pods a @mail',
        answer: 'no',
        why: 'and the other way round',
      },
      {
        who: 'user jane in staff',
        ask: 'get nodes n1',
        answer: 'no',
        why: 'the ClusterRole of that name names nobody',
      },
      {
        who: 'user jim',
        ask: 'get pods a @shop',
        answer: 'no',
        why: 'a role without rules gives nothing',
      },
      {
        who: 'user tom',
        ask: 'get pods a @shop',
        answer: 'no',
        why: 'without a group no resource is meant',
      },
      { who: 'user nobody', ask: 'get pods a @shop', answer: 'no', why: 'not named anywhere' },
    ],
  },
]
