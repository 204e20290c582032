/** Tags that WeChat's rich-text shows, with the attributes it keeps beside `class` and `style`. */
export const TRUSTED_TAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ...(
    'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset font ' +
    'footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section small span strong ' +
    'sub sup tbody tfoot thead tt u ul'
  )
    .split(' ')
    .map((tag): [string, string[]] => [tag, []]),
  ['bdo', ['dir']],
  ['col', ['span', 'width']],
  ['colgroup', ['span', 'width']],
  ['img', ['alt', 'src', 'height', 'width']],
  ['ol', ['start', 'type']],
  ['table', ['width']],
  ['td', ['colspan', 'height', 'rowspan', 'width']],
  ['th', ['colspan', 'height', 'rowspan', 'width']],
  ['tr', ['colspan', 'height', 'rowspan', 'width']],
])
