import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { WEAK_KUBELET_ARGUMENTS } from '../kubelet-arguments.data.ts'

export const scwPoolKubeletArgs = defineRule({
  id: 'scw-pool-kubelet-args',
  title: 'Leave the protection of the kubelet as Scaleway sets it',
  topic: 'node-machines',
  severity: 'high',
  controls: {
    'cis-1.12': ['4.2.1', '4.2.2', '4.2.3', '4.2.4', '4.2.10'],
    'ms-threat-matrix': ['MS-TA9030'],
  },
  references: [
    scalewayResource('scaleway_k8s_pool'),
    { title: 'Kubernetes: kubelet, its arguments', url: WEAK_KUBELET_ARGUMENTS.source },
  ],

  subject: ['scaleway_k8s_pool'],
  check(pool) {
    const all = pool.get('kubelet_args')
    if (all?.resolved === false)
      return complain('cannot tell', all.place, {
        wrong: '',
        unclear: `What pool "${pool.name}" tells its kubelets cannot be told.`,
      })
    return WEAK_KUBELET_ARGUMENTS.arguments.flatMap(({ argument, isWeak, means }) => {
      const field = pool.get('kubelet_args', argument)
      if (field === undefined) return []
      const isKnown = field.resolved
      if (isKnown && !isWeak.test(String(field.value))) return []
      return complain(isKnown ? 'yes' : 'cannot tell', field.place, {
        wrong: `Pool "${pool.name}" weakens its kubelets by ${argument}: ${means}.`,
        unclear: `Whether pool "${pool.name}" weakens its kubelets by ${argument} cannot be told.`,
      })
    })
  },
})
