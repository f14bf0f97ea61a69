import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { applied } from '../app/configuration/overlay.ts'
import { readEstate } from '../intake/read-estate.ts'
import { STOPS, type Stop } from '../model/itinerary.ts'
import { createScene, type Scene } from '../model/scene.ts'
import { NEWEST_KUBERNETES } from '../model/version.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { judge } from '../rules/judge.ts'
import { stopOf } from '../rules/topics.ts'
import { findingsOf, type Finding } from '../verdict/finding.ts'
import { judgeStops } from '../verdict/stops.ts'
import { run } from './host.testing.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const { scene: harbour } = readEstate({
  targets: ['examples/harbour'],
  workingFolder: ROOT,
  skipPaths: [],
  readStdin: () => new Uint8Array(),
  kubernetes: NEWEST_KUBERNETES,
  offering: undefined,
  today: '2026-11-24',
})

const WHOLE = { asked: 1, examined: 1 }

const ALL_EXAMINED = {
  cloud: WHOLE,
  cluster: WHOLE,
  identity: WHOLE,
  workloads: WHOLE,
  network: WHOLE,
  'third-parties': WHOLE,
  data: WHOLE,
  code: WHOLE,
}

/** What only the owner of harbour can know, stop by stop: rules and objects. Everything else is closed. */
const ONLY_YOU = {
  identity: { 'idn-human-sa': ['monitoring/ServiceAccount/admin-user'] },
  workloads: {
    'single-replica': [
      'build/Deployment/registry',
      'data/Deployment/redis',
      'data/StatefulSet/postgres',
      'data/StatefulSet/rabbitmq',
      'monitoring/Deployment/grafana',
      'monitoring/Deployment/prometheus',
    ],
    'no-liveness-probe': [
      'build/Deployment/ci-runner',
      'data/Deployment/tmp-debug',
      'data/StatefulSet/rabbitmq',
      'monitoring/DaemonSet/fluentd',
      'shop/Deployment/orders-worker',
    ],
    'no-readiness-probe': [
      'build/Deployment/ci-runner',
      'data/Deployment/tmp-debug',
      'monitoring/DaemonSet/fluentd',
      'shop/Deployment/orders-worker',
    ],
    'image-without-digest': [
      'build/Deployment/registry',
      'data/CronJob/postgres-backup',
      'data/Deployment/redis',
      'data/StatefulSet/postgres',
      'data/StatefulSet/rabbitmq',
      'monitoring/DaemonSet/fluentd',
      'monitoring/DaemonSet/node-exporter',
      'monitoring/Deployment/prometheus',
      'shop/Deployment/cart',
      'shop/Deployment/checkout',
      'shop/Deployment/orders-worker',
      'shop/Deployment/payments',
    ],
    'image-latest': [
      'build/Deployment/ci-runner',
      'monitoring/Deployment/grafana',
      'shop/Deployment/orders-worker',
      'shop/Deployment/storefront',
      'shop/Job/migrate',
    ],
    'image-without-tag': ['data/Deployment/tmp-debug', 'default/Deployment/newsletter'],
  },
  network: {
    'net-ingress-retired': [
      'mail/Ingress/unsubscribe',
      'shop/Ingress/api',
      'shop/Ingress/storefront',
    ],
  },
  'third-parties': {
    'apisvc-skip-verify': ['APIService/v1beta1.metrics.k8s.io'],
    'tp-end-of-life-component': ['data/StatefulSet/rabbitmq'],
  },
  data: {
    'sec-env': [
      'data/CronJob/postgres-backup',
      'data/Pod/tmp-debug',
      'data/StatefulSet/postgres',
      'data/StatefulSet/rabbitmq',
      'monitoring/Deployment/grafana',
      'shop/Deployment/checkout',
      'shop/Deployment/orders-worker',
      'shop/Deployment/payments',
      'shop/Job/migrate',
    ],
    'env-clear-url': ['monitoring/DaemonSet/fluentd', 'shop/Deployment/cart'],
    'gdpr-retention': ['data/StatefulSet/postgres'],
    'gdpr-rights': ['data/StatefulSet/postgres'],
  },
} satisfies Readonly<Partial<Record<Stop, Readonly<Record<string, readonly string[]>>>>>

// What harbour's chart and overlays make is changed there.
const MADE = /\/(?:reviews|search)$/

const LEFT = v.object({
  topics: v.array(
    v.object({
      left: v.array(
        v.object({
          rule: v.string(),
          kind: v.string(),
          on: v.array(v.string()),
          findings: v.array(v.string()),
        }),
      ),
    }),
  ),
})

const CASES = STOPS.flatMap((stop) => {
  const known = Object.entries(ONLY_YOU).find(([name]) => name === stop)?.[1]
  return known === undefined ? [] : [{ stop, known }]
})

describe.each(CASES)('the configuration written for $stop of harbour', ({ stop, known }) => {
  it('makes the stop Clear, apart from what it says that only its owner can know', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clear-'))
    const words = ['guide', stop, 'examples/harbour']
    const done = await run([...words, '--write', folder], { workingFolder: ROOT })
    expect(done.exitCode).toBe(0)
    const told = await run([...words, '-f', 'json'], { workingFolder: ROOT })
    const left = v.parse(LEFT, JSON.parse(told.stdout)).topics.flatMap((topic) => topic.left)

    expect(left.filter(({ kind }) => kind === 'undone')).toEqual([])
    const asked = left.filter(({ kind }) => kind === 'unknown')
    const written = asked.map(
      ({ rule, on }) => [rule, on.filter((name) => !MADE.test(name))] as const,
    )
    expect(Object.fromEntries(written.filter(([, on]) => on.length > 0))).toEqual(known)
    const made = left.filter(({ kind }) => kind === 'made')
    expect(made.flatMap(({ on }) => on).filter((name) => !MADE.test(name))).toEqual([])
    const open = findingsAt(stop, laidOver(harbour, folder))
    const unknown = new Set(left.flatMap(({ findings }) => findings))
    expect(open.map(({ id }) => id).toSorted()).toEqual([...unknown].toSorted())
    const rest = open.filter(({ id }) => !unknown.has(id))
    expect(judgeStops(rest, ALL_EXAMINED).find((each) => each.stop === stop)?.state).toBe('Clear')
  })

  it('was not Clear before', () => {
    const state = judgeStops(findingsAt(stop, harbour), ALL_EXAMINED)
    expect(state.find((each) => each.stop === stop)?.state).not.toBe('Clear')
  })
})

/** The estate with what stands in a folder in the place of its own objects, and without what goes. */
function laidOver(scene: Scene, folder: string): Scene {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const yaml = files.filter((file) => file.endsWith('.yaml')).map(textOf)
  const gone = files
    .filter((file) => file === 'remove.sh')
    .flatMap((file) => deletedBy(textOf(file)))
  const done = applied(scene, yaml.join(''))
  const kept = done.resources.filter(
    ({ kind, name, namespace = '' }) =>
      !gone.includes(`${kind.toLowerCase()} ${namespace} ${name}`),
  )
  const { kubernetes, offering, today } = scene
  return createScene(kept, { kubernetes, offering, today })
}

function deletedBy(script: string): readonly string[] {
  const lines = script.matchAll(/^kubectl delete ([a-z]+)\S* (\S+)(?: -n (\S+))?$/gm)
  return [...lines].map(([, kind, name, namespace = '']) => `${kind} ${namespace} ${name}`)
}

function findingsAt(stop: Stop, scene: Scene): readonly Finding[] {
  const rules = CATALOGUE.filter((rule) => stopOf(rule) === stop)
  return findingsOf(judge(scene, rules), scene)
}
