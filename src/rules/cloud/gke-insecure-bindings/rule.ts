import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const SWITCHES = [
  { name: 'enable_insecure_binding_system_unauthenticated', whom: 'callers who do not sign in' },
  { name: 'enable_insecure_binding_system_authenticated', whom: 'everybody with a Google account' },
] as const

export const gkeInsecureBindings = defineRule({
  id: 'gke-insecure-bindings',
  title: 'Have GKE refuse roles for everybody',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    gkePage('Best practices for RBAC', 'best-practices/rbac'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return SWITCHES.flatMap(({ name, whom }) => {
      const path = ['rbac_binding_config', 0, name] as const
      // GKE takes such bindings unless it is told not to.
      return complain(isOn(cluster.get(...path), true), cluster.at(...path), {
        wrong: `Cluster "${cluster.name}" lets a role be given to ${whom}.`,
        unclear: `Whether cluster "${cluster.name}" lets a role be given to ${whom} cannot be told.`,
      })
    })
  },
})
