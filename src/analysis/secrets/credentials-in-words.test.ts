import { describe, expect, it } from 'vitest'
import { credentialsInWords } from './credentials-in-words.ts'

describe('credentialsInWords', () => {
  it.each([
    { name: 'a flag with its value', words: ['app', '--db-password=hunter2'], at: [1] },
    { name: 'a flag before its value', words: ['app', '--password', 'hunter2'], at: [2] },
    {
      name: 'a property of Java',
      words: ['java', '-Dspring.datasource.password=hunter2'],
      at: [1],
    },
    { name: 'the flag of MySQL', words: ['/usr/bin/mysql', '-phunter2'], at: [1] },
    { name: 'the flag of curl', words: ['curl', '-u', 'shop:hunter2'], at: [2] },
    { name: 'the flag of redis-cli', words: ['redis-cli', '-a', 'hunter2'], at: [2] },
    { name: 'the flag of sshpass', words: ['sshpass', '-p', 'hunter2', 'ssh'], at: [2] },
    { name: 'a variable in a script', words: ['sh', '-c', 'PGPASSWORD="hunter2" psql'], at: [2] },
    {
      name: 'a flag in a script',
      words: ['sh', '-c', 'redis-server --requirepass hunter2'],
      at: [2],
    },
    { name: 'an address', words: ['psql', 'postgres://shop:hunter2@db/shop'], at: [1] },
    { name: 'a header', words: ['curl', '-H', 'Authorization: Bearer 5f2b9c81e07d4a36'], at: [2] },
  ])('finds $name', ({ words, at }) => {
    expect(credentialsInWords(words).map(({ word }) => word)).toEqual(at)
  })

  it.each([
    { name: 'a flag without a value', words: ['app', '--token', '--verbose'] },
    { name: 'a variable', words: ['app', '--password', '$(DB_PASSWORD)'] },
    { name: 'a variable of the shell', words: ['sh', '-c', 'mysql -p"$DB_PASSWORD"'] },
    { name: 'a variable that Kubernetes leaves alone', words: ['sh', '-c', 'mysql -p$$PASSWORD'] },
    { name: 'a port', words: ['mysql', '-P', '3306', '-h', 'db'] },
    { name: 'a file', words: ['app', '--token-auth-file=/etc/tokens.csv'] },
    { name: 'the name of a Secret', words: ['app', '--tls-secret', 'web-tls'] },
    { name: 'a folder for mkdir', words: ['mkdir', '-password'] },
    { name: 'what is no text', words: [1, null, { password: 'hunter2' }] },
  ])('takes $name for none', ({ words }) => {
    expect(credentialsInWords(words)).toEqual([])
  })
})
