import { describe, expect, it } from 'vitest'
import { estateOf } from '../../intake/estate.testing.ts'
import type { DutyId } from '../../model/duty.ts'
import type { Provider } from '../../model/offering.ts'
import { movedAt, partyIn } from './moved-duties.ts'

const pool = (args: string): string =>
  `resource "scaleway_k8s_pool" "work" {\n  cluster_id = "c"\n  ${args}\n}\n`
const ARGS = pool('kubelet_args = { "max-pods" = "50" }')
const KEPT =
  'resource "google_container_node_pool" "work" {\n  management {\n    auto_upgrade = false\n  }\n}\n'
const OWN_CNI =
  'resource "azurerm_kubernetes_cluster" "main" {\n  network_profile {\n    network_plugin = "none"\n  }\n}\n'

interface Case {
  readonly name: string
  readonly text: string
  readonly offering: Provider
  readonly duty: DutyId
  readonly party: string
  readonly at?: string
}

describe('who answers for a duty in an estate', () => {
  it.each<Case>([
    {
      name: 'arguments of kubelets',
      text: ARGS,
      offering: 'kapsule',
      duty: 'kubelet',
      party: 'architect',
      at: 'main.tf:3',
    },
    {
      name: 'no arguments',
      text: pool('kubelet_args = {}'),
      offering: 'kapsule',
      duty: 'kubelet',
      party: 'provider',
    },
    {
      name: 'nothing said of them',
      text: pool('size = 1'),
      offering: 'kapsule',
      duty: 'kubelet',
      party: 'provider',
    },
    {
      name: 'those of somebody else',
      text: ARGS,
      offering: 'gke',
      duty: 'kubelet',
      party: 'provider',
    },
    {
      name: 'another duty',
      text: ARGS,
      offering: 'kapsule',
      duty: 'controlPlane',
      party: 'provider',
    },
    {
      name: 'nodes that are never replaced',
      text: KEPT,
      offering: 'gke',
      duty: 'nodeImage',
      party: 'architect',
      at: 'main.tf:3',
    },
    {
      name: 'a plugin of their own',
      text: OWN_CNI,
      offering: 'aks',
      duty: 'addons',
      party: 'architect',
      at: 'main.tf:3',
    },
  ])('$name on $offering: $party', ({ text, offering, duty, party, at }) => {
    const { scene } = estateOf({ 'main.tf': text }, { offering })
    expect(partyIn(duty, scene)).toBe(party)
    expect(movedAt(duty, scene)).toBe(at)
  })
})
