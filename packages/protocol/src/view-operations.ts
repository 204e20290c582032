/**
 * Operations that the worker records and a page frame applies, in order.
 *
 * A batch is an Int32Array of [opcode, operands…] plus a table of names and a table of values. Names (tags, classes,
 * attribute and event names) are numbered across the batches of one page: a batch brings only those that are new
 * (`names` start at `firstName`), so a class is sent once. Values (texts, styles, attribute values) are numbered within
 * their batch. Node ids are positive, chosen by the worker and never used twice on a page. Id 1 is the page's root.
 */
export const enum Op {
  /** id, tag (name): a built-in component or an unknown tag. The element is `wx-<tag>`. */
  CreateElement = 1,
  /** id, tag (name), style scope (name, '' for none): the host of a custom component. */
  CreateHost = 2,
  /** id, text (value) */
  CreateText = 3,
  /** parent, child */
  Append = 4,
  /** parent, child, before */
  InsertBefore = 5,
  /** parent, child: takes it out; it may come back until it is released */
  Remove = 6,
  /** id: will not be named again */
  Release = 7,
  /** id, text (value) */
  SetText = 8,
  /** id, id attribute (value) */
  SetId = 9,
  /** id, whole class attribute (name) */
  SetClass = 10,
  /** id, style (value) */
  SetStyle = 11,
  /** id, attribute (name), value (value) */
  SetAttribute = 12,
  /** id, attribute (name) */
  RemoveAttribute = 13,
  /** id, event type (name), flags (`ListenerFlag`): the listeners of this type are now these; 0 is none */
  SetListener = 14,
  /** id, attribute (name), on (0 or 1): report changes of it as `model` messages */
  SetModel = 15,
  /** id, camel-case key (name), value (value): only for templates that use view scripts */
  SetDataset = 16,
  /** id, host node id of the component whose template it is in: only for templates that use view scripts */
  SetOwner = 17,
  /** id, event type (name), flags (`ListenerFlag`), module (name), function (name): a WXS event handler */
  SetViewListener = 18,
  /** id, attribute (name), module (name), function (name): a `change:` handler */
  SetViewChange = 19,
  /** id, attribute (name), value (value): the attribute of a `change:` handler has a new value */
  FireViewChange = 20,
}

/** How many operands follow each opcode. */
export const OP_LENGTHS: readonly number[] = [0, 2, 3, 2, 2, 3, 2, 1, 2, 2, 2, 2, 3, 2, 3, 3, 3, 2, 5, 4, 3]

export const enum ListenerFlag {
  Bind = 1,
  /** `catch`: the frame stops the default action of touches that reach it. */
  Catch = 2,
  MutBind = 4,
  /** The capture phase has listeners. */
  Capture = 8,
  CaptureCatch = 16,
}

export interface OperationBatch {
  operations: Int32Array
  firstName: number
  names: string[]
  values: unknown[]
  /** `seq` of the last event of this frame that the worker had handled when it recorded the batch. */
  ack: number
}

export const ROOT_NODE = 1
