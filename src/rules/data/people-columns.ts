import { isMapping } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { memberPlace } from './config-links.ts'
import { aspectFor, declarationOf, declaresAny } from './data-class.ts'

/** A column of a table that is made by a ConfigMap and whose name is about people. */
interface PeopleColumn {
  readonly place: Place
  readonly key: string
  readonly column: string
}

const LONGEST_TEXT = 100_000

// Names of columns, in English and French, that hold identity, health, belief or payment.
const COLUMN =
  /\b(birth_?date|date_of_birth|dob|date_naissance|ssn|social_security_(?:number|no)|nir|num(?:ero)?_secu(?:rite_sociale)?|passport_(?:number|no)|numero_passeport|national_id|religion|ethnicity|origine_ethnique|nationality|nationalite|iban|card_number|numero_carte|cvv|diagnosis|diagnostic|blood_group|groupe_sanguin|medical_record|dossier_medical|allergies|disability|handicap|gender|sexe|salary|salaire)\s{1,20}[a-z]/i

/** The first such column of each member, in an estate that declares what its data is and does not give a purpose here. */
export function columnsAboutPeople(config: Resource, scene: Scene): readonly PeopleColumn[] {
  const members = config.get('data')?.value
  if (!isMapping(members) || !declaresAny(scene)) return []
  const declared = declarationOf(config, scene)
  if (declared !== undefined && aspectFor(declared, 'purpose', scene) !== undefined) return []
  return Object.entries(members).flatMap(([key, value]): readonly PeopleColumn[] => {
    if (typeof value !== 'string' || !/create\s{1,20}table/i.test(value.slice(0, LONGEST_TEXT)))
      return []
    const column = COLUMN.exec(value.slice(0, LONGEST_TEXT))?.[1]
    return column === undefined ? [] : [{ place: memberPlace(config, key), key, column }]
  })
}
