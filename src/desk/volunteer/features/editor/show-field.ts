import { sectionOf } from './section-order.ts';

/** Goes to a field of the form, or to its section's title where the field is a group of several. */
export function showField(field: string): void {
  const control = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const target = control?.matches('input, textarea')
    ? control
    : (control?.querySelector<HTMLElement>('input, button') ??
      document.getElementById(`section-${sectionOf(field) ?? 'what'}`));
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
