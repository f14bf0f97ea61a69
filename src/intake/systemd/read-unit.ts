import type { Document } from '../../model/document.ts'
import { resourceAs, type Resource } from '../../model/resource.ts'
import type { Source } from '../../model/source.ts'
import { addLeaf, closeNode, finishLayout, openNode, startLayout } from '../yaml/layout-table.ts'
import { unitSettings, type UnitSetting } from './unit-lines.ts'
import { unitOf } from './unit-name.ts'
import { unitWords, type UnitWord } from './unit-words.ts'

/**
 * Whether a text might be a unit that starts a program of Kubernetes, or adds to one: cheaper than reading it. O(text).
 */
export function mayBeUnit(text: string): boolean {
  return /^[ \t]*\[Service\]/m.test(text) && PROGRAMS.test(text)
}

const PROGRAMS = /kubelet|kube-[a-z]|hyperkube|\betcd|\bk3s|\brke2/i

/**
 * The commands and the environment of a unit as an object whose fields are words: `Service.ExecStart[0][2]` is the second
 * argument of its command, `Service.Environment.KUBELET_ARGS[0]` the first word of a variable. An assignment of nothing
 * takes back what stood above, as systemd does: `Service.resets` then names what it takes from other files too.
 * Undefined when it starts and sets nothing. O(text).
 */
export function readUnit(source: Source): Resource | undefined {
  const settings = unitSettings(source.text).filter(({ section }) => section === 'Service')
  const kept = settings.filter(({ name }) => name === EXEC || name === ENVIRONMENT || name === FILE)
  if (kept.length === 0) return undefined
  return resourceAs(documentOf(source, kept), {
    apiVersion: 'systemd',
    kind: 'Unit',
    name: unitOf(source.file),
  })
}

const EXEC = 'ExecStart'
const ENVIRONMENT = 'Environment'
const FILE = 'EnvironmentFile'

interface Leaf extends UnitWord {
  readonly key: string
  readonly keyAt: number
}

interface Branch {
  readonly key: string
  readonly keyAt: number
  readonly start: number
  readonly end: number
  readonly members: readonly (Branch | Leaf)[]
  readonly isList: boolean
}

function documentOf(source: Source, settings: readonly UnitSetting[]): Document {
  const { text } = source
  const spanned = { start: settings[0]?.nameAt ?? 0, end: settings.at(-1)?.end ?? text.length }
  const members = [
    execBranch(text, settings),
    environmentBranch(text, settings),
    listBranch(text, settings, FILE),
    resetsBranch(settings),
  ].filter((branch) => branch !== undefined)
  const keyAt = spanned.start
  const service: Branch = { key: 'Service', keyAt, ...spanned, members, isList: false }
  const root: Branch = { key: '', keyAt: -1, ...spanned, members: [service], isList: false }
  startLayout(text.length)
  write(root)
  return { source, layout: finishLayout(), node: 0, value: valueOf(root) }
}

function write(branch: Branch | Leaf): void {
  if (!('members' in branch)) {
    addLeaf(branch.key, branch.keyAt, branch.start, branch.end)
    return
  }
  const node = openNode(branch.key, branch.keyAt, branch.start)
  for (const member of branch.members) write(member)
  closeNode(node, branch.end)
}

function valueOf(branch: Branch | Leaf): unknown {
  if (!('members' in branch)) return branch.text
  if (branch.isList) return branch.members.map(valueOf)
  return Object.fromEntries(branch.members.map((member) => [member.key, valueOf(member)]))
}

function execBranch(text: string, settings: readonly UnitSetting[]): Branch | undefined {
  const commands = inForce(settings, EXEC).map(({ start, end }): Branch => ({
    key: '',
    keyAt: -1,
    start,
    end,
    members: leavesOf(text, { start, end }),
    isList: true,
  }))
  return branchOf(EXEC, inForce(settings, EXEC), commands, true)
}

function listBranch(
  text: string,
  settings: readonly UnitSetting[],
  name: string,
): Branch | undefined {
  const kept = inForce(settings, name)
  return branchOf(
    name,
    kept,
    kept.flatMap((setting) => leavesOf(text, setting)),
    true,
  )
}

// Which settings this file takes back before it gives its own: an addition does so to the unit it adds to.
function resetsBranch(settings: readonly UnitSetting[]): Branch | undefined {
  const resets = settings.filter(({ start, end }) => start >= end)
  const names = resets.map(({ name, nameAt, end }) => leafOf({ text: name, start: nameAt, end }))
  return branchOf('resets', resets, names, true)
}

function environmentBranch(text: string, settings: readonly UnitSetting[]): Branch | undefined {
  const kept = inForce(settings, ENVIRONMENT)
  const variables = kept.flatMap((setting) =>
    unitWords(text, setting).flatMap((word) => variableOf(text, word)),
  )
  return branchOf(ENVIRONMENT, kept, variables, false)
}

// `"NAME=some words"`: the words of the value are told apart again when a command uses it.
function variableOf(text: string, word: UnitWord): readonly Branch[] {
  const equals = text.indexOf('=', word.start)
  if (equals === -1 || equals >= word.end) return []
  const key = word.text.slice(0, word.text.indexOf('='))
  const quoted = /["']/.test(text[word.start] ?? '')
  const keyAt = word.start + (quoted ? 1 : 0)
  const end = quoted ? word.end - 1 : word.end
  const members = leavesOf(text, { start: equals + 1, end })
  return [{ key, keyAt, start: equals + 1, end, members, isList: true }]
}

// What stands above an assignment of nothing counts no more.
function inForce(settings: readonly UnitSetting[], name: string): readonly UnitSetting[] {
  const own = settings.filter((setting) => setting.name === name)
  return own.slice(own.findLastIndex(({ start, end }) => start >= end) + 1)
}

function branchOf(
  key: string,
  settings: readonly UnitSetting[],
  members: Branch['members'],
  isList: boolean,
): Branch | undefined {
  const [first] = settings
  if (first === undefined) return undefined
  const end = settings.at(-1)?.end ?? first.end
  return { key, keyAt: first.nameAt, start: first.start, end, members, isList }
}

function leavesOf(text: string, stretch: Pick<UnitSetting, 'start' | 'end'>): readonly Leaf[] {
  return unitWords(text, stretch).map(leafOf)
}

function leafOf(word: UnitWord): Leaf {
  return { ...word, key: '', keyAt: -1 }
}
