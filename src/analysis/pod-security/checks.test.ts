import { describe, expect, it } from 'vitest'
import { CHECKS } from './checks.ts'
import { NEWEST_POLICY } from './evaluate.ts'

// The registry of the admission plugin: each check with the first minor version of each variant. Source: versions.data.ts.
const REGISTRY = {
  privileged: [0],
  hostNamespaces: [0],
  hostPathVolumes: [0],
  hostPorts: [0],
  hostProbesAndHostLifecycle: [34],
  capabilities_baseline: [0],
  procMount: [0, 35],
  seLinuxOptions: [0, 31],
  seccompProfile_baseline: [0, 19],
  appArmorProfile: [0],
  sysctls: [0, 27, 29, 32, 37],
  windowsHostProcess: [0],
  allowPrivilegeEscalation: [8, 25],
  capabilities_restricted: [22, 25],
  restrictedVolumes: [0],
  runAsNonRoot: [0, 35],
  runAsUser: [23, 35],
  seccompProfile_restricted: [19, 25],
  procMount_restricted: [35],
}

const NON_ROOT = ['true', 'unset for containers when the pod says true']
const USERS = 'anything when spec.hostUsers is false'
const WINDOWS = 'anything when spec.os.name is windows'

describe('the table of checks', () => {
  it('has the checks and variants of the plugin', () => {
    const table = CHECKS.map(({ id, variants }) => [id, variants.map((v) => v.sinceMinor)])
    expect(Object.fromEntries(table)).toEqual(REGISTRY)
    expect(table).toHaveLength(Object.keys(REGISTRY).length)
  })

  it('lists baseline before restricted, so that what is overridden is judged first', () => {
    const levels = CHECKS.map(({ level }) => level)
    expect(levels).toEqual(levels.toSorted())
  })

  it('lets restricted checks override the same checks as the plugin', () => {
    const overrides = CHECKS.flatMap(({ id, overrides }) => (overrides ? [[id, overrides]] : []))
    expect(overrides).toEqual([
      ['capabilities_restricted', 'capabilities_baseline'],
      ['restrictedVolumes', 'hostPathVolumes'],
      ['seccompProfile_restricted', 'seccompProfile_baseline'],
      ['procMount_restricted', 'procMount'],
    ])
  })

  it('tells of every variant what it looks at and what it allows', () => {
    for (const { title, variants } of CHECKS) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      for (const { fields, allowed } of variants) {
        expect(new Set(fields).size).toBe(fields.length)
        expect(fields.every((field) => /^(spec|metadata)\./.test(field))).toBe(true)
        expect(allowed.length).toBeGreaterThan(0)
      }
    }
  })

  it.each([
    { id: 'privileged', allowed: [['unset', 'false']] },
    { id: 'hostNamespaces', allowed: [['unset', 'false']] },
    { id: 'windowsHostProcess', allowed: [['unset', 'false']] },
    { id: 'hostPorts', allowed: [['unset', '0']] },
    { id: 'allowPrivilegeEscalation', allowed: [['false'], ['false', WINDOWS]] },
    {
      id: 'procMount',
      allowed: [
        ['unset', 'Default'],
        ['unset', 'Default', USERS],
      ],
    },
    { id: 'runAsNonRoot', allowed: [NON_ROOT, [...NON_ROOT, USERS]] },
    {
      id: 'runAsUser',
      allowed: [
        ['unset', 'anything but 0'],
        ['unset', 'anything but 0', USERS],
      ],
    },
  ])('tells what $id allows', ({ id, allowed }) => {
    const check = CHECKS.find((candidate) => candidate.id === id)
    expect(check?.variants.map((variant) => variant.allowed)).toEqual(allowed)
  })

  it('writes fields as guides do', () => {
    const fields = CHECKS.flatMap(({ variants }) => variants.flatMap((variant) => variant.fields))
    expect(fields).toContain('spec.hostNetwork')
    expect(fields).toContain('spec.volumes[*].hostPath')
    expect(fields).toContain('spec.initContainers[*].ports[*].hostPort')
    expect(fields).toContain('spec.securityContext.seccompProfile.type')
    expect(fields).toContain('spec.ephemeralContainers[*].securityContext.capabilities.add[*]')
  })

  it('knows no variant newer than the newest version', () => {
    const minors = CHECKS.flatMap(({ variants }) => variants.map((variant) => variant.sinceMinor))
    expect(Math.max(...minors)).toBe(NEWEST_POLICY.minor)
  })
})
