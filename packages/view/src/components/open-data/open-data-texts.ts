export interface OpenDataTexts {
  nickname: string
  avatar: string
}

const texts: Record<'en' | 'zh', OpenDataTexts> = {
  en: { nickname: 'User', avatar: 'Avatar' },
  zh: { nickname: '用户', avatar: '头像' },
}

/** `lang` of the component (`en`, `zh_CN`, `zh_TW`) goes before the language of the page. */
export function openDataTexts(lang: string): OpenDataTexts {
  const language = lang || document.documentElement.lang || navigator.language
  return /^zh/i.test(language) ? texts.zh : texts.en
}
