import { Icon } from '../icons/icon.tsx';

interface ExitLinkProps {
  readonly href: string;
  readonly label: string;
  /** `bar` is the visible control; `hidden` shows only when the keyboard reaches it. */
  readonly look: 'bar' | 'hidden' | 'sheet';
}

/** Leaves at once. What it does is in leave.ts; without script it is a plain link to the neutral site. */
export function ExitLink({ href, label, look }: ExitLinkProps) {
  return (
    <a
      className={`exit exit-${look}`}
      href={href}
      data-exit=""
      rel="noreferrer nofollow"
      referrerPolicy="no-referrer"
    >
      {look !== 'hidden' && <Icon name="leave" />}
      <span>{label}</span>
    </a>
  );
}
