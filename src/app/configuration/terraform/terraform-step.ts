import type { Path } from '../../../model/document.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Decision } from '../decisions/decision.ts'
import type { Hcl, HclBlock } from './hcl-text.ts'

/** An argument of a resource, as it should be. */
export interface Setting {
  readonly resource: Resource
  readonly path: Path
  readonly value: Hcl
}

/** What closes a fault in Terraform: arguments that are set, and blocks that stand beside the resource. */
export interface TerraformStep {
  readonly sets: readonly Setting[]
  readonly adds?: readonly HclBlock[]
  /** What it restricts, and how that is lifted; without words the page of the rule tells it. */
  readonly words: readonly string[]
}

/** The restrictive answer to faults of Terraform. */
export type TerraformDecision = Decision<TerraformStep>

/** The name of a resource in the folder where it is written: without modules and keys. */
export function localName({ name }: Resource): string {
  const [own = name] = /[^.\]]+(?:\[.*\])?$/s.exec(name.replaceAll(/\[[^\]]*\]/g, '')) ?? []
  return own
}

/** Whether a resource is written for several, of which each has a key. */
export function isCounted({ name }: Resource): boolean {
  return name.endsWith(']')
}
