import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { MAKE_TOKENS, TAKE_ACCOUNTS, type Power } from '../powers.data.ts'
import { reachOf } from '../role-reach.ts'

export const idnTokenRequest = defineRule({
  id: 'idn-token-request',
  title: 'Let nobody make tokens of other accounts',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, token request',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request',
    },
    {
      title: 'Kubernetes: Managing Service Accounts, TokenRequest API',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.13'],
    'ms-threat-matrix': ['MS-TA9016'],
    'mitre-containers': ['T1528'],
  },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, powerOf(role, scene)),

  fix: {
    risk: 'mayBreak', // what signs in for others by such tokens stops doing so
    edit: (role, _, scene) => removePower(role, powerOf(role, scene)),
  },
})

function powerOf(role: Resource, scene: Scene): Power {
  return reachOf(role, scene)?.extent === 'cluster' ? MAKE_TOKENS : TAKE_ACCOUNTS
}
