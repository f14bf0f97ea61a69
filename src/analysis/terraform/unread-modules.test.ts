import { expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { isHandedOn } from './unread-modules.ts'

const CLUSTER =
  '{apiVersion: terraform, kind: azurerm_kubernetes_cluster, metadata: {name: module.shop.main}}'
const ID = '${module.shop.azurerm_kubernetes_cluster.main.id}'

it.each([
  { name: 'a module from elsewhere that gets it', call: `{source: a/b/c, id: "${ID}"}`, is: true },
  { name: 'deep in a list', call: `{source: a/b/c, ids: [{one: "${ID}"}]}`, is: true },
  { name: 'a module that is read', call: `{source: ../logs, id: "${ID}"}`, is: false },
  { name: 'another resource', call: '{source: a/b/c, id: "${azurerm_vpc.main.id}"}', is: false },
  {
    name: 'a resource of the same name in another module',
    call: '{source: a/b/c, id: "${azurerm_kubernetes_cluster.main.id}"}',
    is: false,
  },
])('$name: $is', ({ call, is }) => {
  const module = `{apiVersion: terraform, kind: module, metadata: {name: logs}, ${call.slice(1)}`
  const scene = sceneOf(`${CLUSTER}\n---\n${module}\n`)
  const [cluster] = scene.resources
  if (cluster === undefined) throw new Error('No cluster.')
  expect(isHandedOn(cluster, scene)).toBe(is)
})
