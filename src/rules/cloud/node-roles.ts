import { linkedTo, names, type Link } from '../../analysis/terraform/joins.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** The AWS roles that are known to be those of nodes: a group of nodes, or a cluster that makes its own, names them. */
export const nodeRolesIn = oncePerScene((scene): readonly Resource[] =>
  scene
    .ofKind('aws_iam_role')
    .filter((role) => USES.some((link) => linkedTo(role, link, scene).sure.length > 0)),
)

/** Whether the argument `role` of a resource names the role of nodes. O(roles of nodes). */
export function namesNodeRole(resource: Resource, scene: Scene): boolean {
  const field = resource.get('role')
  return nodeRolesIn(scene)
    .filter(({ document }) => document.making?.via === resource.document.making?.via)
    .some((role) => names(field, role, ['name']) === 'yes')
}

const USES: readonly Link[] = [
  { type: 'aws_eks_node_group', path: ['node_role_arn'] },
  { type: 'aws_eks_cluster', path: ['compute_config', 0, 'node_role_arn'] },
]
