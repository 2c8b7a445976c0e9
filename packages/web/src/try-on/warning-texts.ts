import { QUALITY_REASONS, WARNINGS } from '@proteus/contracts/jobs/quality-reasons.ts';

const TEXTS: Readonly<Record<string, string>> = { ...WARNINGS, ...QUALITY_REASONS };

/** A warning or a reason in words; an unknown code is shown as it is, in lower case. */
export function warningText(code: string): string {
  return TEXTS[code] ?? code.toLowerCase().replaceAll('_', ' ');
}
