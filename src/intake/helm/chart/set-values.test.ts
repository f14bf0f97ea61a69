import { describe, expect, it } from 'vitest'
import { jsonText } from '../formats/json-text.ts'
import { setValues, type SetKind } from './set-values.ts'

const STYLE = { indent: '', isHtmlSafe: false }

function set(text: string, kind: SetKind = 'typed'): string {
  const done = setValues(new Map(), text, kind)
  return done.ok ? jsonText(done.value, STYLE) : done.fault.message
}

describe('setValues', () => {
  it.each([
    { name: 'a name', text: 'a=b', json: '{"a":"b"}' },
    { name: 'names inside one another', text: 'a.b.c=1', json: '{"a":{"b":{"c":1}}}' },
    { name: 'several', text: 'a=1,b=true,c=null,d=', json: '{"a":1,"b":true,"c":null,"d":""}' },
    { name: 'a list', text: 'a={x,1,true}', json: '{"a":["x",1,true]}' },
    { name: 'an index', text: 'a[1].b=x', json: '{"a":[null,{"b":"x"}]}' },
    { name: 'indexes', text: 'a[0][1]=x', json: '{"a":[[null,"x"]]}' },
    { name: 'a dot that is none', text: String.raw`a\.b=x`, json: '{"a.b":"x"}' },
    { name: 'a comma that is none', text: String.raw`a=x\,y`, json: '{"a":"x,y"}' },
    { name: 'what begins with a zero', text: 'a=0123,b=0', json: '{"a":"0123","b":0}' },
  ])('sets $name', ({ text, json }) => {
    expect(set(text)).toBe(json)
  })

  it('takes all for texts where that is asked', () => {
    expect(set('a=1,b=true,c={2}', 'text')).toBe('{"a":"1","b":"true","c":["2"]}')
  })

  it.each(['a', 'a,b=1', 'a[x]=1', 'a[99999]=1', 'a={1', 'a[0]'])('refuses %s', (text) => {
    expect(setValues(new Map(), text, 'typed')).toMatchObject({ fault: { code: 'USAGE' } })
  })
})
