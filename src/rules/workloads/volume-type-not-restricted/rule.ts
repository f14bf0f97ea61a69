import { restrictedVolumes } from '../../../analysis/pod-security/checks/restricted-volumes.ts'
import { defineRule } from '../../rule.ts'
import { blamedFields } from '../pod-security-check.ts'

export const volumeTypeNotRestricted = defineRule({
  id: 'volume-type-not-restricted',
  title: 'Reach storage through claims, not by volumes of the pod itself',
  topic: 'host-access',
  severity: 'low',
  references: [
    { title: 'Kubernetes, Volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/' },
  ],
  controls: { pss: ['restrictedVolumes'] },

  subject: 'pod',
  check(pod, scene) {
    if (pod.get('volumes') === undefined) return []
    return blamedFields(restrictedVolumes, pod, scene)
      .filter(({ place }) => place.path.at(-1) !== 'hostPath') // told by the rules about host paths
      .map(({ place, sure }) => ({
        place,
        message: sure
          ? `A volume of type ${String(place.path.at(-1))} makes the node itself mount what the pod names.`
          : 'A volume is of a type that cannot be told, or that no Kubernetes of this version knows.',
        sure,
      }))
  },
})
