import type { DomainLists } from '@sampan/platform-api'
import { expect, test } from 'vitest'
import { checkDomains } from '../../src/domains/rules/check-domains'

function check(wanted: Partial<DomainLists>) {
  const none: DomainLists = {
    request: [],
    upload: [],
    download: [],
    socket: [],
    udp: [],
    tcp: [],
    dnsPrefetch: [],
    webView: [],
  }
  return checkDomains({ ...none, ...wanted }, ['sampan.example.com'])
}

test('addresses are kept in one form', () => {
  const { lists, problems } = check({
    request: ['HTTPS://Api.Example.com/', 'https://商店.中国', ' https://api.example.com:8443 '],
    socket: ['wss://live.example.com'],
    tcp: ['tcp://iot.example.com:5683'],
    dnsPrefetch: ['img.example.com'],
  })
  expect(problems).toEqual([])
  expect(lists.request).toEqual([
    'https://api.example.com',
    'https://xn--czrs0t.xn--fiqs8s',
    'https://api.example.com:8443',
  ])
  expect(lists.dnsPrefetch).toEqual(['img.example.com'])
})

test.each([
  ['request', 'http://api.example.com', 'wrong-scheme', 86100],
  ['request', 'api.example.com', 'wrong-scheme', 86100],
  ['request', 'https://api.example.com/v1', 'has-path', undefined],
  ['request', 'https://10.0.0.1', 'is-ip', undefined],
  ['request', 'https://[::1]', 'is-ip', undefined],
  ['request', 'https://0x7f000001', 'is-ip', undefined],
  ['request', 'https://localhost', 'is-local', undefined],
  ['request', 'https://printer.local', 'is-local', undefined],
  ['request', 'https://intranet', 'not-an-address', undefined],
  ['request', 'https://user@api.example.com', 'not-an-address', undefined],
  ['request', 'https://api.example.com:70000', 'not-an-address', undefined],
  ['request', 'https://a b.example.com', 'not-an-address', undefined],
  ['request', 'https://sampan.example.com', 'platform-host', 86101],
  ['socket', 'wss://live.example.com:8443', 'port-not-allowed', undefined],
  ['tcp', 'tcp://iot.example.com', 'port-missing', undefined],
  ['tcp', 'tcp://iot.example.com:3306', 'port-blocked', undefined],
  ['dnsPrefetch', 'https://img.example.com', 'has-scheme', undefined],
] as const)('%s %s is refused: %s', (kind, domain, problem, errcode) => {
  expect(check({ [kind]: [domain] }).problems).toEqual([
    { kind, domain, problem, ...(errcode && { errcode }) },
  ])
})

test('the same address twice, and more than there may be', () => {
  const hosts = Array.from({ length: 201 }, (_, index) => `https://a${index}.example.com`)
  expect(check({ request: hosts }).problems).toEqual([
    { kind: 'request', domain: '', problem: 'too-many', errcode: 85016 },
  ])
  expect(check({ download: ['https://a.example.com', 'https://A.example.com'] }).problems).toEqual([
    { kind: 'download', domain: 'https://A.example.com', problem: 'repeated' },
  ])
})
