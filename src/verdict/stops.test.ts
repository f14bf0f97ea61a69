import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../test/report/verdicts.ts'
import { STOPS } from '../model/itinerary.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import type { StopVerdict } from './stops.ts'
import { isIncomplete } from './verdict.ts'

const CLEAN =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers: [{ name: main, securityContext: { runAsNonRoot: true }, resources: { limits: { memory: 1Gi } } }]\n'
const SETTINGS = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n'
const BAD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main
      securityContext:
        privileged: true
`

const GROUPS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
}

const MISSED = [
  { what: 'files', asked: 2, examined: 1, reasons: [{ why: 'not readable', count: 1 }] },
] as const

describe('the state of a stop', () => {
  it('is Clear when all was examined and nothing found', () => {
    expect(workloads({ texts: { 'a.yaml': CLEAN } })).toMatchObject({ state: 'Clear' })
  })

  it('is Urgent with a critical finding', () => {
    expect(workloads({ texts: { 'a.yaml': BAD } })).toMatchObject({
      state: 'Urgent',
      counts: { critical: 1 },
    })
  })

  it('is never Clear when something was not examined', () => {
    const verdict = verdictOf({ texts: { 'a.yaml': CLEAN }, coverage: MISSED })
    expect(stateOf(verdict.stops)).toBe('Attention')
    expect(isIncomplete(verdict)).toBe(true)
  })

  it('is Not examined when nothing was, and where no rule was asked', () => {
    expect(workloads({ texts: {} })).toMatchObject({ state: 'Not examined' })
    const { stops } = verdictOf({ texts: { 'a.yaml': CLEAN } })
    const others = stops.filter(({ stop }) => stop !== 'workloads')
    expect(others.map(({ state }) => state)).toEqual(others.map(() => 'Not examined'))
  })

  it('is Not examined without an object that any of its rules is asked about', () => {
    expect(workloads({ texts: { 'a.yaml': SETTINGS } })).toMatchObject({
      state: 'Not examined',
      asked: 0,
    })
  })

  it('examines nothing of objects whose kinds no rule knows', () => {
    const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\n'
    const verdict = verdictOf({ texts: { 'a.yaml': widget } })
    expect(verdict.stops.map(({ state }) => state)).toEqual(STOPS.map(() => 'Not examined'))
    expect(isIncomplete(verdict)).toBe(true)
    expect(verdict.unknownKinds).toEqual([{ type: 'example.com/Widget', objects: 1 }])
  })

  it('leaves a workload without its namespace and neighbours to nobody', () => {
    const rules = CATALOGUE.filter(({ id }) => id === 'net-no-policy')
    const reachOf = (texts: Readonly<Record<string, string>>) =>
      verdictOf({ texts, rules }).stops.find(({ stop }) => stop === 'network')
    expect(reachOf({ 'a.yaml': BAD })).toMatchObject({ state: 'Not examined', examined: 0 })
    const home = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n'
    const settled = BAD.replace('name: web\n', 'name: web\n  namespace: shop\n')
    expect(reachOf({ 'a.yaml': home, 'b.yaml': settled })).toMatchObject({
      state: 'Exposed',
      asked: 2,
      examined: 2,
    })
  })

  it('says nothing of clouds, clusters and code where only applications were read', () => {
    const kinds = ['Deployment', 'DaemonSet', 'StatefulSet', 'Job', 'CronJob', 'Service']
    const texts = Object.fromEntries(
      [...kinds, 'Secret', 'NetworkPolicy', 'ServiceAccount'].map((kind) => [
        `${kind}.yaml`,
        `apiVersion: ${GROUPS[kind] ?? 'v1'}\nkind: ${kind}\nmetadata:\n  name: web\n  namespace: shop\n`,
      ]),
    )
    const { stops } = verdictOf({ texts, rules: CATALOGUE })
    const unseen = stops.filter(({ stop }) => ['cloud', 'cluster', 'code'].includes(stop))
    expect(unseen.map(({ state }) => state)).toEqual(unseen.map(() => 'Not examined'))
  })

  it('is told for every stop, in the order of the itinerary', () => {
    expect(verdictOf({ texts: {} }).stops.map(({ stop }) => stop)).toEqual(STOPS)
  })
})

function workloads(example: Parameters<typeof verdictOf>[0]): StopVerdict | undefined {
  return verdictOf(example).stops.find(({ stop }) => stop === 'workloads')
}

function stateOf(stops: readonly StopVerdict[]): string | undefined {
  return stops.find(({ stop }) => stop === 'workloads')?.state
}
