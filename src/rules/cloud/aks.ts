import { anyOf, hasBlock, isOn } from '../../analysis/terraform/answers.ts'
import { blocksOf } from '../../analysis/terraform/arguments.ts'
import type { Answer } from '../../analysis/terraform/joins.ts'
import type { Path } from '../../model/document.ts'
import type { Field, Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Reference } from '../rule.ts'
import { openingOf, type Opening } from './access-lists.ts'

/** The page of a resource in the documentation of Azure's provider. */
export function azureResource(type: string): Reference {
  return {
    title: `Terraform provider azurerm: ${type}`,
    url: `https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/${type.replace('azurerm_', '')}.html.markdown`,
  }
}

/** A page of the documentation of AKS. */
export function aksPage(title: string, page: string): Reference {
  return { title: `AKS: ${title}`, url: `https://learn.microsoft.com/en-us/azure/aks/${page}` }
}

/** The first of several settings that is written: version 3 of the provider moved many of them out of blocks. */
export function settingOf(part: Reader, ...paths: readonly Path[]): Field | undefined {
  for (const path of paths) {
    const field = part.get(...path)
    if (field !== undefined) return field
  }
  return undefined
}

/** Whether the API server has no public address. */
export function isPrivateCluster(cluster: Resource): Answer {
  return isOn(settingOf(cluster, ['private_cluster_enabled'], ['private_link_enabled']), false)
}

const RANGES = [
  ['api_server_access_profile', 0, 'authorized_ip_ranges'],
  ['api_server_authorized_ip_ranges'],
] as const

/** How the list of ranges lets the internet reach the API server; undefined when it bounds who does. */
export function apiOpening(cluster: Resource): Opening | undefined {
  const path = RANGES.find((each) => cluster.get(...each) !== undefined)
  const [newest] = RANGES
  if (path === undefined) return { place: cluster.at(...newest), sure: true, told: '' }
  const written = cluster.get(...path)
  if (written !== undefined && !written.resolved)
    return { place: written.place, sure: false, told: '' }
  const ranges = cluster.list(...path)
  // An empty list is no list.
  if (ranges.length === 0) return { place: cluster.at(...path), sure: true, told: '' }
  return openingOf(ranges)
}

/** Whether people sign in to a cluster with their account of Entra. */
export function hasEntra(cluster: Resource): Answer {
  return anyOf(
    hasBlock(cluster, 'azure_active_directory_role_based_access_control'),
    hasBlock(cluster, 'role_based_access_control', 0, 'azure_active_directory'),
  )
}

/** Whether Kubernetes asks who may do what. */
export function hasRbac(cluster: Resource): Answer {
  return isOn(cluster.get(...rbacPath(cluster)), true)
}

/** Where that is said, or would be. */
export function rbacPath(cluster: Resource): Path {
  const old = ['role_based_access_control', 0, 'enabled']
  return cluster.get(...old) === undefined ? ['role_based_access_control_enabled'] : old
}

/** The pools that a resource describes. */
export function aksPoolsIn(resource: Resource): readonly Reader[] {
  if (resource.type !== 'azurerm_kubernetes_cluster') return [resource]
  return blocksOf(resource, 'default_node_pool') ?? []
}
