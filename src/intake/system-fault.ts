import type { Fault } from '../base/fault.ts'
import { memberOf } from '../model/part.ts'

/** The fault for an error of the file system; anything else is a mistake of ours and is thrown on. */
export function systemFault(error: unknown, at: string): Fault {
  const code = memberOf(error, 'code')
  if (typeof code !== 'string') throw error
  return { code: 'INTAKE_UNREADABLE', at, ...(REFUSALS[code] ?? otherRefusal(code)) }
}

type Words = Pick<Fault, 'message' | 'remedy'>

const FORBIDDEN: Words = {
  message: 'The system does not allow to open it.',
  remedy: 'Give the user that runs Portolan the right to read it, or leave it out (--skip-path).',
}

const VANISHED: Words = {
  message: 'It was listed, but it is not there any more, or its name is not valid UTF-8.',
  remedy: 'Run the scan again when nothing writes to the folder, or rename it.',
}

const REFUSALS: Readonly<Record<string, Words>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOENT: VANISHED,
  ENOTDIR: VANISHED,
  ELOOP: {
    message: 'It is a symbolic link that leads in a circle.',
    remedy: 'Delete the link or let it lead to a file.',
  },
  ENAMETOOLONG: {
    message: 'Its path is longer than the system allows.',
    remedy: 'Name a folder further down as the target of the scan.',
  },
}

function otherRefusal(code: string): Words {
  return {
    message: `The system could not read it (${code}).`,
    remedy: 'Check the disk and the file, then run the scan again, or leave it out (--skip-path).',
  }
}
