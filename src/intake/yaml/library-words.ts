import type * as yaml from 'yaml'
import type { Trouble } from './yaml-fault.ts'

interface Wording {
  readonly message: string
  readonly remedy: string
}

// By the library's own names for what it met.
const WORDINGS: Readonly<Partial<Record<yaml.ErrorCode, Wording>>> = {
  ALIAS_PROPS: {
    message: 'An alias (*name) carries an anchor or a tag of its own.',
    remedy: 'Move the anchor or tag to the place that the alias refers to.',
  },
  BAD_ALIAS: {
    message: 'An anchor (&name) or alias (*name) has no usable name.',
    remedy:
      'Give it a name of letters, digits, hyphens and underscores, or put the text in quotes.',
  },
  BAD_DIRECTIVE: {
    message: 'A line that begins with % is not a directive that YAML knows.',
    remedy: 'Delete the line, or indent it if it belongs to a text.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A text in double quotes has a backslash before a character that cannot be escaped.',
    remedy: 'Write the backslash twice, or use single quotes.',
  },
  BAD_INDENT: {
    message: 'A line is indented differently from its neighbours.',
    remedy: 'Give all entries of one list or mapping the same number of leading spaces.',
  },
  BAD_PROP_ORDER: {
    message: 'An anchor or tag stands before the - or ? that it should follow.',
    remedy: 'Move it behind the indicator.',
  },
  BAD_SCALAR_START: {
    message: 'A value begins with a character that YAML reserves.',
    remedy: 'Put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second "key:" stands on the line of a first one.',
    remedy: 'Put the inner mapping on a new, deeper indented line, or the value in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'An indented list or mapping stands inside brackets.',
    remedy: 'Write the inner part with brackets too.',
  },
  KEY_OVER_1024_CHARS: {
    message: 'A key is longer than 1,024 characters.',
    remedy: 'Shorten the key, or write it behind a question mark.',
  },
  MISSING_CHAR: {
    message:
      'A character that YAML needs here is missing: a colon, comma, quote, bracket or space.',
    remedy: 'Look at this line and the one before it for what was left open.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key runs over more than one line.',
    remedy: 'Look for a colon that is missing on the line before, or put the key on one line.',
  },
  MULTIPLE_ANCHORS: {
    message: 'A value has two anchors.',
    remedy: 'Keep one of them.',
  },
  MULTIPLE_TAGS: {
    message: 'A value has two tags.',
    remedy: 'Keep one of them.',
  },
  TAB_AS_INDENT: {
    message: 'A tab stands where YAML wants spaces.',
    remedy: 'Replace it with spaces.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'A tag (!name) is not written as YAML wants it.',
    remedy: 'Correct the tag, or put the text in quotes.',
  },
  UNEXPECTED_TOKEN: {
    message: 'Something stands here that cannot follow what comes before it.',
    remedy:
      'Look at this line and the one before it for a quote, colon, comma or indentation too many.',
  },
}

const OTHERWISE: Wording = {
  message: 'The text stops being YAML here.',
  remedy: 'Look at this line and the one before it.',
}

/** The library's first complaint about a document that begins at `base`, in the user's words. */
export function troubleOf(error: yaml.YAMLParseError, text: string, base: number): Trouble {
  const offset = Math.min(base + error.pos[0], text.length)
  return { code: 'INTAKE_YAML', offset, ...(WORDINGS[error.code] ?? OTHERWISE) }
}
