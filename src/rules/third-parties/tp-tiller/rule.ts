import { defineRule } from '../../rule.ts'
import { imageReference, listedNames } from '../image-reference.ts'

const TILLER: readonly string[] = ['kubernetes-helm/tiller', 'helm/tiller']

export const tpTiller = defineRule({
  id: 'tp-tiller',
  title: 'Remove Tiller, the server of Helm 2',
  topic: 'third-party-rights',
  severity: 'high',
  references: [
    {
      title: 'Helm: Helm 2 and the Charts Project Are Now Unsupported',
      url: 'https://helm.sh/blog/helm-2-becomes-unsupported/',
    },
    {
      title: 'Helm: Changes Since Helm 2, removal of Tiller',
      url: 'https://helm.sh/docs/faq/changes_since_helm2/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9019'], 'pci-containers': ['2.1.a'] },

  subject: 'container',
  check(container) {
    const image = container.get('image')?.value
    if (typeof image !== 'string' || !image.includes('/tiller')) return []
    const reference = imageReference(container)
    if (reference === undefined) return []
    if (!listedNames(reference).some((name) => TILLER.includes(name))) return []
    return [
      {
        place: container.place,
        message: `Container "${container.name}" runs Tiller, which does for anybody who reaches it what its account may do, and is unsupported since 2020-11-13.`,
        sure: true,
      },
    ]
  },
})
