import { memberOf } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { classOf } from '../ingress-class.ts'

// Their controllers make a load balancer for each Ingress, so that all its names are its own.
const SOLE_CLASSES: readonly unknown[] = ['alb', 'gce', 'gce-internal']

export const netIngressNoHost = defineRule({
  id: 'net-ingress-no-host',
  title: 'Say for which host each rule of an Ingress is',
  topic: 'exposure',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Ingress, Ingress rules',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
    },
  ],

  subject: ['Ingress'],
  check(ingress) {
    if (SOLE_CLASSES.includes(classOf(ingress)?.value)) return []
    return openPlaces(ingress).map((place) => ({
      place,
      message: `Ingress "${ingress.name}" answers for every host that reaches the controller and that no other Ingress names.`,
      sure: true,
    }))
  },
})

function openPlaces(ingress: Resource): readonly Place[] {
  const rules = ingress.list('spec', 'rules')
  const backend = ingress.get('spec', 'defaultBackend')
  if (rules.length === 0) return backend === undefined ? [] : [backend.place]
  return rules.flatMap(({ value, resolved }, index) =>
    resolved && (memberOf(value, 'host') ?? '') === ''
      ? [ingress.at('spec', 'rules', index, 'host')]
      : [],
  )
}
