import type { Settings } from '@proteus/contracts/config/settings.ts';
import { fetchPicture } from '@proteus/platform/fetching/fetch-picture.ts';

/** Fetches pictures from the public internet within the settings' limits. */
export function createPictureFetcher(
  settings: Settings,
): (url: string, signal: AbortSignal) => Promise<Uint8Array> {
  return (url, signal) =>
    fetchPicture(url, {
      signal,
      timeoutMs: settings.FETCH_TIMEOUT_MS,
      maxRedirects: settings.FETCH_MAX_REDIRECTS,
      maxBytes: settings.MAX_IMAGE_BYTES,
    });
}
