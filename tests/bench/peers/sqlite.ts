import start, { type Database, type Sqlite } from '@sqlite.org/sqlite-wasm';
import { dayOf } from '../../../src/core/dates.ts';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { ByHand, codesOf, fixedValuesOf } from '../search/by-hand.ts';
import { type Doc, dayNumber, documentsOf } from '../search/documents.ts';
import type { Engine } from '../search/engine.ts';
import { Clock } from '../search/moment.ts';
import type { Counts, Part, Question, Reply } from '../search/question.ts';
import { joinedTexts, likeness, wantedTerms } from '../search/text.ts';
import * as sql from './sqlite-schema.ts';

const PARTS = ['confirmed', 'ask', 'conditional', 'refuses'] as const;
const ANY = '*';
const BOTH_WAYS = -1;

let sqlite: Sqlite | null = null;

/**
 * Everything by SQL, in one file that is opened as it is: FTS5 for the words, its list of words for mistakes, a table of
 * values for filters and counts. By hand: which words are like the one asked for, and which weeks are open now.
 */
export const engine: Engine = {
  async prepare() {
    sqlite ??= await start();
  },
  build(listings) {
    const { oo1, capi } = running();
    const db = new oo1.DB(':memory:');
    db.exec(`PRAGMA journal_mode = OFF; ${sql.SCHEMA} BEGIN;`);
    writeRows(db, listings);
    db.exec(`${sql.AFTER_ROWS} COMMIT; VACUUM;`);
    const bytes = capi.sqlite3_js_db_export(db.pointer);
    db.close();
    return bytes;
  },
  open(bytes) {
    const { oo1, capi, wasm } = running();
    const db = new oo1.DB(':memory:');
    const at = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(capi.sqlite3_deserialize(db.pointer, 'main', at, bytes.length, bytes.length, flags));
    db.exec(sql.WORKING);
    const asked = new AskedBySql(db);
    return { ask: (question) => asked.ask(question), close: () => db.close() };
  },
};

function running(): Sqlite {
  if (!sqlite) throw new Error('bench: SQLite has not been started');
  return sqlite;
}

function writeRows(db: Database, listings: readonly ShownListing[]): void {
  const { docs, weeks, claims, codes } = documentsOf(listings);
  const insert = (table: string, columns: number) =>
    db.prepare(`INSERT INTO ${table} VALUES(${Array.from({ length: columns }, () => '?').join()})`);
  const statements = [insert('doc', 12), insert('facet', 3), insert('week', 2), insert('claim', 2)] as const;
  const [doc, facet, week, claim] = statements;
  const [code, words] = [
    insert('code', 1),
    db.prepare('INSERT INTO words(rowid, name, other, description) VALUES(?,?,?,?)'),
  ];
  docs.forEach((one, number) => {
    doc.bind(rowOf(one, number)).stepReset();
    for (const [kind, value] of facetsOf(one)) facet.bind([kind, value, number]).stepReset();
  });
  joinedTexts(listings).forEach(({ name, other, description }, number) => {
    words.bind([number, name, other, description]).stepReset();
  });
  weeks.forEach((hours, number) => {
    week.bind([number, JSON.stringify(hours)]).stepReset();
  });
  claims.forEach((content, number) => {
    claim.bind([number, JSON.stringify(content)]).stepReset();
  });
  for (const one of codes) code.bind([one]).stepReset();
  for (const statement of [...statements, code, words]) statement.finalize();
}

function rowOf(doc: Doc, number: number): unknown[] {
  const [latitude = null, longitude = null, ...others] = doc.points;
  if (others.length > 0) throw new Error('bench: this table is for one place a listing');
  const checked = doc.checkedOn === null ? null : dayNumber(doc.checkedOn);
  return [
    ...[number, doc.id, doc.week, doc.claim, Number(doc.isCrisisLine), Number(doc.isNational), doc.anonymity],
    ...[checked, doc.interval, doc.fullUntil, latitude, longitude],
  ];
}

function facetsOf(doc: Doc): [number, string][] {
  const modes = doc.languages.flatMap((code, at) =>
    at % 2 === 0 ? [`${code} ${doc.languages[at + 1]}`] : [],
  );
  const all: Readonly<Record<keyof typeof sql.KIND, readonly string[]>> = {
    ...fixedValuesOf(doc),
    languages: codesOf(doc),
    languageModes: [...new Set(modes)],
  };
  return Object.entries(sql.KIND).flatMap(([kind, number]) =>
    all[kind as keyof typeof sql.KIND].map((value): [number, string] => [number, value]),
  );
}

class AskedBySql {
  readonly #db: Database;
  readonly #statements = new Map<string, ReturnType<Database['prepare']>>();
  readonly #clock: Clock;
  readonly #spread: ByHand;
  #minute = Number.NaN;
  #vocabulary: readonly string[] | null = null;

  constructor(db: Database) {
    this.#db = db;
    const content = (text: string) => this.#rows(text).map(([one]) => JSON.parse(one as string));
    const weeks = content('SELECT hours FROM week ORDER BY week');
    const claims = content('SELECT content FROM claim ORDER BY claim');
    const codes = this.#rows('SELECT code FROM code').map(([code]) => code as string);
    const documents = { docs: [], weeks, claims, codes };
    this.#clock = new Clock(documents);
    this.#spread = new ByHand(documents);
  }

  ask(question: Question): Reply {
    const { query } = question;
    this.#turnClock(question.instant);
    this.#findWords(query.text);
    this.#findCandidates(question);
    if (!query.isStatusSafe)
      return { parts: { all: this.#part(question, BOTH_WAYS) }, counts: this.#counts(question) };
    const [confirmed, ask, conditional] = [0, 1, 2].map((part) => this.#part(question, part)) as [
      Part,
      Part,
      Part,
    ];
    const [[refused]] = this.#rows(sql.TOTAL, [PARTS.indexOf('refuses')]) as [[number]];
    return { parts: { confirmed, ask, conditional }, refused, counts: this.#counts(question) };
  }

  #turnClock(instant: number): void {
    const minute = Math.floor(instant / 60_000);
    if (minute === this.#minute) return;
    this.#minute = minute;
    const { openRanks, groups } = this.#clock.at(instant);
    this.#db.exec('DELETE FROM week_now; DELETE FROM claim_now;');
    openRanks.forEach((rank, week) => {
      this.#run('INSERT INTO week_now VALUES(?1, ?2)', [week, rank]);
    });
    groups.forEach((group, claim) => {
      this.#run('INSERT INTO claim_now VALUES(?1, ?2)', [claim, PARTS.indexOf(group)]);
    });
  }

  #findWords(text: string): void {
    this.#run('DELETE FROM score');
    this.#vocabulary ??= this.#rows('SELECT term FROM vocabulary').map(([term]) => term as string);
    for (const [place, wanted] of wantedTerms(text).entries()) {
      this.#run('DELETE FROM form');
      for (const term of this.#vocabulary) {
        const quality = likeness(wanted, term);
        if (quality > 0) this.#run('INSERT INTO form VALUES(?1, ?2)', [term, quality]);
      }
      if (place === 0) this.#run(`INSERT INTO score ${sql.SCORE}`);
      else this.#keepThoseWith();
    }
  }

  /** Of those found by the words before, those that have a like of this word too. */
  #keepThoseWith(): void {
    this.#run('DELETE FROM more');
    this.#run(`INSERT INTO more ${sql.SCORE}`);
    this.#run('DELETE FROM score WHERE doc NOT IN (SELECT doc FROM more)');
    this.#run('UPDATE score SET score = score + (SELECT more.score FROM more WHERE more.doc = score.doc)');
  }

  #findCandidates({ query }: Question): void {
    this.#run('DELETE FROM candidate');
    const { needs, languages, near, isOpenNow, text } = query;
    if (text === '' && (needs.length === 0 || languages.length === 0))
      throw new Error('bench: such a question is not asked');
    const point = near?.point ?? { latitude: 0, longitude: 0 };
    const wanted = languages.length > 0 ? [...languages, ANY] : [];
    this.#run(sql.candidatesFrom(text === '' ? sql.BY_FACETS : sql.BY_WORDS), [
      ...[point.latitude, point.longitude, JSON.stringify(needs), JSON.stringify(wanted)],
      ...[Number(isOpenNow), near?.withinKm ?? null],
    ]);
  }

  #part({ query, instant }: Question, part: number): Part {
    const crisis = query.needs.length === 0 || query.needs.some((need) => need.startsWith('safe.'));
    const today = dayNumber(dayOf(instant));
    const asks = PARTS[part] === 'ask';
    const [[total]] = this.#rows(sql.TOTAL, [part]) as [[number]];
    const ids = this.#rows(sql.FIRST, [
      part,
      Number(crisis),
      Number(query.near !== null),
      today,
      instant,
      Number(asks),
    ]);
    return { total, ids: ids.map(([id]) => id as string) };
  }

  #counts({ query }: Question): Counts {
    const isOn = Number(query.isStatusSafe);
    const counts: Record<string, Record<string, [number, number]>> = {};
    const add = (kind: string, value: string, [sure, ask]: readonly unknown[]) => {
      counts[kind] ??= {};
      counts[kind][value] = [Number(sure), Number(ask)];
    };
    const names = Object.keys(sql.KIND);
    for (const [kind, value, ...columns] of this.#rows(sql.FIXED_COUNTS, [isOn]))
      add(names[kind as number] ?? '', value as string, columns);
    const wanted = query.languages.length > 0 ? [...query.languages, ANY] : [];
    for (const [mode, ...columns] of this.#rows(sql.MODE_COUNTS, [isOn, JSON.stringify(wanted)]))
      add('languageModes', mode as string, columns);
    for (const columns of this.#rows(sql.OPEN_COUNT, [isOn])) add('isOpenNow', 'true', columns);
    for (const km of query.near ? [10, 25, 50] : [])
      for (const columns of this.#rows(sql.NEAR_COUNT, [isOn, km])) add('near', String(km), columns);
    return { ...counts, languages: this.#spread.spreadAny(counts.languages ?? {}, query) };
  }

  #run(text: string, values: readonly unknown[] = []): void {
    this.#rows(text, values);
  }

  #rows(text: string, values: readonly unknown[] = []): unknown[][] {
    const statement = this.#statements.get(text) ?? this.#db.prepare(text);
    this.#statements.set(text, statement);
    if (values.length > 0) statement.bind(values);
    const rows: unknown[][] = [];
    while (statement.step()) rows.push(statement.get([]));
    statement.reset();
    return rows;
  }
}
