import { readLabelSelector } from '../../../analysis/isolation/label-selector.ts'
import { allowsAll, rulesOf } from '../../../analysis/isolation/policy-rules.ts'
import { NAMESPACE_NAME, namespaceLookup } from '../../../analysis/isolation/subjects.ts'
import type { Claim } from '../../../analysis/pod-security/candidate.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import { isMapping, memberOf, valueAt, type Field } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { isForProduction, isForTests, systemName } from '../../environment.ts'
import { defineRule } from '../../rule.ts'

export const netEnvironmentBridge = defineRule({
  id: 'net-environment-bridge',
  title: 'Let no test environment connect to production',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Multi-tenancy, network isolation',
      url: 'https://kubernetes.io/docs/concepts/security/multi-tenancy/#network-isolation',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    const { namespace = '' } = policy
    if (isForTests(namespace, scene)) return []
    const tests = testsOf(namespace, scene)
    if (tests.length === 0) return []
    const peers = rulesOf(policy, 'ingress')
      .filter((rule) => !allowsAll(rule))
      .flatMap((rule) => rule.peers ?? [])
    return peers.flatMap((peer) => {
      const [found] = tests.flatMap((test) => {
        const claim = selectsNamespace(peer, test, scene)
        return claim === false ? [] : [{ test, sure: claim === true }]
      })
      if (found === undefined) return []
      const { test, sure } = found
      const may = sure ? 'connect' : 'may be allowed to connect'
      const message = `Pods of "${test}", an environment for tests, ${may} to "${namespace}".`
      return [{ place: peer.place, message, sure }]
    })
  },
})

// Environments for tests that a namespace should be apart from: all of them for production, else those of its system.
function testsOf(namespace: string, scene: Scene): readonly string[] {
  const all = testsIn(scene)
  if (isForProduction(namespace, scene)) return all
  return all.filter((test) => systemName(test) === namespace)
}

const testsIn = oncePerScene((scene): readonly string[] => {
  const names = [
    ...scene.ofKind('Namespace').map(({ name }) => name),
    ...scene.pods.map(({ owner }) => owner.namespace ?? ''),
  ]
  return [...new Set(names)].filter((name) => name !== '' && isForTests(name, scene))
})

// Who names pods of one namespace by its name has decided it; labels that environments share let in by accident.
function isOutright({ value }: Field): boolean {
  const name = valueAt(value, ['namespaceSelector', 'matchLabels', NAMESPACE_NAME])
  const pods = memberOf(value, 'podSelector')
  return name !== undefined && isMapping(pods) && Object.keys(pods).length > 0
}

// A selector for every namespace is no bridge that somebody built to this one.
function selectsNamespace(peer: Field, namespace: string, scene: Scene): Claim {
  const written = memberOf(peer.value, 'namespaceSelector')
  if (written === undefined || written === null || isOutright(peer)) return false
  const selector = readLabelSelector(written)
  return !selector.isEverything && selector.selects(namespaceLookup(namespace, scene))
}
