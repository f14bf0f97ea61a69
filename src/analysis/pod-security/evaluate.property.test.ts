import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path, Step } from '../../model/document.ts'
import { isList, isMapping, valueAt } from '../../model/part.ts'
import { levelOf, violations, type PodView, type Violation } from './evaluate.ts'

const version = fc.record({ major: fc.constant(1 as const), minor: fc.nat(40) })

describe('violations', () => {
  it('never throws, whatever stands in the pod', () => {
    const anything = fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    const pod = fc.oneof(fc.record({ metadata: anything, spec: anything }), pods(anything))
    fc.assert(
      fc.property(pod, version, (view, at) => {
        expect(violations(view, at)).toBeInstanceOf(Array)
      }),
      { numRuns: 1000 },
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(pods(), version, (view, at) => {
        expect(sorted(violations(reversed(view), at))).toEqual(sorted(violations(view, at)))
      }),
    )
  })

  it('takes a null for a field that is not written', () => {
    fc.assert(
      fc.property(pods(), version, (view, at) => {
        expect(violations(withNulls(view), at)).toEqual(violations(view, at))
      }),
    )
  })

  it('does not mind fields that are none of its business', () => {
    fc.assert(
      fc.property(pods(), version, fc.jsonValue(), (view, at, value) => {
        expect(violations(withFields(view, { 'x-other': value, dnsPolicy: value }), at)).toEqual(
          violations(view, at),
        )
      }),
    )
  })

  it('is the same with users of the node as without a word of them', () => {
    fc.assert(
      fc.property(pods(), version, ({ metadata, spec }, at) => {
        const [silent, said] = [null, true].map((hostUsers) => ({
          metadata,
          spec: isMapping(spec) ? { ...spec, hostUsers } : spec,
        }))
        expect(silent && violations(silent, at)).toEqual(said && violations(said, at))
      }),
    )
  })

  it('never falls silent when a field at fault becomes a placeholder', () => {
    fc.assert(
      fc.property(pods(), version, (view, at) => {
        for (const field of sureFields(violations(view, at))) {
          if (valueAt(view, field) === undefined || valueAt(view, field) === null) continue
          const after = violations(replaced(view, field, '${UNKNOWN}'), at)
          expect(unsureFields(after)).toContain(JSON.stringify(field))
          expect(levelOf(after).level).not.toBe('restricted')
        }
      }),
      { numRuns: 500 },
    )
  })
})

// Pods near the border of the levels, with a wrong value here and there.
function pods(rarely: fc.Arbitrary<unknown> = fc.constant('text')): fc.Arbitrary<PodView> {
  const often = (...values: readonly unknown[]) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: rarely })
  const some = (model: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(model, { requiredKeys: [] })
  const list = (member: fc.Arbitrary<unknown>) => fc.array(member, { maxLength: 3 })

  const profile = some({ type: often('RuntimeDefault', 'Localhost', 'Unconfined') })
  const shared = {
    runAsNonRoot: often(true, false),
    runAsUser: often(0, 1, 1000),
    seccompProfile: profile,
    appArmorProfile: profile,
    seLinuxOptions: some({
      type: often('container_t', 'spc_t'),
      user: often('', 'u'),
      role: often(''),
    }),
    windowsOptions: some({ hostProcess: often(false, true) }),
  }
  const ofContainer = some({
    ...shared,
    privileged: often(false, true),
    allowPrivilegeEscalation: often(false, true),
    procMount: often('Default', 'Unmasked'),
    capabilities: some({
      add: list(often('CHOWN', 'NET_BIND_SERVICE', 'SYS_ADMIN')),
      drop: list(often('ALL', 'ALL', 'CHOWN')),
    }),
  })
  const handler = some({
    httpGet: some({ host: often('', 'a') }),
    tcpSocket: some({ host: often('b') }),
  })
  const container = some({
    name: often('web', 'api'),
    securityContext: ofContainer,
    ports: list(some({ hostPort: often(0, 80) })),
    livenessProbe: handler,
    lifecycle: some({ preStop: handler }),
  })
  const source = some({ mount: often({}) })
  return fc.record({
    metadata: some({
      annotations: some({
        'seccomp.security.alpha.kubernetes.io/pod': often('runtime/default', 'unconfined'),
        'container.seccomp.security.alpha.kubernetes.io/web': often('docker/default', 'unconfined'),
        'container.apparmor.security.beta.kubernetes.io/web': often('localhost/a', 'unconfined'),
      }),
    }),
    spec: some({
      hostNetwork: often(false, true),
      hostUsers: often(false, true),
      os: some({ name: often('linux', 'windows') }),
      securityContext: some({ ...shared, sysctls: list(some({ name: often('kernel.msgmax') })) }),
      volumes: list(some({ hostPath: source, nfs: source, secret: source })),
      containers: list(container),
      initContainers: list(container),
      ephemeralContainers: list(container),
    }),
  })
}

function sorted(found: readonly Violation[]): unknown {
  return found.map(({ fields, ...rest }) => ({
    ...rest,
    fields: fields.map((field) => JSON.stringify(field)).toSorted(),
  }))
}

function sureFields(found: readonly Violation[]): readonly Path[] {
  return found.filter(({ sure }) => sure).flatMap(({ fields }) => fields)
}

function unsureFields(found: readonly Violation[]): readonly string[] {
  const unsure = found.filter(({ sure }) => !sure)
  return unsure.flatMap(({ fields }) => fields.map((field) => JSON.stringify(field)))
}

function reversed(view: PodView): PodView {
  return { metadata: mapped(view.metadata, reverse), spec: mapped(view.spec, reverse) }
}

function reverse(entries: readonly Entry[]): readonly Entry[] {
  return entries.toReversed()
}

function withNulls({ metadata, spec }: PodView): PodView {
  const names = ['hostPID', 'securityContext', 'capabilities', 'privileged', 'drop', 'type', 'host']
  return {
    metadata,
    spec: mapped(spec, (entries) => [
      ...names
        .filter((name) => entries.every(([key]) => key !== name))
        .map((name): Entry => [name, null]),
      ...entries,
    ]),
  }
}

function withFields({ metadata, spec }: PodView, fields: object): PodView {
  const containers = (value: unknown) =>
    isList(value)
      ? value.map((member) => (isMapping(member) ? { ...fields, ...member } : member))
      : value
  if (!isMapping(spec)) return { metadata, spec }
  return {
    metadata: isMapping(metadata) ? { ...fields, ...metadata } : metadata,
    spec: {
      ...fields,
      ...spec,
      ...('containers' in spec ? { containers: containers(spec['containers']) } : {}),
    },
  }
}

type Entry = readonly [string, unknown]

function mapped(value: unknown, change: (entries: readonly Entry[]) => readonly Entry[]): unknown {
  if (isList(value)) return value.map((member) => mapped(member, change))
  if (!isMapping(value)) return value
  const entries = Object.entries(value).map(([key, member]): Entry => [key, mapped(member, change)])
  return Object.fromEntries(change(entries))
}

function replaced(view: PodView, field: Path, value: unknown): PodView {
  const [root, ...path] = field
  if (root === 'metadata') return { ...view, metadata: replacedAt(view.metadata, path, value) }
  return { ...view, spec: replacedAt(view.spec, path, value) }
}

function replacedAt(target: unknown, path: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (isList(target)) {
    return target.map((member, index) =>
      index === step ? replacedAt(member, rest, value) : member,
    )
  }
  if (!isMapping(target)) return target
  return { ...target, [step]: replacedAt(target[step], rest, value) }
}
