/** Something useful that can be given up at any time and taken up again. */
export type SpareWork = (signal: AbortSignal) => Promise<void>;

/** An engine that has had nothing to do for so long is likely to have nothing for a while. */
const QUIET_MS = 250;

/** What an engine does while nobody wants anything of it. */
export class SpareTime {
  readonly #works: SpareWork[] = [];
  #timer: NodeJS.Timeout | undefined;
  #abort = new AbortController();
  #underWay: Promise<void> = Promise.resolve();

  /** @param work is done once, from its beginning again where it was interrupted; what it throws is nobody's business. */
  add(work: SpareWork): void {
    this.#works.push(work);
  }

  /** Nobody wants anything for now. */
  begin(): void {
    if (this.#works.length === 0) return;
    this.#abort = new AbortController();
    this.#timer = setTimeout(() => {
      this.#underWay = this.#workOff(this.#abort.signal);
    }, QUIET_MS);
  }

  /** Somebody wants something: resolves as soon as what is under way has stopped. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#abort.abort();
    await this.#underWay;
  }

  async #workOff(signal: AbortSignal): Promise<void> {
    for (let work = this.#works[0]; work !== undefined; work = this.#works[0]) {
      await work(signal).catch(() => {});
      if (signal.aborted) return;
      this.#works.shift();
    }
  }
}
