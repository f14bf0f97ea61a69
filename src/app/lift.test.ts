import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { controlsOf } from '../rules/topics.ts'
import { RELAXATIONS } from '../rules/workloads/relaxations.data.ts'
import { POD as SOUND_POD, written } from '../rules/workloads/relaxations.testing.ts'
import type { Finding } from '../verdict/finding.ts'
import { planLift, type GivenTerms, type LiftPlan } from './lift.ts'
import { scan, type EstateTerms } from './scan.ts'
import { changeWaiver, dutiesOf, readRegister } from './waiver-register.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: log
      image: registry.example/log:1.4.2
`
const TWO = `${POD}---\n${POD.replace('name: web\n', 'name: mail\n')}`
const TERMS: GivenTerms = {
  until: '2027-01-31',
  owner: '@org/shop',
  reason: 'until the debugger is gone',
  approvedBy: '@kim',
  ticket: undefined,
  untilFixed: false,
}

function estateIn(folder: string, rest: Partial<EstateTerms> = {}): EstateTerms {
  return {
    targets: [],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: undefined,
    provider: undefined,
    today: '2026-11-24',
    ...rest,
  }
}

function planned(
  files: Files,
  words: {
    readonly id: string
    readonly on?: string
    readonly container?: string
    readonly part?: string
  },
  terms: Partial<GivenTerms> = {},
) {
  const estate = estateIn(writeFiles(files))
  const { id, on, container, part } = words
  return planLift({ estate, words: { id, on, container, part }, terms: { ...TERMS, ...terms } })
}

function planOf(...asked: Parameters<typeof planned>): LiftPlan {
  const plan = planned(...asked)
  if (!plan.ok) throw new Error(plan.fault.message)
  return plan.value
}

function draftOf(plan: LiftPlan): string {
  if (!plan.draft.ok) throw new Error(plan.draft.fault.message)
  return plan.draft.value.after
}

function findingsIn(estate: EstateTerms): readonly Finding[] {
  const selection = { rules: [], skipRules: [], stops: [], namespaces: [], excludeNamespaces: [] }
  const done = scan({ estate, selection, gate: { failOn: 'high', exitCode: 1, coverageMin: 100 } })
  if (!done.ok) throw new Error(done.fault.message)
  return done.value.verdict.findings
}

function write({ draft }: LiftPlan): string {
  if (!draft.ok) throw new Error(draft.fault.message)
  mkdirSync(dirname(draft.value.path), { recursive: true })
  writeFileSync(draft.value.path, draft.value.after)
  return draft.value.path
}

describe('a lift', () => {
  it('is for the one object that the rule finds fault with', () => {
    const plan = planOf({ 'pod.yaml': POD }, { id: 'host-pid' })
    expect(plan.match).toEqual({ namespace: 'shop', kind: 'Pod', name: 'web' })
    expect(plan.opens.map(({ rule }) => rule.id)).toEqual(['host-pid'])
    expect(plan.levels).toMatchObject([{ lifted: 'privileged', kept: 'baseline' }])
    expect(draftOf(plan)).toContain('- id: W-2026-001\n  rule: host-pid\n')
  })

  it('is for the object that is named, or its container', () => {
    const plan = planOf(
      { 'pod.yaml': TWO },
      { id: 'no-seccomp-profile', on: 'shop/Pod/mail', container: 'log' },
    )
    expect(
      plan.opens.map(({ resource, message }) => `${resource.name} ${message.slice(0, 15)}`),
    ).toEqual(['mail Container "log"'])
    expect(planOf({ 'pod.yaml': TWO }, { id: 'host-pid', on: 'shop' }).opens).toHaveLength(2)
  })

  it.each([
    { part: 'spec.containers[1]', opens: ['Container "log"'] },
    { part: 'spec.containers', opens: ['Container "log"', 'Container "web"'] },
    { part: 'spec.containers[?].securityContext', opens: ['Container "log"', 'Container "web"'] },
  ])('is for a field and all below it: $part', ({ part, opens }) => {
    const words = { id: 'privilege-escalation', on: 'shop/Pod/web', part }
    const plan = planOf({ 'pod.yaml': TWO }, words)
    expect(plan.opens.map(({ message }) => message.slice(0, 15)).toSorted()).toEqual(opens)
    expect(plan.match).toEqual({ namespace: 'shop', kind: 'Pod', name: 'web', part })
  })

  it('is not for a field that only begins alike', () => {
    const words = { id: 'privilege-escalation', on: 'shop/Pod/web', part: 'spec.container' }
    expect(planned({ 'pod.yaml': POD }, words).ok).toBe(false)
  })

  it('is for the object and container of a finding', () => {
    const folder = writeFiles({ 'pod.yaml': TWO })
    const finding = findingsIn(estateIn(folder)).find(
      ({ rule }) => rule.id === 'no-seccomp-profile',
    )
    const plan = planOf({ 'pod.yaml': TWO }, { id: finding?.id ?? '' })
    expect(plan.match).toEqual({ namespace: 'shop', kind: 'Pod', name: 'web', container: 'web' })
    expect(plan.opens.map(({ id }) => id)).toEqual([finding?.id])
  })

  it('tells what needs less, in the releases that have it', () => {
    const { relaxations } = planOf({ 'pod.yaml': POD }, { id: 'root-container' })
    expect(relaxations.map(({ effect }) => effect)).toEqual(['satisfies', 'narrows'])
    const estate = estateIn(writeFiles({ 'pod.yaml': POD }), {
      kubernetes: { major: 1, minor: 34 },
    })
    const words = { id: 'root-container', on: undefined, container: undefined }
    const older = planLift({ estate, words, terms: TERMS })
    expect(older.ok && older.value.relaxations.map(({ effect }) => effect)).toEqual(['narrows'])
  })

  it('tells of missing terms when the rest is known', () => {
    const words = { id: 'host-pid' }
    const draft = (terms: Partial<GivenTerms>) => planOf({ 'pod.yaml': POD }, words, terms).draft
    expect(draft({ reason: undefined })).toMatchObject({ fault: { at: '--reason' } })
    expect(draft({ owner: undefined })).toMatchObject({ fault: { at: '--owner' } })
    expect(draft({ approvedBy: undefined })).toMatchObject({
      fault: { message: /nobody approved/ },
    })
    expect(draft({ until: '2030-01-01' })).toMatchObject({
      fault: { message: /longer than the 180 days/ },
    })
    expect(draft({ reason: 'why' })).toMatchObject({ fault: { message: /no reason that tells/ } })
  })

  it.each([
    { name: 'an unknown rule', words: { id: 'nix' }, message: 'There is no rule "nix".' },
    {
      name: 'an unknown finding',
      words: { id: '0123456789abcdef' },
      message: /No finding has the id/,
    },
    { name: 'several objects', words: { id: 'host-pid' }, message: /finds fault with 2 objects/ },
    {
      name: 'an odd object',
      words: { id: 'host-pid', on: 'a//b' },
      message: '--on takes an object, a namespace or a package.',
    },
    {
      name: 'another object',
      words: { id: 'host-pid', on: 'shop/Pod/cart' },
      message: /nothing to lift/,
    },
    {
      name: 'a rule that is kept',
      words: { id: 'host-ipc' },
      message: /finds no fault in what was read/,
    },
  ])('is refused for $name', ({ words, message }) => {
    const plan = planned({ 'pod.yaml': TWO }, words)
    expect(plan.ok ? '' : plan.fault.message).toMatch(message)
  })

  it('that waits for a fix is refused where there is one', () => {
    const plan = planned({ 'pod.yaml': POD }, { id: 'host-pid' }, { untilFixed: true })
    expect(plan.ok ? '' : plan.fault.message).toMatch(/nothing to wait for/)
  })

  it('is numbered after the others, and is nothing where they lift all', () => {
    const waivers = draftOf(planOf({ 'pod.yaml': TWO }, { id: 'host-pid', on: 'shop/Pod/web' }))
    const files = { 'pod.yaml': TWO, '.portolan/waivers.yaml': waivers }
    expect(draftOf(planOf(files, { id: 'host-pid' }))).toContain('W-2026-002')
    const again = planned(files, { id: 'host-pid', on: 'shop/Pod/web' })
    expect(again.ok ? '' : again.fault.message).toMatch(/nothing to lift/)
  })
})

describe('lifting', () => {
  const pods = RELAXATIONS.map(({ fault }, index) =>
    written(SOUND_POD, { ...fault, 'metadata.name': `pod-${index}` }),
  )
  const files = { 'pods.yaml': pods.map((pod) => JSON.stringify(pod)).join('\n---\n') }
  const rules = CATALOGUE.filter((rule) => controlsOf(rule).pss !== undefined)

  it('is asked for by every rule that stands for a demand of restricted', () => {
    const checks = new Set(RELAXATIONS.map(({ check }): string => check))
    const asked = rules.flatMap((rule) => controlsOf(rule).pss ?? [])
    expect(asked.filter((check) => !checks.has(check))).toEqual([])
    expect(new Set(asked).size).toBe(checks.size)
  })

  it('opens what it says and no more, whatever the rule', () => {
    const estate = estateIn(writeFiles(files))
    const before = findingsIn(estate)
    const found = rules.flatMap(({ id }) => before.find(({ rule }) => rule.id === id) ?? [])
    expect(found.length).toBeGreaterThanOrEqual(18)
    for (const { id } of found) {
      const words = { id, on: undefined, container: undefined }
      const plan = planLift({ estate, words, terms: TERMS })
      if (!plan.ok) throw new Error(plan.fault.message)
      const path = write(plan.value)
      const after = findingsIn(estate)
      const changed = after.filter(({ state }, index) => state !== before[index]?.state)
      expect(changed.every(({ state }) => state === 'waived')).toBe(true)
      expect(changed.map((finding) => finding.id)).toEqual(plan.value.opens.map((f) => f.id))
      expect(after.map((finding) => finding.id)).toEqual(before.map((finding) => finding.id))
      rmSync(path)
    }
  })
})

const entry = (id: string, rule: string, expires: string): string => `- id: ${id}
  rule: ${rule}
  match: { namespace: shop, name: web }
  reason: until the debugger is gone
  owner: "@org/shop"
  approvedBy: "@kim"
  expires: ${expires}
`

describe('the register', () => {
  const files = {
    'pod.yaml': POD,
    '.portolan/waivers.yaml': [
      entry('W-1', 'host-pid', '2027-03-01'),
      entry('W-2', 'no-seccomp-profile', '2026-12-24'),
      entry('W-3', 'no-memory-limit', '2026-11-23'),
      entry('W-4', 'host-ipc', '2027-03-01'),
      entry('W-5', 'nix', '2027-03-01'),
    ].join(''),
  }

  it('tells what is to be done', () => {
    const register = readRegister(estateIn(writeFiles(files)))
    if (!register.ok) throw new Error(register.fault.message)
    const duties = dutiesOf(register.value, '2026-11-24')
    expect(duties.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'malformed .portolan/waivers.yaml:30:3',
      'expiring .portolan/waivers.yaml:8:3',
      'expired .portolan/waivers.yaml:15:3',
      'unused .portolan/waivers.yaml:22:3',
    ])
    // The day after the notice begins, it has not begun.
    expect(dutiesOf(register.value, '2026-11-23').map(({ kind }) => kind)).not.toContain('expiring')
  })

  it('calls nothing unused while something was not read', () => {
    const register = readRegister(
      estateIn(writeFiles({ ...files, 'broken.yaml': 'apiVersion: v1\nkind: Pod\n\ta: 1\n' })),
    )
    if (!register.ok) throw new Error(register.fault.message)
    expect(dutiesOf(register.value, '2026-11-24').map(({ kind }) => kind)).not.toContain('unused')
  })

  it('renews and drops by id, malformed waivers too', () => {
    const estate = estateIn(writeFiles(files))
    const renewed = changeWaiver(estate, 'W-3', {
      kind: 'renew',
      expires: '2027-01-31',
      approvedBy: undefined,
    })
    expect(renewed.ok && renewed.value.after).toContain('expires: "2027-01-31"')
    const tooFar = changeWaiver(estate, 'W-3', {
      kind: 'renew',
      expires: '2029-01-31',
      approvedBy: undefined,
    })
    expect(tooFar.ok ? '' : tooFar.fault.message).toMatch(/longer than the 180 days/)
    const dropped = changeWaiver(estate, 'W-5', { kind: 'drop' })
    expect(dropped.ok && dropped.value.after).not.toContain('W-5')
    const unknown = changeWaiver(estate, 'W-9', { kind: 'drop' })
    expect(unknown.ok ? '' : unknown.fault.message).toMatch(/No waiver file has a waiver W-9/)
  })
})
