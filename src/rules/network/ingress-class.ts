import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** The annotation that named the class before there was a field for it; controllers still read it first. */
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class'

/** The field that says which class of controllers serves an Ingress, if it says so. */
export function classOf(ingress: Resource): Field | undefined {
  return (
    ingress.get('metadata', 'annotations', CLASS_ANNOTATION) ??
    ingress.get('spec', 'ingressClassName')
  )
}
