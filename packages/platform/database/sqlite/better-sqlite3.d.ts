/** The part of `better-sqlite3` that the platform uses; the package ships no types. */
declare module 'better-sqlite3' {
  export interface Statement {
    readonly reader: boolean;
    all(parameters: readonly unknown[]): unknown[];
    run(parameters: readonly unknown[]): {
      changes: number | bigint;
      lastInsertRowid: number | bigint;
    };
    iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
  }

  export default class SqliteDatabase {
    constructor(path: string, options?: { readonly timeout?: number });
    pragma(source: string, options?: { readonly simple?: boolean }): unknown;
    prepare(sql: string): Statement;
    exec(sql: string): unknown;
    close(): void;
  }
}
