import type { Answer } from '../../analysis/terraform/joins.ts'
import type { Place } from '../../model/place.ts'
import type { Complaint, Reference } from '../rule.ts'

/** What is said of a fault that is certain, and of one that nobody can tell. */
export interface Words {
  readonly wrong: string
  readonly unclear: string
}

/** The complaint that an answer calls for: none when there is no fault. */
export function complain(
  isFaulty: Answer,
  place: Place,
  { wrong, unclear }: Words,
): readonly Complaint[] {
  if (isFaulty === 'no') return []
  const sure = isFaulty === 'yes'
  return [{ place, message: sure ? wrong : unclear, sure }]
}

/** The page of a resource in the documentation of Scaleway's provider. */
export function scalewayResource(type: string): Reference {
  return {
    title: `Terraform provider scaleway: ${type}`,
    url: `https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/resources/${type.replace('scaleway_', '')}.md`,
  }
}
