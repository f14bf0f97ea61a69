import { defineRule } from '../../rule.ts'
import { wideEntries } from '../wide-rules.ts'

// The usual port of API servers; 443 leads to too much else to mean one.
const PORT = 6443

export const netApiEgress = defineRule({
  id: 'net-api-egress',
  title: 'Open the port of the API server towards the API server alone',
  topic: 'egress',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Ports and Protocols',
      url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    },
    {
      title: 'Kubernetes: Controlling Access to the Kubernetes API',
      url: 'https://kubernetes.io/docs/concepts/security/controlling-access/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9029'], 'pci-containers': ['4.2.a'] },

  subject: ['NetworkPolicy'],
  check(policy) {
    return wideEntries(policy, PORT).map(({ place }) => ({
      place: { ...place, path: [...place.path, 'port'] },
      message: `The rule opens port ${PORT} of every address, where API servers listen, those of other clusters too.`,
      sure: true,
    }))
  },
})
