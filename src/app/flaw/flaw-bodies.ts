import { groupBy } from '../../base/group.ts'
import { purlOf } from '../../model/purl.ts'
import { printable } from '../../report/printable.ts'
import { noFixWords } from '../../rules/code/no-fix-words.ts'
import type { KnownFlaw } from './explain-flaw.ts'
import type { FlawPlace } from './flaw-places.ts'
import { UPDATE_COMMANDS } from './update-commands.data.ts'
import { vectorWords } from './vector-words.ts'

// What each part of an explanation tells of a flaw, as Markdown. Words of advisories are foreign: they are made harmless.

const MOST_DETAILS = 3000

/** What the advisory says, under which names, of which packages of the estate. */
export function whatBody({ names, prose, first, places }: KnownFlaw): string {
  const details = prose.find((each) => each.details.trim() !== '')?.details ?? first.summary
  const packages = [...new Set(places.map(({ found }) => `${found.name} (${found.ecosystem})`))]
  return [
    ...(first.withdrawn === undefined
      ? []
      : [`It was withdrawn on ${first.withdrawn.slice(0, 10)}: nothing has to be done about it.`]),
    harmless(details),
    ...(packages.length === 0
      ? []
      : [`Your packages with it: ${packages.map(printable).join(', ')}.`]),
    ...(names.length < 2 ? [] : [`Its names: ${names.map(printable).join(', ')}.`]),
  ].join('\n\n')
}

// Headings of an advisory would stand among those of the explanation, and code may hold anything.
function harmless(markdown: string): string {
  const lines = markdown
    .slice(0, MOST_DETAILS)
    .split('\n')
    .map((line) => printable(line.trimEnd()).replaceAll('```', ''))
    .map((line) => (/^#+ /.test(line) ? `${line.replace(/^#+ */, '')}\n` : line))
  const cut = markdown.length > MOST_DETAILS ? ['', 'There is more behind the references.'] : []
  return [...lines, ...cut]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** How bad it is, whether it is attacked, and the ways to it in the estate. */
export function whyBody({ prose, places }: KnownFlaw): string {
  const rated = prose.find(({ severity }) => severity !== undefined)?.severity
  const kev = prose.find((each) => each.kev !== undefined)?.kev
  const epss = prose.find((each) => each.epss !== undefined)?.epss
  const severity =
    rated === undefined
      ? 'Nobody has said how severe it is.'
      : `Severity ${rated.level}${rated.score === undefined ? '' : `, CVSS ${rated.score}`}, says ${printable(rated.from)}.`
  const attacks = [
    ...(kev === undefined
      ? []
      : [
          `CISA lists it as exploited since ${kev.added}${kev.forRansom ? ', also for ransom' : ''}.`,
        ]),
    ...(epss === undefined
      ? []
      : [`FIRST gives attacks within 30 days a chance of ${percent(epss.probability)}.`]),
  ]
  const known = attacks.length === 0 ? ['Nothing that was imported tells of attacks.'] : attacks
  return [[severity, ...known].join(' '), ...ways(places)].join('\n\n')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function ways(places: readonly FlawPlace[]): readonly string[] {
  if (places.length === 0) return ['No package of what was read has it.']
  return ['Where you have it:', places.map((place) => `- ${wayTo(place)}`).join('\n')]
}

function wayTo({ found, flaw, at, paths }: FlawPlace): string {
  const { said } = flaw
  const { name, version, bringer, isDirect, scope } = found
  const doubt =
    flaw.answer === 'unknown'
      ? `; whether it has the flaw cannot be told: ${flaw.why ?? 'no version is pinned'}`
      : ''
  const asked = bringer?.at === undefined ? '' : ` (${bringer.at})`
  const brought =
    isDirect === true || bringer === undefined ? asked : `, brought by ${bringer.name}${asked}`
  const state = said === undefined ? '' : `; ${said.status.replaceAll('_', ' ')}, says ${said.from}`
  const use = scope === 'development' ? ', for development only' : ''
  const text = `${name} ${version ?? 'without a version'} in ${at}${use}${brought}${doubt}${state}`
  return printable(`${[text, ...runsIn(paths)].join('; ')}.`)
}

// Containers of one workload that run the same image are one way.
function runsIn(paths: FlawPlace['paths']): readonly string[] {
  const same = groupBy(paths, ({ workload, image, dockerfile }) =>
    [workload, image, dockerfile].join('\n'),
  )
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { workload, image, dockerfile } = first
    const containers = [first, ...others].map(({ container }) => container).join(' and ')
    const word = others.length === 0 ? 'container' : 'containers'
    return [
      `it runs in ${workload}, ${word} ${containers}, image ${image ?? 'unknown'}, built by ${dockerfile}`,
    ]
  })
}

/** What the vector says of an attack, and what leads to the workloads that have it. */
export function attackBody({ prose, places }: KnownFlaw): string {
  const vectors = prose.flatMap(({ severity }) => severity?.text ?? [])
  const attack = vectors.map(vectorWords).find((words) => words.length > 0)
  const exposures = [...new Set(places.flatMap(({ exposure }) => exposure ?? []))]
  return [
    attack?.join(' ') ??
      'The advisory does not say how. Who finds the version in an answer, a header or a path tries what was published against it.',
    ...exposures.map((exposure) => printable(`${exposure}.`)),
  ].join('\n\n')
}

/** Which version to take, place by place, and the command that takes it. */
export function applyBody({ places }: KnownFlaw): string {
  if (places.length === 0) return 'Nothing: no package of what was read has it.'
  return places.map((place) => `- ${printable(stepFor(place))}`).join('\n')
}

function stepFor({ found, fix, at, isFixable }: FlawPlace): string {
  const { name, ecosystem, version, bringer, isDirect } = found
  if (version === undefined) return `${at}: pin a version of ${name}, so that it can be judged.`
  if (fix.kind === 'none')
    return `${at}: ${noFixWords(fix)}. Replace ${name}, or take away the way to it.`
  const take = `${at}: take ${name} ${fix.version}${fix.isMajor ? ', a new major version' : ''}`
  if (isFixable) return `${take}; \`portolan fix\` writes it.`
  if (isDirect !== true && bringer !== undefined && bringer.name !== name)
    return `${take}: update ${bringer.name}, which brings it, or override it.`
  const command = UPDATE_COMMANDS[ecosystem]?.replace('NAME', name).replace('VERSION', fix.version)
  return command === undefined ? `${take}.` : `${take}: \`${command}\``
}

/** What the versions to take change besides. */
export function restrictBody({ places }: KnownFlaw): string {
  const fixes = places.flatMap(({ fix }) => (fix.kind === 'version' ? [fix] : []))
  if (places.length === 0) return 'Nothing, as nothing has to be changed.'
  if (fixes.length === 0)
    return 'Without a version to take, only a way around it is left: what you take away is gone.'
  return fixes.some(({ isMajor }) => isMajor)
    ? 'A new major version may take a change of your own: read what its makers changed, and try it on one replica.'
    : 'Versions of the same major version should change nothing else.'
}

/** What to say where the flaw cannot be reached, as a file that `--vex` reads. */
export function liftBody({ id, places }: KnownFlaw): string {
  const purls = [...new Set(places.flatMap(({ found }) => purlOf(found) ?? []))]
  const statement = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [
      {
        vulnerability: { name: id },
        products: purls.map((purl) => ({ '@id': purl })),
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
    ],
  }
  const intro =
    'Where your program never comes to the flawed code, say so in a file and name it with `--vex`; the flaw stays in the list, and tells who said what. A waiver with a reason and a day lifts the finding.'
  const text = JSON.stringify(statement, undefined, 2).split('\n').map(printable).join('\n')
  return `${intro}\n\n\`\`\`json\n${text}\n\`\`\``
}
