/**
 * Operations that the worker records and a page frame applies, in order.
 *
 * A batch is an Int32Array of [opcode, operands…] plus a table of strings and a table of values. Strings are numbered
 * across batches of one page: a batch brings only those that are new (`strings` start at `firstString`), so a class
 * name or tag is sent once. Values are numbered within their batch. Node ids are positive, chosen by the worker and
 * never used twice on a page. Id 1 is the page's root.
 */
export const enum Op {
  /** id, tag (string): a built-in component or an unknown tag. The element is `wx-<tag>`. */
  CreateElement = 1,
  /** id, tag (string), scope (string, '' for none): the host of a custom component. */
  CreateHost = 2,
  /** id, text (string) */
  CreateText = 3,
  /** parent, child */
  Append = 4,
  /** parent, child, before */
  InsertBefore = 5,
  /** parent, child: takes it out; it may come back until it is released */
  Remove = 6,
  /** id: will not be named again */
  Release = 7,
  /** id, text (string) */
  SetText = 8,
  /** id, id attribute (string) */
  SetId = 9,
  /** id, whole class attribute (string) */
  SetClass = 10,
  /** id, style (string) */
  SetStyle = 11,
  /** id, name (string), value (index into values) */
  SetAttribute = 12,
  /** id, name (string) */
  RemoveAttribute = 13,
  /** id, event type (string), flags (`ListenerFlag`); 0 takes the listener away */
  SetListener = 14,
  /** id, attribute name (string), on (0 or 1): report changes of it as `model` messages */
  SetModel = 15,
  /** id, name (string), value (index into values): only for templates that use view scripts */
  SetDataset = 16,
  /** id, component path (string), host id of the owning component: only for templates that use view scripts */
  SetOwner = 17,
  /** id, event type (string), phase flags, module (string), function name (string): a WXS event handler */
  SetViewListener = 18,
  /** id, attribute name (string), module (string), function name (string): a `change:` handler */
  SetViewChange = 19,
}

/** How many operands follow each opcode. */
export const OP_LENGTHS: readonly number[] = [
  0, 2, 3, 2, 2, 3, 2, 1, 2, 2, 2, 2, 3, 2, 3, 3, 3, 3, 5, 4,
]

export const enum ListenerFlag {
  Bind = 1,
  /** `catch`: the frame stops the default action of touches that reach it. */
  Catch = 2,
  MutBind = 4,
  Capture = 8,
  CaptureCatch = 16,
}

export interface OperationBatch {
  operations: Int32Array
  firstString: number
  strings: string[]
  values: unknown[]
  /** `seq` of the last event of this frame that the worker had handled when it recorded the batch. */
  ack: number
}

export const ROOT_NODE = 1
