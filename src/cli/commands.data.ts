import { VOCABULARY } from '../app/vocabulary.ts'

/** What a flag's value or an operand is: for help, checks and completion. */
export type ValueKind = 'rule' | 'topic' | 'path' | 'other' | readonly string[]

/** A flag. Without `value` it is a switch; one with `many` may be given several times, all of which count. */
export interface FlagSpec {
  readonly long: string
  readonly short?: string
  readonly value?: { readonly name: string; readonly kind: ValueKind }
  readonly many?: true
  readonly tells: string
}

/** A command, as its parser, help, completion and docs/cli.md know it. */
export interface CommandSpec {
  readonly name: string
  readonly operands: string
  readonly takes: readonly ValueKind[]
  /** How many operands it takes. */
  readonly least: number
  readonly most: number
  readonly tells: string
  readonly flags: readonly FlagSpec[]
  readonly examples: readonly { readonly line: string; readonly tells: string }[]
}

/** Formats of a scan's report; a test holds them to those of src/report. */
export const REPORT_FORMATS = [
  'text',
  'json',
  'sarif',
  'junit',
  'markdown',
  'github',
  'gitlab-codequality',
  'gitlab-sast',
  'csv',
  'openreports',
  'policyreport',
  'prometheus',
  'html',
] as const
/** Formats of a comparison; a test holds them to those of src/report/diff. */
export const DIFF_FORMATS = ['text', 'json', 'markdown', 'sarif'] as const
/** Formats of an explanation. */
export const EXPLAIN_FORMATS = ['text', 'md', 'json'] as const
/** Formats of what is printed for people and pages. */
export const PAGE_FORMATS = ['text', 'json', 'markdown'] as const
/** Formats of lists and of the version. */
export const LIST_FORMATS = ['text', 'json'] as const
/** Formats of a list of packages. */
export const PACKAGE_FORMATS = ['text', 'json', 'csv'] as const
/** Formats of a bill of materials. */
export const SBOM_FORMATS = ['cyclonedx', 'spdx', 'openvex'] as const
/** Formats of a map. */
export const MAP_FORMATS = ['text', 'svg', 'mermaid', 'html'] as const
/** Formats of what can reach what: pictures of the list alone, Markdown of comparisons and checks. */
export const REACH_FORMATS = [
  'text',
  'json',
  'csv',
  'svg',
  'matrix-svg',
  'dot',
  'mermaid',
  'markdown',
] as const
/** Where `portolan guide` writes what holds for all namespaces. */
export const TIER_WORDS = ['namespace', 'admin'] as const
/** What `portolan reach` does besides listing. */
export const REACH_WORDS = ['diff', 'check'] as const
/** What `portolan reach diff` stops for. */
export const REACH_GATES = ['opened', 'outside', 'never'] as const
/** Formats of rendered objects. */
export const RENDER_FORMATS = ['yaml', 'json'] as const
/** What `portolan lift` does besides lifting. */
export const LIFT_WORDS = ['list', 'check', 'renew', 'drop'] as const
/** What `portolan db` does. */
export const DB_WORDS = [
  'import',
  'update',
  'bundle',
  'install',
  'rollback',
  'status',
  'key',
] as const
/** The shells that completion is made for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
/** When colours are used. */
export const COLOR_WORDS = ['auto', 'always', 'never'] as const

const NAMESPACES: readonly FlagSpec[] = [
  {
    long: '--namespace',
    short: '-n',
    value: { name: 'NAME', kind: 'other' },
    many: true,
    tells: 'judge the objects of this namespace only; * and ? stand for characters',
  },
  {
    long: '--exclude-namespace',
    value: { name: 'NAME', kind: 'other' },
    many: true,
    tells: 'do not judge the objects of this namespace',
  },
]

const SELECTING: readonly FlagSpec[] = [
  {
    long: '--rule',
    value: { name: 'ID', kind: 'rule' },
    many: true,
    tells: 'judge by this rule only',
  },
  {
    long: '--skip-rule',
    value: { name: 'ID', kind: 'rule' },
    many: true,
    tells: 'do not judge by this rule',
  },
  {
    long: '--stop',
    value: { name: 'STOP', kind: VOCABULARY.stop },
    many: true,
    tells: 'judge by the rules of this stop only',
  },
  ...NAMESPACES,
]

const CHARTS: readonly FlagSpec[] = [
  {
    long: '--values',
    value: { name: 'FILE[,FILE]', kind: 'path' },
    many: true,
    tells:
      'render charts with these values, once for each time it is given; a later file of one is laid over those before it',
  },
  {
    long: '--set',
    value: { name: 'NAME=VALUE', kind: 'other' },
    many: true,
    tells: 'render charts with this value, as helm --set does',
  },
  {
    long: '--set-string',
    value: { name: 'NAME=VALUE', kind: 'other' },
    many: true,
    tells: 'render charts with this value, taken for a text',
  },
  {
    long: '--var-file',
    value: { name: 'FILE', kind: 'path' },
    many: true,
    tells: 'evaluate Terraform with these variables; a later file is laid over those before it',
  },
]

const ESTATE: readonly FlagSpec[] = [
  ...CHARTS,
  {
    long: '--skip-path',
    value: { name: 'PATTERN', kind: 'path' },
    many: true,
    tells: 'leave these files out; patterns as in .gitignore',
  },
  {
    long: '--kubernetes-version',
    value: { name: 'VERSION', kind: 'other' },
    tells: 'judge as this release would, such as 1.34; the newest known one by default',
  },
  {
    long: '--provider',
    value: { name: 'NAME', kind: VOCABULARY.provider },
    tells: 'how Kubernetes is obtained, which decides whose move it is; found out by default',
  },
]

const VEX: FlagSpec = {
  long: '--vex',
  value: { name: 'FILE', kind: 'path' },
  many: true,
  tells:
    'what is said of flaws: OpenVEX, CycloneDX or CSAF; it changes their state, never the list',
}

const DB_AGE: FlagSpec = {
  long: '--db-age',
  value: { name: 'DAYS', kind: 'other' },
  tells: 'exit 4 when the advisories for what was found are older than this; 14 by default',
}

const WAIVERS: FlagSpec = {
  long: '--waivers',
  value: { name: 'FILE', kind: 'path' },
  tells: 'the file of what is lifted, instead of .portolan/waivers.yaml here or above',
}

const CLUSTER: FlagSpec = {
  long: '--cluster',
  value: { name: 'NAME', kind: 'other' },
  tells: 'the cluster that is judged: waivers for one cluster hold where this is its name',
}

const NO_WAIVERS: FlagSpec = {
  long: '--no-waivers',
  tells: 'judge as if nothing were lifted, in files, comments and annotations',
}

const CONFIG: FlagSpec = {
  long: '--config',
  short: '-c',
  value: { name: 'FILE', kind: 'path' },
  tells: 'the configuration; portolan.yaml here or above, up to the root of the repository',
}

const SHOW_CONFIG: FlagSpec = {
  long: '--show-config',
  tells: 'tell the values in force and where they come from',
}

const CONFIGURED: readonly FlagSpec[] = [CONFIG, SHOW_CONFIG]

const PERSONA: FlagSpec = {
  long: '--persona',
  value: { name: 'WHO', kind: VOCABULARY.persona },
  tells: 'for whom it is told: changes order and words, never what is found',
}

const LOOK: readonly FlagSpec[] = [
  {
    long: '--color',
    value: { name: 'WHEN', kind: COLOR_WORDS },
    tells: 'auto (the default) heeds NO_COLOR, FORCE_COLOR and the screen',
  },
  { long: '--ascii', tells: 'shapes and joints in ASCII' },
  { long: '--width', value: { name: 'COLUMNS', kind: 'other' }, tells: 'how wide the text is' },
]

const HELP: FlagSpec = { long: '--help', short: '-h', tells: 'tell this' }

const SCAN: CommandSpec = {
  name: 'scan',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells: 'judge manifests: how bad it is, what to do first, whose move it is',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT[=FILE]', kind: REPORT_FORMATS },
      many: true,
      tells: 'how the report is written and where to; several may have a file each',
    },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where the one format without a file goes; - is standard output',
    },
    ...SELECTING,
    {
      long: '--severity',
      value: { name: 'LEVEL', kind: VOCABULARY.severity },
      tells: 'list findings of this severity and worse; all count at the gate still',
    },
    {
      long: '--fail-on',
      value: { name: 'LEVEL', kind: VOCABULARY.gate },
      tells: 'the gate: exit 1 for a finding of this severity or worse; high by default',
    },
    {
      long: '--exit-code',
      value: { name: 'N', kind: 'other' },
      tells: 'exit with this instead of 1 when the gate fails',
    },
    {
      long: '--coverage-min',
      value: { name: 'PERCENT', kind: 'other' },
      tells: 'exit 3 when less than this was examined; 100 by default',
    },
    DB_AGE,
    {
      long: '--baseline',
      value: { name: 'FILE', kind: 'path' },
      tells: 'compare with what portolan baseline or -f json wrote, and tell what is new',
    },
    {
      long: '--new',
      tells: 'count only what is new at the gate; .portolan/baseline.json without --baseline',
    },
    ...CONFIGURED,
    PERSONA,
    ...ESTATE,
    WAIVERS,
    CLUSTER,
    NO_WAIVERS,
    VEX,
    { long: '--quiet', short: '-q', tells: 'no text but what -f or -o asks for' },
    { long: '--verbose', short: '-v', tells: 'list every finding and every fault' },
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan scan', tells: 'the working folder' },
    { line: 'helm template ./chart | portolan scan -', tells: 'what another program renders' },
    { line: 'portolan scan -f text,sarif=out.sarif deploy', tells: 'for people and for a service' },
    { line: 'portolan scan --persona boss', tells: 'the same findings in other words' },
  ],
}

const INIT: CommandSpec = {
  name: 'init',
  operands: '[TARGET]',
  takes: ['path'],
  least: 0,
  most: 1,
  tells:
    'find out what is there and write portolan.yaml, a baseline and a pipeline; nothing is overwritten',
  flags: [
    {
      long: '--yes',
      short: '-y',
      tells: 'ask nothing and write; else the changes are shown first',
    },
    HELP,
  ],
  examples: [
    { line: 'portolan init', tells: 'shows the files, asks at most five questions' },
    { line: 'portolan init --yes deploy', tells: 'in a script' },
  ],
}

const FIX: CommandSpec = {
  name: 'fix',
  operands: '[ID...] [TARGET...]',
  takes: ['rule', 'path'],
  least: 0,
  most: Infinity,
  tells: 'mend what a scan found: print the changes as a diff, or write them',
  flags: [
    { long: '--diff', tells: 'print the changes as git apply takes them; the default' },
    { long: '--write', tells: 'change the files' },
    { long: '--only-safe', tells: 'leave alone what may break what runs today' },
    ...CONFIGURED,
    ...SELECTING,
    ...ESTATE,
    WAIVERS,
    CLUSTER,
    NO_WAIVERS,
    VEX,
    { long: '--quiet', short: '-q', tells: 'no text but the diff' },
    HELP,
  ],
  examples: [
    {
      line: 'portolan fix privileged-container deploy',
      tells: 'one rule in one folder, as a diff',
    },
    { line: 'portolan fix --only-safe --write', tells: 'what nothing will notice, in the files' },
    { line: 'portolan fix deploy | git apply', tells: 'the same as --write' },
  ],
}

const BASELINE: CommandSpec = {
  name: 'baseline',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells: 'write down what is known today, so that later scans can tell what is new',
  flags: [
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where it goes; .portolan/baseline.json by default, - is standard output',
    },
    ...CONFIGURED,
    ...SELECTING,
    ...ESTATE,
    HELP,
  ],
  examples: [
    { line: 'portolan baseline', tells: 'accept what the working folder has today' },
    { line: 'portolan scan --new', tells: 'fail for what is new since then' },
  ],
}

const DIFF: CommandSpec = {
  name: 'diff',
  operands: 'OLD NEW',
  takes: ['path'],
  least: 2,
  most: 2,
  tells: 'compare two folders, JSON reports or baselines: what is new, gone and unchanged',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: DIFF_FORMATS },
      tells: 'how it is written; text by default',
    },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where it goes; - is standard output',
    },
    {
      long: '--fail-on',
      value: { name: 'LEVEL', kind: VOCABULARY.gate },
      tells: 'exit 1 for a new finding of this severity or worse; high by default',
    },
    ...CONFIGURED,
    ...ESTATE,
    { long: '--verbose', short: '-v', tells: 'list what is unchanged too, and every fault' },
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan diff old.json deploy', tells: 'a saved report and what is there now' },
    { line: 'portolan diff main/deploy branch/deploy -f markdown', tells: 'for a pull request' },
  ],
}

const EXPLAIN: CommandSpec = {
  name: 'explain',
  operands: 'ID [TARGET...]',
  takes: ['rule', 'path'],
  least: 1,
  most: Infinity,
  tells:
    'tell a rule, or an advisory and where you have it, in eight parts: what, why, how to apply and lift it, who owns it',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: EXPLAIN_FORMATS },
      tells: 'how it is written; text by default',
    },
    PERSONA,
    {
      long: '--provider',
      value: { name: 'NAME', kind: VOCABULARY.provider },
      tells: 'name the owner under this offering only',
    },
    VEX,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan explain root-container --persona developer', tells: '' },
    {
      line: 'portolan explain CVE-2021-3749 deploy',
      tells: 'a flaw, and the way to it in your own files',
    },
  ],
}

const GUIDE: CommandSpec = {
  name: 'guide',
  operands: '[STOP|TOPIC] [TARGET...]',
  takes: ['topic', 'path'],
  least: 0,
  most: Infinity,
  tells:
    'tell what to do at a stop or in a topic; with targets, write the configuration for that estate',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: EXPLAIN_FORMATS },
      tells: 'how it is written; text by default, which is YAML for a configuration',
    },
    {
      long: '--write',
      value: { name: 'FOLDER', kind: 'path' },
      tells:
        'write the configuration there: new objects, changed ones, files, what goes, what you know',
    },
    {
      long: '--tier',
      value: { name: 'WHERE', kind: TIER_WORDS },
      tells:
        'where a configuration of the network says what holds for all: in each namespace (the default), or once in the admin tier above them (ClusterNetworkPolicy)',
    },
    {
      long: '--verify',
      tells:
        'tell the proof of a configuration of the network: nothing that is meant is lost, what closes, what stays open and why, each rule is needed',
    },
    ...CONFIGURED,
    PERSONA,
    ...ESTATE,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan guide', tells: 'the itinerary and its topics' },
    { line: 'portolan guide isolation', tells: 'all of one topic' },
    {
      line: 'portolan guide isolation deploy | kubectl apply --dry-run=server -f -',
      tells: 'what would close the namespaces of this estate',
    },
    { line: 'portolan guide network deploy --write policies', tells: 'a stop, as files' },
    {
      line: 'portolan guide network deploy --verify',
      tells: 'what these files would close, proven',
    },
  ],
}

const RULES: CommandSpec = {
  name: 'rules',
  operands: '',
  takes: [],
  least: 0,
  most: 0,
  tells: 'list the rules',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'how it is written; text by default',
    },
    {
      long: '--stop',
      value: { name: 'STOP', kind: VOCABULARY.stop },
      many: true,
      tells: 'the rules of this stop only',
    },
    { long: '--verbose', short: '-v', tells: 'add what each is about' },
    ...LOOK,
    HELP,
  ],
  examples: [],
}

const COMPLIANCE: CommandSpec = {
  name: 'compliance',
  operands: '[NAME] [TARGET...]',
  takes: [VOCABULARY.framework, 'path'],
  least: 0,
  most: Infinity,
  tells: 'judge manifests by the framework of that name; without a name, list the frameworks',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'how it is written; text by default',
    },
    ...NAMESPACES,
    {
      long: '--fail-on',
      value: { name: 'LEVEL', kind: VOCABULARY.gate },
      tells: 'exit 1 for a finding of this severity or worse; never by default',
    },
    ...CONFIGURED,
    ...ESTATE,
    WAIVERS,
    CLUSTER,
    NO_WAIVERS,
    VEX,
    { long: '--verbose', short: '-v', tells: 'list every control, place and fault' },
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan compliance', tells: 'the frameworks, and how much of each the rules cover' },
    { line: 'portolan compliance cis deploy', tells: 'the newest CIS Kubernetes Benchmark' },
    { line: 'portolan compliance nsa --fail-on high', tells: 'as a gate' },
  ],
}

const QUESTIONS: CommandSpec = {
  name: 'questions',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells:
    'list what no manifest can show and a person has to answer, and how the answers in portolan.yaml stand',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'how it is written; text by default',
    },
    {
      long: '--stop',
      value: { name: 'STOP', kind: VOCABULARY.stop },
      many: true,
      tells: 'the questions of this stop only',
    },
    {
      long: '--open',
      tells: 'only those that have no answer, or one that does not count any more',
    },
    ...CONFIGURED,
    ...ESTATE,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan questions --open', tells: 'what has to be answered' },
    { line: 'portolan questions --stop data --provider kapsule', tells: 'with whose move each is' },
  ],
}

const PACKAGES: CommandSpec = {
  name: 'packages',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells:
    'list the packages of lock files, manifests and SBOMs that advisories speak of, where they stand and what brings them',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: PACKAGE_FORMATS },
      tells: 'how it is written; text by default',
    },
    {
      long: '--all',
      tells: 'every package that was found, also those that nothing is known against',
    },
    DB_AGE,
    VEX,
    ...CONFIGURED,
    ...ESTATE,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan packages', tells: 'what is vulnerable, and what mends it' },
    { line: 'portolan packages deploy --all -f json', tells: 'every package, for programs' },
  ],
}

const SBOM: CommandSpec = {
  name: 'sbom',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells:
    'write the packages of lock files, manifests and SBOMs as a bill of materials, with what is known against them',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: SBOM_FORMATS },
      tells: 'cyclonedx (1.6, the default), spdx (2.3), or openvex: only what is said of flaws',
    },
    VEX,
    ...CONFIGURED,
    ...ESTATE,
    HELP,
  ],
  examples: [
    { line: 'portolan sbom > bom.json', tells: 'CycloneDX 1.6' },
    { line: 'portolan sbom -f spdx --vex said.json > app.spdx.json', tells: 'SPDX 2.3' },
  ],
}

const LIFT: CommandSpec = {
  name: 'lift',
  operands: 'ID|list|check|renew|drop [TARGET...]',
  takes: [LIFT_WORDS, 'rule', 'path'],
  least: 1,
  most: Infinity,
  tells:
    'lift a restriction for one part of the estate until a day, by the id of a rule or a finding; ' +
    'list what is lifted, check what has to be done about it, renew ID, drop ID',
  flags: [
    {
      long: '--on',
      value: { name: 'OBJECT', kind: 'other' },
      tells: 'for this object, namespace/Kind/name or Kind/name, or for all of a namespace',
    },
    {
      long: '--container',
      value: { name: 'NAME', kind: 'other' },
      tells: 'for this container of it only',
    },
    {
      long: '--part',
      value: { name: 'FIELD', kind: 'other' },
      tells: 'for this field of it and all below only, as a scan names it: spec.egress, rules[2]',
    },
    {
      long: '--until',
      value: { name: 'DAY', kind: 'other' },
      tells: 'the last day, such as 2027-01-31, at most 180 days ahead; 90 days ahead by default',
    },
    { long: '--owner', value: { name: 'WHO', kind: 'other' }, tells: 'who answers for it' },
    {
      long: '--reason',
      value: { name: 'TEXT', kind: 'other' },
      tells: 'why the restriction cannot hold here, in at least 10 characters',
    },
    {
      long: '--approved-by',
      value: { name: 'WHO', kind: 'other' },
      tells: 'who approved it, not the owner; needed for rules of severity high and critical',
    },
    { long: '--ticket', value: { name: 'ID', kind: 'other' }, tells: 'where it is written down' },
    { long: '--until-fixed', tells: 'let it end as soon as there is a fix' },
    { long: '--diff', tells: 'print the change of the waiver file; the default' },
    { long: '--write', tells: 'change the waiver file' },
    ...CONFIGURED,
    WAIVERS,
    CLUSTER,
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'how list and check are written; text by default',
    },
    ...ESTATE.filter(({ long }) => long !== '--provider'),
    HELP,
  ],
  examples: [
    {
      line: 'portolan lift no-seccomp-profile --on media/Deployment/transcoder --owner @org/media --reason "needs io_uring"',
      tells: 'what that would open, and the waiver as a diff',
    },
    { line: 'portolan lift check', tells: 'what has ended, will soon, or lifts nothing any more' },
    { line: 'portolan lift renew W-2026-014 --until 2027-06-30 --write', tells: '' },
  ],
}

const REPORT: CommandSpec = {
  name: 'report',
  operands: 'FILE',
  takes: ['path'],
  least: 1,
  most: 1,
  tells: 'tell a report that -f json saved in another format, without another scan; - reads it',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT[=FILE]', kind: REPORT_FORMATS },
      many: true,
      tells: 'how the report is written and where to; several may have a file each',
    },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where the one format without a file goes; - is standard output',
    },
    PERSONA,
    { long: '--verbose', short: '-v', tells: 'list every finding and every fault' },
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan report last.json', tells: 'what the scan told' },
    { line: 'portolan report last.json -f sarif=out.sarif,csv=out.csv', tells: 'for others' },
    { line: 'portolan scan -f json | portolan report - --persona boss', tells: 'as a pipe' },
  ],
}

const RESPONSIBILITY: CommandSpec = {
  name: 'responsibility',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells: 'tell whose move each duty is; with targets, what that estate shows of it',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: PAGE_FORMATS },
      tells: 'how it is written; text by default',
    },
    { long: '--all', tells: 'all offerings side by side, whichever is given or found' },
    ...CONFIGURED,
    ...ESTATE,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan responsibility --provider kapsule', tells: 'under one offering' },
    { line: 'portolan responsibility deploy', tells: 'with the open findings of an estate' },
  ],
}

const MAP: CommandSpec = {
  name: 'map',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells:
    'draw the architecture of an estate, from the internet to the data, with every finding where it belongs',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: MAP_FORMATS },
      tells: 'how it is drawn; text by default, which lists every component',
    },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where it goes; - is standard output',
    },
    ...CONFIGURED,
    ...ESTATE,
    WAIVERS,
    CLUSTER,
    NO_WAIVERS,
    VEX,
    ...LOOK,
    HELP,
  ],
  examples: [{ line: 'portolan map deploy', tells: 'as a list, each component explained' }],
}

const REACH: CommandSpec = {
  name: 'reach',
  operands: '[diff|check] [TARGET...] [FROM] [TO]',
  takes: [REACH_WORDS, 'path'],
  least: 0,
  most: Infinity,
  tells:
    'tell who can reach whom by the network policies; FROM and TO are namespace/name, internet, an address or any; ' +
    'diff OLD NEW tells what opened and what closed, check what breaks reach.allow and reach.deny of portolan.yaml',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: REACH_FORMATS },
      tells: 'how it is told; text by default',
    },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where it goes; - is standard output',
    },
    {
      long: '--exposed',
      tells: 'what is reachable from outside and by which way in; TO alone narrows it down',
    },
    { long: '--why', tells: 'name the rules behind each answer, with their lines' },
    {
      long: '--port',
      value: { name: 'PORT', kind: 'other' },
      tells: 'only what lets this port through: 443, tcp/443, udp/53, 8000-9000',
    },
    {
      long: '--fail-on',
      value: { name: 'WHAT', kind: REACH_GATES },
      tells:
        'when diff exits with 1: for anything that opened (the default), for what opened from outside, or never',
    },
    {
      long: '--plugin',
      value: { name: 'NAME', kind: VOCABULARY.plugin },
      tells: 'answer as this network plugin does; the one that the estate shows by default',
    },
    ...CONFIGURED,
    ...ESTATE,
    ...LOOK,
    HELP,
  ],
  examples: [
    { line: 'portolan reach deploy', tells: 'everything that can reach something' },
    {
      line: 'portolan reach deploy internet shop/db --why',
      tells: 'whether the internet reaches the database, and by which rules',
    },
    { line: 'portolan reach deploy -f svg -o reach.svg', tells: 'a map of namespaces as islands' },
    { line: 'portolan reach deploy --exposed', tells: 'every way in from outside' },
    { line: 'portolan reach diff main/deploy branch/deploy', tells: 'what a branch opens' },
    { line: 'portolan reach check deploy', tells: 'exit 1 when a declared expectation is broken' },
  ],
}

const DB: CommandSpec = {
  name: 'db',
  operands: 'ACTION [PATH...]',
  takes: [DB_WORDS, 'path'],
  least: 1,
  most: Infinity,
  tells:
    'bring advisories onto this machine (import PATH..., what OSV exports; update [ECOSYSTEM...] fetches it), carry them to another without a network ' +
    '(bundle FILE, install FILE; key FILE makes the pair of keys for it), go back to the set before (rollback), tell ' +
    'what is there (status)',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'how the status is written; text by default',
    },
    {
      long: '--as-of',
      value: { name: 'DATE', kind: 'other' },
      tells: 'the day the sources of an import were made; that of their newest advisory by default',
    },
    {
      long: '--mirror',
      value: { name: 'ADDRESS', kind: 'other' },
      many: true,
      tells: 'where an update fetches from, several in their order; OSV, CISA and FIRST by default',
    },
    {
      long: '--key',
      value: { name: 'FILE', kind: 'path' },
      tells: 'the secret key that a bundle is signed with (Ed25519, PEM)',
    },
    {
      long: '--public-key',
      value: { name: 'FILE', kind: 'path' },
      tells: 'the public key that a bundle has to be signed by to be installed',
    },
    { long: '--older', tells: 'install a bundle also when it is older than what is in use' },
    { ...DB_AGE, tells: 'exit 4 of status when advisories are older than this; 14 by default' },
    CONFIG,
    HELP,
  ],
  examples: [
    { line: 'portolan db import osv', tells: 'read the advisories of a folder' },
    {
      line: 'portolan db import npm.zip --as-of 2026-11-20',
      tells: 'the same of an archive that was made on that day',
    },
    { line: 'portolan db update', tells: 'fetch what is new of all that is there' },
    { line: 'portolan db status', tells: 'how many there are, how old, and whether all is whole' },
    { line: 'portolan db bundle advisories.bundle --key portolan.key', tells: '' },
    {
      line: 'portolan db install advisories.bundle --public-key portolan.key.pub',
      tells: 'on the machine without a network',
    },
  ],
}

const RENDER: CommandSpec = {
  name: 'render',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells: 'print the objects of manifests and charts as they are judged, with where each comes from',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: RENDER_FORMATS },
      tells: 'how they are written; yaml by default',
    },
    ...CHARTS,
    {
      long: '--kube-version',
      value: { name: 'VERSION', kind: 'other' },
      tells: 'render for this release of Kubernetes; the newest known one by default',
    },
    {
      long: '--namespace',
      short: '-n',
      value: { name: 'NAME', kind: 'other' },
      tells: 'the namespace that charts are installed in; default when nothing is said',
    },
    {
      long: '--release',
      value: { name: 'NAME', kind: 'other' },
      tells: "the name that charts are installed under; the chart's own by default",
    },
    ...ESTATE.filter(({ long }) => long === '--skip-path'),
    HELP,
  ],
  examples: [
    { line: 'portolan render chart', tells: 'what the chart makes of its defaults' },
    {
      line: 'portolan render chart --values prod.yaml --set replicas=3 -f json',
      tells: 'with these values, as JSON',
    },
  ],
}

const POSTER: CommandSpec = {
  name: 'poster',
  operands: '[TARGET...]',
  takes: ['path'],
  least: 0,
  most: Infinity,
  tells:
    'make one page of HTML to print for a persona: what matters most, how to lift it, whose move it is; ' +
    "with targets, how that estate stands; the browser's print makes a PDF of it, A4 or A3, landscape",
  flags: [
    { ...PERSONA, tells: 'for whom it is; it has to be said' },
    {
      long: '--output',
      short: '-o',
      value: { name: 'FILE', kind: 'path' },
      tells: 'where it goes; - is standard output',
    },
    CONFIG,
    ...ESTATE,
    WAIVERS,
    CLUSTER,
    NO_WAIVERS,
    VEX,
    HELP,
  ],
  examples: [
    { line: 'portolan poster --persona developer -o developer.html', tells: 'for the wall' },
    {
      line: 'portolan poster --persona boss -o boss.html deploy',
      tells: 'with the state of an estate',
    },
  ],
}

const VERSION_COMMAND: CommandSpec = {
  name: 'version',
  operands: '',
  takes: [],
  least: 0,
  most: 0,
  tells: 'tell the version',
  flags: [
    {
      long: '--format',
      short: '-f',
      value: { name: 'FORMAT', kind: LIST_FORMATS },
      tells: 'json adds the number of rules and the newest Kubernetes known',
    },
    HELP,
  ],
  examples: [],
}

const COMPLETION: CommandSpec = {
  name: 'completion',
  operands: 'SHELL',
  takes: [SHELLS],
  least: 1,
  most: 1,
  tells: 'print the completion script of a shell',
  flags: [HELP],
  examples: [
    { line: 'source <(portolan completion bash)', tells: 'bash' },
    { line: 'portolan completion zsh > "${fpath[1]}/_portolan"', tells: 'zsh' },
    { line: 'portolan completion fish | source', tells: 'fish' },
    {
      line: 'portolan completion powershell | Out-String | Invoke-Expression',
      tells: 'PowerShell',
    },
  ],
}

/** Every command, in the order of the help. */
export const COMMANDS = {
  scan: SCAN,
  init: INIT,
  fix: FIX,
  baseline: BASELINE,
  diff: DIFF,
  explain: EXPLAIN,
  guide: GUIDE,
  rules: RULES,
  compliance: COMPLIANCE,
  responsibility: RESPONSIBILITY,
  questions: QUESTIONS,
  lift: LIFT,
  report: REPORT,
  poster: POSTER,
  map: MAP,
  reach: REACH,
  packages: PACKAGES,
  sbom: SBOM,
  db: DB,
  render: RENDER,
  version: VERSION_COMMAND,
  completion: COMPLETION,
} as const

/** The exit codes and what they mean. */
export const EXIT_CODES = [
  { code: 0, means: 'all that was asked was examined, and the gate holds' },
  {
    code: 1,
    means:
      'the gate failed (--fail-on; --exit-code gives another code), or lift check has a thing to do',
  },
  { code: 2, means: 'wrong use: an unknown flag, rule or value, a report that cannot be written' },
  { code: 3, means: 'incomplete: something was not examined or not mended, or nothing was found' },
  {
    code: 4,
    means: 'something needed is missing or too old, such as advisories or the built program',
  },
  { code: 130, means: 'interrupted' },
] as const

/** Spellings of other programs, and what they are called here. */
export const FOREIGN_FLAGS: ReadonlyMap<string, string> = new Map([
  ['--severity-threshold', '--fail-on'],
  ['--threshold', '--fail-on'],
  ['--include-namespaces', '--namespace'],
  ['--exclude-namespaces', '--exclude-namespace'],
  ['--output-file', '--output'],
  ['--output-file-path', '--output'],
  ['--skip-dirs', '--skip-path'],
  ['--skip-files', '--skip-path'],
  ['--exclude', '--skip-path'],
  ['--check', '--rule'],
  ['--skip-check', '--skip-rule'],
  ['--no-color', '--color never'],
  ['--version', 'portolan version'],
])
