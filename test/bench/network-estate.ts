/** How large an estate of workloads and policies is made. */
export interface NetworkSize {
  readonly workloads: number
  readonly policies: number
  readonly namespaces: number
}

/**
 * Manifests of workloads, namespaces and policies as estates have them: labels of an application, a tier and a team;
 * policies that close, open to neighbours, to other namespaces, to blocks and by names of ports. The same bytes for the
 * same size.
 */
export function networkEstate({ workloads, policies, namespaces }: NetworkSize): string {
  const pick = generator(SEED)
  const documents: string[] = []
  for (let index = 0; index < namespaces; index++) {
    documents.push(
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ns-${index}\n  labels:\n    team: team-${index % TEAMS}\n    stage: stage-${index % STAGES}\n`,
    )
  }
  for (let index = 0; index < workloads; index++)
    documents.push(workload(index, index % namespaces, pick))
  for (let index = 0; index < policies; index++)
    documents.push(policy(index, index % namespaces, pick))
  return documents.join('---\n')
}

const SEED = 20_261_125
const [TEAMS, STAGES, APPS, TIERS] = [10, 4, 40, 4]

type Pick = (below: number) => number

// A linear congruence: an estate needs variety, not chance.
function generator(seed: number): Pick {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function workload(index: number, namespace: number, pick: Pick): string {
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: workload-${index}`,
    `  namespace: ns-${namespace}`,
    'spec:',
    '  replicas: 2',
    '  selector:',
    '    matchLabels:',
    `      name: workload-${index}`,
    '  template:',
    '    metadata:',
    '      labels:',
    `        name: workload-${index}`,
    `        app: app-${pick(APPS)}`,
    `        tier: tier-${pick(TIERS)}`,
    '    spec:',
    '      containers:',
    '        - name: main',
    `          image: registry.example/app:${pick(9)}`,
    '          ports:',
    '            - name: http',
    `              containerPort: ${8000 + pick(8)}`,
    '',
  ].join('\n')
}

function policy(index: number, namespace: number, pick: Pick): string {
  const egress = pick(3) === 0
  const direction = egress ? 'egress' : 'ingress'
  const kind = pick(4)
  // The peer gives up where a name of a port meets a block of addresses.
  const isNamed = kind !== BLOCK && pick(4) === 0
  return [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    `  name: policy-${index}`,
    `  namespace: ns-${namespace}`,
    'spec:',
    ...(pick(5) === 0
      ? ['  podSelector: {}']
      : ['  podSelector:', '    matchLabels:', `      app: app-${pick(APPS)}`]),
    `  policyTypes: [${egress ? 'Egress' : 'Ingress'}]`,
    `  ${direction}:`,
    `    - ${egress ? 'to' : 'from'}:`,
    ...peers(kind, pick),
    '      ports:',
    ...(isNamed ? ['        - port: http'] : [`        - port: ${8000 + pick(8)}`]),
    '        - protocol: UDP',
    `          port: ${50 + pick(4)}`,
    '',
  ].join('\n')
}

// The kind of peers that is a block of addresses.
const BLOCK = 2

function peers(kind: number, pick: Pick): readonly string[] {
  switch (kind) {
    case 0:
      return [
        '        - podSelector:',
        '            matchLabels:',
        `              app: app-${pick(APPS)}`,
      ]
    case 1:
      return [
        '        - namespaceSelector:',
        '            matchLabels:',
        `              team: team-${pick(TEAMS)}`,
        '          podSelector:',
        '            matchLabels:',
        `              tier: tier-${pick(TIERS)}`,
      ]
    case BLOCK:
      return ['        - ipBlock:', `            cidr: 10.${pick(200)}.0.0/16`]
    default:
      return [
        '        - podSelector:',
        '            matchExpressions:',
        `              - { key: app, operator: In, values: [app-${pick(APPS)}, app-${pick(APPS)}] }`,
      ]
  }
}
