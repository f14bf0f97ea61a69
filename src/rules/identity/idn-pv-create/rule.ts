import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { MAKE_VOLUMES } from '../powers.data.ts'

export const idnPvCreate = defineRule({
  id: 'idn-pv-create',
  title: 'Let only the storage drivers make volumes',
  topic: 'escalation-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, persistent volume creation',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation',
    },
    {
      title: 'Kubernetes: Persistent Volumes',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    },
  ],
  controls: { 'cis-1.12': ['5.1.9'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, MAKE_VOLUMES),

  fix: {
    risk: 'mayBreak', // volumes then come from a StorageClass only
    edit: (role) => removePower(role, MAKE_VOLUMES),
  },
})
