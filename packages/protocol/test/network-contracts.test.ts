import { describe, expect, it } from 'vitest'
import { createProxyHeadReader, encodeProxyHead, isListedUrl, type ProxyResponseHead } from '../src'

describe('isListedUrl', () => {
  const list = [
    'https://api.example.com',
    'https://port.example.com:8443',
    'bare.example.com',
    'https://中文.example',
  ]
  it.each([
    'https://api.example.com',
    'https://API.example.com/path?x=https://a',
    'https://port.example.com:8443/',
    'https://bare.example.com/#x',
    'https://中文.example/a',
  ])('lets %s pass', (url) => expect(isListedUrl(url, list, 'request')).toBe(true))

  it.each([
    'http://api.example.com',
    'https://api.example.com:443',
    'https://port.example.com',
    'https://sub.api.example.com',
    'https://api.example.com.evil.example',
    'https://user@api.example.com',
    'https://api.example.com\\.evil.example',
    'https://api.exam\tple.com',
    'https://ａpi.example.com',
    'wss://api.example.com',
    'https://',
    '',
  ])('refuses %j', (url) => expect(isListedUrl(url, list, 'request')).toBe(false))

  it('lets sockets use every port', () => {
    expect(isListedUrl('wss://ws.example.com:9000/a', ['wss://ws.example.com'], 'socket')).toBe(true)
    expect(isListedUrl('ws://ws.example.com', ['wss://ws.example.com'], 'socket')).toBe(false)
    expect(isListedUrl('wss://ws.example.com', ['https://ws.example.com'], 'socket')).toBe(false)
  })
})

describe('proxy heads', () => {
  const head: ProxyResponseHead = {
    status: 200,
    headers: [
      ['Set-Cookie', 'a=世'],
      ['Set-Cookie', 'b'],
    ],
    url: 'https://a.example/😀',
  }

  it('survive being cut anywhere, and leave the rest', () => {
    const bytes = Uint8Array.from([...encodeProxyHead(head), 1, 2, 3])
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const reader = createProxyHeadReader<ProxyResponseHead>()
      const found = reader.push(bytes.subarray(0, cut)) ?? reader.push(bytes.subarray(cut))
      expect(found?.head).toEqual(head)
    }
    const reader = createProxyHeadReader<ProxyResponseHead>()
    expect([...(reader.push(bytes)?.rest ?? [])]).toEqual([1, 2, 3])
  })

  it('refuse lengths that nobody means', () => {
    expect(() => createProxyHeadReader().push(new Uint8Array([255, 255, 255, 255]))).toThrow('too large')
  })
})
