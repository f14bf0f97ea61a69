import type { Component, Setting } from '../../../analysis/cluster/component.ts'
import { fileNamed } from '../../../analysis/cluster/named-file.ts'
import { memberOf } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { isGiven } from '../faults.ts'

export const apiAuthzMode = defineRule({
  id: 'api-authz-mode',
  title: 'Authorize every request by Node and RBAC',
  topic: 'api-authorization',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Authorization, modes',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#authorization-modules',
    },
    {
      title: 'Kubernetes: Using Node Authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/',
    },
  ],
  controls: { 'cis-1.12': ['1.2.6', '1.2.7', '1.2.8'], 'stig-v2r3': ['V-242382'] },

  subject: ['kube-apiserver'],
  check(apiServer, scene) {
    const file = apiServer.setting('authorization-config')
    // With the file the flag is not allowed.
    if (!file.sure || isGiven(file)) return checkFile(file, scene)
    const flag = apiServer.setting('authorization-mode')
    if (!flag.sure) return [doubtAbout(flag, 'Requests may be allowed without a role')]
    return complain(flag, faultOf(apiServer.members('authorization-mode')))
  },

  fix: {
    risk: 'mayBreak', // who relies on what was allowed to all needs a role first
    edit: (apiServer) =>
      isPlain(apiServer) ? apiServer.set('authorization-mode', 'Node,RBAC') : [],
  },
})

function checkFile(file: Setting, scene: Scene): readonly Complaint[] {
  const named = fileNamed(file.value, ['AuthorizationConfiguration'], scene)
  if (named.kind !== 'read') {
    const message =
      'Requests may be allowed without a role: this file decides it, and it was not read.'
    return [{ place: file.place, message, sure: false }]
  }
  const types = named.resource.list('authorizers').map(({ value }) => memberOf(value, 'type'))
  return complain(file, faultOf(types))
}

function faultOf(modes: readonly unknown[]): string | undefined {
  if (modes.includes('AlwaysAllow')) return 'AlwaysAllow lets every request through'
  if (modes.includes('ABAC')) return 'ABAC reads its rules from a file that no API shows'
  const missing = ['Node', 'RBAC'].filter((mode) => !modes.includes(mode))
  return missing.length === 0 ? undefined : `${missing.join(' and ')} ${isAre(missing)} missing`
}

function isAre({ length }: readonly string[]): string {
  return length === 1 ? 'is' : 'are'
}

function complain({ place }: Setting, fault: string | undefined): readonly Complaint[] {
  if (fault === undefined) return []
  return [
    { place, message: `The API server does not authorize as it should: ${fault}.`, sure: true },
  ]
}

// What others decide by, webhooks and files of rules, is for a person to replace.
function isPlain(apiServer: Component): boolean {
  const plain = ['AlwaysAllow', 'Node', 'RBAC']
  return apiServer.members('authorization-mode').every((mode) => plain.includes(mode))
}
