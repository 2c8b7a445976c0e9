import { readFile } from 'node:fs/promises';
import { samplePath } from '@proteus/samples/sample-path.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { readJob, waitForEnd } from './jobs-client.ts';
import { createDataFolder, startServer, type TestServer } from './server.ts';
import { ensureWebBuild } from './web-build.ts';

const TRY_ON_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

let folder: Awaited<ReturnType<typeof createDataFolder>>;
let server: TestServer;
let browser: Browser;
let page: Page;
/** What must not happen: errors of the page, and requests to anybody else. */
let complaints: string[];

beforeAll(async () => {
  await ensureWebBuild();
  folder = await createDataFolder();
  [server, browser] = await Promise.all([startServer(folder.path), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
  await folder?.remove();
});

beforeEach(async () => {
  complaints = [];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // Drawn without a GPU, what moves while an engine works takes a core from it.
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(TRY_ON_LIMIT_MS);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && origin !== server.address) complaints.push(request.url());
  });
  await page.goto(`${server.address}/web/`);
});

afterEach(async () => {
  await page?.context().close();
  expect(complaints).toEqual([]);
});

const people = () => page.getByRole('group').first();
const garments = () => page.getByRole('group').last();
const firstSample = (samples: Locator) => samples.getByRole('button').first();
const heading = (name: string) => page.getByRole('heading', { level: 2, name });
const personInput = () => page.getByLabel(/^You: /).first();
const tryItOn = () => page.getByRole('button', { name: 'Try it on' });

async function chooseSamples(): Promise<void> {
  await firstSample(people()).click();
  await firstSample(garments()).click();
}

/** Presses Tab until the focus is on the wanted element. */
async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

describe('the fitting room', () => {
  it(
    'goes from two samples to a picture to keep, without a barrier in any state',
    async () => {
      expect(await findBarriers(page)).toEqual([]);
      await chooseSamples();
      expect(await findBarriers(page)).toEqual([]);

      // The job's state is held back, so that the picture of the work stands still.
      const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
      await page.route(/\/v1\/jobs\/\w+\?wait=/, async (route) => {
        await mayGoOn;
        await route.continue();
      });
      await tryItOn().click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      goOn();

      await heading('Here you are').waitFor();
      const picture = page.getByAltText('You in the new garment');
      const arrived = () =>
        picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth);
      await expect.poll(arrived, { timeout: TRY_ON_LIMIT_MS }).toBeGreaterThan(0);
      expect(await findBarriers(page)).toEqual([]);

      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/\.jpg$/);
      const result = await sharp(await readFile(await file.path())).metadata();
      const person = await sharp(samplePath('person')).metadata();
      expect(result.format).toBe('jpeg');
      expect(result.width! / result.height!).toBeCloseTo(person.width! / person.height!, 2);

      await page.getByRole('button', { name: 'Try another' }).click();
      await tryItOn().waitFor();
      expect(await firstSample(people()).getAttribute('aria-pressed')).toBe('true');
    },
    TEST_LIMIT_MS,
  );

  it(
    'can be used with the keyboard alone',
    async () => {
      await tabTo(firstSample(people()));
      await page.keyboard.press('Enter');
      await tabTo(firstSample(garments()));
      await page.keyboard.press('Space');
      await tryItOn().waitFor();
      await tabTo(tryItOn());
      await page.keyboard.press('Enter');

      await heading('Here you are').waitFor();
      expect(await page.locator(':focus').textContent()).toBe('Here you are');
      const slider = page.getByRole('slider');
      await page.keyboard.press('Shift+Tab');
      await tabTo(slider);
      // The curtain opens once the picture has arrived.
      await expect.poll(() => slider.inputValue(), { timeout: TRY_ON_LIMIT_MS }).not.toBe('100');
      const before = Number(await slider.inputValue());
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(Number(await slider.inputValue())).toBe(before + 2);
      const download = page.waitForEvent('download');
      await tabTo(page.getByRole('link', { name: 'Download' }));
      await page.keyboard.press('Enter');
      await download;
      await tabTo(page.getByRole('button', { name: 'Try another' }));
      await page.keyboard.press('Enter');
      await tryItOn().waitFor();
    },
    TEST_LIMIT_MS,
  );

  it('takes photos that are dropped, refuses other files, and stays where it is', async () => {
    const drop = async (target: Locator, name: string, type: string, content: Buffer) => {
      const dataTransfer = await page.evaluateHandle(`{
        const bytes = Uint8Array.from(atob('${content.toString('base64')}'), (c) => c.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], '${name}', { type: '${type}' }));
        transfer;
      }`);
      await target.dispatchEvent('dragover', { dataTransfer });
      await target.dispatchEvent('drop', { dataTransfer });
    };
    const place = page.locator('label', { has: personInput() }).first();
    await drop(place, 'letter.txt', 'text/plain', Buffer.from('Dear'));
    await page.getByText('That file is not a picture.').waitFor();

    await drop(place, 'me.jpg', 'image/jpeg', await readFile(samplePath('person')));
    await page.getByLabel('You: me.jpg. Choose another').waitFor({ state: 'attached' });
    expect(await page.getByText('That file is not a picture.').count()).toBe(0);

    const stays = await page.evaluate(
      "!document.body.dispatchEvent(new Event('drop', { cancelable: true, bubbles: true }))",
    );
    expect(stays).toBe(true);
  });

  it(
    'says which photo it lies at when nobody is in it, and goes on from there',
    async () => {
      await personInput().setInputFiles(samplePath('garment'));
      await firstSample(garments()).click();
      await tryItOn().click();
      await heading('That did not work').waitFor();
      await page.getByText('NO_PERSON').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Choose another photo' }).click();
      await firstSample(people()).click();
      await tryItOn().waitFor();
    },
    TEST_LIMIT_MS,
  );

  it('tells at once of a file that only looks like a picture', async () => {
    await personInput().setInputFiles({
      name: 'me.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('\xff\xd8\xff\xe0 and no more than that', 'latin1'),
    });
    await firstSample(garments()).click();
    await tryItOn().click();
    await page.getByText('IMAGE_UNREADABLE').waitFor();
    await page.getByText('Your photo: ').waitFor();
  });

  it(
    'cancels the job on the server too',
    async () => {
      await chooseSamples();
      const submission = page.waitForResponse(/\/v1\/jobs\/tryon$/);
      await tryItOn().click();
      const { job_id } = await (await submission).json();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await tryItOn().waitFor();
      await waitForEnd(server.address, job_id, TRY_ON_LIMIT_MS);
      expect(await readJob(server.address, job_id)).toMatchObject({ status: 'canceled' });
    },
    TEST_LIMIT_MS,
  );

  it(
    'rides out a connection that is away for a moment',
    async () => {
      await chooseSamples();
      await page.route(/\/v1\/jobs\/[0-9A-Z]{26}/, (route) => route.abort(), { times: 2 });
      await tryItOn().click();
      await heading('Here you are').waitFor();
    },
    TEST_LIMIT_MS,
  );

  it('offers another try when the server cannot be reached', async () => {
    await chooseSamples();
    await page.route(/\/v1\/jobs\/tryon$/, (route) => route.abort(), { times: 1 });
    await tryItOn().click();
    await page.getByText('OFFLINE').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await tryItOn().waitFor();
  });
});
