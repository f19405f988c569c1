// Words that tell what the guide is for, in every language it ships. None may stand where somebody
// who looks over a shoulder, into the history or into the browser's storage would read it (TR-4). Stems, so that every
// ending is found. Change it with the languages of data/deployment.json.
export const TELLING_WORDS: Readonly<Record<'en' | 'es' | 'ar' | 'sw', readonly string[]>> = {
  en: [
    'abus',
    'violen',
    'surviv',
    'victim',
    'traffick',
    'shelter',
    'refug',
    'rape',
    'assault',
    'exploit',
    'escap',
    'crisis',
    'hotline',
    'helpline',
    'immigra',
    'asylum',
    'undocument',
    'slaver',
    'domestic',
    'waypost',
    'safe house',
    'safety',
    'lawyer',
    'emergency',
  ],
  es: [
    'abuso',
    'maltrat',
    'violenc',
    'superviv',
    'víctim',
    'trata',
    'tráfico',
    'albergue',
    'refugio',
    'violaci',
    'agresi',
    'explotaci',
    'huir',
    'escapar',
    'inmigra',
    'migra',
    'asilo',
    'esclav',
    'denuncia',
  ],
  ar: [
    'عنف',
    'اعتداء',
    'إساءة',
    'ضحية',
    'ضحايا',
    'ناجية',
    'ناجين',
    'اتجار',
    'ملجأ',
    'مأوى',
    'اغتصاب',
    'استغلال',
    'هروب',
    'أزمة',
    'هجرة',
    'لجوء',
    'لاجئ',
    'طوارئ',
  ],
  sw: [
    'unyanyas',
    'ukatili',
    'vurugu',
    'mwathiriwa',
    'waathiriwa',
    'manusura',
    'usafirishaji haramu',
    'makazi salama',
    'hifadhi',
    'ubakaji',
    'kubakwa',
    'shambulio',
    'unyonyaji',
    'kutoroka',
    'dharura',
    'uhamiaji',
    'mkimbizi',
    'wakimbizi',
    'utumwa',
  ],
};

/**
 * The telling words in a name or a host, also where it runs words together or parts them by hyphens, as an address does.
 * A false alarm costs another name; a miss cannot be undone, because certificates are published for good.
 */
export function tellingWordsInName(name: string): string[] {
  const labels = fold(name)
    .split('.')
    .map((label) => label.replace(/[-_\s]/g, ''));
  return Object.values(TELLING_WORDS)
    .flat()
    .filter((word) => labels.some((label) => label.includes(fold(word).replaceAll(' ', ''))));
}

/** The telling words in a text, in any language. */
export function tellingWordsIn(text: string): string[] {
  const folded = fold(text);
  return Object.values(TELLING_WORDS)
    .flat()
    .filter((word) => folded.includes(fold(word)));
}

/** Without accents and without the marks that Arabic spelling often leaves out. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
