import { memberOf, type Field } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { hostPathVolumes } from '../host-path.ts'

const SUB_PATHS = ['subPath', 'subPathExpr'] as const

export const hostPathSubPath = defineRule({
  id: 'host-path-sub-path',
  title: 'Do not mount parts of a path of the node by subPath',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title:
        'Kubernetes issue 104980, CVE-2021-25741: symlink exchange can allow host filesystem access',
      url: 'https://github.com/kubernetes/kubernetes/issues/104980',
    },
    {
      title: 'Kubernetes, Volumes: using subPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check(container) {
    const mounts = container.list('volumeMounts')
    if (mounts.length === 0) return []
    return mounts.flatMap(({ value }, index) => {
      const part = SUB_PATHS.map((key) => container.get('volumeMounts', index, key)).find(isWritten)
      if (part === undefined || !isOfHost(container.pod, memberOf(value, 'name'))) return []
      return {
        place: part.place,
        message: `Container "${container.name}" mounts a part of a path of the node: a link put there in time leads elsewhere on the node.`,
        sure: true,
      }
    })
  },
})

function isWritten(field: Field | undefined): boolean {
  return field !== undefined && field.value !== ''
}

function isOfHost(pod: Pod, volume: unknown): boolean {
  return hostPathVolumes(pod).some(({ name }) => name === volume)
}
