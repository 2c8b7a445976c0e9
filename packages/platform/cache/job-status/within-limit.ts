/** What was asked, or null when the answer does not come in time, or is a failure. */
export async function withinLimit<Answer>(
  ask: () => Promise<Answer>,
  limitMs: number,
): Promise<{ readonly answer: Answer } | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), limitMs);
  try {
    return await Promise.race([ask().then((answer) => ({ answer })), late.promise]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
