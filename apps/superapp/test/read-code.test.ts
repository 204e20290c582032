import { expect, test } from 'vitest'
import { formatRoute, parseRoute } from '../src/route'
import { readCode } from '../src/scan/read-code'

const ORIGINS = ['https://mini.example', 'http://192.168.1.7:5170']

test.each([
  ['https://mini.example/scan/login/BCDF2345', '#/scan/login/BCDF2345'],
  ['http://192.168.1.7:5170/scan/confirm/a-B_c', '#/scan/confirm/a-B_c'],
  ['https://mini.example/#/p/wx12?version=trial', '#/p/wx12?version=trial'],
  [' bcdf-2345 ', '#/scan/login/bcdf2345'],
  ['https://evil.example/scan/login/BCDF2345', undefined],
  ['https://mini.example/scan/login/../../x', undefined],
  ['https://mini.example/console/', undefined],
  ['javascript:alert(1)', undefined],
  ['hello', undefined],
])('%j leads to %j', (text, hash) => expect(readCode(text, ORIGINS)).toBe(hash))

test.each([
  '#/',
  '#/me',
  '#/scan',
  '#/scan/confirm/a-B_c',
  '#/scan/login/BCDF2345',
  '#/p/wx12',
  '#/p/wx12?version=trial&path=pages%2Fa%2Fa%3Fx%3D1',
])('%s is an address', (hash) => expect(formatRoute(parseRoute(hash))).toBe(hash))
