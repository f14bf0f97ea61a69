import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, type Fault } from '../faults.ts'

// What the rest of the cluster's protection is built on: namespaces, accounts, pod security, webhooks, policies.
const NEEDED: readonly string[] = [
  'MutatingAdmissionPolicy',
  'MutatingAdmissionWebhook',
  'NamespaceLifecycle',
  'NodeRestriction',
  'PodSecurity',
  'ServiceAccount',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionWebhook',
]
const ON = 'enable-admission-plugins'
const OFF = 'disable-admission-plugins'

export const apiAdmissionCore = defineRule({
  id: 'api-admission-core',
  title: 'Keep the admission plugins on that others rely on',
  topic: 'api-admission',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Admission Control, what each plugin does',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#what-does-each-admission-controller-do',
    },
    {
      title: 'Kubernetes: Using Node Authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.10', '1.2.12', '1.2.13', '1.2.14'],
    'stig-v2r3': ['V-242436'],
  },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(faultsOf(apiServer), {
      what: 'The API server lets in what it should refuse',
      doubt: 'The API server may let in what it should refuse',
    }),

  fix: {
    risk: 'mayBreak', // kubelets that change other nodes, or labels they may not set, are refused
    edit: (apiServer) => {
      const plugins = apiServer.members(ON)
      const isWanting = apiServer.setting(ON).sure && !plugins.includes('NodeRestriction')
      // A plugin that somebody switched off is for a person to switch on.
      return isWanting && apiServer.members(OFF).length === 0
        ? apiServer.set(ON, [...plugins, 'NodeRestriction'].join(','))
        : []
    },
  },
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const on = apiServer.setting(ON)
  const off = apiServer.setting(OFF)
  const added = apiServer.members(ON)
  const missing = apiServer.members(OFF).filter((plugin) => NEEDED.includes(plugin))
  const isRestricted = added.includes('NodeRestriction') || missing.includes('NodeRestriction')
  return [
    ...faultUnless(on, isRestricted, 'NodeRestriction is not on'),
    ...faultUnless(on, !on.sure || !added.includes('AlwaysAdmit'), 'AlwaysAdmit is on'),
    ...faultUnless(off, missing.length === 0, `${missing.join(', ')} off`),
  ]
}
