/** Remembers when the end of each job was told, whether before or after somebody asks. */
export class TellTale {
  readonly #ends = new Map<string, PromiseWithResolvers<number>>();
  readonly #pending = new Set<string>();

  #end(id: string): PromiseWithResolvers<number> {
    const known = this.#ends.get(id);
    if (known !== undefined) return known;
    const end = Promise.withResolvers<number>();
    this.#ends.set(id, end);
    this.#pending.add(id);
    return end;
  }

  /** A job was handed in, and `all` waits for it. */
  expect(id: string): void {
    this.#end(id);
  }

  tell(id: string): void {
    this.#end(id).resolve(Date.now());
    this.#pending.delete(id);
  }

  /** Those whose end was not told. */
  pending(): readonly string[] {
    return [...this.#pending];
  }

  /** @returns when it was told, milliseconds since the epoch. */
  of(id: string): Promise<number> {
    return this.#end(id).promise;
  }

  async all(): Promise<void> {
    await Promise.all([...this.#ends.values()].map(({ promise }) => promise));
  }
}
