import { Component, type ReactNode } from 'react';
import { useTranslation } from '../../page/translation.tsx';

/** The page's only catcher. The way out is outside of it. */
export class Catcher extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Broken onStartAgain={() => this.setState({ hasFailed: false })} />;
  }
}

function Broken({ onStartAgain }: { readonly onStartAgain: () => void }) {
  const { t } = useTranslation('common');
  const { t: look } = useTranslation('desk-look');
  return (
    <>
      <h1 tabIndex={-1}>{t('problem.title')}</h1>
      <p>{look('broken')}</p>
      <button type="button" className="button" onClick={onStartAgain}>
        {t('problem.startAgain')}
      </button>
    </>
  );
}
