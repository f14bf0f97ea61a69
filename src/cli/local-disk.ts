import { readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Disk } from '../app/write-fixes.ts'
import { replaceFile } from './replace-file.ts'

/** The machine's files, seen from the working folder. */
export function localDisk(workingFolder: string): Disk {
  const at = (path: string): string => resolve(workingFolder, path)
  return {
    realPath: (path) => realpathSync(at(path)),
    read: (path) => readFileSync(at(path), 'utf8'),
    replace: (path, text) => {
      replaceFile(at(path), (write) => {
        write(text)
        return true
      })
    },
    isWithin: (folder, path) => {
      const way = relative(folder, path)
      return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
    },
  }
}
