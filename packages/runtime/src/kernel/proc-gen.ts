/** A compiled template: writes its nodes, all of them or those that a change of data touches. */
export type ProcGen = (writer: unknown, isCreation: boolean, data: unknown, changes: unknown) => unknown
