const TEXTS: Readonly<Record<string, string>> = {
  LOW_CONFIDENCE: 'We are not sure about this one. A straight pose and a flat garment photo help.',
  SEVERAL_PEOPLE: 'There are several people in the photo; the largest was dressed.',
};

/** A warning in words; an unknown code is shown as it is, in lower case. */
export function warningText(code: string): string {
  return TEXTS[code] ?? code.toLowerCase().replaceAll('_', ' ');
}
