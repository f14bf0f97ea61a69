import { linkedTo, type Link } from '../../analysis/terraform/joins.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * Whether a launch template is known to make nodes of EKS: a node group names it, or a group of machines does that
 * carries the tag of a cluster. Templates of other machines are nobody's nodes.
 */
export function makesNodes(template: Resource, scene: Scene): boolean {
  return (
    NODE_GROUP.some((link) => linkedTo(template, link, scene).sure.length > 0) ||
    MACHINES.some((link) => linkedTo(template, link, scene).sure.some(joinsCluster))
  )
}

const NODE_GROUP: readonly Link[] = [
  { type: 'aws_eks_node_group', path: ['launch_template', 0, 'id'] },
  { type: 'aws_eks_node_group', path: ['launch_template', 0, 'name'], names: ['name'] },
]

const SPECIFICATION = [
  'mixed_instances_policy',
  0,
  'launch_template',
  0,
  'launch_template_specification',
  0,
] as const

const MACHINES: readonly Link[] = [
  { type: 'aws_autoscaling_group', path: ['launch_template', 0, 'id'] },
  { type: 'aws_autoscaling_group', path: ['launch_template', 0, 'name'], names: ['name'] },
  { type: 'aws_autoscaling_group', path: [...SPECIFICATION, 'launch_template_id'] },
]

function joinsCluster(machines: Resource): boolean {
  return machines.list('tag').some((_, index) => {
    const key = machines.get('tag', index, 'key')?.value
    return typeof key === 'string' && /^(?:kubernetes|k8s)\.io\/cluster\//.test(key)
  })
}
