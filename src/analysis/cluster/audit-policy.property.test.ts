import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditRecord, type AuditedRequest } from './audit-policy.ts'
import { readAudited } from './audited.testing.ts'
import { rootOf } from './part.testing.ts'

const some = (...members: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.constantFrom(...members), { maxLength: 2 })

const entry = fc.record({
  group: fc.constantFrom('', 'apps'),
  resources: some('pods', 'pods/exec', 'secrets', '*', '*/exec', 'secrets/*'),
  resourceNames: some('web', 'db'),
})
const rule = fc.record({
  level: fc.constantFrom('None', 'Metadata', 'Request', 'RequestResponse'),
  users: some('jane', 'admin'),
  userGroups: some('system:masters', 'developers'),
  verbs: some('get', 'list', 'create'),
  namespaces: some('shop', ''),
  resources: fc.array(entry, { maxLength: 2 }),
  nonResourceURLs: some('/healthz*', '/version', '*'),
})
const rules = fc.array(rule, { maxLength: 4 })

type Rule = typeof rule extends fc.Arbitrary<infer T> ? T : never

const request = fc.record({
  user: fc.constantFrom('jane', 'admin'),
  groups: some('system:masters', 'developers'),
  ask: fc.constantFrom(
    'get secrets web @shop',
    'list secrets @shop',
    'list secrets',
    'create pods/exec web @shop',
    'get pods db @mail',
    'get apps:deployments web @shop',
    'get /version',
    'get /healthz/etcd',
  ),
})

it('records what the documentation says', () => {
  fc.assert(
    fc.property(rules, request, (written, { user, groups, ask }) => {
      const asked = { user, groups, ...readAudited(ask) }
      const record = auditRecord(rootOf(JSON.stringify({ rules: written })), asked)
      expect(record.level).toBe(naiveLevel(written, asked))
    }),
    { numRuns: 500 },
  )
})

it('never throws, whatever is written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), request, (rules, { user, groups, ask }) => {
      const record = auditRecord(rootOf(JSON.stringify({ rules })), {
        user,
        groups,
        ...readAudited(ask),
      })
      expect(record.place).toBeDefined()
    }),
  )
})

// From the page: the rule that matches first says the level; where none does, nothing is logged.
function naiveLevel(rules: readonly Rule[], asked: AuditedRequest): string {
  for (const rule of rules) {
    // From the reference: empty lists stand for every user, group and verb.
    if (rule.users.length > 0 && !rule.users.includes(asked.user)) continue
    if (rule.userGroups.length > 0 && !rule.userGroups.some((g) => asked.groups.includes(g)))
      continue
    if (rule.verbs.length > 0 && !rule.verbs.includes(asked.verb)) continue
    if (naiveTarget(rule, asked.target)) return rule.level
  }
  return 'None'
}

// From the reference: a rule is for objects, for paths, or for neither. One that is for both is refused; the code of the
// API server looks at the objects first.
function naiveTarget(rule: Rule, target: AuditedRequest['target']): boolean {
  const isForResources = rule.resources.length > 0 || rule.namespaces.length > 0
  const isForPaths = !isForResources && rule.nonResourceURLs.length > 0
  if (!isForResources && !isForPaths) return true
  if ('path' in target) {
    if (!isForPaths) return false
    // From the reference: a star may end a path.
    return rule.nonResourceURLs.some((url) =>
      url.endsWith('*') ? target.path.startsWith(url.slice(0, -1)) : url === target.path,
    )
  }
  if (!isForResources) return false
  // From the reference: the empty name is for what is in no namespace, the empty list for every namespace.
  if (rule.namespaces.length > 0 && !rule.namespaces.includes(target.namespace)) return false
  if (rule.resources.length === 0) return true
  return rule.resources.some((entry) => {
    if (entry.group !== target.group) return false
    // From the reference: without resources all of the group, sub-resources too.
    if (entry.resources.length === 0) return true
    // From the reference: without names every object.
    if (entry.resourceNames.length > 0 && !entry.resourceNames.includes(target.name)) return false
    return entry.resources.some((name) => naiveResource(name, target))
  })
}

function naiveResource(name: string, target: { resource: string; subresource?: string }): boolean {
  const { resource, subresource = '' } = target
  switch (name) {
    case '*': // everything of the group, sub-resources too
      return true
    case '*/exec': // this sub-resource of every resource
      return subresource === 'exec'
    case 'secrets/*': // every sub-resource of it, and by the code the resource itself
      return resource === 'secrets'
    default: // letter by letter
      return name === (subresource === '' ? resource : `${resource}/${subresource}`)
  }
}
