import { referentOf } from '../../analysis/terraform/joins.ts'
import { policyIn, type Statement } from '../../analysis/terraform/policy-document.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { BROAD_POLICIES } from './broad-policies.data.ts'

/** How broad a policy is, in words; `sure` is false when what was not read decides. */
export interface Breadth {
  readonly sure: boolean
  readonly told: string
}

/** Why the managed policy of that ARN is too broad for a machine; undefined when it is not. */
export function breadthOf(arn: Field, user: Resource, scene: Scene): Breadth | undefined {
  if (typeof arn.value !== 'string') return undefined
  // The partition before it is often a hole; the name is known.
  const [, name] = AMAZONS.exec(arn.value) ?? []
  if (name !== undefined && !name.includes('$')) return isBroad(name) ? sure(name) : undefined
  const policy = policyOf(arn, user, scene)
  const document = policy?.get('policy')
  if (policy === undefined || document === undefined) return UNREAD
  return breadthOfDocument(document, policy, scene)
}

// One's own policies are named by a reference, or by an ARN that ends in their name.
function policyOf(arn: Field, user: Resource, scene: Scene): Resource | undefined {
  const target = referentOf(arn, user, scene)
  if (target?.type === 'aws_iam_policy') return target
  const [, name] = /:policy\/([\w+=,.@-]+)$/.exec(String(arn.value)) ?? []
  if (name === undefined) return undefined
  return scene
    .ofKind('aws_iam_policy')
    .filter(({ document }) => document.making?.via === user.document.making?.via)
    .find((policy) => policy.get('name')?.value === name)
}

const UNREAD: Breadth = { sure: false, told: 'a policy that was not read' }

/** The same of a policy that is written out. */
export function breadthOfDocument(
  document: Field,
  user: Resource,
  scene: Scene,
): Breadth | undefined {
  const policy = policyIn(document, user, scene)
  if (policy === undefined) return UNREAD
  const actions = policy.statements.flatMap(broadActions)
  if (actions.length > 0) return sure([...new Set(actions)].join(', '))
  return policy.isWhole
    ? undefined
    : { sure: false, told: 'the parts of the policy that were read' }
}

// An ARN of Amazon's own, maybe in a folder: `arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy`.
const AMAZONS = /:iam::aws:policy\/(?:[\w-]+\/)*([^/]+)$/

function isBroad(name: string): boolean {
  return BROAD_POLICIES.endings.some((ending) => name.endsWith(ending))
}

function broadActions(statement: Statement): readonly string[] {
  const { isAllowing, actions, resources, conditions } = statement
  if (!isAllowing || !resources.includes('*') || conditions?.length !== 0) return []
  return actions.filter((action) => BROAD_POLICIES.actions.some((broad) => broad === action))
}

function sure(told: string): Breadth {
  return { sure: true, told }
}
