import type { ComponentName } from '../../model/component.ts'
import type { Edit } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { KubernetesVersion } from '../../model/version.ts'
import type { Installer } from './installers.data.ts'

/** A setting as it is written somewhere. `value` is the text of a flag, or what a file says. */
export interface Written {
  /** As `SETTINGS` spells it. */
  readonly name: string
  readonly value: unknown
  readonly place: Place
  readonly from: 'flag' | 'config file'
  /** False when a placeholder stands where the value will be. */
  readonly resolved: boolean
}

/** All that is written of one program in one place of the estate: what its settings are looked up in. */
export interface Configuration {
  readonly name: ComponentName
  /** The objects it is written in, the main one first. */
  readonly sources: readonly [Resource, ...Resource[]]
  /** The later one outranks the earlier one. */
  readonly written: readonly Written[]
  /** What passes settings of its own, if anything does. */
  readonly installer?: Installer | undefined
  /** Where more may be written that nobody could look at: a file that was not read, a variable, a template. */
  readonly unseen?: Place | undefined
  /** Settings that another machine decides, whose words were not read. */
  readonly untold?: readonly string[] | undefined
  /** Whether the program has a configuration file, which brings defaults of its own. */
  readonly hasFile?: boolean
  /** The release of the program, when what is written tells it. */
  readonly version?: KubernetesVersion | undefined
  /** Where a setting would stand that is not written. */
  readonly home: (name: string) => Place
  /** Writes a setting; nothing where this is for a person to do. */
  readonly write?: (name: string, value: string, old: Written | undefined) => readonly Edit[]
}
