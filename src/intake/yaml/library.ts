import * as yaml from 'yaml'
import { cursor, HANDOVER } from './fast-cursor.ts'
import type { Task } from './fast-reader.ts'
import { cutLayout, nodeCount } from './layout-table.ts'
import { checkTokens } from './library-checks.ts'
import { convertContents } from './library-values.ts'
import { troubleOf } from './library-words.ts'
import { brokenReading, emptyReading, type Reading } from './reading.ts'
import { refusalIn } from './refusal.ts'
import { tooDeep, type Trouble } from './yaml-fault.ts'

/** How much of a file the library may still read; each reading takes from it. */
export interface Effort {
  lexemes: number
}

// Every scalar stays text: what Kubernetes makes of it is decided by our own tables, the library only finds the parts.
const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  keepSourceTokens: true,
  logLevel: 'silent',
} as const

// A lexeme takes the library 1 to 5 microseconds, and a document of its own about as much as twenty. An object of the
// largest size that Kubernetes stores (1.5 MB) has about as many as the least.
const LEAST_LEXEMES = 250_000
const LEXEMES_PER_CHARACTER = 0.25
const LEXEMES_PER_DOCUMENT = 20

/** What the library may read of `text`: all of any real file, and never so much that a hostile one takes long. */
export function libraryEffort(text: string): Effort {
  return { lexemes: LEAST_LEXEMES + LEXEMES_PER_CHARACTER * text.length }
}

/**
 * Reads one document by the `yaml` library: what the fast reader leaves, and the wording of all that is wrong. Nodes
 * join the open layout table. O(characters), at about 3 MB/s.
 */
export function readByLibrary(task: Task, effort: Effort): Reading {
  const kept = nodeCount()
  const { stackTraceLimit } = Error
  // The library makes an error object for everything that it finds wrong, and their traces would take most of the time.
  Error.stackTraceLimit = 0
  try {
    return readDocument(task, effort)
  } catch (error) {
    cutLayout(kept)
    return brokenReading(task.limit, troubleIn(error, task))
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function troubleIn(error: unknown, { start, limits }: Task): Trouble {
  // Our own reader reads the quoted texts that the library finds, and knew no end for one of them.
  if (error === HANDOVER) return unclosed(cursor.pos)
  // The library recurses once per level, so that is a stack too short for this document.
  if (error instanceof RangeError) return tooDeep(start, limits.maxDepth)
  return refusalIn(error) ?? failed(start)
}

function readDocument(task: Task, effort: Effort): Reading {
  const { text, start, limit, limits } = task
  const stretch = text.slice(start, limit)
  const tokens: yaml.CST.Token[] = []
  const trouble =
    parse(stretch, limits.maxDepth, effort, tokens) ?? checkTokens(tokens, stretch, limits)
  if (trouble !== undefined)
    return brokenReading(limit, { ...trouble, offset: start + trouble.offset })
  // Forced, as errors must come out even where there is nothing else.
  const [document] = [...new yaml.Composer(OPTIONS).compose(tokens, true, stretch.length)]
  if (document === undefined) return emptyReading(limit)
  const [error] = document.errors
  if (error !== undefined) return brokenReading(limit, troubleOf(error, text, start))
  return convertContents(document.contents, task)
}

// Adds to `tokens`, up to the first that is an error: it decides, and after it the library finds one in every line.
function parse(
  stretch: string,
  maxDepth: number,
  effort: Effort,
  tokens: yaml.CST.Token[],
): Trouble | undefined {
  const parser = new yaml.Parser()
  effort.lexemes -= LEXEMES_PER_DOCUMENT
  for (const lexeme of new yaml.Lexer().lex(stretch)) {
    if (--effort.lexemes < 0) return tooMuchEffort(parser.offset)
    for (const token of parser.next(lexeme)) {
      tokens.push(token)
      if (token.type === 'error') return undefined
    }
    // Above the collections stands the document, below them a scalar.
    if (parser.stack.length > maxDepth + 2) return tooDeep(parser.offset, maxDepth)
  }
  tokens.push(...parser.end())
  return undefined
}

// A text that the library fails on must not end a scan of a thousand others.
function failed(offset: number): Trouble {
  return {
    code: 'INTAKE_YAML',
    offset,
    message: 'Our reader fails on this document, which is a fault of ours.',
    remedy: 'Please report it; until then, write the document in a simpler way.',
  }
}

function unclosed(offset: number): Trouble {
  return {
    code: 'INTAKE_YAML',
    offset,
    message: 'A text in quotes is not closed.',
    remedy: 'Look for a quote that is missing in this line or above it.',
  }
}

function tooMuchEffort(offset: number): Trouble {
  return {
    code: 'INTAKE_TOO_LARGE',
    offset,
    message:
      'The file is too large for what it holds: errors, tags or complex keys, which take long to read.',
    remedy: 'Correct what is wrong in the file, or split it.',
  }
}
