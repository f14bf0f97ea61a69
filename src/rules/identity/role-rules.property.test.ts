import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../model/place.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge } from '../judge.ts'

const KINDS: readonly string[] = ['ClusterRole', 'ClusterRoleBinding']
const RULES = CATALOGUE.filter(({ subject }) => [...subject].some((name) => KINDS.includes(name)))

const some = (...members: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...members), { minLength: 1, maxLength: 4 })

const rule = fc.record(
  {
    verbs: some(
      'get',
      'list',
      'create',
      'update',
      'patch',
      'delete',
      'deletecollection',
      '*',
      '${VERB}',
      'escalate',
      'bind',
      'impersonate',
      'approve',
      'sign',
    ),
    apiGroups: some(
      '',
      'apps',
      '*',
      'rbac.authorization.k8s.io',
      'certificates.k8s.io',
      '${GROUP}',
    ),
    resources: some(
      'pods',
      'secrets',
      'configmaps',
      'services',
      'events',
      'namespaces',
      'nodes',
      '*',
      'pods/exec',
      '*/exec',
      'nodes/proxy',
      'serviceaccounts',
      'serviceaccounts/token',
      'deployments',
      'roles',
      'clusterroles',
      'signers',
      'persistentvolumes',
      '${RESOURCE}',
    ),
  },
  { requiredKeys: ['verbs', 'apiGroups', 'resources'] },
)
const role = fc.record({
  kind: fc.constantFrom('Role', 'ClusterRole'),
  metadata: fc.record({
    name: fc.constantFrom('a', 'b'),
    namespace: fc.constantFrom('shop', 'kube-system'),
    labels: fc.constantFrom({}, { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' }),
  }),
  rules: fc.array(rule, { maxLength: 3 }),
})
const binding = fc.record({
  kind: fc.constantFrom('RoleBinding', 'ClusterRoleBinding'),
  metadata: fc.record({
    name: fc.constantFrom('a', 'b'),
    namespace: fc.constantFrom('shop', 'kube-system'),
  }),
  roleRef: fc.record({
    kind: fc.constantFrom('Role', 'ClusterRole'),
    name: fc.constantFrom('a', 'b', 'edit', 'cluster-admin', 'view'),
  }),
  subjects: fc.constant([{ kind: 'User', name: 'jane' }]),
})

describe('the rules about roles', () => {
  it('never blame one field twice', () => {
    fc.assert(
      fc.property(fc.array(role), fc.array(binding), (roles, bindings) => {
        const scene = sceneOf([...roles, ...bindings])
        const blamed = judge(scene, RULES).map(
          ({ resource, complaint }) =>
            `${scene.resources.indexOf(resource)} ${formatPath(complaint.place.path)}`,
        )
        expect(new Set(blamed).size).toBe(blamed.length)
      }),
      { numRuns: 500 },
    )
  })

  it('never throw, whatever a rule is made of', () => {
    const list = fc.oneof(fc.anything(), fc.array(fc.anything()))
    const odd = fc.record({ verbs: list, apiGroups: list, resources: list, resourceNames: list })
    fc.assert(
      fc.property(fc.array(odd), fc.anything(), (rules, selectors) => {
        const written = { rules, aggregationRule: { clusterRoleSelectors: selectors } }
        const scene = sceneOf([
          { kind: 'ClusterRole', metadata: { name: 'a' }, rules },
          { kind: 'ClusterRole', metadata: { name: 'b' }, ...written },
        ])
        expect(judge(scene, RULES)).toBeInstanceOf(Array)
      }),
    )
  })
})

function sceneOf(objects: readonly Readonly<Record<string, unknown>>[]): Scene {
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
