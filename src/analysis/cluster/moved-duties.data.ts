import type { Path } from '../../model/document.ts'
import type { DutyId } from '../../model/duty.ts'
import type { Provider } from '../../model/offering.ts'

/** A setting by which a duty of the provider becomes the customer's. `values`: those that do it; any where none is named. */
export interface MovingSign {
  readonly duty: DutyId
  readonly offerings: readonly Provider[]
  readonly type: string
  readonly path: Path
  readonly values?: readonly unknown[]
  readonly source: string
}

const SCALEWAY =
  'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/'
const GOOGLE = 'https://cloud.google.com/kubernetes-engine/docs/concepts/shared-responsibility'
// What its support covers of the network, "except when BYOCNI is used", and what its owner takes on then.
const AZURE =
  'https://learn.microsoft.com/en-us/azure/aks/support-policies and https://learn.microsoft.com/en-us/azure/aks/use-byo-cni'

/** What moves duties, with the page that says so. */
export const MOVING_SIGNS: { readonly read: string; readonly signs: readonly MovingSign[] } = {
  read: '2026-11-25',
  signs: [
    {
      duty: 'kubelet',
      offerings: ['kapsule', 'kosmos'],
      type: 'scaleway_k8s_pool',
      path: ['kubelet_args'],
      source: SCALEWAY,
    },
    {
      duty: 'nodeImage',
      offerings: ['gke'],
      type: 'google_container_node_pool',
      path: ['management', 0, 'auto_upgrade'],
      values: [false, 'false'],
      source: GOOGLE,
    },
    {
      duty: 'addons',
      offerings: ['aks'],
      type: 'azurerm_kubernetes_cluster',
      path: ['network_profile', 0, 'network_plugin'],
      values: ['none'],
      source: AZURE,
    },
  ],
}
