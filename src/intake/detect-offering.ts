import type { Offering, Provider } from '../model/offering.ts'
import { spotOf } from '../model/place.ts'
import type { Scene } from '../model/scene.ts'
import { cluesOf, type Clue } from './offering-clues.ts'
import { SIGN_PLACES, type OfferingSign } from './offering-signs.data.ts'

/** The offering that the estate is written for, and what shows it, each sign once with the first place it stands at. */
export interface DetectedOffering {
  readonly offering: Offering
  readonly evidence: readonly string[]
}

/**
 * Reads the offering off clusters that Terraform makes, kubeconfigs, nodes, drivers, groups, labels and annotations.
 * `none` when nothing tells, or when signs of several offerings contradict one another: the evidence then lists them all.
 * Names that are merely usual count where nothing else is there. O(objects + keys).
 */
export function detectOffering(scene: Scene): DetectedOffering {
  const clues = supported(firstOfEach(cluesOf(scene)))
  const strong = clues.filter(({ sign }) => sign.tells !== 'name')
  const telling = strong.length > 0 ? strong : clues
  return { offering: decide(telling.map(({ sign }) => sign)), evidence: telling.map(wordsOf) }
}

function firstOfEach(clues: readonly Clue[]): readonly Clue[] {
  const found = new Map<string, Clue>()
  for (const clue of clues) {
    const key = `${clue.sign.where} ${clue.known} ${clue.sign.offering}`
    if (!found.has(key)) found.set(key, clue)
  }
  return [...found.values()]
}

function supported(clues: readonly Clue[]): readonly Clue[] {
  const plain = clues.filter(({ sign }) => sign.onlyWith === undefined)
  const shown = new Set(plain.map(({ sign }) => sign.offering))
  return clues.filter(({ sign: { onlyWith } }) => onlyWith === undefined || shown.has(onlyWith))
}

// The narrower offering of a family explains the signs of the wider one.
const WIDER: ReadonlyMap<Provider, Provider> = new Map([
  ['autopilot', 'gke'],
  ['kosmos', 'kapsule'],
])

function decide(signs: readonly OfferingSign[]): Offering {
  const decisive = decisiveOf(signs)
  const [family, ...others] = new Set(decisive.map(({ offering }) => familyOf(offering)))
  if (family === undefined || others.length > 0) return 'none'
  const [stated, ...contrary] = offeringsOf(decisive.filter(isStatement))
  if (stated !== undefined) return contrary.length > 0 ? 'none' : stated
  return offeringsOf(decisive).find((offering) => WIDER.has(offering)) ?? family
}

// Whoever runs Kubernetes on their own, or on Kosmos, may do so in any cloud and use what is there.
function decisiveOf(signs: readonly OfferingSign[]): readonly OfferingSign[] {
  const proofs = signs.filter(({ tells }) => tells === 'cluster')
  if (proofs.some(({ offering }) => offering === 'self-managed')) return proofs
  const kosmos = signs.filter(({ offering }) => offering === 'kosmos')
  return kosmos.length > 0 ? [...proofs, ...kosmos] : signs
}

function familyOf(offering: Provider): Provider {
  return WIDER.get(offering) ?? offering
}

// An argument that is known says which offering of its family a cluster is, whatever else points to.
function isStatement({ when, unless }: OfferingSign): boolean {
  return when !== undefined || unless !== undefined
}

function offeringsOf(signs: readonly OfferingSign[]): readonly Provider[] {
  return [...new Set(signs.map(({ offering }) => offering))]
}

function wordsOf({ sign, text, part, path }: Clue): string {
  const { file, line, column } = spotOf(part.at(...path))
  return `${SIGN_PLACES[sign.where].title} ${text.slice(0, 100)} (${file}:${line}:${column})`
}
