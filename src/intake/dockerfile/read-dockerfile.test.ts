import { describe, expect, it } from 'vitest'
import { valueAt, type Reader } from '../../model/part.ts'
import { spotOf } from '../../model/place.ts'
import { resourceOf } from '../../model/resource.ts'
import { isDockerfileName } from './dockerfile-name.ts'
import { readDockerfile } from './read-dockerfile.ts'

const BUILD = `# syntax=docker/dockerfile:1
# check=skip=all
# no directive any more
ARG VERSION=1.4 REGISTRY
FROM --platform=\${BUILDPLATFORM} \${REGISTRY:-docker.io}/golang:\${VERSION} AS build
ARG VERSION
ENV HOME=/src NAME="two words" \\
    # between the lines

    PATH_OLD=$HOME/bin:$UNKNOWN
WORKDIR $HOME/app
RUN --mount=type=secret,id=key \\
    go build -o /out \\
    && echo "$HOME"
FROM build
COPY --from=build --chown=1000 ["/out", "/the app"]
ENV LEGACY a value with spaces
RUN <<EOF
set -e
apt-get install curl
EOF
onbuild add https://example.com/x.tar /x
USER \${WHO:+someone}
CMD ["/the app"]
`

describe('readDockerfile', () => {
  const file = readFile(BUILD)

  it('reads the directives at the top', () => {
    expect(file.get('directives')?.value).toEqual({
      syntax: 'docker/dockerfile:1',
      check: 'skip=all',
    })
  })

  it('reads stages with what they are built from', () => {
    expect(valueAt(file.value, ['stages', 0, 'from'])).toBe('docker.io/golang:1.4')
    expect(valueAt(file.value, ['stages', 0, 'as'])).toBe('build')
    expect(file.get('stages', 0, 'platform')?.resolved).toBe(false)
    expect(valueAt(file.value, ['stages', 1, 'from'])).toBe('build')
  })

  it.each([
    { name: 'a value of several words', path: [0, 1, 'pairs', 1, 'value'], value: 'two words' },
    {
      name: 'a variable nobody knows',
      path: [0, 1, 'pairs', 2, 'value'],
      value: '${HOME}/bin:${UNKNOWN}',
    },
    { name: 'a variable of before', path: [0, 2, 'args'], value: '/src/app' },
    {
      name: 'a text for the shell',
      path: [0, 3, 'args'],
      value: 'go build -o /out     && echo "$HOME"',
    },
    { name: 'a flag', path: [0, 3, 'flags', 0, 'value'], value: 'type=secret,id=key' },
    { name: 'a list', path: [1, 0, 'words'], value: ['/out', '/the app'] },
    { name: 'the form of a list', path: [1, 0, 'form'], value: 'exec' },
    { name: 'the old ENV', path: [1, 1, 'pairs', 0, 'value'], value: 'a value with spaces' },
    {
      name: 'a heredoc',
      path: [1, 2, 'heredocs', 0, 'text'],
      value: 'set -e\napt-get install curl\n',
    },
    { name: 'a trigger', path: [1, 3, 'trigger', 'instruction'], value: 'ADD' },
    { name: 'an alternative', path: [1, 4, 'args'], value: '' },
  ])('reads $name', ({ path: [stage = 0, ...below], value }) => {
    expect(valueAt(file.value, ['stages', stage, 'instructions', ...below])).toEqual(value)
  })

  it.each([
    { path: ['stages', 0, 'from'], at: '5:34' },
    { path: ['stages', 0, 'instructions', 1, 'pairs', 2, 'value'], at: '10:5' },
    { path: ['stages', 0, 'instructions', 3], at: '12:1' },
    { path: ['stages', 1, 'instructions', 0, 'words', 1], at: '16:41' },
    { path: ['stages', 1, 'instructions', 2, 'heredocs', 0], at: '19:1' },
    { path: ['stages', 1, 'instructions', 3, 'trigger', 'args'], at: '22:13' },
  ])('places $path', ({ path, at }) => {
    const { line, column } = spotOf(file.at(...path))
    expect(`${line}:${column}`).toBe(at)
  })

  it('goes on behind a backtick where the file says so', () => {
    const windows = readFile('# escape=`\nFROM x\nRUN dir `\n  c:\\\nUSER a\n')
    expect(valueAt(windows.value, ['stages', 0, 'instructions', 0, 'args'])).toBe('dir   c:\\')
  })

  it.each([
    { name: 'a line that is no instruction', text: 'FROM x\nRUM y\n', at: 'Dockerfile:2:1' },
    { name: 'no image', text: 'RUN y\n', at: 'Dockerfile:1:1' },
    { name: 'an open heredoc', text: 'FROM x\nRUN <<EOF\na\n', at: 'Dockerfile:2:1' },
  ])('reports $name', ({ text, at }) => {
    const { faults } = readDockerfile({ file: 'Dockerfile', text })
    expect(faults.map((fault) => `${fault.code} ${fault.at}`)).toEqual([`INTAKE_DOCKERFILE ${at}`])
  })
})

describe('the name of a Dockerfile', () => {
  it.each(['Dockerfile', 'dockerfile', 'Containerfile', 'api.Dockerfile', 'Dockerfile.test'])(
    'is %s',
    (name) => expect(isDockerfileName(name)).toBe(true),
  )

  it.each(['Dockerfile.dockerignore', 'Dockerfile.j2', 'dockerfile.go', 'Dockerfiles', 'x.yaml'])(
    'is not %s',
    (name) => expect(isDockerfileName(name)).toBe(false),
  )
})

function readFile(text: string): Reader {
  const { document, faults } = readDockerfile({ file: 'Dockerfile', text })
  expect(faults).toEqual([])
  if (document === undefined) throw new Error('The example is no Dockerfile.')
  return resourceOf(document)
}
