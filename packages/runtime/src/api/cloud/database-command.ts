/** `db.command`: operators as plain data, chained with `and` and `or`. */
export interface CommandValue {
  operator: string
  operands: unknown[]
  [method: string]: unknown
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

const QUERY_OPERATORS =
  words(`eq neq gt gte lt lte in nin geoNear geoWithin geoIntersects exists mod all elemMatch size
  expr jsonSchema`)
const UPDATE_OPERATORS = words(
  'set remove inc mul min max rename bit push pop shift unshift addToSet pull pullAll',
)
const LOGIC_OPERATORS = words('and or nor not')

type Operator = (...operands: unknown[]) => CommandValue

/** What can be compared can be joined: `_.gt(1).and(_.lt(5))`, and `_.gt(1).lt(5)` for short. */
function createValue(operator: string, operands: unknown[]): CommandValue {
  const value: CommandValue = { operator, operands }
  for (const name of [...LOGIC_OPERATORS, ...QUERY_OPERATORS]) {
    Object.defineProperty(value, name, {
      value: (...others: unknown[]) =>
        LOGIC_OPERATORS.includes(name)
          ? createValue(name, [value, ...flatten(others)])
          : createValue('and', [value, createValue(name, others)]),
    })
  }
  return value
}

export function createDatabaseCommand(): Record<string, unknown> {
  const command: Record<string, unknown> = {}
  for (const name of [...QUERY_OPERATORS, ...UPDATE_OPERATORS]) {
    command[name] = ((...operands) => createValue(name, operands)) satisfies Operator
  }
  for (const name of LOGIC_OPERATORS) {
    command[name] = ((...operands) => createValue(name, flatten(operands))) satisfies Operator
  }
  command.project = operatorsByName()
  command.aggregate = operatorsByName()
  return command
}

/** Aggregation has some hundred operators; each only names what the server would do. */
function operatorsByName(): object {
  return new Proxy(
    {},
    {
      get: (_target, name) =>
        typeof name === 'string' ? (...operands: unknown[]) => createValue(`$${name}`, operands) : undefined,
    },
  )
}

/** `_.or([a, b])` and `_.or(a, b)` are the same. */
function flatten(operands: unknown[]): unknown[] {
  return operands.length === 1 && Array.isArray(operands[0]) ? (operands[0] as unknown[]) : operands
}
