import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics NW1 to NW3 and NW5. */
export const networkTopics = {
  isolation: {
    title: 'Isolation of pods and namespaces',
    stop: 'network',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 2, user: 0 },
    duty: 'network',
    controls: {
      nsa: ['B2'],
      'owasp-k8s-2025': ['K05'],
      'owasp-k8s-2022': ['K07'],
      'ms-threat-matrix': ['MS-TA9034'],
      'k8s-checklist': ['network/2'],
      'k8s-app-checklist': ['network/1'],
      'pci-containers': ['4.1.a'],
      'bsi-app-4.4': ['A7', 'A18'],
    },
  },
  egress: {
    title: 'Egress to the kubelet, the API server, metadata and the internet',
    stop: 'network',
    affinity: { boss: 0, analyst: 2, architect: 3, developer: 1, user: 0 },
    duty: 'network',
    controls: {
      nsa: ['B2'],
      'owasp-k8s-2025': ['K05'],
      'owasp-k8s-2022': ['K07'],
      'k8s-checklist': ['network/2'],
      'k8s-app-checklist': ['network/1'],
      'pci-containers': ['4.1.a'],
      'bsi-app-4.4': ['A7'],
    },
  },
  exposure: {
    title: 'Exposure: Ingress, Gateway, LoadBalancer, NodePort, external addresses',
    stop: 'network',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 2, user: 2 },
    duty: 'network',
    controls: {
      nsa: ['B8'],
      'owasp-k8s-2025': ['K06'],
      'owasp-k8s-2022': ['K07'],
      'ms-threat-matrix': ['MS-TA9005'],
      'bsi-app-4.4': ['A7'],
    },
  },
  plugin: {
    title: 'The network plugin and DNS',
    stop: 'network',
    affinity: { boss: 0, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'addons',
    controls: {
      nsa: ['B2'],
      'owasp-k8s-2025': ['K05'],
      'owasp-k8s-2022': ['K07'],
      'k8s-checklist': ['network/1'],
      'pci-containers': ['4.1.a'],
      'bsi-app-4.4': ['A7'],
    },
  },
} as const satisfies Readonly<Record<string, Topic>>
