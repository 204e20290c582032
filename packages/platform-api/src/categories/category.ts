import type { LocalizedText } from '../localized-text'

/** A paper that a category asks for. */
export interface PaperRule {
  id: string
  label: LocalizedText
}

/** A service that programs offer, as `GET /api/categories?appId=` lists those that the program’s owner may choose. */
export interface Category {
  /** `<first level>/<second level>` */
  id: string
  label: LocalizedText
  /** Sets of papers, of which one is needed whole. None: it is given without a review. */
  papers: PaperRule[][]
}

export interface CategoryGroup {
  id: string
  label: LocalizedText
  categories: Category[]
}
