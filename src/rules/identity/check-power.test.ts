import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../test/rules/charges.ts'
import type { Rule } from '../rule.ts'
import { idnExec } from './idn-exec/rule.ts'
import { idnPodCreate } from './idn-pod-create/rule.ts'
import { idnRoleWrite } from './idn-role-write/rule.ts'
import { idnSecretsReadNamespace } from './idn-secrets-read-namespace/rule.ts'
import { idnSecretsRead } from './idn-secrets-read/rule.ts'
import { idnWildcard } from './idn-wildcard/rule.ts'

const API = 'apiVersion: rbac.authorization.k8s.io/v1'

describe('a rule about a power', () => {
  it('names the first receiver of the widest scope, and how many there are besides', () => {
    const manifest = [
      role('[secrets]', '[get]'),
      bind('RoleBinding', 'one', '{ kind: User, name: joe }'),
      bind(
        'ClusterRoleBinding',
        'all',
        '{ kind: Group, name: ops }, { kind: ServiceAccount, name: a, namespace: n }',
      ),
    ]
    expect(judged(idnSecretsRead, manifest)).toEqual([
      'ClusterRole "r" lets group "ops" and one other read Secrets in all namespaces through ClusterRoleBinding "all".',
    ])
    expect(judged(idnSecretsReadNamespace, manifest)).toEqual([])
  })

  it('says so when nobody has the role', () => {
    expect(judged(idnExec, [role('[pods/exec]', '[create]')])).toEqual([
      'ClusterRole "r" gives the right to enter running pods in all namespaces, but no binding that was read gives it to anyone.',
    ])
  })

  it('tells where single namespaces are meant', () => {
    const manifest = [
      role('[pods/exec]', '[create]'),
      bind('RoleBinding', 'one', '{ kind: User, name: "system:serviceaccount:ci:runner" }'),
    ]
    expect(judged(idnExec, manifest)).toEqual([
      'ClusterRole "r" lets account "runner" of namespace "ci" enter running pods in namespace "shop" through RoleBinding "one".',
    ])
  })

  it('knows the receivers of an aggregated role', () => {
    const manifest = [
      role('[pods/exec]', '[create]').replace('name: r', 'name: part, labels: { gather: me }'),
      `${API}\nkind: ClusterRole\nmetadata: { name: r }\naggregationRule: { clusterRoleSelectors: [{ matchLabels: { gather: me } }] }`,
      bind('ClusterRoleBinding', 'all', '{ kind: User, name: jane }'),
    ]
    expect(judged(idnExec, manifest)).toEqual([
      'ClusterRole "part" lets user "jane" enter running pods in all namespaces through ClusterRoleBinding "all".',
    ])
  })

  it('cannot tell when a template writes the verbs or the group', () => {
    const verbs = role('[pods/exec]', '["${VERB}"]')
    const group = role('[pods/exec]', '[create]').replace('[""]', '["${GROUP}"]')
    for (const manifest of [verbs, group]) {
      expect(judged(idnExec, [manifest])).toEqual([
        '? ClusterRole "r" gives the right to perhaps enter running pods in all namespaces, but no binding that was read gives it to anyone.',
      ])
    }
  })

  it('does not know whom a template names', () => {
    const manifest = [
      role('[pods/exec]', '[create]'),
      bind('ClusterRoleBinding', 'all', '{ kind: User, name: "${WHO}" }'),
    ]
    expect(judged(idnExec, manifest)[0]).toContain('lets somebody whom a template names enter')
  })

  it('leaves an asterisk to its own rule when it brings something graver', () => {
    const graver = [role('[pods, secrets]', '["*"]')]
    expect(judged(idnWildcard, graver)).toHaveLength(1)
    expect(judged(idnPodCreate, graver)).toEqual([])
    const lesser = [role('[pods]', '["*"]')]
    expect(judged(idnWildcard, lesser)).toEqual([])
    expect(judged(idnPodCreate, lesser)).toHaveLength(1)
  })

  it('asks once when a template hides what a role is about', () => {
    const hidden = `${API}\nkind: ClusterRole\nmetadata: { name: r }\nrules: "{{ .Values.rules }}"`
    expect(judged(idnWildcard, [hidden])).toEqual([
      '? What ClusterRole "r" is about cannot be told: a template says it, and it may say "*".',
    ])
    expect(judged(idnRoleWrite, [hidden])).toEqual([])
  })

  it('leaves alone what Kubernetes makes, but not what only pretends to be of it', () => {
    const label = 'labels: { kubernetes.io/bootstrapping: rbac-defaults }'
    const made = role('[pods/exec]', '[create]').replace('name: r', `name: "system:x", ${label}`)
    const pretends = role('[pods/exec]', '[create]').replace('name: r', `name: r, ${label}`)
    expect(judged(idnExec, [made])).toEqual([])
    expect(judged(idnExec, [pretends])).toHaveLength(1)
  })
})

function judged(rule: Rule, manifests: readonly string[]): readonly string[] {
  return messagesOf(chargesUnder('1.37', rule, manifests.join('\n---\n')))
}

function role(resources: string, verbs: string): string {
  return `${API}\nkind: ClusterRole\nmetadata: { name: r }\nrules: [{ apiGroups: [""], resources: ${resources}, verbs: ${verbs} }]`
}

function bind(kind: string, name: string, subjects: string): string {
  return `${API}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nroleRef: { kind: ClusterRole, name: r }\nsubjects: [${subjects}]`
}
