import { AccountSlot } from "@/components/layout/account-slot";
import { CommandCenter } from "@/components/layout/command-center";
import { MainNavigation } from "@/components/layout/main-navigation";
import { MobileMenu } from "@/components/layout/mobile-menu";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { Wordmark } from "@/components/layout/wordmark";

export function SiteHeader() {
  return (
    <header className="site-header relative z-30 border-b border-line bg-paper print:hidden">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-2 px-4 sm:px-6 md:max-lg:px-4">
        <Wordmark />
        <MainNavigation className="ml-2 hidden gap-0.5 md:flex lg:ml-4" />
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <CommandCenter />
          <div className="hidden md:block">
            <ThemeSwitch />
          </div>
          <AccountSlot />
          <MobileMenu />
        </div>
      </div>
    </header>
  );
}
