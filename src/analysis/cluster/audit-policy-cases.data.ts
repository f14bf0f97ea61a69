// Requests and audit policies with answers reasoned by hand from "Auditing", the reference of audit.k8s.io/v1 and
// staging/src/k8s.io/apiserver/pkg/audit/policy/checker.go, read 2026-11-25.

/** `ask` is `VERB [GROUP:]RESOURCE[/SUB] [NAME] [@NAMESPACE]` or `VERB /PATH`; `level` is absent when nobody can tell. */
interface AuditCase {
  readonly policy: string
  readonly ask: string
  readonly as?: { readonly user: string; readonly groups: readonly string[] }
  readonly level?: string
  /** The stages at which it is written down, where the policy leaves some out. */
  readonly stages?: readonly string[]
  readonly at: string
  readonly why: string
}

const rules = (...lines: readonly string[]): string =>
  `rules:\n${lines.map((line) => `  - {${line}}\n`).join('')}`
const core = (names: string): string => `resources: [{group: "", resources: [${names}]}]`

const SCHEDULER = { user: 'system:kube-scheduler', groups: ['system:authenticated'] }
const ADMIN = { user: 'admin', groups: ['system:masters', 'system:authenticated'] }
const ACCOUNT = {
  user: 'system:serviceaccount:kube-system:namespace-controller',
  groups: ['system:serviceaccounts', 'system:serviceaccounts:kube-system', 'system:authenticated'],
}

const READ = 'get secrets web @shop'
const LIST = 'list secrets @shop'
const EXEC = 'create pods/exec web @shop'

export const AUDIT_CASES: readonly AuditCase[] = [
  {
    why: 'a rule with a level only takes everything',
    policy: rules('level: Metadata'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'what no rule takes is not recorded',
    policy: rules(`level: Metadata, ${core('configmaps')}`),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'a policy without rules records nothing',
    policy: 'rules: []\n',
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'the first rule decides, not the one that says most',
    policy: rules(`level: None, ${core('secrets')}`, 'level: RequestResponse'),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'a rule further down is for what is left',
    policy: rules(`level: None, ${core('events')}`, 'level: RequestResponse'),
    ask: READ,
    level: 'RequestResponse',
    at: 'rules[1]',
  },
  {
    why: 'bodies of Secrets are written down under Request',
    policy: rules(`level: Request, ${core('secrets, configmaps')}`),
    ask: 'update secrets web @shop',
    level: 'Request',
    at: 'rules[0]',
  },
  {
    why: 'the rule is for other verbs',
    policy: rules(`level: Metadata, verbs: [create, update, patch, delete], ${core('secrets')}`),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'list is not get',
    policy: rules(`level: Metadata, verbs: [get], ${core('secrets')}`),
    ask: LIST,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'a star is no verb',
    policy: rules(`level: Metadata, verbs: ["*"], ${core('secrets')}`),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'an empty list of verbs takes all',
    policy: rules(`level: Metadata, verbs: [], ${core('secrets')}`),
    ask: READ,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'pods are not what one does in them',
    policy: rules(`level: RequestResponse, ${core('pods')}`),
    ask: EXEC,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'the sub-resource is named',
    policy: rules(`level: Request, ${core('pods/exec, pods/attach')}`),
    ask: EXEC,
    level: 'Request',
    at: 'rules[0]',
  },
  {
    why: 'a star takes sub-resources too',
    policy: rules(`level: Metadata, ${core('"*"')}`),
    ask: EXEC,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a star behind the slash takes all sub-resources',
    policy: rules(`level: Metadata, ${core('pods/*')}`),
    ask: EXEC,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a star behind the slash takes the object too, though the reference does not say so',
    policy: rules(`level: Metadata, ${core('pods/*')}`),
    ask: 'get pods web @shop',
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a star before the slash takes this sub-resource of all',
    policy: rules(`level: Metadata, ${core('"*/exec"')}`),
    ask: EXEC,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a star before the slash takes no object itself',
    policy: rules(`level: Metadata, ${core('"*/exec"')}`),
    ask: 'get pods web @shop',
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'a group without names of resources takes all of it',
    policy: rules('level: Request, resources: [{group: ""}, {group: apps}]'),
    ask: EXEC,
    level: 'Request',
    at: 'rules[0]',
  },
  {
    why: 'an entry without a group is for the core',
    policy: rules('level: Metadata, resources: [{resources: [secrets]}]'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a star is no group',
    policy: rules('level: Metadata, resources: [{group: "*", resources: ["*"]}]'),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'another group is another group',
    policy: rules('level: Metadata, resources: [{group: apps, resources: ["*"]}]'),
    ask: 'patch rbac.authorization.k8s.io:roles web @shop',
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'one of several entries takes it',
    policy: rules(
      'level: RequestResponse, resources: [{group: apps}, {group: rbac.authorization.k8s.io}]',
    ),
    ask: 'patch rbac.authorization.k8s.io:roles web @shop',
    level: 'RequestResponse',
    at: 'rules[0]',
  },
  {
    why: 'only objects of that name are left out',
    policy: rules(
      'level: None, resources: [{group: "", resources: [configmaps], resourceNames: [leader]}]',
      'level: Metadata',
    ),
    ask: 'update configmaps web @shop',
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'an object of that name is left out',
    policy: rules(
      'level: None, resources: [{group: "", resources: [configmaps], resourceNames: [leader]}]',
      'level: Metadata',
    ),
    ask: 'update configmaps leader @kube-system',
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'a list names no object, so a rule for names does not take it',
    policy: rules(
      'level: Metadata, resources: [{group: "", resources: [secrets], resourceNames: [web]}]',
    ),
    ask: LIST,
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'names without resources count for nothing',
    policy: rules('level: Metadata, resources: [{group: "", resourceNames: [other]}]'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'the namespace is another',
    policy: rules(`level: Request, ${core('secrets')}, namespaces: [kube-system]`, 'level: None'),
    ask: READ,
    level: 'None',
    stages: [],
    at: 'rules[1]',
  },
  {
    why: 'the namespace is this one',
    policy: rules(`level: Request, ${core('secrets')}, namespaces: [kube-system]`, 'level: None'),
    ask: 'get secrets web @kube-system',
    level: 'Request',
    at: 'rules[0]',
  },
  {
    why: 'an empty name stands for what is in no namespace',
    policy: rules('level: Metadata, namespaces: [""]'),
    ask: 'create namespaces shop',
    level: 'Metadata',
    at: 'rules[0]',
  },
  {
    why: 'a list over all namespaces is in none',
    policy: rules(`level: Metadata, ${core('secrets')}, namespaces: [shop]`),
    ask: 'list secrets',
    level: 'None',
    stages: [],
    at: 'rules',
  },
  {
    why: 'the user is left out',
    policy: rules('level: None, users: ["system:kube-scheduler"]', 'level: Metadata'),
    ask: READ,
    as: SCHEDULER,
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'another user is not left out',
    policy: rules('level: None, users: ["system:kube-scheduler"]', 'level: Metadata'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'the group of all who signed in hides everybody',
    policy: rules('level: None, userGroups: ["system:authenticated"]', 'level: Metadata'),
    ask: READ,
    as: ADMIN,
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'one of several groups is enough',
    policy: rules('level: None, userGroups: ["system:masters", other]', 'level: Metadata'),
    ask: EXEC,
    as: ADMIN,
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'user and group must both match',
    policy: rules('level: None, users: [admin], userGroups: ["system:nodes"]', 'level: Metadata'),
    ask: READ,
    as: ADMIN,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'the accounts of one namespace are left out',
    policy: rules(
      'level: None, userGroups: ["system:serviceaccounts:kube-system"]',
      'level: Metadata',
    ),
    ask: READ,
    as: ACCOUNT,
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'a star is no user',
    policy: rules('level: None, users: ["system:*"]', 'level: Metadata'),
    ask: READ,
    as: SCHEDULER,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'paths are not objects',
    policy: rules('level: None, nonResourceURLs: ["/*"]', 'level: Metadata'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'objects are not paths',
    policy: rules(`level: None, ${core('"*"')}`, 'level: Metadata'),
    ask: 'get /version',
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'a star ends a path',
    policy: rules('level: None, nonResourceURLs: ["/healthz*", /version]', 'level: Metadata'),
    ask: 'get /healthz/etcd',
    level: 'None',
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'a path without a star is one path',
    policy: rules('level: None, nonResourceURLs: [/healthz]', 'level: Metadata'),
    ask: 'get /healthz/etcd',
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'a rule that names namespaces is for objects, whatever paths it names',
    policy: rules('level: None, namespaces: [shop], nonResourceURLs: ["*"]', 'level: Metadata'),
    ask: 'get /version',
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'the policy leaves a stage out',
    policy: `omitStages: [RequestReceived]\n${rules('level: Metadata')}`,
    ask: READ,
    level: 'Metadata',
    stages: ['ResponseStarted', 'ResponseComplete', 'Panic'],
    at: 'rules[0]',
  },
  {
    why: 'policy and rule leave stages out together',
    policy: `omitStages: [RequestReceived]\n${rules('level: Metadata, omitStages: [ResponseStarted]')}`,
    ask: EXEC,
    level: 'Metadata',
    stages: ['ResponseComplete', 'Panic'],
    at: 'rules[0]',
  },
  {
    why: 'a template decides the level',
    policy: rules('level: "${LEVEL}"'),
    ask: READ,
    at: 'rules[0]',
  },
  {
    why: 'a template decides whom the first rule hides',
    policy: rules('level: None, users: ["${HIDDEN}"]', 'level: Metadata'),
    ask: READ,
    stages: [],
    at: 'rules[0]',
  },
  {
    why: 'whatever the template says, both rules say the same',
    policy: rules('level: Metadata, users: ["${SEEN}"]', 'level: Metadata'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'the template is in a rule for other verbs',
    policy: rules('level: None, users: ["${HIDDEN}"], verbs: [watch]', 'level: Metadata'),
    ask: READ,
    level: 'Metadata',
    at: 'rules[1]',
  },
  {
    why: 'a template stands for all rules',
    policy: 'rules: ${RULES}\n',
    ask: READ,
    stages: [],
    at: 'rules',
  },
]
