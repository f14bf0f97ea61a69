import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { planLift } from '../app/lift.ts'
import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import type { EstateTerms } from '../app/scan.ts'
import { misuse } from '../app/usage.ts'
import { changeWaiver, dutiesOf, readRegister } from '../app/waiver-register.ts'
import { draftDiff, type WaiverDraft } from '../app/waiver-text.ts'
import type { Fault } from '../base/fault.ts'
import type { Result } from '../base/result.ts'
import { printable } from '../report/printable.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { liftOptions, type LiftOptions } from './lift-options.ts'
import { previewText } from './lift-preview.ts'
import { pipeOf } from './pipe.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle } from './style.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { dutiesJson, dutiesText, registerJson, registerText } from './waiver-list.ts'

/** `portolan lift`: lifts a restriction, and keeps the list of what is lifted. */
export const liftCommand: Command = async (argv, host) => {
  const options = liftOptions(argv, host)
  if (!options.ok) return refuse(options.fault, host)
  const { task, targets, words, config, named } = options.value
  if (asksForConfig(words)) return showConfig('lift', words, { config, named }, host)
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return interrupted(host, 'changed')
  const { workingFolder } = host
  const estate: EstateTerms = {
    ...options.value.estate,
    targets,
    workingFolder,
    readStdin,
    today: host.today(),
  }
  switch (task) {
    case 'lift':
      return lift(options.value, estate, host)
    case 'list':
    case 'check':
      return look(options.value, estate, host)
    case 'renew':
    case 'drop':
      return change(options.value, estate, host)
  }
}

async function lift(options: LiftOptions, estate: EstateTerms, host: Host): Promise<number> {
  const { id, on, container, part, terms } = options
  const plan = host.interruptible(() =>
    planLift({ estate, words: { id, on, container, part, cluster: estate.cluster }, terms }),
  )
  if (plan === undefined) return interrupted(host, 'changed')
  if (!plan.value.ok) return refuse(plan.value.fault, host)
  const { rule, relaxations, draft } = plan.value.value
  const page = relaxations.length === 0 ? (await loadPages()).get(rule.id) : undefined
  host.err(previewText(plan.value.value, page?.lift, screenStyle(LOOK, host).width))
  return draft.ok ? tell(draft.value, options, host) : refuse(draft.fault, host)
}

const LOOK = { color: 'never', ascii: false, width: undefined } as const

function look({ task, isJson }: LiftOptions, estate: EstateTerms, host: Host): number {
  const register = host.interruptible(() => readRegister(estate))?.value
  if (register === undefined) return interrupted(host, 'changed')
  if (!register.ok) return refuse(register.fault, host)
  const { uses, faults } = register.value
  if (task === 'list') {
    host.out(isJson ? registerJson(uses) : registerText(uses))
    tellFaults(faults, Infinity, host)
    return faults.length > 0 ? EXIT.wrongUse : EXIT.fine
  }
  const duties = dutiesOf(register.value, estate.today)
  host.out(isJson ? dutiesJson(duties) : dutiesText(duties, register.value))
  return duties.length > 0 ? EXIT.gateFailed : EXIT.fine
}

function change(options: LiftOptions, estate: EstateTerms, host: Host): number {
  const { task, id, named, terms } = options
  const [surplus] = named
  if (surplus !== undefined) return refuse(unclear(task, surplus), host)
  const { until = '', approvedBy } = terms
  const draft: Result<WaiverDraft> = changeWaiver(
    estate,
    id,
    task === 'drop' ? { kind: 'drop' } : { kind: 'renew', expires: until, approvedBy },
  )
  return draft.ok ? tell(draft.value, options, host) : refuse(draft.fault, host)
}

function tell(draft: WaiverDraft, { isWriting, isShowing }: LiftOptions, host: Host): number {
  if (isShowing) host.out(draftDiff(draft))
  if (!isWriting) {
    host.err(`portolan: would change ${printable(draft.name)}; --write does\n`)
    return EXIT.fine
  }
  const { path, name, after } = draft
  try {
    mkdirSync(dirname(path), { recursive: true })
    replaceFile(path, (write) => {
      write(after)
      return true
    })
  } catch (error) {
    tellFaults([unwritten(name, systemCode(error))], 1, host)
    return EXIT.incomplete
  }
  host.err(`portolan: changed ${printable(name)}\n`)
  return EXIT.fine
}

function unwritten(at: string, code: string): Fault {
  return {
    code: 'FIX_WRITE',
    at,
    message: `The system refused to write it (${code}); it is as it was.`,
    remedy: 'Give the user that runs Portolan the right to write this file and its folder.',
  }
}

function unclear(task: string, word: string): Fault {
  const remedy = 'portolan lift --help tells how it is used.'
  return misuse(task, `It is not clear what "${word}" is for.`, remedy)
}
