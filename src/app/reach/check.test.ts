import { describe, expect, it } from 'vitest'
import { writeFiles } from '../../intake/estate.testing.ts'
import { loadConfig } from '../config/load-config.ts'
import { checkReach } from './check.ts'

const pod = (name: string): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
spec: {containers: [{name: main, image: 'x:1', ports: [{containerPort: 5432}]}]}`

const policy = (app: string, spec: string): string => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${app}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${app}}}, ${spec}}`

const LOAD_BALANCER = `
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {type: LoadBalancer, externalTrafficPolicy: Local, selector: {app: web}, ports: [{port: 5432}]}`

const ESTATE = [
  pod('db'),
  pod('web'),
  pod('api'),
  policy(
    'db',
    'ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]',
  ),
  policy('api', 'egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}]}], policyTypes: [Egress]'),
  LOAD_BALANCER,
].join('')

function check(reach: string, estate = ESTATE) {
  const workingFolder = writeFiles({
    '.git/HEAD': '',
    'estate.yaml': estate,
    'portolan.yaml': `version: 1\nreach:\n${reach}`,
  })
  const config = loadConfig(undefined, workingFolder)
  if (!config.ok) throw new Error(config.fault.message)
  const found = checkReach({
    estate: {
      targets: ['estate.yaml'],
      workingFolder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: '2026-11-25',
    },
    expectations: config.value.expectations,
    plugin: undefined,
  })
  if (!found.ok) throw new Error(found.fault.message)
  return found.value
}

const allow = (words: string): string => `  allow: [{ ${words} }]`
const deny = (words: string): string => `  deny: [{ ${words} }]`

describe('expectations of who may reach whom', () => {
  it.each([
    { reach: allow('from: shop/web, to: shop/db, port: 5432'), is: 'held', exitCode: 0 },
    { reach: allow('from: shop/web, to: shop/db'), is: 'held', exitCode: 0 },
    { reach: allow('from: shop/web, to: shop/db, port: udp/5432'), is: 'broken', exitCode: 1 },
    { reach: allow('from: shop/*, to: shop/db, port: 5432'), is: 'broken', exitCode: 1 },
    { reach: allow('from: internet, to: shop/web, port: 5432'), is: 'held', exitCode: 0 },
    { reach: allow('from: internet, to: shop/api, port: 5432'), is: 'broken', exitCode: 1 },
    { reach: allow('from: shop/web, to: api.psp.example, port: 443'), is: 'held', exitCode: 0 },
    { reach: allow('from: shop/api, to: api.psp.example, port: 443'), is: 'unclear', exitCode: 3 },
    { reach: deny('from: shop/web, to: shop/db'), is: 'broken', exitCode: 1 },
    { reach: deny('from: shop/web, to: shop/db, port: 22'), is: 'held', exitCode: 0 },
    { reach: deny('from: internet, to: shop/db'), is: 'held', exitCode: 0 },
    { reach: deny('from: internet, to: shop/api'), is: 'broken', exitCode: 1 },
    { reach: deny('from: outside, to: shop/api'), is: 'held', exitCode: 0 },
    { reach: deny('from: outside, to: shop/web'), is: 'broken', exitCode: 1 },
    { reach: deny('from: shop/api, to: 198.51.100.0/24'), is: 'held', exitCode: 0 },
    { reach: deny('from: shop/api, to: 203.0.113.9'), is: 'broken', exitCode: 1 },
    { reach: deny('from: internet, to: shop/gone'), is: 'unclear', exitCode: 3 },
  ])('tells of $reach that it is $is', ({ reach, is, exitCode }) => {
    const found = check(reach)
    expect(found.told.expectations.map(({ standing }) => standing)).toEqual([is])
    expect(found.exitCode).toBe(exitCode)
  })

  it('breaks when a pull request opens the database to the internet by a load balancer', () => {
    const opened = LOAD_BALANCER.replace('app: web', 'app: db')
    const admitting = policy('db', 'ingress: [{ports: [{port: 5432}]}]')
    const reach = deny('from: internet, to: shop/db')
    const [told] = check(reach, pod('db') + admitting + opened).told.expectations
    expect(told?.evidence.map(({ note }) => note)).toContainEqual(
      expect.stringContaining('by LoadBalancer shop/Service/web'),
    )
  })

  it('does not hold what a policy that is not understood may open', () => {
    const unread = policy('db', 'ingress: [{from: [{podSelector: {matchLabels: [web]}}]}]')
    const found = check(deny('from: shop/api, to: shop/db'), pod('db') + pod('api') + unread)
    expect(found.told.expectations[0]?.standing).toBe('unclear')
    expect(found.exitCode).toBe(3)
  })

  it('names the line that declares it and the rules behind it', () => {
    const [told] = check(deny('from: shop/web, to: shop/db')).told.expectations
    expect(told?.at).toBe('portolan.yaml:3:10')
    expect(told?.evidence[0]?.because.map(({ at }) => at)).toContain('estate.yaml:21:8')
  })
})
