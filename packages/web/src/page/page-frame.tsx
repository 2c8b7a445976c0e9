import type { ReactNode } from 'react';

export interface PageFrameProps {
  readonly busy: boolean;
  readonly children: ReactNode;
}

/** What stands around every screen. */
export function PageFrame({ busy, children }: PageFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-4xl flex-col gap-6 px-5 py-5 sm:gap-8 sm:px-8 sm:py-8">
      <header className="flex items-baseline justify-between gap-4">
        <h1 className="font-display text-2xl tracking-tight sm:text-3xl">Proteus</h1>
        <nav aria-label="More" className="text-sm">
          <a
            href="/docs"
            className="-mr-3 inline-flex min-h-11 items-center px-3 text-quiet underline-offset-4 hover:text-ink hover:underline"
          >
            API
          </a>
        </nav>
      </header>
      <main aria-busy={busy} className="flex-1">
        {children}
      </main>
      <footer className="text-sm text-quiet">
        Your photos stay on the machine that runs this page.
      </footer>
    </div>
  );
}
