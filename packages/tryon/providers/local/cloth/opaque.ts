/** From this opacity on cloth shows nothing of what is behind it. */
export const OPAQUE = 0.95;
