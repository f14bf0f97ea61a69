import type { Fault } from '../../base/fault.ts'
import { formatPath, spotOf } from '../../model/place.ts'
import { resourceKey, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Flaw } from './flaw.ts'
import { flawsOf } from './network-policy-flaws.ts'
import { readNetworkPolicy } from './network-policy.ts'
import type { PolicySide } from './policy.ts'
import type { PluginProfile } from './profile.ts'

/** What all policies of a scene say, and what of them could not be understood. */
export interface ReadPolicies {
  readonly sides: readonly PolicySide[]
  readonly faults: readonly Fault[]
}

/** How one kind of policy is read. */
interface Reader {
  readonly kinds: readonly string[]
  readonly read: (policy: Resource, profile: PluginProfile, scene: Scene) => readonly PolicySide[]
  readonly flawsOf: (policy: Resource) => readonly Flaw[]
}

const READERS: readonly Reader[] = [{ kinds: ['NetworkPolicy'], read: readNetworkPolicy, flawsOf }]

/** Reads the policies of every kind that is understood. Of several with one name the last one holds. */
export function readPolicies(scene: Scene, profile: PluginProfile): ReadPolicies {
  const sides: PolicySide[] = []
  const faults: Fault[] = []
  for (const { kinds, read, flawsOf: findFlaws } of READERS) {
    for (const policy of lastOfEach(kinds.flatMap((kind) => scene.ofKind(kind)))) {
      sides.push(...read(policy, profile, scene))
      faults.push(...findFlaws(policy).map((flaw) => faultOf(policy, flaw)))
    }
  }
  return { sides, faults }
}

function lastOfEach(policies: readonly Resource[]): readonly Resource[] {
  return [...new Map(policies.map((policy) => [resourceKey(policy), policy])).values()]
}

function faultOf(policy: Resource, { path, message }: Flaw): Fault {
  const { file, line, column } = spotOf(policy.at(...path))
  return {
    code: 'REACH_POLICY',
    at: `${file}:${line}:${column}`,
    message: `${policy.kind} "${policy.name}" is not as the API takes it, at ${formatPath(path)}: ${message}. Whom it selects is not known to be open or closed.`,
    remedy: 'Correct the field, or leave it out.',
  }
}
