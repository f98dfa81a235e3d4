"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { MainNavigation } from "@/components/layout/main-navigation";
import { ThemeSwitch } from "@/components/layout/theme-switch";

/** Native details, so that a phone without JavaScript can still get around. Closes on Escape, on a press outside and on arrival. */
export function MobileMenu() {
  const pathname = usePathname();
  const ref = useRef<HTMLDetailsElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another page is what closes it.
  useEffect(() => {
    ref.current?.removeAttribute("open");
  }, [pathname]);

  useEffect(() => {
    function onPointerDown(event: PointerEvent) {
      if (event.target instanceof Node && !ref.current?.contains(event.target))
        ref.current?.removeAttribute("open");
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || !ref.current?.open) return;
      ref.current.removeAttribute("open");
      ref.current.querySelector("summary")?.focus();
    }
    document.addEventListener("pointerdown", onPointerDown);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("pointerdown", onPointerDown);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  return (
    <details ref={ref} className="md:hidden">
      <summary className="grid size-9 cursor-pointer list-none place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden">
        <Menu size={20} aria-hidden />
        <span className="sr-only">Menu</span>
      </summary>
      <div className="absolute inset-x-0 top-full z-30 grid gap-3 border-b border-line bg-raised p-4 shadow-lg">
        <MainNavigation linkClassName="min-h-11 text-base" />
        <div className="flex items-center justify-between border-t border-line px-2.5 pt-3 text-sm text-ink-2">
          Theme
          <ThemeSwitch />
        </div>
      </div>
    </details>
  );
}
