import type { ReactNode } from 'react';

export interface PageFrameProps {
  readonly busy: boolean;
  readonly children: ReactNode;
}

/** What stands around every screen. */
export function PageFrame({ busy, children }: PageFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col gap-10 px-5 py-8 sm:px-8 sm:py-12">
      <header className="flex items-baseline justify-between gap-4">
        <h1 className="font-display text-3xl tracking-tight sm:text-4xl">Proteus</h1>
        <nav aria-label="More" className="text-sm text-quiet">
          <a href="/docs" className="underline-offset-4 hover:underline">
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
