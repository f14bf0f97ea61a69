import { describe, expect, it } from 'vitest'
import { accessOf } from './access.ts'
import { readAsk, readWho, sceneOf } from './ask.testing.ts'
import { ACCESS_CASES } from './cases.data.ts'

describe('the authorizer', () => {
  it('has many cases', () => {
    const count = ACCESS_CASES.reduce((sum, { cases }) => sum + cases.length, 0)
    expect(count).toBeGreaterThanOrEqual(120)
  })

  describe.each(ACCESS_CASES)('with $estate', ({ manifest, cases }) => {
    const access = accessOf(sceneOf(manifest))
    it.each(cases)('$who: $ask? $answer: $why', ({ who, ask, answer }) => {
      expect(access.can(readWho(who), readAsk(ask)).answer).toBe(answer)
    })
  })
})

describe('access', () => {
  const scene = sceneOf(`
kind: ClusterRole
metadata: { name: leaf, labels: { gather: me } }
rules: [{ apiGroups: [""], resources: [secrets], verbs: [get] }]
---
kind: ClusterRole
metadata: { name: all }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { gather: me } }] }
---
kind: RoleBinding
metadata: { name: direct, namespace: shop }
roleRef: { kind: ClusterRole, name: leaf }
subjects: [{ kind: User, name: jane }, { kind: User, name: "\${WHO}" }]
---
kind: ClusterRoleBinding
metadata: { name: indirect }
roleRef: { kind: ClusterRole, name: all }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`)
  const access = accessOf(scene)
  const web = readWho('account shop/web')

  it('is built once for a scene', () => {
    expect(accessOf(scene)).toBe(access)
  })

  it('names the binding and the rule that allow a request', () => {
    const { grant } = access.can(web, readAsk('get secrets a @mail'))
    expect(grant?.binding.resource.name).toBe('indirect')
    expect(grant?.role.name).toBe('leaf')
    expect(grant?.rule.index).toBe(0)
  })

  it('tells who receives a role, through what, and where', () => {
    const [leaf] = scene.ofKind('ClusterRole')
    const receivers = leaf === undefined ? [] : access.receiversOf(leaf)
    expect(
      receivers.map(({ subject, binding, through }) => [
        subject?.name,
        binding.resource.name,
        binding.namespace,
        through?.name,
      ]),
    ).toEqual([
      ['jane', 'direct', 'shop', undefined],
      [undefined, 'direct', 'shop', undefined],
      ['web', 'indirect', undefined, 'all'],
    ])
  })

  it('lists the rules of a subject', () => {
    expect(access.rulesOf(web).filter(({ sure }) => sure)).toHaveLength(1)
    expect(access.rulesOf(readWho('user nobody'))).toEqual([])
  })
})
