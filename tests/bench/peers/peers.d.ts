// What the bench uses of each library. The check of types must not need them installed: they have a package.json and a
// lock file of their own, and are installed by the bench itself.

declare module 'minisearch' {
  interface Tree {
    readonly combineWith?: 'AND' | 'OR';
    readonly queries: readonly (string | Tree)[];
    readonly prefix?: boolean;
    readonly fuzzy?: number | false;
  }
  interface Options {
    readonly idField: string;
    readonly fields: readonly string[];
    readonly tokenize: (text: string) => string[];
    readonly processTerm: (term: string) => string;
  }
  export default class MiniSearch {
    constructor(options: Options);
    static loadJS(index: unknown, options: Options): MiniSearch;
    addAll(documents: readonly object[]): void;
    search(query: Tree): { id: number; match: Record<string, string[]> }[];
    toJSON(): unknown;
  }
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { tokenize: 'forward'; encode: (text: string) => string[]; resolution: number });
    add(id: number, text: string): void;
    search(text: string, options: { limit: number }): (number | string)[];
    export(take: (key: string, part: string) => void): void;
    import(key: string, part: string): void;
  }
}

declare module 'fuse.js' {
  interface Options {
    readonly keys: readonly string[];
    readonly threshold: number;
    readonly ignoreLocation: boolean;
    readonly isCaseSensitive: boolean;
    readonly shouldSort: boolean;
    readonly useExtendedSearch: boolean;
  }
  interface FuseIndex {
    toJSON(): unknown;
  }
  export default class Fuse<Item> {
    constructor(items: readonly Item[], options: Options, index?: FuseIndex);
    static createIndex<Item>(keys: readonly string[], items: readonly Item[]): FuseIndex;
    static parseIndex(index: unknown): FuseIndex;
    search(text: string): { refIndex: number }[];
  }
}

declare module 'lunr' {
  export interface Clauses {
    term(term: string, options: { usePipeline: false; wildcard?: number; editDistance?: number }): void;
  }
  export interface Index {
    query(build: (clauses: Clauses) => void): {
      ref: string;
      matchData: { metadata: Record<string, Record<string, unknown>> };
    }[];
    toJSON(): unknown;
  }
  interface Pipeline {
    reset(): void;
  }
  class Builder {
    readonly pipeline: Pipeline;
    readonly searchPipeline: Pipeline;
    ref(name: string): void;
    field(name: string): void;
    add(document: object): void;
    build(): Index;
  }
  const lunr: {
    readonly Builder: typeof Builder;
    readonly Index: { load(index: unknown): Index };
    readonly Query: { readonly wildcard: { readonly TRAILING: number } };
  };
  export default lunr;
}

declare module 'itemsjs' {
  interface Found {
    readonly data: {
      readonly aggregations: Record<
        string,
        { readonly buckets: readonly { key: string; doc_count: number }[] }
      >;
    };
  }
  interface ItemsJs {
    search(input: {
      per_page: number;
      filters: Readonly<Record<string, readonly string[]>>;
      _ids?: readonly number[];
    }): Found;
  }
  export default function itemsJs(
    items: readonly object[],
    options: { native_search_enabled: false; aggregations: Readonly<Record<string, object>> },
  ): ItemsJs;
}

declare module '@orama/orama' {
  type Db = { readonly db: unique symbol };
  export function create(options: { schema: object; components: object }): Db;
  export function insertMultiple(db: Db, documents: readonly object[], batch: number): Promise<string[]>;
  export function save(db: Db): unknown;
  export function load(db: Db, content: unknown): void;
  export function search(
    db: Db,
    options: { term: string; limit: number; where?: object; tolerance?: number; threshold?: number },
  ): { hits: { id: string }[] } | Promise<{ hits: { id: string }[] }>;
}

declare module '@sqlite.org/sqlite-wasm' {
  export interface Statement {
    bind(values: readonly unknown[]): Statement;
    step(): boolean;
    stepReset(): Statement;
    get(form: unknown[]): unknown[];
    reset(): Statement;
    finalize(): void;
  }
  export interface Database {
    readonly pointer: number;
    exec(sql: string): void;
    prepare(sql: string): Statement;
    checkRc(code: number): void;
    close(): void;
  }
  export interface Sqlite {
    readonly oo1: { readonly DB: new (name: string) => Database };
    readonly wasm: { allocFromTypedArray(bytes: Uint8Array): number };
    readonly capi: {
      readonly SQLITE_DESERIALIZE_FREEONCLOSE: number;
      readonly SQLITE_DESERIALIZE_RESIZEABLE: number;
      sqlite3_js_db_export(pointer: number): Uint8Array;
      sqlite3_deserialize(
        pointer: number,
        schema: string,
        bytes: number,
        length: number,
        capacity: number,
        flags: number,
      ): number;
    };
  }
  export default function start(options?: object): Promise<Sqlite>;
}
