import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from './estate.testing.ts'
import { findFiles, type FileQuest, type FoundFiles } from './find-files.ts'
import { DEFAULT_INTAKE_LIMITS } from './limits.ts'

function find(folder: string, quest: Partial<FileQuest> = {}): FoundFiles {
  return findFiles({
    targets: ['.'],
    workingFolder: folder,
    skipPaths: [],
    limits: DEFAULT_INTAKE_LIMITS,
    ...quest,
  })
}

function namesIn(found: FoundFiles): readonly string[] {
  return found.files.map(({ name }) => name)
}

function faultsIn(found: FoundFiles): readonly string[] {
  return found.faults.map(({ code, at }) => `${code} ${at}`)
}

describe('findFiles in folders', () => {
  it('takes manifests by their endings, files before folders, in the byte order of the names', () => {
    const folder = writeFiles({
      'b.yaml': '',
      'a/x.yml': '',
      'B.JSON': '',
      'é.yaml': '',
      'a.yaml': '',
      'a/b/Kustomization': '',
      'a.txt': '',
      'values.yaml.tpl': '',
      'notes.tpl': '',
      '._b.yaml': '',
      '.#b.yaml': '',
      '.hidden/h.yaml': '',
    })
    expect(namesIn(find(folder))).toEqual([
      'B.JSON',
      'a.yaml',
      'b.yaml',
      'values.yaml.tpl',
      'é.yaml',
      '.hidden/h.yaml',
      'a/x.yml',
      'a/b/Kustomization',
    ])
  })

  it('takes kubeconfig files by the names that tools give them', () => {
    const folder = writeFiles({
      'admin.conf': '',
      'ci.kubeconfig': '',
      kubeconfig: '',
      'kubeconfig.go': '',
      'super-admin.conf': '',
    })
    expect(namesIn(find(folder))).toEqual([
      'admin.conf',
      'ci.kubeconfig',
      'kubeconfig',
      'super-admin.conf',
    ])
  })

  it('takes units of systemd, and what may add to one', () => {
    const folder = writeFiles({
      'kubelet.service': '',
      'kubelet.service.d/10-kubeadm.conf': '',
      'kubelet.socket': '',
      'nginx.conf': '',
    })
    expect(namesIn(find(folder))).toEqual([
      'kubelet.service',
      'nginx.conf',
      'kubelet.service.d/10-kubeadm.conf',
    ])
  })

  it('never walks the stores of tools', () => {
    const folder = writeFiles({
      '.git/x.yaml': '',
      'a/node_modules/x.yaml': '',
      '.terraform/x.yaml': '',
      'x.yaml': '',
    })
    expect(namesIn(find(folder))).toEqual(['x.yaml'])
    expect(namesIn(find(folder, { targets: ['a/node_modules'] }))).toEqual([
      'a/node_modules/x.yaml',
    ])
  })

  it('stops at the limit of entries and says so', () => {
    const folder = writeFiles({ 'a.yaml': '', 'b.yaml': '', 'c/d.yaml': '' })
    const found = find(folder, { limits: { ...DEFAULT_INTAKE_LIMITS, maxEntries: 3 } })
    expect(namesIn(found)).toEqual(['a.yaml', 'b.yaml'])
    expect(faultsIn(found)).toEqual(['INTAKE_TOO_MANY c'])
  })

  it.runIf(process.getuid?.() !== 0)('reports a folder that may not be read', () => {
    const folder = writeFiles({ 'locked/x.yaml': '', 'x.yaml': '' })
    chmodSync(join(folder, 'locked'), 0)
    const found = find(folder)
    chmodSync(join(folder, 'locked'), 0o700)
    expect(namesIn(found)).toEqual(['x.yaml'])
    expect(faultsIn(found)).toEqual(['INTAKE_UNREADABLE locked'])
  })

  it.runIf(process.platform !== 'win32')(
    'reports a pipe that is named like a manifest, and no other',
    () => {
      const folder = writeFiles({})
      execFileSync('mkfifo', [join(folder, 'x.yaml'), join(folder, 'x.sock')])
      expect(faultsIn(find(folder))).toEqual(['INTAKE_UNREADABLE x.yaml'])
      expect(faultsIn(find(folder, { targets: ['x.sock'] }))).toEqual(['INTAKE_UNREADABLE x.sock'])
    },
  )
})

describe('findFiles with targets', () => {
  const FILES = { 'deploy/a.yaml': '', 'deploy/notes.txt': '', 'other/b.yaml': '' }

  it('names files relative to the working folder, however they were typed', () => {
    const folder = writeFiles(FILES)
    const targets = ['./deploy/', join(folder, 'other')]
    expect(namesIn(find(folder, { targets }))).toEqual(['deploy/a.yaml', 'other/b.yaml'])
  })

  it('keeps the typed path of what is outside of the working folder', () => {
    const folder = writeFiles(FILES)
    const workingFolder = join(folder, 'other')
    expect(namesIn(find(folder, { targets: ['../deploy'], workingFolder }))).toEqual([
      '../deploy/a.yaml',
    ])
    const typed = join(folder, 'deploy', 'a.yaml')
    expect(namesIn(find(folder, { targets: [typed], workingFolder }))).toEqual([typed])
  })

  it('takes a file that was named whatever its name', () => {
    const found = find(writeFiles(FILES), { targets: ['deploy/notes.txt'] })
    expect(namesIn(found)).toEqual(['deploy/notes.txt'])
  })

  it('finds a file once, as a named one, when several targets lead to it', () => {
    const targets = ['deploy', '.', 'deploy/a.yaml', './deploy/../deploy/a.yaml']
    expect(find(writeFiles(FILES), { targets }).files).toMatchObject([
      { name: 'deploy/a.yaml', isExpected: true },
      { name: 'other/b.yaml', isExpected: false },
    ])
  })

  it('reports what is not there', () => {
    const targets = ['gone', 'deploy/a.yaml/x', '']
    expect(faultsIn(find(writeFiles(FILES), { targets }))).toEqual([
      'INTAKE_NOT_FOUND gone',
      'INTAKE_NOT_FOUND deploy/a.yaml/x',
    ])
  })

  it('leaves out what the user does not want, named or not, inside and outside', () => {
    const folder = writeFiles(FILES)
    const skipPaths = ['deploy/', 'b.yaml']
    expect(namesIn(find(folder, { skipPaths }))).toEqual([])
    expect(
      namesIn(find(folder, { skipPaths, targets: ['deploy/a.yaml', 'other/b.yaml'] })),
    ).toEqual([])
    const outside = { skipPaths: ['/a.yaml'], workingFolder: join(folder, 'other') }
    expect(namesIn(find(folder, { ...outside, targets: ['../deploy'] }))).toEqual([])
    expect(namesIn(find(folder, { ...outside, targets: ['../deploy/a.yaml'] }))).toEqual([])
  })
})

describe('findFiles with symbolic links', () => {
  it('follows those inside the folder once, whatever circles they make', () => {
    const folder = writeFiles({ 'a/x.yaml': '', '.git/hidden.yaml': '' })
    symlinkSync('.', join(folder, 'loop'))
    symlinkSync('a', join(folder, 'again'))
    symlinkSync('a/x.yaml', join(folder, '0.yaml'))
    symlinkSync('../.git', join(folder, 'a', 'way'))
    symlinkSync('a/x.yaml', join(folder, 'x.txt'))
    const found = find(folder)
    expect(namesIn(found)).toEqual(['a/x.yaml', 'a/way/hidden.yaml'])
    expect(found.faults).toEqual([])
  })

  it('does not follow those that lead out, and says so where something could be missing', () => {
    const folder = writeFiles({ 'in/x.yaml': '', 'out/y.yaml': '', 'out/readme': '' })
    symlinkSync('../out', join(folder, 'in', 'folder'))
    symlinkSync('../out/y.yaml', join(folder, 'in', 'y.yaml'))
    symlinkSync('../out/readme', join(folder, 'in', 'readme'))
    const found = find(folder, { targets: ['in'] })
    expect(namesIn(found)).toEqual(['in/x.yaml'])
    expect(faultsIn(found)).toEqual([
      'INTAKE_OUTSIDE_ROOT in/folder',
      'INTAKE_OUTSIDE_ROOT in/y.yaml',
    ])
    expect(find(folder, { targets: ['in', 'out'] }).faults).toEqual([])
  })

  it('reports links of manifests that lead nowhere', () => {
    const folder = writeFiles({})
    symlinkSync('gone', join(folder, 'x.yaml'))
    symlinkSync('b.yaml', join(folder, 'a.yaml'))
    symlinkSync('a.yaml', join(folder, 'b.yaml'))
    symlinkSync('gone', join(folder, 'readme'))
    expect(faultsIn(find(folder))).toEqual([
      'INTAKE_UNREADABLE a.yaml',
      'INTAKE_UNREADABLE b.yaml',
      'INTAKE_UNREADABLE x.yaml',
    ])
  })

  it('follows a target that is a link itself', () => {
    const folder = writeFiles({ 'real/x.yaml': '' })
    symlinkSync('real', join(folder, 'link'))
    expect(namesIn(find(folder, { targets: ['link'] }))).toEqual(['link/x.yaml'])
  })
})

describe('findFiles with .gitignore', () => {
  const TREE: Files = Object.fromEntries(
    ['', 'a/', 'a/b/', 'c/', 'build/', 'a/build/'].flatMap((folder) =>
      ['x.yaml', 'y.yaml', 'X.yaml', 'sp ace.yaml'].map((name) => [folder + name, '']),
    ),
  )

  it.each([
    { name: 'names at any depth', rules: { '.gitignore': 'x.yaml\n' } },
    { name: 'names at the top', rules: { '.gitignore': '/x.yaml\n' } },
    { name: 'folders', rules: { '.gitignore': 'build/\n' } },
    { name: 'exceptions', rules: { '.gitignore': '*.yaml\n!y.yaml\n' } },
    {
      name: 'exceptions further down',
      rules: { '.gitignore': 'x.yaml\n', 'a/.gitignore': '!x.yaml\n' },
    },
    {
      name: 'a folder wanted again',
      rules: { '.gitignore': 'build/\n', 'a/.gitignore': '!build/\n' },
    },
    { name: 'stars', rules: { '.gitignore': 'a/**/x.yaml\n**/b\nc/*\n' } },
    {
      name: 'classes, spaces and comments',
      rules: { '.gitignore': '# x.yaml\n[xy].yaml\nsp\\ ace.yaml  \n' },
    },
    { name: 'Windows line ends', rules: { '.gitignore': 'y.yaml\r\n' } },
  ])('agrees with Git about $name', ({ rules }) => {
    const folder = writeFiles({ ...TREE, ...rules })
    expect(namesIn(find(folder)).toSorted()).toEqual([...byGit(folder)].toSorted())
  })

  it('applies the rules above a target, up to the top of the repository', () => {
    const folder = writeFiles({
      ...TREE,
      '.gitignore': 'a/b/\nx.yaml\n',
      'a/.gitignore': '/y.yaml\n',
    })
    mkdirSync(join(folder, '.git'))
    expect(namesIn(find(folder, { targets: ['a'] }))).not.toContain('a/b/y.yaml')
    expect(namesIn(find(folder, { targets: ['a/build'] }))).toEqual([
      'a/build/X.yaml',
      'a/build/sp ace.yaml',
      'a/build/y.yaml',
    ])
  })

  it('leaves out the rules that ignore a folder when it was named', () => {
    const folder = writeFiles({ ...TREE, '.gitignore': 'a/b/\n', 'a/b/.gitignore': '?.yaml\n' })
    mkdirSync(join(folder, '.git'))
    expect(namesIn(find(folder, { targets: ['a/b'] }))).toEqual(['a/b/sp ace.yaml'])
  })

  it('reads a file that was named even when it is ignored', () => {
    const folder = writeFiles({ 'x.yaml': '', '.gitignore': '*' })
    expect(namesIn(find(folder, { targets: ['x.yaml'] }))).toEqual(['x.yaml'])
  })

  it('takes no rules for a repository from the one around it', () => {
    const folder = writeFiles({
      '.gitignore': 'x.yaml\n',
      'module/.git/HEAD': '',
      'module/x.yaml': '',
    })
    expect(namesIn(find(folder))).toEqual(['module/x.yaml'])
  })

  it('reads on when a .gitignore cannot be used, and says so', () => {
    const folder = writeFiles({ 'x.yaml': '', '.gitignore': 'x.yaml\n'.repeat(100) })
    const found = find(folder, { limits: { ...DEFAULT_INTAKE_LIMITS, maxIgnoreBytes: 10 } })
    expect(namesIn(found)).toEqual(['x.yaml'])
    expect(faultsIn(found)).toEqual(['INTAKE_TOO_LARGE .gitignore'])
  })

  it('does not let a pattern of many stars take its time', () => {
    const name = `${'a/'.repeat(60)}c.yaml`
    const folder = writeFiles({
      [name]: '',
      '.gitignore': `${'**/a/'.repeat(8)}b\n*a?*a?*a?*a?*a?b\n`,
    })
    expect(namesIn(find(folder))).toEqual([name])
  }, 5000)

  it('reads more, not less, when an exception has too many stars', () => {
    const folder = writeFiles({
      'x.yaml': '',
      'y.yaml': '',
      '.gitignore': '*.yaml\n!*.*.*.*.x\ny.*\n',
    })
    expect(namesIn(find(folder))).toEqual(['x.yaml'])
  })
})

function byGit(folder: string): readonly string[] {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'core.excludesFile=', ...args], { encoding: 'utf8' })
  git('init', '--quiet')
  const listed = git('ls-files', '-z', '--others', '--exclude-standard')
  return listed.split('\0').filter((name) => name.endsWith('.yaml'))
}
