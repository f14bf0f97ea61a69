/**
 * What the name of a setting says of its value. `password`: any value is one. `key`: a value that looks made up for a
 * machine is one. `loose`: only a long random value is one. `public`: surely nothing to hide. `silent`: says nothing.
 */
export type NameGrade = 'password' | 'key' | 'loose' | 'public' | 'silent'

const PASSWORDS = endings(
  'password passwd passwort pwd pass passphrase passcode pw pswd requirepass masterauth userpass motdepasse mdp pgpass',
)

const KEYS = endings(
  'secret token apikey accesskey secretkey privatekey authtoken accesstoken authkey apitoken signingkey encryptionkey ' +
    'masterkey credential creds bearer apisecret clientsecret sharedsecret sharedkey licensekey servicekey adminkey',
)

// What stands before "key": without such a word a key is a member of a mapping, a column, a key on a keyboard.
const KEY_OWNERS = endings(
  'api access secret private encryption signing signature master account auth shared storage subscription crypt cipher ' +
    'session app application service client license licence hmac aes des jwt admin write ingest ingestion integration ' +
    'deploy webhook consumer security sas cookie token fernet tls-crypt csrf crypto instrumentation agent user customer ' +
    'server management primary secondary rsa host ssh ssl tls encrypt',
)

const LOOSE = endings(
  'key keys auth authorization credentials secrets tokens salt pepper cookie seed cert certificate base sas signature',
)

// Names that end so are about a credential, and are none: where it is, how long it lives, what it is called.
const ABOUT = endings(
  'file filename path paths dir directory folder ref refs reference name names url uri urls host hostname port policy ' +
    'policies ttl length len min max size type types format expiry expires expiration expire enabled enable disabled ' +
    'required count limit limits rotation rotate regex pattern hint prompt label field header headers provider endpoint ' +
    'issuer audience algorithm alg lifetime duration age interval timeout seconds minutes hours days mount store class ' +
    'manager engine version arn region namespace selector prefix suffix mode method strategy scope scopes location ' +
    'column attribute attributes param parameter variable var env env-var template rule rules strength complexity ' +
    'validity history attempts retries retry reset forgot message text title description error placeholder help id ids ' +
    'hash hashes hashed checksum fingerprint digest thumbprint changed updated created at by on secretname secretref ' +
    'keyref secretkeyref tokenurl server address config configmap source kind group role roles user username owner',
)

const PUBLIC = endings(
  'user username login email mail host hostname port database db dbname region bucket zone namespace endpoint url uri ' +
    'ca crt pem pub public cert certificate chain issuer subject domain realm server address type version id name ' +
    'mode sslmode level format timezone lang language env environment path protocol method engine driver class debug ' +
    'project account organization org tenant vhost schema table topic queue group role policy enabled ttl size count',
)

// Words that only say in what form or for which day the value is meant.
const ORNAMENTS = endings(
  'value plain plaintext cleartext base64 b64 encoded raw string str new old current next prev',
)

const ABOUT_FIRST = endings(
  'public existing enable disable use is has allow require generate validate forgot reset change show hide max min num ' +
    'minimum maximum verify csrf xsrf site number total count',
)

// Keys that browsers get to see.
const SHOWN = endings(
  'public publishable site measurement tracking checksum digest fingerprint etag',
)

// Directives of nginx that hand a request on.
const NGINX_PASSES = endings('proxy fastcgi uwsgi scgi grpc memcached')

/** What `name` says of its value. O(characters). */
export function gradeName(name: string): NameGrade {
  const words = wordsOf(name)
  const last = words.at(-1)
  const before = words.at(-2) ?? ''
  if (last === undefined) return 'silent'
  if (words.some((word) => SHOWN.has(word)) || ABOUT_FIRST.has(words[0] ?? '')) return 'public'
  if (isAbout(words) || /(?:user|account|host|file|path)name$/.test(last)) return 'public'
  if (last === 'pass' && NGINX_PASSES.has(before)) return 'public'
  if (PASSWORDS.has(last) || /(?:password|passwd|passphrase)$/.test(last)) return 'password'
  if (last === 'base' && before === 'key') return 'key'
  if (last === 'key' && (KEY_OWNERS.has(before) || KEYS.has(before))) return 'key'
  if (
    KEYS.has(last) ||
    /(?:secret|apikey|authtoken|accesstoken|secretkey|privatekey|accountkey)$/.test(last)
  )
    return 'key'
  if (LOOSE.has(last)) return 'loose'
  return PUBLIC.has(last) ? 'public' : 'silent'
}

/** The words of a name, in lower case, without trailing numbers and ornaments: `DB_PASSWORD_1` gives `db`, `password`. */
export function wordsOf(name: string): readonly string[] {
  const words = name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '')
  let end = words.length
  while (end > 1 && ORNAMENTS.has(words[end - 1] ?? '')) end--
  return words.slice(0, end)
}

/** Whether a file of that name holds words for people, or describes the shape of settings: there a name is no evidence. */
export function isAboutWords(name: string): boolean {
  return /messages|i18n|l10n|locale|lang(?:uage)?s?\b|translation|schema|openapi|swagger|dashboard|\.(?:md|html?|css|po|mo|svg|tmpl|tpl|proto|graphql|rego|cel)$/i.test(
    name,
  )
}

function isAbout(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  // `secretKeyRef` and `passwordKey` name a member of a Secret; `secretKey` may, and its value has to tell.
  if (last === 'key' && PASSWORDS.has(words.at(-2) ?? '')) return true
  if (last === 'secret' && words.at(-2) === 'existing') return true
  if (!ABOUT.has(last) || words.length < 2) return false
  return words.some(
    (word) => PASSWORDS.has(word) || KEYS.has(word) || word === 'key' || word === 'token',
  )
}

function endings(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
