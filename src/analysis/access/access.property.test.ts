import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { accessOf } from './access.ts'
import type { Request } from './request.ts'
import type { Requester } from './subject.ts'

type Written = Readonly<Record<string, unknown>>

const NAMES = ['a', 'b', 'view', '${NAME}']
const name = fc.constantFrom(...NAMES)
const namespace = fc.constantFrom('shop', 'mail', '${NAMESPACE}')
const some = (...members: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.constantFrom(...members), { maxLength: 3 })

const rule = fc.record({
  verbs: some('get', 'list', '*', '${VERB}'),
  apiGroups: some('', 'apps', '*'),
  resources: some('pods', 'pods/exec', 'secrets', '*', '*/exec', '${RESOURCE}'),
  resourceNames: some('a', 'b'),
  nonResourceURLs: some('/a', '/a/*', '*'),
})
const labels = fc.record({ level: fc.constantFrom('one', 'two') })
const role = fc
  .record({
    kind: fc.constantFrom('Role', 'ClusterRole'),
    metadata: fc.record({ name, namespace, labels }),
    rules: fc.array(rule, { maxLength: 2 }),
    level: fc.option(fc.constantFrom('one', 'two')),
  })
  .map(({ level, ...rest }) => {
    if (level === null) return rest
    return { ...rest, aggregationRule: { clusterRoleSelectors: [{ matchLabels: { level } }] } }
  })
const subject = fc.record({
  kind: fc.constantFrom('User', 'Group', 'ServiceAccount', 'Nobody'),
  name: fc.constantFrom('a', 'b', 'system:authenticated', '${WHO}'),
  namespace: fc.option(fc.constantFrom('shop', 'mail'), { nil: undefined }),
})
const binding = fc.record({
  kind: fc.constantFrom('RoleBinding', 'ClusterRoleBinding'),
  metadata: fc.record({ name, namespace }),
  roleRef: fc.record({ kind: fc.constantFrom('Role', 'ClusterRole'), name }),
  subjects: fc.array(subject, { maxLength: 3 }),
})
const estate = fc.tuple(fc.array(role, { maxLength: 5 }), fc.array(binding, { maxLength: 5 }))
const who: fc.Arbitrary<Requester> = fc.record({
  kind: fc.constantFrom('User', 'Group', 'ServiceAccount'),
  name: fc.constantFrom('a', 'b'),
  namespace: fc.constant('shop'),
})
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({
    verb: fc.constantFrom('get', 'list'),
    group: fc.constantFrom('', 'apps'),
    resource: fc.constantFrom('pods', 'pods/exec', 'secrets', 'nodes'),
    namespace: fc.constantFrom('shop', 'mail'),
    name: fc.constantFrom('', 'a', 'b'),
  }),
  fc.record({ verb: fc.constant('get'), path: fc.constantFrom('/a', '/a/b', '/c') }),
)

describe('access', () => {
  it('does not depend on the order of the objects', () => {
    fc.assert(
      fc.property(estate, who, request, ([roles, bindings], requester, asked) => {
        const objects = [...roles, ...bindings]
        const answer = answerOf(objects, requester, asked)
        expect(answerOf(objects.toReversed(), requester, asked)).toBe(answer)
      }),
      { numRuns: 500 },
    )
  })

  it('never loses a right by one more binding', () => {
    fc.assert(
      fc.property(estate, binding, who, request, ([roles, bindings], more, requester, asked) => {
        const before = answerOf([...roles, ...bindings], requester, asked)
        const after = answerOf([...roles, ...bindings, more], requester, asked)
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before])
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever stands in the objects', () => {
    const anything = fc.dictionary(
      fc.constantFrom('roleRef', 'subjects', 'rules', 'aggregationRule', 'metadata'),
      fc.anything({ withNullPrototype: true }),
    )
    const kinds = fc.constantFrom('Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kinds, anything)),
        who,
        request,
        (objects, requester, asked) => {
          const written = objects.map(([kind, fields]) => ({ ...fields, kind }))
          const access = accessOf(sceneOf(written))
          expect(Object.keys(RANK)).toContain(access.can(requester, asked).answer)
          expect(access.rulesOf(requester)).toBeInstanceOf(Array)
        },
      ),
    )
  })
})

const RANK = { no: 0, unknown: 1, yes: 2 }

function answerOf(
  objects: readonly Written[],
  requester: Requester,
  asked: Request,
): 'yes' | 'no' | 'unknown' {
  return accessOf(sceneOf(objects)).can(requester, asked).answer
}

function sceneOf(objects: readonly Written[]): Scene {
  const source = { file: 'manifest.yaml', text: '' }
  const layout = { keys: [''], offsets: Int32Array.of(-1, 0, 0, 1) }
  const resources = objects.map((fields) => {
    const value = { ...fields, apiVersion: 'rbac.authorization.k8s.io/v1' }
    return resourceOf({ source, layout, node: 0, value })
  })
  return createScene(resources, {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-24',
  })
}
