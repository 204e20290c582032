/**
 * A name as names are compared: two that a reader cannot tell apart by case, width or spaces have the same key. Empty if
 * nothing of it can be seen.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
}
