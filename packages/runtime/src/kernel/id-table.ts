const PAGE_BITS = 8
const PAGE_MASK = (1 << PAGE_BITS) - 1

interface Page<Item> {
  items: (Item | undefined)[]
  count: number
}

/** Things by their ids, which are given out in order and never twice: a map of small arrays weighs less than one map. */
export class IdTable<Item extends { readonly id: number }> {
  private readonly pages = new Map<number, Page<Item>>()

  get(id: number): Item | undefined {
    const item = this.pages.get(id >> PAGE_BITS)?.items[id & PAGE_MASK]
    return item?.id === id ? item : undefined
  }

  /** `item` is not in the table yet. */
  add(item: Item): void {
    const key = item.id >> PAGE_BITS
    let page = this.pages.get(key)
    if (!page) this.pages.set(key, (page = { items: [], count: 0 }))
    page.items[item.id & PAGE_MASK] = item
    page.count++
  }

  delete({ id }: Item): void {
    const page = this.pages.get(id >> PAGE_BITS)
    if (!page || !this.get(id)) return
    page.items[id & PAGE_MASK] = undefined
    if (--page.count === 0) this.pages.delete(id >> PAGE_BITS)
  }

  clear(): void {
    this.pages.clear()
  }
}
