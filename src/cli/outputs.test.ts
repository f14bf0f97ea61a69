import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { FORMATS } from '../report/formats.ts'
import { COMMANDS, REPORT_FORMATS } from './commands.data.ts'
import { outputsOf, unwritable } from './outputs.ts'
import { parseWords } from './words.ts'

function outputs(line: string) {
  const words = parseWords(COMMANDS.scan, line.split(' ').filter(Boolean))
  if (!words.ok) throw new Error(words.fault.message)
  return outputsOf(words.value)
}

describe('where reports go', () => {
  it.each([
    { line: '', places: ['text'] },
    { line: '-q', places: [] },
    { line: '-q -f json', places: ['json'] },
    { line: '-f json', places: ['json'] },
    { line: '-f json -o a.json', places: ['json=a.json'] },
    { line: '-o a.txt', places: ['text=a.txt'] },
    { line: '-q -o a.txt', places: ['text=a.txt'] },
    { line: '-f json -o -', places: ['json'] },
    { line: '-f json=-', places: ['json'] },
    { line: '-f text,json=a.json', places: ['text', 'json=a.json'] },
    { line: '-f json=a.json,sarif=b.sarif', places: ['json=a.json', 'sarif=b.sarif'] },
    { line: '-f json=a,b.json,junit', places: ['json=a,b.json', 'junit'] },
    { line: '-f json=a=b.json', places: ['json=a=b.json'] },
    { line: '-f sarif=s -f text -o t', places: ['sarif=s', 'text=t'] },
  ])('"$line" says it', ({ line, places }) => {
    const told = outputs(line)
    const found = told.ok
      ? told.value.map(({ format, file }) => format.name + (file === undefined ? '' : `=${file}`))
      : told.fault
    expect(found).toEqual(places)
  })

  it.each([
    { line: '-f jsn', says: 'Did you mean "json"?' },
    { line: '-f json,jsn=a', says: 'Did you mean "json"?' },
    { line: '-f json=', says: 'Write -f json=FILE' },
    { line: '-f json,text', says: '-f text=FILE' },
    { line: '-f json=a,sarif=./a', says: '-f sarif=FILE' },
    { line: '-f json=a -o b', says: '-f json=FILE' },
    { line: '-f json,text -o b', says: '-f json=FILE' },
  ])('"$line" is refused', ({ line, says }) => {
    const told = outputs(line)
    expect(told.ok ? '' : told.fault.remedy).toContain(says)
  })

  it('knows the formats that there are', () => {
    expect(REPORT_FORMATS).toEqual(FORMATS.map(({ name }) => name))
  })
})

describe('a report file', () => {
  const folder = () => {
    const root = writeFiles({ 'there.json': '{}' })
    mkdirSync(join(root, 'sub'))
    return root
  }

  it.each([
    { file: 'new.json', problem: undefined },
    { file: 'there.json', problem: undefined },
    { file: 'sub/new.json', problem: undefined },
    { file: '/dev/null', problem: undefined },
    { file: 'nowhere/new.json', problem: 'its folder does not exist' },
    { file: 'there.json/new.json', problem: 'its folder does not exist' },
    { file: 'sub', problem: 'it is a folder' },
  ])('$file is known to be writable or not before the scan', ({ file, problem }) => {
    const told = outputs(`-f json=${file}`)
    const fault = told.ok ? unwritable(told.value, folder()) : told.fault
    const found = fault === undefined ? undefined : `${fault.code} ${fault.message}`
    const wanted = `REPORT_WRITE The report ${file} cannot be written: ${problem}.`
    expect(found).toBe(problem === undefined ? undefined : wanted)
  })

  // The superuser may write everywhere.
  it.skipIf(process.getuid?.() === 0)('needs a folder that may be written to', () => {
    const root = folder()
    chmodSync(join(root, 'sub'), 0o555)
    const told = outputs('-f json=sub/new.json')
    expect(told.ok && unwritable(told.value, root)?.message).toContain('does not allow it')
  })
})
