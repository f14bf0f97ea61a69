import { defineRule } from '../../rule.ts'
import { CHART_KINDS, chartCredentials } from '../chart-values.ts'
import { wordsFor } from '../credential-words.ts'

export const secInValues = defineRule({
  id: 'sec-in-values',
  title: 'Keep credentials out of the values of charts',
  topic: 'secrets',
  severity: 'high',
  references: [
    {
      title: 'Flux: HelmRelease, values from Secrets',
      url: 'https://fluxcd.io/flux/components/helm/helmreleases/#values',
    },
    {
      title: 'Argo CD: Secret Management',
      url: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/secret-management/',
    },
  ],
  controls: { 'cis-1.12': ['5.4.2'] },

  subject: CHART_KINDS,
  check(resource) {
    return chartCredentials(resource).map(({ place, name, credential }) => ({
      place,
      message: `${resource.kind} "${resource.name}" hands ${wordsFor(credential)} to its chart in the open, as "${name}".`,
      sure: true,
    }))
  },
})
