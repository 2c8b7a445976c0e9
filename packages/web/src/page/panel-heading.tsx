import { type ReactNode, useEffect, useRef } from 'react';

/** Whether any panel was shown yet: a page that has just been opened keeps its focus at the top. */
let opened = false;

/**
 * A panel's heading. It takes the focus when its panel appears, so that who does not see the page
 * hears what has changed, and who uses the keyboard goes on from there.
 */
export function PanelHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
    return () => {
      opened = true;
    };
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="font-display text-2xl outline-none sm:text-3xl">
      {children}
    </h2>
  );
}
