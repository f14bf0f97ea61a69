import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { partyName, type Flow } from './flow.ts'
import { intentOf } from './intent.ts'

/** A Deployment `web` of namespace `shop` with fields of its one container, and the Services that it may call. */
const estate = (container: string, more = '', spec = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      ${spec}
      containers: [{name: main, image: 'x:1', ${container}}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: data}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: db}}
    spec:
      containers:
        - {name: db, image: 'x:1', ports: [{name: sql, containerPort: 5433}]}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: data}
spec: {clusterIP: None, selector: {app: db}, ports: [{name: sql, port: 5432, targetPort: sql}]}
---
apiVersion: v1
kind: Service
metadata: {name: data, namespace: shop}
spec: {type: ExternalName, externalName: db.cloud.example}
${more}`

const env = (...pairs: readonly (readonly [string, string])[]): string =>
  `env: [${pairs.map(([name, value]) => `{name: ${name}, value: '${value}'}`).join(', ')}]`

const told = ({ from, to, protocol, port, confidence }: Flow): string =>
  `${partyName(from)} > ${partyName(to)} ${protocol} ${port} ${confidence}`

const meantBy = (yaml: string): readonly string[] =>
  intentOf(sceneOf(yaml))
    .filter(({ from, to }) => to.kind !== 'dns' && from.kind !== 'nodes')
    .map(told)

const WEB = 'shop/web[Deployment]'
const DB = 'data/db[StatefulSet]'
const TO_DB = `${WEB} > ${DB} TCP 5433`

describe('intended connections', () => {
  it.each([
    { words: 'shop/web to data/db', ports: [], flows: [`${TO_DB} certain`] },
    {
      words: 'shop/web[Deployment] to data/*',
      ports: [{ protocol: 'UDP', first: 53, last: 54 }] as const,
      flows: [`${WEB} > ${DB} UDP 53 certain`, `${WEB} > ${DB} UDP 54 certain`],
    },
    {
      words: 'shop/web to api.psp.example',
      ports: [{ protocol: 'TCP', first: 443, last: 443 }] as const,
      flows: [`${WEB} > api.psp.example TCP 443 certain`],
    },
    {
      words: '192.0.2.7 to shop/web',
      ports: [{ protocol: 'TCP', first: 80, last: 80 }] as const,
      flows: [`192.0.2.7/32 > ${WEB} TCP 80 certain`],
    },
    { words: 'shop/gone to data/db', ports: [], flows: [] },
    { words: 'any to data/db', ports: [], flows: [] },
  ])('are declared: $words', ({ words, ports, flows }) => {
    const [from = '', to = ''] = words.split(' to ')
    const declared = [{ at: 'portolan.yaml:4:7', from, to, ports }]
    const found = intentOf({ ...sceneOf(estate('')), declared })
    const said = found.filter(({ evidence }) =>
      evidence.some((one) => one.words === 'reach.allow declares it (portolan.yaml:4:7)'),
    )
    expect(said.map(told)).toEqual(flows)
  })

  it.each([
    { name: 'host and port', pairs: [['DB', 'db.data:5432']], flows: [`${TO_DB} certain`] },
    {
      name: 'a URL with a password and no port',
      pairs: [['DATABASE', 'postgres://shop:p4ss@db.data.svc/shop']],
      flows: [`${TO_DB} certain`],
    },
    {
      name: 'the full name in a JDBC address',
      pairs: [['X', 'jdbc:postgresql://db.data.svc.cluster.local:5432/x?ssl=true']],
      flows: [`${TO_DB} certain`],
    },
    {
      name: 'host and port apart',
      pairs: [
        ['PGHOST', 'db.data'],
        ['PGPORT', '5432'],
      ],
      flows: [`${TO_DB} certain`],
    },
    {
      name: 'one pod of a StatefulSet, by another port',
      pairs: [['PRIMARY', 'db-0.db.data:9999']],
      flows: [`${WEB} > ${DB} TCP 9999 certain`],
    },
    {
      name: 'several hosts in one text',
      pairs: [['SEEDS', 'db-0.db.data:5432,cache.other.svc:6379']],
      flows: [`${TO_DB} certain`, `${WEB} > other/cache TCP 6379 certain`],
    },
    {
      name: 'a variable made of others',
      pairs: [
        ['AT', 'db.data'],
        ['DSN', 'tcp://$(AT):5432'],
      ],
      flows: [`${TO_DB} certain`],
    },
    {
      name: 'a name outside, by its Service',
      pairs: [['ADDR', 'data:5432']],
      flows: [`${WEB} > db.cloud.example TCP 5432 likely`],
    },
    {
      name: 'a host outside',
      pairs: [['API_URL', 'https://api.psp.example/v2?x=http']],
      flows: [`${WEB} > api.psp.example TCP 443 likely`],
    },
    {
      name: 'an address of its own, images, names of vocabularies and passwords',
      pairs: [
        ['LISTEN', '0.0.0.0:8080'],
        ['SELF', 'http://localhost:9'],
        ['SIDECAR_IMAGE', 'db.data:5432'],
        ['NS', 'http://www.w3.org/1999/xhtml'],
        ['PASSWORD', 'data'],
      ],
      flows: [],
    },
  ] as const)('reads $name', ({ pairs, flows }) => {
    expect(meantBy(estate(env(...pairs)))).toEqual(flows)
  })

  it.each([
    { name: 'a flag with a value', container: "args: ['--db-host=db.data', '--db-port=5432']" },
    { name: 'a flag before its value', container: 'args: [-h, db.data, --verbose]' },
    {
      name: 'a line of a shell',
      container: "command: [sh, -c, 'until nc -z db.data:5432; do :; done']",
    },
  ])('reads $name', ({ container }) => {
    expect(meantBy(estate(container))).toEqual([`${TO_DB} certain`])
  })

  const config = (kind: string, text: string): string => `---
apiVersion: v1
kind: ${kind}
metadata: {name: settings, namespace: shop}
${kind === 'Secret' ? 'stringData' : 'data'}:
  app.yaml: |
    # host: docs.example.com:443
    database:
      ${text}
      port: 5432
`

  it.each([
    { kind: 'ConfigMap', volume: 'configMap: {name: settings}' },
    { kind: 'Secret', volume: 'secret: {secretName: settings}' },
    { kind: 'ConfigMap', volume: 'projected: {sources: [{configMap: {name: settings}}]}' },
  ])('reads files of a $kind: $volume', ({ kind, volume }) => {
    const spec = `volumes: [{name: v, ${volume}}]`
    expect(meantBy(estate('', config(kind, 'host: db.data'), spec))).toEqual([`${TO_DB} certain`])
  })

  it('never repeats what stands in a Secret', () => {
    const spec = 'volumes: [{name: v, secret: {secretName: settings}}]'
    const secret = config('Secret', 'url: https://hush.example')
    const flows = intentOf(sceneOf(estate('', secret, spec)))
    const outside = flows.filter(({ to }) => to.kind === 'outside')
    expect(outside.map(told)).toEqual([`${WEB} > outside TCP 443 likely`])
    expect(outside.flatMap(({ evidence }) => evidence.map(({ words }) => words))).toEqual([
      'key app.yaml of Secret "settings" names it',
    ])
  })

  it.each([
    {
      name: 'an Ingress',
      more: `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: in, namespace: data}
spec: {ingressClassName: nginx, defaultBackend: {service: {name: db, port: {name: sql}}}}
`,
      flow: `the Ingress controller nginx > ${DB} TCP 5433 certain`,
    },
    {
      name: 'a route of a Gateway',
      more: `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: data}
spec: {gatewayClassName: contour}
---
apiVersion: gateway.networking.k8s.io/v1
kind: TCPRoute
metadata: {name: in, namespace: data}
spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: db, port: 5432}]}]}
`,
      flow: `the Ingress controller contour > ${DB} TCP 5433 certain`,
    },
    {
      name: 'a load balancer for some',
      more: `---
apiVersion: v1
kind: Service
metadata: {name: lb, namespace: data}
spec: {type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24], selector: {app: db}, ports: [{port: 1, targetPort: 5433}]}
`,
      flow: `192.0.2.0/24 > ${DB} TCP 5433 certain`,
    },
    {
      name: 'a ServiceMonitor',
      more: `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: m, namespace: monitoring}
spec: {namespaceSelector: {any: true}, selector: {}, endpoints: [{port: sql}]}
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: p, namespace: monitoring}
`,
      flow: `monitoring/* > ${DB} TCP 5433 certain`,
    },
    {
      name: 'a webhook',
      more: `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: w}
webhooks: [{clientConfig: {service: {name: db, namespace: data, port: 5432}}}]
`,
      flow: `the API server > ${DB} TCP 5433 certain`,
    },
    {
      name: 'a role',
      more: `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
`,
      flow: [443, 6443].map((port) => `${WEB} > the API server TCP ${port} certain`),
    },
  ])('follows $name', ({ more, flow }) => {
    expect(meantBy(estate('', more))).toEqual([flow].flat())
  })

  it('knows probes, DNS and what replicas of well-known programs say to one another', () => {
    const probe = 'readinessProbe: {httpGet: {port: 8080}}'
    const known = estate(probe).replace("name: db, image: 'x:1'", "name: db, image: 'rabbitmq:3'")
    const flows = intentOf(sceneOf(known)).map(told)
    expect(flows).toContain(`the nodes > ${WEB} TCP 8080 certain`)
    expect(flows).toContain(`${WEB} > DNS UDP 53 certain`)
    expect(flows).toContain(`${DB} > ${DB} TCP 4369 likely`)
  })
})
