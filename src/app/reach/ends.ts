import { parseBlock, type Block } from '../../analysis/addresses/cidr.ts'
import { spanOfBlock, type Span } from '../../analysis/reach/address-set.ts'
import type { AddressRange, Peer, Workload } from '../../analysis/reach/peer.ts'
import { LOCAL_NETWORKS } from '../../analysis/reach/pod-networks.data.ts'
import type { Pair, Reach } from '../../analysis/reach/reach.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { matches } from '../../model/wildcard.ts'
import { suggestion } from '../nearest.ts'
import { misuse } from '../usage.ts'

/** The pairs between two ends that were named, those without a connection as well. */
export interface Ends {
  readonly pairs: () => Iterable<Pair>
  /** Whether both ends were named, not one. */
  readonly areBoth: boolean
}

/** What was named, as the user typed it. */
export interface EndWords {
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * Finds the peers that words name: `internet`, an address or block, `{ingress-controller}`, `any`, or a workload as
 * `namespace/name`, with its `[Kind]` or without, where * and ? stand for characters. Undefined when nothing was named.
 */
export function peersNamed({ from, to }: EndWords, reach: Reach): Result<Ends | undefined> {
  if (from === undefined && to === undefined) return succeed(undefined)
  const froms = endNamed(from ?? 'any', reach.sources, reach)
  if (!froms.ok) return froms
  const tos = endNamed(to ?? 'any', reach.destinations, reach)
  if (!tos.ok) return tos
  return succeed({
    pairs: () => pairsBetween(froms.value, tos.value, reach),
    areBoth: ![from, to].some((word) => word === undefined || word === 'any'),
  })
}

/** Whether a word can only mean an end of a connection, never a file. */
export function isEndWord(word: string): boolean {
  return (
    ['internet', 'any', '{ingress-controller}'].includes(word) ||
    /\[[A-Z]\w*\]$/.test(word) ||
    parseBlock(word) !== undefined
  )
}

function* pairsBetween(
  froms: readonly Peer[],
  tos: readonly Peer[],
  reach: Reach,
): Generator<Pair> {
  for (const from of froms) {
    for (const to of tos) {
      if (from === to || (from.kind !== 'workload' && to.kind !== 'workload')) continue
      if (to.kind === 'ingressController') continue
      yield { from, to, ...reach.between(from, to) }
    }
  }
}

/** The peers that one word names; addresses are those of `ranges`. Fails when it names none. */
export function endNamed(
  word: string,
  ranges: readonly AddressRange[],
  reach: Reach,
): Result<readonly Peer[]> {
  const controller = reach.ingressController === undefined ? [] : [reach.ingressController]
  if (word === 'any') return succeed([...ranges, ...reach.workloads, ...controller])
  if (word === 'internet') return succeed(ranges.filter(isPublic))
  const block = parseBlock(word)
  if (block !== undefined) return succeed(ranges.filter((range) => overlaps(range, block)))
  return word === '{ingress-controller}' && controller.length > 0
    ? succeed(controller)
    : workloadsMeant(word, reach)
}

/** Whether a word is the name of a host outside, such as `api.psp.example`. */
export function isHostName(word: string): boolean {
  return /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i.test(word)
}

/** The workloads that a word names, at least one. */
export function workloadsMeant(word: string, reach: Reach): Result<readonly Workload[]> {
  const named = workloadsNamed(word, reach)
  if (named.length > 0) return succeed(named)
  const names = reach.workloads.map(plainName)
  const hint =
    suggestion(word, names) || 'A workload is named as namespace/name; portolan reach lists all.'
  return fail(misuse('portolan reach', `There is no workload, and no file, "${word}".`, hint))
}

function workloadsNamed(word: string, { workloads }: Reach): readonly Workload[] {
  return workloads.filter((workload) => workload.id === word || matches(word, plainName(workload)))
}

function plainName({ namespace, name }: Workload): string {
  return `${namespace}/${name}`
}

// What is private, shared or local from one end to the other is no internet.
function isPublic(range: AddressRange): boolean {
  let left: readonly Span[] = [range]
  for (const text of LOCAL_NETWORKS) {
    const block = parseBlock(text)
    if (block?.family !== range.family) continue
    const { first, last } = spanOfBlock(block)
    left = left.flatMap((span) => outsideOf(span, { first, last }))
  }
  return left.length > 0
}

function outsideOf(span: Span, hole: Span): readonly Span[] {
  if (hole.last < span.first || span.last < hole.first) return [span]
  return [
    { first: span.first, last: hole.first - 1n },
    { first: hole.last + 1n, last: span.last },
  ].filter(({ first, last }) => first <= last)
}

function overlaps(range: AddressRange, block: Block): boolean {
  const { first, last } = spanOfBlock(block)
  return range.family === block.family && first <= range.last && range.first <= last
}
