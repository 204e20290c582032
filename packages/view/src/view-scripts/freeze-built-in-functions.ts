/**
 * WXS gets functions of the language as values (`''.replace`) and could leave fields on them, which every script of
 * the frame would see. Only the functions are frozen: a frozen prototype would keep objects from fields of their own.
 */
export function freezeBuiltInFunctions(): void {
  const owners = [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    Date,
    RegExp,
    Error,
    Promise,
    Map,
    Set,
  ]
  const iterators = [[].values(), ''[Symbol.iterator](), (function* () {})()].map((value) =>
    Object.getPrototypeOf(value),
  )
  for (const owner of [
    ...owners,
    ...owners.map(({ prototype }) => prototype),
    ...iterators,
    Math,
    JSON,
    Reflect,
  ]) {
    for (const { value, get, set } of Object.values(Object.getOwnPropertyDescriptors(owner))) {
      for (const found of [value, get, set]) if (typeof found === 'function') Object.freeze(found)
    }
  }
}
