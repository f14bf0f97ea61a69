import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, type Words } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const CONFIG = 'rbac_binding_config'
const SWITCHES = [
  { name: 'enable_insecure_binding_system_unauthenticated', whom: 'callers who do not sign in' },
  { name: 'enable_insecure_binding_system_authenticated', whom: 'everybody with a Google account' },
] as const

export const gkeInsecureBindings = defineRule({
  id: 'gke-insecure-bindings',
  title: 'Have GKE refuse roles for everybody',
  topic: 'managed-settings',
  // A guard: what does harm is the binding, and that is told of by itself.
  severity: 'medium',
  references: [
    gkePage('Best practices for RBAC', 'best-practices/rbac'),
    {
      title: 'gcloud container clusters create, --enable-insecure-binding-system-authenticated',
      url: 'https://cloud.google.com/sdk/gcloud/reference/container/clusters/create',
    },
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    // GKE takes such bindings unless it is told not to.
    if (cluster.get(CONFIG) === undefined) {
      const whom = SWITCHES.map((each) => each.whom).join(' or ')
      return complain('yes', cluster.at(CONFIG), wordsFor(cluster.name, whom))
    }
    return SWITCHES.flatMap(({ name, whom }) => {
      const path = [CONFIG, 0, name] as const
      const isTaken = isOn(cluster.get(...path), true)
      return complain(isTaken, cluster.at(...path), wordsFor(cluster.name, whom))
    })
  },
})

function wordsFor(cluster: string, whom: string): Words {
  return {
    wrong: `Cluster "${cluster}" lets a role be given to ${whom}.`,
    unclear: `Whether cluster "${cluster}" lets a role be given to ${whom} cannot be told.`,
  }
}
