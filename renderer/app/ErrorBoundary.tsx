/** Where a mistake in the program ends: one honest sentence, and the way on. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import './ErrorBoundary.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Broken error={error} />;
  }
}

export function Broken({ error }: { readonly error: Error }) {
  return (
    <main className="broken" role="alert">
      <h1>Something in Riffroom broke</h1>
      <p>It is our mistake, not yours. What you wrote up to the last second is kept on this laptop.</p>
      <button type="button" onClick={() => location.reload()}>
        Load it again
      </button>
      <pre>{error.message}</pre>
    </main>
  );
}
