import type { Provider } from '../model/offering.ts'
import { tellBaseline } from './baseline.ts'
import { CONFIG_FILE } from './config/find-config.ts'
import type { Scan } from './scan.ts'

/** Where a repository is built. */
export type Pipeline = 'github' | 'gitlab'

/** What `portolan init` was told, or takes for granted. */
export interface InitAnswers {
  readonly target: string
  readonly provider: Provider | undefined
  readonly failOn: string
  /** Whether what is there today is accepted. */
  readonly accepts: boolean
  readonly pipeline: Pipeline | undefined
}

/** A file that would be written. */
export interface NewFile {
  readonly file: string
  readonly text: string
  /** Whether a person reads it line by line. */
  readonly isForPeople: boolean
}

/** The files for what a scan found, by what was answered. `baselineFile` is where later scans look for it. */
export function initFiles(
  done: Scan,
  answers: InitAnswers,
  baselineFile: string,
): readonly NewFile[] {
  const config = {
    file: CONFIG_FILE,
    text: configText(done, answers, baselineFile),
    isForPeople: true,
  }
  const baseline = { file: baselineFile, text: baselineText(done), isForPeople: false }
  const { pipeline } = answers
  return [
    config,
    ...(answers.accepts ? [baseline] : []),
    ...(pipeline === undefined ? [] : [{ ...PIPELINES[pipeline], isForPeople: true }]),
  ]
}

function configText(done: Scan, answers: InitAnswers, baselineFile: string): string {
  const { target, provider, failOn, accepts } = answers
  const coverage = coverageOf(done)
  return [
    'version: 1',
    'profile: restricted',
    ...(provider === undefined ? [] : [`provider: ${provider}`]),
    `targets:\n  - path: ${JSON.stringify(target)}`,
    `gate:\n  failOn: ${failOn}`,
    ...(accepts
      ? [
          `  # What was there already does not fail a scan.\n  newOnly: true\n  baseline: ${baselineFile}`,
        ]
      : []),
    ...(coverage < ALL
      ? [`  # So much could be read when this was written: raise it.\n  coverageMin: ${coverage}`]
      : []),
    '',
  ].join('\n')
}

const ALL = 100

function coverageOf({ verdict }: Scan): number {
  const parts = verdict.coverage.map(({ asked, examined }) =>
    asked === 0 ? ALL : Math.floor((ALL * examined) / asked),
  )
  return Math.min(ALL, ...parts)
}

function baselineText(done: Scan): string {
  let text = ''
  tellBaseline(done, (piece) => {
    text += piece
  })
  return text
}

const NEEDS =
  '# Portolan has to be there already, in the image or by a step before: this file downloads nothing.\n'

// The commit is fetched by git itself, so that no action of others sees the token.
const PIPELINES: Readonly<Record<Pipeline, Pick<NewFile, 'file' | 'text'>>> = {
  github: {
    file: '.github/workflows/portolan.yml',
    text: `${NEEDS}name: portolan
on: [push, pull_request]
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - name: Fetch the commit
        env:
          TOKEN: \${{ github.token }}
        run: |
          git init -q .
          key="$(printf 'x-access-token:%s' "$TOKEN" | base64 -w0)"
          git -c "http.extraheader=AUTHORIZATION: basic $key" fetch -q --depth 1 \\
            "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" "$GITHUB_SHA"
          git checkout -q FETCH_HEAD
      - name: Scan
        run: portolan scan -f text,markdown="$GITHUB_STEP_SUMMARY"
`,
  },
  gitlab: {
    file: '.gitlab/portolan.gitlab-ci.yml',
    text: `${NEEDS}# Add to .gitlab-ci.yml: include: [{ local: .gitlab/portolan.gitlab-ci.yml }]
portolan:
  stage: test
  script:
    - portolan scan -f text,junit=portolan.xml
  artifacts:
    when: always
    reports:
      junit: portolan.xml
`,
  },
}

/** A new file as a diff shows it. */
export function newFileDiff({ file, text }: NewFile): string {
  const lines = text.split('\n').slice(0, -1)
  const head = `--- /dev/null\n+++ b/${file}\n@@ -0,0 +1,${lines.length} @@\n`
  return `${head}${lines.map((line) => `+${line}\n`).join('')}`
}
