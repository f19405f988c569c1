import { parseXml, XmlCdata, XmlDocumentType, XmlElement, XmlText } from '@rgrove/parse-xml';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { XliffUnit } from '../../core/xliff.ts';

// XLIFF as translators send it back. It is somebody else's file: a document type is refused, whatever it declares, so
// nothing in it can name another file or grow (the parser knows no entity but the five of XML).

export interface XliffFile {
  readonly language: string;
  readonly units: readonly XliffUnit[];
}

/** What is wrong, and where: `at` is a unit as its file counts them, from 1. No word of the file is repeated. */
export type XliffProblem =
  | {
      readonly kind:
        | 'not-xml'
        | 'has-doctype'
        | 'not-xliff'
        | 'other-version'
        | 'no-language'
        | 'two-languages';
    }
  | {
      readonly kind: 'bad-unit';
      readonly at: number;
      readonly reason: 'no-id' | 'no-source' | 'markup' | 'id-twice';
    };

export function readXliff(text: string): Result<XliffFile, XliffProblem[]> {
  const root = rootOf(text);
  if (!root.ok) return root;
  const { value: xliff } = root;
  if (xliff.name !== 'xliff') return fail([{ kind: 'not-xliff' }]);
  if (xliff.attributes.version !== '1.2') return fail([{ kind: 'other-version' }]);
  const files = childrenOf(xliff, 'file');
  const languages = new Set(files.map(({ attributes }) => attributes['target-language'] ?? ''));
  const [language = ''] = languages;
  if (language === '') return fail([{ kind: 'no-language' }]);
  if (languages.size > 1) return fail([{ kind: 'two-languages' }]);
  return readUnits(files.flatMap(unitsIn), language);
}

function rootOf(text: string): Result<XmlElement, XliffProblem[]> {
  try {
    const document = parseXml(text, { preserveDocumentType: true, preserveCdata: true });
    if (document.children.some((one) => one instanceof XmlDocumentType))
      return fail([{ kind: 'has-doctype' }]);
    return document.root ? succeed(document.root) : fail([{ kind: 'not-xml' }]);
  } catch {
    // Also of one that is nested deeper than a program can follow. The parser's words quote the file.
    return fail([{ kind: 'not-xml' }]);
  }
}

/** Those in groups too, in their order. */
function unitsIn(parent: XmlElement): XmlElement[] {
  return parent.children.flatMap((one) => {
    if (!(one instanceof XmlElement)) return [];
    if (one.name === 'trans-unit') return [one];
    return one.name === 'body' || one.name === 'group' ? unitsIn(one) : [];
  });
}

function readUnits(elements: readonly XmlElement[], language: string): Result<XliffFile, XliffProblem[]> {
  const units: XliffUnit[] = [];
  const problems: XliffProblem[] = [];
  const seen = new Set<string>();
  for (const [place, element] of elements.entries()) {
    const unit = unitOf(element);
    const reason = typeof unit === 'string' ? unit : seen.has(unit.id) ? 'id-twice' : null;
    if (typeof unit !== 'string') {
      seen.add(unit.id);
      units.push(unit);
    }
    if (reason) problems.push({ kind: 'bad-unit', at: place + 1, reason });
  }
  return problems.length > 0 ? fail(problems) : succeed({ language, units });
}

function unitOf(element: XmlElement): XliffUnit | 'no-id' | 'no-source' | 'markup' {
  const { id, resname, approved, extradata } = element.attributes;
  const [source] = childrenOf(element, 'source');
  const [target] = childrenOf(element, 'target');
  // Some programs count units anew, and keep our key as the name.
  const key = resname ?? id;
  if (!key) return 'no-id';
  if (!source) return 'no-source';
  // Our texts have no markup: what is inside would be lost, or be in the words.
  if (!isPlain(source) || (target && !isPlain(target))) return 'markup';
  return {
    id: key,
    source: source.text,
    target: target?.text ?? null,
    isApproved: approved === 'yes',
    state: target?.attributes.state ?? null,
    qualifier: target?.attributes['state-qualifier'] ?? null,
    extra: extradata ?? null,
  };
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((one): one is XmlElement => one instanceof XmlElement && one.name === name);
}

function isPlain({ children }: XmlElement): boolean {
  return children.every((one) => one instanceof XmlText || one instanceof XmlCdata);
}
