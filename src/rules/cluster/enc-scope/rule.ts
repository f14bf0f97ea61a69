import { storedForm } from '../../../analysis/cluster/stored-form.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { isPersonal, ownDeclaration } from '../../data/data-class.ts'
import { defineRule } from '../../rule.ts'
import { ENCRYPTION_KINDS } from '../providers.ts'

export const encScope = defineRule({
  id: 'enc-scope',
  title: 'Encrypt every kind of object that holds what is sensitive',
  topic: 'secret-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest, all resources',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#configure-encryption-for-all-resources',
    },
  ],
  controls: { 'cis-1.12': ['1.2.28'] },

  subject: ENCRYPTION_KINDS,
  check(file, scene) {
    const declared = declaredMap(scene)
    if (declared === undefined) return []
    const { answer, writer, place } = storedForm(file, { group: '', resource: 'configmaps' })
    if (answer === 'encrypted') return []
    const what = `ConfigMap "${declared.name}", which is declared to be about people,`
    if (answer === 'plain') {
      const why = writer === undefined ? 'no entry names configmaps' : 'identity is first for it'
      const message = `${what} is stored as plain text: ${why}.`
      return [{ place, message, sure: true }]
    }
    const message = `${what} may be stored as plain text: what is encrypted cannot be read.`
    return [{ place, message, sure: false }]
  },
})

function declaredMap(scene: Scene): Resource | undefined {
  return scene.ofKind('ConfigMap').find((map) => isPersonal(ownDeclaration(map)?.class))
}
