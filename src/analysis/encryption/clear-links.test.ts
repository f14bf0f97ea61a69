import { describe, expect, it } from 'vitest'
import { createScene } from '../../model/scene.ts'
import { clearLinks } from './clear-links.ts'

const SCENE = createScene([], {
  kubernetes: { major: 1, minor: 36 },
  offering: 'none',
  today: '2026-11-24',
})

describe('links in clear', () => {
  it.each([
    { text: 'redis://redis.data:6379/0', host: 'redis.data', whereabouts: 'near' },
    {
      text: 'amqp://user:pass@rabbit.queue.svc:5672/v',
      host: 'rabbit.queue.svc',
      whereabouts: 'near',
    },
    {
      text: 'url=http://api.partner.example/v1',
      host: 'api.partner.example',
      whereabouts: 'outside',
    },
    { text: 'mongodb://a,b,c/shop?replicaSet=rs0', host: 'a', whereabouts: 'near' },
    { text: 'ldap://$(LDAP_HOST)', host: '$(ldap_host)', whereabouts: 'unknown' },
    { text: 'http://user:pass@registry', host: 'registry', whereabouts: 'near' },
    { text: 'PLAINTEXT://kafka:9092', host: 'kafka', whereabouts: 'near' },
    { text: 'ftp://203.0.113.7/in', host: '203.0.113.7', whereabouts: 'outside' },
  ])('takes $text for one', ({ text, host, whereabouts }) => {
    expect(clearLinks(text, SCENE)).toMatchObject([{ host, whereabouts }])
  })

  it.each([
    'rediss://redis.data:6380',
    'redis://localhost:6379',
    'redis://127.0.0.1',
    'PLAINTEXT://:9092',
    'http://orders:8080',
    'http://orders.shop.svc.cluster.local',
    'http://10.0.0.7:3000',
    'xmlns="http://www.w3.org/2000/svg"',
    'http://169.254.169.254/latest/meta-data',
    'mongodb+srv://cluster0.mongodb.net/shop',
    'mongodb://db.example.com/?tls=true',
    'smtp://mail.example.com:587',
    'https://api.partner.example',
    'no link at all',
  ])('does not take %s for one', (text) => {
    expect(clearLinks(text, SCENE)).toEqual([])
  })

  it('says nothing of users, passwords and paths', () => {
    const found = JSON.stringify(
      clearLinks('redis://whoever:hunter2@cache.example.com/path?q=v', SCENE),
    )
    expect(found).not.toMatch(/whoever|hunter2|path|q=v/)
  })
})
