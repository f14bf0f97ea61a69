import type { AuditedRequest } from './audit-policy.ts'

/** Reads `VERB [GROUP:]RESOURCE[/SUB] [NAME] [@NAMESPACE]` or `VERB /PATH`. */
export function readAudited(text: string): Pick<AuditedRequest, 'verb' | 'target'> {
  const [verb = '', object = '', ...rest] = text.split(' ')
  if (object.startsWith('/')) return { verb, target: { path: object } }
  const [group = '', names = ''] = object.includes(':') ? object.split(':') : ['', object]
  const [resource = '', subresource = ''] = names.split('/')
  const namespace = rest.find((word) => word.startsWith('@'))?.slice(1) ?? ''
  const name = rest.find((word) => !word.startsWith('@')) ?? ''
  return { verb, target: { group, resource, subresource, namespace, name } }
}
