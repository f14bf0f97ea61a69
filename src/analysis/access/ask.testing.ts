import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import type { Request } from './request.ts'
import type { Requester } from './subject.ts'

/** The scene of RBAC objects that leave their apiVersion out. */
export function sceneOf(manifest: string): Scene {
  const text = manifest.replaceAll(/^kind: /gm, 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ')
  const { documents } = readYaml({ file: 'manifest.yaml', text })
  if (documents.length === 0) throw new Error('The example is not whole.')
  return createScene(documents.map(resourceOf), {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-24',
  })
}

/** Reads `user NAME [in GROUP,GROUP]`, `group NAME` or `account NAMESPACE/NAME`. */
export function readWho(text: string): Requester {
  const [kind = '', name = '', , groups] = text.split(' ')
  if (kind === 'group') return { kind: 'Group', name, namespace: undefined }
  if (kind === 'user')
    return { kind: 'User', name, namespace: undefined, groups: groups?.split(',') ?? [] }
  const [namespace, account = ''] = name.split('/')
  return { kind: 'ServiceAccount', name: account, namespace }
}

/** Reads `VERB [GROUP:]RESOURCE [NAME] [@NAMESPACE]` or `VERB /PATH`. */
export function readAsk(text: string): Request {
  const [verb = '', object = '', ...rest] = text.split(' ')
  if (object.startsWith('/')) return { verb, path: object }
  const [group, resource] = object.includes(':') ? object.split(':') : ['', object]
  const namespace = rest.find((word) => word.startsWith('@'))?.slice(1)
  const name = rest.find((word) => !word.startsWith('@'))
  return {
    verb,
    group: group ?? '',
    resource: resource ?? '',
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  }
}
