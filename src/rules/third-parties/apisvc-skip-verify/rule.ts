import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../../workloads/answer.ts'
import { isInjected } from '../ca-injection.ts'

const SKIP = ['spec', 'insecureSkipTLSVerify'] as const

export const apisvcSkipVerify = defineRule({
  id: 'apisvc-skip-verify',
  title: 'Verify who answers for an aggregated API',
  topic: 'third-party-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: APIService, insecureSkipTLSVerify',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/',
    },
    {
      title: 'Kubernetes: Configure the Aggregation Layer',
      url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/',
    },
  ],

  subject: ['APIService'],
  check(service) {
    const skip = service.get(...SKIP)
    if (skip === undefined || skip.value === false) return []
    const sure = skip.value === true
    return [
      {
        place: skip.place,
        message: sure
          ? `The API "${service.name}" is answered by whoever takes the call: the API server does not verify its certificate.`
          : `The API "${service.name}" may be answered by whoever takes the call: ${doubtAbout(skip)}.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the server behind the Service has to serve a certificate of the authority that is injected
    // Without an authority the API server could not reach the Service at all.
    edit: (service, { place }) => (isInjected(service) ? [removePlace(place)] : []),
  },
})
