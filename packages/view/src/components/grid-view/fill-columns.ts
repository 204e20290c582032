/** For each item the column it goes to: the shortest so far, the leftmost of equals. */
export function fillColumns(heights: readonly number[], columns: number, gap: number): number[] {
  const filled = Array.from({ length: columns }, () => 0)
  return heights.map((height) => {
    const column = filled.indexOf(Math.min(...filled))
    filled[column]! += height + gap
    return column
  })
}
