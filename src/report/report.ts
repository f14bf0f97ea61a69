import type { Persona, Severity, Stop, Topic } from '../model/itinerary.ts'
import type { Profile } from '../model/profile.ts'
import type { RulePage } from '../model/rule-page.ts'
import type { QuestionCounts } from '../verdict/questions.ts'
import type { Finding, Rule, Verdict } from './told.ts'

/** From which severity on findings fail a run; `urgent` is the state word for critical. */
export interface Gate {
  readonly failOn: Severity | 'urgent' | 'never'
  /** Whether only findings count that the baseline does not know. */
  readonly newOnly: boolean
  /** The stops that have a gate of their own. */
  readonly byStop?: ReadonlyMap<Stop, Gate['failOn']>
  /** How many open findings that count are at or above it. */
  readonly failed: number
}

/** How the findings compare with those of an earlier run. */
export interface ComparedRun {
  /** The baseline, as the user typed it. */
  readonly file: string
  readonly newOnly: boolean
  readonly isNew: (finding: Pick<Finding, 'id'>) => boolean
  readonly counts: ChangeCounts
}

/** How many findings are new, the same, gone, and not found again where nobody looked. */
export interface ChangeCounts {
  readonly new: number
  readonly same: number
  readonly gone: number
  readonly cannotCompare: number
}

/** What a report tells of the run itself. Nothing of it changes what the verdict counts. */
export interface Run {
  /** Name and version for people: `Portolan 0.1.0`. */
  readonly tool: string
  readonly version: string
  /** Files, folders or `-`, as the user typed them. */
  readonly targets: readonly string[]
  /** The flags that narrowed what was judged, such as `--stop workloads`; none when everything was. */
  readonly selection: readonly string[]
  readonly persona: Persona | undefined
  readonly gate: Gate
  readonly comparison: ComparedRun | undefined
  /** Who owns a finding by name, where somebody said so. */
  readonly ownerOf: (finding: Finding) => string | undefined
  readonly profile: Profile
  /** The stops that nobody was to look at, and why. */
  readonly offStops: ReadonlyMap<Stop, string>
  readonly exitCode: number
  /** Not known of a saved report: nothing in it tells the time. */
  readonly durationMs: number | undefined
  /** Display filters such as `--severity`: they change what is listed, never what is counted. */
  readonly shown: (finding: Finding) => boolean
  /** Whether every finding and fault is listed, however many there are. */
  readonly verbose: boolean
  /** Pages by rule id: given to formats that need them, and to the text for the personae boss and user. */
  readonly pages: ReadonlyMap<string, RulePage> | undefined
  /** What told which offering this is. */
  readonly offeringEvidence: readonly string[]
  /** How what no manifest can show stands, where it was asked for. */
  readonly questions?: QuestionCounts
  /** `topicOf` of the rules: a rule's stop, affinities and duty. */
  readonly topicOf: (rule: Rule) => Topic
}

/** What the reader's screen can show. `width` is in columns; `links` means that it understands OSC 8. */
export interface Style {
  readonly color: boolean
  readonly ascii: boolean
  readonly width: number
  readonly links: boolean
}

/** Takes a report piece by piece: no format holds all of a large one at once. */
export type Write = (chunk: string) => void

/** One way to tell a verdict. Same verdict, run and style, same bytes; only text and Prometheus name the duration. */
export interface ReportFormat {
  readonly name: string
  /** Whether `run.pages` has to be filled. */
  readonly needsPages: boolean
  /** How many findings its readers take, where they take no more; the worst are written. */
  readonly mostFindings?: number
  readonly write: (verdict: Verdict, run: Run, style: Style, out: Write) => void
}

/** The name programs know us by. */
export const TOOL_NAME = 'Portolan'
