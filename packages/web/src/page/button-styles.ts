const SHAPE =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-7 py-2.5 transition-colors';

/** The one thing to do next. */
export const PRIMARY_BUTTON = `${SHAPE} bg-accent font-medium text-accent-ink hover:bg-accent/85 disabled:cursor-not-allowed disabled:bg-line disabled:text-quiet`;

/** Another way on. */
export const SECONDARY_BUTTON = `${SHAPE} border border-quiet/50 hover:border-accent hover:text-accent`;
