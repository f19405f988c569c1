// The tables of the SQLite peer: a row a document, a row a value that can be counted, and the words.

/** Numbers of the kinds in `facet`; the first four are those that a question may choose of or that change with it. */
export const KIND = {
  needs: 0,
  languages: 1,
  languageModes: 2,
  situations: 3,
  groups: 4,
  features: 5,
  barriers: 6,
  isRemote: 7,
  isFree: 8,
} as const;

export const SCHEMA = `
  CREATE TABLE doc(number INTEGER PRIMARY KEY, id TEXT, week INT, claim INT, crisis INT, nation INT, anonymity INT,
    checked INT, every INT, full INT, latitude REAL, longitude REAL);
  CREATE TABLE facet(kind INT, value TEXT, doc INT, PRIMARY KEY(kind, value, doc)) WITHOUT ROWID;
  CREATE TABLE week(week INTEGER PRIMARY KEY, hours TEXT);
  CREATE TABLE claim(claim INTEGER PRIMARY KEY, content TEXT);
  CREATE TABLE code(code TEXT);
  CREATE VIRTUAL TABLE words USING fts5(name, other, description, content='', detail=column, tokenize='ascii');`;

export const AFTER_ROWS = `
  CREATE INDEX facet_of ON facet(doc, kind, value);
  INSERT INTO words(words) VALUES('optimize');
  ANALYZE;`;

/** What lives only while it is open. */
export const WORKING = `
  CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row);
  CREATE VIRTUAL TABLE temp.place USING fts5vocab(main, words, instance);
  CREATE TEMP TABLE week_now(week INTEGER PRIMARY KEY, rank INT);
  CREATE TEMP TABLE claim_now(claim INTEGER PRIMARY KEY, part INT);
  CREATE TEMP TABLE form(term TEXT, quality INT);
  CREATE TEMP TABLE score(doc INTEGER PRIMARY KEY, score INT);
  CREATE TEMP TABLE more(doc INTEGER PRIMARY KEY, score INT);
  CREATE TEMP TABLE candidate(doc INTEGER PRIMARY KEY, misfit INT, part INT, rank INT, km REAL);`;

/** Kilometres from ?1, ?2; nothing where there is no place. As src/core/distance.ts has it. */
export const KILOMETRES = `CASE WHEN latitude IS NULL THEN NULL ELSE 2 * 6371.0088 * asin(min(1, sqrt(
  pow(sin(radians(latitude - ?1) / 2), 2)
  + cos(radians(?1)) * cos(radians(latitude)) * pow(sin(radians(longitude - ?2) / 2), 2)))) END`;

/** Documents that have a chosen need or a chosen language: all that can fit, or fit but for one thing. */
export const BY_FACETS = `SELECT doc, max(needs) AS needs, max(languages) AS languages FROM (
  SELECT doc, 1 AS needs, 0 AS languages FROM json_each(?3) wanted CROSS JOIN facet
    ON kind = ${KIND.needs} AND facet.value = wanted.value
  UNION ALL SELECT doc, 0, 1 FROM json_each(?4) wanted CROSS JOIN facet
    ON kind = ${KIND.languages} AND facet.value = wanted.value) GROUP BY doc`;

/** The same of documents that were found by words, where a question need not choose anything. */
export const BY_WORDS = `SELECT doc,
  json_array_length(?3) = 0 OR EXISTS(SELECT 1 FROM facet f WHERE f.doc = score.doc AND kind = ${KIND.needs}
    AND value IN (SELECT value FROM json_each(?3))) AS needs,
  json_array_length(?4) = 0 OR EXISTS(SELECT 1 FROM facet f WHERE f.doc = score.doc AND kind = ${KIND.languages}
    AND value IN (SELECT value FROM json_each(?4))) AS languages FROM score`;

/** Misfits by number: -1 none, 0 needs, 1 languages (as in KIND), 10 open now, 11 near. */
export const candidatesFrom = (found: string) => `INSERT INTO candidate
  SELECT doc, CASE WHEN NOT needs THEN 0 WHEN NOT languages THEN 1 WHEN NOT open THEN 10 WHEN NOT near THEN 11
    ELSE -1 END, part, rank, km
  FROM (SELECT doc, needs, languages, ?5 = 0 OR rank = 0 AS open, ?6 IS NULL OR ifnull(km <= ?6, 0) AS near, part, rank, km
    FROM (SELECT found.doc, needs, languages, part, rank, ${KILOMETRES} AS km
      FROM (${found}) found CROSS JOIN doc ON doc.number = found.doc
      CROSS JOIN week_now USING(week) CROSS JOIN claim_now USING(claim)))
  WHERE needs + languages + open + near >= 3`;

/** The part of a count: 0 sure, 1 ask; others are not counted. ?1 is whether the status filter is on. */
const COLUMNS = `count(*) FILTER (WHERE NOT ?1 OR part = 0), count(*) FILTER (WHERE ?1 AND part = 1)`;

// Few documents first, then the values of each: left to itself it reads all values.
export const FIXED_COUNTS = `SELECT kind, value, ${COLUMNS} FROM candidate CROSS JOIN facet USING(doc)
  WHERE kind <> ${KIND.languageModes} AND (misfit = -1 OR misfit = kind) GROUP BY kind, value`;

export const MODE_COUNTS = `SELECT mode, ${COLUMNS} FROM (
  SELECT DISTINCT doc, part, substr(value, instr(value, ' ') + 1) AS mode FROM candidate CROSS JOIN facet USING(doc)
  WHERE kind = ${KIND.languageModes} AND misfit IN (-1, 1) AND (json_array_length(?2) = 0
    OR substr(value, 1, instr(value, ' ') - 1) IN (SELECT value FROM json_each(?2)))) GROUP BY mode`;

export const OPEN_COUNT = `SELECT ${COLUMNS} FROM candidate WHERE misfit IN (-1, 10) AND rank = 0`;
export const NEAR_COUNT = `SELECT ${COLUMNS} FROM candidate WHERE misfit IN (-1, 11) AND km <= ?2`;

export const TOTAL = 'SELECT count(*) FROM candidate WHERE misfit = -1 AND (?1 = -1 OR part = ?1)';

/** The rules of docs/search.md, "Order". ?1 part or -1, ?2 crisis lines first, ?3 near, ?4 today, ?5 the instant, ?6 asking. */
export const FIRST = `SELECT id FROM candidate JOIN doc ON doc.number = candidate.doc LEFT JOIN score USING(doc)
  WHERE misfit = -1 AND (?1 = -1 OR part = ?1)
  ORDER BY score DESC, ?2 AND crisis DESC, CASE WHEN ?6 THEN anonymity ELSE 0 END, rank,
    CASE WHEN checked IS NULL THEN 2 WHEN ?4 - checked <= every THEN 0 WHEN ?4 - checked <= 2 * every THEN 1
      WHEN ?4 - checked <= 3 * every THEN 3 ELSE 4 END,
    ?5 <= full, CASE WHEN NOT ?3 THEN 0 WHEN km <= 10 THEN 0 WHEN km IS NULL THEN 2 ELSE 1 END,
    CASE WHEN ?3 THEN km END, nation, number LIMIT 20`;

/** The words first, then where each stands: in the other order the whole index would be read for each. */
export const SCORE = `SELECT doc, max(CASE col WHEN 'name' THEN 4 WHEN 'other' THEN 3 ELSE 1 END * quality) AS score
  FROM form CROSS JOIN place ON place.term = form.term GROUP BY doc`;
