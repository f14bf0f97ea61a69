import {
  array,
  boolean,
  isoDate,
  maxLength,
  minLength,
  nonEmpty,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  trim,
  union,
  type InferOutput,
} from 'valibot'

// A name of Kubernetes has at most 253 characters; more is nothing that anybody has to write.
const LONGEST_NAME = 253
const LONGEST_TEXT = 2000

const text = (message: string) =>
  pipe(string(message), trim(), nonEmpty(message), maxLength(LONGEST_TEXT, message))

const NAME = 'A name is a text that is not empty, or a list of such texts.'
const name = pipe(string(NAME), nonEmpty(NAME), maxLength(LONGEST_NAME, NAME))
const names = union([name, pipe(array(name, NAME), minLength(1, NAME))], NAME)

const PURL = 'A package is named by its package URL, such as pkg:npm/lodash@4.17.20.'
const purl = pipe(string(PURL), regex(/^pkg:[a-z]/, PURL), maxLength(LONGEST_TEXT, PURL))
const purls = union([purl, pipe(array(purl, PURL), minLength(1, PURL))], PURL)

const matchSchema = strictObject(
  {
    cluster: optional(names),
    namespace: optional(names),
    kind: optional(names),
    name: optional(names),
    container: optional(names),
    path: optional(names),
    image: optional(names),
    purl: optional(purls),
    part: optional(names),
  },
  'What a waiver matches is a mapping, such as {namespace: shop, kind: Deployment, name: cart}.',
)

const ID = 'An id is letters, digits, dots, dashes and underscores, such as W-2026-014.'
const DAY = 'A day is a text such as 2027-01-31.'

/** One entry of a waiver file. docs/api/waivers.schema.json says the same to editors; a test holds them together. */
export const waiverSchema = strictObject(
  {
    id: pipe(string(ID), regex(/^[A-Za-z0-9][\w.-]{0,63}$/, ID)),
    rule: text('A rule is named by its one id, such as no-seccomp-profile.'),
    match: matchSchema,
    reason: text('A reason is a text of at least 10 characters.'),
    owner: text('An owner is a text, such as "@org/team".'),
    approvedBy: optional(text('Who approved it is a text, such as "@kim".')),
    expires: pipe(string(DAY), isoDate(DAY)),
    ticket: optional(text('A ticket is a text: its number or address.')),
    mitigation: optional(text('A mitigation is a text.')),
    untilFixed: optional(boolean('untilFixed is true or false.')),
  },
  'A waiver is a mapping with id, rule, match, reason, owner and expires.',
)

/** An entry whose words are known and of the right kind. */
export type WaiverEntry = InferOutput<typeof waiverSchema>
