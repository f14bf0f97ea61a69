import { defineRule } from '../../rule.ts'
import { ANNOTATED_KINDS } from '../annotated-kinds.data.ts'
import { wordsFor } from '../credential-words.ts'
import { annotationCredentials } from '../pod-values.ts'

export const secInAnnotation = defineRule({
  id: 'sec-in-annotation',
  title: 'Keep credentials out of annotations',
  topic: 'secrets',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Annotations',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'pci-containers': ['6.1.a'] },

  subject: ANNOTATED_KINDS,
  check(resource, scene) {
    return annotationCredentials(resource, scene)
      .filter(({ credential }) => credential.kind !== 'private-key')
      .map(({ place, holder, credential }) => ({
        place,
        message: `${resource.kind} "${resource.name}" holds ${wordsFor(credential)} in the ${holder}, for all who may look at it.`,
        sure: true,
      }))
  },
})
