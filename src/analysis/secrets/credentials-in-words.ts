import type { Credential } from './credential.ts'
import { isPassword } from './credible.ts'
import { findCredential } from './find-credential.ts'
import { unquoted } from './settings-in-text.ts'

/** A credential among the words of a command. */
export interface WordCredential extends Credential {
  /** Which word holds it. */
  readonly word: number
}

const MOST_WORDS = 500
const MOST_LINES = 2_000
const LONGEST_LINE = 4_000

/**
 * The credentials in the words of a command: `--password=…`, `--password …`, `NAME=…`, `-p…` of MySQL, `-u user:…` of
 * curl, and the same inside the script that a shell is handed. One for each word. O(characters).
 */
export function credentialsInWords(words: readonly unknown[]): readonly WordCredential[] {
  const texts = words.slice(0, MOST_WORDS).map((word) => (typeof word === 'string' ? word : ''))
  return texts.flatMap((text, word) => {
    const found = /\s/.test(text)
      ? findInScript(text)
      : findInWord(text, texts[word - 1] ?? '', texts)
    return found === undefined ? [] : [{ ...found, word }]
  })
}

function findInScript(script: string): Credential | undefined {
  const whole = findCredential(script, { name: undefined, keptIn: 'open' })
  if (whole !== undefined) return whole
  for (const line of script.split('\n', MOST_LINES)) {
    const words = wordsOfShell(line)
    for (const [at, word] of words.entries()) {
      const found = findInWord(word, words[at - 1] ?? '', words)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function findInWord(word: string, before: string, all: readonly string[]): Credential | undefined {
  const pair = word.includes('=')
    ? /^(?:-{1,2}|\/)?([A-Za-z_][\w.-]{0,80})=(.{3,})$/s.exec(word)
    : null
  if (pair !== null) return findNamed(unquoted(pair[2] ?? ''), pair[1])
  const flag = before.startsWith('-') ? /^--?([A-Za-z][\w.-]{1,80})$/.exec(before) : null
  if (flag !== null && !word.startsWith('-')) return findNamed(unquoted(word), flag[1])
  return (
    findShortFlag(word, before, all) ?? findCredential(word, { name: undefined, keptIn: 'open' })
  )
}

function findNamed(value: string, name: string | undefined): Credential | undefined {
  const found = findCredential(value, { name, keptIn: 'open' })
  return found === undefined ? undefined : { kind: found.kind, setting: name }
}

// Programs whose short flags are known to take a password.
const MYSQL = /(?:^|\/)(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)$/
const CURL = /(?:^|\/)(?:curl|wget|http)$/
const REDIS = /(?:^|\/)redis-cli$/
const SSHPASS = /(?:^|\/)sshpass$/

function findShortFlag(
  word: string,
  before: string,
  all: readonly string[],
): Credential | undefined {
  const attached = word.startsWith('-p') ? /^-p(.{3,})$/.exec(word)?.[1] : undefined
  if (attached !== undefined && all.some((other) => MYSQL.test(other))) return passwordIn(attached)
  if (before === '-u' || before === '--user') {
    const login = /^[^:\s]{1,80}:(.{3,})$/.exec(unquoted(word))?.[1]
    return login !== undefined && all.some((other) => CURL.test(other))
      ? passwordIn(login)
      : undefined
  }
  if (before === '-p' && all.some((other) => SSHPASS.test(other))) return passwordIn(word)
  return before === '-a' && all.some((other) => REDIS.test(other)) ? passwordIn(word) : undefined
}

function passwordIn(text: string): Credential | undefined {
  return isPassword(unquoted(text)) ? { kind: 'password', setting: undefined } : undefined
}

// Quotes keep a word together; what ends a command ends a word. Each alternative begins with a sign of its own and
// nothing follows them, so the pattern never goes back.
const SHELL_WORD = /(?:[^\s;|&"']|"[^"]*"?|'[^']*'?)+/g

function wordsOfShell(line: string): readonly string[] {
  return (line.slice(0, LONGEST_LINE).match(SHELL_WORD) ?? []).slice(0, MOST_WORDS)
}
