import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { QUESTIONS } from '../rules/questions.ts'
import { run, type Ran } from './host.testing.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: registry.example/web:1.4.2 }] }
`

const answer = (question: string, said: string, more = ''): string =>
  `  - { question: ${question}, answer: ${said}, owner: "@org/ops", answered: 2026-11-01, expires: 2026-12-31${more} }\n`
const EVIDENCE = ', evidence: "wiki/restore-2026-11"'

function runWith(
  answers: string,
  line: string,
  more: Files = {},
  today = '2026-11-24',
): Promise<Ran> {
  const config = `version: 1\nanswers:${answers === '' ? ' []' : `\n${answers}`}`
  const files = { '.git/HEAD': '', 'a/pod.yaml': POD, 'b/pod.yaml': POD, 'portolan.yaml': config }
  const workingFolder = writeFiles({ ...files, ...more })
  return run(line.split(' '), { workingFolder, today: () => today })
}

interface Told {
  readonly id: string
  readonly state: string
  readonly duty: string
}

async function questionsFor(answers: string, line = '', today?: string): Promise<readonly Told[]> {
  const done = await runWith(answers, `questions -f json${line}`, {}, today)
  return JSON.parse(done.stdout).questions
}

describe('portolan questions', () => {
  it('asks all of them where nobody answered', async () => {
    const questions = await questionsFor('')
    expect(questions.map(({ id }) => id)).toEqual([...QUESTIONS.keys()])
    expect(questions.every(({ state }) => state === 'open')).toBe(true)
  })

  it.each([
    { said: 'yes', today: '2026-12-31', state: 'yes' },
    { said: '"yes"', today: '2026-11-24', state: 'yes' },
    { said: 'no', today: '2026-11-24', state: 'no' },
    { said: 'notApplicable', today: '2026-11-24', state: 'notApplicable' },
    { said: 'yes', today: '2027-01-01', state: 'expired' },
    { said: 'no', today: '2027-01-01', state: 'expired' },
  ])('knows $said on $today as $state', async ({ said, today, state }) => {
    const questions = await questionsFor(answer('restore-tested', said, EVIDENCE), '', today)
    expect(questions.find(({ id }) => id === 'restore-tested')?.state).toBe(state)
  })

  it('tells what has to be answered, and who answered the rest', async () => {
    const said = answer('restore-tested', 'yes', EVIDENCE)
    const { stdout } = await runWith(said, 'questions --stop data')
    expect(stdout).toContain(
      'restore-tested · architect · yes until 2026-12-31, @org/ops on 2026-11-01',
    )
    expect(stdout).toContain('Evidence: wiki/restore-2026-11')
    expect(stdout).toMatch(/7 questions · 6 open · 1 answered yes\n$/)
    expect((await runWith(said, 'questions --open')).stdout).not.toContain('  restore-tested')
  })

  it('names whose move each is under the offering', async () => {
    const duty = async (line: string) =>
      (await questionsFor('', line)).find(({ id }) => id === 'etcd-restore-tested')?.duty
    expect(await duty('')).toBe('architect')
    expect(await duty(' --provider kapsule')).toBe('provider')
  })

  it('takes answers from files above, the later one first', async () => {
    const company = `version: 1\nanswers:\n${answer('restore-tested', 'no')}${answer('cloud-mfa', 'no')}`
    const config = `version: 1\nextends: [c.yaml]\nanswers:\n${answer('restore-tested', 'yes', EVIDENCE)}`
    const done = await runWith('', 'questions -f json', {
      'c.yaml': company,
      'portolan.yaml': config,
    })
    const states = new Map(
      JSON.parse(done.stdout).questions.map(({ id, state }: Told) => [id, state]),
    )
    expect([states.get('restore-tested'), states.get('cloud-mfa')]).toEqual(['yes', 'no'])
  })

  it.each([
    { answers: answer('restore-tsted', 'no'), says: 'portolan.yaml:3:7: answers[0].question' },
    { answers: answer('restore-tested', 'yes'), says: 'Expected `evidence`' },
    { answers: answer('restore-tested', 'maybe'), says: 'portolan.yaml:3:' },
    {
      answers: answer('restore-tested', 'no').replace('2026-12-31', '2028-12-31'),
      says: 'no later than this answer may hold',
    },
    {
      answers: answer('restore-tested', 'no') + answer('restore-tested', 'no'),
      says: 'Expected one answer to each question',
    },
  ])('refuses what is no answer: $says', async ({ answers, says }) => {
    const { exitCode, stderr } = await runWith(answers, 'questions')
    expect(stderr).toContain(says)
    expect(exitCode).toBe(2)
  })

  it('are told by the guide of their topic', async () => {
    const said = answer('restore-tested', 'no')
    const { stdout } = await runWith(said, 'guide backups -f md')
    expect(stdout).toContain(
      '- `restore-tested` (no until 2026-12-31, @org/ops on 2026-11-01): Has',
    )
    expect(stdout).toContain('- `backups-apart` (open): Is a copy')
  })

  it('are one line of a scan, and none when all is answered', async () => {
    const all = [...QUESTIONS.keys()].map((id) => answer(id, 'yes', EVIDENCE))
    const short = all.map((text) => text.replace('2026-12-31', '2026-11-30'))
    expect((await runWith('', 'scan')).stdout).toMatch(
      /^Ask +\d+ questions that no manifest answers · portolan questions$/m,
    )
    expect((await runWith(short.join(''), 'scan')).stdout).not.toMatch(/^Ask/m)
    const expired = await runWith(short.join(''), 'scan', {}, '2026-12-01')
    expect(expired.stdout).toMatch(/^Ask +\d+ answers expired · portolan questions$/m)
    expect((await runWith('', 'scan --rule host-pid')).stdout).not.toMatch(/^Ask/m)
  })

  it.each([
    { answers: '', control: 'D2', state: 'not-examined' },
    { answers: answer('audit-log-read', 'yes', EVIDENCE), control: 'D2', state: 'not-examined' },
    {
      answers:
        answer('audit-log-read', 'yes', EVIDENCE) + answer('runtime-watched', 'yes', EVIDENCE),
      control: 'D2',
      state: 'met',
    },
    {
      answers: answer('audit-log-read', 'yes', EVIDENCE) + answer('runtime-watched', 'no'),
      control: 'D2',
      state: 'not-met',
    },
    {
      answers:
        answer('audit-log-read', 'notApplicable', EVIDENCE) +
        answer('runtime-watched', 'notApplicable', EVIDENCE),
      control: 'D2',
      state: 'not-applicable',
    },
  ])('decide what no rule sees: $control is $state', async ({ answers, control, state }) => {
    const { stdout } = await runWith(answers, 'compliance nsa a -f json')
    const { controls } = JSON.parse(stdout)
    expect(controls.find(({ id }: Told) => id === control).state).toBe(state)
  })

  it('that were answered no are told as not met, by answer', async () => {
    const { stdout } = await runWith(answer('runtime-watched', 'no'), 'compliance nsa a')
    expect(stdout).toMatch(/Not met · \d+ controls/)
    expect(stdout).toContain(
      'question runtime-watched: not met, by answer (@org/ops, until 2026-12-31)',
    )
  })
})
