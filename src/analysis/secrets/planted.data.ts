import type { ValueContext } from './credential.ts'

/** A value with what it is called. Put together at run time, so that no scanner of repositories takes it for real. */
export interface Planted {
  readonly what: string
  readonly value: string
  readonly context: ValueContext
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()
const DIGITS = '0123456789'
const HEX = `${DIGITS}abcdef`
const ALPHANUMERIC = LOWER + UPPER + DIGITS
const BASE64 = `${ALPHANUMERIC}+/`

// Numerical Recipes' generator: the same values in every run.
let state = 20_261_124

function draw(alphabet: string, length: number): string {
  let text = ''
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    text += alphabet[Math.floor((state / 2 ** 32) * alphabet.length)] ?? ''
  }
  return text
}

const an = (length: number): string => draw(ALPHANUMERIC, length)
const hex = (length: number): string => draw(HEX, length)
const b64 = (text: string): string => Buffer.from(text).toString('base64')
const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
const join = (...pieces: readonly string[]): string => pieces.join('')
const pem = (kind: string, length = 600): string =>
  join(
    '-----BEGIN ',
    kind,
    '-----\n',
    (draw(BASE64, length).match(/.{1,64}/g) ?? []).join('\n'),
    '\n-----END ',
    kind,
    '-----\n',
  )
const jwt = (claims: object): string =>
  [JSON.stringify({ alg: 'RS256', typ: 'JWT' }), JSON.stringify(claims)]
    .map((part) => Buffer.from(part).toString('base64url'))
    .concat(an(86))
    .join('.')

const named = (name: string, ...values: readonly string[]): readonly Planted[] =>
  values.map((value) => ({ what: name, value, context: { name, keptIn: 'open' } }))
const plain = (what: string, ...values: readonly string[]): readonly Planted[] =>
  values.map((value) => ({ what, value, context: { name: undefined, keptIn: 'open' } }))
const file = (name: string, ...lines: readonly string[]): readonly Planted[] =>
  named(name, lines.join('\n'))
const kept = (name: string, ...values: readonly string[]): readonly Planted[] =>
  values.map((value) => ({
    what: `${name} in a Secret`,
    value,
    context: { name, keptIn: 'secret' },
  }))

const KEY = join('PRIVATE', ' KEY')

/** Values that give access to something. */
export const CREDENTIALS: readonly Planted[] = [
  // Known by their look.
  ...plain(
    'AWS access key',
    join('AK', 'IA', draw(UPPER + DIGITS, 16)),
    join('AS', 'IA', draw(UPPER + DIGITS, 16)),
  ),
  ...plain(
    'GitHub token',
    ...['ghp', 'gho', 'ghs', 'ghu', 'ghr'].map((sign) => join(sign, '_', an(36))),
  ),
  ...plain('GitHub fine-grained token', join('github', '_pat_', an(22), '_', an(59))),
  ...plain(
    'GitLab token',
    join('gl', 'pat-', an(20)),
    join('gl', 'rt-', an(20)),
    join('gl', 'dt-', an(20)),
  ),
  ...plain(
    'Slack token',
    ...['xoxb', 'xoxp', 'xoxa'].map((sign) => join(sign, '-', draw(DIGITS, 12), '-', an(24))),
  ),
  ...plain(
    'Slack webhook',
    join(
      'https://hooks.',
      'slack.com/services/T',
      draw(UPPER, 8),
      '/B',
      draw(UPPER, 8),
      '/',
      an(24),
    ),
  ),
  ...plain(
    'Discord webhook',
    join('https://discord', '.com/api/webhooks/', draw(DIGITS, 18), '/', an(68)),
  ),
  ...plain(
    'Stripe key',
    join('sk', '_live_', an(24)),
    join('rk', '_live_', an(24)),
    join('sk', '_test_', an(24)),
    join('wh', 'sec_', an(32)),
  ),
  ...plain('Google API key', join('AI', 'za', an(35))),
  ...plain('Google OAuth', join('GOC', 'SPX-', an(28)), join('ya', '29.', an(60))),
  ...plain(
    'Azure storage',
    `DefaultEndpointsProtocol=https;AccountName=shop;${join('Account', 'Key=', draw(BASE64, 86), '==')};EndpointSuffix=core.windows.net`,
  ),
  ...plain(
    'Azure service bus',
    `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;${join('SharedAccess', 'Key=', draw(BASE64, 43), '=')}`,
  ),
  ...plain(
    'Azure SAS',
    `https://shop.blob.core.windows.net/c?sv=2024-08-04&sp=r&${join('si', 'g=', an(43), '%3D')}`,
  ),
  ...plain('Azure client secret', join(an(3), '8', 'Q~', an(34))),
  ...plain('Scaleway access key', join('SC', 'W', draw(UPPER + DIGITS, 17))),
  ...plain('npm token', join('npm', '_', an(36))),
  ...plain('PyPI token', join('pypi', '-AgEIcHlwaS5vcmc', an(80))),
  ...plain('Docker Hub token', join('dckr', '_pat_', an(27))),
  ...plain('SendGrid key', join('SG', '.', an(22), '.', an(43))),
  ...plain('Twilio key', join('S', 'K', hex(32))),
  ...plain('Mailgun key', join('key', '-', hex(32))),
  ...plain('Telegram token', join(draw('123456789', 9), ':', 'AA', an(33))),
  ...plain('Discord token', join('MT', an(22), '.', an(6), '.', an(38))),
  ...plain('Vault token', join('hv', 's.', an(24)), join('hv', 'b.', an(90))),
  ...plain('OpenAI key', join('s', 'k-', an(48)), join('s', 'k-proj-', an(100))),
  ...plain('Anthropic key', join('s', 'k-ant-api03-', an(93))),
  ...plain('Hugging Face token', join('h', 'f_', an(34))),
  ...plain('DigitalOcean token', join('dop', '_v1_', hex(64))),
  ...plain('Grafana token', join('gl', 'sa_', an(32), '_', hex(8))),
  ...plain('New Relic key', join('NR', 'AK-', draw(UPPER + DIGITS, 27))),
  ...plain('Linear key', join('lin', '_api_', an(40))),
  ...plain('Shopify token', join('shp', 'at_', hex(32))),
  ...plain('Databricks token', join('da', 'pi', hex(32))),
  ...plain('HCP Terraform token', join(an(14), '.atlas', 'v1.', an(64))),
  ...plain('age key', join('AGE-SECRET', '-KEY-1', draw(UPPER + DIGITS, 58))),
  ...plain(
    'JWT',
    jwt({ sub: 'web', exp: 1_900_000_000 }),
    `Authorization: Bearer ${jwt({ sub: 'api' })}`,
  ),
  ...plain(
    'token of an account',
    jwt({ iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:shop:web' }),
  ),
  ...plain(
    'private key',
    pem(KEY),
    pem(`RSA ${KEY}`),
    pem(`EC ${KEY}`),
    pem(`OPENSSH ${KEY}`),
    pem(`ENCRYPTED ${KEY}`),
  ),
  ...plain('private key on one line', pem(KEY).replaceAll('\n', String.raw`\n`)),
  ...plain('PGP key', pem(`PGP ${KEY} BLOCK`)),
  ...plain(
    'hash of a password',
    `admin:${join('$2', 'y$10$', an(53))}`,
    join('admin:$', 'apr1$', an(8), '$', an(22)),
    join('$', '6$', an(16), '$', an(86)),
  ),
  // Inside of addresses and connection strings.
  ...plain(
    'address',
    'postgres://shop:hunter2@db:5432/shop',
    `mongodb+srv://app:${an(14)}@c0.mongodb.net/shop`,
    `redis://:${an(12)}@redis:6379/0`,
  ),
  ...plain(
    'address',
    `amqp://guest:${an(9)}@mq:5672/`,
    `https://ci:${an(20)}@git.internal/shop.git`,
    `mysql://root:toor@mysql/shop`,
  ),
  ...plain(
    'address',
    `smtp://mailer:${an(10)}@smtp.internal:587`,
    `ldap://cn=admin:${an(8)}@ldap.internal`,
    `http://elastic:changeme1@es:9200`,
  ),
  ...plain(
    'driver name',
    `app:${an(12)}@tcp(mysql:3306)/shop?parseTime=true`,
    `jdbc:oracle:thin:shop/${an(9)}@db:1521:xe`,
  ),
  ...plain(
    'query',
    `jdbc:postgresql://db/shop?user=shop&password=${an(11)}`,
    `https://api.internal/v1?api_key=${an(24)}`,
  ),
  ...plain(
    'pairs',
    `Server=db;Database=shop;User Id=sa;Password=${an(12)};`,
    `host=db user=shop password=hunter2 dbname=shop`,
  ),
  ...plain('pairs', `Data Source=db;Initial Catalog=shop;uid=sa;pwd=${an(10)}`),
  // Betrayed by their names, weak ones included.
  ...named('POSTGRES_PASSWORD', 'postgres', 'hunter2', 'password', 'Sup3rS3cret!', an(20), '12345'),
  ...named('MYSQL_ROOT_PASSWORD', 'root', 'toor', 'my-secret-pw', an(16)),
  ...named('PGPASSWORD', 'letmein', an(24)),
  ...named('MYSQL_PWD', 'qwerty', an(8)),
  ...named('DB_PASS', 'admin123', an(10)),
  ...named('REDIS_PASSWORD', 'redis', an(32)),
  ...named('redis-password', an(10)),
  ...named('adminPassword', 'admin', an(12)),
  ...named('spring.datasource.password', 'shop', an(12)),
  ...named('KEYSTORE_PASSPHRASE', 'correct-horse-battery-staple', an(12)),
  ...named('GF_SECURITY_ADMIN_PASSWORD', 'prom-operator', 'grafana1'),
  ...named('RABBITMQ_DEFAULT_PASS', 'guest', an(12)),
  ...named('MINIO_ROOT_PASSWORD', 'minioadmin', 'minio123'),
  ...named('AWS_SECRET_ACCESS_KEY', draw(BASE64, 40), an(40)),
  ...named('SCW_SECRET_KEY', uuid()),
  ...named('CLIENT_SECRET', an(32), uuid()),
  ...named('clientSecret', hex(40)),
  ...named('JWT_SECRET', 'supersecret', an(32), hex(64)),
  ...named('SECRET_KEY', 'mysecretkey', `django-insecure-${an(40)}`),
  ...named('SECRET_KEY_BASE', hex(128)),
  ...named('APP_KEY', `base64:${draw(BASE64, 43)}=`),
  ...named('SESSION_SECRET', 'keyboardcat', an(24)),
  ...named('API_KEY', an(32), hex(32), uuid()),
  ...named('DD_API_KEY', hex(32)),
  ...named('apiKey', an(24)),
  ...named('AUTH_TOKEN', an(40), hex(40)),
  ...named('TWILIO_AUTH_TOKEN', hex(32)),
  ...named('BOT_TOKEN', an(30)),
  ...named('VAULT_TOKEN', join('s', '.', an(24))),
  ...named('ENCRYPTION_KEY', draw(BASE64, 44), hex(64)),
  ...named('AZURE_STORAGE_ACCESS_KEY', join(draw(BASE64, 86), '==')),
  ...named('WEBHOOK_SECRET', an(20)),
  ...named('ACCESS_TOKEN_1', an(32)),
  ...named('authorization', `Bearer ${an(32)}`, `Basic ${b64('shop:hunter2')}`),
  ...named('LICENSE_KEY', an(32)),
  ...named('DB_PASSWORD_BASE64', b64('hunter2-for-real')),
  // Through base64, once and twice.
  ...plain(
    'base64 of a token',
    b64(join('ghp', '_', an(36))),
    b64(b64(join('gl', 'pat-', an(20)))),
  ),
  ...plain(
    'base64 of a file',
    b64(`spring:\n  datasource:\n    password: ${an(12)}\n`),
    b64(pem(KEY)),
  ),
  ...plain('base64 of an address', b64('postgres://shop:hunter2@db:5432/shop')),
  // Files.
  ...file(
    'application.properties',
    'server.port=8080',
    'spring.datasource.username=shop',
    `spring.datasource.password=${an(12)}`,
  ),
  ...file(
    'application.yaml',
    'spring:',
    '  datasource:',
    '    url: jdbc:postgresql://db/shop',
    '    password: hunter2',
  ),
  ...file('config.json', '{', '  "host": "db",', `  "password": "${an(10)}"`, '}'),
  ...file('compact.json', `{"mail":{"host":"smtp","auth":{"user":"shop","pass":"${an(9)}"}}}`),
  ...file('config.ini', '[database]', 'user = shop', 'password = hunter2 ; the old one'),
  ...file('.env', 'NODE_ENV=production', `DB_PASSWORD="${an(14)}"`),
  ...file('run.sh', '#!/bin/sh', `export API_TOKEN=${an(32)}`, 'exec node server.js'),
  ...file(
    'settings.xml',
    '<settings>',
    '  <server>',
    `    <password>${an(10)}</password>`,
    '  </server>',
    '</settings>',
  ),
  ...file(
    'web.config',
    '<configuration>',
    `  <add key="DbPassword" value="${an(10)}" />`,
    '</configuration>',
  ),
  ...file('server.xml', '<Resource name="jdbc/shop"', `  username="shop" password="${an(10)}" />`),
  ...file('redis.conf', 'maxmemory 100mb', 'requirepass hunter2'),
  ...file('roles.sql', `CREATE ROLE shop LOGIN PASSWORD '${an(12)}';`, 'CREATE DATABASE shop;'),
  ...file('users.sql', `CREATE USER 'shop'@'%' IDENTIFIED BY '${an(12)}';`),
  ...file('users.acl', 'listener 1883', `password: ${an(9)}`),
  ...file('config.toml', '[auth]', `client_secret = "${an(30)}"`),
  ...file('values.yaml', 'env:', '  - name: DB_PASSWORD', `    value: ${an(12)}`),
  ...file('settings.py', 'DEBUG = False', `SECRET_KEY = '${an(50)}'`),
  ...file('app.js', `const apiKey = "${an(32)}";`),
  ...file(
    'credentials',
    '[default]',
    `aws_access_key_id = ${join('AK', 'IA', draw(UPPER + DIGITS, 16))}`,
    `aws_secret_access_key = ${draw(BASE64, 40)}`,
  ),
  ...file('only-secret', '[default]', 'region = eu-west-1', `aws_secret_access_key = ${an(40)}`),
  ...file(
    'key.json',
    JSON.stringify({
      type: 'service_account',
      project_id: 'shop',
      private_key: pem(KEY),
      client_email: 'a@b.iam.gserviceaccount.com',
    }),
  ),
  ...file(
    '.dockerconfigjson',
    JSON.stringify({ auths: { 'registry.example': { auth: b64(`ci:${an(20)}`) } } }),
  ),
  ...file(
    '.npmrc',
    'registry=https://registry.internal/',
    `//registry.internal/:_authToken=${join('npm', '_', an(36))}`,
  ),
  ...file('.git-credentials', `https://ci:${an(20)}@git.internal`),
  ...file(
    'alertmanager.yml',
    'receivers:',
    '  - name: chat',
    join(
      '    url: https://hooks.',
      'slack.com/services/T',
      draw(UPPER, 8),
      '/B',
      draw(UPPER, 8),
      '/',
      an(24),
    ),
  ),
  ...file('prometheus.yml', 'basic_auth:', '  username: prom', `  password: ${an(12)}`),
  ...file('odbc.ini', '[shop]', `PWD = ${an(9)}`),
  // Members of a Secret.
  ...kept('password', 'cheese', an(12), 'p4ss'),
  ...kept('api', an(24)),
  ...kept('flag', an(12), `k8s-flag-${hex(32)}`),
  ...kept('token', an(40)),
  ...kept('token-secret', hex(16)),
  ...kept('key', hex(32)),
  ...kept('license', uuid()),
]

/** Values that give access to nothing, however much they look like it. */
export const LOOK_ALIKES: readonly Planted[] = [
  // Digests, identities, versions.
  ...plain(
    'digest',
    `sha256:${hex(64)}`,
    `registry.example/web@sha256:${hex(64)}`,
    hex(64),
    hex(40),
    hex(32),
    `sha512-${draw(BASE64, 86)}==`,
  ),
  ...named('checksum/config', hex(64)),
  ...named('GIT_COMMIT', hex(40), hex(7)),
  ...named('revision', hex(40)),
  ...named('BUILD_ID', uuid(), hex(20)),
  ...named('tenant_id', uuid()),
  ...named('AZURE_CLIENT_ID', uuid()),
  ...named('SCW_DEFAULT_PROJECT_ID', uuid()),
  ...named('AWS_ACCOUNT_ID', draw(DIGITS, 12)),
  ...named('etag', hex(32)),
  ...named('pod-template-hash', '7f9c8d6b5'),
  ...named('IMAGE_DIGEST', `sha256:${hex(64)}`),
  ...named('password_hash_algorithm', 'bcrypt'),
  ...named('key_id', uuid()),
  ...named('SECRET_VERSION', '3', 'v12'),
  ...named('SECRET_CHECKSUM', hex(64)),
  // Public halves.
  ...plain(
    'certificate',
    pem('CERTIFICATE', 900),
    pem(`PUBLIC KEY`),
    pem('CERTIFICATE REQUEST'),
    pem('X509 CRL'),
    pem('DH PARAMETERS'),
  ),
  ...plain(
    'SSH public key',
    `ssh-rsa ${draw(BASE64, 372)} shop@laptop`,
    `ssh-ed25519 ${draw(BASE64, 68)} ops`,
  ),
  ...named('public_key', draw(BASE64, 88)),
  ...named('JWT_PUBLIC_KEY', draw(BASE64, 120)),
  ...named('VAPID_PUBLIC_KEY', an(87)),
  ...named('caBundle', b64(pem('CERTIFICATE', 400))),
  ...named('RECAPTCHA_SITE_KEY', an(40)),
  ...named('STRIPE_PUBLISHABLE_KEY', join('pk', '_live_', an(24))),
  ...named('known_hosts', `git.internal ssh-ed25519 ${draw(BASE64, 68)}`),
  ...named('SENTRY_DSN', `https://${hex(32)}@o1.ingest.sentry.io/42`),
  // Where it is kept, what it is called, how long it lives.
  ...named('POSTGRES_PASSWORD_FILE', '/run/secrets/postgres-password'),
  ...named('TOKEN_PATH', '/var/run/secrets/kubernetes.io/serviceaccount/token'),
  ...named(
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    '/var/run/secrets/eks.amazonaws.com/serviceaccount/token',
  ),
  ...named('GOOGLE_APPLICATION_CREDENTIALS', '/etc/gcp/key.json'),
  ...named('secretName', 'web-tls', 'shop-db-credentials'),
  ...named('existingSecret', 'shop-postgres-auth'),
  ...named('passwordSecretRef', 'grafana-admin'),
  ...named('DB_PASSWORD_SECRET_NAME', 'db-auth-7f9c8d'),
  ...named('existingSecretPasswordKey', 'admin-password'),
  ...named('passwordKey', 'postgresql-password'),
  ...named('secretKey', 'admin-password'),
  ...named('imagePullSecret', 'registry-credentials'),
  ...named('TLS_SECRET', 'web-tls-cert'),
  ...named('tokenUrl', 'https://login.example.org/oauth2/token'),
  ...named('ACCESS_TOKEN_URL', 'https://login.internal/token'),
  ...named('SECRET_STORE', 'vault-backend'),
  ...named('VAULT_SECRET_ENGINE', 'kv-v2'),
  ...named('tokenTTL', '3600', '24h'),
  ...named('ACCESS_TOKEN_EXPIRE_MINUTES', '30'),
  ...named('passwordPolicy', 'length(12) and upperCase(1)'),
  ...named('PASSWORD_MIN_LENGTH', '12'),
  ...named('PASSWORD_ENABLED', 'true'),
  ...named('max_tokens', '4096'),
  ...named('password-encoder', 'bcrypt'),
  ...named('PASSWORD_REGEX', '^(?=.*[A-Z])(?=.*[0-9]).{12,}$'),
  ...named('token_type', 'Bearer'),
  ...named('TOKEN_ISSUER', 'https://issuer.internal'),
  ...named('REQUIRE_PASSWORD', 'true', 'yes'),
  ...named('AUTH_SECRET_NAMESPACE', 'shop'),
  ...named('SECRET_MOUNT_PATH', '/mnt/secrets-store'),
  ...named('apiKeyHeader', 'X-Api-Key'),
  ...named('partition_key', 'customer_id'),
  ...named('sortKey', 'created_at'),
  ...named('key', 'value', 'tls.key', 'node-role.kubernetes.io/control-plane'),
  ...named('topologyKey', 'kubernetes.io/hostname'),
  ...named('PWD', '/app'),
  // Stand-ins.
  ...named(
    'DB_PASSWORD',
    '${DB_PASSWORD}',
    '$(DB_PASSWORD)',
    '{{ .Values.db.password }}',
    '<changeme>',
    'CHANGEME',
    'change-me',
    'xxxxxxxx',
  ),
  ...named(
    'DB_PASSWORD',
    '',
    'null',
    'your-password-here',
    'YOUR_PASSWORD',
    '********',
    '<your password>',
    '$DB_PASSWORD',
    '%DB_PASSWORD%',
    '__DB_PASSWORD__',
  ),
  ...named(
    'DB_PASSWORD',
    'vault:secret/data/shop#password',
    'ref+vault://secret/shop#/password',
    'op://shop/db/password',
    'ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]',
    '{cipher}AQB0',
    'REDACTED',
    'TODO',
    'placeholder',
  ),
  ...named(
    'API_KEY',
    'REPLACE_ME',
    'insert-api-key-here',
    'api-key-goes-here',
    '${{ secrets.API_KEY }}',
    'example-api-key',
    'none',
    'dummy',
  ),
  ...named(
    'CLIENT_SECRET',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop',
    'projects/1/secrets/shop/versions/latest',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)',
  ),
  ...named('AWS_SECRET_ACCESS_KEY', join('wJalrXUtnFEMI/K7MDENG/bPxRfi', 'CYEXAMPLEKEY')),
  ...named('AWS_ACCESS_KEY_ID', join('AKIA', 'IOSFODNN7EXAMPLE')),
  ...plain('GitHub token for showing', join('gh', 'p_', 'x'.repeat(36))),
  ...plain('heading of a key', join('-----BEGIN ', KEY, '-----\n...\n-----END ', KEY, '-----')),
  // Addresses without credentials.
  ...named(
    'DATABASE_URL',
    'postgres://db:5432/shop',
    'postgres://shop@db/shop',
    'postgres://$(DB_USER):$(DB_PASSWORD)@db/shop',
    'postgres://user:${DB_PASSWORD}@db/shop',
    'postgres://USER:PASSWORD@HOST/DB',
    'postgres://user:<password>@db/shop',
  ),
  ...named('REDIS_URL', 'redis://redis:6379/0'),
  ...named(
    'REGISTRY',
    'https://registry.internal:4873/@scope/name',
    'https://user@git.internal/x.git',
  ),
  ...named(
    'S3_URL',
    's3://shop-backups/2026/11/24/dump.sql.gz',
    'https://s3.fr-par.scw.cloud/shop',
  ),
  ...named('ROLE_ARN', 'arn:aws:iam::123456789012:role/shop'),
  ...named('host', 'db.shop.svc.cluster.local', 'c0-ab12c.mongodb.net'),
  ...named('issuer', 'https://oidc.eks.eu-west-1.amazonaws.com/id/' + draw(HEX.toUpperCase(), 32)),
  ...named('TOKEN', 'kubernetes.io/hostname', 'access_token'),
  ...named('secret', 'shop-db-credentials', 'my-tls', 'grafana'),
  // Base64 of what is harmless.
  ...plain(
    'base64 of words',
    b64('The quick brown fox jumps over the lazy dog, twice a day.'),
    b64('server {\n  listen 8080;\n  root /usr/share/nginx/html;\n}\n'),
  ),
  ...plain(
    'base64 of a picture',
    Buffer.from([
      137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0,
    ]).toString('base64'),
  ),
  ...named('logo', `data:image/png;base64,${draw(BASE64, 400)}`),
  ...named('gzipped', `H4sIAAAAAAAA${draw(BASE64, 200)}`),
  ...named('font', draw(BASE64, 800)),
  ...named('csp', `script-src 'nonce-${draw(BASE64, 22)}==' 'sha256-${draw(BASE64, 43)}='`),
  ...named('integrity', `sha384-${draw(BASE64, 64)}`),
  // Settings.
  ...named('schedule', '*/5 * * * *', '0 3 * * 0'),
  ...named('LOG_LEVEL', 'debug'),
  ...named('FEATURE_PASSWORDLESS_LOGIN', 'true'),
  ...named('JAVA_OPTS', '-Xmx512m -XX:+UseG1GC -Djava.security.egd=file:/dev/./urandom'),
  ...named('AUTH_METHOD', 'password', 'scram-sha-256'),
  ...named('authorization', 'AlwaysAllow', 'enabled'),
  ...named('MINIO_ROOT_USER', 'minioadmin'),
  ...named('POSTGRES_USER', 'postgres'),
  ...named('kubectl.kubernetes.io/restartedAt', '2026-11-24T21:00:00Z'),
  ...named('app.kubernetes.io/name', 'password-manager', 'secret-store-csi-driver'),
  ...named('nginx.ingress.kubernetes.io/auth-secret', 'basic-auth'),
  ...named('cert-manager.io/private-key-algorithm', 'ECDSA'),
  ...named('cert-manager.io/private-key-rotation-policy', 'Always'),
  ...named('kots.io/config', hex(16)),
  // Files.
  ...file(
    'nginx.conf',
    'location / {',
    '  proxy_pass http://shop-backend:8080;',
    '  proxy_set_header Authorization $http_authorization;',
    '}',
  ),
  ...file(
    'application.properties',
    'spring.datasource.password=${DB_PASSWORD}',
    'security.oauth2.client.access-token-uri=https://login.internal/token',
  ),
  ...file(
    'application.yaml',
    'datasource:',
    '  password: ${DB_PASSWORD:}',
    '  passwordEncoder: bcrypt',
  ),
  ...file('messages_fr.properties', 'login.password=Motdepasse', 'login.token=Jeton1234'),
  ...file(
    'en.yaml',
    'password: Password',
    'token: Token',
    'forgot_password: Forgot your password?',
  ),
  ...file(
    'labels.json',
    '{"password":"Password","newPassword":"Enter a new password","secret":"Secret"}',
  ),
  ...file(
    'user.schema.json',
    '{"properties":{"password":{"type":"string","format":"password","example":"hunter2hunter2"}}}',
  ),
  ...file(
    'openapi.yaml',
    'properties:',
    '  password:',
    '    type: string',
    '    example: s3cret-Pass1',
  ),
  ...file('types.yaml', 'password: string', 'token: string', 'apiKey: string'),
  ...file(
    'app.min.js',
    `!function(e,t){var n=t.password,r=e.token;n&&r(n,{secret:e.secret})}(window,document);`,
  ),
  ...file(
    'server.py',
    'password = os.environ["DB_PASSWORD"]',
    'token = request.headers.get("X-Token")',
    'api_key = settings.api_key',
  ),
  ...file(
    'handler.js',
    'const password = req.body.password',
    join('const token = aw', 'ait getToken()'),
    'if (secret === undefined) throw new Error("no secret")',
  ),
  ...file(
    'entry.sh',
    'export PASSWORD="$(cat /run/secrets/password)"',
    'TOKEN=$(cat /var/run/token)',
    'if [ -z "$PASSWORD" ]; then exit 1; fi',
  ),
  ...file('envsubst.sh', 'DB_PASSWORD=$DB_PASSWORD', 'API_TOKEN=${API_TOKEN:?missing}'),
  ...file('roles.sql', "ALTER ROLE shop PASSWORD '${DB_PASSWORD}';", "-- PASSWORD 'hunter2'"),
  ...file('users.sql', "ALTER USER shop IDENTIFIED BY '{{ password }}';"),
  ...file('redis.conf', '# requirepass foobared', 'protected-mode yes', 'maxmemory 100mb'),
  ...file('my.cnf', '[client]', '#password=your_password', 'port=3306'),
  ...file(
    'prometheus.yml',
    'bearer_token_file: /var/run/secrets/kubernetes.io/serviceaccount/token',
    'tls_config:',
    '  ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
  ),
  ...file('policy.hcl', 'path "secret/data/shop/*" {', '  capabilities = ["read"]', '}'),
  ...file('policy.rego', 'password := input.password', 'deny[msg] { input.token == "" }'),
  ...file('fluent.conf', '<match **>', '  password "#{ENV[\'ES_PASSWORD\']}"', '</match>'),
  ...file(
    'realm.json',
    JSON.stringify({
      realm: 'shop',
      clients: [{ clientId: 'web', publicClient: true, secret: '${CLIENT_SECRET}' }],
    }),
  ),
  ...file(
    'grafana.ini',
    '[auth]',
    'disable_login_form = false',
    '[security]',
    'admin_password = $__file{/etc/secrets/admin-password}',
  ),
  ...file(
    'dashboard.json',
    JSON.stringify({
      title: 'Tokens',
      panels: [
        { title: 'password resets', targets: [{ expr: 'sum(rate(password_reset_total[5m]))' }] },
      ],
    }),
  ),
  ...file(
    'argocd-cm',
    'oidc.config: |',
    '  clientSecret: $oidc.clientSecret',
    '  issuer: https://login.internal',
  ),
  ...file('Corefile', '.:53 {', '  errors', '  forward . /etc/resolv.conf', '}'),
  ...file(
    'web.config',
    '<configuration>',
    '  <add key="PasswordMinLength" value="12" />',
    '  <add key="TokenUrl" value="https://login.internal/token" />',
    '</configuration>',
  ),
  ...file('pom.xml', '<server>', '  <password>${env.NEXUS_PASSWORD}</password>', '</server>'),
  ...file('README.md', 'Set `password: hunter2hunter2` in values.yaml.', 'token: abcdef0123456789'),
  ...file(
    'init.sql',
    'CREATE TABLE users (id int, password varchar(255), token text);',
    'ALTER TABLE users ADD secret_key text;',
  ),
  ...file('package-lock.json', '{', `  "integrity": "sha512-${draw(BASE64, 86)}=="`, '}'),
  ...file(
    'go.sum',
    `github.com/x/y v1.2.3 h1:${draw(BASE64, 43)}=`,
    `github.com/x/y v1.2.3/go.mod h1:${draw(BASE64, 43)}=`,
  ),
  ...file(
    'externalsecret.yaml',
    'secretStoreRef:',
    '  name: vault',
    'data:',
    '  - secretKey: password',
    '    remoteRef:',
    '      key: shop/db',
    '      property: password',
  ),
  ...file(
    'deployment.yaml',
    'env:',
    '  - name: DB_PASSWORD',
    '    valueFrom:',
    '      secretKeyRef:',
    '        name: shop-db',
    '        key: password',
  ),
  // Members of a Secret that are nothing to hide.
  ...kept('username', 'shop', 'admin'),
  ...kept('host', 'db.shop.svc.cluster.local'),
  ...kept('port', '5432'),
  ...kept('ca.crt', pem('CERTIFICATE', 600)),
  ...kept('tls.crt', pem('CERTIFICATE', 600)),
  ...kept('ssh-publickey', `ssh-ed25519 ${draw(BASE64, 68)} ops`),
  ...kept('url', 'https://api.internal'),
  ...kept('AZURE_TENANT_ID', uuid()),
  ...kept('password', '${DB_PASSWORD}', '<path:secret/data/shop#password>', 'CHANGEME', ''),
  ...kept('namespace', 'shop'),
  ...kept('enabled', 'true'),
  ...kept('known_hosts', `git.internal ssh-ed25519 ${draw(BASE64, 68)}`),
]
