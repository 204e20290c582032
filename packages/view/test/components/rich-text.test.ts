import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({ '/files/p.svg': { type: 'image/svg+xml', body: markedPicture(400, 200) } })
})
afterAll(() => test.close())

const html = () => test.page.$eval('wx-rich-text', (element) => element.innerHTML)
const show = async (nodes: unknown, attributes: Record<string, unknown> = {}) => {
  await test.mount(['rich-text', { nodes, ...attributes }])
  return html()
}

describe('rich-text', () => {
  it('shows nodes with class, style and their own attributes only', async () => {
    expect(
      await show([
        {
          name: 'DIV',
          attrs: {
            class: 'card',
            style: 'color: red; width: 375rpx',
            id: 'x',
            onclick: 'alert(1)',
            'data-a': 1,
          },
          children: [
            { type: 'text', text: 'a &lt;b&gt; &amp; c' },
            { name: 'br' },
            { type: 'text', text: '<i>' },
          ],
        },
        {
          name: 'ol',
          attrs: { start: 3, type: 'a' },
          children: [{ name: 'li', children: [{ type: 'text', text: 'x' }] }],
        },
      ]),
    ).toBe(
      '<div class="card" style="color: red; width: 50vw;">a &lt;b&gt; &amp; c<br>&lt;i&gt;</div>' +
        '<ol start="3" type="a"><li>x</li></ol>',
    )
  })

  it('reads HTML and takes out everything that is not trusted, with what is inside', async () => {
    expect(
      await show(
        '<p onclick="x()" style="text-align:center">Hi <b>there</b><script>document.title="hacked"</script></p>' +
          '<iframe src="https://example.com"></iframe><a href="javascript:alert(1)">link</a>' +
          '<img src="javascript:alert(1)" onerror="document.title=\'hacked\'"><svg onload="document.title=\'hacked\'"></svg>' +
          '<form><p>in a form</p></form><style>* { color: red }</style><custom-tag>gone</custom-tag>',
      ),
    ).toBe('<p style="text-align: center;">Hi <b>there</b></p><a>link</a><img src="">')
    expect(await test.page.title()).toBe('')
  })

  it('survives odd nodes', async () => {
    expect(await show([null, 3, 'text', {}, { name: 5 }, { name: '__proto__' }, { type: 'text' }])).toBe('')
    expect(await show({ name: 'div' })).toBe('')
    expect(await show(undefined)).toBe('')
    const deep = await test.page.evaluate(() => {
      let node: { name: string; children: unknown[] } = { name: 'div', children: [] }
      for (let i = 0; i < 5000; i++) node = { name: 'div', children: [node] }
      harness.find('wx-rich-text').setProperty('nodes', [node])
      harness.find('wx-rich-text').batchApplied?.()
      return document.querySelectorAll('wx-rich-text div').length
    })
    expect(deep).toBe(201)
  })

  it('pictures take their size from numbers and percentages', async () => {
    await test.mount([
      'rich-text',
      {
        nodes:
          '<img src="p.svg" width="100"><img src="/p.svg" width="50%"><img src="p.svg" style="width:100%">',
      },
    ])
    await test.page.waitForFunction(() =>
      [...document.images].every((each) => each.complete && each.naturalWidth > 0),
    )
    expect(
      await test.page.$$eval('wx-rich-text img', (all) =>
        all.map((each) => (each as HTMLImageElement).width),
      ),
    ).toEqual([100, 195, 390])
  })

  it('replaces nodes, keeps children of the template, converts spaces', async () => {
    await test.mount(['rich-text', { nodes: '<b>a  b</b>', space: 'nbsp' }, 'child'])
    expect(await html()).toBe('child<b>a&nbsp;&nbsp;b</b>')
    await test.set('wx-rich-text', { nodes: [{ name: 'i', children: [{ type: 'text', text: 'new' }] }] })
    expect(await html()).toBe('child<i>new</i>')
  })

  it('classes mean the style sheet of the component it is in', async () => {
    await test.page.addStyleTag({
      content: '.abc--red { color: rgb(255, 0, 0) } .blue { background: rgb(0, 0, 255) }',
    })
    await test.page.evaluate(() => {
      const host = document.createElement('wx-card')
      host.setAttribute('wx-host', 'abc')
      document.body.replaceChildren(host)
      host.append(harness.build(['rich-text', { nodes: '<p class="red blue">x</p>' }]))
    })
    expect(
      await test.page.$eval('wx-rich-text p', (p) => [
        getComputedStyle(p).color,
        getComputedStyle(p).backgroundColor,
      ]),
    ).toEqual(['rgb(255, 0, 0)', 'rgb(0, 0, 255)'])
  })

  it('looks like a page', async () => {
    await test.mount([
      'rich-text',
      {
        nodes:
          '<h2>Title</h2><p style="line-height:1.6;color:#333">A paragraph with <strong>strong</strong>, <em>em</em>, ' +
          '<del>del</del>, <code>code</code>, H<sub>2</sub>O and <mark>mark</mark>.</p><blockquote>Quote</blockquote>' +
          '<ul><li>one</li><li>two</li></ul><table width="100%" style="border-collapse:collapse"><tr>' +
          '<th style="border:1px solid #ccc">Name</th><th style="border:1px solid #ccc">Value</th></tr><tr>' +
          '<td style="border:1px solid #ccc" colspan="2">both</td></tr></table><hr><img src="p.svg" width="200">',
      },
    ])
    await test.screenshot('rich-text')
    expect(await test.page.$eval('wx-rich-text table', (table) => (table as HTMLElement).offsetWidth)).toBe(
      390,
    )
  })
})
