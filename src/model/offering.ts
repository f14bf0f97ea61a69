/** How Kubernetes is obtained, which decides who answers for what. `none` when nothing tells. */
export const OFFERINGS = [
  'self-managed',
  'kapsule',
  'kosmos',
  'eks',
  'gke',
  'autopilot',
  'aks',
] as const

/** One way of obtaining Kubernetes. */
export type Provider = (typeof OFFERINGS)[number]

/** The estate's offering: as detected or as given; `none` when neither. */
export type Offering = Provider | 'none'

/** Names for people. */
export const OFFERING_TITLES: Readonly<Record<Offering, string>> = {
  'self-managed': 'self-managed',
  kapsule: 'Scaleway Kapsule',
  kosmos: 'Scaleway Kosmos',
  eks: 'Amazon EKS',
  gke: 'Google GKE Standard',
  autopilot: 'Google GKE Autopilot',
  aks: 'Azure AKS',
  none: 'not known',
}
