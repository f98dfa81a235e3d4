import { type ReactNode, useEffect, useId, useRef } from "react";

type StepProps = {
  number: number;
  title: ReactNode;
  lead?: ReactNode;
  /** Takes the focus when it appears, because it asks for something. */
  takesFocus?: boolean;
  children: ReactNode;
};

/** One step of the data lab under its numbered heading. */
export function Step({ number, title, lead, takesFocus, children }: StepProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4 border-t border-line pt-5">
      <div>
        <h2 ref={heading} id={id} tabIndex={-1} className="font-serif text-xl font-semibold outline-none">
          <span className="mr-2 text-ink-2 tabular-nums">{number}</span>
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-3xl text-sm text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
