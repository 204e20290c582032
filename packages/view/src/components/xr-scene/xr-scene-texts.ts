const texts = {
  en: '3D scenes (xr-frame) cannot be shown here',
  zh: '此处无法显示 3D 场景（xr-frame）',
}

export function xrSceneText(): string {
  return /^zh/i.test(document.documentElement.lang || navigator.language) ? texts.zh : texts.en
}
