import { describe, expect, it } from 'vitest'
import { formatPath } from '../../model/place.ts'
import { levelOf, NEWEST_POLICY, violations, type Violation } from './evaluate.ts'

const RESTRICTED_CONTAINER = {
  name: 'web',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
}
const RESTRICTED_SPEC = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [RESTRICTED_CONTAINER],
}

describe('violations', () => {
  it('finds none in a restricted pod, at any version', () => {
    for (let minor = 0; minor <= NEWEST_POLICY.minor; minor++) {
      expect(found(RESTRICTED_SPEC, minor)).toEqual([])
    }
  })

  it('tells what a silent pod lacks', () => {
    expect(found({ containers: [{ name: 'web' }] }, 37)).toEqual([
      'allowPrivilegeEscalation restricted: spec.containers[0].securityContext.allowPrivilegeEscalation',
      'capabilities_restricted restricted: spec.containers[0].securityContext.capabilities.drop',
      'runAsNonRoot restricted: spec.containers[0].securityContext.runAsNonRoot',
      'seccompProfile_restricted restricted: spec.containers[0].securityContext.seccompProfile.type',
    ])
  })

  it('asks of a silent pod what the version asks', () => {
    const silent = { containers: [{ name: 'web' }] }
    expect(idsOf(silent, 7)).toEqual(['runAsNonRoot'])
    expect(idsOf(silent, 18)).toEqual(['allowPrivilegeEscalation', 'runAsNonRoot'])
    expect(idsOf(silent, 19)).toContain('seccompProfile_restricted')
    expect(idsOf(silent, 21)).not.toContain('capabilities_restricted')
    expect(idsOf(silent, 22)).toContain('capabilities_restricted')
  })

  it('judges later versions like the newest it knows', () => {
    const spec = { ...RESTRICTED_SPEC, hostPID: true }
    expect(found(spec, 99)).toEqual(found(spec, NEWEST_POLICY.minor))
  })

  it('tells a fault that both levels mind once, at baseline', () => {
    const spec = {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'Unconfined' } },
      volumes: [
        { name: 'a', hostPath: { path: '/' } },
        { name: 'b', nfs: {} },
      ],
      containers: [withContext({ procMount: 'Unmasked', capabilities: { add: ['NET_RAW'] } })],
    }
    expect(found(spec, 37)).toEqual([
      'hostPathVolumes baseline: spec.volumes[0].hostPath',
      'capabilities_baseline baseline: spec.containers[0].securityContext.capabilities.add[0]',
      'procMount baseline: spec.containers[0].securityContext.procMount',
      'seccompProfile_baseline baseline: spec.securityContext.seccompProfile.type',
      'capabilities_restricted restricted: spec.containers[0].securityContext.capabilities.drop',
      'restrictedVolumes restricted: spec.volumes[1].nfs',
    ])
  })

  it('tells what restricted is sure of, though baseline is not', () => {
    const spec = {
      ...RESTRICTED_SPEC,
      hostUsers: '${HOST_USERS}',
      containers: [withContext({ procMount: 'Unmasked' })],
    }
    expect(found(spec, 37)).toEqual([
      'procMount baseline: spec.containers[0].securityContext.procMount ?',
      'procMount_restricted restricted: spec.containers[0].securityContext.procMount',
    ])
  })

  it('tells what neither level is sure of once', () => {
    const spec = {
      ...RESTRICTED_SPEC,
      containers: [withContext({ procMount: '${PROC}', capabilities: '${CAPABILITIES}' })],
    }
    expect(found(spec, 37)).toEqual([
      'capabilities_baseline baseline: spec.containers[0].securityContext.capabilities ?',
      'procMount baseline: spec.containers[0].securityContext.procMount ?',
    ])
  })

  it('keeps what is sure apart from what is not', () => {
    const spec = {
      containers: [
        withContext({ privileged: '${PRIVILEGED}' }),
        withContext({ privileged: true }),
        withContext({ privileged: true }),
      ],
    }
    expect(found(spec, 37).slice(0, 2)).toEqual([
      'privileged baseline: spec.containers[1].securityContext.privileged, ' +
        'spec.containers[2].securityContext.privileged',
      'privileged baseline: spec.containers[0].securityContext.privileged ?',
    ])
  })

  it('names a parent that nobody can read once in each check', () => {
    const spec = { ...RESTRICTED_SPEC, securityContext: '${CONTEXT}' }
    expect(found(spec, 37)).toEqual([
      'seLinuxOptions baseline: spec.securityContext ?',
      'seccompProfile_baseline baseline: spec.securityContext ?',
      'appArmorProfile baseline: spec.securityContext ?',
      'sysctls baseline: spec.securityContext ?',
      'windowsHostProcess baseline: spec.securityContext ?',
      'runAsNonRoot restricted: spec.securityContext ?',
      'runAsUser restricted: spec.securityContext ?',
    ])
  })

  it('asks less of Windows since 1.25', () => {
    const spec = {
      os: { name: 'windows' },
      securityContext: { runAsNonRoot: true },
      containers: [{ name: 'web' }],
    }
    expect(idsOf(spec, 24)).toHaveLength(3)
    expect(idsOf(spec, 25)).toEqual([])
  })

  it('asks for no user of a pod in a user namespace since 1.35', () => {
    const spec = {
      hostUsers: false,
      securityContext: { runAsUser: 0, seccompProfile: { type: 'Localhost' } },
      containers: [withContext({ procMount: 'Unmasked' })],
    }
    expect(idsOf(spec, 34)).toEqual(['procMount', 'runAsNonRoot', 'runAsUser'])
    expect(idsOf(spec, 35)).toEqual(['procMount_restricted'])
  })
})

describe('levelOf', () => {
  it.each([
    { name: 'nothing', found: [], level: 'restricted', sure: true },
    {
      name: 'a restricted fault',
      found: [fault('restricted', true)],
      level: 'baseline',
      sure: true,
    },
    { name: 'a baseline fault', found: [fault('baseline', true)], level: 'privileged', sure: true },
    {
      name: 'a doubt at restricted',
      found: [fault('restricted', false)],
      level: 'baseline',
      sure: false,
    },
    {
      name: 'a doubt at baseline and a fault at restricted',
      found: [fault('baseline', false), fault('restricted', true)],
      level: 'privileged',
      sure: false,
    },
    {
      name: 'a doubt that changes nothing',
      found: [fault('baseline', true), fault('baseline', false), fault('restricted', false)],
      level: 'privileged',
      sure: true,
    },
  ])('is $level, sure: $sure, with $name', ({ found, level, sure }) => {
    expect(levelOf(found)).toEqual({ level, sure })
  })
})

function found(spec: unknown, minor: number): readonly string[] {
  return violations({ metadata: {}, spec }, { major: 1, minor }).map(
    ({ check, level, fields, sure }) =>
      `${check} ${level}: ${fields.map(formatPath).join(', ')}${sure ? '' : ' ?'}`,
  )
}

function idsOf(spec: unknown, minor: number): readonly string[] {
  return violations({ metadata: {}, spec }, { major: 1, minor }).map(({ check }) => check)
}

function withContext(context: object): object {
  return { name: 'web', securityContext: { ...RESTRICTED_CONTAINER.securityContext, ...context } }
}

function fault(level: Violation['level'], sure: boolean): Violation {
  return { check: 'privileged', level, fields: [], sure }
}
