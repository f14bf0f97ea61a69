import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven, type Fault } from '../faults.ts'

const OWN = 'use-service-account-credentials'
const FILES = ['service-account-private-key-file', 'root-ca-file'] as const

export const kcmSaCredentials = defineRule({
  id: 'kcm-sa-credentials',
  title: 'Give every controller an account of its own',
  topic: 'control-plane-settings',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, controller roles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#controller-roles',
    },
    {
      title: 'Kubernetes: kube-controller-manager, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
    },
  ],
  controls: { 'cis-1.12': ['1.3.3', '1.3.4', '1.3.5'], 'stig-v2r3': ['V-242421'] },

  subject: ['kube-controller-manager'],
  check: (manager) =>
    complainOnce(faultsOf(manager), {
      what: 'The controller manager lacks what keeps accounts apart',
      doubt: 'Controllers may all share one account',
    }),

  fix: {
    risk: 'mayBreak', // without the roles of controllers, or RBAC at all, they cannot work
    edit: (manager) => (manager.setting(OWN).value === 'true' ? [] : manager.set(OWN, 'true')),
  },
})

function faultsOf(manager: Component): readonly Fault[] {
  const own = manager.setting(OWN)
  return [
    ...faultUnless(own, own.value === 'true', `${OWN} is not true`),
    ...FILES.flatMap((name) => {
      const setting = manager.setting(name)
      return faultUnless(setting, isGiven(setting), `${name} is not set`)
    }),
  ]
}
