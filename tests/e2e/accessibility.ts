import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const SCHEMES = ['light', 'dark'] as const;
/** WCAG 2.2 asks for 24 at least; fingers for this. */
const LEAST_TARGET = 44;

/**
 * What is wrong with a page as it stands, on a phone and on a desktop, light and dark: what axe finds,
 * content that is wider than the window, and targets too small for a finger.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const barriers: string[] = [];
  const before = page.viewportSize();
  for (const [name, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      // The page has no frames: without a second page to put their findings together in, it takes half the time.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, nodes } of violations) {
        barriers.push(`${name} ${colorScheme}: ${id} at ${nodes.map(({ target }) => target)}`);
      }
    }
    barriers.push(...(await findMeasureFaults(page)).map((fault) => `${name}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return barriers;
}

/** Colours fade when the scheme changes; half-way they are nobody's. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => {})',
  );
}

async function findMeasureFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  if (Number(wider) > 0) faults.push(`${wider} pixels wider than the window`);
  const targets = await page.locator('a, button, label, input[type=range]').all();
  const boxes = await Promise.all(targets.map((target) => target.boundingBox()));
  for (const [index, target] of targets.entries()) {
    const box = boxes[index];
    if (box && Math.min(box.width, box.height) < LEAST_TARGET) {
      faults.push(`${await target.innerText()} is ${box.width} × ${box.height}`);
    }
  }
  return faults;
}
